/** Makes a wrapper look like the native it stands for: name, length and source text. */
import {
  apply,
  define,
  defineProperty,
  functionToString,
  getOwnPropertyDescriptor,
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

/**
 * Replaces `owner[key]` by a wrapper that calls the native first and then `after` with what went in and what came
 * out. What the native throws passes through. Nothing happens where the engine has no such method.
 */
export function watchMethod(
  owner: object | undefined,
  key: string,
  after: (self: unknown, args: readonly unknown[], result: unknown) => void,
): void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const native = descriptor?.value as Method | undefined;
  if (!owner || !descriptor || typeof native !== 'function') return;
  // A concise method has no prototype and cannot be constructed, as natives cannot.
  const wrapper = {
    method(this: unknown, ...args: unknown[]): unknown {
      const result = apply(native, this, args);
      after(this, args, result);
      return result;
    },
  }.method;
  disguise(wrapper, native);
  defineProperty(owner, key, { ...descriptor, value: wrapper });
}
