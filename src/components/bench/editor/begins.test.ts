import { expect, test } from 'vitest';
import { firstLetterOf, mayBegin } from './begins';

test.each([
  ['x', 'x'],
  ['x', 'XMLHttpRequest'],
  ['x', 'clientX'],
  ['X', 'xray'],
  ['t', 'content-type'],
  ['b', '#bar'],
  ['p', '_private'],
  ['$', '$'],
  ['_', '__proto__'],
  ['값', '값들'],
  ['값', '이_값'],
])('%s may begin what is meant by %s', (letter, name) => {
  expect(mayBegin(name, letter)).toBe(true);
});

test.each([
  ['x', 'exit'],
  ['x', 'max'],
  ['t', 'content'],
  ['값', '이값'],
  ['a', ''],
])('%s does not begin %s', (letter, name) => {
  expect(mayBegin(name, letter)).toBe(false);
});

test.each([
  ['const xMin', 'x'],
  ['view.get', 'g'],
  ['view.', ''],
  ['', ''],
  ['x + ', ''],
  ['12', ''],
  ['a1', 'a'],
  ['$el', '$'],
  ['#size', 's'],
  ['"content-ty', 't'],
  ['값들', '값'],
])('the word at the end of %j begins with %j', (before, letter) => {
  expect(firstLetterOf(before)).toBe(letter);
});
