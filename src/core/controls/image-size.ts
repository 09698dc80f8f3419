/**
 * How large a picture says it is, from its first bytes: a file of a few kilobytes may hold a picture of gigabytes, and
 * nobody wants to decode that to find out.
 *
 * @see PNG (W3C) §11.2.1 IHDR; ITU-T T.81 B.2.2 (frame header); GIF89a §18; WebP container, RFC 9649 §2.5–2.7
 */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes that are enough for every format but a JPEG whose metadata is larger. */
export const HEADER_BYTES = 256 * 1024;

/** Null where the bytes are of no format known here, or end too early. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isAt = (offset: number, text: string): boolean =>
    offset + text.length <= bytes.length &&
    Array.from(text).every((char, i) => bytes[offset + i] === char.charCodeAt(0));
  try {
    if (isAt(0, '\x89PNG') && isAt(12, 'IHDR')) {
      return { width: view.getUint32(16, false), height: view.getUint32(20, false) };
    }
    if (isAt(0, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (isAt(0, 'BM')) {
      return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    }
    if (isAt(0, '\xff\xd8')) return jpegSize(view);
    if (isAt(0, 'RIFF') && isAt(8, 'WEBP')) {
      if (isAt(12, 'VP8X')) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
      if (isAt(12, 'VP8L')) {
        const packed = view.getUint32(21, true);
        return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
      }
      if (isAt(12, 'VP8 ')) {
        return {
          width: view.getUint16(26, true) & 0x3fff,
          height: view.getUint16(28, true) & 0x3fff,
        };
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

const uint24 = (view: DataView, offset: number): number =>
  view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);

/** Start-of-frame markers but those between them that mean something else (DHT, JPG, DAC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) {
      return { width: view.getUint16(at + 7, false), height: view.getUint16(at + 5, false) };
    }
    at += 2 + view.getUint16(at + 2, false);
  }
  return null;
}
