/** The verdict on a run: which checks passed, and what is said about those that did not. */
import type { ErrorReport, Run } from '../trace/run';
import { attemptOf, type Attempt } from './attempt';
import type { Check, Exercise } from './exercise';
import type { CheckVerdict, Verdict } from './verdict';

/**
 * Judges a run that was made with the exercise's own probes.
 *
 * @param uncaught errors that nobody caught, before or after the body had settled
 */
export function judge(
  exercise: Exercise,
  run: Run,
  uncaught: readonly ErrorReport[] = [],
): Verdict {
  const attempt = attemptOf(run, exercise.probes, uncaught);
  const checks = Object.entries(exercise.checks);
  if ('kind' in attempt) {
    const known = Object.entries(exercise.refused ?? {}).find(([, is]) => is?.(attempt));
    return {
      passed: false,
      checks: checks.map(([id]) => ({ id, state: 'open', feedback: null })),
      refusal: attempt,
      mistake: known?.[0] ?? null,
    };
  }
  const verdicts = checks.map(([id, check]) => judgeCheck(id, check, attempt));
  return {
    passed: verdicts.length > 0 && verdicts.every(({ state }) => state === 'passed'),
    checks: verdicts,
    refusal: null,
    mistake: null,
  };
}

function judgeCheck(id: string, check: Check, attempt: Attempt): CheckVerdict {
  const finding = check.judge(attempt);
  if (finding === null) return { id, state: 'passed', feedback: null };
  const known = Object.entries(check.mistakes ?? {}).find(([, is]) => is?.(finding, attempt));
  const { problem, call, spot } = finding;
  return {
    id,
    state: 'failed',
    feedback: { problem, mistake: known?.[0] ?? null, call: call?.text ?? null, spot },
  };
}

/**
 * Whether a verdict marks the exercise as solved: only code that this reader has changed and has started, so not the code
 * that was given, a link's, or the solution shown.
 */
export function countsAsSolved(
  verdict: Verdict,
  run: Pick<Run, 'source'>,
  { start, shown }: { readonly start: string; readonly shown: readonly string[] },
): boolean {
  const code = plain(run.source);
  return verdict.passed && code !== plain(start) && shown.every((text) => plain(text) !== code);
}

/** Blank lines, blank ends and line breaks of another system make no other code. */
const plain = (source: string): string =>
  source
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
