/** What each lesson has to be read, answered and solved: what progress is counted against. */
import { render } from 'astro:content';
import type { LessonParts } from '../core/progress/totals';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locale';
import { exerciseNames } from './exercises';
import { allLessons } from './lessons';
import { ContentError } from './mistakes';

export interface LessonSection {
  /** The id of the heading in English: progress is the same in every language. */
  readonly part: string;
  /** The id of the heading on the page in this language. */
  readonly id: string;
  readonly title: string;
}

export interface LessonOutline {
  readonly sections: readonly LessonSection[];
  readonly parts: LessonParts;
}

/** The sections and parts of every written lesson in one language, by slug. */
export async function lessonOutlines(locale: Locale): Promise<ReadonlyMap<string, LessonOutline>> {
  const lessons = await allLessons();
  const outlines = lessons
    .filter((lesson) => lesson.locale === locale)
    .map(async ({ slug, entry }): Promise<readonly [string, LessonOutline]> => {
      const english = lessons.find(
        (other) => other.slug === slug && other.locale === DEFAULT_LOCALE,
      );
      const own = await sectionsOf(entry);
      const named = english === undefined ? own : await sectionsOf(english.entry);
      if (named.length !== own.length) {
        const message = `This text has ${own.length} sections (##), the English one ${named.length}. A section read in one language counts in the other, so give both the same, in the same order.`;
        throw new ContentError([{ file: `src/lessons/${entry.id}.mdx`, line: null, message }]);
      }
      const sections = own.map(({ id, title }, index) => ({
        part: named[index]?.id ?? id,
        id,
        title,
      }));
      return [slug, { sections, parts: lessonParts(slug, sections) }];
    });
  return new Map(await Promise.all(outlines));
}

type Entry = Awaited<ReturnType<typeof allLessons>>[number]['entry'];

async function sectionsOf(entry: Entry) {
  const { headings } = await render(entry);
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ slug: id, text: title }) => ({ id, title }));
}

/** The one place that says what counts in a lesson. */
const lessonParts = (slug: string, sections: readonly LessonSection[]): LessonParts => ({
  sections: sections.map(({ part }) => part),
  quizzes: quizNames(slug),
  exercises: exerciseNames(slug),
});

/** Ids of a lesson's quizzes and predictions, as their marks say them. None until quizzes are in lessons. */
function quizNames(_slug: string): readonly string[] {
  return [];
}
