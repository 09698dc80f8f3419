import {
  bytesReadAtMost,
  bytesReadIn,
  call,
  defineExercise,
  everyCall,
  inCall,
  returns,
  Seeded,
  view,
  type Call,
  type Expected,
  type InputValue,
} from '../../../../core/exercise';
import {
  CLIP_HEAD,
  CLUSTER_SIZES,
  clusterOf,
  element,
  join,
  RECORDED_HEAD,
  sizeOf,
} from '../../clip';

const random = new Seeded(0xf1);

/** The four Clusters of the clips, in whose pictures something looks like a fifth. */
const clusters = CLUSTER_SIZES.map((size) => clusterOf(size, random));
clusters[1]?.set([0x1f, 0x43, 0xb6, 0x75, 0x84], 20_000);

const EBML = element(0x1a45dfa3, [0x42, 0x86, 0x81, 1]);
const VOID = element(0xec, new Uint8Array(9));
const CRC = element(0xbf, [1, 2, 3, 4]);

const children = join(
  CRC,
  element(0x1549a966, element(0x2ad7b1, [0x0f, 0x42, 0x40]), sizeOf(7, 8)),
  VOID,
  element(0x1f43b675, element(0xe7, [0])),
);

/** With a Segment’s head of seven bytes, and more behind the Segment. */
const small = join(
  element(0x1a45dfa3, []),
  element(0x18538067, children, sizeOf(children.length, 3)),
  VOID,
  element(0x18538067, VOID),
);

