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
  },
});
