import { expect, test, vi } from 'vitest';
import { Quiet, type End } from './quiet';

const setup = (hasNetwork = true) => {
  const over = vi.fn();
  const quiet = new Quiet(hasNetwork, over);
  const alive = (times: number, ...ends: readonly End[]) => {
    for (const end of ends) for (let i = 0; i < times; i++) quiet.alive(end);
  };
  return { over, quiet, alive };
};

test('an answer is waited for until both realms have turned six times', () => {
  const { over, alive } = setup();
  alive(100, 'program', 'host');
  alive(5, 'lab');
  expect(over).not.toHaveBeenCalled();
  alive(1, 'lab');
  expect(over).toHaveBeenCalled();
});

test('signs that waited for a busy host are no silence', () => {
  const { over, alive } = setup();
  alive(100, 'program', 'lab');
  alive(5, 'host');
  expect(over).not.toHaveBeenCalled();
  alive(1, 'host');
  expect(over).toHaveBeenCalled();
});

test('a word from either begins the wait anew', () => {
  const { over, quiet, alive } = setup();
  alive(5, 'program', 'lab', 'host');
  quiet.said();
  alive(5, 'program', 'lab', 'host');
  expect(over).not.toHaveBeenCalled();
});

test('after the body two turns without a word are enough', () => {
  const { over, quiet, alive } = setup();
  alive(5, 'program');
  quiet.settled();
  alive(2, 'program', 'host');
  alive(1, 'lab');
  expect(over).not.toHaveBeenCalled();
  alive(1, 'lab');
  expect(over).toHaveBeenCalled();
});

test('a program without a network has three turns for its callbacks once its body has settled', () => {
  const { over, quiet, alive } = setup(false);
  alive(100, 'program', 'host');
  quiet.settled();
  alive(2, 'program', 'host');
  expect(over).not.toHaveBeenCalled();
  alive(1, 'host', 'program');
  expect(over).toHaveBeenCalled();
});
