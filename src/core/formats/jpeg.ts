/**
 * Reads JPEG: its segments, the fields of those that describe the picture, and the EXIF of an APP1. Big-endian but for
 * what EXIF says of itself.
 *
 * @see ITU-T T.81 §B; JFIF 1.02; CIPA DC-008 (Exif 2.32)
 */
import { Findings, type Field, type FormatElement, type FormatTree } from './element';
import {
  asciiOf,
  fieldsAt,
  layout,
  need,
  numberAt,
  part,
  report,
  shownBytes,
  TRAILING,
  type Layout,
} from './parts';
import type { Held, Reading } from './reading';
import { tiffReading } from './tiff';

const FRAME = layout('precision u8, height u16, width u16, components u8');
const NAMES: ReadonlyMap<number, string> = new Map([
  ...[0xc4, 0xc8, 0xcc].map((marker, i): [number, string] => [
    marker,
    ['DHT', 'JPG', 'DAC'][i] ?? '',
  ]),
  [0xd8, 'SOI'],
  [0xd9, 'EOI'],
  [0xda, 'SOS'],
  [0xdb, 'DQT'],
  [0xdc, 'DNL'],
  [0xdd, 'DRI'],
  [0xfe, 'COM'],
]);
const LAYOUTS: ReadonlyMap<string, Layout> = new Map(
  Object.entries({
    DQT: 'precisionAndId u8',
    DHT: 'classAndId u8',
    DRI: 'restartInterval u16',
    SOS: 'components u8',
    DNL: 'lines u16',
  }).map(([name, fields]) => [name, layout(fields)]),
);
const JFIF = layout(
  'identifier text5, versionMajor u8, versionMinor u8, units u8, densityX u16, densityY u16, thumbnailWidth u8, thumbnailHeight u8',
);
const EXIF_BYTES = 6;
const TEXT_BYTES = 80;
/** The picture's data is searched for its end, as far as this. */
const MOST_SCAN_BYTES = 256 * 1024 * 1024;
const SCAN_STEP = 65_536;

function nameOf(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  const known = NAMES.get(marker);
  if (known !== undefined) return known;
  if (marker >= 0xc0 && marker <= 0xcf) return `SOF${marker - 0xc0}`;
  if (marker >= 0xd0 && marker <= 0xd7) return `RST${marker - 0xd0}`;
  return `marker ${marker.toString(16).toUpperCase().padStart(2, '0')}`;
}

export function* jpegReading(held: Held): Reading<FormatTree<'jpeg'>> {
  const findings = new Findings();
  const end = held.byteLength;
  const elements: FormatElement[] = [];
  yield* need(held, 0, 2);
  const first = held.slice({ start: 0, end: 2 });
  if (shownBytes(first) !== 'FF D8')
    report(findings, 0, 'not-this-format', null, shownBytes(first), 'FF D8');
  let at = 0;
  let isOver = false;
  while (at < end && !isOver && !findings.isFull) {
    const segment = yield* segmentAt(held, at, findings);
    if (segment === null) break;
    elements.push(segment);
    at = segment.range.end;
    isOver = segment.name === 'EOI';
    if (segment.name !== 'SOS' || at >= end) continue;
    const scanEnd = yield* scan(held, at, findings);
    if (scanEnd > at) elements.push(part('scan data', { start: at, end: scanEnd }));
    at = scanEnd;
  }
  if (isOver && at < end) elements.push(part(TRAILING, { start: at, end }));
  if (!isOver && !findings.isFull && findings.problems.length === 0)
    report(findings, end, 'truncated', null, 'the end', 'the marker EOI (FF D9)');
  return { format: 'jpeg', elements, problems: findings.problems };
}

