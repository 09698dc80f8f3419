/** Written lessons, as pages see them. Drafts exist in the dev server only. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { LOCALES, type Locale } from '../i18n/locale';
import { layOut, type LessonPlace } from './curriculum';
import { findPlacementMistake } from './lesson-schema';
import { ContentError } from './mistakes';

export interface Lesson {
  readonly slug: string;
  readonly locale: Locale;
  readonly entry: CollectionEntry<'lessons'>;
}

/** Every lesson page that exists, in all languages. */
export async function allLessons(): Promise<readonly Lesson[]> {
  const entries = await getCollection('lessons', ({ data }) => import.meta.env.DEV || !data.draft);
  const slugs = new Set(entries.map(({ id }) => slugOf(id)));
  const lessons: Lesson[] = [];
  for (const entry of entries) {
    const slug = slugOf(entry.id);
    const locale = LOCALES.find((known) => known === entry.id.split('/')[1]);
    // A file in a language we do not know is reported by the content check, with the correction.
    if (locale === undefined) continue;
    const mistake = findPlacementMistake(slug, entry.data, slugs);
    if (mistake !== null)
      throw new ContentError([
        { file: `src/lessons/${entry.id}.mdx`, line: null, message: mistake },
      ]);
    lessons.push({ slug, locale, entry });
  }
  return lessons;
}

const slugOf = (id: string) => id.split('/')[0] ?? id;

/** The map of the course in one language: written lessons with their own titles, the others as planned. */
export async function lessonPlaces(locale: Locale): Promise<readonly LessonPlace[]> {
  const written = (await allLessons())
    .filter((lesson) => lesson.locale === locale)
    .map(({ slug, entry }) => ({ slug, ...entry.data }));
  return layOut(written, (planned) => planned.title[locale] ?? planned.title.en);
}

/** The languages a lesson exists in. */
export async function localesOf(slug: string): Promise<readonly Locale[]> {
  const lessons = await allLessons();
  return LOCALES.filter((locale) =>
    lessons.some((lesson) => lesson.slug === slug && lesson.locale === locale),
  );
}
