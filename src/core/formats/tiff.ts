/**
 * Reads the TIFF that EXIF is kept in: directories of tags, in the byte order that its first two letters say.
 *
 *     49 49 2A 00   II, 42: little-endian        4D 4D 00 2A   MM, 42: big-endian
 *
 * @see TIFF 6.0 §2; CIPA DC-008 (Exif 2.32) §4.6
 */
import type { ByteRange } from '../bytes/ranges';
import type { Field, Findings, FormatElement } from './element';
import { asciiOf, fieldsAt, layout, need, numberAt, part, report, shownBytes } from './parts';
import type { Held, Reading } from './reading';

const HEADER = layout('order text2, magic u16, firstDirectory u32');
const ENTRY_BYTES = 12;
const MOST_ENTRIES = 1000;
const MOST_DIRECTORIES = 64;
/** Values that are shown of one tag. */
const MOST_VALUES = 4;
const MOST_TEXT = 80;

/** Tags that lead to another directory, and its name. */
const DIRECTORIES: ReadonlyMap<number, string> = new Map([
  [0x8769, 'Exif IFD'],
  [0x8825, 'GPS IFD'],
  [0xa005, 'Interop IFD'],
]);

/** Tags by directory: GPS counts anew. */
const TAGS: ReadonlyMap<number, string> = tagTable(
  `100 ImageWidth, 101 ImageLength, 102 BitsPerSample, 103 Compression, 106 PhotometricInterpretation, 10e ImageDescription, 10f Make, 110 Model, 111 StripOffsets, 112 Orientation, 115 SamplesPerPixel, 11a XResolution, 11b YResolution, 128 ResolutionUnit, 131 Software, 132 DateTime, 13b Artist, 13e WhitePoint, 13f PrimaryChromaticities, 201 JPEGInterchangeFormat, 202 JPEGInterchangeFormatLength, 211 YCbCrCoefficients, 213 YCbCrPositioning, 8298 Copyright, 829a ExposureTime, 829d FNumber, 8769 ExifIFD, 8822 ExposureProgram, 8825 GPSInfo, 8827 PhotographicSensitivity, 9000 ExifVersion, 9003 DateTimeOriginal, 9004 DateTimeDigitized, 9010 OffsetTime, 9101 ComponentsConfiguration, 9201 ShutterSpeedValue, 9202 ApertureValue, 9203 BrightnessValue, 9204 ExposureBiasValue, 9205 MaxApertureValue, 9207 MeteringMode, 9208 LightSource, 9209 Flash, 920a FocalLength, 927c MakerNote, 9286 UserComment, a000 FlashpixVersion, a001 ColorSpace, a002 PixelXDimension, a003 PixelYDimension, a005 InteropIFD, a217 SensingMethod, a402 ExposureMode, a403 WhiteBalance, a404 DigitalZoomRatio, a405 FocalLengthIn35mmFilm, a406 SceneCaptureType, a430 CameraOwnerName, a432 LensSpecification, a433 LensMake, a434 LensModel`,
);
const GPS_TAGS: ReadonlyMap<number, string> = tagTable(
  '0 GPSVersionID, 1 GPSLatitudeRef, 2 GPSLatitude, 3 GPSLongitudeRef, 4 GPSLongitude, 5 GPSAltitudeRef, 6 GPSAltitude, 7 GPSTimeStamp, 1d GPSDateStamp',
);

function tagTable(text: string): ReadonlyMap<number, string> {
  return new Map(
    text.split(', ').map((entry) => {
      const [tag = '', name = ''] = entry.split(' ');
      return [Number.parseInt(tag, 16), name];
    }),
  );
}

/** Bytes of one value, by its type's number: BYTE, ASCII, SHORT, LONG, RATIONAL, and so on. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8] as const;
const SIGNED_TYPES: ReadonlySet<number> = new Set([6, 8, 9, 10]);

/** What there is in a range that holds a TIFF: header, directories with their entries, in the order of the file. */
export function* tiffReading(
  held: Held,
  range: ByteRange,
  findings: Findings,
  within: string,
): Reading<{ readonly elements: readonly FormatElement[]; readonly littleEndian: boolean }> {
  yield* need(held, range.start, Math.min(range.end, range.start + 8));
  const header = { start: range.start, end: Math.min(range.end, range.start + 8) };
  const order = asciiOf(held.slice({ start: header.start, end: header.start + 2 }));
  const littleEndian = order === 'II';
  if (header.end - header.start < 8 || (order !== 'II' && order !== 'MM')) {
    const found = shownBytes(held.slice({ start: header.start, end: header.start + 4 }));
    report(findings, range.start, 'bad-value', within, found, '49 49 2A 00 or 4D 4D 00 2A');
    return { elements: [], littleEndian };
  }
  const fields = fieldsAt(held, header, HEADER, littleEndian);
  const elements: FormatElement[] = [part('TIFF header', header, { fields })];
  const waiting = [{ name: 'IFD0', offset: Number(fields[2]?.value ?? 0), from: header.start + 4 }];
  const seen = new Set<number>([0]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, offset, from } = next;
    if (seen.size > MOST_DIRECTORIES || findings.isFull) break;
    const at = range.start + offset;
    if (seen.has(offset) || at < header.end || at + 2 > range.end) {
      const expected = `an offset that was not used, of 8 to ${range.end - range.start - 2}`;
      report(findings, from, 'bad-value', within, `a directory at ${offset}`, expected);
      continue;
    }
    seen.add(offset);
    const directory = yield* directoryAt(held, range, at, name, littleEndian, findings);
    elements.push(directory.element);
    waiting.push(...directory.next);
  }
  elements.sort((a, b) => a.range.start - b.range.start);
  return { elements, littleEndian };
}

