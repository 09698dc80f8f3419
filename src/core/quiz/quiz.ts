/** The shape of a question: what a lesson's `quizzes.ts` exports. Nobody writes its answer down: the build computes it. */
import type { ByteRange } from '../bytes/ranges';
import type { ElementKind } from '../bytes/view-kinds';
import type { Localized } from '../exercise/exercise';

/** What is run for the answer: a snippet of the lesson, or a few lines that stand in the question itself. */
export type Program =
  | { readonly snippet: string }
  /** `hidden` where readers are not to see it: where the question is about facts and the code only checks them. */
  | { readonly code: string; readonly hidden?: true };

/** What a line of the program prints, or an expression evaluated at its end; an error's name where it ends in one. */
export type Asked =
  /** 1-based, both. `value`: which of the line's values. */
  { readonly line: number; readonly value?: number } | { readonly expression: string };

/** How a number was stored. The page can then name what went wrong with it. */
export interface Stored {
  readonly type: ElementKind;
  /** The numbers before they were stored, where the type changes them: 300 of a `Uint8Array`. */
  readonly numbers?: readonly (number | bigint)[];
}

export interface QuizWords {
  /** Code stands between backticks, here and in the others. */
  readonly question: string;
  /** Labels of choices that say more than the choice itself. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Why the answer is the answer. */
  readonly because: string;
  /** What wrong answers show, each with its own misconception: by choice, number, or bytes (`00 FF`). */
  readonly wrong: Readonly<Record<string, string>>;
}

interface AnyQuiz {
  readonly of: Program;
  readonly words: Localized<QuizWords>;
}

/** One field for each byte of a buffer, as the program leaves them. */
export interface BytesQuiz extends AnyQuiz {
  readonly kind: 'bytes';
  /** The variable that first held the buffer, or an array over it; `buffer` without it. */
  readonly buffer?: string;
  /** The whole buffer without it. */
  readonly range?: ByteRange;
  /** From the start of the range. */
  readonly stored?: Stored & { readonly littleEndian: boolean };
}

/** One field for a number. */
export interface ValueQuiz extends AnyQuiz {
  readonly kind: 'value';
  readonly asks: Asked;
  /** In which digits the answer is asked for, and printed. Ten without it. */
  readonly base?: 10 | 16;
  readonly stored?: Stored;
}

/** Answers to choose from; the one that is computed is the right one. */
export interface ChoiceQuiz extends AnyQuiz {
  readonly kind: 'choice';
  readonly asks: Asked;
  readonly choices: readonly string[];
}

export type Quiz = BytesQuiz | ValueQuiz | ChoiceQuiz;

/** Gives a lesson's questions their types, by their names, in the order of the lesson. */
export function defineQuizzes(quizzes: Readonly<Record<string, Quiz>>): typeof quizzes {
  return quizzes;
}
