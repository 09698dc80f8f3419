import { expect, test } from 'vitest';
import {
  asIndexed,
  namedFirst,
  fits,
  foundIn,
  piecesOf,
  withoutTitle,
  type PageAnswer,
} from './found';
import { nearWords } from './near-words';

const section = (title: string, ...scores: readonly number[]) => ({
  title,
  url: `/lessons/views/#${title}`,
  excerpt: title,
  weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
});
const lesson: PageAnswer = {
  url: '/lessons/views/',
  excerpt: 'all of it',
  meta: { title: 'Views' },
  sub_results: [section('a', 1), section('b', 3, 3), section('c', 2), section('d', 5)],
};

test('a lesson is shown by its best places, in the order of the page', () => {
  const { kind, title, places } = foundIn(lesson);
  expect([kind, title]).toEqual(['lesson', 'Views']);
  expect(places.map((place) => place.title)).toEqual(['b', 'c', 'd']);
});

test('a page without places and a record of ours are one place each', () => {
  expect(foundIn({ ...lesson, sub_results: [] }).places).toEqual([
    { title: 'Views', url: '/lessons/views/', excerpt: [{ text: 'all of it', hit: false }] },
  ]);
  const meta = { title: 'bit', kind: 'term', says: 'One of eight.' };
  expect(foundIn({ ...lesson, url: '/glossary/#bit', meta })).toEqual({
    kind: 'term',
    title: 'bit',
    places: [
      { title: 'bit', url: '/glossary/#bit', excerpt: [{ text: 'One of eight.', hit: false }] },
    ],
  });
  expect(foundIn({ ...lesson, url: '/errata/' }).kind).toBe('page');
});

test('an excerpt does not say its heading again', () => {
  const pieces = piecesOf('Where a <mark>view</mark> starts. Anywhere.');
  expect(withoutTitle(pieces, 'Where a view starts')).toEqual([{ text: 'Anywhere.', hit: false }]);
  expect(withoutTitle(pieces, 'Where')).toEqual(pieces);
});

test('what a console printed is searched for without its numbers', () => {
  expect(
    asIndexed('Uncaught RangeError: Start offset 12 is outside the bounds of the buffer'),
  ).toBe('RangeError: Start offset   is outside the bounds of the buffer');
  expect(asIndexed('byte 255')).toBe('byte 255');
  expect(asIndexed('a byte of 0xFF in Int16Array 2')).toBe('a byte of 0xFF in Int16Array  ');
});

test('what is called like the words stands first, then what has them in a heading, and nothing else changes its place', () => {
  const page = (title: string, ...places: readonly string[]) => ({
    kind: 'page' as const,
    title,
    places: places.map((place) => ({ title: place, url: '', excerpt: [] })),
  });
  const pages = [
    page('Views', 'Elsewhere', 'Why it is detached'),
    page('Blobs', 'Elsewhere'),
    page('Detached'),
    page('RangeError: detached'),
  ];
  const found = namedFirst(pages, 'detached ');
  expect(found.map(({ title }) => title)).toEqual([
    'Detached',
    'RangeError: detached',
    'Views',
    'Blobs',
  ]);
  expect(found[2]?.places.map(({ title }) => title)).toEqual(['Why it is detached', 'Elsewhere']);
});

test('an answer that shares no more than a first letter with the words is none', () => {
  const answer = (excerpt: string) => ({ ...lesson, excerpt, sub_results: [] });
  expect(fits(answer('a <mark>0x1A</mark> and <mark>xor</mark>'), 'xndianness')).toBe(false);
  expect(fits(answer('of <mark>endianness</mark>.'), 'endianess')).toBe(true);
  expect(fits(answer('<mark>버퍼입니다</mark>'), '버퍼')).toBe(true);
  expect(fits(answer('<mark>view.getUint8(0)</mark>'), 'getUint8')).toBe(true);
  expect(fits(answer('<mark>reads</mark>'), 'reading 0x00')).toBe(true);
});

test('hits are told from the text round them, and markup in the text is text', () => {
  expect(
    piecesOf('if (a &lt; b &amp;&amp; c) <mark>view</mark>.<mark>set</mark>(&quot;x&quot;)'),
  ).toEqual([
    { text: 'if (a < b && c) ', hit: false },
    { text: 'view', hit: true },
    { text: '.', hit: false },
    { text: 'set', hit: true },
    { text: '("x")', hit: false },
  ]);
});

test('a mistyped word has those near it, the nearest first', () => {
  const words = ['endianness', 'big-endian', 'detached', 'DataView', '버퍼', '엔디언'];
  expect(nearWords('endianess', words)).toEqual(['endianness']);
  expect(nearWords('dataveiw', words)).toEqual(['DataView']);
  expect(nearWords('엔디안', words)).toEqual(['엔디언']);
  expect(nearWords('바퍼', words)).toEqual(['버퍼']);
  expect(nearWords('quaternion', words)).toEqual([]);
});
