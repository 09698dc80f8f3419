import {
  all,
  allocations,
  call,
  defineExercise,
  everyCall,
  everyCallThat,
  inCall,
  leavesAround,
  leavesView,
  none,
  Seeded,
  view,
  type Call,
  type Finding,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x3c);

/** What becomes of each pixel; typed arrays convert as they store. */
const shifted =
  (Kind: Uint8ArrayConstructor | Uint8ClampedArrayConstructor, round = (n: number) => n) =>
  (...[pixels, by]: readonly InputValue[]) =>
    Uint8Array.from(
      Kind.from(Array.from(pixels as Uint8Array, (pixel) => round(pixel + (by as number)))),
    );

const clamped = shifted(Uint8ClampedArray);

const pixelsOf = (rule: (call: Call) => Finding | null): Recognise =>
  inCall((made) => rule(made) === null);
const wraps = pixelsOf(leavesView(0, shifted(Uint8Array)));
const isUntouched = pixelsOf(leavesView(0, (pixels) => pixels as Uint8Array));
const makesMemory = inCall((made) => none(allocations())(made) !== null);
/** Bytes before the pixels have changed. */
const changesFront: Recognise = ({ problem }) =>
  problem.kind === 'bytes' && problem.differing.some((byte) => byte < problem.range.start);

/** Every call with a fraction leaves what this rounding gives. */
const rounds =
  (round: (n: number) => number): Recognise =>
  (_finding, { calls }) =>
    calls
      .filter(hasFraction)
      .every((made) => leavesView(0, shifted(Uint8ClampedArray, round))(made) === null);

const by = ({ args }: Call) => args[1] as number;
const brightens = (made: Call) => Number.isInteger(by(made)) && by(made) > 0;
const darkens = (made: Call) => Number.isInteger(by(made)) && by(made) < 0;
const hasFraction = (made: Call) => !Number.isInteger(by(made));

