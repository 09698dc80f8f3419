import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EDITOR_COLORS } from './token-style';

const css = readFileSync(new URL('../../../styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(/\[data-theme=['"]dark['"]\]/);
const token = (block: string, name: string) =>
  new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(block)?.[1];

test.each([
  ['light', light],
  ['dark', dark],
] as const)('the editor’s %s colours are those of tokens.css', (scheme, block) => {
  const colors = EDITOR_COLORS[scheme];
  expect({
    panel: token(block, 'panel'),
    ink: token(block, 'ink'),
    ink2: token(block, 'ink-2'),
    ink3: token(block, 'ink-3'),
    selection: token(block, 'rule'),
  }).toEqual(colors);
});
