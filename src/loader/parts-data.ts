/** What a page says of all lessons in `#lesson-parts`, for progress-init.js and the page on progress. */
import type { PartKey } from '../core/progress/progress';

export interface LessonData {
  readonly parts: readonly PartKey[];
  readonly title?: string;
  readonly path?: string;
  /** By the section's part id: the heading's id on this page, and its text. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
}
export type PartsData = Readonly<Record<string, LessonData>>;
