/** One page of each kind, and one lesson for each kind of bench: what `npm run report` looks at, in both languages. */
import type { Locale } from '../../../src/i18n/locale.ts';

const LOCALES: readonly Locale[] = ['en', 'ko'];

export interface PageKind {
  readonly name: string;
  /** In English. */
  readonly path: string;
  readonly isLesson: boolean;
}

const lesson = (slug: string, what: string): PageKind => ({
  name: `lesson ${slug} (${what})`,
  path: `/lessons/${slug}/`,
  isLesson: true,
});
const page = (name: string, path: string): PageKind => ({ name, path, isLesson: false });

export const PAGE_KINDS: readonly PageKind[] = [
  page('home', '/'),
  lesson('views', 'plain, with exercises'),
  lesson('upload', 'with a lab'),
  lesson('pixels', 'with canvases'),
  lesson('mse', 'with video'),
  page('playground', '/playground/'),
  page('inspector', '/inspect/'),
  page('progress', '/progress/'),
  page('glossary', '/glossary/'),
  page('errors', '/errors/'),
  page('errata', '/errata/'),
];

export interface PageToLookAt extends PageKind {
  readonly locale: Locale;
  /** Its own address in that language. */
  readonly localePath: string;
}

export const PAGES: readonly PageToLookAt[] = PAGE_KINDS.flatMap((kind) =>
  LOCALES.map((locale) => ({
    ...kind,
    locale,
    localePath: locale === 'en' ? kind.path : `/${locale}${kind.path}`,
  })),
);
