import { describe, expect, test } from 'vitest';
import { memoryAt, Replay } from './replay';
import { KIND, LITTLE_ENDIAN, NO_BUFFER, NO_VIEW } from './rows';
import {
  changedBetween,
  lastChange,
  neighbourThroughView,
  stepsTouching,
  totalsByLine,
} from './selectors';
import { stepAt, type TraceBuffer, type TraceView } from './trace';
import { Recording } from './step-trace.fixture';
import { TraceAssembler, type TraceChunk } from './trace-chunk';
import { TraceWriter, writeTrace } from './trace-writer';

/** A small random generator that gives the same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Oracle {
  readonly bytes: number[];
  byteLength: number;
  detached: boolean;
}

const plainBuffer = (byteLength: number, maxByteLength: number | null = null): TraceBuffer => ({
  name: 'buffer',
  at: 0,
  byteLength,
  maxByteLength,
  shared: false,
  line: 1,
  initial: new Uint8Array(0),
  filled: false,
});

const plainView: TraceView = {
  name: 'view',
  at: 0,
  bufferId: 0,
  kind: 'Uint16Array',
  byteOffset: 0,
  byteLength: 4,
  lengthTracking: false,
  line: 2,
};

/** A random program over `count` buffers, recorded as the recorder would, with memory after every step beside it. */
function randomTrace(seed: number, steps: number, count = 2) {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const chunks: TraceChunk[] = [];
  const writer = new TraceWriter((chunk) => chunks.push(chunk));
  const buffers = Array.from({ length: count }, (_, i) =>
    plainBuffer(8 + below(40), i === 0 ? 64 : null),
  );
  const oracles: Oracle[] = buffers.map(({ byteLength }) => ({
    bytes: new Array<number>(byteLength).fill(0),
    byteLength,
    detached: false,
  }));
  const history = [oracles.map((oracle) => oracle.bytes.slice())];
  const words = (bytes: readonly number[]) => {
    const view = new DataView(new ArrayBuffer(8));
    bytes.forEach((byte, i) => {
      view.setUint8(i, byte);
    });
    return [view.getUint32(0, true), view.getUint32(4, true)] as const;
  };
  for (let step = 0; step < steps; step++) {
    const id = below(count);
    const oracle = oracles[id];
    if (!oracle) continue;
    const { bytes } = oracle;
    const choice = random();
    if (choice < 0.6 && bytes.length >= 8 && !oracle.detached) {
      const size = below(4);
      const width = 1 << size;
      const at = below(bytes.length - width + 1);
      const isRead = random() < 0.3;
      const before = bytes.slice(at, at + width);
      const after = isRead ? before : before.map(() => below(256));
      writer.element(
        isRead ? KIND.read : KIND.write,
        size,
        LITTLE_ENDIAN,
        id,
        NO_VIEW,
        0,
        at,
        ...words(before),
        ...words(after),
      );
      bytes.splice(at, width, ...after);
    } else if (choice < 0.85 && bytes.length > 0 && !oracle.detached) {
      const start = below(bytes.length);
      const end = start + below(bytes.length - start + 1);
      const before = Uint8Array.from(bytes.slice(start, end));
      const after = before.map(() => below(256));
      const kind = random() < 0.8 ? KIND.copy : KIND.host;
      writer.range(kind, 0, id, NO_VIEW, 0, { start, end }, before, after, {
        operation: 'fill',
        source: null,
      });
      bytes.splice(start, end - start, ...after);
    } else if (choice < 0.97 && buffers[id]?.maxByteLength !== null && !oracle.detached) {
      const length = below(65);
      const lost = Uint8Array.from(bytes.slice(length));
      writer.range(
        KIND.resize,
        0,
        id,
        NO_VIEW,
        0,
        { start: Math.min(length, bytes.length), end: Math.max(length, bytes.length) },
        lost,
        null,
        {
          operation: 'resize',
          source: null,
          lengths: { before: bytes.length, after: length },
        },
      );
      while (bytes.length < length) bytes.push(0);
      bytes.length = length;
    } else if (choice > 0.995 && !oracle.detached) {
      writer.range(KIND.detach, 0, id, NO_VIEW, 0, { start: 0, end: bytes.length }, null, null, {
        operation: 'transfer',
        source: null,
      });
      oracle.detached = true;
    } else continue;
    history.push(oracles.map((o) => (o.detached ? [] : o.bytes.slice())));
  }
  writer.flush();
  const assembler = new TraceAssembler([{ line: 0, column: 0, text: '' }]);
  chunks.forEach((chunk, i) => {
    assembler.add(i === 0 ? { ...chunk, buffers } : chunk);
  });
  return { trace: assembler.trace(null, { skipped: 0, unrecorded: 0, totals: [] }), history };
}

