/**
 * `@font-face` rules for the Hangul that a page shows, and no others: the package cuts each weight into some hundred
 * slices, and a page that says 바이트 once needs two of them.
 */
import regular from '@fontsource/ibm-plex-sans-kr/400.css?raw';
import semibold from '@fontsource/ibm-plex-sans-kr/600.css?raw';
import { facesFor, koreanRange, parseFaces } from './unicode-range';

const files = import.meta.glob<string>(
  '/node_modules/@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr-[0-9]*-{400,600}-normal.woff2',
  { query: '?url', import: 'default' },
);

export interface HangulFaces {
  /** Rules for a `<style>`; empty when the text has no Hangul. */
  readonly css: string;
  /** Addresses of the regular weight's slices, to be preloaded: like Sans they are there in time, or not at all. */
  readonly preload: readonly string[];
}

export async function hangulFaces(text: string): Promise<HangulFaces> {
  const faces = [regular, semibold].flatMap((css) => facesFor(text, parseFaces(css)));
  const found = await Promise.all(
    faces.map(async ({ file, weight, range }) => {
      const url =
        await files[file.replace('./', '/node_modules/@fontsource/ibm-plex-sans-kr/')]?.();
      return url === undefined ? [] : [{ url, weight, range: koreanRange(range) }];
    }),
  );
  const slices = found.flat();
  return {
    css: slices
      .map(({ url, weight, range }) => {
        // 500 is drawn by 400, and 700 by 600, as in the mock.
        const weights = weight === '400' ? '400 500' : '600 700';
        return `@font-face{font-family:'Plex Sans KR';font-weight:${weights};font-display:optional;src:url(${url}) format('woff2');unicode-range:${range}}`;
      })
      .join(''),
    preload: slices.filter(({ weight }) => weight === '400').map(({ url }) => url),
  };
}
