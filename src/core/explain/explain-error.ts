/**
 * Recognises the errors that binary data raises in everyday use, whatever the engine's wording, so that the page can
 * say in the learner's language what went wrong and what to do. It yields facts, never sentences.
 *
 * Engines differ in message, not in name; the patterns below were read off Chromium 156 (V8) and Firefox 153.
 */
import type { ErrorReport, FailedAccess } from '../trace/run';
import { explainMedia, type MediaErrorFact } from './explain-media';
import { ELEMENT_TYPES, isViewKind, type ElementKind } from '../bytes/view-kinds';

export type ErrorFact =
  | MediaErrorFact
  /** The buffer's length in bytes is no multiple of the element size. */
  | { readonly kind: 'length-not-multiple'; readonly type: ElementKind; readonly byteSize: number }
  /** A typed array's byteOffset is no multiple of the element size. */
  | { readonly kind: 'offset-not-multiple'; readonly type: ElementKind; readonly byteSize: number }
  /** A view asked for more elements than the buffer has from its offset on, or starts beyond the end. */
  | { readonly kind: 'view-out-of-bounds'; readonly type: ElementKind | 'DataView' | null }
  /** A DataView get or set reached past the view's end. */
  | { readonly kind: 'access-out-of-bounds'; readonly access: FailedAccess | null }
  | { readonly kind: 'set-overflow' }
  /** An offset, index or length is negative or too large, and the engine does not say which. */
  | { readonly kind: 'index-out-of-range' }
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

const is = (fact: ErrorFact) => () => fact;
const outOfBounds = (name: string | undefined): ErrorFact => ({
  kind: 'view-out-of-bounds',
  type: name === 'DataView' ? 'DataView' : elementKind(name),
});

/** First match wins. Where both engines are named, V8's wording stands first. */
const RULES: readonly Rule[] = [
  [
    /^RangeError$/,
    /^(?:byte|buffer) length (?:of|for) (\w+) should be a multiple of/,
    (m) => withSize('length-not-multiple', m[1]),
  ],
  [
    /^RangeError$/,
    /^start offset of (\w+) should be a multiple of/,
    (m) => withSize('offset-not-multiple', m[1]),
  ],
  [
    /^RangeError$/,
    /^Invalid typed array length: -|^invalid array length$/,
    is({ kind: 'invalid-length' }),
  ],
  [
    /^RangeError$/,
    /^attempting to construct out-of-bounds (\w+) on ArrayBuffer/,
    (m) => outOfBounds(m[1]),
  ],
  [
    /^RangeError$/,
    /^size of buffer is too small for (\w+) with byteOffset/,
    (m) => outOfBounds(m[1]),
  ],
  [
    /^RangeError$/,
    /^Invalid DataView length|^invalid data view length/,
    () => outOfBounds('DataView'),
  ],
  [/^RangeError$/, /^Invalid typed array length: /, () => outOfBounds(undefined)],
  [
    /^RangeError$/,
    /^start offset (?:\d+ )?is outside the bounds of the buffer/i,
    () => outOfBounds(undefined),
  ],
  [
    /^RangeError$/,
    /^offset is outside the bounds of the DataView/i,
    is({ kind: 'access-out-of-bounds', access: null }),
  ],
  [
    /^RangeError$/,
    /^offset is out of bounds$|^source array is too long$/,
    is({ kind: 'set-overflow' }),
  ],
  [/^RangeError$/, /^invalid or out-of-range index$/, is({ kind: 'index-out-of-range' })],
  [/^TypeError$/, /\bdetached\b.*ArrayBuffer/, is({ kind: 'detached' })],
  [
    /^TypeError$/,
    /^Cannot mix BigInt|^Cannot convert (?:a BigInt value to a number|.* to a BigInt)|^can't convert (?:BigInt to number|.* to BigInt)/,
    is({ kind: 'bigint-mix' }),
  ],
  [
    /^TypeError$/,
    /prototype\.resize called on incompatible|^resize method called on incompatible/,
    is({ kind: 'not-resizable' }),
  ],
  [
    /^RangeError$/,
    /^ArrayBuffer\.prototype\.resize: Invalid length|^Invalid array buffer max length|^byte length is larger than maximum byte length/,
    is({ kind: 'resize-too-large' }),
  ],
  [
    /^RangeError$/,
    /^Array buffer allocation failed|^Invalid array buffer length|^Invalid array length/,
    is({ kind: 'invalid-length' }),
  ],
  [
    /^TypeError$/,
    /^Constructor \w+ requires 'new'|^calling a builtin [\w ]+ constructor without new is forbidden/,
    is({ kind: 'missing-new' }),
  ],
  [
    /^ReferenceError$/,
    /^([\w$]+) is not defined$/,
    (m) => ({ kind: 'not-defined', name: m[1] ?? '' }),
  ],
  [
    /^TypeError$/,
    /([\w$]+) is not a function$/,
    (m) => ({ kind: 'not-a-function', name: m[1] ?? '' }),
  ],
  [
    /^TypeError$/,
    /^Assignment to constant variable|^invalid assignment to const/,
    is({ kind: 'const-assignment' }),
  ],
  [
    /^(RangeError|InternalError)$/,
    /^Maximum call stack size exceeded$|^too much recursion$/,
    is({ kind: 'stack-overflow' }),
  ],
];

/** The fact behind an error report, or null when it is none of those this page knows. */
export function explainError(
  error: Pick<ErrorReport, 'name' | 'message' | 'access' | 'media'>,
): ErrorFact | null {
  if (error.media) return explainMedia(error, error.media);
  if (error.access) return { kind: 'access-out-of-bounds', access: error.access };
  for (const [name, message, fact] of RULES) {
    if (!name.test(error.name)) continue;
    const match = message.exec(error.message);
    if (match) return fact(match);
  }
  return explainMedia(error, null);
}
