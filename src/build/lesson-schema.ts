/**
 * A lesson's frontmatter. Unknown keys are refused, and every message shows the line as it should be, so that a
 * mistake can be corrected without looking anything up.
 */
import { z } from 'astro/zod';
import { CHAPTERS, PLANNED_LESSONS } from './curriculum';
import { nearest } from './suggest';

const chapterIds = CHAPTERS.map((chapter) => chapter.id);

/** The fields with an example line each: what error messages show. */
export const LESSON_FIELDS = {
  title: 'title: ArrayBuffer and its views',
  lead: 'lead: An ArrayBuffer is a run of bytes with no opinion about what they mean.',
  description:
    'description: Create an ArrayBuffer, read it through typed arrays and a DataView, and see every byte.',
  minutes: 'minutes: 25',
  chapter: `chapter: ${chapterIds[0] ?? ''}`,
  order: 'order: 2',
  draft: 'draft: true',
  prerequisites: 'prerequisites: [blob, views]',
  updated: 'updated: 2026-11-23',
} as const;

const say = (field: keyof typeof LESSON_FIELDS, rule: string) =>
  `${rule} Write, for example: ${LESSON_FIELDS[field]}`;

const text = (field: keyof typeof LESSON_FIELDS, rule: string, min: number, max: number) =>
  z
    .string({ error: say(field, rule) })
    .trim()
    .min(min, { error: say(field, rule) })
    .max(max, { error: say(field, `${rule} It may have at most ${String(max)} characters.`) });

const unknownKeys = (keys: readonly string[]) =>
  keys
    .map((key) => {
      const near = nearest(key, Object.keys(LESSON_FIELDS));
      const fields = Object.keys(LESSON_FIELDS).join(', ');
      return near === null
        ? `"${key}" is not a field of a lesson. The fields are: ${fields}.`
        : `"${key}" is not a field of a lesson. Write instead: ${LESSON_FIELDS[near as keyof typeof LESSON_FIELDS]}`;
    })
    .join(' ');

export const lessonSchema = z.strictObject(
  {
    title: text('title', 'A lesson has a title.', 1, 60),
    /** One or two sentences under the title; the description stands there when there is none. */
    lead: text('lead', 'A lead is one or two sentences under the title.', 20, 240).optional(),
    description: text(
      'description',
      'A lesson has a description of 50 to 180 characters, for search engines and cards.',
      50,
      180,
    ),
    minutes: z
      .int({ error: say('minutes', 'Reading time is a whole number of minutes.') })
      .min(1, { error: say('minutes', 'Reading time is at least one minute.') })
      .max(180, { error: say('minutes', 'Reading time is at most 180 minutes.') }),
    chapter: z
      .enum(chapterIds, {
        error: (issue) => {
          const near = typeof issue.input === 'string' ? nearest(issue.input, chapterIds) : null;
          return near === null
            ? `The chapters are: ${chapterIds.join(', ')}. Write, for example: ${LESSON_FIELDS.chapter}`
            : `There is no chapter "${String(issue.input)}". Write: chapter: ${near}`;
        },
      })
      .optional(),
    order: z
      .int({
        error: say('order', 'The order is the place within the chapter, a whole number from 1.'),
      })
      .min(1, {
        error: say('order', 'The order is the place within the chapter, a whole number from 1.'),
      })
      .optional(),
    draft: z.boolean({ error: say('draft', 'A draft is true or false.') }).default(false),
    prerequisites: z
      .array(z.string({ error: say('prerequisites', 'Prerequisites are slugs of lessons.') }), {
        error: say('prerequisites', 'Prerequisites are a list of slugs.'),
      })
      .default([]),
    updated: z.coerce
      .date({ error: say('updated', 'The date of the last revision is year-month-day.') })
      .optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys((issue as unknown as { keys: readonly string[] }).keys)
        : undefined,
  },
);

export type LessonFrontmatter = z.infer<typeof lessonSchema>;

/** What only the folder's name and the other lessons can tell; null when all is well. */
export function findPlacementMistake(
  slug: string,
  data: Pick<LessonFrontmatter, 'chapter' | 'prerequisites'>,
  slugs: ReadonlySet<string>,
): string | null {
  const onMap = PLANNED_LESSONS.some((planned) => planned.slug === slug);
  if (!onMap && data.chapter === undefined)
    return `The lesson "${slug}" is not on the map, so its frontmatter says where it belongs. Add: ${LESSON_FIELDS.chapter}`;
  const known = new Set([...slugs, ...PLANNED_LESSONS.map((planned) => planned.slug)]);
  for (const needed of data.prerequisites) {
    if (known.has(needed) && needed !== slug) continue;
    const near = nearest(needed, known);
    const others = data.prerequisites.filter((other) => other !== needed);
    const fixed = near === null || near === slug ? others : [...others, near];
    return `There is no other lesson "${needed}" to be a prerequisite. Write: prerequisites: [${fixed.join(', ')}]`;
  }
  return null;
}
