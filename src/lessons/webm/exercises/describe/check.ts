import {
  call,
  defineExercise,
  everyCallThat,
  failsWith,
  inCall,
  returns,
  view,
  type Call,
  type Expected,
  type InputValue,
} from '../../../../core/exercise';
import { bytesOf, CLIP_HEAD, element, join, RECORDED_HEAD, sizeOf } from '../../clip';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function float(value: number, length: 4 | 8): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  if (length === 4) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  return bytes;
}

const EBML = element(0x1a45dfa3, element(0x4282, ascii('webm')));
const CRC = element(0xbf, [0x44, 0x89, 0x84, 0x45]);
const VOID = element(0xec, new Uint8Array(3));

const video = (codec: string, width: number, height: number, widthBytes = 2) =>
  element(
    0xae,
    join(
      element(0x83, [1]),
      element(
        0xe0,
        join(element(0xba, bytesOf(height, 2)), element(0xb0, bytesOf(width, widthBytes))),
      ),
      element(0x86, ascii(codec)),
    ),
  );
const sound = element(
  0xae,
  join(element(0xd7, [2]), element(0x86, ascii('A_OPUS')), element(0x83, [2])),
);

/** Tracks before Info, the scale behind the duration, and other elements around them. */
const shuffled = join(
  EBML,
  element(
    0x18538067,
    join(
      VOID,
      element(0x1654ae6b, join(CRC, sound, video('V_VP9', 1920, 1080), sound)),
      element(
        0x1549a966,
        join(
          CRC,
          element(0x7ba9, ascii('A film')),
          element(0x4489, float(25_000, 4)),
          element(0x2ad7b1, bytesOf(500_000, 3), sizeOf(3, 8)),
          VOID,
        ),
      ),
    ),
  ),
);

/** No scale, a width of four bytes, a Segment of unknown size. */
const bare = join(
  EBML,
  element(
    0x18538067,
    join(
      element(0x1549a966, element(0x4489, float(12_003, 8))),
      element(0x1654ae6b, video('V_AV1', 7680, 4320, 4)),
    ),
    [0xff],
  ),
);

interface Film {
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly seconds: number | null;
}

interface Told extends Film {
  readonly ticks: number;
  readonly scale: number;
}

/** Films by their bytes: what is asked for was put into them above, or stands in the clips. */
const FILMS: readonly (readonly [Uint8Array, Told])[] = [
  [CLIP_HEAD, film('V_VP8', 320, 180, 4000, 1e6)],
  [shuffled, film('V_VP9', 1920, 1080, 25_000, 500_000)],
  [RECORDED_HEAD, film('V_VP8', 320, 180, null, 1e6)],
  [bare, film('V_AV1', 7680, 4320, 12_003, 1e6)],
];

function film(
  codec: string,
  width: number,
  height: number,
  ticks: number | null,
  scale: number,
): Told {
  const seconds = ticks === null ? null : (ticks * scale) / 1e9;
  return { codec, width, height, seconds, ticks: ticks ?? NaN, scale };
}

const isFilm =
  (bytes: Uint8Array) =>
  ({ args: [given] }: Call): boolean =>
    (given as Uint8Array).length === bytes.length;

function toldOf(bytes: InputValue | undefined): Told | undefined {
  return FILMS.find(([known]) => known.length === (bytes as Uint8Array).length)?.[1];
}

function answer(bytes: InputValue): Expected {
  const { codec = '', width = 0, height = 0, seconds = null } = toldOf(bytes) ?? {};
  return { codec, width, height, seconds };
}

/** A field of what a call gave, as text. */
function given({ result: { outcome } }: Call, key: keyof Film): string | null {
  if (outcome.kind !== 'returned' || outcome.value.kind !== 'object') return null;
  const found = outcome.value.entries.find((entry) => entry.key === key)?.value;
  return found !== undefined && 'text' in found ? found.text : null;
}

const of = (bytes: Uint8Array, is: (made: Call) => boolean) =>
  inCall((made) => isFilm(bytes)(made) && is(made));

const saysSeconds = (wrong: (told: Told) => number) =>
  inCall((made) => {
    const told = toldOf(made.args[0]);
    return told !== undefined && given(made, 'seconds') === String(wrong(told));
  });

/** The clip’s duration, its eight bytes read as something else. */
const misread = (read: (bytes: DataView) => number) =>
  saysSeconds(({ ticks, scale }) => (read(new DataView(float(ticks, 8).buffer)) * scale) / 1e9);

