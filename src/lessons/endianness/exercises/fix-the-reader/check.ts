import {
  all,
  any,
  answersLike,
  answersOfWholeBuffers,
  call,
  dataView,
  defineExercise,
  everyCall,
  failsWith,
  inCall,
  inOrder,
  none,
  reads,
  returns,
  Seeded,
  view,
  type Call,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(0x57);

/** Where each field lies in the file. */
const FIELDS = {
  channels: { start: 22, end: 24 },
  rate: { start: 24, end: 28 },
  bits: { start: 34, end: 36 },
} as const;
type Field = keyof typeof FIELDS;
type Format = Readonly<Record<Field, number>>;

/** A WAV file of this format, so many bytes long. */
function wav({ channels, rate, bits }: Format, byteLength = 44): Uint8Array {
  const bytes = random.bytes(byteLength);
  bytes.set(new TextEncoder().encode('RIFF'), 0);
  bytes.set(new TextEncoder().encode('WAVEfmt '), 8);
  const header = new DataView(bytes.buffer);
  header.setUint16(22, channels, true);
  header.setUint32(24, rate, true);
  header.setUint16(34, bits, true);
  return bytes;
}

/** The three fields, those named here from the wrong end. */
const reading =
  (...reversed: readonly Field[]) =>
  (bytes: InputValue): Format => {
    const { buffer } = bytes as Uint8Array;
    const header = new DataView(buffer);
    const little = (field: Field) => !reversed.includes(field);
    return {
      channels: header.getUint16(22, little('channels')),
      rate: header.getUint32(24, little('rate')),
      bits: header.getUint16(34, little('bits')),
    };
  };

const someReversed = (
  [
    ['channels'],
    ['rate'],
    ['bits'],
    ['channels', 'rate'],
    ['channels', 'bits'],
    ['rate', 'bits'],
  ] as const
).map((fields) => answersLike(reading(...fields)));

/** Numbers of so many bits at most, where a field was read with fewer bytes than it has. */
const someCutShort = [8, 16].flatMap((channels) =>
  [8, 16, 32].flatMap((rate) =>
    [8, 16].map((bits) =>
      answersLike((file) => {
        const whole = reading()(file);
        return {
          channels: whole.channels % 2 ** channels,
          rate: whole.rate % 2 ** rate,
          bits: whole.bits % 2 ** bits,
        };
      }),
    ),
  ),
);

/** A field's read, little-endian, where it lies in the buffer. */
const readOf =
  (field: Field) =>
  ({ probe: { inputs } }: Call) => {
    const [file] = inputs;
    const from = file?.kind === 'bytes' ? (file.view?.byteOffset ?? 0) : 0;
    const { start, end } = FIELDS[field];
    return [dataView('get', { start: from + start, end: from + end }, { littleEndian: true })];
  };

const readsTypedArrays = inCall(
  (made) =>
    none(
      reads({ via: 'index', type: 'Uint16Array' }),
      reads({ via: 'index', type: 'Uint32Array' }),
    )(made) !== null,
);

export const exercise = defineExercise({
  probes: [
    call('readFormat', view('view', 'DataView', wav({ channels: 1, rate: 44_100, bits: 16 }))),
    call('readFormat', view('view', 'DataView', wav({ channels: 2, rate: 96_000, bits: 24 }))),
    // An odd length, at an odd place in a larger buffer: nothing is aligned.
    call(
      'readFormat',
      view('view', 'DataView', wav({ channels: 6, rate: 48_000, bits: 8 }, 47), {
        before: 3,
        after: 2,
      }),
    ),
    call(
      'readFormat',
      view(
        'view',
        'DataView',
        wav({
          channels: random.integer(0x8000, 0xffff),
          rate: random.integer(0x80000000, 0xffffffff),
          bits: random.integer(0x8000, 0xffff),
        }),
        { before: 8 },
      ),
    ),
  ],

  checks: {
    format: {
      judge: everyCall(returns(reading())),
      mistakes: {
        'big-endian': answersLike(reading('channels', 'rate', 'bits')),
        'one-left': any(...someReversed),
        luck: any(readsTypedArrays, failsWith('offset-not-multiple')),
        'whole-buffer': answersOfWholeBuffers(reading()),
        'wrong-size': any(...someCutShort),
        signed: ({ problem }) => problem.kind === 'value' && problem.found.includes(': -'),
        constants: all(
          ({ problem }) => problem.kind === 'value',
          inCall((made) => none(reads())(made) === null),
        ),
      },
    },
    calls: {
      judge: everyCall(
        inOrder(readOf('channels')),
        inOrder(readOf('rate')),
        inOrder(readOf('bits')),
      ),
      mistakes: {
        luck: readsTypedArrays,
        'by-hand': inCall((made) => none(reads({ in: { input: 0 } }))(made) !== null),
      },
    },
  },

  words: {
    en: {
      checks: {
        format: 'Returns the channels, the rate and the bits of the file',
        calls: 'Reads each field with one call of a DataView that asks for little-endian',
      },
      mistakes: {
        'big-endian': {
          why: 'All three were read with the big end first. That is what a `DataView` does where the last argument is `false` or missing.',
          next: 'Ask for the other order in every call.',
        },
        'one-left': {
          why: 'Not every field is read from its little end. Each call decides for itself, and one that forgets spoils one field.',
          next: 'Look at the last argument of each call.',
        },
        luck: {
          why: 'A typed array uses the order of the machine: here it agrees with the file by luck. And where the file does not begin at a multiple of 2 or 4, the constructor throws.',
          next: 'Read through a `DataView`, which takes any place and is told the order.',
        },
        'whole-buffer': {
          why: 'The order is right. But you counted from the start of the buffer, and the file begins where `view` does.',
          next: 'Call `getUint16` and `getUint32` on `view` itself.',
        },
        'wrong-size': {
          why: 'A field was read with fewer bytes than it has. Small numbers fit in fewer, and here is one that does not.',
          next: 'Look at the type of each field in the table.',
        },
        signed: {
          why: 'The right bytes in the right order, read signed: a large number came out negative.',
          next: 'Look at the type of each field in the table.',
        },
        constants: {
          why: 'These numbers were not read from the file. Another file has others.',
          next: 'Get each number from `view`.',
        },
        'by-hand': {
          why: 'Right on every machine, and you put the numbers together yourself. A `DataView` does that in one call for each field.',
          next: 'Use the method for the size of the field, and tell it the order.',
        },
      },
    },
    ko: {
      checks: {
        format: '파일의 채널 수, 샘플 레이트, 비트 수를 돌려줍니다',
        calls: '필드마다 리틀 엔디언을 지정한 DataView 호출 한 번으로 읽습니다',
      },
      mistakes: {
        'big-endian': {
          why: '셋 모두 큰 쪽 끝부터 읽었습니다. `DataView`는 마지막 인수가 `false`이거나 없으면 그렇게 합니다.',
          next: '호출할 때마다 다른 순서를 지정하세요.',
        },
        'one-left': {
          why: '작은 쪽 끝부터 읽지 않은 필드가 있습니다. 순서는 호출할 때마다 따로 정하므로, 한 번 빠뜨리면 필드 하나가 틀립니다.',
          next: '호출마다 마지막 인수를 보세요.',
        },
        luck: {
          why: '형식화 배열은 기기의 순서를 씁니다. 여기서는 운 좋게 파일과 같습니다. 파일이 2나 4의 배수에서 시작하지 않으면 생성자가 오류를 던집니다.',
          next: '어느 자리든 읽을 수 있고 순서를 지정할 수 있는 `DataView`로 읽으세요.',
        },
        'whole-buffer': {
          why: '순서는 맞습니다. 하지만 버퍼의 처음부터 세었고, 파일은 `view`가 시작하는 곳에서 시작합니다.',
          next: '`view` 자체의 `getUint16`과 `getUint32`를 호출하세요.',
        },
        'wrong-size': {
          why: '필드를 그 크기보다 적은 바이트로 읽었습니다. 작은 수는 그래도 들어가지만 여기에는 들어가지 않는 수가 있습니다.',
          next: '표에서 필드마다 타입을 보세요.',
        },
        signed: {
          why: '바이트와 순서는 맞지만 부호를 붙여 읽었습니다. 큰 수가 음수로 나왔습니다.',
          next: '표에서 필드마다 타입을 보세요.',
        },
        constants: {
          why: '이 수는 파일에서 읽은 것이 아닙니다. 다른 파일에는 다른 수가 있습니다.',
          next: '수를 모두 `view`에서 얻으세요.',
        },
        'by-hand': {
          why: '어느 기기에서나 맞지만 수를 직접 합쳤습니다. `DataView`는 필드마다 호출 한 번으로 그 일을 합니다.',
          next: '필드의 크기에 맞는 메서드를 쓰고 순서를 지정하세요.',
        },
      },
    },
  },
});
