/**
 * What localStorage keeps of one exercise: every attempt, with its code, and what help has been looked at. Pure; a shelf
 * (bench/shelf.ts) reads and writes it.
 */
import { isTime } from '../bench/shelf';

/** What came of an attempt. `passed`: every check did, but the code is not this reader's own. */
export type AttemptResult = 'solved' | 'passed' | 'failed' | 'refused';

export interface Attempt {
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly result: AttemptResult;
  /** How many checks passed, of how many. */
  readonly passed: number;
  readonly of: number;
}

export interface AttemptLog {
  readonly v: 1;
  /** Newest first; each code once. */
  readonly attempts: readonly Attempt[];
  /** How many there have been, dropped ones too. */
  readonly made: number;
  /** Hints opened, of three. */
  readonly hints: number;
  /** Solutions that were shown, as they were then. */
  readonly shown: readonly string[];
}

export const EMPTY_LOG: AttemptLog = { v: 1, attempts: [], made: 0, hints: 0, shown: [] };

/** Attempts kept: a reader who needs more has left the oldest far behind. */
export const MOST_ATTEMPTS = 40;
/** Failed attempts after which the solution may be seen. */
const ATTEMPTS_FOR_SOLUTION = 2;
export const HINTS = 3;

export const RESULTS: readonly AttemptResult[] = ['solved', 'passed', 'failed', 'refused'];

/** Adds an attempt. The same code again is the same attempt, and stays solved once it was. */
export function addAttempt(log: AttemptLog, attempt: Attempt): AttemptLog {
  const same = log.attempts.find(({ source }) => source === attempt.source);
  const added = same?.result === 'solved' ? { ...same, at: attempt.at } : attempt;
  const attempts = [added, ...log.attempts.filter((each) => each !== same)];
  return {
    ...log,
    attempts: withinLimit(attempts),
    made: log.made + (same === undefined ? 1 : 0),
  };
}

/** Gives up the oldest ones first, and those that solved the exercise last. */
function withinLimit(attempts: readonly Attempt[]): readonly Attempt[] {
  if (attempts.length <= MOST_ATTEMPTS) return attempts;
  const last = attempts.findLastIndex(({ result }) => result !== 'solved');
  return attempts.toSpliced(last > 0 ? last : attempts.length - 1, 1);
}

/** Notes that so many hints have been opened; none is ever closed again. */
export function openHints(log: AttemptLog, hints: number): AttemptLog {
  return hints > log.hints ? { ...log, hints } : log;
}

export function showSolution(log: AttemptLog, solution: string): AttemptLog {
  return log.shown.includes(solution) ? log : { ...log, shown: [...log.shown, solution] };
}

export const isSolved = ({ attempts }: AttemptLog): boolean =>
  attempts.some(({ result }) => result === 'solved');

/** After two different attempts that did not pass, or all hints; what was shown once stays to be seen. */
export function maySeeSolution(log: AttemptLog): boolean {
  const failed = log.attempts.filter(({ result }) => result === 'failed' || result === 'refused');
  return (
    failed.length >= ATTEMPTS_FOR_SOLUTION ||
    log.hints >= HINTS ||
    log.shown.length > 0 ||
    isSolved(log)
  );
}

export const isEmptyLog = ({ attempts, hints, shown }: AttemptLog): boolean =>
  attempts.length === 0 && hints === 0 && shown.length === 0;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== 'object' || value === null) return false;
  const { source, at, result, passed, of } = value as Record<string, unknown>;
  return (
    typeof source === 'string' &&
    isTime(at) &&
    RESULTS.some((known) => known === result) &&
    isCount(passed) &&
    isCount(of)
  );
}

/** The log a stored text stands for, or null when it is none that this code can read. */
export function parseLog(text: string): AttemptLog | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { v, attempts, made, hints, shown } = value as Record<string, unknown>;
    if (v !== 1 || !isCount(made) || !isCount(hints)) return null;
    if (!Array.isArray(attempts) || !attempts.every(isAttempt)) return null;
    if (!Array.isArray(shown) || !shown.every((each) => typeof each === 'string')) return null;
    return { v, attempts, made, hints, shown };
  } catch {
    return null;
  }
}
