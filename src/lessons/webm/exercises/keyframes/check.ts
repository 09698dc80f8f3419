import {
  answersLike,
  any,
  call,
  defineExercise,
  everyCallThat,
  inCall,
  returns,
  Seeded,
  view,
  type Call,
  type Expected,
  type InputValue,
} from '../../../../core/exercise';
import {
  block,
  bytesOf,
  CLIP_HEAD,
  element,
  FRAME_TIMES,
  join,
  RECORDED_HEAD,
  UNKNOWN,
} from '../../clip';

const random = new Seeded(0xf1);
const picture = () => random.bytes(random.integer(4, 20));

interface Frame {
  readonly time: number;
  readonly flags: number;
}

interface Piece {
  readonly timestamp: number;
  readonly frames: readonly Frame[];
}

interface Film {
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly pieces: readonly Piece[];
}

/** The clips’ own frames, with small pictures. */
const SECONDS: readonly Piece[] = [0, 1000, 2000, 3000].map((timestamp) => ({
  timestamp,
  frames: FRAME_TIMES.map((time) => ({ time, flags: time === 0 ? 0x80 : 0 })),
}));

function clusters(
  pieces: readonly Piece[],
  {
    track = [0x81],
    size,
  }: { readonly track?: readonly number[]; readonly size?: readonly number[] } = {},
): Uint8Array {
  return join(
    ...pieces.map(({ timestamp, frames }) => {
      const blocks = frames.map(({ time, flags }) => block(time, flags, picture(), track));
      const data = join(
        element(0xbf, [1, 2, 3, 4]),
        element(0xe7, timestamp === 0 ? [0] : bytesOf(timestamp, 2)),
        ...blocks,
        element(0xec, [0, 0]),
      );
      return size === undefined ? element(0x1f43b675, data) : element(0x1f43b675, data, size);
    }),
  );
}

/** What stands before the clusters of a clip, with the size of its Segment as it then is. */
function clip(head: Uint8Array, pieces: Uint8Array): Uint8Array {
  const bytes = join(head, pieces);
  const isKnown = head[41] === 0;
  if (isKnown) bytes.set(bytesOf(bytes.length - 48, 4), 44);
  return bytes;
}

/** Nothing is where the clips have it: times before the Cluster’s own, other flags, a track of two bytes. */
const ODD: readonly Piece[] = [
  {
    timestamp: 2000,
    frames: [
      { time: 0, flags: 0x00 },
      { time: -40, flags: 0x80 },
      { time: 40, flags: 0x01 },
      { time: 80, flags: 0x81 },
      { time: 300, flags: 0x08 },
    ],
  },
  { timestamp: 4000, frames: [{ time: 20, flags: 0x01 }] },
  { timestamp: 60_000, frames: [{ time: -32_768, flags: 0x88 }] },
];

const odd = (scale: number, track: readonly number[]) =>
  join(
    element(0x1a45dfa3, []),
    element(
      0x18538067,
      join(
        element(0x1549a966, element(0x2ad7b1, bytesOf(scale, 3))),
        element(0xec, new Uint8Array(5)),
        clusters(ODD, { track }),
      ),
    ),
  );

const FILMS: readonly Film[] = [
  { bytes: clip(CLIP_HEAD, clusters(SECONDS)), scale: 1e6, pieces: SECONDS },
  { bytes: odd(1_000_000, [0x81]), scale: 1e6, pieces: ODD },
  { bytes: odd(500_000, [0x81]), scale: 500_000, pieces: ODD },
  { bytes: odd(1_000_000, [0x40, 0xc8]), scale: 1e6, pieces: ODD },
  {
    bytes: clip(RECORDED_HEAD, clusters(SECONDS, { size: UNKNOWN.long })),
    scale: 1e6,
    pieces: SECONDS,
  },
  { bytes: clip(RECORDED_HEAD, new Uint8Array(0)), scale: 1e6, pieces: [] },
];

function filmOf(given: InputValue | undefined): Film {
  const bytes = given as Uint8Array;
  const found = FILMS.find(
    (film) =>
      film.bytes.length === bytes.length && film.bytes.every((byte, i) => byte === bytes[i]),
  );
  if (found === undefined) throw new TypeError('These bytes are no film of this exercise.');
  return found;
}

/** Times of those frames that count as keyframes. */
function timesOf(
  { pieces, scale }: Film,
  isKey: (flags: number) => boolean = (flags) => (flags & 0x80) !== 0,
  timeOf: (timestamp: number, time: number) => number = (timestamp, time) => timestamp + time,
): number[] {
  return pieces.flatMap(({ timestamp, frames }) =>
    frames
      .filter(({ flags }) => isKey(flags))
      .map(({ time }) => (timeOf(timestamp, time) * scale) / 1e6),
  );
}

