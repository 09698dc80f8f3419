import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(
  /\/\*[\s\S]*?\*\//g,
  '',
);

/** The custom properties of the first block that starts with `selector`. */
function block(selector: string): Map<string, string> {
  const body =
    css
      .slice(css.indexOf(selector))
      .replace(/^[^{]*\{/, '')
      .split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = block(':root {');
const dark = block("[data-theme='dark'] {");
const systemDark = block(':root:not([data-theme]) {');

/** WCAG 2.x relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ['--paper', '--panel', '--chrome'];
const TEXT = [
  '--ink',
  '--ink-2',
  '--ink-3',
  '--signal',
  '--pass',
  '--fail',
  '--u',
  '--i',
  '--f',
  '--d',
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, tokens) => {
  const color = (name: string) => tokens.get(name) ?? expect.unreachable(`${name} is not defined`);

  it.each(TEXT)('%s reads on every surface at 4.5 to 1', (name) => {
    for (const surface of SURFACES)
      expect(contrast(color(name), color(surface)), surface).toBeGreaterThanOrEqual(4.5);
  });

  it('draws control boundaries at 3 to 1', () => {
    for (const surface of SURFACES)
      expect(contrast(color('--edge'), color(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  it.each(['u', 'i', 'f', 'd'])(
    'family %s reads on its tint, and its solid fill carries text',
    (family) => {
      expect(contrast(color(`--${family}`), color(`--${family}-tint`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color('--ink'), color(`--${family}-tint`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color('--on-family'), color(`--${family}`))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

it('gives a reader without JavaScript the same dark theme', () => {
  expect(Object.fromEntries(systemDark)).toEqual(Object.fromEntries(dark));
  expect(dark.size).toBeGreaterThan(25);
});

it('defines no colour in the dark that the light does not have', () => {
  expect([...dark.keys()].filter((name) => !light.has(name))).toEqual([]);
});
