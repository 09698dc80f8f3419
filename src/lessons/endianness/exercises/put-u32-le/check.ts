import {
  all,
  allocations,
  call,
  defineExercise,
  everyCall,
  failsWith,
  hex,
  inCall,
  inOrder,
  leavesAround,
  leavesView,
  none,
  only,
  Seeded,
  view,
  views,
  writes,
  type Call,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x32);

/** The view after a call that stores `part` of the value at each of four bytes, from `place` on. */
const storing =
  (part: (value: number, i: number) => number, place = (at: number) => at) =>
  (...[bytes, at, value]: readonly InputValue[]) => {
    const result = (bytes as Uint8Array).slice();
    for (let i = 0; i < 4; i++) result[place(at as number) + i] = part(value as number, i);
    return result;
  };

const byteOf = (value: number, i: number) => value >>> (8 * i);
const littleEndian = storing(byteOf);

/** The call that fails has left this. */
const leavesLike = (wrong: ReturnType<typeof storing>): Recognise => {
  const rule = leavesView(0, wrong);
  return inCall((made) => rule(made) === null);
};

/** The first thing too many is a read or a write, and no new memory. */
const isStep: Recognise = ({ problem }) =>
  problem.kind === 'access' && problem.extra?.kind === 'step';

/** One write for each of the four bytes, where they lie in the buffer. */
function fourWrites({ probe, args }: Call) {
  const [bytes] = probe.inputs;
  const from = bytes?.kind === 'bytes' ? (bytes.view?.byteOffset ?? 0) : 0;
  const first = from + Number(args[1]);
  return [0, 1, 2, 3].map((i) => writes({ range: { start: first + i, end: first + i + 1 } }));
}

