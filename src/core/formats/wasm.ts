/**
 * Reads WebAssembly modules: their sections, and what they import, export and hold. Lengths and counts are LEB128.
 *
 *     00 61 73 6D 01 00 00 00   "\0asm", version 1
 *
 * @see WebAssembly Core Specification §5.5
 */
import type { ByteRange } from '../bytes/ranges';
import { Findings, type Field, type FormatElement, type FormatTree } from './element';
import { fieldsAt, layout, need, part, report, shownBytes } from './parts';
import type { Held, Reading } from './reading';

const SECTIONS = [
  ...['custom', 'type', 'import', 'function', 'table', 'memory', 'global'],
  ...['export', 'start', 'element', 'code', 'data', 'data count', 'tag'],
] as const;
const KINDS = ['function', 'table', 'memory', 'global', 'tag'] as const;
const HEADER = layout('magic text4, version u32');
/** Names are cut off behind this. */
const MOST_NAME = 256;
const MOST_LEB = 5;

interface Leb {
  readonly value: number;
  readonly range: ByteRange;
}

export function* wasmReading(held: Held): Reading<FormatTree<'wasm'>> {
  const findings = new Findings();
  const fileEnd = held.byteLength;
  yield* need(held, 0, 8);
  const head = { start: 0, end: Math.min(8, fileEnd) };
  const magic = shownBytes(held.slice({ start: 0, end: Math.min(4, fileEnd) }));
  if (magic !== '00 61 73 6D') report(findings, 0, 'not-this-format', null, magic, '00 61 73 6D');
  const fields = fieldsAt(held, head, HEADER, true).map((field) =>
    field.name === 'magic' ? { ...field, value: '\\0asm' } : field,
  );
  const version = fields[1]?.value;
  if (version === undefined)
    report(findings, 0, 'truncated', null, `${fileEnd} bytes`, 'a magic number and a version');
  else if (version !== 1)
    report(
      findings,
      4,
      'bad-value',
      'header',
      `version ${String(version)}`,
      'version 1, of a module',
    );
  const elements: FormatElement[] = [];
  if (fileEnd > 0) elements.push(part('header', head, { fields }));
  let at = 8;
  while (at < fileEnd && version === 1 && !findings.isFull) {
    yield* need(held, at, at + 1 + MOST_LEB);
    const id = held.at(at) ?? 0;
    const name = SECTIONS[id];
    const size = lebAt(held, at + 1, fileEnd);
    if (name === undefined || size === null) {
      const found = shownBytes(
        held.slice({ start: at, end: Math.min(fileEnd, at + 1 + MOST_LEB) }),
      );
      const code = name === undefined ? 'bad-id' : 'bad-size';
      report(findings, at, code, null, found, 'a section’s id of 0 to 13, and its size');
      break;
    }
    if (!findings.count(at, null)) break;
    const data = { start: size.range.end, end: Math.min(fileEnd, size.range.end + size.value) };
    const missing = size.range.end + size.value - data.end;
    if (missing > 0)
      report(
        findings,
        at,
        'truncated',
        name,
        `${size.value} bytes`,
        `at most ${fileEnd - size.range.end}`,
      );
    elements.push(yield* section(held, name, at, size.range, data, missing, findings));
    at = data.end;
  }
  return { format: 'wasm', elements, problems: findings.problems };
}

function* section(
  held: Held,
  name: (typeof SECTIONS)[number],
  start: number,
  size: ByteRange,
  data: ByteRange,
  missing: number,
  findings: Findings,
): Reading<FormatElement> {
  const fields: Field[] = [];
  const children: FormatElement[] = [];
  const cursor = new Cursor(held, data);
  if (name === 'custom') {
    const text = yield* cursor.name();
    if (text === null) report(findings, data.start, 'bad-value', name, 'no name', 'a name');
    else fields.push(text);
  } else {
    const count = yield* cursor.leb();
    if (count === null) {
      if (missing === 0)
        report(findings, data.start, 'bad-value', name, 'no number', 'a number of entries');
    } else {
      const first = name === 'start' ? 'function' : 'entries';
      fields.push({ name: first, value: count.value, range: count.range });
      const isOpened = name === 'import' || name === 'export' || name === 'code';
      for (let i = 0; isOpened && i < count.value; i++) {
        const from = cursor.at;
        if (!findings.count(from, name)) break;
        const entry = yield* name === 'code' ? body(cursor, i) : named(cursor, name);
        if (entry === null) {
          if (missing === 0)
            report(
              findings,
              from,
              'bad-value',
              name,
              `an entry ${i} that does not end`,
              `${count.value} entries`,
            );
          break;
        }
        children.push(entry);
      }
    }
  }
  const id = { start, end: start + 1 };
  return part(name, { start, end: data.end }, { id, size, data, fields, children, missing });
}

