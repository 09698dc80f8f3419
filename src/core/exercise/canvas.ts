/**
 * The canvas that a probe gives, as data: its pixels, and what it noted. It stands in the realm (realm/probe-canvas.ts), so
 * that an attempt is the same in a Worker and in Node, which have none. What a check reads is what the canvas noted, never
 * what the program says of it.
 */
import type { PixelRect } from '../trace/picture-facts';

/** Red, green, blue and alpha of each pixel, rows from top to bottom; alpha is not multiplied in. */
export interface MadeCanvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** One call of its context. */
export interface CanvasCall {
  readonly operation: 'getImageData' | 'putImageData';
  /** The pixels of the canvas that it named, in whole numbers: what lies outside is in it. */
  readonly rect: PixelRect;
  /** Its step in the trace, or the last one that was recorded. */
  readonly step: number;
}

/** What a canvas noted in one call of a probe. */
export interface CanvasRecord {
  readonly kind: 'canvas';
  readonly calls: readonly CanvasCall[];
  /** Calls beyond MAX_CANVAS_CALLS. */
  readonly omitted: number;
  /** Its pixels when the call was over, and again after each move of a control; none where the call came to no end. */
  readonly states: readonly Uint8Array[];
}

export const MAX_CANVAS_CALLS = 300;
export const MAX_CANVAS_STATES = 16;
/** Pixels of a probe's canvas, four bytes each, and of what a program makes it. */
export const MAX_CANVAS_BYTES = 262_144;

// Taken before a learner's program can put its own in their place: the realm asks, too.
const round = Math.round;

/**
 * A canvas keeps colours multiplied by their alpha, in eight bits: what comes back is the nearest that can be said so.
 * `storedValue(40, 5)` is 1, and `readValue(1, 5)` is 51. Chromium rounds as this does; engines may differ.
 *
 * @see HTML, "Premultiplied alpha and the 2D rendering context"
 */
export const storedValue = (value: number, alpha: number): number => round((value * alpha) / 255);

/** A stored value as `getImageData` gives it. */
export const readValue = (stored: number, alpha: number): number =>
  alpha === 0 ? 0 : round((stored * 255) / alpha);
