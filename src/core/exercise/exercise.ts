/** The shape of an exercise: what `check.ts` exports. Its texts stand beside it, one set for each language. */
import type { ErrorReport } from '../trace/run';
import type { Rule } from './access-rules';
import type { Attempt, Call, Refusal } from './attempt';
import type { Finding } from './feedback';
import type { Probe } from './probe';
import type { CallRule } from './result-rules';

/** A text in English, and in Korean once it is there. */
export type Localized<T> = { readonly en: T; readonly ko?: T };

/** What a known wrong answer is told. */
export interface MistakeWords {
  /** What happened and why, in one or two sentences. Code stands between backticks. */
  readonly why: string;
  /** One next action. */
  readonly next: string;
}

export interface ExerciseWords<C extends string = string, M extends string = string> {
  /** What each check asks for, as a sentence without a full stop: “Returns a view of 8 bytes”. */
  readonly checks: Readonly<Record<C, string>>;
  /** By the names of the files in `wrong/`. */
  readonly mistakes: Readonly<Record<M, MistakeWords>>;
}

/** Whether a failed check is this known wrong answer: by what the attempt did, never by its text. */
export type Recognise = (finding: Finding, attempt: Attempt) => boolean;

export interface Check<M extends string = string> {
  /** Null when the attempt passes. */
  readonly judge: (attempt: Attempt) => Finding | null;
  /** Tried in order when it fails; the first that recognises the answer speaks. */
  readonly mistakes?: Partial<Readonly<Record<M, Recognise>>>;
}

export interface Exercise<C extends string = string, M extends string = string> {
  /** The calls to make, hidden inputs among them. The first that fails is the one a reader is shown. */
  readonly probes: readonly Probe[];
  /** In the order in which they are shown. */
  readonly checks: Readonly<Record<C, Check<M>>>;
  /** Known wrong answers whose run is not judged at all: it never ends, or throws before the first call. */
  readonly refused?: Partial<Readonly<Record<M, (refusal: Refusal) => boolean>>>;
  readonly words: Localized<ExerciseWords<C, M>>;
}

/** Gives an exercise its types: every check and every mistake has its words, and no others. */
export function defineExercise<const C extends string, const M extends string>(exercise: {
  readonly probes: readonly Probe[];
  readonly checks: Readonly<Record<C, Check<NoInfer<M>>>>;
  readonly refused?: Partial<Readonly<Record<NoInfer<M>, (refusal: Refusal) => boolean>>>;
  readonly words: Localized<ExerciseWords<NoInfer<C>, M>>;
}): Exercise {
  return exercise;
}

/** Every call meets all of these rules, in this order for each call. */
export function everyCall(
  ...rules: readonly (CallRule | Rule)[]
): (attempt: Attempt) => Finding | null {
  return everyCallThat(() => true, ...rules);
}

/** The same for some of the calls. */
export function everyCallThat(
  isMeant: (call: Call) => boolean,
  ...rules: readonly (CallRule | Rule)[]
): (attempt: Attempt) => Finding | null {
  return ({ calls }) => {
    for (const call of calls.filter(isMeant)) {
      for (const rule of rules) {
        const finding = rule(call);
        if (finding !== null) return finding;
      }
    }
    return null;
  };
}

/** The error of a finding or a refusal, if it is one. */
export function errorOf(found: Finding | Refusal): ErrorReport | null {
  const problem = 'problem' in found ? found.problem : found;
  return problem.kind === 'threw' || problem.kind === 'uncaught' ? problem.error : null;
}
