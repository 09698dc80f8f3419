import { describe, expect, test, vi } from 'vitest';
import { Replay } from './replay';
import { tracedCalls } from './step-calls';
import { byteHistory, MAX_HISTORY } from './step-history';
import { foldLoops } from './step-loops';
import { longestLengths, StepMemory, unrecordedChanges } from './step-memory';
import { lessonTrace, loopTrace, oneRange, Recording } from './step-trace.fixture';
import type { Trace } from './trace';

/** Numbers that are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes, reads, copies, resizes and native changes in a random order, over two buffers. */
function randomTrace(seed: number): Trace {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const recording = new Recording();
  const first = recording.buffer('first', 8 + below(8), { maxByteLength: 24 });
  const u8 = recording.view('u8', 'Uint8Array', first, { lengthTracking: true });
  recording.view('i16', 'Int16Array', first, { byteOffset: 2, byteLength: 6 });
  for (let step = 0; step < 4; step++) u8.write(below(8), below(400));
  const second = recording.buffer('second', 16, {
    initial: Uint8Array.of(0, 7),
    filled: random() < 0.5,
  });
  const f32 = recording.view('f32', 'Float32Array', second);
  for (let step = 0; step < 40; step++) {
    const choice = random();
    const length = recording.bytesOf(first).length;
    if (choice < 0.3 && length > 0) u8.write(below(length), below(400));
    else if (choice < 0.4 && length > 0) u8.read(below(length));
    else if (choice < 0.6) f32.write(below(4), random());
    else if (choice < 0.75) recording.range('copy', second, f32.id, below(12), [1, 2, 3], 'set');
    else if (choice < 0.9) recording.resize(first, below(25));
    else recording.range('host', second, null, below(14), [below(256)], '');
  }
  recording.detach(second);
  return recording.trace();
}

describe('memory byte by byte', () => {
  test('says what a replay says, whichever way it got there', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const trace = randomTrace(seed);
      const random = seeded(seed * 7);
      const memory = new StepMemory(trace);
      const replay = new Replay(trace);
      for (let visit = 0; visit < 60; visit++) {
        const step = Math.floor(random() * (trace.steps + 1));
        memory.seek(step);
        replay.seek(step);
        const state = replay.memory();
        for (const [id] of trace.buffers.entries()) {
          const buffer = state.buffers.find((each) => each.id === id);
          expect(memory.isMade(id)).toBe(buffer !== undefined);
          if (!buffer) continue;
          expect([...memory.bytesOf(id)]).toEqual([...buffer.bytes]);
          expect(memory.byteLengthOf(id)).toBe(buffer.byteLength);
          expect(memory.isDetached(id)).toBe(buffer.detached);
          const written = Array.from(buffer.bytes, (_, at) => Number(memory.wasWritten(id, at)));
          expect(written).toEqual([...buffer.written]);
        }
        for (const view of state.views) {
          const { start, end } = memory.rangeOfView(view.id);
          expect([start, end - start]).toEqual([view.byteOffset, view.byteLength]);
        }
      }
    }
  });

  test('a byte is changed where its value differs from the step before, and nowhere else', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const trace = randomTrace(seed);
      const memory = new StepMemory(trace);
      for (let step = 1; step <= trace.steps; step++) {
        memory.seek(step - 1);
        const before = trace.buffers.map((_, id) => memory.bytesOf(id).slice());
        memory.seek(step);
        for (const [id] of trace.buffers.entries()) {
          const after = memory.bytesOf(id);
          // What a resize gives or takes was not there on one side: it has no other value.
          for (let at = 0; at < Math.min(after.length, before[id]?.length ?? 0); at++)
            expect(memory.changed(id, at)).toBe(after[at] !== before[id]?.[at]);
        }
      }
    }
  });

  test('a buffer that is resized at every step', () => {
    const recording = new Recording();
    const buffer = recording.buffer('buffer', 4, { maxByteLength: 16 });
    for (let step = 1; step <= 130_000; step++) recording.resize(buffer, 5 + (step % 7));
    const trace = recording.trace();
    expect(longestLengths(trace)).toEqual([11]);
    const memory = new StepMemory(trace);
    const lengthAt = (step: number) => {
      memory.seek(step);
      return memory.byteLengthOf(buffer);
    };
    expect([0, 1, 2, 6, 7, 129_999, 130_000].map(lengthAt)).toEqual([4, 6, 7, 11, 5, 7, 8]);
  });

  test('a resize clears what it gives up or gains, not all that is tracked', () => {
    const recording = new Recording();
    const buffer = recording.buffer('buffer', 8, { maxByteLength: 1 << 16 });
    recording.resize(buffer, 1 << 16);
    recording.resize(buffer, 16);
    recording.resize(buffer, 8);
    const replay = new Replay(recording.trace());
    const fill = vi.spyOn(Uint8Array.prototype, 'fill');
    replay.seek(3);
    const cleared = fill.mock.calls;
    fill.mockRestore();
    expect(cleared).toEqual([
      [0, 8, 1 << 16],
      [0, 16, 1 << 16],
      [0, 8, 16],
    ]);
  });

  test('a range wrote the bytes it kept, however long it says it is', () => {
    const trace = oneRange(['Uint8Array'], 0xffffffff, Uint8Array.of(1, 2));
    const memory = new StepMemory(trace);
    memory.seek(1);
    expect([0, 1, 2].map((at) => memory.wasWritten(0, at))).toEqual([true, true, false]);
    const replay = new Replay(trace);
    replay.seek(1);
    expect(replay.memory().buffers[0]?.written.indexOf(0)).toBe(2);
  });

  test('counts the bytes that changed after the recording ended', () => {
    const trace = lessonTrace();
    expect(unrecordedChanges(trace)).toBeNull();
    const replay = new Replay(trace);
    replay.seek(23);
    const final = replay.memory();
    expect(unrecordedChanges({ ...trace, final, unrecorded: 5 })).toBe(0);
    final.buffers[0]?.bytes.fill(9, 0, 3);
    expect(unrecordedChanges({ ...trace, final, unrecorded: 5 })).toBe(3);
  });
});

