import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lessonTrace } from '../../core/trace/step-trace.fixture';
import { EMPTY_TRACE } from '../../core/trace/trace';
import { createStepStore, PLAY_MS } from './step-store';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the step store', () => {
  test('opens at the end, or where it is told', () => {
    expect(createStepStore(lessonTrace()).step).toBe(23);
    expect(createStepStore(lessonTrace(), { step: 7 }).step).toBe(7);
    expect(createStepStore(lessonTrace(), { step: 99 }).step).toBe(23);
  });

  test('a seek outside the trace ends at its ends, and nobody is told when nothing moved', () => {
    const store = createStepStore(lessonTrace(), { step: 7 });
    const told = vi.fn();
    const end = store.subscribe(told);
    store.seek(99);
    store.seek(23);
    expect([store.step, told.mock.calls.length]).toEqual([23, 1]);
    end();
    store.seek(-4);
    expect([store.step, told.mock.calls.length]).toEqual([0, 1]);
  });

  test('one step is worth an animation; a held key, a jump and 4× are not', () => {
    const store = createStepStore(lessonTrace(), { step: 7 });
    store.stepBy(1);
    expect(store.arrival).toBe('step');
    store.stepBy(1, true);
    expect(store.arrival).toBe('jump');
    store.stepBy(-1);
    expect(store.arrival).toBe('step');
    store.stepBy(10);
    expect(store.arrival).toBe('jump');
    store.setSpeed(4);
    store.play();
    vi.advanceTimersByTime(PLAY_MS / 4);
    expect([store.step, store.arrival]).toEqual([19, 'jump']);
  });

  test('plays at each speed, stops at the end, and begins again from there', () => {
    const store = createStepStore(lessonTrace(), { step: 20 });
    store.play();
    vi.advanceTimersByTime(PLAY_MS - 1);
    expect(store.step).toBe(20);
    vi.advanceTimersByTime(1);
    expect(store.step).toBe(21);
    store.setSpeed(0.5);
    vi.advanceTimersByTime(PLAY_MS * 2 - 1);
    expect(store.step).toBe(21);
    vi.advanceTimersByTime(1);
    expect(store.step).toBe(22);
    store.setSpeed(2);
    vi.advanceTimersByTime(PLAY_MS / 2);
    expect([store.step, store.playing]).toEqual([23, false]);
    store.toggle();
    expect([store.step, store.playing]).toEqual([0, true]);
    vi.advanceTimersByTime(PLAY_MS);
    expect(store.step).toBe(2);
    store.toggle();
    vi.advanceTimersByTime(PLAY_MS * 5);
    expect([store.step, store.playing]).toEqual([2, false]);
  });

  test('any step the reader takes stops the playing', () => {
    const store = createStepStore(lessonTrace(), { step: 3 });
    store.play();
    store.stepBy(1);
    vi.advanceTimersByTime(PLAY_MS * 3);
    expect([store.step, store.playing]).toEqual([4, false]);
  });

  test('skips by statements: a loop of ten accesses on one line is one', () => {
    const store = createStepStore(lessonTrace(), { step: 7 });
    store.skipStatement(1);
    expect(store.step).toBe(8);
    store.skipStatement(1);
    expect(store.step).toBe(10);
    store.seek(20);
    store.skipStatement(-1);
    expect(store.step).toBe(13);
    store.skipStatement(1);
    store.skipStatement(1);
    expect(store.step).toBe(23);
  });

  test('a trace without steps does not play', () => {
    const store = createStepStore(EMPTY_TRACE);
    store.toggle();
    expect([store.step, store.playing]).toEqual([0, false]);
  });
});

describe('what follows the step', () => {
  const setUp = (step: number) => {
    const follows: (() => void)[] = [];
    const store = createStepStore(lessonTrace(), { step, later: (follow) => follows.push(follow) });
    const seen: string[] = [];
    store.shown.subscribe(() => seen.push(`${store.shown.step} ${store.shown.arrival}`));
    const paint = () => follows.splice(0).forEach((follow) => follow());
    return { store, seen, paint };
  };

  test('hears of a step once the controls have been painted', () => {
    const { store, seen, paint } = setUp(7);
    store.stepBy(1);
    expect([store.step, store.shown.step, seen]).toEqual([8, 7, []]);
    paint();
    expect([store.shown.step, seen]).toEqual([8, ['8 step']]);
  });

  test('hears of the last one where there were several, which is no step in good time', () => {
    const { store, seen, paint } = setUp(7);
    store.stepBy(1);
    store.stepBy(1);
    paint();
    paint();
    expect(seen).toEqual(['9 jump']);
    store.stepBy(-1);
    paint();
    expect(seen).toEqual(['9 jump', '8 step']);
  });

  test('a key that leads nowhere makes no jump of the next step, and a notice that is no move changes nothing', () => {
    const { store, seen, paint } = setUp(23);
    store.stepBy(1);
    store.stepBy(-1);
    paint();
    expect(seen).toEqual(['22 step']);
    store.stepBy(-1);
    store.stepBy(-1);
    paint();
    store.setSpeed(2);
    paint();
    expect(seen).toEqual(['22 step', '20 jump', '20 jump']);
  });

  test('follows at once for who asks, and not again at the paint', () => {
    const { store, seen, paint } = setUp(7);
    store.seek(3);
    store.follow();
    expect(seen).toEqual(['3 jump']);
    paint();
    store.follow();
    expect(seen).toEqual(['3 jump']);
  });

  test('hears of a drag that ends where it was', () => {
    const { store, paint } = setUp(7);
    store.beginScrub();
    paint();
    expect(store.shown.scrubbing).toBe(true);
    store.endScrub();
    expect(store.shown.scrubbing).toBe(true);
    paint();
    expect(store.shown.scrubbing).toBe(false);
  });
});
