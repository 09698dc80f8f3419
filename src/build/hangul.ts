/**
 * Plex Sans KR with the characters that the site shows, and no others: some seven hundred of its eleven thousand
 * syllables (decision 24).
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

export type HangulWeight = 400 | 600;

/** Hangul, and the punctuation and full-width forms that stand beside it: what `HANGUL_RANGE` says in CSS. */
const HANGUL = /[\u1100-\u11ff\u3000-\u303f\u3130-\u318f\uac00-\ud7af\uff00-\uffef]/g;
export const HANGUL_RANGE = 'U+1100-11FF,U+3000-303F,U+3130-318F,U+AC00-D7AF,U+FF00-FFEF';

/** Each character of the texts that Plex Sans KR draws, once, in the order of code points. */
export function hangulIn(texts: Iterable<string>): string {
  const found = new Set<string>();
  for (const text of texts) for (const [character] of text.matchAll(HANGUL)) found.add(character);
  return [...found].sort().join('');
}

/** Whether a file of the project (a path with forward slashes) may have words that a page shows. */
export const isSource = (file: string): boolean =>
  /^src\/.*\.(?:tsx?|astro|mdx|json|js)$/.test(file) && !/\.(?:test|fixture)\.tsx?$/.test(file);

/**
 * Whether pages in English show the file too: they say the language's name and offer it, and take some syllables apart,
 * byte by byte. What holds both languages side by side (quizzes, checks) shows its Hangul on Korean pages alone.
 */
export const isOnEnglishPages = (file: string): boolean =>
  isSource(file) &&
  /^src\/(?:lessons\/.*(?:\ben\.mdx|\.js)|components\/.*|i18n\/[^/]+|i18n\/ko\/language\.ts)$/.test(
    file,
  );

/** The files for which `isSource` holds, as paths within the project. */
export async function sourceFiles(root: string): Promise<readonly string[]> {
  return (await readdir(join(root, 'src'), { recursive: true }))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter(isSource);
}

/** The Hangul of Korean pages, and the little of it that English pages have. */
export async function hangulOf(
  root: string,
): Promise<{ readonly ko: string; readonly en: string }> {
  const files = await sourceFiles(root);
  const read = (file: string) => readFile(join(root, file), 'utf8');
  return {
    ko: hangulIn(await Promise.all(files.map(read))),
    en: hangulIn(await Promise.all(files.filter(isOnEnglishPages).map(read))),
  };
}

/** The font of a weight, all of it, as woff2. */
export const wholeFont = (root: string, weight: HangulWeight): Promise<Buffer> =>
  readFile(
    join(
      root,
      `node_modules/@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr-korean-${weight}-normal.woff2`,
    ),
  );

/**
 * The font of a weight, cut down to these characters.
 * @param root The project's folder.
 * @param format `woff2` for browsers, `sfnt` for what reads no woff2.
 */
export async function cutFont(
  root: string,
  weight: HangulWeight,
  characters: string,
  format: 'woff2' | 'sfnt' = 'woff2',
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    // Hints are for screens of another time, and half of what a syllable weighs.
    await subsetFont(await wholeFont(root, weight), characters, {
      targetFormat: format,
      noHinting: true,
    }),
  );
}
