import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('no two modules of a folder have names that differ in nothing but case: some file systems, and esbuild, take one for the other', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const names = globSync('{src,server,scripts,e2e,integrations}/**/*.{ts,tsx,mjs}', {
    cwd: root,
  }).map((file) => file.replace(/\.(?:ts|tsx|mjs)$/, ''));
  expect(names.length).toBeGreaterThan(300);
  const byLowerCase = Map.groupBy(new Set(names), (name) => name.toLowerCase());
  expect([...byLowerCase.values()].filter((same) => same.length > 1)).toEqual([]);
});
