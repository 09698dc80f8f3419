/** From a column of the rewritten program back to the learner's column. */

/**
 * The learner's column for a position in the rewritten program.
 *
 * @param columns triples (line, column, moved by): see `Instrumented.columns`
 * @param line 1-based; rewriting never changes it
 * @param column 1-based column in the rewritten line
 * @returns a 1-based column
 */
export function originalColumn(columns: readonly number[], line: number, column: number): number {
  let moved = 0;
  for (let i = 0; i + 2 < columns.length; i += 3) {
    const atLine = columns[i] ?? 0;
    if (atLine > line) break;
    if (atLine === line && (columns[i + 1] ?? 0) <= column - 1) moved = columns[i + 2] ?? 0;
  }
  return Math.max(1, column - moved);
}
