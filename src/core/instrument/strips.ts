/**
 * Loops whose guard stands outside of them. A call in a hot loop, even one that is never made, keeps V8 from taking a
 * typed array's checks out of it (1.9× against 1.13× on a picture). So the loop leaves between two turns when those it
 * was given are used up, and a loop around it asks the guard and lets it go on:
 *
 *     do{if($k===0)$k=$.g(line)+1;for (;$k!==0&&(i < n); i++,$k=$k-1|0) { … }}while($k===0);
 *     do{if($k===0)$k=$.g(line)+1;while ($k-->1&&(i < n)) { … }}while($k===0);
 *
 * `$k` is one more than the turns that are left (the turns themselves where it is counted between them), and 0 only between the leaving and the guard's answer, so that all loops
 * of a function share it. The guard is asked before the loop and not behind it: two loops that begin at one place cost V8
 * twice the time.
 */
import type { AnyNode } from 'acorn';
import { counterOf, type Context } from './context';
import { featuresOf, HAS } from './features';
import { askOf, mayBeSlow, needsLoopGuard } from './guard-needs';
import { childrenOf, type LoopNode } from './parse';
import type { Printed } from './printer';
import { endOfToken, labelsOf, lineBreaks, slice, stretch } from './slices';

export type StrippedLoop = Extract<
  LoopNode,
  { type: 'ForStatement' | 'WhileStatement' | 'DoWhileStatement' }
>;

/** The texts around a loop whose guard stands outside. */
export interface Strip {
  readonly head: Printed;
  /**
   * A condition that ends the loop when its turns are used up: for the head of a `for` that counts between its turns, for
   * any other head, and for a loop's end. Each is what V8 makes most of in its place (8 % on a picture, 15 % in a twin).
   */
  readonly turns: { readonly between: string; readonly atHead: string; readonly atEnd: string };
  /** Counts between two turns: stands behind the update of a `for`. */
  readonly count: string;
  readonly tail: Printed;
  /** What is done before the guard is asked: expressions, each with a comma; filled while the loop is printed, as all. */
  readonly flush: Printed[];
  /** Statements right before the loop. */
  readonly start: Printed[];
  /** What is done behind the guard's answer: expressions, each behind a comma. */
  readonly refill: Printed[];
}

/** @returns null where the loop has no guard, or one that must stand in its body */
export function stripOf(node: LoopNode, context: Context): Strip | null {
  if (!needsLoopGuard(node) || !isStrippable(node)) return null;
  const { hook } = context;
  const counter = counterOf(hook);
  const entry = entryOf(node, context);
  const flush: Printed[] = [];
  const start: Printed[] = [];
  const refill: Printed[] = [];
  const ask = `${counter}=${askOf(node, hook)}`;
  return {
    head: [entry.head, start, `do{if(${counter}===0)`, flush, ask, refill, ';'],
    turns: {
      between: `${counter}!==0`,
      atHead: `${counter}-->1`,
      atEnd: `--${counter}!==0`,
    },
    count: `,${counter}=${counter}-1|0`,
    tail: `}while(${counter}===0);${entry.tail}`,
    flush,
    start,
    refill,
  };
}

/** What stands around a loop whose turns may be slow, while those of the loops before were quick. */
export function entryOf(node: LoopNode, { hook }: Context): { head: string; tail: string } {
  const counter = counterOf(hook);
  return mayBeSlow(node)
    ? { head: `{if(${counter}>${hook}.k)${counter}=${hook}.k+1;`, tail: '}' }
    : { head: '', tail: '' };
}

export function isStrippable(node: LoopNode): node is StrippedLoop {
  if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') return false;
  const features = featuresOf(node);
  if (features & HAS.pause) return false;
  if (node.type !== 'ForStatement' || node.init?.type !== 'VariableDeclaration') return true;
  // Each turn of `for (let …)` has variables of its own, which only a closure can tell from those of the turn before.
  const { kind } = node.init;
  return kind === 'let'
    ? (features & (HAS.closure | HAS.eval)) === 0
    : kind === 'var' || kind === 'const';
}

/**
 * @param whole the loop with its labels, which must stand right at it
 * @param parts how each part of the loop is printed
 */
export function printStrip(
  node: StrippedLoop,
  whole: AnyNode,
  { head, turns, count, tail }: Strip,
  source: string,
  parts: (child: AnyNode) => Printed,
): Printed {
  const labels = slice(whole.start, node.start);
  const update = node.type === 'ForStatement' ? node.update : null;
  const turn = update ? turns.between : turns.atHead;
  /** From an offset in the loop's head to its end. */
  const rest = (from: number): Printed => {
    const children = childrenOf(node).filter((child) => child.start >= from);
    return stretch(children, from, node.end, (child) => {
      if (child === update) return [parts(child), count];
      if (child !== node.test) return parts(child);
      const test: Printed = ['(', parts(child), ')'];
      return node.type === 'DoWhileStatement' ? [test, '&&', turns.atEnd] : [turn, '&&', test];
    });
  };
  if (node.type !== 'ForStatement') {
    const ended = node.type === 'DoWhileStatement' && source[node.end - 1] !== ';' ? ';' : '';
    return [head, labels, rest(node.start), ended, tail];
  }
  const { init } = node;
  /** From behind the first part of the head. */
  const behind = (from: number): Printed => {
    if (node.test) return rest(from);
    const semicolon = endOfToken(source, from, ';');
    return [slice(from, semicolon), turn, rest(semicolon)];
  };
  if (!init) {
    const from = endOfToken(source, node.start, '(');
    return [head, labels, slice(node.start, from), behind(from), tail];
  }
  const first = parts(init);
  return [
    '{',
    lineBreaks(source.slice(whole.start, init.start)),
    init.type === 'VariableDeclaration' ? first : ['(', first, ')'],
    ';',
    head,
    `${labelsOf(whole)}for(`,
    behind(init.end),
    tail,
    '}',
  ];
}
