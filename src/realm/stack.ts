/** The learner's lines, read from captured stacks: V8 writes `at f (a.js:3:5)`, Firefox `f@a.js:3:5`. */
import { originalPlace } from '../core/instrument/columns';
import { originalMessage } from '../core/instrument/messages';
import {
  apply,
  define,
  defineProperty,
  getOwnPropertyDescriptor,
  getter,
  hasOwn,
  NativeError,
  NativeRegExp,
  prototypeOf,
  push,
  regExpExec,
  stringIndexOf,
  stringSlice,
  toNumber,
  tryGet,
} from './primordials';

export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface Frame {
  readonly name: string;
  readonly line: number;
}

/** Firefox keeps `stack` as a getter on the prototypes, V8 as a value or a getter on the error itself. */
const prototypeStack = getter<unknown>(NativeError.prototype, 'stack');
const exceptionStack = getter<unknown>(prototypeOf('DOMException'), 'stack');
const ownStack = getOwnPropertyDescriptor(new NativeError(), 'stack')?.get;
const ownExceptionStack = exceptionGetter();

function exceptionGetter(): (() => unknown) | undefined {
  // Node's DOMException is a class of JavaScript; browsers' can be made in both realms.
  const exception = typeof DOMException === 'function' ? new DOMException() : null;
  return exception ? getOwnPropertyDescriptor(exception, 'stack')?.get : undefined;
}

export class Stacks {
  readonly #frame: RegExp;
  readonly #fileName: string;

  constructor(
    fileName: string,
    /** UTF-16 units that the realm put before the learner's first line. */
    readonly prefixLength: number,
    readonly columns: readonly number[],
    readonly hookName = '',
  ) {
    this.#fileName = fileName;
    const escaped = fileName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    this.#frame = new NativeRegExp(`(?:^|[\\s(@])${escaped}:(\\d+):(\\d+)`);
  }

  /** The learner's innermost frame of a stack's text, or null. */
  find(stack: string): Position | null {
    const match = regExpExec(this.#frame, stack);
    if (match === null) return null;
    return this.position(toNumber(match[1]), toNumber(match[2]));
  }

  /** The learner's place for one that the engine reports. */
  position(line: number, column: number): Position {
    return originalPlace(this.columns, line, line === 1 ? column - this.prefixLength : column);
  }

  /** An engine's message, which may quote rewritten code, without what was inserted there. */
  message(text: string): string {
    return this.hookName === '' ? text : originalMessage(text, this.hookName);
  }

  isLearners(file: unknown): boolean {
    return file === this.#fileName;
  }

  /** Where learner code called into the realm just now. */
  here(): Position | null {
    return this.find(captureStack());
  }

  /** The same, but null where the engine's own JavaScript stands between (Node's, in the build). */
  directly(): Position | null {
    const stack = captureStack();
    const match = regExpExec(this.#frame, stack);
    if (match === null) return null;
    const engine = stringIndexOf(stack, 'node:');
    return engine >= 0 && engine < match.index ? null : this.find(stack);
  }

  /** All of the learner's frames, innermost first. */
  frames(): readonly Frame[] {
    const frames: Frame[] = [];
    const stack = captureStack();
    let start = 0;
    while (start < stack.length && frames.length < 50) {
      const next = stringIndexOf(stack, '\n', start);
      const end = next < 0 ? stack.length : next;
      const text = stringSlice(stack, start, end);
      const at = this.find(text);
      if (at !== null) push(frames, { name: functionName(text), line: at.line });
      start = end + 1;
    }
    return frames;
  }
}

const V8_NAME = /^\s*at (?:async )?(?:new )?(?:Object\.|Module\.)?([^\s(]+) \(/;
const FIREFOX_NAME = /^(?:async\*)?([^@]*)@/;

/** The function's name as the engine wrote it; empty at the top level. */
function functionName(text: string): string {
  const match = regExpExec(V8_NAME, text) ?? regExpExec(FIREFOX_NAME, text);
  const name = match?.[1] ?? '';
  return name === 'eval' || name === '<anonymous>' || stringIndexOf(name, '/') >= 0 ? '' : name;
}

/** A stack taken without running a learner's `Error.prepareStackTrace` and without their limit on frames. */
function captureStack(): string {
  const prepare = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  const limit = getOwnPropertyDescriptor(NativeError, 'stackTraceLimit');
  if (prepare?.configurable === true) define(NativeError, 'prepareStackTrace', undefined);
  if (limit?.configurable === true) define(NativeError, 'stackTraceLimit', 50);
  const stack = stackOf(new NativeError());
  if (limit?.configurable === true) restore(limit, 'stackTraceLimit');
  if (prepare?.configurable === true) restore(prepare, 'prepareStackTrace');
  return stack;
}

function restore(descriptor: PropertyDescriptor, key: string): void {
  defineProperty(NativeError, key, { __proto__: null, ...descriptor } as PropertyDescriptor);
}

/** An error's stack text, without running a getter that learner code defined; empty where there is none. */
export function stackOf(error: object): string {
  const own = getOwnPropertyDescriptor(error, 'stack');
  if (own !== undefined) {
    if (hasOwn(own, 'value')) return typeof own.value === 'string' ? own.value : '';
    const native = own.get === ownStack ? ownStack : ownExceptionStack;
    if (native === undefined || own.get !== native) return '';
    return textOr(() => apply(native, error, []));
  }
  return textOr(() => tryGet(exceptionStack, error) ?? prototypeStack(error));
}

function textOr(read: () => unknown): string {
  try {
    const text = read();
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}
