/**
 * The natives this realm's own code calls, taken before any learner code can replace them. After a run has begun,
 * realm code calls nothing through a prototype, a global or an iterator: no `for…of`, no spread of iterables, no array
 * methods. Descriptors are made with a null prototype, so that a patched Object.prototype adds nothing to them.
 */

export const {
  apply,
  construct,
  deleteProperty,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  set: reflectSet,
} = Reflect;
export const hasOwn = Object.hasOwn;
export const objectIs = Object.is;
export const isArray = Array.isArray;
export const isView = ArrayBuffer.isView;
export const NativeError = Error;
export const NativeTypeError = TypeError;
export const NativeUint8Array = Uint8Array;
export const NativeDataView = DataView;
export const NativeInt32Array = Int32Array;
export const NativeUint16Array = Uint16Array;
export const NativeUint32Array = Uint32Array;
export const NativeFloat64Array = Float64Array;
export const NativeRegExp = RegExp;
export const NativeProxy = Proxy;
export const NativeFunction = Function;
export const NativePromise = Promise;
/** Indirect eval: global scope, own goal. */
export const indirectEval = globalThis.eval;
export const min = Math.min;
export const max = Math.max;
export const floor = Math.floor;
export const trunc = Math.trunc;
export const random = Math.random;
export const isSafeInteger = Number.isSafeInteger;
export const toNumber = Number;
export const toText = String;
export const toInteger = Number.parseInt;
export const toFloat = Number.parseFloat;
const performanceObject = performance;
const performanceNow = performance.now;
export const now = (): number => apply(performanceNow, performanceObject, []);

type Uncurried<A extends readonly unknown[], R> = (self: unknown, ...args: A) => R;

const bind = Function.prototype.bind.bind(Function.prototype.call) as <
  A extends readonly unknown[],
  R,
>(
  method: (...args: A) => R,
) => Uncurried<A, R>;

/** A method as a function of its receiver: `uncurry(Array.prototype.push)(list, x)`. */
export function uncurry<A extends readonly unknown[], R>(
  method: (...args: A) => R,
): Uncurried<A, R> {
  return bind(method);
}

/** A native getter as a function of its receiver. It throws on a wrong receiver, which makes it a brand check. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a getter gives is known at the call
export function getter<T>(owner: object | undefined, key: PropertyKey): (self: unknown) => T {
  const descriptor = owner && getOwnPropertyDescriptor(owner, key);
  const get = descriptor?.get as (() => T) | undefined;
  return get ? uncurry(get) : missing;
}

function missing(): never {
  throw new NativeTypeError('this engine has no such getter');
}

/** The value of a native getter, or null where the receiver is of another kind. */
export function tryGet<T>(get: (self: unknown) => T, self: unknown): T | null {
  try {
    return get(self);
  } catch {
    return null;
  }
}