describe('the history of a byte', () => {
  test('each step that touched it, with its value before and after', () => {
    const { accesses } = byteHistory(lessonTrace(), 0, 2, 1);
    expect(accesses.map(({ step, kind, before, after }) => [step, kind, before, after])).toEqual([
      [6, 'write', 0, 0x2c],
      [7, 'write', 0x2c, 0xfe],
      [8, 'read', 0xfe, 0xfe],
      [18, 'read', 0xfe, 0xfe],
      [19, 'write', 0xfe, 0xff],
    ]);
    expect(accesses[1]?.site).toMatchObject({ line: 16, text: 'i16[1] = -2' });
  });

  test('knows when a resize or a transfer gave or took it', () => {
    const recording = new Recording();
    const buffer = recording.buffer('buffer', 2, { maxByteLength: 8 });
    recording.resize(buffer, 8);
    recording.view('u8', 'Uint8Array', buffer).write(5, 9);
    recording.resize(buffer, 4);
    recording.resize(buffer, 6);
    recording.detach(buffer);
    const { accesses } = byteHistory(recording.trace(), buffer, 5, 1);
    expect(accesses.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['resize', null, 0],
      ['write', 0, 9],
      ['resize', 9, null],
      ['resize', null, 0],
      ['detach', 0, null],
    ]);
  });

  test('of a long one the part around the shown step', () => {
    const trace = loopTrace(4000, 8);
    const history = byteHistory(trace, 0, 0, 4000);
    expect(history.accesses).toHaveLength(MAX_HISTORY);
    expect(history.earlier + history.later + MAX_HISTORY).toBe(1000);
    const steps = history.accesses.map(({ step }) => step);
    expect(steps[0]).toBeLessThan(4000);
    expect(steps.at(-1)).toBeGreaterThan(4000);
  });
});

