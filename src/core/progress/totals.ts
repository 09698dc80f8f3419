/** What a lesson has, and how much of it is done. */
import { STATES, type PartKey, type PartKind, type PartState, type Progress } from './progress';

/** The parts of a lesson by their ids. They are the same in every language. */
export interface LessonParts {
  readonly sections: readonly string[];
  readonly quizzes: readonly string[];
  readonly exercises: readonly string[];
}

/** Every part's key, in the order in which bits are drawn: sections as they stand, then quizzes, then exercises. */
export const partKeys = ({ sections, quizzes, exercises }: LessonParts): readonly PartKey[] => [
  ...sections.map((id): PartKey => `section:${id}`),
  ...quizzes.map((id): PartKey => `quiz:${id}`),
  ...exercises.map((id): PartKey => `exercise:${id}`),
];

/**
 * Whether a part counts. A quiz does once it is answered, since some are asked only once; an exercise when it is
 * solved. src/loader/progress-init.js says it again, in the few bytes a page has before its first frame.
 */
export const isDone = (state: PartState | undefined): boolean =>
  state !== undefined && state !== 'tried' && state !== 'seen';

export interface KindTotals {
  readonly total: number;
  readonly done: number;
}

/** Done and all, for each kind. What progress knows of parts the lesson no longer has does not count. */
export function countDone(
  progress: Progress,
  slug: string,
  keys: readonly PartKey[],
): Readonly<Record<PartKind | 'all', KindTotals>> {
  const states = new Map<string, PartState>(Object.entries(progress.lessons[slug] ?? {}));
  const count = (of: (key: PartKey) => boolean): KindTotals => {
    const some = keys.filter(of);
    return { total: some.length, done: some.filter((key) => isDone(states.get(key))).length };
  };
  const ofKind = (kind: PartKind) => count((key) => key.startsWith(`${kind}:`));
  return {
    all: count(() => true),
    section: ofKind('section'),
    quiz: ofKind('quiz'),
    exercise: ofKind('exercise'),
  };
}

/** How many parts `after` has further than `before`: what an import brought. */
export function countGained(before: Progress, after: Progress): number {
  return Object.entries(after.lessons).reduce((sum, [slug, parts]) => {
    const known = new Map<string, PartState>(Object.entries(before.lessons[slug] ?? {}));
    return sum + Object.entries(parts).filter(([key, state]) => known.get(key) !== state).length;
  }, 0);
}

export const KINDS = Object.keys(STATES) as readonly PartKind[];
