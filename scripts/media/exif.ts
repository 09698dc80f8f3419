/**
 * A JPEG's EXIF block with an orientation, in either byte order.
 *
 * @see TIFF 6.0, section 2 (header, directory); CIPA DC-008 (Exif), 4.5.4 (the marker segment) and 4.6.4 (tags)
 */

/** `II`, Intel: little-endian. `MM`, Motorola: big-endian. */
export type ByteOrderMark = 'II' | 'MM';

/** The first row of what is stored is the right side of the picture: it is shown after a quarter turn clockwise. */
export const TURN_RIGHT = 6;

const ORIENTATION = 0x0112;
const SOFTWARE = 0x0131;
const ASCII = 2;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * The TIFF file inside an EXIF block: header, one directory of two entries, and the text that did not fit in its entry.
 *
 *     0  49 49 2a 00  08 00 00 00     II, 42, the directory begins at byte 8     (4d 4d 00 2a  00 00 00 08 for MM)
 *     8  02 00                        two entries of 12 bytes: tag, type, count, value or where it stands
 */
function tiff(mark: ByteOrderMark, software: string): Uint8Array {
  const littleEndian = mark === 'II';
  const text = new TextEncoder().encode(`${software}\0`);
  const textAt = 8 + 2 + 2 * ENTRY_BYTES + 4;
  const bytes = new Uint8Array(textAt + text.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(mark));
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, 2, littleEndian);
  const entry = (at: number, tag: number, type: number, count: number) => {
    view.setUint16(at, tag, littleEndian);
    view.setUint16(at + 2, type, littleEndian);
    view.setUint32(at + 4, count, littleEndian);
  };
  entry(10, ORIENTATION, SHORT, 1);
  // A value shorter than its field stands at the field's start.
  view.setUint16(18, TURN_RIGHT, littleEndian);
  entry(22, SOFTWARE, ASCII, text.length);
  view.setUint32(30, textAt, littleEndian);
  // No directory follows: bytes 34 to 37 stay 0.
  bytes.set(text, textAt);
  return bytes;
}

/** The JPEG with an APP1 segment behind its first marker. A segment's length is big-endian, whatever it holds. */
export function withExif(jpeg: Uint8Array, mark: ByteOrderMark, software: string): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Error('A JPEG begins with FF D8.');
  const block = tiff(mark, software);
  const name = new TextEncoder().encode('Exif\0\0');
  const segment = new Uint8Array(4 + name.length + block.length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, 0xffe1, false);
  view.setUint16(2, segment.length - 2, false);
  segment.set(name, 4);
  segment.set(block, 4 + name.length);
  const whole = new Uint8Array(jpeg.length + segment.length);
  whole.set(jpeg.subarray(0, 2));
  whole.set(segment, 2);
  whole.set(jpeg.subarray(2), 2 + segment.length);
  return whole;
}
