/**
 * The gate of the exercises: what readers are given fails, every solution passes, and every known wrong answer fails with
 * its own feedback. All of it runs in the realm, with the recorder and the judge that readers have.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { findCheckMistakes } from '../build/exercise-checks';
import { findExerciseMistakes, readExerciseFolders } from '../build/exercise-folders';
import { exerciseNames, loadExercise, type LoadedExercise } from '../build/exercises';
import { formatMistakes } from '../build/mistakes';
import { recordRun } from '../build/record';
import { countsAsSolved, judge } from '../core/exercise/judge';
import { firstFailed, namedMistake, type Verdict } from '../core/exercise/verdict';
import { feedbackWords, refusalWords } from '../i18n/exercise';

// A run is a Worker of its own, and the first of them waits until the realm is bundled.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 3 });

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && exerciseNames(entry.name).length > 0)
  .map(({ name }) => name)
  .toSorted();

async function attempt(
  { exercise }: LoadedExercise,
  file: string,
  source: string,
): Promise<Verdict> {
  const run = await recordRun({ source, fileName: file, goal: 'module', probes: exercise.probes });
  return judge(exercise, run, run.lateErrors);
}

/** What went wrong, for whoever reads the test's report. */
function told({ exercise }: LoadedExercise, verdict: Verdict): string {
  if (verdict.refusal !== null) return JSON.stringify(verdict.refusal);
  const failed = firstFailed(verdict);
  return failed === null
    ? 'every check passes'
    : `${failed.id}: ${JSON.stringify(failed.feedback)}; known: ${Object.keys(exercise.words.en.mistakes).join(', ')}`;
}

test('there are exercises to check', () => {
  expect(lessons).toContain('views');
});

test('every folder has the shape of an exercise', () => {
  const mistakes = findExerciseMistakes(readExerciseFolders(root));
  expect(mistakes, formatMistakes(mistakes)).toEqual([]);
});

describe.concurrent.each(lessons)('lesson %s', (lesson) => {
  test('has an exercise with two different solutions', async () => {
    const counts = await Promise.all(
      exerciseNames(lesson).map(
        async (name) => (await loadExercise(lesson, name)).solutions.length,
      ),
    );
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(2);
  });

  describe.each(exerciseNames(lesson))('exercise %s', async (name) => {
    const loaded = await loadExercise(lesson, name);
    const { start, solutions, wrong, exercise } = loaded;

    test('has checks and words that fit its files', () => {
      const mistakes = findCheckMistakes(loaded);
      expect(mistakes, formatMistakes(mistakes)).toEqual([]);
    });

    test('is not solved by what readers are given', async () => {
      const verdict = await attempt(loaded, 'start.js', start);
      expect(verdict.passed).toBe(false);
      expect(verdict.refusal, 'what readers are given runs to its end').toBeNull();
      expect(firstFailed(verdict)?.id, 'the first check asks for the work itself').toBe(
        Object.keys(exercise.checks)[0],
      );
    });

    test.each(solutions)('is solved by $file', async ({ file, source }) => {
      const run = await recordRun({
        source,
        fileName: file,
        goal: 'module',
        probes: exercise.probes,
      });
      const verdict = judge(exercise, run, run.lateErrors);
      expect(verdict.passed, told(loaded, verdict)).toBe(true);
      expect(countsAsSolved(verdict, run, { start, shown: [] })).toBe(true);
    });

    test.each(wrong)('$file is told what it is', async ({ file, source, mistake }) => {
      const verdict = await attempt(loaded, file, source);
      expect(verdict.passed).toBe(false);
      expect(namedMistake(verdict), told(loaded, verdict)).toBe(mistake);
      // Where nobody knows the answer, the general words would have stood in: they are sentences too.
      for (const { feedback } of verdict.checks) {
        if (feedback === null) continue;
        const { why, next } = feedbackWords.en(feedback);
        for (const text of [why, next]) expect(text).toMatch(/[.?]$/);
      }
      if (verdict.refusal !== null) expect(refusalWords.en(verdict.refusal).why).not.toBe('');
    });
  });
});
