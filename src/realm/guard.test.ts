import { beforeEach, expect, test, vi } from 'vitest';
import { Guard } from './guard';

const clock = vi.hoisted(() => ({ time: 0 }));
vi.mock('./primordials', async (load) => ({
  ...(await load<typeof import('./primordials')>()),
  now: () => clock.time,
}));

beforeEach(() => {
  clock.time = 0;
});

/** Runs a loop until the guard stops it. @returns the milliseconds that it has run */
function runLoop(guard: Guard, line: number, turnMs: number, begin: number, calls = true): number {
  try {
    for (let turns = begin; ; turns = guard.loop(line, calls)) clock.time += turns * turnMs;
  } catch (error) {
    expect(error).toBe(guard.signal);
    return clock.time;
  }
}

test.each([0.0001, 0.01, 0.12, 1, 10, 300, 900])(
  'a loop whose turns take %d ms is stopped soon after its time is up',
  (turnMs) => {
    const guard = new Guard(() => undefined);
    guard.start(2000);
    expect(runLoop(guard, 1, turnMs, guard.firstTurns)).toBeLessThan(2000 + 100 + turnMs);
    guard.close();
  },
);

test.each([0.000_001, 0.0001, 0.01, 0.12, 1, 10])(
  'so is one that calls nothing, with turns of %d ms',
  (turnMs) => {
    const guard = new Guard(() => undefined);
    guard.start(2000);
    expect(runLoop(guard, 1, turnMs, 16, false)).toBeLessThan(2000 + 20 + 16 * turnMs);
    guard.close();
  },
);

test('a quick loop that calls nothing is left after a handful of answers alone', () => {
  const guard = new Guard(() => undefined);
  guard.start(1e6);
  let asked = 0;
  for (let left = 1_000_000; left > 0; asked++) {
    const turns = guard.loop(1, false);
    clock.time += turns * 0.000_001;
    left -= turns;
  }
  expect(asked).toBeLessThan(16);
  guard.close();
});

test('so is a slow loop behind a quick one', () => {
  const guard = new Guard(() => undefined);
  guard.start(2000);
  for (let i = 0; i < 100; i++) clock.time += guard.loop(1, true) * 0.0001;
  expect(runLoop(guard, 2, 10, guard.firstTurns)).toBeLessThan(2200);
  guard.close();
});

test('a quick loop is seldom asked, however slow another one is', () => {
  const guard = new Guard(() => undefined);
  guard.start(1e6);
  for (let i = 0; i < 20; i++) clock.time += guard.loop(1, true) * 30;
  for (let i = 0; i < 20; i++) clock.time += guard.loop(2, true) * 0.0001;
  expect(guard.loop(1, true)).toBeLessThan(3);
  expect(guard.loop(2, true)).toBeGreaterThan(1000);
  guard.close();
});
