/**
 * Reads ZIP: the directory at its end first, as whoever opens one must, then the file heads that it names. Each record
 * is read by its declaration (`declared/zip.ksy`).
 *
 * @see APPNOTE.TXT 6.3 §4.3
 */
import declareZip from './declared/zip.generated';
import {
  declare,
  declaredReading,
  type DeclaredPart,
  type DeclaredType,
  type Words,
} from './declared/declared';
import type { ByteRange } from '../bytes/ranges';
import { Findings, type Field, type FormatElement, type FormatTree } from './element';
import { need, numberAt, part, report, shownBytes } from './parts';
import type { Held, Reading } from './reading';

const zip = declare(declareZip);
const LocalFileHeader = zip['LocalFileHeader'] as DeclaredType;
const DataDescriptor = zip['DataDescriptor'] as DeclaredType;
const Zip64DataDescriptor = zip['Zip64DataDescriptor'] as DeclaredType;
const CentralDirectoryHeader = zip['CentralDirectoryHeader'] as DeclaredType;
const EndRecord = zip['EndOfCentralDirectoryRecord'] as DeclaredType;
/** Of the general purpose bit flag: sums and sizes follow the data. */
const SIZES_FOLLOW = 1 << 3;
const ZIP64 = 0x0001;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const HEAD_BYTES = 30;
/** Heads that are read; of more files the directory's entries are shown. */
const MOST_HEADS = 4000;
/** A number that stands elsewhere: ZIP64. */
const ELSEWHERE = 0xffffffff;

const words: Words = { nameOf: () => 'extra field' };

interface Entry {
  readonly name: string;
  readonly at: number;
  readonly compressed: number;
  /** Where the directory says so. */
  readonly told: number;
}

export function* zipReading(held: Held): Reading<FormatTree<'zip'>> {
  const findings = new Findings();
  const fileEnd = held.byteLength;
  const endAt = yield* findEnd(held);
  if (endAt === null) {
    report(
      findings,
      fileEnd,
      'truncated',
      null,
      'no end of a central directory',
      '50 4B 05 06 in the last 65,557 bytes',
    );
    const elements = yield* withoutDirectory(held, findings);
    return { format: 'zip', elements, problems: findings.problems };
  }
  const end = yield* record(held, { start: endAt, end: fileEnd }, EndRecord, findings);
  const endRecord = part('end of central directory', { start: endAt, end: end.end }, end);
  const told = numbersOf(end.fields);
  const size = told.get('sizeOfTheCentralDirectory') ?? 0;
  const offset = told.get('offsetOfTheCentralDirectory') ?? 0;
  const count = told.get('totalEntries') ?? 0;
  // What stands before the archive (a program that unpacks itself) moves everything.
  const start = endAt - size;
  const shift = start - offset;
  if (offset === ELSEWHERE || size === ELSEWHERE || start < 0 || shift < 0) {
    const isLarge = offset === ELSEWHERE || size === ELSEWHERE;
    const found = isLarge ? 'an offset of FF FF FF FF (ZIP64)' : `${size} bytes at ${offset}`;
    report(findings, endAt + 12, 'bad-value', endRecord.name, found, `a directory before ${endAt}`);
    const elements = yield* withoutDirectory(held, findings, endAt);
    return { format: 'zip', elements: [...elements, endRecord], problems: findings.problems };
  }
  const { elements: directory, entries } = yield* directoryAt(
    held,
    { start, end: endAt },
    count,
    findings,
  );
  const heads: FormatElement[] = [];
  const seen = new Set<number>();
  for (const entry of entries.slice(0, MOST_HEADS)) {
    if (findings.isFull) break;
    const at = entry.at + shift;
    if (seen.has(at)) continue;
    seen.add(at);
    const head = yield* headAt(held, at, start, entry, findings);
    if (head !== null) heads.push(head);
  }
  if (entries.length > MOST_HEADS)
    report(
      findings,
      start,
      'too-many',
      null,
      `${entries.length} files`,
      `the heads of the first ${MOST_HEADS}`,
    );
  heads.sort((a, b) => a.range.start - b.range.start);
  const elements = [...heads, ...directory, endRecord];
  return { format: 'zip', elements, problems: findings.problems };
}

const record = (
  held: Held,
  range: ByteRange,
  type: DeclaredType,
  findings: Findings,
): Reading<DeclaredPart> => declaredReading(held, range, zip, type, findings, words);

const numbersOf = (fields: readonly Field[]): ReadonlyMap<string, number> =>
  new Map(
    fields.map(({ name, value }) => [
      name,
      typeof value === 'number' ? value : Number.parseInt(String(value), 10),
    ]),
  );

const textOf = (fields: readonly Field[], wanted: string): string =>
  String(fields.find(({ name }) => name === wanted)?.value ?? '');

/** Where the record at the end begins: the last signature whose comment reaches the file's end, or the last one. */
function* findEnd(held: Held): Reading<number | null> {
  const fileEnd = held.byteLength;
  const start = Math.max(0, fileEnd - END_BYTES - MOST_COMMENT);
  yield* need(held, start, fileEnd);
  let last: number | null = null;
  for (let at = fileEnd - END_BYTES; at >= start; at--) {
    if (!isSignature(held, at, 5, 6)) continue;
    last ??= at;
    if (at + END_BYTES + numberAt(held, { start: at + 20, end: at + 22 }, true) === fileEnd)
      return at;
  }
  return last;
}

const isSignature = (held: Held, at: number, a: number, b: number): boolean =>
  held.at(at) === 0x50 &&
  held.at(at + 1) === 0x4b &&
  held.at(at + 2) === a &&
  held.at(at + 3) === b;