export const exercise = defineExercise({
  probes: [
    call('brighten', view('pixels', 'Uint8Array', [20, 120, 200, 250]), 60),
    call('brighten', view('pixels', 'Uint8Array', [20, 120, 200, 250]), -60),
    call('brighten', view('pixels', 'Uint8Array', [20, 21, 250, 254]), 2.5),
    call('brighten', view('pixels', 'Uint8Array', []), 60),
    call('brighten', view('pixels', 'Uint8Array', [9, 99, 199], { before: 3, after: 2 }), 100),
    call('brighten', view('pixels', 'Uint8Array', random.bytes(33), { before: 1 }), -100),
    call('brighten', view('pixels', 'Uint8Array', random.bytes(20), { after: 1 }), -7.75),
    call('brighten', view('pixels', 'Uint8Array', random.bytes(12)), 300),
  ],

  checks: {
    top: {
      judge: everyCallThat(brightens, leavesView(0, clamped)),
      mistakes: {
        wrapped: wraps,
        copy: all(isUntouched, makesMemory),
        front: changesFront,
      },
    },
    bottom: {
      judge: everyCallThat(darkens, leavesView(0, clamped)),
      mistakes: { 'min-only': wraps },
    },
    fraction: {
      judge: everyCallThat(hasFraction, leavesView(0, clamped)),
      mistakes: {
        truncated: rounds(Math.trunc),
        'half-up': rounds(Math.round),
        up: rounds(Math.ceil),
      },
    },
    around: {
      judge: everyCall(leavesAround(0)),
      mistakes: { 'whole-buffer': ({ problem }) => problem.kind === 'bytes' },
    },
  },

  words: {
    en: {
      checks: {
        top: 'Makes pixels brighter, and stops at 255',
        bottom: 'Makes pixels darker, and stops at 0',
        fraction: 'Rounds to the nearest whole number, a half to the even one',
        around: 'Changes no byte around pixels',
      },
      mistakes: {
        wrapped: {
          why: '200 + 60 = 4: it wrapped. A `Uint8Array` keeps eight bits at the moment it stores, and afterwards nobody can tell.',
          next: 'Stop the number before it is stored, or store it through an array that clamps.',
        },
        'min-only': {
          why: 'The top holds. But at the lower end 20 − 60 became 216: it wrapped.',
          next: 'Stop the number at 0 as well.',
        },
        truncated: {
          why: 'Both ends hold. The fraction was dropped: a `Uint8Array` does not round, it cuts off.',
          next: 'Store through an array that rounds, or round before you store.',
        },
        'half-up': {
          why: '`Math.round` takes a half up, so 22.5 became 23. A canvas stores the even number, 22.',
          next: 'Leave the rounding to the array that a canvas uses.',
        },
        up: {
          why: '`Math.ceil` rounds up whatever the fraction is. 20.25 is nearer to 20.',
          next: 'Leave the rounding to the array that a canvas uses.',
        },
        copy: {
          why: 'The pixels you were given are as they were. The brighter ones are in another array, with bytes of its own.',
          next: 'Write them back by `pixels.set(…)`, or work on the same bytes from the start.',
        },
        front: {
          why: 'These pixels do not begin at byte 0 of their buffer, and you changed the bytes at its front instead.',
          next: 'Give your array the same `byteOffset` as `pixels` has.',
        },
        'whole-buffer': {
          why: 'The pixels are right, but so many more have changed: `pixels.buffer` is all of the memory, and `pixels` is a part.',
          next: 'Give your array the `byteOffset` and the `length` of `pixels`, too.',
        },
      },
    },
    ko: {
      checks: {
        top: '픽셀을 밝게 하고 255에서 멈춥니다',
        bottom: '픽셀을 어둡게 하고 0에서 멈춥니다',
        fraction: '가장 가까운 정수로 반올림하고, 딱 중간이면 짝수로 갑니다',
        around: 'pixels 앞뒤의 바이트를 바꾸지 않습니다',
      },
      mistakes: {
        wrapped: {
          why: '200 + 60 = 4, 랩어라운드했습니다. `Uint8Array`는 저장하는 순간 여덟 비트만 남기고, 그 뒤에는 아무도 알 수 없습니다.',
          next: '저장하기 전에 수를 멈추거나, 클램프하는 배열로 저장하세요.',
        },
        'min-only': {
          why: '위쪽 끝은 맞습니다. 하지만 아래쪽에서 20 − 60이 216이 되었습니다. 랩어라운드했습니다.',
          next: '0에서도 멈추게 하세요.',
        },
        truncated: {
          why: '양 끝은 맞습니다. 하지만 소수부가 버려졌습니다. `Uint8Array`는 반올림하지 않고 잘라 버립니다.',
          next: '반올림하는 배열로 저장하거나, 저장하기 전에 반올림하세요.',
        },
        'half-up': {
          why: '`Math.round`는 딱 중간이면 올리므로 22.5가 23이 되었습니다. 캔버스는 짝수인 22를 저장합니다.',
          next: '반올림은 캔버스가 쓰는 배열에 맡기세요.',
        },
        up: {
          why: '`Math.ceil`은 소수부가 무엇이든 올립니다. 20.25는 20에 더 가깝습니다.',
          next: '반올림은 캔버스가 쓰는 배열에 맡기세요.',
        },
        copy: {
          why: '받은 픽셀은 그대로입니다. 밝아진 픽셀은 자기 바이트를 따로 가진 다른 배열에 있습니다.',
          next: '`pixels.set(…)`으로 되돌려 쓰거나, 처음부터 같은 바이트를 다루세요.',
        },
        front: {
          why: '이 픽셀은 버퍼의 0번 바이트에서 시작하지 않는데, 맨 앞의 바이트를 바꿨습니다.',
          next: '여러분의 배열에 `pixels`와 같은 `byteOffset`을 주세요.',
        },
        'whole-buffer': {
          why: '픽셀은 맞지만 훨씬 많은 것이 바뀌었습니다. `pixels.buffer`는 메모리 전체이고 `pixels`는 그 일부입니다.',
          next: '여러분의 배열에 `pixels`의 `byteOffset`과 `length`도 주세요.',
        },
      },
    },
  },
});
