/**
 * Traces for tests, made by doing: real buffers and typed arrays are written to, and each access is put down through
 * TraceWriter as the recorder would. The only place in the tests of visualizers that knows how a trace is written.
 */
import { rangeAt } from '../bytes/ranges';
import { readElement } from '../bytes/read';
import { ELEMENT_TYPES, type ElementKind, type ViewKind } from '../bytes/view-kinds';
import {
  ASSIGNED_NUMBER,
  ASSIGNED_TEXT,
  familyBits,
  KIND,
  LITTLE_ENDIAN,
  NO_VIEW,
  VIA_DATAVIEW,
} from './rows';
import type { Site, Trace, TraceBuffer, TraceView } from './trace';
import { TraceAssembler, type TraceChunk } from './trace-chunk';
import { TraceWriter } from './trace-writer';

/** The line and the statement of an access. */
export type At = readonly [line: number, text: string];

interface Made {
  readonly id: number;
  /** The living bytes; a detached buffer has none. */
  bytes: Uint8Array<ArrayBuffer>;
}

const SIZE_CODES: Readonly<Record<number, number>> = { 1: 0, 2: 1, 4: 2, 8: 3 };
const NOWHERE: At = [0, ''];

function words(bytes: Uint8Array): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  bytes.forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  return [view.getUint32(0, true), view.getUint32(4, true)];
}

function float64Words(value: number): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [view.getUint32(0, true), view.getUint32(4, true)];
}

/** A program under recording. */
export class Recording {
  readonly #chunks: TraceChunk[] = [];
  readonly #writer = new TraceWriter((chunk) => this.#chunks.push(chunk));
  readonly #assigned: { step: number; text: string }[] = [];
  readonly #sites: Site[] = [{ line: 0, column: 0, text: '' }];
  readonly #siteIds = new Map<string, number>();
  readonly #buffers: TraceBuffer[] = [];
  readonly #views: TraceView[] = [];
  readonly #made: Made[] = [];

  get steps(): number {
    return this.#writer.steps;
  }

