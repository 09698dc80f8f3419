import { expect, test } from 'vitest';
import { countHidden, readablePieces } from './hidden-characters';

test('what turns the direction of text round is named', () => {
  expect(readablePieces("if (user === 'a\u202e b') {")).toEqual([
    { kind: 'text', text: "if (user === 'a" },
    { kind: 'hidden', name: 'U+202E' },
    { kind: 'text', text: " b') {" },
  ]);
});

test.each([
  ['a zero width space', 'a\u200bb', 1],
  ['a Hangul filler, which is a name in JavaScript', 'const \u3164 = 1;', 1],
  ['a joiner between letters', 'a\u200db', 1],
  ['a byte order mark', '\ufeffx', 1],
  ['isolates', '\u2066x\u2069', 2],
])('%s is hidden', (_name, text, count) => {
  expect(countHidden(text)).toBe(count);
  expect(readablePieces(text).filter(({ kind }) => kind === 'hidden')).toHaveLength(count);
});

test.each(['const a = 1;\n\treturn;\r\n', '안녕하세요', '👩🏽‍🚀 👨‍👩‍👧 ❤️', 'שלום', ''])(
  '%j is as it reads',
  (text) => {
    expect(countHidden(text)).toBe(0);
    expect(readablePieces(text)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
  },
);