/** The prototype of a global class, where this engine (a page, a Worker, Node) has it. */
export function prototypeOf(name: string): object | undefined {
  const owner = (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[name];
  return owner?.prototype;
}

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
export const TypedArrayPrototype = typedArray;
export const typedArrayTag = getter<string | undefined>(typedArray, Symbol.toStringTag);
export const typedArrayBuffer = getter<ArrayBufferLike>(typedArray, 'buffer');
export const typedArrayOffset = getter<number>(typedArray, 'byteOffset');
export const typedArrayByteLength = getter<number>(typedArray, 'byteLength');
export const typedArrayLength = getter<number>(typedArray, 'length');
export const dataViewBuffer = getter<ArrayBufferLike>(DataView.prototype, 'buffer');
export const dataViewOffset = getter<number>(DataView.prototype, 'byteOffset');
export const dataViewByteLength = getter<number>(DataView.prototype, 'byteLength');

const arrayBuffer = ArrayBuffer.prototype;
const shared = prototypeOf('SharedArrayBuffer');
export const bufferByteLength = getter<number>(arrayBuffer, 'byteLength');
export const bufferMaxByteLength = getter<number>(arrayBuffer, 'maxByteLength');
export const bufferResizable = getter<boolean>(arrayBuffer, 'resizable');
export const bufferDetached = getter<boolean>(arrayBuffer, 'detached');
export const sharedByteLength = getter<number>(shared, 'byteLength');
export const sharedMaxByteLength = getter<number>(shared, 'maxByteLength');
export const sharedGrowable = getter<boolean>(shared, 'growable');

const blob = prototypeOf('Blob') as Blob | undefined;
export const blobSize = getter<number>(blob, 'size');
export const blobType = getter<string>(blob, 'type');
export const blobSlice = blob ? uncurry(blob.slice) : null;
export const blobArrayBuffer = blob ? uncurry(blob.arrayBuffer) : null;
/** Node reads it from the disk when it is first asked for, so it is asked for late. */
export const NativeFile = globalThis.File;
export const fileName = getter<string>(prototypeOf('File'), 'name');
export const exceptionName = getter<string>(prototypeOf('DOMException'), 'name');
export const exceptionMessage = getter<string>(prototypeOf('DOMException'), 'message');
export const urlHref = getter<string>(prototypeOf('URL'), 'href');

export const mapSize = getter<number>(Map.prototype, 'size');
export const setSize = getter<number>(Set.prototype, 'size');
export const mapForEach = uncurry(
  Map.prototype.forEach as (callback: (value: unknown, key: unknown) => void) => void,
);
export const setForEach = uncurry(
  Set.prototype.forEach as (callback: (value: unknown) => void) => void,
);
export const dateToISOString = uncurry(Date.prototype.toISOString);
export const dateGetTime = uncurry(Date.prototype.getTime);
export const regExpSource = getter<string>(RegExp.prototype, 'source');
export const regExpExec = uncurry(RegExp.prototype.exec);
export const symbolToString = uncurry(Symbol.prototype.toString);
export const functionToString = uncurry(Function.prototype.toString);
export const stringSlice = uncurry(String.prototype.slice);
export const stringIndexOf = uncurry(String.prototype.indexOf);
export const stringStartsWith = uncurry(String.prototype.startsWith);
export const numberToFixed = uncurry(Number.prototype.toFixed);
export const bytesFill = uncurry(Uint8Array.prototype.fill);
export const arraySet = uncurry(Uint8Array.prototype.set);

/** A copy in a buffer of its own. `slice` would ask `constructor` and `Symbol.species`, which a learner may have defined. */
export function bytesSlice(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new NativeUint8Array(typedArrayLength(bytes));
  arraySet(copy, bytes);
  return copy;
}

/** The buffer behind bytes that lie over the whole of it. */
export const arrayBufferOf = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  typedArrayBuffer(bytes) as ArrayBuffer;

/** All of these, one behind the other, in a buffer of their own. */
export function bytesJoined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (let i = 0; i < parts.length; i++) length += typedArrayLength(parts[i]);
  const joined = new NativeUint8Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    arraySet(joined, parts[i] as Uint8Array, at);
    at += typedArrayLength(parts[i]);
  }
  return joined;
}

/** A weak map that learner code cannot reach through WeakMap.prototype. */
export class SafeWeakMap<K extends object, V> {
  readonly #map = new WeakMap<K, V>();
  static readonly #get = uncurry(WeakMap.prototype.get);
  static readonly #set = uncurry(WeakMap.prototype.set);

  get(key: K): V | undefined {
    return SafeWeakMap.#get(this.#map, key) as V | undefined;
  }
  set(key: K, value: V): void {
    SafeWeakMap.#set(this.#map, key, value);
  }
}

/** A map that learner code cannot reach through Map.prototype. */
export class SafeMap<K, V> {
  readonly #map = new Map<K, V>();
  static readonly #get = uncurry(Map.prototype.get);
  static readonly #set = uncurry(Map.prototype.set);
  static readonly #clear = uncurry(Map.prototype.clear);
  static readonly #delete = uncurry(Map.prototype.delete);

  get(key: K): V | undefined {
    return SafeMap.#get(this.#map, key) as V | undefined;
  }

  set(key: K, value: V): void {
    SafeMap.#set(this.#map, key, value);
  }

  clear(): void {
    SafeMap.#clear(this.#map);
  }

  delete(key: K): void {
    SafeMap.#delete(this.#map, key);
  }

