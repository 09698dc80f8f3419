/**
 * Exact totals of a twin without slowing it: a local counter for each run of accesses that surely happen together, told
 * to the recorder when the loop is left. `a[i] = 255 - b[i]` with `a` and `b` that the loop never assigns costs one
 * increment. What may be skipped (branches, what stands behind a call that may throw) has a counter of its own, and what
 * the text does not settle (the object changes, the key may be no number) is counted singly by the recorder.
 */
import type { AnyNode, Identifier, MemberExpression } from 'acorn';
import { isElement } from './accesses';
import { callEndsRun, CALLS } from './calls';
import type { Context } from './context';
import { childrenOf, type LoopNode } from './parse';
import type { Printed } from './printer';
import { recordingWith, siteOf, type Recording } from './recording';

export interface Counting {
  /** The twin's loops around this node, outermost first. */
  readonly loops: readonly CountedLoop[];
  readonly cursor: RunCursor;
  /** Whether this node is evaluated whenever its statement is. */
  readonly certain: boolean;
  /** Of the innermost loop around it that is left for its guard. */
  readonly flush: Flush | null;
  /** Counts what surely happens at the head of each turn, where this node is a turn. */
  readonly turns: TurnCount | null;
}

/** Where a loop that is left for its guard adds counters to their totals (see `Strip`). */
export interface Flush {
  readonly loop: CountedLoop;
  readonly printed: Printed[];
}

export type Counted =
  | { readonly kind: 'in its run' }
  | { readonly kind: 'by'; readonly counter: string }
  | { readonly kind: 'singly' };

/** Names of counters, unique in the program. */
export class CounterNames {
  #last = 0;

  constructor(readonly hook: string) {}

  next(): { counter: string; total: string } {
    const number = ++this.#last;
    return { counter: `${this.hook}c${number}`, total: `${this.hook}t${number}` };
  }
}

/** The sites that a counter counts through one object: told by one call, since engines compile each call they see. */
interface Report {
  readonly reads: number[];
  readonly writes: number[];
}

/** A loop of a twin, and the counters that are told when it is left. */
export class CountedLoop {
  readonly node: LoopNode;
  readonly #names: CounterNames;
  readonly #variables: string[] = [];
  readonly #totals = new Map<string, string>();
  readonly #reports = new Map<string, Report>();

  constructor(node: LoopNode, names: CounterNames) {
    this.node = node;
    this.#names = names;
  }

  /**
   * A new counter.
   *
   * @param flush where it is added to a total, which keeps it small: V8 counts faster when it need not look for overflow
   */
  counter(flush: Printed[] | null): string {
    const { counter, total } = this.#names.next();
    this.#variables.push(counter);
    if (flush !== null) {
      this.#variables.push(total);
      this.#totals.set(counter, `${total}+${counter}`);
      flush.push(`${total}+=${counter},${counter}=0,`);
    }
    return counter;
  }

  /** A counter whose sum is an expression. */
  sum(expression: (total: string) => string): string {
    const { total } = this.#names.next();
    this.#variables.push(total);
    this.#totals.set(total, expression(total));
    return total;
  }

  report(counter: string, object: string, site: number, write: boolean): void {
    const told = `${this.#totals.get(counter) ?? counter},${object}`;
    const report = this.#reports.get(told) ?? { reads: [], writes: [] };
    this.#reports.set(told, report);
    report[write ? 'writes' : 'reads'].push(site);
  }

  /** The loop's text with its counters around it; in a block, where it has any. */
  wrap(printed: Printed): Printed {
    if (this.#variables.length === 0) return printed;
    const declared = this.#variables.map((name) => `${name}=0`).join();
    const reports = [...this.#reports].map(
      ([told, { reads, writes }]) =>
        `${this.#names.hook}.K(${told},[${reads.join()}],[${writes.join()}]);`,
    );
    return [`{let ${declared};try{`, printed, `}finally{${reports.join('')}}}`];
  }
}

/**
 * A loop's turns, as its guard counts them down: the loop itself need not count. The guard's counter is 0 while the guard
 * is asked, which may throw.
 */
export class TurnCount {
  readonly loop: CountedLoop;
  /** Stands right before the loop, and right behind the guard's answer: filled when the turns are asked for. */
  readonly start: Printed[] = [];
  readonly refill: Printed[] = [];
  readonly #left: string;
  #counter: string | null = null;

  constructor(loop: CountedLoop, left: string) {
    this.loop = loop;
    this.#left = left;
  }