function* segmentAt(held: Held, at: number, findings: Findings): Reading<FormatElement | null> {
  const fileEnd = held.byteLength;
  yield* need(held, at, at + 4);
  const marker = held.at(at + 1) ?? 0;
  // FF may stand more than once before a marker.
  if (held.at(at) === 0xff && marker === 0xff) {
    let end = at + 1;
    while (end < fileEnd) {
      yield* need(held, end, end + 2);
      if (held.at(end) !== 0xff || held.at(end + 1) !== 0xff) break;
      end++;
    }
    return findings.count(at, null) ? part('fill bytes', { start: at, end }) : null;
  }
  if (held.at(at) !== 0xff || at + 2 > fileEnd || marker === 0) {
    const found = shownBytes(held.slice({ start: at, end: Math.min(fileEnd, at + 2) }));
    report(
      findings,
      at,
      at + 2 > fileEnd ? 'truncated' : 'bad-id',
      null,
      found,
      'a marker, FF and not 00',
    );
    return null;
  }
  if (!findings.count(at, null)) return null;
  const name = nameOf(marker);
  const id = { start: at, end: at + 2 };
  const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
  if (isAlone) return part(name, id, { id, data: { start: at + 2, end: at + 2 } });
  const size = { start: at + 2, end: at + 4 };
  const length = numberAt(held, size, false);
  if (at + 4 > fileEnd || length < 2) {
    const found = at + 4 > fileEnd ? `${fileEnd - at} bytes` : `a length of ${length}`;
    report(
      findings,
      at + 2,
      at + 4 > fileEnd ? 'truncated' : 'bad-size',
      name,
      found,
      'a length of 2 or more',
    );
    return null;
  }
  const end = Math.min(fileEnd, at + 2 + length);
  const missing = at + 2 + length - end;
  if (missing > 0)
    report(findings, at, 'truncated', name, `${fileEnd - at} bytes`, `${length + 2}`);
  const data = { start: at + 4, end };
  yield* need(held, at, Math.min(end, data.start + TEXT_BYTES));
  let fields: Field[] = [];
  let children: readonly FormatElement[] = [];
  if (name.startsWith('SOF')) fields = fieldsAt(held, data, FRAME, false);
  else if (name === 'APP0') fields = fieldsAt(held, data, JFIF, false);
  else if (name.startsWith('APP') || name === 'COM') {
    const range = { start: data.start, end: Math.min(end, data.start + TEXT_BYTES) };
    const value = asciiOf(held.slice(range));
    fields = [
      {
        name: name === 'COM' ? 'text' : 'identifier',
        value,
        range: { start: range.start, end: Math.min(range.end, range.start + value.length) },
      },
    ];
    if (value === 'Exif' && data.start + EXIF_BYTES < end) {
      const tiff = { start: data.start + EXIF_BYTES, end };
      children = (yield* tiffReading(held, tiff, findings, name)).elements;
    }
  } else fields = fieldsAt(held, data, LAYOUTS.get(name) ?? [], false);
  return part(name, { start: at, end }, { id, size, data, fields, children, missing });
}

/** Where the data of a scan ends: at a marker that is neither a restart nor an FF of the data (FF 00). */
function* scan(held: Held, start: number, findings: Findings): Reading<number> {
  const fileEnd = held.byteLength;
  const most = Math.min(fileEnd, start + MOST_SCAN_BYTES);
  let at = start;
  while (at < most) {
    const stepEnd = Math.min(most, at + SCAN_STEP);
    yield* need(held, at, stepEnd + 1);
    const bytes = held.slice({ start: at, end: Math.min(fileEnd, stepEnd + 1) });
    for (let i = bytes.indexOf(0xff); i >= 0 && i < stepEnd - at; i = bytes.indexOf(0xff, i + 1)) {
      const next = bytes[i + 1];
      if (next === undefined || next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7))
        continue;
      return at + i;
    }
    at = stepEnd;
  }
  const found = most < fileEnd ? `${MOST_SCAN_BYTES} bytes of a scan` : 'the end';
  report(findings, at, most < fileEnd ? 'too-long' : 'truncated', 'SOS', found, 'a marker');
  return fileEnd;
}
