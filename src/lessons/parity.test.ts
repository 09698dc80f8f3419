/**
 * The gate of Korean: what there is in English there is in Korean, in the same places, and in the words and the style of
 * the course. Spelling has a gate of its own (`src/build/korean-spelling.test.ts`).
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  findEnglish,
  findForbiddenForms,
  findOtherStyles,
  findUnglossedTerms,
} from '../build/korean-lints';
import { readKoreanTexts } from '../build/korean-texts';
import { formatMistakes, type Mistake } from '../build/mistakes';
import { findPageDifferences } from '../build/page-parity';
import type { Exercise, Localized } from '../core/exercise/exercise';
import type { Quiz } from '../core/quiz/quiz';

const read = (file: string) => readFileSync(file, 'utf8');
/** As an author reads it: file, line, what was found, what is wanted. */
const told = (mistakes: readonly Mistake[]) =>
  mistakes.length === 0 ? '' : formatMistakes(mistakes);

/** Lessons that readers see. A draft has time for its Korean page. */
const lessons = globSync('src/lessons/*/en.mdx')
  .filter((file) => !/^draft: true$/m.test(read(file)))
  .map((file) => file.split(/[\\/]/)[2] ?? '')
  .toSorted();

describe.each(lessons)('lesson %s', (slug) => {
  const english = globSync(`src/lessons/${slug}/{en,exercises/*/task.en}.mdx`).toSorted();

  test('has every page in Korean: the same headings, blocks, components and links', () => {
    const mistakes = english.flatMap((file): readonly Mistake[] => {
      const korean = file.replace(/en\.mdx$/, 'ko.mdx');
      return existsSync(korean)
        ? findPageDifferences(korean, read(file), read(korean))
        : [
            {
              file: korean,
              line: null,
              message: `There is no such page. Say in it what ${file} says.`,
            },
          ];
    });
    expect(told(mistakes)).toBe('');
  });

  test('introduces its terms with their English words', () => {
    const page = `src/lessons/${slug}/ko.mdx`;
    expect(told(findUnglossedTerms(slug, page, read(page)))).toBe('');
  });
});

/** The paths of all that words say: `.checks.bytes string`. */
function paths(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

const exercises = import.meta.glob<Exercise>('./*/exercises/*/check.ts', {
  import: 'exercise',
  eager: true,
});
const quizzes = import.meta.glob<Readonly<Record<string, Quiz>>>('./*/quizzes.ts', {
  import: 'quizzes',
  eager: true,
});
const words: readonly { readonly what: string; readonly words: Localized<object> }[] = [
  ...Object.entries(exercises).map(([what, exercise]) => ({ what, words: exercise.words })),
  ...Object.entries(quizzes).flatMap(([file, of]) =>
    Object.entries(of).map(([name, quiz]) => ({ what: `${file} ${name}`, words: quiz.words })),
  ),
];

test('every check, known mistake, question and wrong answer has Korean words', () => {
  expect(words.length).toBeGreaterThan(100);
  for (const {
    what,
    words: { en, ko },
  } of words) {
    // A choice that is an English word needs no label in English.
    const said = paths(ko).filter(
      (path) => !path.startsWith('.choices') || paths(en).includes(path),
    );
    expect({ what, says: said.toSorted() }).toEqual({ what, says: paths(en).toSorted() });
  }
});

test('every control that has a label has it in Korean', () => {
  const labels = globSync('src/lessons/*/snippets/*.json').flatMap((file) =>
    [...read(file).matchAll(/"(?:label|unit)":\s*(\{[^}]*\})/g)].map(([, label = '']) => ({
      file,
      languages: Object.keys(JSON.parse(label) as object).toSorted(),
    })),
  );
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter(({ languages }) => languages.join() !== 'en,ko')).toEqual([]);
});

describe('what is said in Korean', () => {
  const texts = readKoreanTexts(process.cwd());

  test('uses one term for one thing', () => {
    expect(told(findForbiddenForms(texts))).toBe('');
  });
  test('is in the style of the course', () => {
    expect(told(findOtherStyles(texts))).toBe('');
  });
  test('leaves nothing in English', () => {
    expect(told(findEnglish(texts))).toBe('');
  });
});
