/** What a visitor knows while it prints one node, and the texts that the rewriter inserts. */
import type { AnyNode } from 'acorn';
import type { Goal } from '../trace/run';
import type { Printed } from './printer';

/**
 * Names of the recorder's members as rewritten code reaches them, kept short because they stand everywhere.
 * `src/realm/hook.ts` implements them.
 */
export interface Hook {
  /** Calls left before a function's guard looks at the clock. */
  n: number;
  /** True once the guard has stopped the program. */
  x: boolean;
  /** A function's guard: throws when the turn has lasted too long. */
  t(line: number): void;
  /** A loop's guard: the same; gives the number of turns until it wants to be asked again. */
  g(line: number): number;
  /** At the head of catch and finally once `x` is true: throws the guard's signal again. */
  r(): never;
  /** What `new` made: registers it if it is a view or a buffer, and gives it back. */
  v<T>(value: T, line: number, name?: string): T;
  /** The same for a view whose length was given, so that it does not follow a resizable buffer's length. */
  f<T>(value: T, line: number, name?: string): T;
  /** What a call, an await or a member gave to a variable: a buffer first seen here came with its content. */
  c<T>(value: T, line: number, name: string): T;
  /** The first argument of a typed array's constructor: says whether the bytes will come from values. */
  a<T>(value: T): T;
  /** Notes where something was thrown, for what carries no stack, and gives it back. */
  w<T>(value: T, line: number, column: number): T;
  /** The specifier of a dynamic import: refuses what would need a network. */
  i(specifier: unknown): unknown;
  /** Stands for `import.meta`. */
  m: object;
}

export interface Context {
  readonly source: string;
  readonly goal: Goal;
  readonly hook: string;
  /** The variable that the value of this node goes to, as far as the syntax says. */
  readonly name: string | null;
  /** Whether `this` is the module's own, which is undefined. */
  readonly moduleThis: boolean;
  /** On the way down a `new` expression's callee, where a call must not appear. */
  readonly callee: boolean;
}

export type Visit = (node: AnyNode, context: Context) => Printed;

/** The local counter of loops; declared once in each function that has a guarded loop. */
export const counterOf = (hook: string): string => `${hook}k`;

/** Turns of a function's loops before its guard asks for the first time. */
export const FIRST_TURNS = 16;
