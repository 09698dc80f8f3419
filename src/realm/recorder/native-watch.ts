/**
 * Calls of natives, each told with the place it was called from. Rewritten code leaves that place in `hook.s` right before
 * the call; while the native runs it is put by, since callbacks, and engines whose natives are themselves JavaScript, call
 * other natives; and it is cleared behind, so that no later call is taken for this one.
 */
import { LINE_AS_SITE } from '../../core/trace/trace-chunk';
import { watchConstructor, watchMethod, watchSetter, type CallWatcher } from '../disguise';
import { defineProperty, getOwnPropertyDescriptor, prototypeOf } from '../primordials';
import type { Recorder } from './recorder';

export type Args = readonly unknown[];
export type Before = (self: unknown, args: Args) => void;
export type After = (self: unknown, args: Args, result: unknown) => void;
export type Failed = (self: unknown, args: Args, error: unknown) => void;

/** A call that no learner code made: Node's own JavaScript calls natives, too. */
const NOT_THEIRS = -1;
const IS_NODE = 'process' in globalThis;

/** An argument that was given; an index that is not there would be looked for on prototypes, which are the learner's. */
export function argument(args: Args, index: number): unknown {
  return index < args.length ? args[index] : undefined;
}

export class NativeWatch {
  readonly recorder: Recorder;

  constructor(recorder: Recorder) {
    this.recorder = recorder;
  }

  /** `failed` is called when the native threw: it may have done half of its work. */
  method(
    owner: object | undefined,
    key: string,
    before: Before | null,
    after: After | null,
    failed: Failed | null = null,
  ): void {
    watchMethod(owner, key, this.#watcher(before, after, failed));
  }

  /** A method that the rewriter does not mark, since much else has its name: the place of a call is read off the stack. */
  rareMethod(owner: object | undefined, key: string, after: After, failed: Failed): void {
    watchMethod(owner, key, this.#watcher(null, after, failed, false));
  }

  /** An attribute, whose assignments nothing marks either. */
  rareSetter(owner: object | undefined, key: string, after: After, failed: Failed): void {
    watchSetter(owner, key, this.#watcher(null, after, failed, false));
  }

  rareConstructor(name: string, after: (made: object) => void): void {
    watchConstructor(
      name,
      this.#watcher(null, (_self, _args, made) => after(made as object), null, false),
    );
  }

  /** @param prepare is given its prototype, before learner code can have it */
  constructorOf(
    name: string,
    after: (args: Args, made: object) => void,
    prepare: (prototype: object | undefined) => void = () => undefined,
  ): void {
    const watcher = this.#watcher(null, (_self, args, made) => after(args, made as object), null);
    const descriptor = getOwnPropertyDescriptor(globalThis, name);
    if (descriptor?.get === undefined) {
      prepare(prototypeOf(name));
      watchConstructor(name, watcher);
      return;
    }
    // Node reads some of its classes from the disk when they are first asked for.
    defineProperty(globalThis, name, {
      ...descriptor,
      get() {
        defineProperty(globalThis, name, { __proto__: null, ...descriptor } as PropertyDescriptor);
        prepare(prototypeOf(name));
        watchConstructor(name, watcher);
        return (globalThis as unknown as Record<string, unknown>)[name];
      },
    });
  }

  /** @param isMarked the rewriter leaves the place of its calls in `hook.s`, which else may hold that of another call */
  #watcher(
    before: Before | null,
    after: After | null,
    failed: Failed | null,
    isMarked = true,
  ): CallWatcher {
    const { recorder } = this;
    return {
      enter: (self, args) => {
        if (!isMarked) recorder.hook.s = 0;
        const site = siteOfCall(recorder);
        if (site !== NOT_THEIRS && before !== null) before(self, args);
        recorder.hook.s = 0;
        return site;
      },
      leave: (self, args, result, site) => {
        const { hook } = recorder;
        hook.s = site === NOT_THEIRS ? 0 : site;
        if (site !== NOT_THEIRS && after !== null) after(self, args, result);
        hook.s = 0;
      },
      failed: (self, args, site, error) => {
        const { hook } = recorder;
        hook.s = site === NOT_THEIRS ? 0 : site;
        if (site !== NOT_THEIRS && failed !== null) failed(self, args, error);
        hook.s = 0;
      },
    };
  }
}

function siteOfCall({ hook, isFull, lineNow }: Recorder): number {
  if (hook.s !== 0 || !IS_NODE || !isFull) return hook.s;
  const line = lineNow();
  if (line === null) return NOT_THEIRS;
  hook.s = LINE_AS_SITE + line;
  return hook.s;
}
