import { expect, test } from 'vitest';
import { lessonOfExample, searchExamples, usedNames, type ExampleIndex } from './example';

test.each([
  ['views/create', 'views'],
  ['views/exercises/window', 'views'],
  ['views', null],
  ['../views/create', null],
  ['views/other/create', null],
  ['views/create/', null],
  ['https://elsewhere.example/x', null],
])('the lesson of %s is %s', (id, lesson) => {
  expect(lessonOfExample(id)).toBe(lesson);
});

test('an example is found by what its code uses, not by its comments', () => {
  expect(
    usedNames('// a Blob\nconst v = new DataView(b);\nv.setUint16(0, 1);\nv.setUint16(2, 1);'),
  ).toBe('DataView setUint16');
});

const INDEX: ExampleIndex = [
  {
    slug: 'views',
    title: 'ArrayBuffer and its views',
    examples: [
      {
        id: 'views/create',
        title: 'Twelve bytes',
        kind: 'snippet',
        fileName: 'create.js',
        uses: 'ArrayBuffer',
      },
      {
        id: 'views/exercises/window',
        title: 'A window',
        kind: 'exercise',
        fileName: 'window.js',
        uses: 'Uint8Array',
      },
    ],
  },
  {
    slug: 'endianness',
    title: 'Endianness',
    examples: [
      {
        id: 'endianness/order',
        title: 'Both orders',
        kind: 'snippet',
        fileName: 'order.js',
        uses: 'DataView setUint16',
      },
    ],
  },
];

test.each([
  ['', ['views/create', 'views/exercises/window', 'endianness/order']],
  ['dataview', ['endianness/order']],
  ['views twelve', ['views/create']],
  ['WINDOW', ['views/exercises/window']],
  ['nothing like it', []],
])('a search for "%s" finds %j', (query, ids) => {
  const found = searchExamples(INDEX, query).flatMap(({ examples }) =>
    examples.map(({ id }) => id),
  );
  expect(found).toEqual(ids);
});
