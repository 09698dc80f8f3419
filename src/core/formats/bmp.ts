/**
 * Reads BMP: its two headers, the palette and where the pixels are. Numbers are little-endian.
 *
 * @see Windows GDI, BITMAPFILEHEADER and BITMAPINFOHEADER to BITMAPV5HEADER
 */
import { Findings, type FormatElement, type FormatTree } from './element';
import { fieldsAt, layout, need, part, report, shownBytes, TRAILING } from './parts';
import type { Held, Reading } from './reading';

const FILE_HEADER = layout('signature text2, fileSize u32, reserved skip4, pixelsAt u32');
const CORE_HEADER = layout('headerSize u32, width u16, height u16, planes u16, bitsPerPixel u16');
/** Each longer header is the shorter one, and more. */
const INFO_HEADER = layout(
  'headerSize u32, width i32, height i32, planes u16, bitsPerPixel u16, compression u32, imageSize u32, pixelsPerMetreX i32, pixelsPerMetreY i32, coloursUsed u32, coloursImportant u32, redMask u32, greenMask u32, blueMask u32, alphaMask u32, colourSpace u32, endpoints skip36, gammaRed u32, gammaGreen u32, gammaBlue u32, intent u32, profileAt u32, profileSize u32',
);
const HEADER_BYTES: readonly number[] = [12, 16, 40, 52, 56, 64, 108, 124];
const MOST_HEADER = 124;

export function* bmpReading(held: Held): Reading<FormatTree<'bmp'>> {
  const findings = new Findings();
  const end = held.byteLength;
  yield* need(held, 0, 14 + MOST_HEADER);
  const fileHeader = { start: 0, end: Math.min(14, end) };
  const first = fieldsAt(held, fileHeader, FILE_HEADER, true);
  const elements: FormatElement[] = [];
  if (end > 0) elements.push(part('BITMAPFILEHEADER', fileHeader, { fields: first }));
  const done = (): FormatTree<'bmp'> => ({ format: 'bmp', elements, problems: findings.problems });
  const signature = held.slice({ start: 0, end: 2 });
  if (first[0]?.value !== 'BM')
    report(findings, 0, 'not-this-format', null, shownBytes(signature), '42 4D');
  if (end < 18) {
    report(findings, 0, 'truncated', null, `${end} bytes`, 'two headers, of 26 or more');
    return done();
  }
  const numbers = new Map(first.map(({ name, value }) => [name, Number(value)]));
  const size = held.view.getUint32(14 - held.start, true);
  const header = { start: 14, end: Math.min(end, 14 + Math.max(4, size)) };
  if (!HEADER_BYTES.includes(size))
    report(
      findings,
      14,
      'bad-size',
      null,
      `a header of ${size} bytes`,
      `one of ${HEADER_BYTES.join(', ')}`,
    );
  if (14 + size > end) report(findings, 14, 'truncated', null, `${end - 14} bytes`, String(size));
  const fields = fieldsAt(held, header, size === 12 ? CORE_HEADER : INFO_HEADER, true);
  elements.push(part(size === 12 ? 'BITMAPCOREHEADER' : headerName(size), header, { fields }));
  for (const { name, value } of fields) numbers.set(name, Number(value));
  const told = numbers.get('fileSize') ?? 0;
  if (told !== 0 && told !== end)
    report(
      findings,
      2,
      told > end ? 'truncated' : 'bad-size',
      'BITMAPFILEHEADER',
      `${told} bytes`,
      `the file’s ${end}`,
    );

  const pixelsAt = numbers.get('pixelsAt') ?? 0;
  if (pixelsAt < header.end || pixelsAt > end) {
    report(
      findings,
      10,
      'bad-value',
      'BITMAPFILEHEADER',
      `pixels at ${pixelsAt}`,
      `${header.end} to ${end}`,
    );
    if (header.end < end) elements.push(part(TRAILING, { start: header.end, end }));
    return done();
  }
  const bits = numbers.get('bitsPerPixel') ?? 0;
  if (pixelsAt > header.end)
    elements.push(
      part(bits <= 8 ? 'palette' : 'masks or gap', { start: header.end, end: pixelsAt }),
    );
  // Rows are padded to 4 bytes; what is compressed says how long it is.
  const width = numbers.get('width') ?? 0;
  const rows = Math.abs(numbers.get('height') ?? 0);
  const isPlain = [0, 3, 6].includes(numbers.get('compression') ?? 0);
  const expected = isPlain
    ? Math.ceil((Math.max(0, width) * bits) / 32) * 4 * rows
    : (numbers.get('imageSize') ?? 0);
  if (width <= 0 || rows === 0)
    report(
      findings,
      18,
      'bad-value',
      headerName(size),
      `${width} × ${rows} pixels`,
      'at least 1 × 1',
    );
  const pixels = { start: pixelsAt, end: Math.min(end, pixelsAt + expected) };
  if (pixelsAt + expected > end)
    report(findings, pixelsAt, 'truncated', 'pixels', `${end - pixelsAt} bytes`, String(expected));
  if (pixels.end > pixels.start)
    elements.push(part('pixels', pixels, { missing: pixelsAt + expected - pixels.end }));
  if (pixels.end < end) elements.push(part(TRAILING, { start: pixels.end, end }));
  return done();
}

const headerName = (size: number): string =>
  size === 108 ? 'BITMAPV4HEADER' : size === 124 ? 'BITMAPV5HEADER' : 'BITMAPINFOHEADER';
