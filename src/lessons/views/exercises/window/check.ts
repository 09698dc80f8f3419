import {
  allocations,
  buffer,
  call,
  copies,
  defineExercise,
  everyCall,
  failsWith,
  none,
  returnsView,
  Seeded,
  type Finding,
} from '../../../../core/exercise';

const random = new Seeded(0xa2);

/** The first view had this many elements: more than two, since its buffer is long. */
const hasLength =
  (length: number) =>
  ({ problem }: Finding): boolean =>
    problem.kind === 'view' && problem.property === 'length' && problem.found === length;

const isWindow = returnsView({ kind: 'Uint32Array', over: { input: 0 }, byteOffset: 4, length: 2 });

export const exercise = defineExercise({
  probes: [
    call('middle', buffer('buffer', 64)),
    call('middle', buffer('buffer', 12)),
    // An odd length: a view over all of it cannot be made.
    call('middle', buffer('buffer', random.bytes(13))),
    call('middle', buffer('buffer', random.bytes(100))),
  ],

  checks: {
    window: {
      judge: everyCall(isWindow),
      mistakes: {
        elements: hasLength(8),
        'to-the-end': hasLength(15),
        alignment: failsWith('offset-not-multiple'),
        'whole-first': failsWith('length-not-multiple'),
        copy: ({ problem }) => problem.kind === 'view' && problem.property === 'buffer',
      },
    },
    'no-memory': {
      judge: everyCall(none(allocations(), copies())),
      mistakes: { 'spare-copy': (_finding, { calls }) => calls.every((made) => !isWindow(made)) },
    },
  },

  words: {
    en: {
      checks: {
        window: 'Returns a Uint32Array over bytes 4 to 11 of buffer',
        'no-memory': 'Makes no new memory and copies nothing',
      },
      mistakes: {
        elements: {
          why: 'The third argument of a typed array counts elements, not bytes. 8 elements of a `Uint32Array` are 32 bytes.',
          next: 'Work out how many 4-byte elements lie in bytes 4 to 11.',
        },
        'to-the-end': {
          why: 'Without a third argument the view goes on to the end of the buffer. It starts where it should.',
          next: 'Tell the constructor where to stop, counted in elements.',
        },
        alignment: {
          why: 'The offset must be a multiple of 4: a `Uint32Array` can only start where whole elements of 4 bytes start.',
          next: 'Look again at which byte the first element starts.',
        },
        'whole-first': {
          why: 'A `Uint32Array` over a whole buffer needs a length that 4 divides, and this buffer has 13 bytes. Your window would fit.',
          next: 'Give the constructor a start and a length, so that it takes no more than it needs.',
        },
        copy: {
          why: 'This is a copy: its bytes lie in another buffer, and writes to it no longer reach `buffer`.',
          next: 'Give `buffer` itself to the constructor, and say there which part you mean.',
        },
        'spare-copy': {
          why: 'The view is right, but on the way to it your function made new memory that it does not need.',
          next: 'Remove what makes another buffer. A view needs only the buffer that is there.',
        },
      },
    },
    ko: {
      checks: {
        window: 'buffer의 4–11번 바이트를 덮는 Uint32Array를 돌려줍니다',
        'no-memory': '새 메모리를 만들지 않고 아무것도 복사하지 않습니다',
      },
      mistakes: {
        elements: {
          why: '형식화 배열의 세 번째 인수는 바이트가 아니라 요소를 셉니다. `Uint32Array`의 요소 8개는 32바이트입니다.',
          next: '4번부터 11번까지의 바이트에 4바이트짜리 요소가 몇 개 있는지 계산하세요.',
        },
        'to-the-end': {
          why: '세 번째 인수가 없으면 뷰는 버퍼의 끝까지 이어집니다. 시작하는 자리는 맞습니다.',
          next: '어디서 멈출지를 요소로 세어 생성자에게 알려 주세요.',
        },
        alignment: {
          why: '오프셋은 4의 배수여야 합니다. `Uint32Array`는 4바이트짜리 온전한 요소가 시작하는 자리에서만 시작할 수 있습니다.',
          next: '첫 요소가 몇 번 바이트에서 시작하는지 다시 보세요.',
        },
        'whole-first': {
          why: '버퍼 전체를 덮는 `Uint32Array`에는 4로 나누어떨어지는 길이가 필요한데, 이 버퍼는 13바이트입니다. 여러분의 창은 들어갑니다.',
          next: '필요한 만큼만 덮도록 시작과 길이를 생성자에게 주세요.',
        },
        copy: {
          why: '이것은 사본입니다. 바이트가 다른 버퍼에 있어서, 거기에 쓴 것은 더는 `buffer`에 닿지 않습니다.',
          next: '`buffer` 자체를 생성자에게 주고, 어느 부분인지 거기서 말하세요.',
        },
        'spare-copy': {
          why: '뷰는 맞지만, 거기까지 가는 동안 필요 없는 새 메모리를 만들었습니다.',
          next: '다른 버퍼를 만드는 것을 없애세요. 뷰에는 이미 있는 버퍼만 있으면 됩니다.',
        },
      },
    },
  },
});
