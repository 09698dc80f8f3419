/** What an object is called and whether it is an error, read from descriptors only. */
import {
  dataProperty,
  exceptionMessage,
  exceptionName,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  NativeError,
  prototypeOf,
  stringSlice,
  tryGet,
} from './primordials';
import { isProxy } from './proxies';

/** The name of the constructor that the nearest prototype names; null where there is no prototype. */
export function constructorName(value: object): string | null {
  const prototype = isProxy(value) ? null : getPrototypeOf(value);
  if (prototype === null) return null;
  const constructor = dataProperty(prototype, 'constructor', isProxy);
  if (typeof constructor !== 'function' || isProxy(constructor)) return 'Object';
  const name: unknown = getOwnPropertyDescriptor(constructor, 'name')?.value;
  return typeof name === 'string' && name !== '' ? stringSlice(name, 0, 200) : 'Object';
}

const errorPrototype = NativeError.prototype;
const exceptionPrototype = prototypeOf('DOMException');

/** An Error of any class, DOMException too: its prototype chain holds Error.prototype. */
export function isErrorObject(value: object): boolean {
  return inherits(value, errorPrototype);
}

/** Whether `prototype` is in the chain, as far as no proxy stands in it. */
export function inherits(value: object, prototype: object | undefined): boolean {
  let current: object | null = isProxy(value) ? null : getPrototypeOf(value);
  for (let depth = 0; current !== null && depth < 50; depth++) {
    if (current === prototype) return true;
    current = isProxy(current) ? null : getPrototypeOf(current);
  }
  return false;
}

/**
 * A DOMException's name or message. Node's getters are JavaScript that reads properties, so they are asked only where
 * no proxy can answer.
 */
function ofException(read: (self: unknown) => string, value: object): string | null {
  return inherits(value, exceptionPrototype) ? tryGet(read, value) : null;
}

export function nameOfError(error: object): string {
  const name = ofException(exceptionName, error) ?? dataProperty(error, 'name', isProxy);
  return typeof name === 'string' && name !== '' ? name : (constructorName(error) ?? 'Error');
}

export function messageOf(error: object): string {
  const message = hasOwn(error, 'message')
    ? dataProperty(error, 'message', isProxy)
    : (ofException(exceptionMessage, error) ?? dataProperty(error, 'message', isProxy));
  return typeof message === 'string' ? message : '';
}
