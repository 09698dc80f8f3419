/** What each lesson has to be read, answered and solved: what progress is counted against. */
import { render } from 'astro:content';
import type { LessonParts } from '../core/progress/totals';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locale';
import { exerciseNames } from './exercises';
import { pairSections, type Heading, type LessonSection } from './lesson-sections';
import { allLessons } from './lessons';
import { ContentError } from './mistakes';
import { quizNames } from './quizzes';

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
      const sections = pairSections(own, english ? await sectionsOf(english.entry) : own);
      if (typeof sections === 'string') {
        const file = `src/lessons/${entry.id}.mdx`;
        throw new ContentError([{ file, line: null, message: sections }]);
      }
      return [slug, { sections, parts: lessonParts(slug, sections) }];
    });
  return new Map(await Promise.all(outlines));
}

type Entry = Awaited<ReturnType<typeof allLessons>>[number]['entry'];

async function sectionsOf(entry: Entry): Promise<readonly Heading[]> {
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