  buffer(name: string | null, byteLength: number, more: Partial<TraceBuffer> = {}): number {
    const bytes = new Uint8Array(more.maxByteLength ?? byteLength);
    bytes.set(more.initial ?? []);
    this.#made.push({ id: this.#made.length, bytes: bytes.subarray(0, byteLength) });
    this.#buffers.push({
      name,
      at: this.steps,
      byteLength,
      maxByteLength: null,
      shared: false,
      line: 1,
      initial: new Uint8Array(0),
      filled: false,
      ...more,
    });
    return this.#made.length - 1;
  }

  view(name: string | null, kind: ViewKind, bufferId: number, more: Partial<TraceView> = {}) {
    const id = this.#views.length;
    const byteOffset = more.byteOffset ?? 0;
    this.#views.push({
      name,
      at: this.steps,
      bufferId,
      kind,
      byteOffset,
      byteLength: this.bytesOf(bufferId).length - byteOffset,
      lengthTracking: false,
      line: 1,
      ...more,
    });
    const buffer = () => this.#made[bufferId] as Made;
    const element = (index: number, type: ElementKind) =>
      rangeAt(byteOffset + index * ELEMENT_TYPES[type].byteSize, ELEMENT_TYPES[type].byteSize);
    const own = kind === 'DataView' ? 'Uint8Array' : kind;
    return {
      id,
      read: (index: number, at: At = NOWHERE) => {
        const range = element(index, own);
        this.#element(KIND.read, LITTLE_ENDIAN, buffer(), id, range.start, own, at, null, null);
      },
      /** `shown` is the assigned value as text, where it is no number. */
      write: (index: number, value: number | bigint, at: At = NOWHERE, shown?: string) => {
        const range = element(index, own);
        this.#element(KIND.write, LITTLE_ENDIAN, buffer(), id, range.start, own, at, value, shown);
      },
      get: (type: ElementKind, offset: number, littleEndian: boolean, at: At = NOWHERE) => {
        const flags =
          VIA_DATAVIEW |
          familyBits(ELEMENT_TYPES[type].family) |
          (littleEndian ? LITTLE_ENDIAN : 0);
        this.#element(KIND.read, flags, buffer(), id, byteOffset + offset, type, at, null, null);
      },
      set: (
        type: ElementKind,
        offset: number,
        value: number | bigint,
        littleEndian: boolean,
        at: At = NOWHERE,
      ) => {
        const flags =
          VIA_DATAVIEW |
          familyBits(ELEMENT_TYPES[type].family) |
          (littleEndian ? LITTLE_ENDIAN : 0);
        this.#element(KIND.write, flags, buffer(), id, byteOffset + offset, type, at, value, null);
      },
    };
  }

  bytesOf(bufferId: number): Uint8Array<ArrayBuffer> {
    return (this.#made[bufferId] as Made).bytes;
  }

  /** `bytes` arrive at `start` by a built-in; `viewId` null for the host's doing. */
  range(
    kind: 'copy' | 'host' | 'write',
    bufferId: number,
    viewId: number | null,
    start: number,
    bytes: ArrayLike<number>,
    operation: string,
    at: At = NOWHERE,
    source: { readonly bufferId: number; readonly start: number } | null = null,
  ): void {
    const memory = this.bytesOf(bufferId);
    const range = rangeAt(start, bytes.length);
    const before = memory.slice(range.start, range.end);
    memory.set(bytes, start);
    this.#writer.range(
      KIND[kind],
      0,
      bufferId,
      viewId ?? NO_VIEW,
      this.#site(at),
      range,
      before,
      memory.slice(range.start, range.end),
      {
        operation,
        source: source && {
          bufferId: source.bufferId,
          range: rangeAt(source.start, bytes.length),
        },
      },
    );
  }

  /** A ranged read: iteration, spread, `map`. */
  readRange(bufferId: number, viewId: number, start: number, length: number, at: At = NOWHERE) {
    const detail = { operation: 'forEach', source: null };
    const range = rangeAt(start, length);
    this.#writer.range(KIND.read, 0, bufferId, viewId, this.#site(at), range, null, null, detail);
  }

  resize(bufferId: number, byteLength: number, at: At = NOWHERE): void {
    const buffer = this.#made[bufferId] as Made;
    const before = buffer.bytes.length;
    const lost = buffer.bytes.slice(byteLength);
    const whole = new Uint8Array(buffer.bytes.buffer);
    whole.fill(0, Math.min(before, byteLength));
    buffer.bytes = whole.subarray(0, byteLength);
    this.#writer.range(
      KIND.resize,
      0,
      bufferId,
      NO_VIEW,
      this.#site(at),
      { start: Math.min(before, byteLength), end: Math.max(before, byteLength) },
      lost,
      null,
      { operation: 'resize', source: null, lengths: { before, after: byteLength } },
    );
  }

  detach(bufferId: number, operation = 'transfer', at: At = NOWHERE): void {
    const buffer = this.#made[bufferId] as Made;
    const range = { start: 0, end: buffer.bytes.length };
    const detail = { operation, source: null };
    this.#writer.range(
      KIND.detach,
      0,
      bufferId,
      NO_VIEW,
      this.#site(at),
      range,
      null,
      null,
      detail,
    );
    buffer.bytes = new Uint8Array(0);
  }

  trace(more: Partial<Trace> = {}): Trace {
    this.#writer.flush();
    const assembler = new TraceAssembler(this.#sites);
    const made = { buffers: this.#buffers, views: this.#views };
    for (const [i, chunk] of this.#chunks.entries()) {
      assembler.add(i === 0 ? { ...chunk, ...made } : chunk);
    }
    const counts = { skipped: 0, unrecorded: 0, totals: [] };
    return {
      ...assembler.trace(null, counts),
      ...made,
      assigned: new Map(this.#assigned.map(({ step, text }) => [step, text])),
      ...more,
    };
  }

  #site([line, text]: At): number {
    if (line === 0) return 0;
    const key = `${String(line)} ${text}`;
    let id = this.#siteIds.get(key);
    if (id === undefined) {
      id = this.#sites.length;
      this.#sites.push({ line, column: 1, text });
      this.#siteIds.set(key, id);
    }
    return id;
  }

  #element(
    kind: number,
    flags: number,
    { id: bufferId, bytes }: Made,
    viewId: number,
    start: number,
    type: ElementKind,
    at: At,
    value: number | bigint | null,
    shown: string | undefined | null,
  ): void {
    const { byteSize } = ELEMENT_TYPES[type];
    const before = words(bytes.slice(start, start + byteSize));
    let after = before;
    let more = 0;
    let spare: [number, number] | null = null;
    if (value !== null) {
      const littleEndian = (flags & LITTLE_ENDIAN) !== 0;
      const stored = convert(type, value);
      if (!littleEndian) stored.reverse();
      bytes.set(stored, start);
      after = words(bytes.slice(start, start + byteSize));
      const isKept = Object.is(readElement(bytes, start, type, littleEndian), value);
      if (shown != null || (!isKept && typeof value === 'bigint')) {
        more = ASSIGNED_TEXT;
        this.#assigned.push({ step: this.steps + 1, text: shown ?? `${String(value)}n` });
      } else if (!isKept && typeof value === 'number') {
        more = ASSIGNED_NUMBER;
        spare = float64Words(value);
      }
    }
    this.#writer.element(
      kind,
      SIZE_CODES[byteSize] ?? 0,
      flags | more,
      bufferId,
      viewId,
      this.#site(at),
      start,
      before[0],
      spare ? spare[0] : before[1],
      after[0],
      spare ? spare[1] : after[1],
    );
  }
}

