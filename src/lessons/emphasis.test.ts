import { expect, test } from 'vitest';

const pages = import.meta.glob<string>('./*/{ko.mdx,exercises/*/task.ko.mdx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Markdown does not read a mark of emphasis that closes behind punctuation and before a letter (CommonMark §6.2): readers
 * would see the stars. The particle goes inside.
 */
const UNREAD = /[`)\]”’"'.,:!?]\*+(?=\p{Script=Hangul})/u;

test.each([
  ['**`play()`**는', true],
  ['*(대략)*의', true],
  ['**`play()`는** 시작', false],
  ['**비트**(bit)라고', false],
  ['`a`, **비트**', false],
  ['(**비트**)', false],
])('%s shows its stars: %s', (text, shows) => {
  expect(UNREAD.test(text)).toBe(shows);
});

test.each(Object.entries(pages))('%s shows no stars', (_, mdx) => {
  const lines = mdx.split('\n').map((line, index) => `${String(index + 1)}: ${line}`);
  expect(lines.filter((line) => UNREAD.test(line))).toEqual([]);
});
