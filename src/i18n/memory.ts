/** Interface text of the memory view. */
import type { ByteBase } from '../core/bytes/format';
import type { StepKind } from '../core/trace/rows';
import type { StoreReason } from '../core/trace/step-reason';
import type { Texts } from './locale';

const count = new Intl.NumberFormat('en');
const bytes = (n: number): string => (n === 1 ? '1 byte' : `${count.format(n)} bytes`);
/** First and last byte, both included. */
const range = (first: number, last: number): string =>
  first === last ? `byte ${first}` : `bytes ${first} to ${last}`;

/** `a, b and c`; of a long list the first five. */
const list = (names: readonly string[], more = false): string => {
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  const rest = names.length - shown.length;
  const all = more ? [...shown, 'others'] : rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length === 1
    ? (all[0] ?? '')
    : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
};
const bitsWord = (bits: number): string => (bits === 8 ? 'eight' : String(bits));

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
  /** The note of a view or buffer that is still to be made. */
  readonly unmade: (line: number | null) => string;
  readonly unmadeBuffer: (name: string) => string;
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
  /** A byte whose bits are now open. */
  readonly chosen: (name: string) => string;
  readonly strip: string;
  readonly stripValue: (first: number, last: number, byteLength: number) => string;
  readonly untracked: (tracked: number) => string;
  readonly access: Readonly<Record<'read' | 'write', string>>;
  /** A cell's name when the step changed it. */
  readonly changed: (cell: string) => string;
  readonly explain: ExplainText;
  readonly compare: CompareText;
  readonly history: HistoryText;
}

/** What a step did. Parts of a readout's line begin small and have no full stop; `sentence` makes one of them. */
export interface ExplainText {
  readonly before: string;
  readonly noSteps: string;
  readonly stepOf: (step: number, steps: number, line: number | null) => string;
  readonly sentence: (part: string) => string;
  /** `, bytes 2 to 3` */
  readonly where: (first: number, last: number) => string;
  readonly title: (
    kind: StepKind,
    operation: string | null,
    name: string,
    value: string | null,
    where: string,
    lengths: { readonly before: number; readonly after: number } | null,
  ) => string;
  readonly reason: (reason: StoreReason, assigned: string, stored: string) => string;
  readonly byteOrder: (kind: StepKind, littleEndian: boolean) => string;
  readonly readsOnly: string;
  readonly resized: (before: number, after: number) => string;
  readonly detached: (operation: string | null) => string;
  /** Between which steps; `to` null: after the last one. */
  readonly host: (from: number, to: number | null) => string;
  readonly hostBy: (operation: string) => string;
  readonly by: (operation: string) => string;
  readonly copiedFrom: (buffer: string | null, first: number, last: number) => string;
  /** A step that touches bytes which are in no buffer; empty where there is nothing to add. */
  readonly elsewhere: (kind: StepKind, operation: string | null) => string;
  readonly same: string;
  /** @param more there are others still, that were not looked for */
  readonly also: (kind: StepKind, names: readonly string[], more: boolean) => string;
  readonly whatIf: string;
  readonly backToStep: (step: number) => string;
}

export interface CompareText {
  readonly mark: string;
  readonly marked: (step: number) => string;
  readonly stop: string;
  readonly goTo: (step: number) => string;
  readonly differences: (mark: number, step: number, count: number) => string;
  readonly places: (places: readonly string[], more: number) => string;
}

