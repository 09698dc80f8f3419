import {
  all,
  allocations,
  atMost,
  blobs,
  call,
  copies,
  defineExercise,
  everyCall,
  inCall,
  none,
  returnsBlob,
  Seeded,
  view,
  type Call,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(0xa1);

const composed = (...[payload]: readonly InputValue[]) =>
  Uint8Array.of(0x42, 0x4d, ...(payload as Uint8Array));

/** The size of the Blob that a call gave; −1 where it gave none. */
const sizeOf = ({ result: { outcome } }: Call): number =>
  outcome.kind === 'returned' && outcome.value.kind === 'blob' ? outcome.value.size : -1;

const payloadOf = ({ args }: Call) => args[0] as Uint8Array;
const bufferSize = ({ probe: { inputs } }: Call): number =>
  inputs[0]?.kind === 'bytes' ? inputs[0].bytes.length : 0;
/** Each byte as the digits of its number. */
const digits = (call: Call): number => 2 + Array.from(payloadOf(call)).join('').length;
/** Bytes from 128 on take two each once they are characters. */
const asText = (call: Call): number =>
  composed(payloadOf(call)).length + payloadOf(call).filter((byte) => byte > 127).length;

export const exercise = defineExercise({
  probes: [
    call('compose', view('payload', 'Uint8Array', [1, 2, 3, 4, 5, 6], { before: 3, after: 2 })),
    call('compose', view('payload', 'Uint8Array', [10, 20, 200, 255], { before: 1 })),
    call('compose', view('payload', 'Uint8Array', [])),
    call('compose', view('payload', 'Uint8Array', random.bytes(13), { before: 5, after: 1 })),
  ],

  checks: {
    bytes: {
      judge: everyCall(returnsBlob(composed)),
      mistakes: {
        'whole-buffer': inCall((made) => sizeOf(made) === 2 + bufferSize(made)),
        decoded: all(
          (_finding, { calls }) => calls.every((made) => sizeOf(made) === asText(made)),
          inCall((made) => payloadOf(made).some((byte) => byte > 127)),
        ),
        'no-brackets': (_finding, { calls }) =>
          calls.every((made) => sizeOf(made) === digits(made)),
      },
    },
    type: {
      judge: everyCall(returnsBlob(composed, { type: 'image/bmp' })),
      mistakes: { 'no-label': ({ problem }) => problem.kind === 'blob-type' },
    },
    'no-memory': {
      judge: everyCall(none(allocations(), copies())),
      mistakes: { copied: ({ problem }) => problem.kind === 'access' },
    },
    'one-blob': {
      judge: everyCall(atMost(1, blobs())),
      mistakes: { 'two-blobs': ({ problem }) => problem.kind === 'access' },
    },
  },

  words: {
    en: {
      checks: {
        bytes: 'Returns a Blob of “BM” and the bytes of payload',
        type: 'Labels it image/bmp',
        'no-memory': 'Makes no new buffer and copies nothing by hand',
        'one-blob': 'Makes one Blob',
      },
      mistakes: {
        'whole-buffer': {
          why: 'You sealed the whole buffer, not your window: `payload.buffer` is all that lies behind it.',
          next: 'Put the view itself into the list. It brings the bytes that it covers.',
        },
        decoded: {
          why: 'Bytes from 128 on take two bytes each once they have become characters, so this is right for small numbers only.',
          next: 'Leave the bytes as they are: a view may stand in the list beside text.',
        },
        'no-brackets': {
          why: 'Each number became text: 1 is now the digit 1, which is byte 49.',
          next: 'Look at the brackets. Where does `payload` stand as one part?',
        },
        'no-label': {
          why: 'The bytes are right. The Blob has no label.',
          next: 'Give the constructor a second argument, an object with a `type`.',
        },
        copied: {
          why: 'Bytes and label are right. On the way there you copied everything by hand into a buffer that nobody needs afterwards.',
          next: 'Let the constructor put the parts together: that is what the list is for.',
        },
        'two-blobs': {
          why: 'Bytes and label are right, but one of your parts is a Blob that you made for the purpose.',
          next: 'Text may stand in the list as it is.',
        },
      },
    },
    ko: {
      checks: {
        bytes: '“BM”과 payload의 바이트로 된 Blob을 돌려줍니다',
        type: '이름표가 image/bmp입니다',
        'no-memory': '새 버퍼를 만들지 않고 직접 복사하지 않습니다',
        'one-blob': 'Blob을 하나만 만듭니다',
      },
      mistakes: {
        'whole-buffer': {
          why: '뷰가 보는 부분이 아니라 버퍼 전체를 담았습니다. `payload.buffer`는 뷰 뒤에 있는 버퍼 전체입니다.',
          next: '뷰 자체를 목록에 넣으세요. 뷰를 넣으면 그 뷰가 보는 바이트가 들어갑니다.',
        },
        decoded: {
          why: '128 이상의 바이트는 글자가 되고 나면 두 바이트씩 차지하므로, 작은 수에서만 맞습니다.',
          next: '바이트를 그대로 두세요. 목록에는 텍스트 옆에 뷰가 있어도 됩니다.',
        },
        'no-brackets': {
          why: '수가 저마다 텍스트가 되었습니다. 1은 이제 숫자 1, 곧 바이트 49입니다.',
          next: '대괄호를 보세요. `payload`가 조각 하나로 있는 곳은 어디인가요?',
        },
        'no-label': {
          why: '바이트는 맞습니다. Blob에 이름표가 없습니다.',
          next: '생성자의 두 번째 인수로 `type`이 든 객체를 주세요.',
        },
        copied: {
          why: '바이트와 이름표는 맞습니다. 하지만 그러려고 전부를 직접 복사해서, 나중에 아무도 쓰지 않을 버퍼에 넣었습니다.',
          next: '조각을 잇는 일은 생성자에게 맡기세요. 그러라고 목록이 있습니다.',
        },
        'two-blobs': {
          why: '바이트와 이름표는 맞지만, 조각 하나가 일부러 만든 Blob입니다.',
          next: '텍스트는 그대로 목록에 있어도 됩니다.',
        },
      },
    },
  },
});
