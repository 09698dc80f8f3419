/** Inputs and results as values: what a reference is given, whether a result equals it, and how both are written. */
import { formatHex } from '../bytes/format';
import { readElement } from '../bytes/read';
import { ELEMENT_TYPES } from '../bytes/view-kinds';
import type { Preview } from '../trace/console-entry';
import { bytesOfFile } from './made-file';
import type { PlainValue, Probe, ProbeInput } from './probe';

/** What a check expects of a value that is no view: plain values, lists and objects of them. */
export type Expected = PlainValue | readonly Expected[] | { readonly [key: string]: Expected };

/** An input as a reference function takes it: the bytes of a view or buffer are a Uint8Array. */
export type InputValue =
  PlainValue | Uint8Array | readonly InputValue[] | { [key: string]: InputValue };

export function valueOf(input: ProbeInput): InputValue {
  switch (input.kind) {
    case 'plain':
      return input.value;
    case 'list':
      return input.items.map(valueOf);
    case 'object':
      return Object.fromEntries(input.entries.map(({ key, value }) => [key, valueOf(value)]));
    case 'bytes':
      return coveredBytes(input);
    case 'file':
      return bytesOfFile(input.file);
    case 'canvas':
      return { ...input.canvas, pixels: input.canvas.pixels.slice() };
    case 'controls':
      return input.values.slice();
    case 'socket':
    case 'worker':
    case 'listener':
    case 'media':
      // A reference has nobody to speak to.
      return undefined;
  }
}

/** A copy of the bytes that the argument covers. */
export function coveredBytes({ bytes, view }: Extract<ProbeInput, { kind: 'bytes' }>): Uint8Array {
  if (view === null) return bytes.slice();
  const size = view.kind === 'DataView' ? 1 : sizeOf(view.kind);
  return bytes.slice(view.byteOffset, view.byteOffset + view.length * size);
}

const sizeOf = (kind: keyof typeof ELEMENT_TYPES): number => ELEMENT_TYPES[kind].byteSize;

/** Whether a result is this value: numbers by `Object.is`, lists and objects by their items. */
export function equals(found: Preview, expected: Expected): boolean {
  if (typeof expected === 'string') {
    return found.kind === 'string' && found.omitted === 0 && found.text === expected;
  }
  if (typeof expected !== 'object' || expected === null) {
    const type = expected === null ? 'null' : typeof expected;
    return (
      found.kind === 'primitive' && found.type === type && found.text === formatPlain(expected)
    );
  }
  if (Array.isArray(expected)) {
    const items = expected as readonly Expected[];
    return (
      found.kind === 'list' &&
      found.length === items.length &&
      found.omitted === 0 &&
      items.every((item, i) => {
        const other = found.items[i];
        return other != null && equals(other, item);
      })
    );
  }
  const wanted = Object.entries(expected as Readonly<Record<string, Expected>>);
  return (
    found.kind === 'object' &&
    found.omitted === 0 &&
    found.entries.length === wanted.length &&
    wanted.every(([key, value]) =>
      found.entries.some((entry) => entry.key === key && equals(entry.value, value)),
    )
  );
}