  get counter(): string {
    if (this.#counter !== null) return this.#counter;
    const left = this.#left;
    const total = this.loop.sum((name) => `${name}-(${left}||1)`);
    this.start.push(`${total}=${left}+1;`);
    this.refill.push(`,${total}+=${left}`);
    return (this.#counter = total);
  }
}

/** Accesses that happen together, once for each time that a point of a statement list is reached. */
class Run {
  /** Stands at that point: increments, filled while the statements behind it are printed. */
  readonly head: Printed[] = [];
  readonly #counters = new Map<CountedLoop, string>();
  readonly #turns: TurnCount | null;

  constructor(turns: TurnCount | null) {
    this.#turns = turns;
  }

  counterOf(loop: CountedLoop, flush: Printed[] | null): string {
    if (this.#turns?.loop === loop) return this.#turns.counter;
    const known = this.#counters.get(loop);
    if (known !== undefined) return known;
    const name = loop.counter(flush);
    this.#counters.set(loop, name);
    this.head.push(`${name}++;`);
    return name;
  }
}

/** Where in a statement list the printing is: inside a run, or behind something that may not have come back. */
export class RunCursor {
  run: Run | null = null;
  readonly #outer: RunCursor | null;
  #turns: TurnCount | null;

  /** @param turns of the loop whose turns begin here */
  constructor(outer: RunCursor | null, turns: TurnCount | null = null) {
    this.#outer = outer;
    this.#turns = turns;
  }

  begin(): Printed {
    if (this.run !== null) return '';
    this.run = new Run(this.#turns);
    this.#turns = null;
    return this.run.head;
  }

  end(): void {
    this.run = null;
    this.#outer?.end();
  }
}

/** For a list of statements, each of which follows surely on the one before unless that interrupted. */
export function withRuns(context: Context): Context {
  const counting = context.recording?.counting;
  if (!counting) return context;
  const cursor = new RunCursor(counting.cursor, counting.turns);
  return recordingWith(context, { counting: { ...counting, cursor, certain: true, turns: null } });
}

/** At the head of a statement: the increments of the run that begins here, if one does. */
export function beginRun(context: Context): Printed {
  return context.recording?.counting?.cursor.begin() ?? '';
}

/** What was printed just now may throw, or leave: what follows may never happen. */
export function interrupted(context: Context): void {
  context.recording?.counting?.cursor.end();
}

/** For what is evaluated only under a condition, or not exactly once. */
export function uncertain(context: Context): Context {
  const counting = context.recording?.counting;
  if (!counting?.certain) return context;
  return recordingWith(context, { counting: { ...counting, certain: false } });
}

/** Counts an access that happens next; call it when all that is evaluated before has been printed. */
export function countAccess(
  node: MemberExpression,
  how: 'read' | 'write' | 'both',
  recording: Recording,
): Counted {
  const { counting } = recording;
  const loop = counting === null ? null : loopToCountIn(node, recording);
  if (counting === null || loop === null) return { kind: 'singly' };
  const run = counting.certain ? counting.cursor.run : null;
  const flush = flushOf(loop, counting);
  const counter = run === null ? loop.counter(flush) : run.counterOf(loop, flush);
  const object = (node.object as Identifier).name;
  const site = siteOf(node, recording);
  if (how !== 'write') loop.report(counter, object, site, false);
  if (how !== 'read') loop.report(counter, object, site, true);
  return run === null ? { kind: 'by', counter } : { kind: 'in its run' };
}

/** The counters of a loop are declared around it: a loop further out cannot add them. */
function flushOf(loop: CountedLoop, { loops, flush }: Counting): Printed[] | null {
  return flush !== null && loops.indexOf(loop) <= loops.indexOf(flush.loop) ? flush.printed : null;
}

/** Whether a local counter of the twin can count the access; what is printed once must not be printed again. */
export function isCountable(node: MemberExpression, recording: Recording): boolean {
  return loopToCountIn(node, recording) !== null;
}

/** The outermost loop of the twin in which the object stays the same, when the key is surely an index. */
function loopToCountIn(node: MemberExpression, recording: Recording): CountedLoop | null {
  const { object, property } = node;
  const variables = recording.variables();
  if (object.type !== 'Identifier' || !variables.isWhole(property)) return null;
  if (mayInterrupt(property, recording)) return null;
  const loops = recording.counting?.loops ?? [];
  return loops.find((loop) => variables.isInvariant(object, loop.node)) ?? null;
}

const GLOBALS: ReadonlySet<string> = new Set(['Math', 'Number', 'String', 'console']);

/** A member whose object may be missing: all but the lengths of variables. */
export function memberMayThrow({ object, computed, property }: MemberExpression): boolean {
  if (object.type === 'Identifier' && GLOBALS.has(object.name)) return false;
  if (object.type !== 'Identifier' && object.type !== 'ThisExpression') return true;
  return (
    computed ||
    property.type !== 'Identifier' ||
    !/^(?:length|byteLength|byteOffset)$/.test(property.name)
  );
}

/** What takes values from an iterator, or from an object that may be missing. */
const ITERATES: ReadonlySet<string> = new Set(['SpreadElement', 'ArrayPattern', 'ObjectPattern']);

/** Whether evaluating `node` may end in an exception that the program did not ask for by `throw`. */
export function mayInterrupt(node: AnyNode, recording: Recording): boolean {
  if (ITERATES.has(node.type) || (CALLS.has(node.type) && callEndsRun(node, recording)))
    return true;
  if (node.type === 'MemberExpression') {
    const may = isElement(node) ? !isCountable(node, recording) : memberMayThrow(node);
    if (may) return true;
  }
  return childrenOf(node).some((child) => mayInterrupt(child, recording));
}
