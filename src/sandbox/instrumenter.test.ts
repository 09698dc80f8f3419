import { expect, test } from 'vitest';
import { rewrite } from './instrumenter';

const program = {
  source: 'const a = new Uint8Array(1); a[0] = 1;',
  goal: 'module',
  fileName: 'a.js',
  record: 'full',
} as const;

test('a program is rewritten once, and anew where anything that is asked of it differs', async () => {
  const first = await rewrite(program);
  expect(await rewrite({ ...program })).toBe(first);
  expect(await rewrite({ ...program, expose: [] })).toBe(first);
  for (const other of [
    { source: `${program.source} ` },
    { goal: 'script' },
    { fileName: 'b.js' },
    { record: 'none' },
    { expose: ['a'] },
  ] as const)
    expect(await rewrite({ ...program, ...other }), JSON.stringify(other)).not.toBe(first);
  expect(await rewrite(program)).toBe(first);
});

test('what was asked for longest ago is forgotten when texts are long, and mistakes at once', async () => {
  const first = await rewrite(program);
  const long = { ...program, source: `// ${'x'.repeat(300_000)}` };
  const other = await rewrite(long);
  expect(await rewrite(program)).toBe(first);
  await rewrite({ ...long, fileName: 'b.js' });
  expect(await rewrite(program)).toBe(first);
  expect(await rewrite(long)).not.toBe(other);

  const mistake = { ...program, source: 'const' };
  expect((await rewrite(mistake)).kind).toBe('syntax');
  expect(await rewrite(mistake)).not.toBe(await rewrite(mistake));
});
