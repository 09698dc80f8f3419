/**
 * Folds: long runs of steps that the same few places in the source make again and again. A reader wants one line for
 * them ("line 3, 65,536 writes; line 4, 65,536 reads") and can open it.
 *
 * A place is *repeating* where it was last seen at most WINDOW tokens ago. A run of repeating tokens, with the first turn
 * before it, becomes one token; the same is done again over what comes out, so that an inner loop inside an outer one
 * ends in one fold. Branches in a loop's body do no harm: the order of the places is not looked at.
 */
import { perRows } from './per-rows';
import { KIND, kindOf, ROW_WORDS } from './rows';
import type { Trace } from './trace';

/** A loop's body may touch memory in so many places a turn. */
const WINDOW = 48;
/** Shorter runs are no burden on a timeline. */
export const MIN_FOLD_STEPS = 64;
const MAX_LEVELS = 4;

export interface FoldedLine {
  readonly line: number;
  readonly reads: number;
  /** Everything that may alter bytes. */
  readonly writes: number;
}

export interface Fold {
  /** The first and the last step, both included. */
  readonly first: number;
  readonly last: number;
  /** In the order in which they first appear. */
  readonly lines: readonly FoldedLine[];
}

/** Steps `first` to `last` as one symbol. */
interface Token {
  readonly first: number;
  last: number;
  readonly symbol: string;
  readonly folded: boolean;
}

/** The loops of a trace, in order; they do not overlap. */
export const foldLoops = perRows(findLoops);

function findLoops(trace: Trace): readonly Fold[] {
  let tokens: Token[] = [];
  for (let step = 1; step <= trace.steps; step++) {
    const symbol = String(trace.rows[(step - 1) * ROW_WORDS + 1]);
    tokens.push({ first: step, last: step, symbol, folded: false });
  }
  for (let level = 0; level < MAX_LEVELS; level++) {
    const shorter = foldOnce(tokens);
    if (shorter.length === tokens.length) break;
    tokens = shorter;
  }
  return tokens
    .filter(({ folded, first, last }) => folded && last - first + 1 >= MIN_FOLD_STEPS)
    .map(({ first, last }) => ({ first, last, lines: linesOf(trace, first, last) }));
}

function foldOnce(tokens: readonly Token[]): Token[] {
  const lastSeen = new Map<string, number>();
  const previous = tokens.map(({ symbol }, index) => {
    const seen = lastSeen.get(symbol);
    lastSeen.set(symbol, index);
    return seen !== undefined && index - seen <= WINDOW ? seen : -1;
  });
  const folded: Token[] = [];
  let barrier = 0;
  for (let index = 0; index < tokens.length;) {
    let end = index;
    // A loop looks back to its own turns only: what is folded already belongs to the loop before it.
    while (end < tokens.length && (previous[end] as number) >= barrier) end++;
    if (end === index) {
      folded.push(tokens[index] as Token);
      index++;
      continue;
    }
    // The first turn of the loop repeats nothing yet: it is what the second turn looks back to.
    let start = index;
    for (let at = index; at < end; at++) start = Math.min(start, previous[at] as number);
    const turn: Token[] = [];
    while (folded.length > 0 && (folded.at(-1) as Token).first >= (tokens[start] as Token).first) {
      turn.unshift(folded.pop() as Token);
    }
    const body = [...turn, ...tokens.slice(index, end)];
    const symbols = [...new Set(body.map(({ symbol }) => symbol))].sort();
    folded.push({
      first: (body[0] as Token).first,
      last: (body.at(-1) as Token).last,
      symbol: `(${symbols.join(' ')})`,
      folded: true,
    });
    index = end;
    barrier = end;
  }
  return folded;
}

function linesOf(trace: Trace, first: number, last: number): FoldedLine[] {
  const lines = new Map<number, { reads: number; writes: number }>();
  for (let step = first; step <= last; step++) {
    const at = (step - 1) * ROW_WORDS;
    const line = trace.sites[trace.rows[at + 1] as number]?.line ?? 0;
    let total = lines.get(line);
    if (!total) lines.set(line, (total = { reads: 0, writes: 0 }));
    if (kindOf(trace.rows[at] as number) === KIND.read) total.reads++;
    else total.writes++;
  }
  return [...lines].map(([line, total]) => ({ line, ...total }));
}
