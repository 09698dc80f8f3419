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
    ko: {
      checks: {
        sum: '합의 아래쪽 여덟 비트를 돌려줍니다',
        untouched: '메시지를 그대로 둡니다',
      },
      mistakes: {
        unwrapped: {
          why: '합 전체입니다. 341에는 아홉 비트가 필요하므로 바이트에 들어가지 않습니다.',
          next: '아래쪽 여덟 비트만 남기세요.',
        },
        once: {
          why: '한 바퀴, 곧 256만 뺐습니다. 더 긴 메시지는 여러 바퀴를 돕니다.',
          next: '바이트를 더할 때마다 랩어라운드하거나, 마지막에 아래쪽 여덟 비트를 남기세요.',
        },
        array: {
          why: '형식화 배열을 돌려주었습니다. 체크섬은 그 안에 든 수입니다.',
          next: '하나뿐인 요소를 돌려주세요.',
        },
        clamped: {
          why: '합이 255에서 멈췄습니다. 그러면 대부분의 메시지가 같은 체크섬을 얻습니다. 랩어라운드해야 합니다.',
          next: '한 바퀴 돌게 하세요. 255 + 1은 다시 0입니다.',
        },
        signed: {
          why: '여덟 비트는 맞지만 부호 있게 읽었습니다. 128부터는 음수가 나왔습니다.',
          next: '부호 없이 읽으세요.',
        },
        'modulo-255': {
          why: '0도 바이트의 값이므로 한 바퀴는 256칸입니다. 255로는 합이 한 칸 일찍 돌아갑니다.',
          next: '256으로 나눈 나머지를 쓰거나, `& 255`로 여덟 비트를 남기세요.',
        },
        assigned: {
          why: '저장된 것은 랩어라운드했습니다. 하지만 대입식의 값을 돌려주었고, 그것은 저장하기 전의 수입니다.',
          next: '요소를 다시 읽어서 그것을 돌려주세요.',
        },
        xor: {
          why: '`^`는 비트를 비교할 뿐 더하지 않습니다. `1 ^ 1`은 2가 아니라 0입니다.',
          next: '바이트를 더하고, 비트 연산자는 여덟 비트를 남길 때만 쓰세요.',
        },
        'last-byte': {
          why: '마지막 바이트가 합에서 빠졌습니다.',
          next: '반복이 어디서 끝나는지 보세요.',
        },
        'whole-buffer': {
          why: '버퍼 전체를 더했습니다. `bytes`는 창이고, 메시지는 그 안에 있는 것입니다.',
          next: '`bytes` 자체를 훑으세요.',
        },
        'no-start': {
          why: '바이트가 하나도 없는 메시지만 빼고 모두 맞습니다. 그 합은 0입니다.',
          next: '0에서 시작해서 바이트를 모두 더하세요.',
        },
        spoiled: {
          why: '답은 맞지만 메시지 안에서 더했습니다. 메시지의 바이트가 바뀌어서, 받는 쪽은 다른 것을 읽게 됩니다.',
          next: '합을 둘 자리를 따로 마련하세요.',
        },
      },
    },
  },
});
