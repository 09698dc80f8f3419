import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Control } from '../../core/controls/control';
import type { Expected, LinkProblem } from '../../core/share/problem';
import { FULL } from '../../core/share/shared.fixture';
import { shareText } from '../../i18n/share';
import { standing } from './bench-source';
import { programParts } from './program-parts';
import { MAX_QR_CHARACTERS, QrCode } from './QrCode';

describe('a QR code', () => {
  test('is a picture with a name', () => {
    const html = renderToString(<QrCode text="https://bytes.example/" label="A code" />);
    expect(html).toContain('role="img" aria-label="A code"');
    // Version 2 has 25 modules and 4 of quiet on each side.
    expect(html).toContain('viewBox="0 0 33 33"');
  });

  test('has three finder patterns, with the quiet zone around', () => {
    const html = renderToString(<QrCode text="https://bytes.example/" label="A code" />);
    for (const at of ['M4 4h7v1', 'M22 4h7v1', 'M4 22h7v1']) expect(html).toContain(at);
    expect(html).not.toMatch(/M[0-3] /);
  });

  test('is no mirror image: the module that is always dark lies left below, not right above', () => {
    for (const text of [
      'https://bytes.example/',
      'https://bytes.example/a',
      'https://bytes.example/b',
    ]) {
      const html = renderToString(<QrCode text={text} label="" />);
      const rows = [...html.matchAll(/M(\d+) 21h(\d+)v/g)].map(([, x, width]) => [
        Number(x),
        Number(width),
      ]);
      // Column 8 and row 17 of 25 (ISO/IEC 18004, §7.9.1), and the quiet zone.
      expect(rows.some(([x = 0, width = 0]) => x <= 12 && 12 < x + width)).toBe(true);
    }
  });

  test('holds as many characters as are said, and not one more', () => {
    const most = 'a'.repeat(MAX_QR_CHARACTERS);
    expect(renderToString(<QrCode text={most} label="" />)).toContain('viewBox="0 0 125 125"');
    expect(() => renderToString(<QrCode text={`${most}a`} label="" />)).toThrow();
  });
});

test('controls begin where they stood; files and presses are not theirs to keep', () => {
  const controls: readonly Control[] = [
    { kind: 'range', name: 'r', min: 0, max: 9, value: 1 },
    { kind: 'toggle', name: 't', value: false },
    { kind: 'select', name: 's', options: [{ value: 'a' }, { value: 'b' }], value: 'a' },
    { kind: 'button', name: 'b' },
    { kind: 'file', name: 'f' },
  ];
  const values = { r: 4, t: true, s: 'b', b: 7, f: null };
  expect(standing(controls, values)).toEqual([
    { ...controls[0], value: 4 },
    { ...controls[1], value: true },
    { ...controls[2], value: 'b' },
    controls[3],
    controls[4],
  ]);
});

test('what a program is made of is said part by part', () => {
  expect(programParts(FULL, shareText.en)).toEqual([
    'runs on a page',
    'with a small page of its own',
    'talks to the lab in the page',
    'server.js, its server half, 1 line',
    '5 controls, as set now',
    'the connection, as set now',
  ]);
});

const EXPECTED: readonly Expected[] = [
  { kind: 'text' },
  { kind: 'flag' },
  { kind: 'list' },
  { kind: 'record' },
  { kind: 'name' },
  { kind: 'file name' },
  { kind: 'media type' },
  { kind: 'one of', values: ['page', 'server'] },
  { kind: 'one of', values: [] },
  { kind: 'within', least: 1, most: 9 },
  { kind: 'within', least: 1, most: Number.MAX_VALUE },
  { kind: 'within', least: -Number.MAX_VALUE, most: Number.MAX_VALUE },
  { kind: 'at most', most: 120, unit: 'characters' },
  { kind: 'at most', most: 32, unit: 'items' },
  { kind: 'bytes at most', most: 32_768 },
  { kind: 'once' },
  { kind: 'nothing' },
];
const PROBLEMS: readonly LinkProblem[] = [
  { kind: 'none' },
  { kind: 'newer' },
  { kind: 'character', at: 7, found: '*' },
  { kind: 'cut' },
  { kind: 'damaged' },
  { kind: 'large', most: 262_144, unit: 'bytes' },
  { kind: 'large', most: 360_000, unit: 'characters' },
  ...EXPECTED.map((expected): LinkProblem => ({
    kind: 'field',
    field: 'lab',
    found: '"x"',
    expected,
  })),
];

test.each(['en', 'ko'] as const)('each problem has its own words in %s', (locale) => {
  const { says, next } = (shareText[locale] ?? shareText.en).problem;
  const words = PROBLEMS.map(says);
  expect(new Set(words).size).toBe(PROBLEMS.length);
  for (const each of [...words, ...PROBLEMS.map(next)]) expect(each).toMatch(/[.?]$/);
  expect(words.join()).not.toMatch(/undefined|NaN|∞/);
});

test('a field is told by what was found and what was expected', () => {
  const problem: LinkProblem = {
    kind: 'field',
    field: 'step',
    found: '0',
    expected: { kind: 'within', least: 1, most: 10_000_000 },
  };
  expect(shareText.en.problem.says(problem)).toBe(
    'The link says 0 for step, where a number from 1 to 10,000,000 was expected.',
  );
});