function* directoryAt(
  held: Held,
  range: ByteRange,
  count: number,
  findings: Findings,
): Reading<{ elements: FormatElement[]; entries: Entry[] }> {
  const elements: FormatElement[] = [];
  const entries: Entry[] = [];
  let at = range.start;
  while (at < range.end) {
    yield* need(held, at, Math.min(range.end, at + 46));
    if (!isSignature(held, at, 1, 2)) {
      // A ZIP64 record and its locator may stand here.
      if (
        !isSignature(held, at, 6, 6) &&
        !isSignature(held, at, 6, 7) &&
        !isSignature(held, at, 5, 5)
      ) {
        const found = shownBytes(held.slice({ start: at, end: Math.min(range.end, at + 4) }));
        report(findings, at, 'bad-id', 'central directory', found, '50 4B 01 02');
      }
      break;
    }
    if (!findings.count(at, 'central directory')) break;
    const read = yield* record(
      held,
      { start: at, end: range.end },
      CentralDirectoryHeader,
      findings,
    );
    if (read.end <= at) break;
    const { fields, children } = read;
    elements.push(part('directory entry', { start: at, end: read.end }, { fields, children }));
    if (read.failed) break;
    const told = numbersOf(fields);
    entries.push({
      name: textOf(fields, 'fileName'),
      at: told.get('relativeOffsetOfLocalHeader') ?? 0,
      compressed: told.get('compressedSize') ?? 0,
      told: fields.find(({ name }) => name === 'relativeOffsetOfLocalHeader')?.range.start ?? at,
    });
    at = read.end;
  }
  if (entries.length !== count && !findings.isFull)
    report(
      findings,
      range.end,
      'bad-value',
      'central directory',
      `${entries.length} entries`,
      `${count}, as its end says`,
    );
  return { elements, entries };
}

/** The head of one file, and its data, which is as long as the directory says. */
function* headAt(
  held: Held,
  at: number,
  directoryAt: number,
  { name, compressed, told }: Entry,
  findings: Findings,
): Reading<FormatElement | null> {
  if (at < 0 || at + HEAD_BYTES > directoryAt) {
    report(findings, told, 'bad-value', name, `a file at ${at}`, `one before ${directoryAt}`);
    return null;
  }
  yield* need(held, at, at + HEAD_BYTES);
  if (!isSignature(held, at, 3, 4)) {
    const found = shownBytes(held.slice({ start: at, end: at + 4 }));
    report(findings, at, 'bad-id', name, found, '50 4B 03 04');
    return null;
  }
  if (!findings.count(at, name)) return null;
  const read = yield* record(held, { start: at, end: directoryAt }, LocalFileHeader, findings);
  const wanted = read.end + compressed;
  const end = Math.min(directoryAt, wanted);
  if (wanted > directoryAt)
    report(
      findings,
      read.end,
      'too-long',
      name,
      `${compressed} bytes`,
      `at most ${directoryAt - read.end}`,
    );
  const data = { start: read.end, end };
  const descriptor =
    wanted > end ? null : yield* descriptorAt(held, end, directoryAt, read, findings);
  const children = [
    ...read.children,
    ...(end > read.end ? [part('file data', data)] : []),
    ...(descriptor === null ? [] : [descriptor]),
  ];
  const whole = { start: at, end: descriptor?.range.end ?? end };
  return part('local file', whole, { fields: read.fields, children });
}

/** The sums and sizes behind a file's data, where its head says that they are there, and their signature is. */
function* descriptorAt(
  held: Held,
  at: number,
  directoryAt: number,
  head: DeclaredPart,
  findings: Findings,
): Reading<FormatElement | null> {
  const flag = numbersOf(head.fields).get('generalPurposeBitFlag') ?? 0;
  if ((flag & SIZES_FOLLOW) === 0 || at + 4 > directoryAt) return null;
  yield* need(held, at, at + 4);
  if (!isSignature(held, at, 7, 8) || !findings.count(at, 'data descriptor')) return null;
  const type = head.children.some(isZip64) ? Zip64DataDescriptor : DataDescriptor;
  const read = yield* record(held, { start: at, end: directoryAt }, type, findings);
  return part('data descriptor', { start: at, end: read.end }, read);
}

const isZip64 = ({ value }: FormatElement): boolean =>
  value?.kind === 'fields' && numbersOf(value.value).get('headerId') === ZIP64;

/** Files one after the other from the start, as far as their heads say how long they are. */
function* withoutDirectory(
  held: Held,
  findings: Findings,
  end: number = held.byteLength,
): Reading<FormatElement[]> {
  const elements: FormatElement[] = [];
  let at = 0;
  while (at < end && !findings.isFull && elements.length < MOST_HEADS) {
    yield* need(held, at, at + HEAD_BYTES);
    if (!isSignature(held, at, 3, 4)) break;
    if (!findings.count(at, null)) break;
    const read = yield* record(held, { start: at, end }, LocalFileHeader, findings);
    if (read.failed) {
      elements.push(part('local file', { start: at, end: Math.max(at + 4, read.end) }, read));
      break;
    }
    const told = numbersOf(read.fields);
    const compressed = told.get('compressedSize') ?? 0;
    const dataEnd = Math.min(end, read.end + compressed);
    if (read.end + compressed > end)
      report(
        findings,
        read.end,
        'truncated',
        'local file',
        `${end - read.end} bytes`,
        String(compressed),
      );
    const data = dataEnd > read.end ? [part('file data', { start: read.end, end: dataEnd })] : [];
    elements.push(
      part(
        'local file',
        { start: at, end: dataEnd },
        { fields: read.fields, children: [...read.children, ...data] },
      ),
    );
    at = dataEnd;
  }
  return elements;
}
