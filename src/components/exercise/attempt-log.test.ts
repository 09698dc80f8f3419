import { describe, expect, test } from 'vitest';
import { fakeStorage } from '../bench/fake-storage';
import {
  addAttempt,
  EMPTY_LOG,
  maySeeSolution,
  MOST_ATTEMPTS,
  openHints,
  parseLog,
  showSolution,
  type Attempt,
  type AttemptLog,
} from './attempt-log';
import { attemptShelf } from './attempt-shelf';

const attempt = (source: string, change: Partial<Attempt> = {}): Attempt => ({
  source,
  at: 1,
  result: 'failed',
  passed: 0,
  of: 2,
  ...change,
});
const logOf = (...attempts: Attempt[]): AttemptLog => attempts.reduce(addAttempt, EMPTY_LOG);

describe('the log of attempts', () => {
  test('has the newest first and each code once', () => {
    const log = logOf(attempt('a'), attempt('b'), attempt('a', { at: 3, passed: 1 }));
    expect(log.attempts).toEqual([attempt('a', { at: 3, passed: 1 }), attempt('b')]);
    expect(log.made).toBe(2);
  });

  test('what once solved the exercise stays solved', () => {
    const log = logOf(
      attempt('a', { result: 'solved' }),
      attempt('a', { at: 9, result: 'passed' }),
    );
    expect(log.attempts).toEqual([attempt('a', { at: 9, result: 'solved' })]);
  });

  test('gives up the oldest at its limit, but not the solved one', () => {
    const sources = Array.from({ length: MOST_ATTEMPTS + 1 }, (_, i) => attempt(`code ${i}`));
    const log = logOf(attempt('mine', { result: 'solved' }), ...sources);
    expect(log.attempts).toHaveLength(MOST_ATTEMPTS);
    expect(log.attempts.at(-1)?.source).toBe('mine');
    expect(log.attempts.at(-2)?.source).toBe('code 2');
    expect(log.made).toBe(MOST_ATTEMPTS + 2);
  });

  test.each<[string, AttemptLog, boolean]>([
    ['at first', EMPTY_LOG, false],
    ['after one failed attempt', logOf(attempt('a')), false],
    ['after the same code twice', logOf(attempt('a'), attempt('a')), false],
    ['after two failed attempts', logOf(attempt('a'), attempt('b', { result: 'refused' })), true],
    ['after two hints', openHints(EMPTY_LOG, 2), false],
    ['after three hints', openHints(EMPTY_LOG, 3), true],
    ['once it was shown', showSolution(EMPTY_LOG, 'answer'), true],
    ['once it was solved', logOf(attempt('a', { result: 'solved' })), true],
  ])('the solution may be seen %s: %#', (_, log, allowed) => {
    expect(maySeeSolution(log)).toBe(allowed);
  });

  test('hints stay open, a solution is noted once', () => {
    expect(openHints(openHints(EMPTY_LOG, 3), 1).hints).toBe(3);
    expect(showSolution(showSolution(EMPTY_LOG, 'x'), 'x').shown).toEqual(['x']);
  });

  test('is read again as it was written', () => {
    const log = showSolution(openHints(logOf(attempt('a')), 1), 'x');
    expect(parseLog(JSON.stringify(log))).toEqual(log);
  });

  test.each([
    '{',
    'null',
    '{"v":2}',
    '{"v":1,"attempts":[{}],"made":0,"hints":0,"shown":[]}',
    '{"v":1,"attempts":[{"source":"a","at":1e16,"result":"failed","passed":0,"of":1}],"made":1,"hints":0,"shown":[]}',
    '{"v":1,"attempts":[],"made":-1,"hints":0,"shown":[]}',
    '{"v":1,"attempts":[],"made":0,"hints":0,"shown":[1]}',
  ])('what is no log is set aside, and told: %s', (text) => {
    const disk = fakeStorage();
    disk.map.set('bytescope:attempts:views/window', text);
    const shelf = attemptShelf(disk, () => 7);
    expect(shelf.read('views/window')).toEqual({
      kind: 'read',
      value: EMPTY_LOG,
      unreadable: 'bytescope:attempts:views/window:unreadable:7',
    });
    expect(disk.map.get('bytescope:attempts:views/window:unreadable:7')).toBe(text);
  });
});