/** The bytes an engine stores for a value, lowest address first on a little-endian machine. */
function convert(type: ElementKind, value: number | bigint): Uint8Array<ArrayBuffer> {
  const Type = globalThis[type] as unknown as {
    of(value: number | bigint): { readonly buffer: ArrayBuffer };
  };
  return new Uint8Array(Type.of(value).buffer);
}

/** The lesson "Four views, one buffer": 23 steps, as the design draws them. */
export function lessonTrace(): Trace {
  const recording = new Recording();
  const buffer = recording.buffer('buffer', 16);
  const u8 = recording.view('u8', 'Uint8Array', buffer, { line: 3 });
  const i16 = recording.view('i16', 'Int16Array', buffer, { line: 4 });
  const f32 = recording.view('f32', 'Float32Array', buffer, { line: 5 });
  const dv = recording.view('dv', 'DataView', buffer, { line: 6 });
  u8.write(0, 255, [8, 'u8[0] = 255']);
  u8.write(1, 127, [9, 'u8[1] = 127']);
  i16.read(0, [10, 'i16[0]']);
  f32.write(1, 1.5, [12, 'f32[1] = 1.5']);
  u8.read(7, [13, 'u8[7]']);
  i16.write(1, 300, [15, 'i16[1] = 300']);
  i16.write(1, -2, [16, 'i16[1] = -2']);
  u8.read(2, [17, 'u8[2]']);
  u8.read(3, [17, 'u8[3]']);
  dv.set('Int16Array', 8, -2, false, [19, 'dv.setInt16(8, -2)']);
  i16.read(4, [20, 'i16[4]']);
  dv.set('Float32Array', 12, 0.1, true, [22, 'dv.setFloat32(12, 0.1, true)']);
  f32.read(3, [23, 'f32[3]']);
  for (let index = 0; index < 5; index++) {
    u8.read(index, [26, 'u8[i] += 1']);
    u8.write(index, (recording.bytesOf(buffer)[index] ?? 0) + 1, [26, 'u8[i] += 1']);
  }
  return recording.trace();
}

/** A loop of `rounds` turns, each reading and writing one byte of `byteLength`, through `lanes` views. */
export function loopTrace(rounds: number, byteLength: number, lanes = 1): Trace {
  const recording = new Recording();
  const buffer = recording.buffer('buffer', byteLength);
  const kinds: readonly ViewKind[] = [
    'Uint8Array',
    'Int16Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
  ];
  const views = kinds
    .slice(0, lanes)
    .map((kind, index) => recording.view(`v${String(index)}`, kind, buffer));
  const u8 = views[0];
  for (let round = 0; u8 && round < rounds; round++) {
    const at = (round * 7) % byteLength;
    u8.read(at, [3, 'u8[at]']);
    u8.write(at, (round * 31) & 0xff, [4, 'u8[at] = value']);
  }
  return recording.trace();
}

/**
 * A fill of a whole buffer, through the first of its views, that kept only the bytes of `after`: a range as it is where
 * the buffer goes on beyond what is tracked, or where a hostile realm says so.
 */
export function oneRange(kinds: readonly ViewKind[], byteLength: number, after: Uint8Array): Trace {
  const recording = new Recording();
  const buffer = recording.buffer('buffer', 1);
  kinds.forEach((kind, index) => recording.view(`v${String(index)}`, kind, buffer));
  recording.range('write', buffer, 0, 0, [0], 'fill');
  const trace = recording.trace();
  trace.rows[4] = byteLength;
  trace.rows[6] = after.length;
  const payload = new Uint8Array(2 * after.length);
  payload.set(after, after.length);
  return {
    ...trace,
    payload,
    buffers: trace.buffers.map((each) => ({ ...each, byteLength })),
    views: trace.views.map((each) => ({ ...each, byteLength })),
  };
}
