/**
 * Reads PNG: its chunks, and the fields of those that describe the picture. Numbers are big-endian.
 *
 * @see PNG (third edition) §5.3 chunk layout, §11 chunk specifications
 */
import { crc32 } from '../bytes/crc-32';
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

const SIGNATURE = '89 50 4E 47 0D 0A 1A 0A';
/** Length, type and checksum. */
const FRAME_BYTES = 12;
const MOST_LENGTH = 0x7fffffff;
/** Of longer chunks the checksum is not computed, and text is cut off. */
const LOOKED_BYTES = 8192;

const CHUNKS: ReadonlyMap<string, Layout> = new Map(
  Object.entries({
    IHDR: 'width u32, height u32, bitDepth u8, colourType u8, compression u8, filter u8, interlace u8',
    pHYs: 'pixelsPerUnitX u32, pixelsPerUnitY u32, unit u8',
    gAMA: 'gamma u32',
    cHRM: 'whiteX u32, whiteY u32, redX u32, redY u32, greenX u32, greenY u32, blueX u32, blueY u32',
    sRGB: 'renderingIntent u8',
    cICP: 'primaries u8, transfer u8, matrix u8, fullRange u8',
    tIME: 'year u16, month u8, day u8, hour u8, minute u8, second u8',
    acTL: 'frames u32, plays u32',
    fcTL: 'sequence u32, width u32, height u32, x u32, y u32, delayNumerator u16, delayDenominator u16, dispose u8, blend u8',
    fdAT: 'sequence u32',
  }).map(([type, fields]) => [type, layout(fields)]),
);
/** Chunks that begin with a text and a zero byte. */
const KEYED: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'iCCP', 'sPLT']);
const CRC = layout('crc u32');

export function* pngReading(held: Held): Reading<FormatTree<'png'>> {
  const findings = new Findings();
  const end = held.byteLength;
  yield* need(held, 0, 8);
  const first = held.slice({ start: 0, end: 8 });
  if (shownBytes(first) !== SIGNATURE)
    report(findings, 0, 'not-this-format', null, shownBytes(first), SIGNATURE);
  const elements: FormatElement[] = [];
  if (end > 0) elements.push(part('signature', { start: 0, end: Math.min(8, end) }));
  let at = 8;
  let isOver = false;
  while (at < end && !isOver && !findings.isFull) {
    const chunk = yield* chunkAt(held, at, findings);
    if (chunk === null) break;
    if (at === 8 && chunk.name !== 'IHDR')
      report(findings, at, 'not-this-format', null, `a chunk ${chunk.name}`, 'the chunk IHDR');
    elements.push(chunk);
    at = chunk.range.end;
    isOver = chunk.name === 'IEND';
  }
  if (isOver && at < end) elements.push(part(TRAILING, { start: at, end }));
  if (!isOver && !findings.isFull && findings.problems.length === 0)
    report(findings, end, 'truncated', null, 'the end', 'the chunk IEND');
  return { format: 'png', elements, problems: findings.problems };
}

function* chunkAt(held: Held, at: number, findings: Findings): Reading<FormatElement | null> {
  const fileEnd = held.byteLength;
  yield* need(held, at, at + 8);
  if (at + 8 > fileEnd) {
    report(
      findings,
      at,
      'truncated',
      null,
      `${fileEnd - at} bytes`,
      `a chunk of ${FRAME_BYTES} or more`,
    );
    return null;
  }
  const typeBytes = held.slice({ start: at + 4, end: at + 8 });
  if (!typeBytes.every((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)) {
    report(findings, at + 4, 'bad-id', null, shownBytes(typeBytes), 'four letters');
    return null;
  }
  if (!findings.count(at, null)) return null;
  const type = asciiOf(typeBytes);
  const length = numberAt(held, { start: at, end: at + 4 }, false);
  if (length > MOST_LENGTH) {
    report(findings, at, 'bad-size', type, `${length} bytes`, `at most ${MOST_LENGTH}`);
    return null;
  }
  const dataAt = at + 8;
  const data = { start: dataAt, end: Math.min(fileEnd, dataAt + length) };
  const end = Math.min(fileEnd, dataAt + length + 4);
  const missing = dataAt + length + 4 - end;
  if (missing > 0)
    report(findings, at, 'truncated', type, `${fileEnd - at} bytes`, `${length + FRAME_BYTES}`);
  const looked = Math.min(end, dataAt + LOOKED_BYTES);
  // What is not shown of a picture need not be read.
  const isShort = length + 4 <= LOOKED_BYTES;
  if (type !== 'IDAT' || isShort) yield* need(held, at, looked);
  const fields: Field[] = fieldsAt(held, data, CHUNKS.get(type) ?? [], false);
  if (KEYED.has(type)) {
    const shown = { start: dataAt, end: Math.min(data.end, dataAt + 80) };
    const bytes = held.slice(shown);
    const zero = bytes.indexOf(0);
    if (zero > 0)
      fields.push({
        name: 'keyword',
        value: asciiOf(bytes),
        range: { start: dataAt, end: dataAt + zero },
      });
    if (type === 'tEXt' && zero > 0) {
      const range = { start: dataAt + zero + 1, end: Math.min(data.end, looked) };
      fields.push({
        name: 'text',
        value: new TextDecoder('latin1').decode(held.slice(range)),
        range,
      });
    }
  }
  if (type === 'PLTE' && length % 3 !== 0)
    report(findings, at, 'bad-size', type, `${length} bytes`, 'a multiple of 3');
  if (type === 'IHDR') checkHeader(fields, findings, length, at);
  if (missing === 0 && isShort) {
    const sum = crc32(held.slice({ start: at + 4, end: data.end }));
    const stored = numberAt(held, { start: data.end, end }, false);
    if (sum !== stored)
      report(findings, data.end, 'bad-value', type, hex32(stored), `the checksum ${hex32(sum)}`);
    fields.push(...fieldsAt(held, { start: data.end, end }, CRC, false));
  }
  const children = type === 'eXIf' ? (yield* tiffReading(held, data, findings, type)).elements : [];
  const id = { start: at + 4, end: dataAt };
  const size = { start: at, end: at + 4 };
  return part(type, { start: at, end }, { id, size, data, fields, children, missing });
}

const hex32 = (sum: number): string => sum.toString(16).toUpperCase().padStart(8, '0');

function checkHeader(fields: readonly Field[], findings: Findings, length: number, at: number) {
  if (length !== 13) report(findings, at, 'bad-size', 'IHDR', `${length} bytes`, '13');
  for (const { name, value, range } of fields)
    if ((name === 'width' || name === 'height') && value === 0)
      report(findings, range.start, 'bad-value', 'IHDR', `a ${name} of 0`, 'at least 1');
}
