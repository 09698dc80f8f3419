import { expect, test } from 'vitest';
import { diffLines } from './diff-lines';

const shown = (mine: string, other: string) =>
  diffLines(mine, other).map((lines) => lines.map(({ kind, index }) => `${kind} ${index}`));

test('a changed line is removed and added between lines that stay', () => {
  expect(shown('a\nb\nc', 'a\nB\nc')).toEqual([['same 0', 'removed 1', 'added 1', 'same 2']]);
});

test('the same code has nothing to show', () => {
  expect(shown('a\nb', 'a\nb')).toEqual([]);
  expect(shown('a  \n\t\nb', 'a\n\nb')).toEqual([]);
});

test('lines far from every change are left out, and numbers go on', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const other = lines.with(0, 'first').with(19, 'last');
  const [top, bottom] = shown(lines.join('\n'), other.join('\n'));
  expect(top).toEqual(['removed 0', 'added 0', 'same 1', 'same 2', 'same 3']);
  expect(bottom).toEqual(['same 16', 'same 17', 'same 18', 'removed 19', 'added 19']);
});

test('what was never written is all added', () => {
  expect(shown('', 'a\nb')).toEqual([['removed 0', 'added 0', 'added 1']]);
});

test('a long stretch of blanks is compared too', () => {
  const blanks = ' '.repeat(400_000);
  expect(diffLines(`a${blanks}b`, `a${blanks}b `)).toEqual([]);
});
