/**
 * The gate of predictions and questions: every answer is computed again, every wrong answer that is known is told what
 * it is, and each stands where readers find it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { loadQuiz, quizNames, quizzesOf, type LoadedQuiz } from '../build/quizzes';
import { judgeAnswer } from '../core/quiz/answer-key';
import { SLIPS } from '../core/quiz/wrong-answers';
import { LOCALES } from '../i18n/locale';
import { slipText } from '../i18n/quiz';

// A run is a Worker of its own, and the first of them waits until the realm is bundled.
vi.setConfig({ testTimeout: 60_000 });

const here = fileURLToPath(new URL('.', import.meta.url));
const lessons = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/quizzes.ts`))
  .map(({ name }) => name)
  .toSorted();

/** The fields that give an answer. */
const fieldsOf = ({ key }: LoadedQuiz, answer: string): readonly string[] =>
  key.kind === 'bytes' ? answer.split(' ') : [answer];

/** Bytes that words type out: code of nothing but two-digit hex. */
const typedBytes = (text: string): readonly string[] =>
  [...text.matchAll(/`([0-9A-F]{2}(?: [0-9A-F]{2})*)`/g)].map(([, bytes = '']) => bytes);

const reached = new Set<string>();

test('there are questions to check', () => {
  expect(lessons).toContain('views');
});

test('one that is not there is told by the name that is', async () => {
  await expect(loadQuiz('views', 'windw')).rejects.toThrow(
    'There is no question "windw". Write: <Quiz name="window" />',
  );
});

describe.each(lessons)('lesson %s', (lesson) => {
  const quizzes = quizzesOf(lesson);
  const names = quizNames(lesson);

  test.each(LOCALES.filter((locale) => existsSync(`${here}${lesson}/${locale}.mdx`)))(
    'shows every question once, in %s',
    (locale) => {
      const mdx = readFileSync(`${here}${lesson}/${locale}.mdx`, 'utf8');
      const shown = [...mdx.matchAll(/<Quiz name="([^"]*)" \/>/g)].map(([, name]) => name);
      expect(shown.toSorted()).toEqual(names.toSorted());
    },
  );

  test('asks for a prediction right before the bench it is about', () => {
    const mdx = readFileSync(`${here}${lesson}/en.mdx`, 'utf8');
    for (const [name, { of: program }] of Object.entries(quizzes)) {
      if (!('snippet' in program)) continue;
      const [, after = ''] = mdx.split(`<Quiz name="${name}" />`);
      expect(after.trimStart(), name).toMatch(
        new RegExp(`^(?:<Quiz [^>]*>\\s*)*<Bench snippet="${program.snippet}"`),
      );
    }
  });

  describe.each(names)('question %s', (name) => {
    // Its own mistakes, an answer that is no choice among them, are thrown here with the correction.
    const load = () => loadQuiz(lesson, name);

    test('has an answer that its program gives, and that is judged right', async () => {
      const loaded = await load();
      expect(judgeAnswer(loaded.key, fieldsOf(loaded, loaded.key.right))).toEqual({
        kind: 'right',
      });
    });

    test('knows wrong answers, and tells each what it is', async () => {
      const loaded = await load();
      const known = Object.entries(loaded.key.wrong);
      expect(known.length).toBeGreaterThan(0);
      for (const [answer, says] of known) {
        reached.add(says);
        expect(judgeAnswer(loaded.key, fieldsOf(loaded, answer)), answer).toMatchObject({
          kind: 'wrong',
          says,
        });
      }
      // Own words would otherwise be said to nobody.
      for (const words of Object.values(loaded.quiz.words))
        expect(new Set(known.map(([, says]) => says)).size).toBeGreaterThanOrEqual(
          Object.keys(words.wrong).length,
        );
    });

    test('types no bytes that it does not compute or show', async () => {
      const { quiz, key, code } = await load();
      const { expected } = (await import(`./${lesson}/expected.ts`)) as {
        expected: { claims: readonly { says: string }[] };
      };
      const computed = [
        key.right,
        ...Object.keys(quiz.words.en.wrong),
        ...expected.claims.map(({ says }) => says),
      ].join('\n');
      for (const { question, because, wrong } of Object.values(quiz.words))
        for (const text of [question, because, ...Object.values(wrong)])
          for (const bytes of typedBytes(text))
            expect(`${computed}\n${code ?? ''}`, text).toContain(bytes);
    });
  });
});

test('every slip with a name is made by somebody, and told in its own words', () => {
  expect(SLIPS.filter((slip) => !reached.has(slip))).toEqual([]);
  for (const kind of ['bytes', 'value'] as const)
    expect(new Set(SLIPS.map((slip) => slipText.en(slip, kind).why)).size).toBe(SLIPS.length);
});
