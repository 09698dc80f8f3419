import { expect, test } from 'vitest';
import { Openings } from './openings';

test('a file that is not accepted leaves the one that is open alone', () => {
  const openings = new Openings();
  const first = openings.ask();
  openings.accept();
  const refused = openings.ask();
  expect(first.aborted).toBe(false);
  const second = openings.ask();
  expect([first.aborted, refused.aborted]).toEqual([false, true]);
  openings.accept();
  expect([first.aborted, second.aborted]).toEqual([true, false]);
});

test('what comes after a later wish is dropped, and so is all of it when the file is closed', () => {
  const openings = new Openings();
  const slow = openings.ask();
  const chosen = openings.ask();
  expect([slow.aborted, chosen.aborted]).toEqual([true, false]);
  openings.accept();
  const late = openings.ask();
  openings.close();
  expect([chosen.aborted, late.aborted]).toEqual([true, true]);
});
