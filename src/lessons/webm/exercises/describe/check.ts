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
  },
});
