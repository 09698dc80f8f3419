import {
  call,
  defineExercise,
  everyCallThat,
  failsWithName,
  inCall,
  returns,
  throws,
  view,
  type Call,
  type Expected,
  type InputValue,
} from '../../../../core/exercise';
import { CLIP_HEAD } from '../../clip';

const bytesAt = (content: readonly number[], offset: number, keep: boolean) =>
  call('readVint', view('bytes', 'Uint8Array', content), offset, keep);

interface Read {
  readonly length: number;
  /** Its bytes as they stand there. */
  readonly bytes: Uint8Array;
  readonly marker: number;
}

function take(args: readonly InputValue[]): Read {
  const [all, offset] = args as [Uint8Array, number];
  const length = Math.clz32(all[offset] ?? 0) - 23;
  return { length, bytes: all.subarray(offset, offset + length), marker: 2 ** (7 * length) };
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** The marker goes before there is a number: with it 141,203 in eight bytes would be 141,200. */
const sizeIn = ({ bytes: [first = 0, ...others], length }: Read): number =>
  numberOf(Uint8Array.of(first & ((0x80 >> (length - 1)) - 1), ...others));

function answer(...args: readonly InputValue[]): Expected {
  const read = take(args);
  if (args[2] === true) return { value: numberOf(read.bytes), length: read.length };
  const size = sizeIn(read);
  return { value: size === read.marker - 1 ? null : size, length: read.length };
}

type Sort = 'size' | 'id' | 'large' | 'unknown' | 'too-large';

function sortOf({ args }: Call): Sort {
  if (args[2] === true) return 'id';
  const read = take(args);
  const size = sizeIn(read);
  if (read.bytes.every((byte, i) => (i === 0 ? byte === 2 ** (9 - read.length) - 1 : byte === 255)))
    return 'unknown';
  return size > Number.MAX_SAFE_INTEGER ? 'too-large' : size > 0x7fff_ffff ? 'large' : 'size';
}

const those = (sort: Sort) => (made: Call) => sortOf(made) === sort;

/** A field of the object that a call gave, if it is a number. */
function given({ result: { outcome } }: Call, key: 'value' | 'length'): number | null {
  if (outcome.kind !== 'returned' || outcome.value.kind !== 'object') return null;
  const found = outcome.value.entries.find((entry) => entry.key === key)?.value;
  return found?.kind === 'primitive' && found.type === 'number' ? Number(found.text) : null;
}

const gave = (wrong: (read: Read, args: readonly InputValue[]) => number) =>
  inCall((made) => given(made, 'value') === wrong(take(made.args), made.args));

/** As bits of 32 have it, with or without a sign. */
function shifted({ bytes, length }: Read): number {
  const first = (bytes[0] ?? 0) & ((0x80 >> (length - 1)) - 1);
  return [...bytes.subarray(1)].reduce((sum, byte) => (sum << 8) | byte, first);
}

export const exercise = defineExercise({
  probes: [
    bytesAt([0x81], 0, false),
    bytesAt([0x40, 0x7f], 0, false),
    // Bytes of the clip: the size of EBML, and that of the Segment.
    bytesAt([...CLIP_HEAD.subarray(0, 48)], 4, false),
    bytesAt([...CLIP_HEAD.subarray(0, 48)], 40, false),
    bytesAt([0x10, 0x00, 0x00, 0x01], 0, false),
    call('readVint', view('bytes', 'Uint8Array', [0x81, 0x53, 0x3e], { before: 3 }), 1, false),
    bytesAt([0x1a, 0x45, 0xdf, 0xa3], 0, true),
    bytesAt([0xa3, 0x53], 0, true),
    bytesAt([0x00, 0x42, 0x86], 1, true),
    bytesAt([0x2a, 0xd7, 0xb1], 0, true),
    // With a shift: −1, and with `>>> 0` right. The next is wrong either way.
    bytesAt([0x08, 0xff, 0xff, 0xff, 0xff], 0, false),
    bytesAt([0x09, 0x2a, 0x05, 0xf2, 0x00], 0, false),
    bytesAt([0x01, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 0, false),
    bytesAt([0xff], 0, false),
    bytesAt([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 0, false),
    bytesAt([0x7f, 0xff], 0, false),
    bytesAt([0x01, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00], 0, false),
    bytesAt([0x01, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], 0, false),
  ],

  checks: {
    sizes: {
      judge: everyCallThat(those('size'), returns(answer)),
      mistakes: {
        'byte-offset': inCall(
          ({ probe: { inputs } }) =>
            inputs[0]?.kind === 'bytes' && inputs[0].view?.byteOffset !== 0,
        ),
        'seven-ones': inCall(
          (made) => sortOf(made) === 'size' && sizeIn(take(made.args)) === 127 && isNull(made),
        ),
        marker: gave(({ bytes }) => numberOf(bytes)),
        'one-short': inCall((made) => given(made, 'length') === take(made.args).length - 1),
        reversed: gave(({ bytes, length }) => {
          const own = bytes.slice().reverse();
          const last = own.length - 1;
          own[last] = (own[last] ?? 0) & ((0x80 >> (length - 1)) - 1);
          return numberOf(own);
        }),
      },
    },
    ids: {
      judge: everyCallThat(those('id'), returns(answer, { hex: true })),
      mistakes: { unmarked: gave(sizeIn) },
    },
    large: {
      judge: everyCallThat(those('large'), returns(answer)),
      mistakes: {
        'shift-unsigned': gave((read) => shifted(read) >>> 0),
        shift: gave((read) => shifted(read)),
      },
    },
    unknown: {
      judge: everyCallThat(those('unknown'), returns(answer)),
      mistakes: {
        'one-byte-only': (finding, { calls }) =>
          calls.some((made) => those('unknown')(made) && isNull(made)) &&
          (finding.call?.args[0] as Uint8Array).length > 1,
        'all-ones': gave(sizeIn),
      },
    },
    'too-large': {
      judge: everyCallThat(those('too-large'), throws('RangeError')),
      mistakes: {
        'other-error': ({ problem }) => problem.kind === 'threw',
        inexact: failsNot(failsWithName('RangeError')),
      },
    },
  },

  words: {
    en: {
      checks: {
        sizes: 'Reads sizes of one byte and of more',
        ids: 'Leaves the marker in ids',
        large: 'Reads sizes beyond 32 bits',
        unknown: 'Gives null for a size that is not known',
        'too-large': 'Throws a RangeError for a size beyond 2⁵³ − 1',
      },
      mistakes: {
        'seven-ones': {
          why: 'Seven ones in the last byte are the number 127, which is why it is written with two bytes. Not known means that **every** bit behind the marker is 1.',
          next: 'Look at all bits behind the marker, those of the first byte too.',
        },
        marker: {
          why: 'The marker is still in the value. It only says how many bytes there are, and a size is what stands behind it.',
          next: 'Mask the first byte when `keep` is false.',
        },
        'one-short': {
          why: 'The leading zeros say how many bytes follow the first one. The first is a byte as well.',
          next: 'Add one to the count of zeros.',
        },
        reversed: {
          why: 'Right bytes, from the wrong end: EBML writes the highest byte first.',
          next: 'Multiply what you have by 256 before you add the next byte.',
        },
        'byte-offset': {
          why: 'This array is a window: its first byte is not the first of its buffer. You read from the start of the buffer.',
          next: 'Read from `bytes`, or give a DataView its `byteOffset`.',
        },
        unmarked: {
          why: 'An id is known by all of its bits, the marker included. Without it nobody finds it in the table.',
          next: 'Mask the first byte only when `keep` is false.',
        },
        shift: {
          why: '`<<` and `|` work on 32 bits, and the highest of these is a sign: larger sizes come out negative, or lose their upper bits.',
          next: 'Multiply by 256 and add, which numbers do exactly up to 2⁵³.',
        },
        'shift-unsigned': {
          why: '`>>> 0` takes the minus away, but the upper bits stay lost: behind `<<` there were only 32.',
          next: 'Multiply by 256 and add, which numbers do exactly up to 2⁵³.',
        },
        'one-byte-only': {
          why: 'One byte `ff` is known to you. A recorder writes the same in eight bytes, to leave room for the size: `01` and seven times `ff`.',
          next: 'Ask of each byte whether all its bits behind the marker are 1.',
        },
        'all-ones': {
          why: 'Only ones behind the marker: that is not the largest size, it is the sign that the size is not known.',
          next: 'Compare the value with the largest that so many bits can hold.',
        },
        'other-error': {
          why: 'It threw, and something else than a `RangeError`.',
          next: 'Write `throw new RangeError(…)`.',
        },
        inexact: {
          why: 'This size is 2⁵³ or more. From there on numbers have gaps, and nobody can tell whether this one is still the size that stands there.',
          next: 'Compare the value with `Number.MAX_SAFE_INTEGER` before you return it.',
        },
      },
    },
    ko: {
      checks: {
        sizes: '한 바이트짜리 크기와 더 긴 크기를 읽습니다',
        ids: 'id에 표식을 남깁니다',
        large: '32비트보다 큰 크기를 읽습니다',
        unknown: '크기를 모르면 null을 돌려줍니다',
        'too-large': '2⁵³ − 1보다 큰 크기에는 RangeError를 던집니다',
      },
      mistakes: {
        'seven-ones': {
          why: '마지막 바이트의 1 일곱 개는 수 127이고, 그래서 두 바이트로 적습니다. 모른다는 것은 표식 뒤의 **모든** 비트가 1이라는 뜻입니다.',
          next: '첫 바이트의 것까지 표식 뒤의 비트를 모두 보세요.',
        },
        marker: {
          why: '값에 표식이 남아 있습니다. 표식은 바이트가 몇 개인지 말할 뿐이고, 크기는 그 뒤에 있는 것입니다.',
          next: '`keep`이 false면 첫 바이트를 마스크하세요.',
        },
        'one-short': {
          why: '앞의 0은 첫 바이트 뒤에 몇 개가 더 오는지 말합니다. 첫 바이트도 바이트입니다.',
          next: '0의 개수에 하나를 더하세요.',
        },
        reversed: {
          why: '바이트는 맞지만 반대쪽 끝부터입니다. EBML은 가장 높은 바이트를 먼저 씁니다.',
          next: '다음 바이트를 더하기 전에 지금까지의 값에 256을 곱하세요.',
        },
        'byte-offset': {
          why: '이 배열은 창이고, 첫 바이트가 버퍼의 첫 바이트가 아닙니다. 버퍼의 처음에서 읽었습니다.',
          next: '`bytes`에서 읽거나, DataView에 `byteOffset`을 주세요.',
        },
        unmarked: {
          why: 'id는 표식까지 모든 비트로 알아봅니다. 표식이 없으면 표에서 찾을 수 없습니다.',
          next: '`keep`이 false일 때만 첫 바이트를 마스크하세요.',
        },
        shift: {
          why: '`<<`와 `|`는 32비트로 계산하고 그 최상위 비트는 부호입니다. 더 큰 크기는 음수가 되거나 위쪽 비트를 잃습니다.',
          next: '256을 곱하고 더하세요. 수는 2⁵³까지 정확합니다.',
        },
        'shift-unsigned': {
          why: '`>>> 0`은 마이너스를 없애지만 위쪽 비트는 돌아오지 않습니다. `<<` 뒤에는 32비트뿐이었습니다.',
          next: '256을 곱하고 더하세요. 수는 2⁵³까지 정확합니다.',
        },
        'one-byte-only': {
          why: '한 바이트 `ff`는 알아봅니다. 녹화기는 크기가 들어갈 자리를 남기려고 같은 뜻을 여덟 바이트, 곧 `01`과 `ff` 일곱 개로 씁니다.',
          next: '바이트마다 표식 뒤의 비트가 모두 1인지 확인하세요.',
        },
        'all-ones': {
          why: '표식 뒤에 1뿐입니다. 가장 큰 크기가 아니라 크기를 모른다는 표시입니다.',
          next: '값을 그만큼의 비트에 들어가는 가장 큰 값과 비교하세요.',
        },
        'other-error': {
          why: '오류를 던졌지만 `RangeError`가 아닙니다.',
          next: '`throw new RangeError(…)`라고 쓰세요.',
        },
        inexact: {
          why: '이 크기는 2⁵³ 이상입니다. 거기서부터는 수 사이에 틈이 있어서, 아직 거기 적힌 크기인지 아무도 알 수 없습니다.',
          next: '돌려주기 전에 값을 `Number.MAX_SAFE_INTEGER`와 비교하세요.',
        },
      },
    },
  },
});

function isNull({ result: { outcome } }: Call): boolean {
  return (
    outcome.kind === 'returned' &&
    outcome.value.kind === 'object' &&
    outcome.value.entries.some(
      ({ key, value }) => key === 'value' && value.kind === 'primitive' && value.text === 'null',
    )
  );
}

/** It gave something, and should have thrown. */
function failsNot(is: ReturnType<typeof failsWithName>): ReturnType<typeof failsWithName> {
  return (finding, attempt) => finding.problem.kind === 'no-error' && !is(finding, attempt);
}
