import { expect, it } from 'vitest';
import { facesFor, inRange, koreanRange, parseFaces } from './unicode-range';

const CSS = `
/* [0] */
@font-face { font-family: 'KR'; font-weight: 400; src: url(./files/kr-0.woff2) format('woff2'), url(./files/kr-0.woff) format('woff'); unicode-range: U+ff03-ff05,U+b86c; }
@font-face { font-family: 'KR'; font-weight: 400; src: url(./files/kr-1.woff2) format('woff2'); unicode-range: U+bc14,U+c774-c775; }
`;

it('reads the slices of a font', () => {
  expect(parseFaces(CSS)).toEqual([
    { file: './files/kr-0.woff2', weight: '400', range: 'U+ff03-ff05,U+b86c' },
    { file: './files/kr-1.woff2', weight: '400', range: 'U+bc14,U+c774-c775' },
  ]);
});

it.each([
  [0xc774, true],
  [0xc775, true],
  [0xc776, false],
  [0xbc14, true],
])('knows whether U+%i is in a range', (codePoint, inside) => {
  expect(inRange('U+bc14,U+c774-c775', codePoint)).toBe(inside);
});

it('keeps the slices that a text needs, and none for a text without Hangul', () => {
  const faces = parseFaces(CSS);
  expect(facesFor('Byte 바이', faces).map(({ file }) => file)).toEqual(['./files/kr-1.woff2']);
  expect(facesFor('Byte #', faces)).toEqual([]);
});

it('leaves Latin to the Latin font, though a slice carries both', () => {
  expect(koreanRange('U+0020-007e,U+bc14,U+ff03-ff05,U+2026')).toBe('U+bc14,U+ff03-ff05');
});
