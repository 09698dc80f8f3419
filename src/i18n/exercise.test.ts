import { describe, expect, test } from 'vitest';
import type { Refusal } from '../core/exercise/attempt';
import { NO_SPOT, type BytesProblem, type Problem } from '../core/exercise/feedback';
import type { Step } from '../core/trace/trace';
import { feedbackWords, refusalWords } from './exercise';

const say = (problem: Problem) =>
  feedbackWords.en({ problem, mistake: null, call: null, spot: NO_SPOT });

const error = { name: 'Oops', message: 'no', line: 4, column: 1, origin: 'throw' } as const;
const rangeError = {
  ...error,
  name: 'RangeError',
  message: 'start offset of Uint16Array should be a multiple of 2',
};
const bytes = (change: Partial<BytesProblem>): BytesProblem => ({
  kind: 'bytes',
  of: 'returned',
  expected: Uint8Array.of(1, 4, 0xfb, 81),
  found: Uint8Array.of(1, 4, 5, 81),
  range: { start: 0, end: 4 },
  differing: [2],
  slip: null,
  ...change,
});
const step = (change: Partial<Step>): Step => ({
  step: 1,
  kind: 'write',
  site: null,
  bufferId: 0,
  viewId: 0,
  range: { start: 4, end: 8 },
  littleEndian: false,
  viaDataView: true,
  type: 'Float32Array',
  before: new Uint8Array(4),
  after: new Uint8Array(4),
  assigned: null,
  detail: null,
  ...change,
});
type Access = Extract<Problem, { kind: 'access' }>;
const access = (change: Partial<Access>): Access => ({
  kind: 'access',
  rule: 'only',
  extra: null,
  missing: null,
  count: 1,
  most: 0,
  ...change,
});

describe('what is said of a problem', () => {
  test.each<[Problem, string, string]>([
    [bytes({}), 'Byte 2: expected `FB` and found `05`.', 'Find the line that writes byte 2.'],
    [
      bytes({ slip: { kind: 'reversed' }, range: { start: 2, end: 4 } }),
      'Right bytes, other order: `05 51` where `FB 51` is expected.',
      'Choose which end comes first.',
    ],
    [
      bytes({ slip: { kind: 'shifted', by: -2 } }),
      'Right bytes, wrong place: they stand 2 bytes too far to the left.',
      'Check the offset.',
    ],
    [bytes({ found: Uint8Array.of(1) }), 'Expected 4 bytes and found one byte.', 'Check how many'],
    [
      { kind: 'value', expected: '5', found: 'undefined' },
      'Expected `5` and found `undefined`.',
      'Give the result back with return.',
    ],
    [
      { kind: 'type', expected: 'ArrayBuffer', found: '[1]' },
      'Expected a value of type `ArrayBuffer` and found `[1]`.',
      'Return a value',
    ],
    [
      { kind: 'view', property: 'length', expected: 2, found: 8 },
      'The view’s `length` should be 2 and is 8.',
      'Check what each argument',
    ],
    [
      { kind: 'view', property: 'buffer', expected: null, found: null },
      'The view looks at another buffer',
      'Make the view over',
    ],
    [{ kind: 'threw', error }, 'It ended in an error: `Oops: no`.', 'Look at line 4.'],
    [
      { kind: 'threw', error: rangeError },
      'A Uint16Array can only start at a multiple of 2.',
      'Choose an offset',
    ],
    [
      { kind: 'no-function', name: 'pack', found: 'undefined' },
      'There is no function called `pack`',
      'Keep the name',
    ],
    [
      { kind: 'no-function', name: 'pack', found: 'number' },
      '`pack` is not a function: `typeof` says “number”.',
      'Keep the name',
    ],
    [
      { kind: 'no-error', expected: 'RangeError', found: '5' },
      'Expected a `RangeError` and got `5`.',
      'Find out',
    ],
    [{ kind: 'unsettled' }, 'It returned a promise', 'Find the way'],
    [{ kind: 'capped' }, 'So much has happened by then', 'Look for a loop'],
    [
      { kind: 'printed', index: 0, expected: '1', found: null },
      'Line 1 of the console: expected `1` and found nothing.',
      'Compare',
    ],
    [
      access({ rule: 'none', extra: { kind: 'alloc', bufferId: 1, byteLength: 8, line: 3 } }),
      'A new buffer of 8 bytes was made, which this task does without.',
      'Look at line 3.',
    ],
    [
      access({ extra: { kind: 'step', step: step({}), line: null } }),
      'Bytes 4–7 were written by a DataView, which is more than this task needs.',
      'Find what does that',
    ],
    [
      access({ rule: 'at-most', count: 9, most: 4 }),
      'It happened 9 times, and 4 times are enough.',
      'Look for the one',
    ],
    [
      access({ count: 300_000, most: 4 }),
      'It happened 300000 times, and 4 are enough.',
      'Find what does that',
    ],
    [
      access({
        missing: {
          kind: 'write',
          via: 'dataview',
          range: { start: 3, end: 7 },
          littleEndian: false,
        },
      }),
      'This did not happen: a write of bytes 3–6 by a DataView, highest byte first.',
      'Step through the call',
    ],
    [
      access({ rule: 'in-order', missing: { kind: 'view', type: 'Int8Array' } }),
      'This did not happen in its turn: a new Int8Array.',
      'Step through',
    ],
  ])('%#', (problem, why, next) => {
    expect(say(problem).why).toContain(why);
    expect(say(problem).next).toContain(next);
  });
});

test.each<[Refusal, string]>([
  [{ kind: 'threw', error }, 'It ended in an error'],
  [{ kind: 'uncaught', error: rangeError }, 'A Uint16Array can only start'],
  [
    { kind: 'stopped', by: 'guard', line: 3, during: 'sum(ArrayBuffer(3))' },
    'It ran for too long without a pause in line 3, during `sum(ArrayBuffer(3))`.',
  ],
  [
    { kind: 'stopped', by: 'watchdog', line: null, during: null },
    'It ran for too long without a pause.',
  ],
  [{ kind: 'stopped', by: 'reader', line: null, during: null }, 'You stopped this run'],
  [{ kind: 'lost', reason: 'It sent too much.' }, 'It sent too much.'],
  [{ kind: 'incomplete' }, 'Parts of this run did not arrive'],
])('why nothing was judged: %#', (refusal, why) => {
  expect(refusalWords.en(refusal).why).toContain(why);
  expect(refusalWords.en(refusal).next).toMatch(/[.?]$/);
});
