/**
 * `@font-face` rules for the Hangul of a page, and what it preloads: Plex Sans KR as the build has cut it
 * (integrations/fonts.ts, decision 24). Like Sans the fonts are there before the first paint, or not at all: a late one
 * would wrap lines anew.
 */
import { few400, korean400, korean600 } from 'virtual:bytescope-hangul';
import { HANGUL_RANGE } from './hangul';

export interface HangulFaces {
  /** Rules for a `<style>`. */
  readonly css: string;
  /** Addresses of the fonts. */
  readonly preload: readonly string[];
}

// 500 is drawn by 400, and 700 by 600, as in the mock.
const face = (url: string, weights: string) =>
  `@font-face{font-family:'Plex Sans KR';font-weight:${weights};font-display:optional;src:url(${url}) format('woff2');unicode-range:${HANGUL_RANGE}}`;

/** `all` is what the site says in Korean, `few` what its English pages show of it: the name of the language, and syllables taken apart. */
export const HANGUL_FACES: Readonly<Record<'all' | 'few', HangulFaces>> = {
  all: {
    css: face(korean400, '400 500') + face(korean600, '600 700'),
    preload: [korean400, korean600],
  },
  few: { css: face(few400, '400 500'), preload: [few400] },
};
