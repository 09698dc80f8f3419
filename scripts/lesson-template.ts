/** The files of a new lesson: a draft that builds, runs and passes the content gate as it is. */
import { CHAPTERS, PLANNED_LESSONS } from '../src/build/curriculum.ts';

export interface NewLesson {
  /** Folder name and address: `float-text`. */
  readonly slug: string;
  readonly title: string;
  /** A chapter's id; needed only for a lesson that the map does not know. */
  readonly chapter: string | null;
}

export type NewLessonResult =
  | { readonly kind: 'ok'; readonly lesson: NewLesson }
  | { readonly kind: 'invalid'; readonly problem: string };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_TITLE = 60;
const chapterIds = CHAPTERS.map((chapter) => chapter.id);

/** Checks what was asked for; a slug that the map knows brings its own title and chapter. */
export function parseNewLesson(
  slug: string | undefined,
  title: string | undefined,
  chapter: string | undefined,
  existing: readonly string[],
): NewLessonResult {
  const invalid = (problem: string): NewLessonResult => ({ kind: 'invalid', problem });
  if (slug === undefined) return invalid('A lesson needs a slug: the name of its folder.');
  if (!SLUG.test(slug)) {
    return invalid(`"${slug}" is not a slug: lower-case letters and digits, words joined by "-".`);
  }
  if (existing.includes(slug)) return invalid(`There is a lesson "${slug}" already.`);
  const planned = PLANNED_LESSONS.find((each) => each.slug === slug);
  const name = (title ?? planned?.title.en ?? '').trim();
  if (name === '') return invalid(`The lesson "${slug}" needs a title.`);
  if (name.length > LONGEST_TITLE) {
    return invalid(`The title has ${name.length} characters; ${LONGEST_TITLE} are the most.`);
  }
  if (chapter !== undefined && !chapterIds.includes(chapter)) {
    return invalid(`There is no chapter "${chapter}". The chapters are: ${chapterIds.join(', ')}.`);
  }
  const home = chapter ?? (planned ? null : (chapterIds[0] ?? null));
  return { kind: 'ok', lesson: { slug, title: name, chapter: home } };
}

/** Text of each file by its path inside the lesson's folder. */
export function lessonFiles({ title, chapter }: NewLesson): Readonly<Record<string, string>> {
  const place = chapter === null ? '' : `chapter: ${chapter}\n`;
  return {
    'en.mdx': `---
title: ${JSON.stringify(title)}
lead: Say in one or two sentences which question this lesson answers.
description: Say in 50 to 180 characters what a reader can do afterwards; search engines show it.
minutes: 10
${place}draft: true
---

Start with a puzzle: something that surprises, in as little code as possible.

## What do two bytes say?

Ask for a prediction before the answer is on the page. What does the last line print?

<Bench snippet="first-bytes" title="One number, two bytes" />

It prints <Output snippet="first-bytes" line={5} />. Explain only what the reader has just seen.
`,
    'snippets/first-bytes.js': `const buffer = new ArrayBuffer(2);
const view = new DataView(buffer);

view.setUint16(0, 258);
console.log(view.getUint8(0), view.getUint8(1));
`,
    'snippets/first-bytes.json': `{ "opensAt": "start" }
`,
    'expected.ts': `import type { LessonExpectation } from '../expectation';

export const expected: LessonExpectation = {
  seeds: [],

  snippets: {
    'first-bytes': {
      prints: ['5: 1 2'],
      leaves: { buffer: '01 02' },
      views: ['view: DataView buffer[0..2)'],
    },
  },

  claims: [],
};
`,
  };
}