function formatPlain(value: PlainValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** `0x12345678`, `0x0a`, `-0x0a`: whole bytes. Numbers with a fraction stay decimal. */
export function formatHexNumber(value: number): string {
  if (!Number.isInteger(value)) return formatPlain(value);
  const digits = Math.abs(value).toString(16);
  return `${value < 0 ? '-' : ''}0x${digits.padStart(digits.length + (digits.length % 2), '0')}`;
}

/** A value as code writes it: `[1, "a"]`, `{ station: 260 }`. */
export function formatExpected(value: Expected): string {
  if (typeof value !== 'object' || value === null) return formatPlain(value);
  if (Array.isArray(value)) {
    return `[${(value as readonly Expected[]).map(formatExpected).join(', ')}]`;
  }
  const entries = Object.entries(value as Readonly<Record<string, Expected>>);
  return braces(entries.map(([key, item]) => `${key}: ${formatExpected(item)}`));
}

const braces = (parts: readonly string[]): string =>
  parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;

/** Items written of one list or view. */
const SHOWN = 8;
const shown = (items: readonly string[], length = items.length): string =>
  `[${items.slice(0, SHOWN).join(', ')}${length > SHOWN ? ', …' : ''}]`;

/** A result in the same way, with the console's names for views and buffers. */
export function formatFound(found: Preview): string {
  switch (found.kind) {
    case 'primitive':
      return found.text;
    case 'string':
      return JSON.stringify(found.text);
    case 'list':
      return shown(
        found.items.map((item) => (item === null ? '' : formatFound(item))),
        found.length,
      );
    case 'object':
      return braces(found.entries.map(({ key, value }) => `${key}: ${formatFound(value)}`));
    case 'typed-array':
      return `${found.type}(${found.length}) ${shown(found.items, found.length)}`;
    case 'data-view':
      return `DataView(${found.byteLength})`;
    case 'array-buffer':
      return `${found.shared ? 'Shared' : ''}ArrayBuffer(${found.byteLength})`;
    case 'blob':
      return `Blob(${found.size})`;
    case 'function':
      return found.isClass ? `class ${found.name}` : `function ${found.name}`;
    case 'error':
      return `${found.name}: ${found.message}`;
    case 'elided':
      return `${found.name} {…}`;
    case 'accessor':
    case 'proxy':
    case 'circular':
      return found.kind;
  }
}

/** A call as a reader sees it: `elementCount(18, 4, 0)`, `middle(ArrayBuffer(64))`. */
export function formatCall({ call, inputs }: Probe): string {
  return `${call}(${inputs.map(formatInput).join(', ')})`;
}

/** ` [49 49 2A 00 …]`, since a buffer or DataView has no elements; nothing for zeros. */
function formatBytes(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte === 0)) return '';
  const end = Math.min(bytes.length, SHOWN);
  return ` [${formatHex(bytes, { start: 0, end })}${bytes.length > SHOWN ? ' …' : ''}]`;
}

/** `ms`, `stream { pace: "burst", parseMs: 120 }`. */
function formatMedia({ part, media }: Extract<ProbeInput, { kind: 'media' }>): string {
  if (part === 'source') return 'ms';
  if (part === 'class') return 'MediaSource';
  if (part === 'video') return 'video';
  const { file, chunkBytes, pace, parseMs, garbage } = media;
  const facts = [
    `chunks: ${Math.ceil(file.byteLength / chunkBytes)}`,
    ...(part === 'stream' ? [`pace: "${pace}"`] : []),
    ...(parseMs > 1 ? [`parseMs: ${parseMs}`] : []),
    ...(garbage === null ? [] : [`garbage: ${garbage.chunk}`]),
  ];
  return part === 'stream' ? `stream ${braces(facts)}` : `chunks ${braces(facts)}`;
}

function formatInput(input: ProbeInput): string {
  switch (input.kind) {
    case 'plain':
      return input.hex === true && typeof input.value === 'number'
        ? formatHexNumber(input.value)
        : formatPlain(input.value);
    case 'list':
      return shown(input.items.map(formatInput));
    case 'object':
      return braces(input.entries.map(({ key, value }) => `${key}: ${formatInput(value)}`));
    case 'bytes': {
      const { bytes, view } = input;
      if (view === null) return `ArrayBuffer(${bytes.length})${formatBytes(bytes)}`;
      const at = view.byteOffset === 0 ? '' : ` at byteOffset ${view.byteOffset}`;
      if (view.kind === 'DataView')
        return `DataView(${view.length})${formatBytes(coveredBytes(input))}${at}`;
      const { kind, length } = view;
      const items = Array.from({ length: Math.min(length, SHOWN) }, (_, i) => {
        const { byteSize } = ELEMENT_TYPES[kind];
        return formatPlain(readElement(coveredBytes(input), i * byteSize, kind));
      });
      return `${kind}(${length}) ${shown(items, length)}${at}`;
    }
    case 'file':
      return `File(${input.file.byteLength})`;
    case 'socket':
      return 'socket';
    case 'worker':
      return 'worker';
    case 'listener':
      return input.name;
    case 'canvas':
      return `canvas of ${input.canvas.width} × ${input.canvas.height}`;
    case 'controls':
      return `${input.name} at ${input.values.join(', ')}`;
    case 'media':
      return formatMedia(input);
  }
}
