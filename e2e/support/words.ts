/**
 * What a reader sees, hears and presses, in the language of the page: the site's own words, so that none is written
 * twice. A journey that takes them runs in every language.
 */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseTask, type TaskText } from '../../src/build/exercise-task.ts';
import type { Exercise, ExerciseWords } from '../../src/core/exercise/exercise.ts';
import type { Quiz, QuizWords } from '../../src/core/quiz/quiz.ts';
import { benchText } from '../../src/i18n/bench.ts';
import { blobsText } from '../../src/i18n/blobs.ts';
import { controlsText } from '../../src/i18n/controls.ts';
import { endiannessText } from '../../src/i18n/endianness.ts';
import { exercisePageText } from '../../src/i18n/exercise-page.ts';
import '../../src/i18n/ko/index.ts';
import { DEFAULT_LOCALE, LOCALES, textFor, type Locale } from '../../src/i18n/locale.ts';
import { mediaFileText } from '../../src/i18n/media-file.ts';
import { mediaSourceText } from '../../src/i18n/media-source.ts';
import { memoryText } from '../../src/i18n/memory.ts';
import { messagesText } from '../../src/i18n/messages.ts';
import { networkText } from '../../src/i18n/network.ts';
import { numberCircleText } from '../../src/i18n/number-circle.ts';
import { pixelsText } from '../../src/i18n/pixels.ts';
import { progressText } from '../../src/i18n/progress.ts';
import { quizText, slipText } from '../../src/i18n/quiz.ts';
import { shellText } from '../../src/i18n/shell.ts';
import { timelineText } from '../../src/i18n/timeline.ts';
import { uploadText } from '../../src/i18n/upload.ts';

const lessons = new URL('../../src/lessons/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, lessons), 'utf8');

/** A text as it is seen: code in it has no backticks. */
export const seen = (text: string): string => text.replaceAll('`', '');

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Matches what begins with this text. */
export const starting = (text: string): RegExp => new RegExp(`^${escape(seen(text))}`);

/** Matches what ends with this text. */
export const ending = (text: string): RegExp => new RegExp(`${escape(seen(text))}$`);

/** Matches one of two texts, whole. */
export const either = (a: string, b: string): RegExp =>
  new RegExp(`^(?:${escape(a)}|${escape(b)})$`);

/** Matches a sentence that says numbers, whichever they are: `anyNumber((n) => text.finished(n, n))`. */
export function anyNumber(say: (number: number) => string): RegExp {
  // Large enough to be in no sentence by itself, and small enough to have no comma.
  const mark = 777;
  return new RegExp(`^${escape(say(mark)).replaceAll(String(mark), '[\\d,.]+')}`);
}

/** All that the journeys say, in one language. */
export function wordsIn(locale: Locale) {
  const of = <T>(texts: { readonly en: T; ko?: T }): T => textFor(texts, locale);
  return {
    locale,
    /** A path of the site in this language: `/ko/lessons/views/`. */
    path: (path: string) => (locale === DEFAULT_LOCALE ? path : `/${locale}${path}`),
    bench: of(benchText),
    blobs: of(blobsText),
    controls: of(controlsText),
    endianness: of(endiannessText),
    exercise: of(exercisePageText),
    mediaFile: of(mediaFileText),
    mediaSource: of(mediaSourceText),
    memory: of(memoryText),
    messages: of(messagesText),
    network: of(networkText),
    numberCircle: of(numberCircleText),
    pixels: of(pixelsText),
    progress: of(progressText),
    quiz: of(quizText),
    shell: of(shellText),
    slip: of(slipText),
    timeline: of(timelineText),
    upload: of(uploadText),
    /** An exercise's title, hints and task. */
    task(lesson: string, name: string): TaskText {
      const parsed = parseTask(read(`${lesson}/exercises/${name}/task.${locale}.mdx`));
      if (parsed.kind === 'task') return parsed.task;
      throw new Error(`The task of ${lesson}/${name} cannot be read.`);
    },
    /** The words of an exercise's checks and of what is known to go wrong. */
    async checks(lesson: string, name: string): Promise<ExerciseWords> {
      const file = new URL(`${lesson}/exercises/${name}/check.ts`, lessons);
      const { exercise } = (await import(file.href)) as { readonly exercise: Exercise };
      return textFor(exercise.words, locale);
    },
    /** The words of a question. */
    async question(lesson: string, name: string): Promise<QuizWords> {
      const file = new URL(`${lesson}/quizzes.ts`, lessons);
      const { quizzes } = (await import(file.href)) as {
        readonly quizzes: Readonly<Record<string, Quiz>>;
      };
      const words = quizzes[name]?.words;
      if (words === undefined) throw new Error(`There is no question ${lesson}/${name}.`);
      return textFor(words, locale);
    },
    /** The label of a snippet's control. */
    control(lesson: string, snippet: string, name: string): string {
      const { controls } = JSON.parse(read(`${lesson}/snippets/${snippet}.json`)) as {
        readonly controls: readonly {
          readonly name: string;
          readonly label: Record<string, string>;
        }[];
      };
      return controls.find((control) => control.name === name)?.label[locale] ?? name;
    },
    /** A lesson's title, and its headings by what they are called in English. */
    title: (lesson: string): string => titleOf(lesson, locale),
    heading(lesson: string, english: string): string {
      const heading = headingsOf(lesson, locale)[
        headingsOf(lesson, DEFAULT_LOCALE).indexOf(english)
      ];
      if (heading === undefined) throw new Error(`There is no heading “${english}” in ${lesson}.`);
      return heading;
    },
  };
}

export type Words = ReturnType<typeof wordsIn>;

const titleOf = (lesson: string, locale: Locale): string =>
  /^title: (.*)$/m.exec(read(`${lesson}/${locale}.mdx`))?.[1] ?? '';

const headingsOf = (lesson: string, locale: Locale): readonly string[] =>
  [...read(`${lesson}/${locale}.mdx`).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => seen(text));

/** The words of the page that is open, by the folder of a language in its address. */
export function wordsOn(page: Page): Words {
  const folders = new URL(page.url()).pathname.split('/');
  return wordsIn(LOCALES.find((locale) => folders.includes(locale)) ?? DEFAULT_LOCALE);
}
