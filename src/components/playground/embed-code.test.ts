import { expect, test } from 'vitest';
import { BLANK_PROGRAM, PLAIN_VIEW, type SharedProgram } from '../../core/share/shared';
import { openLink } from '../../core/share/link';
import { embedCode } from './embed-code';

const PROGRAM: SharedProgram = {
  ...BLANK_PROGRAM,
  fileName: 'a.js',
  source: 'const a = new Uint8Array(4);',
};
const ready = (source = PROGRAM.source) => ({
  shared: { program: { ...PROGRAM, source }, files: [], view: PLAIN_VIEW, language: 'en' as const },
  left: [],
  isExample: false,
});
const CHOICE = {
  page: 'https://site.example/playground/?example=x#1.old',
  locale: 'en',
  theme: 'dark',
  height: 480,
  title: 'a "title" & <more>',
} as const;

test('the HTML names the page, theme and height, and the link opens', () => {
  const code = embedCode(ready(), CHOICE) ?? '';
  const src = new URL(/src="([^"]*)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '');
  expect(src.origin + src.pathname + src.search).toBe(
    'https://site.example/embed/?theme=dark&height=480',
  );
  const opened = openLink(src.hash);
  expect(opened.kind === 'program' && opened.shared.program).toEqual(PROGRAM);
  expect(code).toContain('title="a &quot;title&quot; &amp; &lt;more&gt;"');
  expect(code).toContain('height="480"');
});

test('a theme that is the reader’s own is not named, and Korean has an address of its own', () => {
  const code = embedCode(ready(), { ...CHOICE, theme: 'auto', locale: 'ko' });
  expect(code).toContain('src="https://site.example/ko/embed/?height=480#1.');
});

test('a program that fits no link has no HTML', () => {
  expect(embedCode(ready('x'.repeat(300_000)), CHOICE)).toBeNull();
});
