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
  },
});
