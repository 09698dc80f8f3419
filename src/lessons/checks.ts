/** The checks of exercises, by their folders: each is loaded when an attempt is to be judged, in the page and in the gate. */
import type { Exercise } from '../core/exercise/exercise';

const checks = import.meta.glob<Exercise>('./*/exercises/*/check.ts', { import: 'exercise' });

/** Loads an exercise's `check.ts`; null where there is none. */
export function findCheck(lesson: string, name: string): (() => Promise<Exercise>) | null {
  return checks[`./${lesson}/exercises/${name}/check.ts`] ?? null;
}
