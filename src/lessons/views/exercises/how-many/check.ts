import {
  all,
  allocations,
  answersLike,
  any,
  call,
  defineExercise,
  everyCall,
  inCall,
  none,
  returns,
  Seeded,
  views,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

type Count = (byteLength: number, elementSize: number, byteOffset: number) => number | null;

/** By what the arguments must be: a reference that takes numbers, as one that takes any inputs. */
const ofNumbers =
  (count: Count) =>
  (...args: readonly InputValue[]) =>
    count(...(args as Parameters<Count>));

/** ECMA-262 §23.2.5.1.3 InitializeTypedArrayFromArrayBuffer, without a length. */
const count: Count = (byteLength, size, byteOffset) => {
  const remaining = byteLength - byteOffset;
  const isView = byteOffset % size === 0 && byteLength % size === 0 && remaining >= 0;
  return isView ? remaining / size : null;
};

/** A number was found for arguments like these, which allow no view. */
const isFoundWhere =
  (is: (...args: Parameters<Count>) => boolean): Recognise =>
  ({ problem, call: seen }) =>
    problem.kind === 'value' &&
    /^\d+$/.test(problem.found) &&
    is(...((seen?.args ?? []) as unknown as Parameters<Count>));

const random = new Seeded(0x2a);
const cases: readonly Parameters<Count>[] = [
  [20, 4, 0],
  [18, 4, 0],
  [20, 4, 2],
  [22, 4, 2],
  [20, 4, 8],
  [7, 8, 0],
  [9, 1, 3],
  [0, 4, 0],
  [20, 4, 20],
  [20, 4, 24],
  ...Array.from({ length: 12 }, (): Parameters<Count> => {
    const size = [1, 2, 4, 8][random.integer(0, 3)] ?? 1;
    return [random.integer(0, 12) * random.integer(1, 4), size, random.integer(0, 8)];
  }),
];

export const exercise = defineExercise({
  probes: cases.map((numbers) => call('elementCount', ...numbers)),

  checks: {
    count: {
      judge: everyCall(returns(ofNumbers(count))),
      mistakes: {
        'no-offset': answersLike(
          ofNumbers((byteLength, size) => (byteLength % size === 0 ? byteLength / size : null)),
        ),
        fraction: ({ problem }) => problem.kind === 'value' && problem.found.includes('.'),
        beyond: any(
          ({ problem }) => problem.kind === 'value' && problem.found.startsWith('-'),
          isFoundWhere((byteLength, _size, byteOffset) => byteOffset > byteLength),
        ),
        'at-the-end': all(
          ({ problem }) => problem.kind === 'value' && problem.found === 'null',
          inCall(({ args: [byteLength, , byteOffset] }) => byteOffset === byteLength),
        ),
        alignment: isFoundWhere(
          (byteLength, size, byteOffset) =>
            byteOffset % size !== 0 && (byteLength - byteOffset) % size === 0,
        ),
        rounded: isFoundWhere(
          (byteLength, size, byteOffset) => (byteLength - byteOffset) % size !== 0,
        ),
      },
    },
    arithmetic: {
      judge: everyCall(none(allocations(), views())),
      mistakes: { tried: answersLike(ofNumbers(count)) },
    },
  },

  words: {
    en: {
      checks: {
        count: 'Returns the number of elements, or null where there can be no view',
        arithmetic: 'Works it out without making a buffer or a view',
      },
      mistakes: {
        rounded: {
          why: 'Bytes are left over behind the last whole element. A constructor does not round down: it throws.',
          next: 'Find out whether something remains, before you divide.',
        },
        fraction: {
          why: 'There is no part of an element. Where the bytes do not divide, the constructor throws.',
          next: 'Return `null` where the division does not come out even.',
        },
        alignment: {
          why: 'The bytes that remain divide, but the start does not: a view may only start at a multiple of its element size.',
          next: 'Test `byteOffset` by the same rule as the length.',
        },
        'no-offset': {
          why: 'This is the count for a view over the whole buffer. The bytes before `byteOffset` are not part of it.',
          next: 'Take `byteOffset` off first, and think about where a view may start.',
        },
        beyond: {
          why: 'The view would start beyond the end of the buffer, and there the constructor throws.',
          next: 'Return `null` where `byteOffset` is larger than `byteLength`.',
        },
        'at-the-end': {
          why: 'This view starts exactly where the buffer ends. It has no elements, and that is allowed.',
          next: 'Return 0 here, and `null` only where the start lies beyond the end.',
        },
        tried: {
          why: 'The answers are right, but you let the constructor find them: a buffer was made for each question.',
          next: 'Say in two conditions when a constructor throws, and test those.',
        },
      },
    },
  },
});
