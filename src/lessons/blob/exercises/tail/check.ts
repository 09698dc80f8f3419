import {
  all,
  blobBytesAtMost,
  blobReadsOf,
  call,
  defineExercise,
  everyCall,
  file,
  inCall,
  returnsBytes,
  type Call,
  type InputValue,
} from '../../../../core/exercise';

const lastFour = (...[bytes]: readonly InputValue[]) => (bytes as Uint8Array).slice(-4);

/** What a call gave; null where it gave no bytes. */
const bytesOf = ({ result: { outcome } }: Call): Uint8Array | null =>
  outcome.kind === 'returned' ? outcome.bytes : null;
const gave = (wrong: (bytes: Uint8Array) => Uint8Array) =>
  inCall((made) => String(bytesOf(made)) === String(wrong(made.args[0] as Uint8Array)));

/** The file was read, so there was something to give. */
const readsSomething = (made: Call) => blobReadsOf(made).some(({ start, end }) => end > start);

export const exercise = defineExercise({
  probes: [
    call('tail', file('file', { byteLength: 11, seed: 7 })),
    call('tail', file('file', { byteLength: 3, seed: 8 })),
    call('tail', file('file', { byteLength: 0, seed: 9 })),
    call('tail', file('file', { byteLength: 1_000_000, seed: 10 })),
  ],

  checks: {
    little: {
      judge: everyCall(blobBytesAtMost(4)),
      mistakes: { whole: ({ problem }) => problem.kind === 'blob-bytes' },
    },
    bytes: {
      judge: everyCall(returnsBytes(lastFour, { type: 'Uint8Array' })),
      mistakes: {
        'not-awaited': all(
          gave(() => new Uint8Array(0)),
          inCall(readsSomething),
        ),
        'to-zero': gave(() => new Uint8Array(0)),
        'one-short': gave((bytes) => bytes.slice(-4, -1)),
        first: gave((bytes) => bytes.slice(0, 4)),
      },
    },
  },

  words: {
    en: {
      checks: {
        little: 'Reads no more than four bytes of the file',
        bytes: 'Gives the last four bytes, or all where there are fewer',
      },
      mistakes: {
        'not-awaited': {
          why: 'The array is empty, though the bytes were read. `arrayBuffer()` gives a promise, and a typed array made of a promise has no elements.',
          next: 'Write `await` before the call that reads.',
        },
        'to-zero': {
          why: 'The end is before the start. A second argument of 0 is the beginning of the file, so this slice has no bytes.',
          next: 'Leave the second argument away: then a slice goes to the end.',
        },
        'one-short': {
          why: 'The end is where a slice stops, and that byte is not in it. `-1` leaves out the last one.',
          next: 'Leave the second argument away: then a slice goes to the end.',
        },
        first: {
          why: 'These are the first four bytes.',
          next: 'Give `slice` a start that counts from the end.',
        },
        whole: {
          why: 'The bytes are right, but the whole file travelled into memory first. With a film of 4 GB your page would be gone.',
          next: 'Cut the last four bytes out of the file, and read only those.',
        },
      },
    },
    ko: {
      checks: {
        little: '파일을 네 바이트까지만 읽습니다',
        bytes: '마지막 네 바이트를, 그보다 짧으면 전부를 돌려줍니다',
      },
      mistakes: {
        'not-awaited': {
          why: '바이트는 읽었지만 배열이 비어 있습니다. `arrayBuffer()`는 프로미스를 돌려주고, 프로미스로 만든 형식화 배열에는 요소가 없습니다.',
          next: '읽는 호출 앞에 `await`를 쓰세요.',
        },
        'to-zero': {
          why: '끝이 시작보다 앞에 있습니다. 두 번째 인수 0은 파일의 처음이므로, 이 조각에는 바이트가 없습니다.',
          next: '두 번째 인수를 빼세요. 그러면 조각이 끝까지 갑니다.',
        },
        'one-short': {
          why: '끝은 조각이 멈추는 자리이고 그 바이트는 들어가지 않습니다. `-1`은 마지막 바이트를 빼놓습니다.',
          next: '두 번째 인수를 빼세요. 그러면 조각이 끝까지 갑니다.',
        },
        first: {
          why: '이것은 처음 네 바이트입니다.',
          next: '`slice`에 끝에서부터 세는 시작을 주세요.',
        },
        whole: {
          why: '바이트는 맞지만, 먼저 파일 전체가 메모리로 왔습니다. 4 GB짜리 영화였다면 페이지가 견디지 못했을 것입니다.',
          next: '마지막 네 바이트를 파일에서 잘라내고, 그것만 읽으세요.',
        },
      },
    },
  },
});
