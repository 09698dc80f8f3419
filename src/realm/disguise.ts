/** Makes a wrapper look like the native it stands for: name, length and source text. */
import {
  apply,
  construct,
  define,
  defineProperty,
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeProxy,
  SafeWeakMap,
  stringSlice,
} from './primordials';

const natives = new SafeWeakMap<object, object>();
/** Of constructors. */
const wrappers = new SafeWeakMap<object, object>();

/** Gives `wrapper` the name, length and source text of `native`. */
export function disguise(wrapper: object, native: object): void {
  natives.set(wrapper, native);
  copy(wrapper, native, 'name');
  copy(wrapper, native, 'length');
}

function copy(wrapper: object, native: object, key: string): void {
  const descriptor = getOwnPropertyDescriptor(native, key);
  if (descriptor) defineProperty(wrapper, key, descriptor);
}

/** A rewritten program: what its functions are and what the learner wrote (`Instrumented.functions`). */
interface Rewritten {
  readonly code: string;
  readonly source: string;
  readonly functions: readonly number[];
}
let rewritten: Rewritten | null = null;

/** From here on the functions of `program` show the learner's text. */
export function showSources(program: Rewritten): void {
  rewritten = program;
}

/**
 * The learner's text for a function's text as the engine knows it. Where two of those are equal, the learner's differ in
 * a semicolon at most.
 */
function learnersText(text: string): string {
  if (rewritten === null) return text;
  const { code, source, functions } = rewritten;
  for (let i = 0; i + 3 < functions.length; i += 4) {
    const start = functions[i] ?? 0;
    const end = functions[i + 1] ?? 0;
    if (end - start === text.length && stringSlice(code, start, end) === text)
      return stringSlice(source, functions[i + 2] ?? 0, functions[i + 3]);
  }
  return text;
}

/** From here on `String(wrapper)` shows what the native would, and a learner's function what they wrote. */
export function disguiseSource(): void {
  const native = Function.prototype.toString;
  const wrapper = {
    toString(this: unknown): string {
      const known = typeof this === 'function' ? natives.get(this) : undefined;
      return known ? functionToString(known) : learnersText(functionToString(this));
    },
  }.toString;
  disguise(wrapper, native);
  define(Function.prototype, 'toString', wrapper);
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Told of each call of a native that is watched. */
export interface CallWatcher {
  /** What it gives comes back as `token`. */
  enter(self: unknown, args: readonly unknown[]): number;
  /** The native has come back. */
  leave(self: unknown, args: readonly unknown[], result: unknown, token: number): void;
  /** The native threw `error`, perhaps half way. */
  failed(self: unknown, args: readonly unknown[], token: number, error: unknown): void;
}

/**
 * Replaces `owner[key]` by a wrapper that tells `watcher` what went in and what came out. What the native throws passes
 * through. Nothing happens where the engine has no such method.
 */
export function watchMethod(owner: object | undefined, key: string, watcher: CallWatcher): void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const native = descriptor?.value as Method | undefined;
  if (!owner || !descriptor || typeof native !== 'function') return;
  defineProperty(owner, key, { ...descriptor, value: watched(native, watcher) });
}

/** Replaces the setter of `owner[key]` by one that tells `watcher` of each assignment, as of a call with one argument. */
export function watchSetter(owner: object | undefined, key: string, watcher: CallWatcher): void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const native = descriptor?.set as Method | undefined;
  if (!owner || !descriptor || native === undefined) return;
  defineProperty(owner, key, { ...descriptor, set: watched(native, watcher) });
}

function watched(native: Method, watcher: CallWatcher): Method {
  // A concise method has no prototype and cannot be constructed, as natives cannot.
  const wrapper = {
    method(this: unknown, ...args: unknown[]): unknown {
      const token = watcher.enter(this, args);
      let result: unknown;
      try {
        result = apply(native, this, args);
      } catch (error) {
        watcher.failed(this, args, token, error);
        throw error;
      }
      watcher.leave(this, args, result, token);
      return result;
    },
  }.method;
  disguise(wrapper, native);
  return wrapper;
}

/** Replaces the getter of `owner[key]` by one that tells `after` what the native gave. */
export function watchGetter(
  owner: object | undefined,
  key: string,
  after: (value: unknown) => void,
): void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const native = descriptor?.get;
  if (!owner || native === undefined) return;
  const accessor = {
    get value(): unknown {
      const value: unknown = apply(native, this, []);
      after(value);
      return value;
    },
  };
  const wrapper = getOwnPropertyDescriptor(accessor, 'value')?.get;
  if (wrapper === undefined) return;
  disguise(wrapper, native);
  defineProperty(owner, key, { ...descriptor, get: wrapper });
}

/**
 * Replaces a global constructor by a Proxy around it that tells `watcher` what was made of which arguments. Instances,
 * subclasses, statics and `instanceof` are as before.
 */
export function watchConstructor(name: string, watcher: CallWatcher): void {
  const native = (globalThis as unknown as Record<string, unknown>)[name];
  if (typeof native !== 'function') return;
  const wrapper = new NativeProxy(
    native as new (...args: unknown[]) => object,
    {
      __proto__: null,
      // A watched class may extend a watched class.
      getPrototypeOf(target: object): object | null {
        const parent = getPrototypeOf(target);
        return parent === null ? null : (wrappers.get(parent) ?? parent);
      },
      construct(
        target: new (...args: unknown[]) => object,
        args: unknown[],
        newTarget: unknown,
      ): object {
        const token = watcher.enter(undefined, args);
        let made: object;
        try {
          made = construct(
            target,
            args,
            newTarget === wrapper ? target : (newTarget as new () => object),
          );
        } catch (error) {
          watcher.failed(undefined, args, token, error);
          throw error;
        }
        watcher.leave(undefined, args, made, token);
        return made;
      },
    } as ProxyHandler<new (...args: unknown[]) => object>,
  );
  natives.set(wrapper, native);
  wrappers.set(native, wrapper);
  define(globalThis, name, wrapper);
  const { prototype } = native as { prototype?: object };
  if (prototype) define(prototype, 'constructor', wrapper);
}
