/**
 * Printing by slices: untouched source is copied verbatim, and what the rewriter adds stands between the slices.
 * A printed tree may hold the same slice twice (a recorded loop and its unrecorded twin), so nothing here assumes order.
 */

/** A stretch of the source, half-open, in UTF-16 units. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** What is printed on one line, comments left out: the second time that a stretch of source is printed. */
export interface OneLine {
  readonly oneLine: Printed;
}

/** What is a function's own text once it is printed, and where that stands in the source. */
export interface FunctionText {
  readonly functionAt: Slice;
  readonly printed: Printed;
}

/** Inserted text (with line breaks only where it stands for source that had them), a slice, or a sequence of both. */
export type Printed = string | Slice | OneLine | FunctionText | readonly Printed[];

export interface PrintedProgram {
  readonly code: string;
  /** See `Instrumented.columns`. */
  readonly columns: readonly number[];
  /** See `Instrumented.functions`. */
  readonly functions: readonly number[];
}

/**
 * Joins a printed tree into text, and notes where the learner's text was moved.
 *
 * @param comments the source's comments, in order
 */
export function print(
  tree: Printed,
  source: string,
  comments: readonly Slice[] = [],
): PrintedProgram {
  const lineStarts = findLineStarts(source);
  const columns: number[] = [];
  const functions: number[] = [];
  const parts: string[] = [];
  let offset = 0;
  let line = 1;
  let column = 0;
  /** How far the text of this line is moved to the right and down; every line starts unmoved. */
  let moved = 0;
  let down = 0;

  const addSlice = (start: number, end: number): void => {
    if (end <= start) return;
    const index = lineIndexAt(lineStarts, start);
    const shift = column - (start - (lineStarts[index] ?? 0));
    const below = line - 1 - index;
    if (shift !== moved || below !== down) columns.push(line, column, shift, below);
    moved = shift;
    down = below;
    addText(source.slice(start, end));
  };

  const addText = (text: string): void => {
    parts.push(text);
    offset += text.length;
    column += text.length;
    if (!HAS_LINE_BREAK.test(text)) return;
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      line++;
      column = text.length - index - lineBreak.length;
      moved = 0;
      down = 0;
    }
  };

  /** A slice without its comments and line breaks; each leaves a space. */
  const addOnOneLine = ({ start, end }: Slice): void => {
    let position = start;
    for (const gap of gapsIn(source, comments, start, end)) {
      addSlice(position, gap.start);
      addText(' ');
      position = gap.end;
    }
    addSlice(position, end);
  };

  const addFunction = ({ functionAt, printed }: FunctionText, oneLine: boolean): void => {
    const start = offset;
    add(printed, oneLine);
    functions.push(start, offset, functionAt.start, functionAt.end);
  };

  const add = (part: Printed, oneLine: boolean): void => {
    if (typeof part === 'string') addText(oneLine ? part.replace(LINE_BREAK, ' ') : part);
    else if (isSequence(part)) for (const inner of part) add(inner, oneLine);
    else if ('oneLine' in part) add(part.oneLine, true);
    else if ('functionAt' in part) addFunction(part, oneLine);
    else if (oneLine) addOnOneLine(part);
    else addSlice(part.start, part.end);
  };

  add(tree, false);
  return { code: parts.join(''), columns, functions };
}

/** ECMA-262 §12.3: the four line terminators, CR LF counting once. */
export const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const HAS_LINE_BREAK = /[\n\r\u2028\u2029]/;

function isSequence(part: Exclude<Printed, string>): part is readonly Printed[] {
  return Array.isArray(part);
}

/** The comments that lie in a stretch of the source. */
function commentsIn(comments: readonly Slice[], start: number, end: number): readonly Slice[] {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((comments[last]?.end ?? Infinity) <= end) last++;
  return comments.slice(low, last);
}

function findLineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return starts;
}

/** Comments, and the line breaks between them, in order. */
function gapsIn(
  source: string,
  comments: readonly Slice[],
  start: number,
  end: number,
): readonly Slice[] {
  const gaps: Slice[] = [];
  const addBreaks = (from: number, to: number): void => {
    for (const { index, 0: lineBreak } of source.slice(from, to).matchAll(LINE_BREAK))
      gaps.push({ start: from + index, end: from + index + lineBreak.length });
  };
  let position = start;
  for (const comment of commentsIn(comments, start, end)) {
    addBreaks(position, comment.start);
    gaps.push(comment);
    position = comment.end;
  }
  addBreaks(position, end);
  return gaps;
}

/** Index of the line that holds `offset`. */
function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
