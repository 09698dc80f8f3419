/** Makes a wrapper look like the native it stands for: name, length and source text. */
import {
  apply,
  construct,
  define,
  defineProperty,
  functionToString,
  getOwnPropertyDescriptor,
  NativeProxy,
  SafeWeakMap,
} from './primordials';

const natives = new SafeWeakMap<object, object>();

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

/** From here on `String(wrapper)` shows what the native would. */
export function disguiseSource(): void {
  const native = Function.prototype.toString;
  const wrapper = {
    toString(this: unknown): string {
      const known = typeof this === 'function' ? natives.get(this) : undefined;
      return known ? functionToString(known) : functionToString(this);
    },
  }.toString;
  disguise(wrapper, native);
  define(Function.prototype, 'toString', wrapper);
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

export type Before = (self: unknown, args: readonly unknown[]) => void;
export type After = (self: unknown, args: readonly unknown[], result: unknown) => void;

/**
 * Replaces `owner[key]` by a wrapper that calls `before`, the native, and then `after` with what went in and what came
 * out. What the native throws passes through. Nothing happens where the engine has no such method.
 */
export function watchMethod(
  owner: object | undefined,
  key: string,
  before: Before | null,
  after: After | null,
): void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const native = descriptor?.value as Method | undefined;
  if (!owner || !descriptor || typeof native !== 'function') return;
  // A concise method has no prototype and cannot be constructed, as natives cannot.
  const wrapper = {
    method(this: unknown, ...args: unknown[]): unknown {
      if (before !== null) before(this, args);
      const result = apply(native, this, args);
      if (after !== null) after(this, args, result);
      return result;
    },
  }.method;
  disguise(wrapper, native);
  defineProperty(owner, key, { ...descriptor, value: wrapper });
}

/**
 * Replaces a global constructor by a Proxy around it that tells `after` what was made of which arguments. Instances,
 * subclasses, statics and `instanceof` are as before.
 */
export function watchConstructor(
  name: string,
  after: (args: readonly unknown[], made: object) => void,
): void {
  const native = (globalThis as unknown as Record<string, unknown>)[name];
  if (typeof native !== 'function') return;
  const wrapper = new NativeProxy(
    native as new (...args: unknown[]) => object,
    {
      __proto__: null,
      construct(
        target: new (...args: unknown[]) => object,
        args: unknown[],
        newTarget: unknown,
      ): object {
        const made = construct(
          target,
          args,
          newTarget === wrapper ? target : (newTarget as new () => object),
        );
        after(args, made);
        return made;
      },
    } as ProxyHandler<new (...args: unknown[]) => object>,
  );
  natives.set(wrapper, native);
  define(globalThis, name, wrapper);
  const { prototype } = native as { prototype?: object };
  if (prototype) define(prototype, 'constructor', wrapper);
}
