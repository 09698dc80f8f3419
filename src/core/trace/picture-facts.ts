/** What steps know of canvases and of the pixels that go in and out of them. */

/** Whole pixels; they may lie outside the canvas. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureFact {
  /** Numbered in the order in which the recorder first saw them, with its size at that step; null for `new ImageData`. */
  readonly canvas: { readonly id: number; readonly width: number; readonly height: number } | null;
  /**
   * The pixels of the canvas that the call read or wrote, as it named them once they were turned into whole numbers: what
   * lies outside the canvas is in it. Null where it touches none (`createImageData`) or they cannot be known.
   */
  readonly rect: PixelRect | null;
  /** The ImageData; null for `drawImage`. */
  readonly image: ImageFact | null;
}

/** An ImageData: four bytes a pixel (red, green, blue, alpha), rows from top to bottom without gaps. */
export interface ImageFact {
  /** Null where the recorder does not hold its buffer. */
  readonly bufferId: number | null;
  /** Of its first byte in that buffer. */
  readonly byteOffset: number;
  readonly width: number;
  readonly height: number;
  /** Where its first pixel lies on the canvas; 0 where it lies on none. */
  readonly x: number;
  readonly y: number;
}
