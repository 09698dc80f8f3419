import type { APIRoute } from 'astro';
import { exampleIndex, examplePrograms } from '../../../build/examples';
import { lessonPlaces } from '../../../build/lessons';
import { DEFAULT_LOCALE, type Locale } from '../../../i18n/locale';
import { SHELL_LOCALES } from '../../../i18n/shell';

interface Props {
  readonly locale: Locale;
  /** Null: the index. */
  readonly lesson: string | null;
}

/** What the playground fetches: `examples/index.json`, and `examples/views.json` for each lesson. */
export async function getStaticPaths() {
  const paths = SHELL_LOCALES.map(async (locale) => {
    const written = (await lessonPlaces(locale)).filter(({ kind }) => kind === 'written');
    return [null, ...written.map(({ slug }) => slug)].map((lesson) => ({
      params: {
        locale: locale === DEFAULT_LOCALE ? undefined : locale,
        name: lesson ?? 'index',
      },
      props: { locale, lesson },
    }));
  });
  return (await Promise.all(paths)).flat();
}

export const GET: APIRoute<Props> = async ({ props: { locale, lesson } }) =>
  Response.json(
    lesson === null ? await exampleIndex(locale) : await examplePrograms(lesson, locale),
  );
