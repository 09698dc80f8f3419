import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import { memoryAt } from '../../core/trace/replay';
import { changedBetween } from '../../core/trace/selectors';
import { lessonTrace, loopTrace, Recording } from '../../core/trace/step-trace.fixture';
import type { Trace } from '../../core/trace/trace';
import { createStepStore } from '../timeline/step-store';
import { MemoryReplay } from './memory-replay';
import { StepMemoryView } from './StepView';

function open(trace = lessonTrace(), step = 7) {
  const store = createStepStore(trace, { step });
  return { store, replay: new MemoryReplay(trace, store) };
}

describe('a replay of memory', () => {
  test('follows the store, with or without anybody listening', () => {
    const { store, replay } = open();
    store.seek(1);
    expect([replay.step, replay.bytesOf(0)[0]]).toEqual([1, 255]);
    const told = vi.fn(() => replay.bytesOf(0)[2]);
    const end = replay.subscribe(told);
    const before = replay.version;
    store.seek(7);
    expect(told).toHaveReturnedWith(254);
    expect(replay.version).toBeGreaterThan(before);
    end();
    store.seek(8);
    expect([told.mock.calls.length, replay.step]).toEqual([1, 8]);
  });

  test('a flipped bit is a "what if": seen by every view, gone at the next step, never in the recording', () => {
    const { store, replay } = open();
    replay.poke(0, 2, 0x7e);
    expect(replay.isWhatIf).toBe(true);
    expect(replay.head).toBeNull();
    expect([replay.bytesOf(0)[2], replay.changed(0, 2), replay.changed(0, 3)]).toEqual([
      0x7e,
      true,
      false,
    ]);
    expect(replay.memory.bytesOf(0)[2]).toBe(0xfe);
    store.stepBy(1);
    expect([replay.isWhatIf, replay.bytesOf(0)[2]]).toEqual([false, 0xfe]);
    replay.poke(0, 9, 5);
    expect(replay.wasWritten(0, 9)).toBe(true);
    replay.unpoke();
    expect([replay.isWhatIf, replay.wasWritten(0, 9)]).toEqual([false, false]);
  });

  test('compares any two steps, in either direction', () => {
    const trace = loopTrace(60, 32);
    const { store, replay } = open(trace, 10);
    for (const mark of [0, 17, 120]) {
      replay.compareWith(mark);
      for (const step of [3, 44, 119]) {
        store.seek(step);
        expect(replay.differences().places.map(({ start, end }) => ({ start, end }))).toEqual(
          changedBetween(trace, 0, mark, step),
        );
        const ranges = changedBetween(trace, 0, mark, step);
        for (let at = 0; at < 32; at++)
          expect(replay.changed(0, at)).toBe(
            ranges.some(({ start, end }) => start <= at && at < end),
          );
      }
    }
    replay.compareWith(null);
    expect(replay.changed(0, 0)).toBe(replay.memory.changed(0, 0));
  });
});

describe('the end of a run whose recording was full', () => {
  /** Eight bytes that grow to twelve and change after the second and last recorded step. */
  function capped(more: Partial<Trace> = {}): Trace {
    const recording = new Recording();
    const pool = recording.buffer('pool', 8, { maxByteLength: 16 });
    const u8 = recording.view('u8', 'Uint8Array', pool, { lengthTracking: true });
    u8.write(0, 1);
    u8.write(1, 2);
    const trace = recording.trace();
    const [seen] = memoryAt(trace, 2).buffers;
    if (!seen) throw new Error('The fixture has no buffer.');
    const bytes = Uint8Array.of(1, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 7);
    const written = bytes.map((byte) => Number(byte !== 0));
    const final = { ...EMPTY_MEMORY, buffers: [{ ...seen, byteLength: 12, bytes, written }] };
    return { ...trace, final, unrecorded: 500, ...more };
  }

  test('shows the bytes and lengths that the run left, and frames no step', () => {
    const { store, replay } = open(capped(), 2);
    expect([...replay.bytesOf(0)]).toEqual([1, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
    expect([replay.isPastSteps, replay.head, replay.memory.byteLengthOf(0)]).toEqual([
      true,
      null,
      12,
    ]);
    expect(replay.memory.rangeOfView(0)).toEqual({ start: 0, end: 12 });
    expect(replay.layout.buffers[0]?.byteLength).toBe(12);
    expect([0, 1, 2, 3].map((at) => replay.changed(0, at))).toEqual([false, true, true, false]);
    expect([2, 3].map((at) => replay.wasWritten(0, at))).toEqual([true, false]);
    store.seek(1);
    expect([replay.isPastSteps, replay.memory.byteLengthOf(0), replay.head?.range]).toEqual([
      false,
      8,
      { start: 0, end: 1 },
    ]);
    expect([...replay.bytesOf(0)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    replay.compareWith(1);
    store.seek(2);
    expect(replay.differences().places).toEqual([
      { bufferId: 0, start: 1, end: 3 },
      { bufferId: 0, start: 8, end: 12 },
    ]);
  });

  test.each([{ unrecorded: 0 }, { final: null }])('shows the last step where %o', (more) => {
    const { replay } = open(capped(more), 2);
    expect([replay.isPastSteps, replay.bytesOf(0)[1], replay.head?.range.start]).toEqual([
      false,
      2,
      1,
    ]);
  });

  test('the readout says what was not recorded, and nothing of the last step', () => {
    const trace = capped();
    const html = (step: number) =>
      renderToString(createElement(StepMemoryView, { ...open(trace, step), locale: 'en' }));
    expect(html(2)).toContain('500 accesses not recorded; 6 bytes changed');
    const frame = /class="head write"(?![^>]*hidden)/;
    expect(html(2)).not.toMatch(frame);
    expect(html(1)).toMatch(frame);
    expect(html(1)).not.toContain('not recorded');
  });
});