describe('replay', () => {
  test('equals a plain oracle at every step of 500 random programs, forwards, backwards and at random', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const { trace, history } = randomTrace(seed, 60);
      expect(trace.steps).toBe(history.length - 1);
      const replay = new Replay(trace);
      const check = (step: number) => {
        replay.seek(step);
        history[step]?.forEach((bytes, id) => {
          if (String(replay.bytesOf(id)) !== String(bytes)) {
            throw new Error(
              `Program ${seed}, step ${step}, buffer ${id}: ${String(replay.bytesOf(id))} instead of ${String(bytes)}`,
            );
          }
        });
      };
      for (let step = 0; step <= trace.steps; step++) check(step);
      for (let step = trace.steps; step >= 0; step--) check(step);
      const random = seeded(seed);
      for (let i = 0; i < 20; i++) check(Math.floor(random() * (trace.steps + 1)));
    }
  });

  test('a trace longer than one chunk is joined', () => {
    const trace = writeTrace({ buffers: [plainBuffer(16)], views: [] }, (writer) => {
      for (let i = 0; i < 200_000; i++) {
        writer.element(KIND.write, 0, 0, 0, NO_VIEW, 0, i % 16, 0, 0, i & 255, 0);
      }
    });
    expect(trace.steps).toBe(200_000);
    expect(memoryAt(trace, 200_000).buffers[0]?.bytes[15]).toBe(199_999 & 255);
  });

  test('a long trace seeks the same from every side, with checkpoints and without', () => {
    const { trace } = randomTrace(7, 60_000, 3);
    const walked = new Replay(trace);
    const jumped = new Replay(trace);
    jumped.seek(trace.steps);
    const random = seeded(3);
    for (let step = 0; step < trace.steps; step += 1 + Math.floor(random() * 900)) {
      walked.seek(step);
      jumped.seek(trace.steps);
      jumped.seek(step);
      expect(jumped.memory()).toEqual(walked.memory());
    }
  });

  test('a missing chunk ends the recording before the gap', () => {
    const assembler = new TraceAssembler([]);
    let count = 0;
    const writer = new TraceWriter((chunk) => {
      if (++count !== 2) assembler.add(chunk);
    });
    for (let i = 0; i < 3 * 4096; i++)
      writer.element(KIND.write, 0, 0, NO_BUFFER, NO_VIEW, 0, 0, 0, 0, 1, 0);
    writer.flush();
    expect(assembler.steps).toBe(4096);
  });

  test('a byte is written from the step that first wrote it on, and not before', () => {
    const trace = writeTrace({ buffers: [plainBuffer(3)], views: [] }, (writer) => {
      writer.element(KIND.read, 0, 0, 0, NO_VIEW, 0, 1, 0, 0, 0, 0);
      writer.element(KIND.write, 0, 0, 0, NO_VIEW, 0, 1, 0, 0, 0, 0);
    });
    expect([...(memoryAt(trace, 1).buffers[0]?.written ?? [])]).toEqual([0, 0, 0]);
    // Writing 0 over 0 changes nothing and is still a write.
    expect([...(memoryAt(trace, 2).buffers[0]?.written ?? [])]).toEqual([0, 1, 0]);
  });

  test('a buffer and a view are there from the step they were made at', () => {
    const trace = writeTrace(
      {
        buffers: [plainBuffer(4), { ...plainBuffer(2), at: 1 }],
        views: [{ ...plainView, name: 'late', at: 1 }],
      },
      (writer) => {
        writer.element(KIND.write, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
      },
    );
    expect(memoryAt(trace, 0).buffers).toHaveLength(1);
    expect(memoryAt(trace, 0).views).toHaveLength(0);
    expect(memoryAt(trace, 1).buffers).toHaveLength(2);
    expect(memoryAt(trace, 1).views[0]).toMatchObject({ name: 'late', byteLength: 4 });
  });
});

