/** What rewritten code reaches through its one identifier: see `Hook` in core/instrument/context.ts for each member. */
import type { Hook } from '../core/instrument/context';
import { FUNCTION_CALLS, type Guard } from './guard';
import { NativeTypeError, stringStartsWith } from './primordials';
import { AccessHook } from './recorder/access-hook';
import type { Recorder } from './recorder/recorder';
import type { Thrown } from './thrown';

/** A class, so that the counter is a plain field that engines keep fast. */
export class RealmHook extends AccessHook implements Hook {
  n = FUNCTION_CALLS;
  k = 1;
  x = false;
  readonly m: object;
  /** Gives values of the program's outermost scope, once it has run to its end. */
  scope: ((name: string) => unknown) | null = null;
  readonly #guard: Guard;
  readonly #recorder: Recorder;
  readonly #thrown: Thrown;

  constructor(
    guard: Guard,
    recorder: Recorder,
    thrown: Thrown,
    { fileName, siteCount }: { readonly fileName: string; readonly siteCount: number },
  ) {
    super(recorder.log, recorder.registry, siteCount);
    this.o = recorder.isFull;
    this.#guard = guard;
    this.#recorder = recorder;
    this.#thrown = thrown;
    this.m = { __proto__: null, url: `snippet:///${fileName}` };
  }

  t(line: number): void {
    this.n = 0;
    this.n = this.#guard.call(line);
  }
  g(line: number, calls?: 1): number {
    const turns = this.#guard.loop(line, calls === 1);
    this.k = this.#guard.firstTurns;
    return turns;
  }
  r(): never {
    throw this.#guard.signal;
  }
  v<T>(value: T, line: number, name?: string): T {
    if (typeof value === 'object' && value !== null)
      this.#recorder.made(value, line, name ?? null, false);
    return value;
  }
  f<T>(value: T, line: number, name?: string): T {
    if (typeof value === 'object' && value !== null)
      this.#recorder.made(value, line, name ?? null, true);
    return value;
  }
  c<T>(value: T, line: number, name: string): T {
    if (typeof value === 'object' && value !== null) this.#recorder.received(value, line, name);
    return value;
  }
  a<T>(value: T): T {
    this.#recorder.firstArgument(value);
    return value;
  }
  w<T>(value: T, line: number, column: number): T {
    this.#thrown.note(value, line, column);
    return value;
  }
  q(read: (name: string) => unknown): void {
    this.scope = read;
  }
  i(specifier: unknown): unknown {
    if (typeof specifier === 'string' && stringStartsWith(specifier, 'blob:')) return specifier;
    // import() turns what this throws into a rejection, as it does with a module that cannot be loaded.
    return {
      toString(): never {
        const found = typeof specifier === 'string' ? `"${specifier}"` : 'This module';
        throw new NativeTypeError(
          `${found} cannot be imported: a snippet runs in a sandbox without a network, and there are no other ` +
            'files beside it. Paste the code you need into the editor instead.',
        );
      },
    };
  }
}
