import { withBase } from '../core/base-path';

/** The languages of the site. English lives at `/`, Korean under `/ko/`. */
export const LOCALES = ['en', 'ko'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en';

/**
 * A room's interface text. Islands find the Korean words once `ko/index.ts` has given them to the rooms: pages in English
 * load none of them. What no island draws has its Korean words from the start.
 */
export type Texts<T> = { readonly en: T; ko?: T };

/** The text of one locale; English stands in where a translation is not there yet. */
export function textFor<T>(texts: Texts<T>, locale: Locale): T {
  return texts[locale] ?? texts.en;
}

/** A path within the site, which starts with a slash, as a link has it: under the base of this build. */
export function sitePath(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/** A site path in a locale: `/lessons/views/` or `/ko/lessons/views/`, under the base of this build. */
export function localePath(locale: Locale, path: string): string {
  return sitePath(locale === DEFAULT_LOCALE ? path : `/${locale}${path}`);
}
