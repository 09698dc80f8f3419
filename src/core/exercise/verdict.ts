/** What came of judging a run, and what is asked of it. */
import type { Refusal } from './attempt';
import type { Feedback } from './feedback';

export interface CheckVerdict {
  readonly id: string;
  /** `open`: the run was not judged. */
  readonly state: 'passed' | 'failed' | 'open';
  /** For failed checks. The first of them speaks in full; the page shows the others shortly. */
  readonly feedback: Feedback | null;
}

export interface Verdict {
  /** Every check passed. */
  readonly passed: boolean;
  readonly checks: readonly CheckVerdict[];
  /** Why nothing was judged; null when it was. */
  readonly refusal: Refusal | null;
  /** The known wrong answer that a refusal is; failed checks carry their own. */
  readonly mistake: string | null;
}

/** The first failed check, which speaks in full. */
export function firstFailed({ checks }: Verdict): CheckVerdict | null {
  return checks.find(({ state }) => state === 'failed') ?? null;
}

/** The known wrong answer that a verdict names, in its refusal or its first failed check. */
export function namedMistake(verdict: Verdict): string | null {
  return verdict.mistake ?? firstFailed(verdict)?.feedback?.mistake ?? null;
}
