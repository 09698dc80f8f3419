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
  },
});