const answer = (bytes: InputValue): Expected => timesOf(filmOf(bytes));

/** The numbers that a call listed. */
function listedIn({ result: { outcome } }: Call): readonly number[] | null {
  if (outcome.kind !== 'returned' || outcome.value.kind !== 'list') return null;
  return outcome.value.items.map((item) => (item?.kind === 'primitive' ? Number(item.text) : NaN));
}

const lists = (wrong: (film: Film) => readonly number[]) =>
  inCall((made) => String(listedIn(made)) === String(wrong(filmOf(made.args[0]))));

/** Two bytes, read the other way round or without their sign. */
const reread = (time: number, read: (bytes: DataView) => number): number => {
  const view = new DataView(new ArrayBuffer(2));
  view.setInt16(0, time);
  return read(view);
};

/** The track of two bytes taken for one: its second byte is then the time’s first, and so on. */
function afterOneByte({ pieces }: Film): number[] {
  return pieces.flatMap(({ timestamp, frames }) =>
    frames.flatMap(({ time }) => {
      const flags = time & 0xff;
      const found = reread((0xc8 << 8) | ((time >> 8) & 0xff), (bytes) => bytes.getInt16(0));
      return (flags & 0x80) === 0 ? [] : [timestamp + found];
    }),
  );
}

const isFilm = (which: number) => (made: Call) => filmOf(made.args[0]) === FILMS[which];

