import { describe, expect, test } from 'vitest';
import { quietHook, runProgram } from './hooks.fixture';
import { instrument, originalMessage } from './index';

describe('originalMessage', () => {
  test.each([
    ['const a = [1]; a[0]()', 'a[…] is not a function'],
    ['const a = [1]; a[0].foo()', 'a[…].foo is not a function'],
    ['const o = { a: [{}] }; o.a[0].b()', '…[…].b is not a function'],
    ['const o = {}; o.fill()', 'o.fill is not a function'],
    ['const o = {}; o.reverse().length', 'o.reverse is not a function'],
    ['const { 0: z } = undefined', "Cannot destructure property '0' of '…' as it is undefined."],
    ['const o = {}; o.q.r', "Cannot read properties of undefined (reading 'r')"],
  ])('of %s', async (source, expected) => {
    const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
    if (result.kind === 'syntax') throw new Error(result.error.message);
    const { error } = await runProgram(result.code, 'module', result.hookName, quietHook());
    expect(originalMessage((error as Error).message, result.hookName)).toBe(expected);
  });

  test.each([
    ['($b.s = 1, o).fill is not a function', 'o.fill is not a function'],
    ['a[$b.R(...)].foo is not a function', 'a[…].foo is not a function'],
    [
      `can't access property "q", a[$b.R(...)] is undefined`,
      `can't access property "q", a[…] is undefined`,
    ],
    ['$b.O(...) is undefined', '… is undefined'],
  ])('as Firefox writes it: %s', (message, expected) => {
    expect(originalMessage(message, '$b')).toBe(expected);
  });
});
