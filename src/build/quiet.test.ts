import { expect, test, vi } from 'vitest';
import { Quiet } from './quiet';

const setup = () => {
  const over = vi.fn();
  const quiet = new Quiet(over);
  const alive = (end: 'program' | 'lab', times: number) => {
    for (let i = 0; i < times; i++) quiet.alive(end);
  };
  return { over, quiet, alive };
};

test('an answer is waited for until both realms have turned six times', () => {
  const { over, alive } = setup();
  alive('program', 100);
  alive('lab', 5);
  expect(over).not.toHaveBeenCalled();
  alive('lab', 1);
  expect(over).toHaveBeenCalled();
});

test('a word from either begins the wait anew', () => {
  const { over, quiet, alive } = setup();
  alive('program', 5);
  alive('lab', 5);
  quiet.said();
  alive('program', 5);
  alive('lab', 5);
  expect(over).not.toHaveBeenCalled();
});

test('after the body two turns without a word are enough', () => {
  const { over, quiet, alive } = setup();
  alive('program', 5);
  quiet.settled();
  alive('program', 2);
  alive('lab', 1);
  expect(over).not.toHaveBeenCalled();
  alive('lab', 1);
  expect(over).toHaveBeenCalled();
});
