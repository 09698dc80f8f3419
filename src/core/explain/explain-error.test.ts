import { describe, expect, test } from 'vitest';
import { explainError, type ErrorFact } from './explain-error';

/** What this very engine (V8 in Node) says, so that a new wording is noticed here first. */
const thrownBy = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return { name: error.name, message: error.message };
  }
  throw new Error('The program was expected to throw.');
};
const buffer = (length: number) => new ArrayBuffer(length);
const detached = () => {
  const old = buffer(4);
  old.transfer();
  return old;
};

/** Each fact with a program that raises it, and Firefox 153's words for the same. */
const CASES: readonly (readonly [fact: ErrorFact, program: () => unknown, firefox: string])[] = [
  [
    { kind: 'length-not-multiple', type: 'Uint32Array', byteSize: 4 },
    () => new Uint32Array(buffer(18)),
    'buffer length for Uint32Array should be a multiple of 4',
  ],
  [
    { kind: 'offset-not-multiple', type: 'Uint32Array', byteSize: 4 },
    () => new Uint32Array(buffer(20), 2),
    'start offset of Uint32Array should be a multiple of 4',
  ],
  [
    { kind: 'view-out-of-bounds', type: 'DataView' },
    () => new DataView(buffer(4), 2, 8),
    'invalid data view length',
  ],
  [
    { kind: 'view-out-of-bounds', type: null },
    () => new DataView(buffer(4), 8),
    'start offset is outside the bounds of the buffer',
  ],
  [
    { kind: 'access-out-of-bounds', access: null },
    () => new DataView(buffer(2)).getUint32(0),
    'offset is outside the bounds of the DataView',
  ],
  [
    { kind: 'set-overflow' },
    () => {
      new Uint8Array(2).set([1, 2, 3]);
    },
    'source array is too long',
  ],
  [
    { kind: 'resize-too-large' },
    () => {
      new ArrayBuffer(4, { maxByteLength: 8 }).resize(9);
    },
    'byte length is larger than maximum byte length',
  ],
  [{ kind: 'invalid-length' }, () => new Uint8Array(-1), 'invalid array length'],
];
const TYPE_ERRORS: typeof CASES = [
  [
    { kind: 'detached' },
    () => new Uint8Array(detached()),
    'attempting to access detached ArrayBuffer',
  ],
  [
    { kind: 'bigint-mix' },
    () => Reflect.set(new BigInt64Array(1), 0, 1),
    "can't convert 1 to BigInt",
  ],
  [
    { kind: 'not-resizable' },
    () => {
      buffer(4).resize(8);
    },
    'resize method called on incompatible ArrayBuffer',
  ],
  [
    { kind: 'missing-new' },
    () => Reflect.apply(Uint8Array, undefined, [4]) as unknown,
    'calling a builtin typed array constructor without new is forbidden',
  ],
  [
    { kind: 'not-a-function', name: 'push' },
    () => (new Uint8Array(2) as unknown as { push(n: number): void }).push(1),
    '(new Uint8Array(...)).push is not a function',
  ],
];

describe.each([
  ['RangeError', CASES],
  ['TypeError', TYPE_ERRORS],
] as const)('%s', (name, cases) => {
  test.each(cases)('%o is recognised in V8 and in Firefox', (fact, program, firefox) => {
    const error = thrownBy(program);
    expect(error.name).toBe(name);
    expect(explainError(error)).toEqual(fact);
    expect(explainError({ name, message: firefox })).toEqual(fact);
  });
});

test.each<[string, string, ErrorFact]>([
  ['RangeError', 'Invalid typed array length: 8', { kind: 'view-out-of-bounds', type: null }],
  [
    'RangeError',
    'attempting to construct out-of-bounds Uint32Array on ArrayBuffer',
    { kind: 'view-out-of-bounds', type: 'Uint32Array' },
  ],
  ['RangeError', 'invalid or out-of-range index', { kind: 'index-out-of-range' }],
  ['ReferenceError', 'foo is not defined', { kind: 'not-defined', name: 'foo' }],
  ['TypeError', 'Assignment to constant variable.', { kind: 'const-assignment' }],
  ['TypeError', "invalid assignment to const 'a'", { kind: 'const-assignment' }],
  ['RangeError', 'Maximum call stack size exceeded', { kind: 'stack-overflow' }],
  ['InternalError', 'too much recursion', { kind: 'stack-overflow' }],
])('%s: %s', (name, message, fact) => {
  expect(explainError({ name, message })).toEqual(fact);
});

test('a call that was watched says which bytes it needed, in either engine’s words', () => {
  const access = { method: 'setUint32', byteOffset: 5, byteSize: 4, viewByteLength: 8 };
  for (const message of [
    'Offset is outside the bounds of the DataView',
    'invalid or out-of-range index',
  ]) {
    expect(explainError({ name: 'RangeError', message, access })).toEqual({
      kind: 'access-out-of-bounds',
      access,
    });
  }
});

test('an error it does not know stays as the engine said it', () => {
  expect(explainError({ name: 'Error', message: 'my own' })).toBeNull();
  expect(
    explainError({ name: 'TypeError', message: 'byte length of X should be a multiple of 4' }),
  ).toBeNull();
});