export const exercise = defineExercise({
  probes: FILMS.map(([bytes]) =>
    call('describe', view('bytes', 'Uint8Array', bytes, { before: bytes === shuffled ? 3 : 0 })),
  ),

  checks: {
    clip: {
      judge: everyCallThat(isFilm(CLIP_HEAD), returns(answer)),
      mistakes: {
        nanoseconds: saysSeconds(({ ticks, scale }) => ticks * scale),
        ticks: saysSeconds(({ ticks }) => ticks),
        'four-bytes': misread((bytes) => bytes.getFloat32(0)),
        integer: misread((bytes) => Number(bytes.getBigUint64(0))),
        'little-endian': misread((bytes) => bytes.getFloat64(0, true)),
        'one-byte': inCall((made) => given(made, 'width') === '1'),
      },
    },
    others: {
      judge: everyCallThat((made) => !isFilm(CLIP_HEAD)(made), returns(answer)),
      mistakes: {
        'fixed-places': failsWith('access-out-of-bounds'),
        'any-track': of(shuffled, (made) => given(made, 'codec') === 'A_OPUS'),
        scale: of(shuffled, (made) => given(made, 'seconds') === '25'),
        'eight-bytes': of(shuffled, (made) => Number(given(made, 'seconds')) > 1e20),
        // The float, read where it would be if the window began with the buffer.
        'byte-offset': of(shuffled, (made) => {
          const view = new DataView(
            Uint8Array.of(0x44, 0x89, 0x84, float(25_000, 4)[0] ?? 0).buffer,
          );
          return given(made, 'seconds') === String((view.getFloat32(0) * 500_000) / 1e9);
        }),
        'not-null': of(RECORDED_HEAD, (made) =>
          ['0', 'NaN', 'undefined'].includes(given(made, 'seconds') ?? ''),
        ),
        'default-scale': of(bare, (made) => given(made, 'seconds') === 'NaN'),
        'two-bytes': of(bare, (made) => given(made, 'width') === '0'),
      },
    },
  },

  words: {
    en: {
      checks: {
        clip: 'Describes the clip',
        others: 'Describes other films, whatever the order of their elements',
      },
      mistakes: {
        ticks: {
          why: 'The duration counts ticks, and there are 4,000 of them here. How long a tick is, TimestampScale says, in nanoseconds.',
          next: 'Multiply by the scale, and make seconds of the nanoseconds.',
        },
        nanoseconds: {
          why: 'These are nanoseconds.',
          next: 'Divide by 10⁹ to get seconds.',
        },
        'four-bytes': {
          why: 'This Duration has eight bytes, and you read the first four as a float of their own.',
          next: 'Look at the size: `getFloat32` for four bytes, `getFloat64` for eight.',
        },
        'eight-bytes': {
          why: 'This Duration has four bytes. You read eight, and four of them belong to the next element.',
          next: 'Look at the size: `getFloat32` for four bytes, `getFloat64` for eight.',
        },
        integer: {
          why: 'Duration is not a whole number but a float: its first bits are a sign and an exponent.',
          next: 'Let a DataView read it, by `getFloat32` or `getFloat64`.',
        },
        'little-endian': {
          why: 'EBML writes the highest byte first, floats included. `true` asks for the other order.',
          next: 'Leave the last argument out.',
        },
        'one-byte': {
          why: '320 does not fit into one byte, and you read only the first.',
          next: 'Read all bytes from `data` to `end`: multiply by 256, add the next.',
        },
        'two-bytes': {
          why: 'Here PixelWidth has four bytes, and the first two are 0. A whole number may have any length from 0 to 8.',
          next: 'Loop over the bytes from `data` to `end`.',
        },
        'fixed-places': {
          why: 'The clip is right, and in another film you read beyond the end: those places are true of one file.',
          next: 'Find each element by its id, with `elements`.',
        },
        'any-track': {
          why: 'This film has three tracks, and you describe one with sound.',
          next: 'Look at the TrackType of an entry before you take its codec.',
        },
        scale: {
          why: 'A tick has 500,000 nanoseconds in this film, and you counted with another length. The scale may stand behind the Duration, too.',
          next: 'Read both, and multiply when Info is at its end.',
        },
        'byte-offset': {
          why: 'This array is a window, and your DataView begins with its buffer: three bytes too early.',
          next: 'Make it with `bytes.buffer`, `bytes.byteOffset` and `bytes.byteLength`.',
        },
        'not-null': {
          why: 'A recorded film does not say how long it is. That is another thing than a length of 0.',
          next: 'Begin with `null`, and return it where no Duration was found.',
        },
        'default-scale': {
          why: 'There is no TimestampScale in this film, so something that is not there was multiplied. Matroska says what then holds.',
          next: 'Begin with 1,000,000, and change it when the element comes.',
        },
      },
    },
    ko: {
      checks: {
        clip: '클립을 설명합니다',
        others: '요소의 순서가 어떻든 다른 영상도 설명합니다',
      },
      mistakes: {
        ticks: {
          why: '길이는 눈금을 세고, 여기서는 4,000개입니다. 눈금 하나가 얼마인지는 TimestampScale이 나노초로 말합니다.',
          next: 'TimestampScale을 곱하고, 나노초를 초로 바꾸세요.',
        },
        nanoseconds: {
          why: '이 값은 나노초입니다.',
          next: '초로 바꾸려면 10⁹으로 나누세요.',
        },
        'four-bytes': {
          why: '이 Duration은 8바이트인데 처음 네 바이트를 따로 부동 소수점 수로 읽었습니다.',
          next: '크기를 보세요. 4바이트면 `getFloat32`, 8바이트면 `getFloat64`입니다.',
        },
        'eight-bytes': {
          why: '이 Duration은 4바이트입니다. 8바이트를 읽었는데, 그중 네 바이트는 다음 요소의 것입니다.',
          next: '크기를 보세요. 4바이트면 `getFloat32`, 8바이트면 `getFloat64`입니다.',
        },
        integer: {
          why: 'Duration은 정수가 아니라 부동 소수점 수입니다. 첫 비트들은 부호와 지수부입니다.',
          next: 'DataView의 `getFloat32`나 `getFloat64`로 읽으세요.',
        },
        'little-endian': {
          why: 'EBML은 부동 소수점 수까지 가장 높은 바이트를 먼저 씁니다. `true`는 반대 순서로 읽어 달라는 뜻입니다.',
          next: '마지막 인수를 빼세요.',
        },
        'one-byte': {
          why: '320은 한 바이트에 들어가지 않는데 첫 바이트만 읽었습니다.',
          next: '`data`부터 `end`까지 바이트를 모두 읽으세요. 256을 곱하고 다음 바이트를 더하세요.',
        },
        'two-bytes': {
          why: '여기서 PixelWidth는 네 바이트이고 처음 둘은 0입니다. 정수는 0바이트부터 8바이트까지 어떤 길이든 될 수 있습니다.',
          next: '`data`부터 `end`까지 바이트마다 반복하세요.',
        },
        'fixed-places': {
          why: '클립은 맞지만 다른 영상에서는 끝을 넘어 읽습니다. 그 자리는 이 파일 하나에서만 맞습니다.',
          next: '`elements`를 써서 요소마다 id로 찾으세요.',
        },
        'any-track': {
          why: '이 영상에는 트랙이 셋 있는데 소리 트랙을 설명했습니다.',
          next: '코덱을 가져오기 전에 그 TrackEntry의 TrackType을 보세요.',
        },
        scale: {
          why: '이 영상에서 눈금 하나는 500,000나노초인데 다른 길이로 셌습니다. TimestampScale이 Duration 뒤에 있을 수도 있습니다.',
          next: '둘 다 읽고, Info가 끝났을 때 곱하세요.',
        },
        'byte-offset': {
          why: '이 배열은 창인데 DataView가 버퍼의 처음에서, 곧 세 바이트 일찍 시작합니다.',
          next: '`bytes.buffer`, `bytes.byteOffset`, `bytes.byteLength`로 만드세요.',
        },
        'not-null': {
          why: '녹화한 영상은 얼마나 긴지 말하지 않습니다. 길이가 0인 것과는 다릅니다.',
          next: '`null`로 시작하고, Duration을 찾지 못하면 그것을 돌려주세요.',
        },
        'default-scale': {
          why: '이 영상에는 TimestampScale이 없는데 그것을 곱했습니다. 없을 때 무엇을 쓰는지는 Matroska에 정해져 있습니다.',
          next: '1,000,000으로 시작하고, 요소가 나오면 바꾸세요.',
        },
      },
    },
  },
});