  get size(): number {
    return mapSize(this.#map);
  }

  /** Its keys and its values as they are now. */
  keys(): K[] {
    const keys: K[] = [];
    mapForEach(this.#map, (_value, key) => push(keys, key as K));
    return keys;
  }

  values(): V[] {
    const values: V[] = [];
    mapForEach(this.#map, (value) => push(values, value as V));
    return values;
  }
}

/** An array's items without its prototype: `push` and index access only. */
export function push<T>(list: T[], item: T): void {
  // Defining (not setting) the element passes by any setter on Array.prototype.
  defineProperty(list, list.length, valueDescriptor(item, true));
}

/** A data descriptor with nothing inherited. */
export function valueDescriptor(value: unknown, enumerable = false): PropertyDescriptor {
  return {
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable,
  } as PropertyDescriptor;
}

/** Replaces or adds a property, as if it had always been so. */
export function define(target: object, key: PropertyKey, value: unknown, enumerable = false): void {
  defineProperty(target, key, valueDescriptor(value, enumerable));
}

/** An own or inherited data property's value; getters are not run and proxies not asked. */
export function dataProperty(
  value: object,
  key: PropertyKey,
  isProxy: (value: object) => boolean,
): unknown {
  let current: object | null = value;
  for (let depth = 0; current !== null && depth < 50; depth++) {
    if (isProxy(current)) return undefined;
    const descriptor = getOwnPropertyDescriptor(current, key);
    if (descriptor !== undefined) return hasOwn(descriptor, 'value') ? descriptor.value : undefined;
    current = getPrototypeOf(current);
  }
  return undefined;
}

/** What an event holds. A learner's getter in their place would be handed the event, and with it the realm's ports. */
const messageEvent = prototypeOf('MessageEvent');
export const messageData = getter<unknown>(messageEvent, 'data');
export const messagePorts = getter<readonly MessagePort[]>(messageEvent, 'ports');
export const messageSource = getter<unknown>(messageEvent, 'source');
/** The first of a message's ports; where there is none, an index would find what a learner put on Array.prototype. */
export function firstPort(event: MessageEvent): MessagePort | undefined {
  const ports = messagePorts(event);
  return ports.length > 0 ? ports[0] : undefined;
}
const errorEvent = prototypeOf('ErrorEvent');
export const errorValue = getter<unknown>(errorEvent, 'error');
export const errorMessage = getter<string>(errorEvent, 'message');
export const errorFile = getter<string>(errorEvent, 'filename');
export const errorLine = getter<number>(errorEvent, 'lineno');
export const errorColumn = getter<number>(errorEvent, 'colno');
export const rejectionReason = getter<unknown>(prototypeOf('PromiseRejectionEvent'), 'reason');
const event = prototypeOf('Event') as Event | undefined;
export const preventDefault = event ? uncurry(event.preventDefault) : missing;
export const stopImmediatePropagation = event ? uncurry(event.stopImmediatePropagation) : missing;

/** Timers and message ports of this realm, for its own use. `timer.unref` exists in Node only. */
const nativeSetTimeout = globalThis.setTimeout;
const nativeClearTimeout = globalThis.clearTimeout;
const nativeSetInterval = globalThis.setInterval;
const portPost = uncurry(MessagePort.prototype.postMessage as (message: unknown) => void);
const portPostMoving = uncurry(
  MessagePort.prototype.postMessage as (message: unknown, transfer: unknown) => void,
);
const { iterator: iteratorSymbol } = Symbol;

const nativeQueueMicrotask = globalThis.queueMicrotask;
const promiseThen = uncurry(
  Promise.prototype.then as (
    kept: (value: unknown) => void,
    broken: (why: unknown) => void,
  ) => void,
);

/**
 * Calls back when a native promise has settled. `await` would ask the promise for its `constructor` and then for `then`,
 * which a learner may have replaced; `then` itself asks for `constructor` too, and takes the native one where that is
 * undefined. Only for promises that learner code does not hold.
 * @see ECMA-262 §27.2.4.7.1 PromiseResolve, §7.3.22 SpeciesConstructor
 */
export function whenSettled(
  promise: Promise<unknown>,
  kept: (value: unknown) => void,
  broken: (why: unknown) => void,
): void {
  define(promise, 'constructor', undefined);
  promiseThen(promise, kept, broken);
}

export function soon(callback: () => void): void {
  nativeQueueMicrotask(callback);
}
/** The ids of timers that are the realm's own, in browsers, where any number may be given to clearTimeout. */
const ownTimers = { __proto__: null } as unknown as Record<number, true | undefined>;

export function isOwnTimer(id: number): boolean {
  return ownTimers[id] === true;
}
function own(id: unknown): unknown {
  if (typeof id === 'number') ownTimers[id] = true;
  return id;
}
function disown(id: unknown): void {
  if (typeof id === 'number') deleteProperty(ownTimers, id);
}

export function later(callback: () => void, ms: number): unknown {
  const id = own(
    nativeSetTimeout(() => {
      disown(id);
      callback();
    }, ms),
  );
  return id;
}
export function cancel(timer: unknown): void {
  disown(timer);
  nativeClearTimeout(timer as number);
}
export function every(callback: () => void, ms: number): unknown {
  return own(nativeSetInterval(callback, ms));
}
export function post(port: MessagePort, message: unknown): void {
  portPost(port, message);
}

/** A list for natives that iterate, such that no iterator of the learner's takes part. */
export function iterable<T>(items: readonly T[]): Iterable<T> {
  let given = 0;
  const iterator = {
    __proto__: null,
    next: () => {
      const done = given === items.length;
      return { __proto__: null, done, value: done ? undefined : items[given++] };
    },
  };
  return { __proto__: null, [iteratorSymbol]: () => iterator } as unknown as Iterable<T>;
}

/** Posts a message and hands over buffers. */
export function postMoving(
  port: MessagePort,
  message: unknown,
  buffers: readonly ArrayBufferLike[],
): void {
  portPostMoving(port, message, iterable(buffers));
}

/** A browser's handles have no `unref`: asking them for one would find what a learner put on Object.prototype. */
const hasUnref = 'unref' in MessagePort.prototype;

/** Lets a Node process end although this timer or port is there; browsers have nothing to do. */
export function unref(handle: unknown): void {
  if (hasUnref) (handle as { unref(): void }).unref();
}