function* directoryAt(
  held: Held,
  range: ByteRange,
  at: number,
  name: string,
  littleEndian: boolean,
  findings: Findings,
): Reading<{ element: FormatElement; next: { name: string; offset: number; from: number }[] }> {
  yield* need(held, at, at + 2);
  const count = numberAt(held, { start: at, end: at + 2 }, littleEndian);
  const wanted = at + 2 + count * ENTRY_BYTES + 4;
  if (wanted > range.end || count > MOST_ENTRIES)
    report(findings, at, 'too-long', name, `${count} entries`, `room for them before ${range.end}`);
  const children: FormatElement[] = [];
  const next: { name: string; offset: number; from: number }[] = [];
  const most = Math.min(count, MOST_ENTRIES);
  let entryAt = at + 2;
  for (let i = 0; i < most && entryAt + ENTRY_BYTES <= range.end; i++, entryAt += ENTRY_BYTES) {
    if (!findings.count(entryAt, name)) break;
    const entry = yield* entryOf(held, range, entryAt, name, littleEndian, findings);
    children.push(entry.element);
    const leads = DIRECTORIES.get(entry.tag);
    if (leads !== undefined) next.push({ name: leads, offset: entry.number, from: entryAt + 8 });
  }
  const fields: Field[] = [{ name: 'entries', value: count, range: { start: at, end: at + 2 } }];
  let end = entryAt;
  if (most === count && entryAt + 4 <= range.end) {
    end = entryAt + 4;
    yield* need(held, entryAt, end);
    const offset = numberAt(held, { start: entryAt, end }, littleEndian);
    fields.push({ name: 'nextDirectory', value: offset, range: { start: entryAt, end } });
    if (offset !== 0)
      next.unshift({ name: name === 'IFD0' ? 'IFD1' : 'IFD', offset, from: entryAt });
  }
  return { element: part(name, { start: at, end }, { fields, children }), next };
}

function* entryOf(
  held: Held,
  range: ByteRange,
  at: number,
  directory: string,
  littleEndian: boolean,
  findings: Findings,
): Reading<{ element: FormatElement; tag: number; number: number }> {
  yield* need(held, at, at + ENTRY_BYTES);
  const number = (start: number, byteLength: number) =>
    numberAt(held, { start, end: start + byteLength }, littleEndian);
  const tag = number(at, 2);
  const type = number(at + 2, 2);
  const count = number(at + 4, 4);
  const inPlace = number(at + 8, 4);
  const tags = directory === 'GPS IFD' ? GPS_TAGS : TAGS;
  const name = tags.get(tag) ?? `tag ${hex(tag)}`;
  const fields: Field[] = [
    { name: 'tag', value: hex(tag), range: { start: at, end: at + 2 } },
    { name: 'type', value: type, range: { start: at + 2, end: at + 4 } },
    { name: 'count', value: count, range: { start: at + 4, end: at + 8 } },
  ];
  const size = TYPE_BYTES[type] ?? 0;
  const byteLength = size * count;
  // What does not fit into four bytes stands elsewhere.
  const start = byteLength <= 4 ? at + 8 : range.start + inPlace;
  let shownNumber = inPlace;
  if (size === 0) report(findings, at + 2, 'bad-value', name, `type ${type}`, 'a type of 1 to 12');
  else if (start + byteLength > range.end)
    report(
      findings,
      at + 8,
      'bad-value',
      name,
      `${byteLength} bytes at offset ${inPlace}`,
      `bytes before ${range.end}`,
    );
  else if (byteLength > 0) {
    const shown = { start, end: start + Math.min(byteLength, MOST_TEXT) };
    yield* need(held, shown.start, shown.end);
    if (count === 1 && size <= 4) shownNumber = number(start, size);
    fields.push({
      name: 'value',
      value: valueOf(held, start, type, count, littleEndian),
      range: { start, end: start + byteLength },
    });
  }
  const element = part(name, { start: at, end: at + ENTRY_BYTES }, { fields });
  return { element, tag, number: shownNumber };
}

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(4, '0')}`;

function valueOf(
  held: Held,
  start: number,
  type: number,
  count: number,
  littleEndian: boolean,
): number | string {
  if (type === 2 || type === 7)
    return asciiOf(held.slice({ start, end: start + Math.min(count, MOST_TEXT) }));
  const size = TYPE_BYTES[type] ?? 1;
  const signed = SIGNED_TYPES.has(type);
  const one = (at: number): number | string => {
    const number = (from: number, bytes: number) =>
      numberAt(held, { start: from, end: from + bytes }, littleEndian, signed);
    if (type === 5 || type === 10) return `${number(at, 4)}/${number(at + 4, 4)}`;
    const here = at - held.start;
    if (type === 11) return held.view.getFloat32(here, littleEndian);
    if (type === 12) return held.view.getFloat64(here, littleEndian);
    return number(at, size);
  };
  if (count === 1) return one(start);
  const shown = Array.from({ length: Math.min(count, MOST_VALUES) }, (_, i) =>
    one(start + i * size),
  );
  return shown.join(', ') + (count > MOST_VALUES ? ', …' : '');
}
