import { expect, test } from 'vitest';
import type { Texts } from '../locale';
import './index';

const rooms = import.meta.glob<Record<string, unknown>>('../*.ts', { eager: true });

/** Every export that is a room's words. */
const texts = Object.entries(rooms).flatMap(([file, words]) =>
  Object.entries(words)
    .filter(([, value]) => typeof value === 'object' && value !== null && 'en' in value)
    .map(([name, value]) => ({ name: `${file} ${name}`, words: value as Texts<unknown> })),
);

test('every room has Korean words', () => {
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter(({ words }) => words.ko === undefined).map(({ name }) => name)).toEqual([]);
});

/** The paths of all that a text says: `page.kinds.section`. Functions and words are leaves. */
function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

test.each(texts)('$name says the same things in both languages', ({ words }) => {
  expect(paths(words.ko).toSorted()).toEqual(paths(words.en).toSorted());
});
