/**
 * Recognises the errors that binary data raises in everyday use, whatever the engine's wording, so that the page can
 * say in the learner's language what went wrong and what to do. It yields facts, never sentences.
 *
 * Engines differ in message, not in name; the patterns below were read off Chromium 156 (V8) and Firefox 153.
 */
import type { ErrorReport } from '../trace/run';
import { ELEMENT_TYPES, isViewKind, type ElementKind } from '../bytes/view-kinds';

export type ErrorFact =
  /** The buffer's length in bytes is no multiple of the element size. */
  | { readonly kind: 'length-not-multiple'; readonly type: ElementKind; readonly byteSize: number }
  /** A typed array's byteOffset is no multiple of the element size. */
  | { readonly kind: 'offset-not-multiple'; readonly type: ElementKind; readonly byteSize: number }
  /** A view asked for more elements than the buffer has from its offset on, or starts beyond the end. */
  | { readonly kind: 'view-out-of-bounds'; readonly type: ElementKind | 'DataView' | null }
  /** A DataView get or set reached past the view's end. */
  | { readonly kind: 'access-out-of-bounds' }
  | { readonly kind: 'set-overflow' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'bigint-mix' }
  | { readonly kind: 'not-resizable' }
  | { readonly kind: 'resize-too-large' }
  | { readonly kind: 'invalid-length' }
  | { readonly kind: 'missing-new' }
  | { readonly kind: 'not-defined'; readonly name: string }
  | { readonly kind: 'not-a-function'; readonly name: string }
  | { readonly kind: 'const-assignment' }
  | { readonly kind: 'stack-overflow' };

type Rule = readonly [
  name: RegExp,
  message: RegExp,
  fact: (match: RegExpExecArray) => ErrorFact | null,
];

const elementKind = (name: string | undefined): ElementKind | null =>
  name !== undefined && isViewKind(name) && name !== 'DataView' ? name : null;

const withSize = (
  kind: 'length-not-multiple' | 'offset-not-multiple',
  name: string | undefined,
): ErrorFact | null => {
  const type = elementKind(name);
  return type && { kind, type, byteSize: ELEMENT_TYPES[type].byteSize };
};

const RULES: readonly Rule[] = [
  // V8, then SpiderMonkey, for each.
  [
    /^RangeError$/,
    /^byte length of (\w+) should be a multiple of/,
    (m) => withSize('length-not-multiple', m[1]),
  ],
  [
    /^RangeError$/,
    /^buffer length for (\w+) should be a multiple of/,
    (m) => withSize('length-not-multiple', m[1]),
  ],
  [
    /^RangeError$/,
    /^start offset of (\w+) should be a multiple of/,
    (m) => withSize('offset-not-multiple', m[1]),
  ],
  [
    /^RangeError$/,
    /^Invalid typed array length: /,
    () => ({ kind: 'view-out-of-bounds', type: null }),
  ],
  [
    /^RangeError$/,
    /^attempting to construct out-of-bounds (\w+) on ArrayBuffer/,
    (m) => ({ kind: 'view-out-of-bounds', type: elementKind(m[1]) }),
  ],
  [
    /^RangeError$/,
    /^size of buffer is too small for (\w+) with byteOffset/,
    (m) => ({ kind: 'view-out-of-bounds', type: elementKind(m[1]) }),
  ],
  [
    /^RangeError$/,
    /^Start offset -?\d+ is outside the bounds of the buffer/,
    () => ({ kind: 'view-out-of-bounds', type: null }),
  ],
  [
    /^RangeError$/,
    /^Invalid DataView length/,
    () => ({ kind: 'view-out-of-bounds', type: 'DataView' }),
  ],
  [
    /^RangeError$/,
    /^start offset is outside the bounds of the buffer/,
    () => ({ kind: 'view-out-of-bounds', type: null }),
  ],
  [
    /^RangeError$/,
    /^Offset is outside the bounds of the DataView|^offset is outside the bounds of the DataView|^out-of-bounds DataView/i,
    () => ({ kind: 'access-out-of-bounds' }),
  ],
  [
    /^RangeError$/,
    /^offset is out of bounds|^source array is too long|invalid or out-of-range index/i,
    () => ({ kind: 'set-overflow' }),
  ],
  [/^TypeError$/, /detached/i, () => ({ kind: 'detached' })],
  [
    /^TypeError$/,
    /Cannot mix BigInt|can't convert BigInt to number|Cannot convert a BigInt value to a number|Cannot convert -?[\d.]+ to a BigInt|can't convert [\d.-]+ to BigInt/i,
    () => ({ kind: 'bigint-mix' }),
  ],
  [
    /^TypeError$/,
    /resize.*incompatible receiver|resize.*non-resizable|expected a resizable/i,
    () => ({ kind: 'not-resizable' }),
  ],
  [
    /^RangeError$/,
    /resize.*Invalid length|invalid.*max(imum)? ?(Byte ?)?Length|larger than the (buffer's )?max/i,
    () => ({ kind: 'resize-too-large' }),
  ],
  [
    /^RangeError$/,
    /^(Array buffer allocation failed|Invalid array buffer length|invalid array length|Invalid array length)/i,
    () => ({ kind: 'invalid-length' }),
  ],
  [
    /^TypeError$/,
    /requires 'new'|calling a builtin \w+ constructor without new is forbidden/i,
    () => ({ kind: 'missing-new' }),
  ],
  [
    /^ReferenceError$/,
    /^([\w$]+) is not defined/,
    (m) => ({ kind: 'not-defined', name: m[1] ?? '' }),
  ],
  [
    /^TypeError$/,
    /^([\w$.[\]]+) is not a function/,
    (m) => ({ kind: 'not-a-function', name: m[1] ?? '' }),
  ],
  [
    /^TypeError$/,
    /Assignment to constant variable|invalid assignment to const/,
    () => ({ kind: 'const-assignment' }),
  ],
  [
    /^(RangeError|InternalError)$/,
    /Maximum call stack size exceeded|too much recursion/,
    () => ({ kind: 'stack-overflow' }),
  ],
];

/** The fact behind an error report, or null when it is none of those this page knows. */
export function explainError(error: Pick<ErrorReport, 'name' | 'message'>): ErrorFact | null {
  for (const [name, message, fact] of RULES) {
    if (!name.test(error.name)) continue;
    const match = message.exec(error.message);
    if (match) return fact(match);
  }
  return null;
}
