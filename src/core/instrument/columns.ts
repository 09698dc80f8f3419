/** From a place in the rewritten program back to the learner's. */

/** Lines and columns are 1-based, UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Numbers that `Instrumented.columns` has for each stretch. */
const STRIDE = 4;

/**
 * The learner's place for a place in the rewritten program.
 *
 * Lines never change but for one case: the unrecorded twin of a loop stands on the loop's last line.
 *
 * @param columns see `Instrumented.columns`
 */
export function originalPlace(columns: readonly number[], line: number, column: number): Place {
  let moved = 0;
  let down = 0;
  for (let i = 0; i + STRIDE - 1 < columns.length; i += STRIDE) {
    const atLine = columns[i] ?? 0;
    if (atLine > line) break;
    if (atLine !== line || (columns[i + 1] ?? 0) > column - 1) continue;
    moved = columns[i + 2] ?? 0;
    down = columns[i + 3] ?? 0;
  }
  return { line: line - down, column: Math.max(1, column - moved) };
}