/** A function's body: its size, and as many bytes. */
function* body(cursor: Cursor, index: number): Reading<FormatElement | null> {
  const start = cursor.at;
  const size = yield* cursor.leb();
  if (size === null || !cursor.skip(size.value)) return null;
  const data = { start: size.range.end, end: cursor.at };
  return part(`body ${index}`, { start, end: cursor.at }, { size: size.range, data });
}

/** An import or an export: names, a kind, and what the kind takes. */
function* named(cursor: Cursor, section: 'import' | 'export'): Reading<FormatElement | null> {
  const start = cursor.at;
  const fields: Field[] = [];
  const names = section === 'import' ? ['module', 'name'] : ['name'];
  for (const name of names) {
    const field = yield* cursor.name();
    if (field === null) return null;
    fields.push({ ...field, name });
  }
  const kind = yield* cursor.byte();
  if (kind === null) return null;
  fields.push({ ...kind, name: 'kind', value: KINDS[Number(kind.value)] ?? kind.value });
  if (section === 'export' || kind.value === 0) {
    const index = yield* cursor.leb();
    if (index === null) return null;
    fields.push({ name: section === 'export' ? 'index' : 'type', ...index });
  } else if (!(yield* importedType(cursor, Number(kind.value)))) return null;
  const last = fields.find(({ name }) => name === 'name')?.value;
  const shown = last === undefined || last === '' ? section : String(last);
  return part(shown, { start, end: cursor.at }, { fields });
}

/** Goes over the type of an imported table, memory, global or tag. */
function* importedType(cursor: Cursor, kind: number): Reading<boolean> {
  const limits = function* (): Reading<boolean> {
    const flags = yield* cursor.byte();
    if (flags === null || (yield* cursor.leb(10)) === null) return false;
    return (Number(flags.value) & 1) === 0 || (yield* cursor.leb(10)) !== null;
  };
  switch (kind) {
    case 1:
      return (yield* cursor.byte()) !== null && (yield* limits());
    case 2:
      return yield* limits();
    case 3:
      return (yield* cursor.byte()) !== null && (yield* cursor.byte()) !== null;
    case 4:
      return (yield* cursor.byte()) !== null && (yield* cursor.leb()) !== null;
    default:
      return false;
  }
}

/** A place in a section that moves on as things are read; null where they do not lie within it. */
class Cursor {
  at: number;
  readonly #held: Held;
  readonly #range: ByteRange;

  constructor(held: Held, range: ByteRange) {
    this.#held = held;
    this.#range = range;
    this.at = range.start;
  }

  *leb(most = MOST_LEB): Reading<Leb | null> {
    yield* need(this.#held, this.at, Math.min(this.#range.end, this.at + most));
    const found = lebAt(this.#held, this.at, this.#range.end, most);
    if (found !== null) this.at = found.range.end;
    return found;
  }

  *byte(): Reading<Field | null> {
    if (this.at >= this.#range.end) return null;
    yield* need(this.#held, this.at, this.at + 1);
    const range = { start: this.at, end: ++this.at };
    return { name: '', value: this.#held.at(range.start) ?? 0, range };
  }

  *name(): Reading<Field | null> {
    const length = yield* this.leb();
    if (length === null) return null;
    const start = this.at;
    if (!this.skip(length.value)) return null;
    const range = { start, end: this.at };
    const shown = { start, end: Math.min(range.end, start + MOST_NAME) };
    yield* need(this.#held, shown.start, shown.end);
    return { name: 'name', value: new TextDecoder().decode(this.#held.slice(shown)), range };
  }

  /** @returns whether there are so many bytes */
  skip(byteLength: number): boolean {
    if (this.at + byteLength > this.#range.end) return false;
    this.at += byteLength;
    return true;
  }
}

/** An unsigned LEB128 number whose bytes are at hand: seven bits a byte, lowest first. */
function lebAt(held: Held, start: number, end: number, most = MOST_LEB): Leb | null {
  let value = 0;
  for (let i = 0; i < most && start + i < end; i++) {
    const byte = held.at(start + i);
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value, range: { start, end: start + i + 1 } };
  }
  return null;
}