describe('selectors', () => {
  test('agree with a plain reading of memory before and after each step', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { trace, history } = randomTrace(seed, 40);
      for (let byte = 0; byte < 12; byte++) {
        const touching = stepsTouching(trace, 0, { start: byte, end: byte + 1 }, 'change');
        for (let step = 1; step <= trace.steps; step++) {
          const before = history[step - 1]?.[0]?.[byte];
          const after = history[step]?.[0]?.[byte];
          if (before !== after && after !== undefined) expect(touching).toContain(step);
        }
        expect(lastChange(trace, 0, byte, trace.steps)).toBe(touching.at(-1) ?? null);
      }
      const [from, to] = [Math.floor(trace.steps / 3), trace.steps];
      const changed = changedBetween(trace, 0, from, to).flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      );
      const expected: number[] = [];
      const a = history[from]?.[0] ?? [];
      const b = history[to]?.[0] ?? [];
      for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) expected.push(i);
      expect(changed).toEqual(expected);
    }
  });

  test('the nearest step through a view, and what each line did', () => {
    const recording = new Recording();
    const buffer = recording.buffer('buffer', 4);
    const u8 = recording.view('u8', 'Uint8Array', buffer);
    const u16 = recording.view('u16', 'Uint16Array', buffer);
    u8.write(0, 1, [3, 'u8[0] = 1']);
    u16.write(1, 2, [4, 'u16[1] = 2']);
    u8.read(0, [5, 'u8[0] += 5']);
    u8.write(0, 6, [5, 'u8[0] += 5']);
    const trace = recording.trace();
    const through = Array.from({ length: trace.steps }, (_, i) => i + 1).filter(
      (step) => stepAt(trace, step).viewId === u8.id,
    );
    expect(through.length).toBeGreaterThan(2);
    for (const [index, step] of through.entries()) {
      expect(neighbourThroughView(trace, u8.id, step, 1)).toBe(through[index + 1] ?? null);
      expect(neighbourThroughView(trace, u8.id, step, -1)).toBe(through[index - 1] ?? null);
    }
    expect(totalsByLine(trace)).toEqual([
      { line: 3, reads: 0, writes: 1 },
      { line: 4, reads: 0, writes: 1 },
      { line: 5, reads: 1, writes: 1 },
    ]);
  });

  test('a step says what it replaced and what it left, lowest address first', () => {
    const views = [plainView, plainView];
    const trace = writeTrace({ buffers: [plainBuffer(4)], views }, (writer) => {
      writer.element(KIND.write, 1, LITTLE_ENDIAN, 0, 1, 0, 2, 0x012c, 0, 0xfffe, 0);
    });
    expect(stepAt(trace, 1)).toMatchObject({
      kind: 'write',
      viewId: 1,
      range: { start: 2, end: 4 },
      before: Uint8Array.of(0x2c, 0x01),
      after: Uint8Array.of(0xfe, 0xff),
      littleEndian: true,
    });
    expect(() => stepAt(trace, 2)).toThrow('Step 2 does not exist: this trace has steps 1 to 1.');
  });
});