export const exercise = defineExercise({
  probes: FILMS.map(({ bytes }, i) =>
    call('keyframes', view('bytes', 'Uint8Array', bytes, { before: i === 2 ? 3 : 0 })),
  ),

  checks: {
    clip: {
      judge: everyCallThat(isFilm(0), returns(answer)),
      mistakes: {
        relative: lists((film) => timesOf(film, undefined, (_, time) => time)),
        'all-blocks': lists((film) => timesOf(film, () => true)),
        nanoseconds: lists((film) => timesOf(film).map((time) => time * 1e6)),
        'low-bit': answersLike((bytes) => timesOf(filmOf(bytes), (flags) => (flags & 1) !== 0)),
      },
    },
    odd: {
      judge: everyCallThat((made) => filmOf(made.args[0]).pieces === ODD, returns(answer)),
      mistakes: {
        unsigned: lists((film) =>
          timesOf(film, undefined, (start, time) => start + reread(time, (v) => v.getUint16(0))),
        ),
        'little-endian': lists((film) =>
          timesOf(
            film,
            undefined,
            (start, time) => start + reread(time, (v) => v.getInt16(0, true)),
          ),
        ),
        'whole-flags': any(
          lists((film) => timesOf(film, (flags) => flags === 0x80)),
          lists((film) => timesOf(film, (flags) => flags !== 0)),
        ),
        'first-block': lists(({ pieces }) =>
          pieces.map(({ timestamp, frames }) => timestamp + (frames[0]?.time ?? 0)),
        ),
        scale: lists((film) => timesOf({ ...film, scale: 1e6 })),
        'byte-offset': inCall((made) => isFilm(2)(made) && Number(listedIn(made)?.[0]) < 0),
        track: lists(afterOneByte),
      },
    },
    recorded: {
      judge: everyCallThat((made) => isFilm(4)(made) || isFilm(5)(made), returns(answer)),
      mistakes: {
        'open-cluster': lists(({ pieces }) => (pieces.length === 0 ? [] : [0])),
      },
    },
  },

  words: {
    en: {
      checks: {
        clip: 'Lists the keyframes of the clip',
        odd: 'Reads times with a sign, flags bit for bit, and track numbers of any length',
        recorded: 'Lists the keyframes of a recorded film',
      },
      mistakes: {
        relative: {
          why: 'Each of these is the time from its own Cluster. The four Clusters begin at 0, 1000, 2000 and 3000.',
          next: 'Keep the Timestamp of the Cluster you are in, and add it.',
        },
        'all-blocks': {
          why: 'These are the times of all 96 frames. A player can only begin at one that needs no other.',
          next: 'Look at the highest bit of the flags.',
        },
        nanoseconds: {
          why: 'These are nanoseconds.',
          next: 'Divide by 10⁶ to get milliseconds.',
        },
        'low-bit': {
          why: 'You look at the lowest bit of the flags, which says that a frame may be left out. The sign of a keyframe is the highest.',
          next: 'Test with `0x80`.',
        },
        unsigned: {
          why: 'A frame of 40 ms before its Cluster’s time has come out more than a minute too late: 65,536 ticks.',
          next: 'Read the time as `getInt16`, which knows the sign.',
        },
        'little-endian': {
          why: 'A time of 0 is the same from both ends, which is why the clip came out right. EBML has the highest byte first.',
          next: 'Leave the last argument of `getInt16` out.',
        },
        'whole-flags': {
          why: 'Flags are eight answers in one byte, and you asked for all of them at once. `81` is a keyframe too, and `01` is none.',
          next: 'Test one bit: `(flags & 0x80) !== 0`.',
        },
        'first-block': {
          why: 'In the clip every Cluster begins with a keyframe. Nothing says that it must, or that there is only one.',
          next: 'Ask the flags of every block.',
        },
        scale: {
          why: 'In this film a tick has 500,000 nanoseconds, and your times are twice as late.',
          next: 'Multiply by TimestampScale, and divide by 10⁶.',
        },
        'byte-offset': {
          why: 'This array is a window, and your DataView begins with its buffer: it reads three bytes too early.',
          next: 'Make it with `bytes.buffer`, `bytes.byteOffset` and `bytes.byteLength`.',
        },
        track: {
          why: 'This track has the number 200, which takes two bytes. You skipped one.',
          next: 'Let `readVint` say how long the number is.',
        },
        'open-cluster': {
          why: 'Only the first Cluster was looked at. Its size is not known, so `elements` gives the next Cluster as its child.',
          next: 'Go into a Cluster wherever you meet one, also inside of another.',
        },
      },
    },
    ko: {
      checks: {
        clip: '클립의 키프레임을 늘어놓습니다',
        odd: '부호 있는 시각과 비트별 플래그를, 길이가 어떻든 트랙 번호를 읽습니다',
        recorded: '녹화한 영상의 키프레임을 늘어놓습니다',
      },
      mistakes: {
        relative: {
          why: '저마다 자기 클러스터부터 센 시각입니다. 네 클러스터는 0, 1000, 2000, 3000에서 시작합니다.',
          next: '지금 있는 클러스터의 Timestamp를 담아 두고 더하세요.',
        },
        'all-blocks': {
          why: '96개 프레임 모두의 시각입니다. 플레이어는 다른 프레임이 필요 없는 프레임에서만 시작할 수 있습니다.',
          next: '플래그의 최상위 비트를 보세요.',
        },
        nanoseconds: {
          why: '이 값은 나노초입니다.',
          next: '밀리초로 바꾸려면 10⁶으로 나누세요.',
        },
        'low-bit': {
          why: '플래그의 최하위 비트를 보았는데, 그것은 프레임을 빼도 된다는 뜻입니다. 키프레임의 표시는 최상위 비트입니다.',
          next: '`0x80`으로 검사하세요.',
        },
        unsigned: {
          why: '클러스터의 시각보다 40 ms 앞인 프레임이 1분 넘게 늦게 나왔습니다. 65,536눈금 늦었습니다.',
          next: '부호를 아는 `getInt16`으로 시각을 읽으세요.',
        },
        'little-endian': {
          why: '시각 0은 어느 끝에서 읽어도 같아서 클립은 맞게 나왔습니다. EBML은 가장 높은 바이트가 먼저입니다.',
          next: '`getInt16`의 마지막 인수를 빼세요.',
        },
        'whole-flags': {
          why: '플래그는 한 바이트에 든 여덟 가지 답인데 한꺼번에 물었습니다. `81`도 키프레임이고 `01`은 아닙니다.',
          next: '비트 하나를 검사하세요: `(flags & 0x80) !== 0`.',
        },
        'first-block': {
          why: '클립에서는 클러스터마다 키프레임으로 시작합니다. 꼭 그래야 한다는 법도, 하나뿐이라는 법도 없습니다.',
          next: '모든 블록의 플래그를 보세요.',
        },
        scale: {
          why: '이 영상에서 눈금 하나는 500,000나노초인데 시각이 두 배로 나왔습니다.',
          next: 'TimestampScale을 곱하고 10⁶으로 나누세요.',
        },
        'byte-offset': {
          why: '이 배열은 창인데 DataView가 버퍼의 처음에서 시작해 세 바이트 일찍 읽습니다.',
          next: '`bytes.buffer`, `bytes.byteOffset`, `bytes.byteLength`로 만드세요.',
        },
        track: {
          why: '이 트랙의 번호는 200이고 두 바이트를 씁니다. 한 바이트만 건너뛰었습니다.',
          next: '번호가 몇 바이트인지는 `readVint`가 알려 줍니다.',
        },
        'open-cluster': {
          why: '첫 클러스터만 보았습니다. 그 크기를 모르므로 `elements`는 다음 클러스터를 그 자식으로 줍니다.',
          next: '클러스터를 만나면 다른 클러스터 안이라도 들어가세요.',
        },
      },
    },
  },
});