export interface HistoryText {
  readonly title: (byte: string) => string;
  readonly byte: (buffer: string | null, offset: number) => string;
  readonly none: string;
  readonly previous: string;
  readonly next: string;
  readonly stepNo: (step: number) => string;
  readonly lineNo: (line: number) => string;
  readonly kinds: Readonly<
    Record<'read' | 'write' | 'copy' | 'resize' | 'detach' | 'host', string>
  >;
  readonly absent: string;
  readonly unchanged: (value: string) => string;
  readonly changed: (before: string, after: string) => string;
  readonly omitted: (earlier: number, later: number) => string;
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
    unmade: (line) => (line === null ? 'not made yet' : `not made yet, line ${line} makes it`),
    unmadeBuffer: (name) => `${name}, not made yet`,
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
    chosen: (name) => `${name} chosen. Its bits and its history are below.`,
    strip: 'Window over the buffer',
    stripValue: (first, last, byteLength) =>
      `bytes ${first} to ${last} of ${count.format(byteLength)}`,
    untracked: (tracked) => `Only the first ${bytes(tracked)} are kept.`,
    access: { read: 'read', write: 'write' },
    changed: (cell) => `${cell}, changed`,
    explain: {
      before: 'Before the first step: no byte has been touched.',
      noSteps: 'No step touched memory.',
      stepOf: (step, steps, line) =>
        `Step ${count.format(step)} of ${count.format(steps)}${line === null ? '' : `, line ${line}`}`,
      sentence: (part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`,
      where: (first, last) => `, ${range(first, last)}`,
      title: (kind, operation, name, value, where, lengths) => {
        const what = value === null ? name : `${name} = ${value}`;
        switch (kind) {
          case 'read':
            return `Read ${what}${where}`;
          case 'write':
            return `Write ${what}${where}`;
          case 'copy':
            return `Copy into ${name}${where}`;
          case 'resize':
            return lengths === null
              ? `Resize ${name}`
              : `Resize ${name} from ${bytes(lengths.before)} to ${bytes(lengths.after)}`;
          case 'detach':
            return `Detach ${name}`;
          case 'host':
            return `Native code changes ${name}${where}`;
          default:
            return operation ?? name;
        }
      },
      reason: (reason, assigned, stored) => {
        switch (reason.kind) {
          case 'converted':
            return `${assigned} was converted to a number, ${stored} was stored`;
          case 'nan':
            return 'NaN is no integer, 0 was stored';
          case 'infinite':
            return `${assigned} is no integer, 0 was stored`;
          case 'clamped':
            return reason.limit === 255
              ? `${assigned} is above 255, so it was clamped to 255`
              : `${assigned} is below 0, so it was clamped to 0`;
          case 'nearest':
            return reason.half
              ? `${assigned} is halfway, so it went to the even number, ${stored}`
              : `${assigned} was rounded to ${stored}`;
          case 'truncated':
            return `${assigned} is not whole, its fraction was dropped and ${stored} was stored`;
          case 'negative':
            return `an unsigned element has no ${assigned}, its ${bitsWord(reason.bits)} bits read ${stored}`;
          case 'wrapped':
            return reason.sign
              ? `${assigned} needs the top bit, which counts negative here, so it reads ${stored}`
              : `${assigned} does not fit in ${bitsWord(reason.bits)} bits, ${stored} was stored`;
          case 'wrappedBigInt':
            return reason.negative && !stored.startsWith('−')
              ? `an unsigned element has no ${assigned}, its 64 bits read ${stored}`
              : `${assigned} does not fit in 64 bits, ${stored} was stored`;
          case 'rounded':
            return `${assigned} was rounded to the nearest ${reason.bits}-bit float`;
          case 'overflowed':
            return `${assigned} is beyond the largest ${reason.bits}-bit float, ${stored} was stored`;
          case 'underflowed':
            return `${assigned} is below the smallest ${reason.bits}-bit float, ${stored} was stored`;
        }
      },
      byteOrder: (kind, littleEndian) =>
        `${kind === 'read' ? 'read' : 'written'} ${littleEndian ? 'little-endian, low byte first' : 'big-endian, high byte first'}`,
      readsOnly: 'reading changes nothing',
      resized: (before, after) =>
        after > before
          ? `grew by ${bytes(after - before)}, the new ones are 0`
          : `shrank by ${bytes(before - after)}, what stood there is gone`,
      detached: (operation) =>
        operation === null
          ? 'its bytes have moved to a new owner, every view over it has length 0'
          : `${operation} moved its bytes to a new owner, every view over it has length 0`,
      host: (from, to) =>
        to === null
          ? `changed by native code after step ${count.format(from)}`
          : `changed by native code between steps ${count.format(from)} and ${count.format(to)}`,
      hostBy: (operation) => `changed by native code: ${operation}`,
      by: (operation) => `by ${operation}`,
      copiedFrom: (buffer, first, last) =>
        buffer === null
          ? `from ${range(first, last)} of another buffer`
          : `from ${range(first, last)} of ${buffer}`,
      elsewhere: (kind, operation) => {
        switch (kind) {
          case 'blob':
            return operation === 'Blob.slice'
              ? 'a Blob for these bytes of another one, none of them is read'
              : 'a Blob with a copy of its parts';
          case 'blobread':
            return 'reads these bytes of the Blob';
          case 'url':
            return operation === 'revokeObjectURL'
              ? 'the address leads nowhere from now on'
              : 'the address keeps what it stands for until it is revoked';
          default:
            return '';
        }
      },
      same: 'the same bytes stood there before',
      also: (kind, names, more) =>
        kind === 'host'
          ? `this changed ${list(names, more)}`
          : `the write also changed ${list(names, more)}`,
      whatIf: 'What if: you flipped bits here. The recording is as it was.',
      backToStep: (step) => `Back to step ${count.format(step)}`,
    },
    compare: {
      mark: 'Compare from this step',
      marked: (step) => `Comparing with step ${count.format(step)}`,
      stop: 'Stop comparing',
      goTo: (step) => `Go to step ${count.format(step)}`,
      differences: (mark, step, n) => {
        if (mark === step) return 'Go to another step to see which bytes differ.';
        const steps = `steps ${count.format(Math.min(mark, step))} and ${count.format(Math.max(mark, step))}`;
        return n === 0
          ? `Between ${steps} no byte differs.`
          : `Between ${steps} ${n === 1 ? 'one byte differs' : `${count.format(n)} bytes differ`}.`;
      },
      places: (places, more) =>
        more === 0
          ? places.join(', ')
          : `${places.join(', ')} and ${count.format(more)} more places`,
    },
    history: {
      title: (byte) => `History of ${byte}`,
      byte: (buffer, offset) => (buffer === null ? `byte ${offset}` : `${buffer}, byte ${offset}`),
      none: 'No step touched this byte.',
      previous: 'Previous access',
      next: 'Next access',
      stepNo: (step) => `step ${count.format(step)}`,
      lineNo: (line) => `line ${line}`,
      kinds: {
        read: 'read',
        write: 'write',
        copy: 'copy',
        resize: 'resize',
        detach: 'detach',
        host: 'native code',
      },
      absent: 'none',
      unchanged: (value) => value,
      changed: (before, after) => `${before} → ${after}`,
      omitted: (earlier, later) =>
        [
          earlier > 0 ? `${count.format(earlier)} earlier` : null,
          later > 0 ? `${count.format(later)} later` : null,
        ]
          .filter((part) => part !== null)
          .join(' and ') + ' accesses are not listed.',
    },
  },
};
