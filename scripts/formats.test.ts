import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileFormats, DECLARED } from './lib/declared-formats';

test('what is committed is what the declarations say', async () => {
  const files = await compileFormats();
  expect([...files.keys()].sort()).toEqual(['gif.generated.ts', 'zip.generated.ts']);
  for (const [name, source] of files)
    expect(
      readFileSync(path.join(DECLARED, name), 'utf8') === source,
      `${name}: npm run formats`,
    ).toBe(true);
});
