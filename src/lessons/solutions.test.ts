import { expect, test } from 'vitest';
import { findSolution } from './solutions';

test('a solution has its comments in the language of the page, and is the same code', async () => {
  const english = await findSolution('upload', 'resume', 'en')?.();
  const korean = await findSolution('upload', 'resume', 'ko')?.();
  expect(english).toContain('// Lost. The socket connects again by itself,');
  expect(korean).toContain('// 끊겼다. 소켓은 저절로 다시 연결되고,');
  const code = (source = '') => source.replace(/\/\/ .*|(?<=^ \* ).*/gm, '');
  expect(code(korean)).toBe(code(english));
  expect(findSolution('upload', 'no-such', 'ko')).toBe(null);
});
