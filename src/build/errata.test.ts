import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRATA } from './errata';

const all = ERRATA.flatMap(({ errata }) => errata);

test('each has an address of its own', () => {
  const ids = [...ERRATA, ...all].map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('each is shown by programs that exist, or has its evidence', () => {
  expect(all.filter(({ shown, evidence }) => shown.length === 0 && !evidence)).toEqual([]);
  const missing = all
    .flatMap(({ shown }) => shown)
    .filter((each) => !existsSync(`src/lessons/${each.replace('/', '/snippets/')}.js`));
  expect(missing).toEqual([]);
});
