/** What a visitor knows while it prints one node, and the texts that the rewriter inserts. */
import type { AnyNode } from 'acorn';
import type { Goal } from '../trace/run';
import type { Printed } from './printer';
import type { Recording } from './recording';

/**
 * Names of the recorder's members as rewritten code reaches them, kept short because they stand everywhere.
 * `src/realm/hook.ts` implements them.
 */
export interface Hook {
  /** Calls left before a function's guard looks at the clock. */
  n: number;
  /** Turns that a loop which calls something may make, when it is entered, before its guard is asked. */
  k: number;
  /** True once the guard has stopped the program. */
  x: boolean;
  /** A function's guard: throws when the turn has lasted too long. */
  t(line: number): void;
  /** A loop's guard: the same; gives the number of turns until it wants to be asked again. `calls`: a turn calls something. */
  g(line: number, calls?: 1): number;
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
  /** The program's end: `read` gives values of its outermost scope by name. */
  q(read: (name: string) => unknown): void;
  /** Stands for `import.meta`. */
  m: object;

  // Recording: element accesses. `site` is an index into `Instrumented.sites`. Every member takes any object and any
  // key, and records only when the object is a typed array and the key a whole number inside it; all else passes.

  /** Recording is on. Hot loops leave for their unrecorded twin once it is off. */
  o: boolean;
  /** The site of the native that is called next: set right before the call, taken and cleared by the native's watcher. */
  s: number;
  /** In a member's brackets, before it is read: `a[$.R(a, i, site)]`. Gives the key back. */
  R<K>(object: unknown, key: K, site: number): K;
  /** After a store: `$.W(($1=a)[$2=i]=v, $1, $2, site)`, compound and prefix forms alike. Gives the value back. */
  W<T>(value: T, object: unknown, key: unknown, site: number): T;
  /** After `a[i]++` or `a[i]--`: `value` is what the element held before, `by` is 1 or −1. Gives the value back. */
  U<T>(value: T, object: unknown, key: unknown, site: number, by: number): T;
  /** After `??=`, `||=` and `&&=`: `wrote` says whether the right side was evaluated. Gives the value back. */
  L<T>(value: T, object: unknown, key: unknown, site: number, wrote: boolean): T;
  /** A destructuring target: `[$.D(a, i, site, strict).v] = …`. Throws as strict code does when the store fails. */
  D(object: unknown, key: unknown, site: number, strict: boolean): { v: unknown };
  /** What is about to be read as a whole (spread, rest) or for its first `count` elements (array patterns). */
  I<T>(iterable: T, site: number, count?: number): T;
  /** What an object pattern reads elements from, by literal keys. */
  O<T>(object: T, site: number, keys: readonly number[]): T;
  /** A turn of `for…of`: element `index` of `object` was read. */
  E(object: unknown, index: number, site: number): void;
  /** Behind a statement that called something: compares memory with the log, so that no write goes unseen. */
  Z(site: number): void;
  /** Counts accesses of a twin: `count` through `object` at each of these sites. */
  K(count: number, object: unknown, reads: readonly number[], writes: readonly number[]): void;
  /** Counts one access of a twin whose object or key may change from turn to turn. Gives the key back. */
  Q<T>(object: unknown, key: T, site: number, write: boolean): T;
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
  /** Where a reference is wanted, not only its value: a callee, a tag, the operand of `delete`. */
  readonly reference: boolean;
  /** An expression whose value nobody takes. */
  readonly discarded: boolean;
  /** Whether views and buffers are handed through the recorder where they are made and named. */
  readonly registers: boolean;
  /** What recording needs to know; null where accesses are left alone. */
  readonly recording: Recording | null;
}

export type Visit = (node: AnyNode, context: Context) => Printed;

/** The local counter of loops, one more than the turns left; declared once in each function that has a guarded loop. */
export const counterOf = (hook: string): string => `${hook}k`;

/** Turns of a function's loops before its guard asks for the first time. */
export const FIRST_TURNS = 16;