describe('DataView calls', () => {
  test('each place and reading once, with its first step and its count', () => {
    const recording = new Recording();
    const dv = recording.view('dv', 'DataView', recording.buffer('buffer', 8));
    dv.set('Int16Array', 0, 1, false, [4, 'dv.setInt16(0, 1)']);
    for (let turn = 0; turn < 1000; turn++)
      dv.get('Int16Array', 0, true, [5, 'dv.getInt16(0, true)']);
    dv.get('Int16Array', 0, false);
    dv.get('Uint16Array', 0, true);
    expect(
      tracedCalls(recording.trace()).map((call) => [call.method, call.type, call.step, call.count]),
    ).toEqual([
      ['set', 'Int16Array', 1, 1],
      ['get', 'Int16Array', 2, 1000],
      ['get', 'Int16Array', 1002, 1],
      ['get', 'Uint16Array', 1003, 1],
    ]);
  });
});

describe('folds', () => {
  test('a program without a long loop has none', () => {
    expect(foldLoops(lessonTrace())).toEqual([]);
  });

  test('a loop is one fold with the reads and writes of its lines', () => {
    expect(foldLoops(loopTrace(20_000, 64))).toEqual([
      {
        first: 1,
        last: 40_000,
        lines: [
          { line: 3, reads: 20_000, writes: 0 },
          { line: 4, reads: 0, writes: 20_000 },
        ],
      },
    ]);
  });

  test('loops one after another are kept apart, and what stands between them', () => {
    const recording = new Recording();
    const u8 = recording.view('u8', 'Uint8Array', recording.buffer('buffer', 256));
    u8.write(0, 1, [1, 'first']);
    for (let index = 0; index < 200; index++) u8.write(index, index, [2, 'fill']);
    u8.read(0, [3, 'between']);
    for (let index = 0; index < 200; index++) {
      u8.read(index, [4, 'test']);
      // A branch that is not always taken does not end a loop.
      if (index % 7 === 0) u8.write(index, 0, [5, 'branch']);
    }
    u8.read(0, [6, 'last']);
    const found = foldLoops(recording.trace());
    expect(found.map(({ first, last }) => [first, last])).toEqual([
      [2, 201],
      [203, 431],
    ]);
    expect(found[1]?.lines).toEqual([
      { line: 4, reads: 200, writes: 0 },
      { line: 5, reads: 0, writes: 29 },
    ]);
  });

  test('a loop in a loop is one fold', () => {
    const recording = new Recording();
    const u8 = recording.view('u8', 'Uint8Array', recording.buffer('buffer', 256));
    for (let row = 0; row < 40; row++) {
      u8.read(row, [1, 'row']);
      for (let column = 0; column < 100; column++) u8.write(column, row, [2, 'cell']);
      u8.write(row, 0, [3, 'end of row']);
    }
    expect(foldLoops(recording.trace())).toEqual([
      {
        first: 1,
        last: 4080,
        lines: [
          { line: 1, reads: 40, writes: 0 },
          { line: 2, reads: 0, writes: 4000 },
          { line: 3, reads: 0, writes: 40 },
        ],
      },
    ]);
  });

  test('folds lie in order and do not overlap, whatever the program', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed);
      const recording = new Recording();
      const u8 = recording.view('u8', 'Uint8Array', recording.buffer('buffer', 16));
      for (let part = 0; part < 12; part++) {
        const turns = Math.floor(random() * 120);
        const width = 1 + Math.floor(random() * 4);
        for (let turn = 0; turn < turns; turn++) {
          for (let line = 0; line < width; line++) {
            if (random() < 0.8) u8.read(line, [part * 10 + line + 1, 'x']);
          }
        }
      }
      const trace = recording.trace();
      let end = 0;
      for (const { first, last, lines } of foldLoops(trace)) {
        expect(first).toBeGreaterThan(end);
        expect(last).toBeLessThanOrEqual(trace.steps);
        end = last;
        expect(lines.reduce((sum, line) => sum + line.reads + line.writes, 0)).toBe(
          last - first + 1,
        );
      }
    }
  });
});
