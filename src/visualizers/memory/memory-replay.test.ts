import { describe, expect, test, vi } from 'vitest';
import { changedBetween } from '../../core/trace/selectors';
import { lessonTrace, loopTrace } from '../../core/trace/step-trace.fixture';
import { createStepStore } from '../timeline/step-store';
import { MemoryReplay } from './memory-replay';

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
