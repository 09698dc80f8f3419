import {
  answersLike,
  answersOfWholeBuffers,
  call,
  changes,
  defineExercise,
  everyCall,
  inCall,
  none,
  returns,
  Seeded,
  view,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(0x55);

/** What becomes of the sum as each byte is added, as a reference. */
const adding =
  (add: (sum: number, byte: number) => number) =>
  (bytes: InputValue): number =>
    (bytes as Uint8Array).reduce(add, 0);

const checksum8 = adding((sum, byte) => (sum + byte) & 255);
const isEmpty = inCall(({ args: [bytes] }) => (bytes as Uint8Array).length === 0);

export const exercise = defineExercise({
  probes: [
    call('checksum8', view('bytes', 'Uint8Array', [0x10, 0xf0, 0x55])),
    call('checksum8', view('bytes', 'Uint8Array', [200, 100])),
    call('checksum8', view('bytes', 'Uint8Array', [255, 1, 1, 1, 255])),
    call('checksum8', view('bytes', 'Uint8Array', random.bytes(7), { before: 5, after: 3 })),
    call('checksum8', view('bytes', 'Uint8Array', new Uint8Array(300).fill(255))),
    call('checksum8', view('bytes', 'Uint8Array', random.bytes(41), { before: 1 })),
    call('checksum8', view('bytes', 'Uint8Array', [])),
  ],

  checks: {
    sum: {
      judge: everyCall(returns(checksum8)),
      mistakes: {
        unwrapped: answersLike(adding((sum, byte) => sum + byte)),
        once: answersLike((bytes) => {
          const sum = adding((a, b) => a + b)(bytes);
          return sum > 255 ? sum - 256 : sum;
        }),
        array: ({ problem }) =>
          problem.kind === 'value' && problem.found.startsWith('Uint8Array(1) ['),
        clamped: answersLike(adding((sum, byte) => Math.min(255, sum + byte))),
        signed: answersLike(adding((sum, byte) => ((sum + byte) << 24) >> 24)),
        'modulo-255': answersLike(adding((sum, byte) => (sum + byte) % 255)),
        assigned: answersLike(adding((sum, byte) => (sum & 255) + byte)),
        xor: answersLike(adding((sum, byte) => sum ^ byte)),
        'last-byte': answersLike((bytes) => checksum8((bytes as Uint8Array).subarray(0, -1))),
        'whole-buffer': answersOfWholeBuffers(checksum8),
        // The empty message is the last one: all others were right.
        'no-start': isEmpty,
      },
    },
    untouched: {
      judge: everyCall(none(changes({ in: { input: 0 } }))),
      mistakes: { spoiled: answersLike(checksum8) },
    },
  },

  words: {
    en: {
      checks: {
        sum: 'Returns the low eight bits of the sum',
        untouched: 'Leaves the message as it is',
      },
      mistakes: {
        unwrapped: {
          why: 'This is the whole sum, and it does not fit in a byte: 341 needs nine bits.',
          next: 'Keep the low eight bits of it.',
        },
        once: {
          why: 'You took one round off, 256. A longer message goes round several times.',
          next: 'Wrap the sum after each byte, or keep its low eight bits in the end.',
        },
        array: {
          why: 'You returned the typed array. The checksum is the number in it.',
          next: 'Return its only element.',
        },
        clamped: {
          why: 'The sum stopped at 255, so most messages would get the same checksum. It is to wrap.',
          next: 'Let it go round: 255 + 1 is 0 again.',
        },
        signed: {
          why: 'The right eight bits, read signed: from 128 on they came out negative.',
          next: 'Read them unsigned.',
        },
        'modulo-255': {
          why: 'Once round is 256 steps, since 0 is one of the values of a byte. With 255 the sum wraps one step too early.',
          next: 'Take the remainder by 256, or keep eight bits with `& 255`.',
        },
        assigned: {
          why: 'What you stored did wrap. But you returned the value of the assignment, and that is the number before it was stored.',
          next: 'Read the element back, and return that.',
        },
        xor: {
          why: '`^` compares bits, it does not add: `1 ^ 1` is 0, not 2.',
          next: 'Add the bytes, and use an operator on bits only to keep eight of them.',
        },
        'last-byte': {
          why: 'The last byte is missing from the sum.',
          next: 'Look at where your loop ends.',
        },
        'whole-buffer': {
          why: 'You added up all of the buffer. `bytes` is a window, and the message is what lies in it.',
          next: 'Go through `bytes` itself.',
        },
        'no-start': {
          why: 'All is well, except for a message without a single byte. Its sum is 0.',
          next: 'Begin with 0, and add every byte to that.',
        },
        spoiled: {
          why: 'The answer is right, but you added up inside the message: its bytes have changed, and the receiver would read others.',
          next: 'Give the sum a place of its own.',
        },
      },
    },
  },
});
