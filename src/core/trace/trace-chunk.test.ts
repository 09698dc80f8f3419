import { describe, expect, test } from 'vitest';
import { EMPTY_MEMORY, MAX_BUFFERS_HELD, MAX_VIEWS_HELD, type MemoryState } from './memory-state';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED, ROW_WORDS, WAS_ZERO } from './rows';
import type { StepDetail, TraceBuffer, TraceView } from './trace';
import {
  CHUNK_ROWS,
  LINE_AS_SITE,
  MAX_ASSIGNED_TEXTS,
  MAX_PAYLOAD,
  MAX_STEPS,
  NO_COUNTS,
  TraceAssembler,
  type TraceChunk,
} from './trace-chunk';

const BUFFER: TraceBuffer = {
  name: 'b',
  at: 0,
  byteLength: 8,
  maxByteLength: null,
  shared: false,
  line: 1,
  initial: new Uint8Array(0),
  filled: false,
};
const VIEW: TraceView = {
  name: 'v',
  at: 0,
  bufferId: 0,
  kind: 'Uint8Array',
  byteOffset: 0,
  byteLength: 8,
  lengthTracking: false,
  line: 1,
};
const DETAIL: StepDetail = { operation: 'fill', source: null };
const SITE = { line: 0, column: 0, text: '' };
const NOWHERE = packMeta(KIND.read, 0, 0, NO_BUFFER, NO_VIEW);

const chunk = (parts: Partial<TraceChunk>): TraceChunk => ({
  firstStep: 1,
  rows: new Uint32Array(0),
  payload: new Uint8Array(0),
  details: [],
  buffers: [],
  views: [],
  assigned: [],
  tasks: [],
  ...parts,
});
const readsOf = (count: number) => new Uint32Array(count * ROW_WORDS).fill(NOWHERE);
const ranged = (kind: number, flags: number, from: number, length: number, kept: number) =>
  Uint32Array.of(packMeta(kind, RANGED, flags, 0, NO_VIEW), 0, 0, from, length, 0, kept);

function joined(...chunks: readonly TraceChunk[]): TraceAssembler {
  const assembler = new TraceAssembler([SITE]);
  for (const each of chunks) assembler.add(each);
  return assembler;
}

describe('what a recording holds is limited in all, not by the chunk', () => {
  const many = <T>(count: number, value: T) => Array<T>(count).fill(value);
  test.each<[string, Partial<TraceChunk>, Partial<TraceChunk>]>([
    ['buffers', { buffers: many(MAX_BUFFERS_HELD, BUFFER) }, { buffers: [BUFFER] }],
    [
      'views',
      { buffers: [BUFFER], views: many(MAX_VIEWS_HELD, VIEW) },
      { buffers: [BUFFER], views: [VIEW] },
    ],
    ['payload', { payload: new Uint8Array(MAX_PAYLOAD) }, { payload: new Uint8Array(1) }],
    [
      'assigned texts',
      { assigned: many(MAX_ASSIGNED_TEXTS, { step: 1, text: '' }) },
      { assigned: [{ step: 1, text: '' }] },
    ],
    ['details', {}, { details: [DETAIL] }],
  ])('%s', (_, most, more) => {
    const follower = chunk({ rows: readsOf(0), buffers: [BUFFER] });
    // What is just allowed is taken, and what follows on it too…
    expect(joined(chunk(most)).trace(null, NO_COUNTS).buffers).toHaveLength(
      most.buffers?.length ?? 0,
    );
    // …and one more ends the recording for good.
    const ended = joined(chunk({ ...most, buffers: most.buffers ?? [BUFFER] }), chunk(more));
    ended.add(follower);
    expect(ended.trace(null, NO_COUNTS).buffers).toHaveLength(most.buffers?.length ?? 1);
  });

  test('steps', () => {
    const assembler = new TraceAssembler([SITE]);
    while (assembler.steps < MAX_STEPS) {
      assembler.add(chunk({ firstStep: assembler.steps + 1, rows: readsOf(CHUNK_ROWS) }));
    }
    assembler.add(chunk({ firstStep: MAX_STEPS + 1, rows: readsOf(1) }));
    expect(assembler.steps).toBe(MAX_STEPS);
  });

  test('tasks', () => {
    const tasks = Array<number>(CHUNK_ROWS).fill(1);
    const assembler = joined(chunk({ buffers: [BUFFER] }));
    for (let i = 0; i < 5; i++) assembler.add(chunk({ tasks }));
    expect(assembler.trace(null, NO_COUNTS).tasks).toHaveLength(MAX_STEPS);
  });

  test('lines that become sites', () => {
    const assembler = joined(chunk({ rows: readsOf(1) }));
    const totals = Array.from({ length: 80_000 }, (_, i) => (i % 4 === 0 ? LINE_AS_SITE + i : 0));
    assembler.trace(null, { ...NO_COUNTS, totals });
    expect(assembler.trace(null, NO_COUNTS).sites.length).toBeLessThan(10_002);
  });
});

