/** All that judges an attempt and says what came of it: the greater part of an exercise, fetched when a reader sets to work. */
import type { Exercise } from '../../core/exercise/exercise';
import { findCheck } from '../../lessons/checks';

type Judge = typeof import('../../core/exercise/judge');
type Words = typeof import('../../i18n/exercise');

export interface Judging
  extends Pick<Judge, 'judge' | 'countsAsSolved'>, Pick<Words, 'feedbackWords' | 'refusalWords'> {
  readonly exercise: Exercise;
}

/** Rejects where a part does not come, and can be asked again. */
export async function loadJudging(lesson: string, name: string): Promise<Judging> {
  const [exercise, { judge, countsAsSolved }, { feedbackWords, refusalWords }] = await Promise.all([
    findCheck(lesson, name)?.() ?? Promise.reject(new Error('no check.ts')),
    import('../../core/exercise/judge'),
    import('../../i18n/exercise'),
  ]);
  return { exercise, judge, countsAsSolved, feedbackWords, refusalWords };
}