export const exercise = defineExercise({
  probes: [
    call('putU32LE', view('bytes', 'Uint8Array', new Uint8Array(6)), 1, hex(0x12345678)),
    call('putU32LE', view('bytes', 'Uint8Array', new Uint8Array(4)), 0, hex(12345678)),
    call('putU32LE', view('bytes', 'Uint8Array', random.bytes(7)), 3, hex(0xdeadbeef)),
    call(
      'putU32LE',
      view('bytes', 'Uint8Array', random.bytes(9), { before: 5, after: 2 }),
      2,
      hex(0xfe000001),
    ),
    call('putU32LE', view('bytes', 'Uint8Array', random.bytes(5), { before: 4 }), 0, hex(255)),
    call(
      'putU32LE',
      view('bytes', 'Uint8Array', random.bytes(33), { before: 1, after: 1 }),
      random.integer(0, 29),
      hex(random.integer(0, 0xffffffff)),
    ),
  ],

  checks: {
    bytes: {
      judge: everyCall(leavesView(0, littleEndian), leavesAround(0)),
      mistakes: {
        'big-endian': leavesLike(storing((value, i) => byteOf(value, 3 - i))),
        front: leavesLike(storing(byteOf, () => 0)),
        'same-byte': leavesLike(storing((value) => value)),
        'bit-by-bit': leavesLike(storing((value, i) => value >>> i)),
        'mask-first': leavesLike(storing((value, i) => byteOf(value & 255, i))),
        alignment: failsWith('offset-not-multiple'),
        'whole-buffer': ({ problem }) =>
          problem.kind === 'bytes' && problem.differing.some((byte) => byte < problem.range.start),
      },
    },
    writes: {
      judge: everyCall(only(fourWrites, { in: { input: 0 } }), none(allocations())),
      mistakes: {
        luck: inCall((made) => none(views({ type: 'Uint32Array' }))(made) !== null),
        twice: all(
          isStep,
          inCall((made) => fourWrites(made).every((one) => inOrder([one])(made) === null)),
        ),
        // Several bytes in one write, here or into memory made for it.
        'at-once': ({ problem }) => problem.kind === 'access',
      },
    },
  },

  words: {
    en: {
      checks: {
        bytes: 'Stores the value from bytes[at] on, its lowest byte first',
        writes: 'Makes four writes of one byte each, and no new memory',
      },
      mistakes: {
        'big-endian': {
          why: 'Right bytes, other order: the big end came first. Little-endian, the low byte goes to the lowest address.',
          next: 'Begin at `bytes[at]` with the byte that is worth least.',
        },
        front: {
          why: 'Right bytes, wrong place: they stand at the front of `bytes`, whatever `at` says.',
          next: 'Count the four places from `at`.',
        },
        'same-byte': {
          why: 'All four bytes are the low byte. `value >>> 8` changes nothing by itself: it gives a new number.',
          next: 'Use that number for the next byte, or put it back into `value`.',
        },
        'bit-by-bit': {
          why: 'You moved on by one bit each time. A byte has eight of them.',
          next: 'Move by 8, 16 and 24 places.',
        },
        'mask-first': {
          why: 'Only the low byte arrived. A byte keeps the low eight bits of a number, so each of the others has to be moved down there first.',
          next: 'Move the byte you want to the low end by `>>>`, then store it.',
        },
        alignment: {
          why: 'A `Uint32Array` may only start at a multiple of 4, and `at` may be any index. Besides, it would use the order of the machine.',
          next: 'Write each of the four bytes through `bytes` itself.',
        },
        'whole-buffer': {
          why: '`bytes` does not begin at byte 0 of its buffer, and you wrote into other bytes of that buffer.',
          next: 'Write through `bytes`, which counts from its own start.',
        },
        luck: {
          why: 'Right here by luck: a `Uint32Array` put the bytes into the order of this machine. Another one might put the big end first.',
          next: 'Take the number apart with `>>>` and `&`, which are the same on every machine.',
        },
        twice: {
          why: 'The right bytes, and more writes than four: some byte was written again.',
          next: 'Work out each byte before you store it, and store it once.',
        },
        'at-once': {
          why: 'The right bytes. But one call stored several of them, and this task is about doing it by hand.',
          next: 'Take the number apart with `>>>` and `&`, and store each byte with `bytes[…] = …`.',
        },
      },
    },
    ko: {
      checks: {
        bytes: 'bytes[at]부터, 최하위 바이트가 먼저 오도록 값을 저장합니다',
        writes: '한 바이트씩 네 번 쓰고, 새 메모리를 만들지 않습니다',
      },
      mistakes: {
        'big-endian': {
          why: '바이트는 맞고 순서가 다릅니다. 큰 쪽 끝이 먼저 왔습니다. 리틀 엔디언에서는 최하위 바이트가 가장 낮은 주소로 갑니다.',
          next: '`bytes[at]`에 자릿값이 가장 작은 바이트부터 쓰세요.',
        },
        front: {
          why: '바이트는 맞고 자리가 다릅니다. `at`이 무엇이든 `bytes`의 맨 앞에 있습니다.',
          next: '네 자리를 `at`부터 세세요.',
        },
        'same-byte': {
          why: '네 바이트가 모두 최하위 바이트입니다. `value >>> 8`은 그것만으로는 아무것도 바꾸지 않고 새 수를 만들 뿐입니다.',
          next: '다음 바이트에는 그 수를 쓰거나, 그것을 `value`에 다시 넣으세요.',
        },
        'bit-by-bit': {
          why: '한 번에 한 비트씩 옮겼습니다. 바이트는 여덟 비트입니다.',
          next: '8, 16, 24자리씩 옮기세요.',
        },
        'mask-first': {
          why: '최하위 바이트만 저장되었습니다. 한 바이트에는 수의 아래쪽 여덟 비트만 남으므로, 다른 바이트는 먼저 그 자리로 내려야 합니다.',
          next: '원하는 바이트를 `>>>`로 맨 아래까지 옮긴 다음 저장하세요.',
        },
        alignment: {
          why: '`Uint32Array`는 4의 배수에서만 시작할 수 있고 `at`은 어떤 인덱스든 될 수 있습니다. 게다가 기기의 순서를 씁니다.',
          next: '네 바이트를 하나씩 `bytes`에 직접 쓰세요.',
        },
        'whole-buffer': {
          why: '`bytes`는 버퍼의 0번 바이트에서 시작하지 않는데, 그 버퍼의 다른 바이트에 썼습니다.',
          next: '자기 시작부터 세는 `bytes`에 직접 쓰세요.',
        },
        luck: {
          why: '여기서는 운 좋게 맞았습니다. `Uint32Array`가 이 기기의 순서로 바이트를 놓았습니다. 다른 기기는 큰 쪽 끝을 먼저 놓을 수도 있습니다.',
          next: '어느 기기에서나 같은 `>>>`와 `&`로 수를 쪼개세요.',
        },
        twice: {
          why: '바이트는 맞지만 네 번보다 많이 썼습니다. 어떤 바이트를 다시 썼습니다.',
          next: '바이트를 저장하기 전에 다 계산하고, 한 번만 저장하세요.',
        },
        'at-once': {
          why: '바이트는 맞습니다. 하지만 한 번의 호출이 여러 바이트를 저장했고, 이 문제는 손으로 하는 연습입니다.',
          next: '`>>>`와 `&`로 수를 쪼개고, 바이트마다 `bytes[…] = …`로 저장하세요.',
        },
      },
    },
  },
});
