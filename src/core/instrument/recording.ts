/** What a visitor knows about recording while it prints one node, and what a whole program collects. */
import type { AnyNode } from 'acorn';
import type { Site } from '../trace/trace';
import type { Context } from './context';
import type { CounterNames, Counting } from './counting';
import type { Variables } from './variables';

export interface Recording {
  readonly sites: Sites;
  readonly variables: () => Variables;
  /** Of the function at hand, or of the expression where none can be declared (parameters, class fields). */
  readonly temporaries: Temporaries;
  /** Among parameters, or at a class field's value: an expression here needs temporaries of its own. */
  readonly apart: boolean;
  readonly counterNames: CounterNames;
  readonly strict: boolean;
  /** What sites show as their text: the statement, or an expression in a statement's head. */
  readonly statement: AnyNode;
  /** In the body of a loop that looks at each of its turns whether it goes on in its twin. */
  readonly twinned: boolean;
  /** Inside an unrecorded twin: how its accesses are counted. */
  readonly counting: Counting | null;
}

/** UTF-16 units of a site's text. */
const TEXT_LENGTH = 120;

/** Places of accesses. A node printed twice (recorded, and in a twin) keeps its site. */
export class Sites {
  readonly list: Site[] = [{ line: 0, column: 0, text: '' }];
  readonly #source: string;
  readonly #known = new Map<AnyNode, number>();
  readonly #texts = new Map<AnyNode, string>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The index of `node`'s site. */
  of(node: AnyNode, statement: AnyNode): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const start = node.loc?.start;
    const index = this.list.length;
    this.list.push({
      line: start?.line ?? 1,
      column: (start?.column ?? 0) + 1,
      text: this.#textOf(statement),
    });
    this.#known.set(node, index);
    return index;
  }

  #textOf(statement: AnyNode): string {
    const known = this.#texts.get(statement);
    if (known !== undefined) return known;
    const { start, end } = statement;
    const beginning = this.#source.slice(start, Math.min(end, start + 4 * TEXT_LENGTH));
    const line = beginning.replace(/\s+/g, ' ');
    const text = line.length > TEXT_LENGTH ? `${line.slice(0, TEXT_LENGTH - 1)}…` : line;
    this.#texts.set(statement, text);
    return text;
  }
}

/** Variables of one function that hold an object or a key between its evaluation and the record of the access. */
export class Temporaries {
  readonly #hook: string;
  readonly #names: string[] = [];
  readonly #free: string[] = [];

  constructor(hook: string) {
    this.#hook = hook;
  }

  take(): string {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    const name = `${this.#hook}${this.#names.length + 1}`;
    this.#names.push(name);
    return name;
  }

  release(...names: readonly string[]): void {
    this.#free.push(...names);
  }

  /** All that were needed, with commas. */
  get list(): string {
    return this.#names.join();
  }

  /** Stands at the head of the function; empty when nothing was needed. */
  get declaration(): string {
    return this.#names.length === 0 ? '' : `let ${this.list};`;
  }
}

/** `context` with some of what is known about recording replaced; unchanged where nothing is recorded. */
export function recordingWith(context: Context, change: Partial<Recording>): Context {
  const { recording } = context;
  return recording === null ? context : { ...context, recording: { ...recording, ...change } };
}

/** For what is printed as a part of `statement`. */
export function within(context: Context, statement: AnyNode): Context {
  return recordingWith(context, { statement });
}

/** The index of an access's site, as rewritten code names it. */
export function siteOf(node: AnyNode, recording: Recording): number {
  return recording.sites.of(node, recording.statement);
}
