/**
 * What a native made of its arguments, found out without running learner code again. NaN stands for what cannot be
 * known: an object's `valueOf` has run once, inside the native.
 */
import { viewSlots } from '../buffers';
import {
  dataProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  max,
  min,
  toNumber,
  tryGet,
  typedArrayLength,
} from '../primordials';
import { isProxy } from '../proxies';

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** @see ECMA-262 §7.1.5 ToIntegerOrInfinity */
export function integerOf(value: unknown, fallback = 0): number {
  if (value === undefined) return fallback;
  if (typeof value === 'function' || isObject(value)) return NaN;
  const number = typeof value === 'number' ? value : numberOf(value);
  return number - (number % 1) || (number === Infinity || number === -Infinity ? number : 0);
}

/** A symbol or a BigInt is no index: the native has thrown. */
function numberOf(value: unknown): number {
  return typeof value === 'symbol' || typeof value === 'bigint' ? 0 : toNumber(value);
}

/** A relative index as `fill` and `slice` understand it. */
export function relative(value: unknown, length: number, fallback: number): number {
  const index = integerOf(value, fallback);
  return index < 0 ? max(0, length + index) : min(index, length);
}

export function elementsOf(view: unknown): number {
  return tryGet(typedArrayLength, view) ?? 0;
}

/** The length of what `set` copied from: a typed array's, or a data property `length`. */
export function lengthOf(source: unknown): number {
  if (typeof source === 'string') return source.length;
  if (typeof source !== 'function' && !isObject(source)) return 0;
  if (isProxy(source)) return NaN;
  if (viewSlots(source) !== null) return elementsOf(source);
  const length = dataProperty(source, 'length', isProxy);
  // Nothing was found, or a getter that has run once already.
  return length === undefined ? NaN : max(0, integerOf(length));
}

/** How much `encodeInto` and its like say they have written. */
export function writtenOf(result: unknown): number {
  const descriptor = isObject(result) ? getOwnPropertyDescriptor(result, 'written') : undefined;
  const written: unknown = descriptor && hasOwn(descriptor, 'value') ? descriptor.value : 0;
  return typeof written === 'number' ? written : 0;
}

/** Bytes of a string in UTF-8; lone surrogates become U+FFFD, which takes three. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character < '\u0080') length++;
    else if (character < '\u0800') length += 2;
    else if (isPair(text, i)) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

function isPair(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false;
  const first = text[at] as string;
  const second = text[at + 1] as string;
  return first >= '\ud800' && first < '\udc00' && second >= '\udc00' && second < '\ue000';
}