interface Child {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function vintAt(bytes: Uint8Array, at: number): { value: number; length: number; ones: boolean } {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  const [first = 0, ...others] = bytes.subarray(at, at + length);
  const rest = first & ((0x80 >> (length - 1)) - 1);
  const value = others.reduce((sum, byte) => sum * 256 + byte, rest);
  const ones = rest === (0x80 >> (length - 1)) - 1 && others.every((byte) => byte === 255);
  return { value, length, ones };
}

function headAt(bytes: Uint8Array, at: number): { id: string; data: number; size: number | null } {
  const id = vintAt(bytes, at);
  const size = vintAt(bytes, at + id.length);
  const digits = Array.from(bytes.subarray(at, at + id.length), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  const data = at + id.length + size.length;
  return { id: digits.join('').replace(/^0/, ''), data, size: size.ones ? null : size.value };
}

function childrenOf(bytes: Uint8Array): Child[] {
  const ebml = headAt(bytes, 0);
  const segment = headAt(bytes, ebml.data + (ebml.size ?? 0));
  const end = segment.size === null ? bytes.length : segment.data + segment.size;
  const found: Child[] = [];
  for (let start = segment.data; start < end;) {
    const { id, data, size } = headAt(bytes, start);
    found.push({ id, start, end: data + (size ?? 0) });
    start = data + (size ?? 0);
  }
  return found;
}

const answer = (...[bytes]: readonly InputValue[]): Expected =>
  childrenOf(bytes as Uint8Array).map((child) => ({ ...child }));

const fileOf = ({ args: [bytes] }: Call) => bytes as Uint8Array;

/** What a call listed, as far as it is a list of such objects. */
function listedIn({ result: { outcome } }: Call): readonly Child[] {
  if (outcome.kind !== 'returned' || outcome.value.kind !== 'list') return [];
  return outcome.value.items.flatMap((item) => {
    if (item?.kind !== 'object') return [];
    const texts = Object.fromEntries(
      item.entries.map(({ key, value }) => [key, 'text' in value ? value.text : '']),
    );
    return [{ id: texts['id'] ?? '', start: Number(texts['start']), end: Number(texts['end']) }];
  });
}

const readsMuch = (made: Call) => bytesReadIn({ input: 0 }, made) > 10_000;
const isRecorded = (made: Call) => fileOf(made).length === recorded.length;

const clip = join(CLIP_HEAD, ...clusters);
const recorded = join(RECORDED_HEAD, ...clusters);

export const exercise = defineExercise({
  probes: [
    call('topLevel', view('bytes', 'Uint8Array', clip)),
    call('topLevel', view('bytes', 'Uint8Array', small, { before: 5, after: 3 })),
    call('topLevel', view('bytes', 'Uint8Array', recorded)),
    call('topLevel', view('bytes', 'Uint8Array', join(EBML, element(0x18538067, [])))),
  ],

  checks: {
    list: {
      judge: everyCall(returns(answer)),
      mistakes: {
        segment: inCall((made) => ['1a45dfa3', '18538067'].includes(listedIn(made)[0]?.id ?? '')),
        relative: inCall((made) => {
          const [first] = listedIn(made);
          return first?.start === 0 && first.id === childrenOf(fileOf(made))[0]?.id;
        }),
        // In the first file: one that is none, or none of those whose id is a single byte. A copy reads as much.
        search: inCall(
          (made) =>
            made.to.buffers === made.from.buffers && readsMuch(made) && listedIn(made).length > 0,
        ),
        'into-children': inCall((made) => listedIn(made).some(({ id }) => id === '4dbb')),
        'size-alone': inCall((made) => {
          const [first] = listedIn(made);
          const [right] = childrenOf(fileOf(made));
          return first?.start === right?.start && Number(first?.end) < Number(right?.end);
        }),
        'fixed-start': inCall(
          (made) => listedIn(made)[0]?.start === 48 && childrenOf(fileOf(made))[0]?.start !== 48,
        ),
        'past-end': inCall((made) => {
          const right = childrenOf(fileOf(made));
          return listedIn(made).some(({ start }) => start >= Number(right.at(-1)?.end));
        }),
        'unknown-size': inCall((made) => isRecorded(made) && listedIn(made).length === 0),
      },
    },
    little: {
      judge: everyCall(bytesReadAtMost(199, { input: 0 })),
      mistakes: {
        copied: inCall((made) => made.to.buffers > made.from.buffers),
        scan: inCall(readsMuch),
      },
    },
  },

  refused: { endless: (refusal) => refusal.kind === 'stopped' },

  words: {
    en: {
      checks: {
        list: 'Lists the children of the Segment, with their places',
        little: 'Reads fewer than 200 bytes of each file',
      },
      mistakes: {
        endless: {
          why: 'It never came to an end: `at` stays where it is, or goes back.',
          next: 'Print `at` in your loop, and look at what you add to it.',
        },
        segment: {
          why: 'You listed the Segment itself. It is one of the two elements of the file, and its children are asked for.',
          next: 'Read the Segment’s head, and start your loop at the first byte of its data.',
        },
        relative: {
          why: 'Your places count from the Segment’s data; those of the file are asked for.',
          next: 'Add the place where the Segment’s data begins.',
        },
        search: {
          why: 'You look for bytes that look like ids. The SeekHead’s own data is full of them, and here four bytes of a picture are `1f 43 b6 75` by chance, as a Cluster begins.',
          next: 'Do not look into the data at all: the size says how far it goes.',
        },
        'into-children': {
          why: 'You went into the elements, too: 4DBB is a Seek, a child of the SeekHead.',
          next: 'Add the size of every element, and you stand at the next child of the Segment.',
        },
        'size-alone': {
          why: 'The ends are too far to the front. A size counts the data alone, and the id and the size itself stand before it.',
          next: 'Add the lengths of the id and of the size.',
        },
        'past-end': {
          why: 'You went on to the end of the bytes. The Segment ends before that here, and what stands behind it is not its child.',
          next: 'Work out where the Segment’s data ends, and stop there.',
        },
        'unknown-size': {
          why: 'Of the recorded file nothing is listed: its Segment’s size is not known, and `null` in a sum counts as 0.',
          next: 'Ask whether the value is `null`. Then the end is where the bytes end.',
        },
        'fixed-start': {
          why: 'In both clips the Segment’s data begins at byte 48, and in this file it does not. That byte was read off one file.',
          next: 'Read the Segment’s head where EBML ends, and let `readVint` say how long it is.',
        },
        copied: {
          why: 'The list is right. To get it you copied the whole Segment, which reads every byte of it.',
          next: 'Read from `bytes` itself; `subarray` gives you a window if you need one.',
        },
        scan: {
          why: 'The list is right, and you have looked at every byte for it. With a film of 4 GB that takes a while.',
          next: 'Skip the data by its size: nothing in it has to be read.',
        },
      },
    },
    ko: {
      checks: {
        list: 'Segment의 자식을 자리와 함께 늘어놓습니다',
        little: '파일마다 200바이트보다 적게 읽습니다',
      },
      mistakes: {
        endless: {
          why: '끝나지 않았습니다. `at`이 제자리에 있거나 뒤로 갑니다.',
          next: '반복문에서 `at`을 출력하고, 무엇을 더하는지 보세요.',
        },
        segment: {
          why: 'Segment 자체를 늘어놓았습니다. 그것은 파일에 있는 두 요소 가운데 하나이고, 구할 것은 그 자식입니다.',
          next: 'Segment의 헤더를 읽고, 데이터의 첫 바이트에서 반복을 시작하세요.',
        },
        relative: {
          why: 'Segment의 데이터부터 센 자리입니다. 구할 것은 파일에서의 자리입니다.',
          next: 'Segment의 데이터가 시작하는 자리를 더하세요.',
        },
        search: {
          why: 'id처럼 보이는 바이트를 찾고 있습니다. SeekHead의 데이터만 해도 그런 것으로 가득하고, 이 파일에서는 그림의 네 바이트가 우연히 클러스터의 시작처럼 `1f 43 b6 75`입니다.',
          next: '데이터를 아예 들여다보지 마세요. 어디까지인지는 크기가 말합니다.',
        },
        'into-children': {
          why: '요소 안으로도 들어갔습니다. 4DBB는 SeekHead의 자식 Seek입니다.',
          next: '요소마다 크기를 더하면 Segment의 다음 자식에 서게 됩니다.',
        },
        'size-alone': {
          why: '끝이 너무 앞에 있습니다. 크기는 데이터만 세고, 그 앞에 id와 크기 자신이 있습니다.',
          next: 'id와 크기의 길이도 더하세요.',
        },
        'past-end': {
          why: '바이트의 끝까지 갔습니다. 여기서 Segment는 그 전에 끝나고, 그 뒤에 있는 것은 자식이 아닙니다.',
          next: 'Segment의 데이터가 어디서 끝나는지 계산하고 거기서 멈추세요.',
        },
        'unknown-size': {
          why: '녹화한 파일에서는 아무것도 나오지 않았습니다. Segment의 크기를 모르고, 덧셈에서 `null`은 0이 됩니다.',
          next: '값이 `null`인지 확인하세요. `null`이면 끝은 바이트가 끝나는 곳입니다.',
        },
        'fixed-start': {
          why: '두 클립에서 Segment의 데이터는 48번 바이트에서 시작하지만 이 파일에서는 아닙니다. 그 수는 파일 하나에서 보고 적은 것입니다.',
          next: 'EBML이 끝나는 곳에서 Segment의 헤더를 읽고, 얼마나 긴지는 `readVint`에서 얻으세요.',
        },
        copied: {
          why: '목록은 맞습니다. 그것을 얻으려고 Segment 전체를 복사했는데, 그러면 바이트를 모두 읽습니다.',
          next: '`bytes` 자체에서 읽으세요. 창이 필요하면 `subarray`가 줍니다.',
        },
        scan: {
          why: '목록은 맞지만 바이트를 하나하나 다 보았습니다. 4 GB짜리 영상이라면 한참 걸립니다.',
          next: '크기로 데이터를 건너뛰세요. 그 안에서 읽을 것은 없습니다.',
        },
      },
    },
  },
});
