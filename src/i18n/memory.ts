/** Interface text of the memory view. */
import type { ByteBase } from '../core/bytes/format';
import type { Texts } from './locale';

const count = new Intl.NumberFormat('en');
const bytes = (n: number): string => (n === 1 ? '1 byte' : `${count.format(n)} bytes`);
/** First and last byte, both included. */
const range = (first: number, last: number): string =>
  first === last ? `byte ${first}` : `bytes ${first} to ${last}`;

const nibbles = (bits: string): string => bits.replace(/(.{4})/, '$1 ');

export interface MemoryText {
  readonly memory: string;
  readonly base: string;
  readonly bases: Readonly<Record<ByteBase, { readonly short: string; readonly long: string }>>;
  /** The row label of the bytes. */
  readonly bytes: string;
  readonly nothing: string;
  readonly bufferCount: (n: number) => string;
  readonly omittedBuffers: (n: number) => string;
  readonly bufferOf: (view: string) => string;
  readonly unnamedBuffer: string;
  readonly buffer: (
    name: string,
    facts: {
      readonly byteLength: number;
      readonly maxByteLength: number | null;
      readonly shared: boolean;
      readonly detached: boolean;
    },
  ) => string;
  readonly grid: (buffer: string, views: number) => string;
  readonly detached: string;
  readonly noBytes: string;
  readonly noViews: string;
  readonly laneNotes: Readonly<Record<'detached' | 'out-of-bounds' | 'empty', string>>;
  readonly omittedCalls: (n: number) => string;
  readonly showLane: (name: string) => string;
  readonly laneHeader: (name: string, kind: string, tracking: boolean) => string;
  readonly moreLanes: (n: number) => string;
  readonly fewerLanes: string;
  readonly byteName: (offset: number) => string;
  /** `shown` is what stands in the cell, in that base. */
  readonly byteCell: (offset: number, base: ByteBase, shown: string, value: number) => string;
  readonly valueCell: (name: string, first: number, last: number, value: string) => string;
  readonly callCell: (
    lane: string,
    call: string,
    first: number,
    last: number,
    value: string,
  ) => string;
  readonly byteOrder: (littleEndian: boolean) => string;
  readonly call: (order: string | null, line: number | null, times: number) => string;
  /** The readout's "bytes 2–3". */
  readonly span: (first: number, last: number) => string;
  readonly bits: (bits: string) => string;
  readonly idle: string;
  /** Spoken after the name of a cell that the keyboard reached. */
  readonly spoken: (hex: string, value: string) => string;
  readonly pinned: (name: string) => string;
  readonly unpinned: string;
  readonly strip: string;
  readonly stripValue: (first: number, last: number, byteLength: number) => string;
  readonly untracked: (tracked: number) => string;
  readonly access: Readonly<Record<'read' | 'write', string>>;
}

export const memoryText: Texts<MemoryText> = {
  en: {
    memory: 'Memory',
    base: 'Number base of the bytes',
    bases: {
      hex: { short: 'hex', long: 'hexadecimal' },
      dec: { short: 'dec', long: 'decimal' },
      bin: { short: 'bin', long: 'binary' },
    },
    bytes: 'bytes',
    nothing: 'No buffer yet. Make a typed array or a DataView and run the code.',
    bufferCount: (n) => `${n} buffers`,
    omittedBuffers: (n) =>
      n === 1 ? 'One more buffer is not shown.' : `${count.format(n)} more buffers are not shown.`,
    bufferOf: (view) => `buffer of ${view}`,
    unnamedBuffer: 'unnamed buffer',
    buffer: (name, { byteLength, maxByteLength, shared, detached }) => {
      if (detached) return `${name}, detached`;
      const size =
        maxByteLength === null
          ? bytes(byteLength)
          : `${bytes(byteLength)} of at most ${count.format(maxByteLength)}`;
      return shared ? `${name}, shared, ${size}` : `${name}, ${size}`;
    },
    grid: (buffer, views) =>
      `Memory: ${buffer}, ${views === 0 ? 'no views' : views === 1 ? 'one view' : `${views} views`}`,
    detached: 'Detached. Its bytes have moved to a new owner.',
    noBytes: 'No bytes.',
    noViews: 'No view reads these bytes.',
    laneNotes: {
      detached: 'length 0, the buffer is detached',
      'out-of-bounds': 'length 0, out of bounds',
      empty: 'length 0',
    },
    omittedCalls: (n) => `+${n} more`,
    showLane: (name) => `Show lane ${name}`,
    laneHeader: (name, kind, tracking) =>
      `${name}, ${kind}${tracking ? ', follows the length of its buffer' : ''}`,
    moreLanes: (n) => (n === 1 ? 'Show one more view' : `Show ${n} more views`),
    fewerLanes: 'Show fewer views',
    byteName: (offset) => `byte ${offset}`,
    byteCell: (offset, base, shown, value) => {
      const said = {
        hex: `hex ${shown}, ${value}`,
        dec: shown,
        bin: `bits ${nibbles(shown)}, ${value}`,
      };
      return `byte ${offset}, ${said[base]}`;
    },
    valueCell: (name, first, last, value) => `${name}, ${range(first, last)}, ${value}`,
    callCell: (lane, call, first, last, value) =>
      `${lane}, ${call}, ${range(first, last)}, now ${value}`,
    byteOrder: (littleEndian) => (littleEndian ? 'little-endian' : 'big-endian'),
    call: (order, line, times) =>
      [order, line === null ? null : `line ${line}`, times > 1 ? `${times} times` : null]
        .filter((part) => part !== null)
        .join(', '),
    span: (first, last) => (first === last ? `byte ${first}` : `bytes ${first}–${last}`),
    bits: (bits) => `bits ${nibbles(bits)}`,
    idle: 'Point at a value, or tap it, to see the bytes it covers.',
    spoken: (hex, value) => `hex ${hex}, value ${value}`,
    pinned: (name) => `${name} pinned. Escape unpins.`,
    unpinned: 'Unpinned.',
    strip: 'Window over the buffer',
    stripValue: (first, last, byteLength) =>
      `bytes ${first} to ${last} of ${count.format(byteLength)}`,
    untracked: (tracked) => `Only the first ${bytes(tracked)} are kept.`,
    access: { read: 'read', write: 'write' },
  },
};
