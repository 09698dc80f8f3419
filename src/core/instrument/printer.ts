/**
 * Printing by slices: untouched source is copied verbatim, and what the rewriter adds stands between the slices.
 * A printed tree may hold the same slice twice (a recorded loop and its unrecorded twin), so nothing here assumes order.
 */

/** A stretch of the source, half-open, in UTF-16 units. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** Inserted text (with line breaks only where it stands for source that had them), a slice, or a sequence of both. */
export type Printed = string | Slice | readonly Printed[];

export interface PrintedProgram {
  readonly code: string;
  /** See `Instrumented.columns`. */
  readonly columns: readonly number[];
}

/** Joins a printed tree into text, and notes where the learner's text was moved to the right. */
export function print(tree: Printed, source: string): PrintedProgram {
  const lineStarts = findLineStarts(source);
  const columns: number[] = [];
  const parts: string[] = [];
  let line = 1;
  let column = 0;
  /** How far the text of this line is moved; every line starts unmoved. */
  let moved = 0;

  const addSlice = ({ start, end }: Slice): void => {
    if (end <= start) return;
    const shift = column - (start - lineStartBefore(lineStarts, start));
    if (shift !== moved) columns.push(line, column, shift);
    moved = shift;
    addText(source.slice(start, end));
  };

  const addText = (text: string): void => {
    parts.push(text);
    column += text.length;
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      line++;
      column = text.length - index - lineBreak.length;
      moved = 0;
    }
  };

  const add = (part: Printed): void => {
    if (typeof part === 'string') {
      addText(part);
    } else if (isSlice(part)) {
      addSlice(part);
    } else {
      for (const inner of part) add(inner);
    }
  };

  add(tree);
  return { code: parts.join(''), columns };
}

/** ECMA-262 §12.3: the four line terminators, CR LF counting once. */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

function isSlice(part: Slice | readonly Printed[]): part is Slice {
  return !Array.isArray(part);
}

function findLineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return starts;
}

function lineStartBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? 0;
}
