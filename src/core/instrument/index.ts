/**
 * Rewrites a snippet so that it can be recorded and stopped, without changing a line number.
 *
 * Shape of the result: plain JavaScript that reaches the recorder through one identifier (`hookName`), chosen so that
 * it does not occur in the source.
 */
import type { Family } from '../bytes/view-kinds';
import type { ErrorReport, Goal } from '../trace/run';
import type { Site } from '../trace/trace';

/**
 * What the rewritten program tells of itself: every access (`full`), the views and buffers that it makes and names
 * (`light`), or nothing (`none`). Guards are always there.
 */
export type RecordMode = 'full' | 'light' | 'none';

export interface Instrumented {
  readonly kind: 'instrumented';
  readonly code: string;
  readonly hookName: string;
  /**
   * How far each stretch of the learner's text was moved, four numbers each, in order: 1-based line and 0-based column
   * in the rewritten program, columns moved to the right (UTF-16 units), lines moved down. `originalPlace` (columns.ts)
   * reads it.
   */
  readonly columns: readonly number[];
  /**
   * Functions and classes, four numbers each: start and end of its text in the rewritten program, start and end in the
   * source (UTF-16 offsets, half-open). With it `Function.prototype.toString` can give what the learner wrote.
   */
  readonly functions: readonly number[];
  /** Places of accesses in the source; rewritten code names them by index. The first stands for "unknown". */
  readonly sites: readonly Site[];
}
export interface SyntaxFailure {
  readonly kind: 'syntax';
  readonly error: ErrorReport;
}

/** A variable that holds a view, as far as reading the source can tell: for colouring the code. */
export interface ViewBinding {
  readonly name: string;
  readonly family: Family;
}
/** Where an identifier bound to a view stands in the source: 0-based UTF-16 offsets, half-open. */
export interface ViewMention extends ViewBinding {
  readonly start: number;
  readonly end: number;
}

export { originalPlace } from './columns';
export { originalMessage } from './messages';
export { instrument } from './instrument';
export { findViewMentions } from './find-views';
export type { Goal };
export { findNeeds, type Needs } from './find-needs';
