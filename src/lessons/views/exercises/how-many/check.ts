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
    ko: {
      checks: {
        count: '요소의 개수를 돌려주고, 뷰를 만들 수 없을 때에는 null을 돌려줍니다',
        arithmetic: '버퍼나 뷰를 만들지 않고 계산합니다',
      },
      mistakes: {
        rounded: {
          why: '마지막 온전한 요소 뒤에 바이트가 남습니다. 생성자는 내림하지 않고 오류를 던집니다.',
          next: '나누기 전에 나머지가 있는지 알아보세요.',
        },
        fraction: {
          why: '요소의 일부라는 것은 없습니다. 바이트 수가 나누어떨어지지 않으면 생성자는 오류를 던집니다.',
          next: '나누어떨어지지 않을 때에는 `null`을 돌려주세요.',
        },
        alignment: {
          why: '남은 바이트 수는 나누어떨어지지만 시작이 그렇지 않습니다. 뷰는 요소 크기의 배수에서만 시작할 수 있습니다.',
          next: '`byteOffset`도 길이와 같은 규칙으로 검사하세요.',
        },
        'no-offset': {
          why: '버퍼 전체를 덮는 뷰의 요소 개수입니다. `byteOffset` 앞의 바이트는 거기에 들지 않습니다.',
          next: '먼저 `byteOffset`을 빼고, 뷰가 어디서 시작할 수 있는지 생각해 보세요.',
        },
        beyond: {
          why: '뷰가 버퍼의 끝을 넘어 시작하게 되고, 그때 생성자는 오류를 던집니다.',
          next: '`byteOffset`이 `byteLength`보다 크면 `null`을 돌려주세요.',
        },
        'at-the-end': {
          why: '이 뷰는 버퍼가 끝나는 바로 그 자리에서 시작합니다. 요소는 없지만 허용됩니다.',
          next: '여기서는 0을 돌려주고, 시작이 끝을 넘을 때에만 `null`을 돌려주세요.',
        },
        tried: {
          why: '답은 맞지만 생성자에게 답을 찾게 했습니다. 물을 때마다 버퍼가 하나씩 만들어졌습니다.',
          next: '생성자가 언제 오류를 던지는지 조건 두 가지로 말하고, 그것을 검사하세요.',
        },
      },
    },
  },
});