describe('rows that point at what was not sent end the recording', () => {
  const payload = new Uint8Array(8);
  const with8 = { buffers: [BUFFER], payload, details: [DETAIL] };
  test.each([
    ['bytes before and after', { rows: ranged(KIND.copy, 0, 0, 4, 4) }, 1],
    ['bytes after alone', { rows: ranged(KIND.copy, WAS_ZERO, 0, 8, 8) }, 1],
    ['bytes behind the payload', { rows: ranged(KIND.copy, 0, 1, 4, 4) }, 0],
    ['zeros behind the payload', { rows: ranged(KIND.copy, WAS_ZERO, 1, 8, 8) }, 0],
    ['given up behind the payload', { rows: ranged(KIND.resize, 0, 1, 8, 8) }, 0],
    [
      'a buffer',
      { rows: Uint32Array.of(packMeta(KIND.read, 0, 0, 1, NO_VIEW), 0, 0, 0, 0, 0, 0) },
      0,
    ],
    ['a view', { rows: Uint32Array.of(packMeta(KIND.read, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0) }, 0],
    [
      'the buffer that was copied from',
      {
        rows: ranged(KIND.copy, WAS_ZERO, 0, 8, 8),
        details: [{ operation: 'set', source: { bufferId: 1, range: { start: 0, end: 8 } } }],
      },
      0,
    ],
    ['a view of a buffer', { rows: readsOf(1), views: [{ ...VIEW, bufferId: 1 }] }, 0],
  ])('%s', (_, parts, steps) => {
    expect(joined(chunk({ ...with8, ...parts })).steps).toBe(steps);
  });

  test("the same bytes are not two rows': replay costs what was sent", () => {
    const twice = Uint32Array.of(
      ...ranged(KIND.copy, WAS_ZERO, 0, 8, 8),
      ...ranged(KIND.copy, WAS_ZERO, 0, 8, 8),
    );
    expect(joined(chunk({ ...with8, rows: twice })).steps).toBe(0);
  });

  test('nor are ranges that cover far more than was kept of them', () => {
    const wide = ranged(KIND.copy, 0, 0, 0xffff_ffff, 0);
    const rows = new Uint32Array(100 * ROW_WORDS);
    for (let at = 0; at < rows.length; at += ROW_WORDS) rows.set(wide, at);
    expect(joined(chunk({ ...with8, rows })).steps).toBe(0);
  });
});

describe('a recording that has not grown', () => {
  const final: MemoryState = {
    ...EMPTY_MEMORY,
    buffers: [
      {
        id: 0,
        name: 'b',
        byteLength: 8,
        maxByteLength: null,
        shared: false,
        detached: false,
        bytes: new Uint8Array(8),
        written: new Uint8Array(8),
        line: 1,
      },
    ],
  };
  const write = (offset: number) =>
    Uint32Array.of(packMeta(KIND.write, 0, 0, 0, NO_VIEW), 0, offset, 0, 0, 0, 0);

  test('is not joined again, and is when it has', () => {
    const assembler = joined(
      chunk({ rows: write(0), buffers: [BUFFER] }),
      chunk({ firstStep: 2, rows: write(1) }),
    );
    const first = assembler.trace(final, NO_COUNTS);
    const counts = { skipped: 0, unrecorded: 1, totals: [0, NO_VIEW, 0, 1] };
    const second = assembler.trace(final, counts);
    expect(second.rows).toBe(first.rows);
    expect(second.details).toBe(first.details);
    expect(first.totals).toEqual([{ site: 0, view: NO_VIEW, reads: 0, writes: 2 }]);
    expect(second.totals).toEqual([{ site: 0, view: NO_VIEW, reads: 0, writes: 3 }]);
    assembler.add(chunk({ firstStep: 3, rows: write(7) }));
    const third = assembler.trace(final, NO_COUNTS);
    expect([...(second.final?.buffers[0]?.written ?? [])]).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect([...(third.final?.buffers[0]?.written ?? [])]).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
    expect([third.steps, third.rows.length, first.rows.length]).toEqual([3, 21, 14]);
    expect(third.totals).toEqual([{ site: 0, view: NO_VIEW, reads: 0, writes: 3 }]);
  });
});
