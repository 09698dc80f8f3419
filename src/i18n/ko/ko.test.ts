import { readdirSync, readFileSync } from 'node:fs';
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

/** What the glossary of the course does not use: the spelling, and what stands in its place. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/엔디안/, '엔디언'],
  [/오버플로우/, '오버플로'],
  [/타입 배열|타입드 배열/, '형식화 배열'],
  [/(?<!캐리지 )리턴/, '돌려주다'],
];

test.each(readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts')))(
  '%s keeps to the glossary',
  (file) => {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
    const found = FORBIDDEN.filter(([form]) => form.test(source)).map(([form, instead]) => [
      form.exec(source)?.[0],
      instead,
    ]);
    expect(found).toEqual([]);
  },
);
