import { describe, expect, it } from 'vitest';
import { cutFont, hangulIn, hangulOf, isOnEnglishPages, isSource } from './hangul';

const root = process.cwd();

describe('the Hangul of texts', () => {
  it('is each syllable, once, in order; nothing of other scripts', () => {
    expect(hangulIn(['바이트 byte', '트바 한글. 『책』 ＋'])).toBe('『』글바이책트한＋');
  });
});

describe('which files are read for it', () => {
  it.each([
    'src/lessons/views/ko.mdx',
    'src/lessons/views/exercises/window/task.ko.mdx',
    'src/lessons/views/comments.ko.json',
    'src/lessons/views/quizzes.ts',
    'src/i18n/ko/bench.ts',
    'src/build/glossary.ts',
  ])('Korean pages show %s, English ones do not', (file) => {
    expect(isSource(file)).toBe(true);
    expect(isOnEnglishPages(file)).toBe(false);
  });

  it.each([
    'src/lessons/endianness/en.mdx',
    'src/lessons/blob/snippets/utf8.js',
    'src/lessons/views/exercises/window/task.en.mdx',
    'src/components/shell/LanguageSwitch.astro',
    'src/i18n/hero.ts',
    'src/i18n/ko/language.ts',
  ])('English pages show %s too', (file) => {
    expect(isOnEnglishPages(file)).toBe(true);
  });

  it.each(['src/i18n/ko/ko.test.ts', 'src/lessons/views/README.md', 'docs/authoring.md'])(
    'no page shows %s',
    (file) => {
      expect(isSource(file)).toBe(false);
    },
  );
});

describe('the fonts of the site', () => {
  it('stay small, the one of English pages a tenth of the Korean one', async () => {
    const { ko, en } = await hangulOf(root);
    const [korean, english] = await Promise.all([cutFont(root, 400, ko), cutFont(root, 400, en)]);
    expect([...korean.subarray(0, 4)]).toEqual([...new TextEncoder().encode('wOF2')]);
    expect(korean.byteLength).toBeLessThan(60_000);
    expect(english.byteLength).toBeLessThan(6000);
    expect(en).toContain('국');
    expect(hangulIn([ko, en])).toBe(ko);
  }, 30_000);
});
