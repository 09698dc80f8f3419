import {
  call,
  canvas,
  canvasRecordOf,
  defineExercise,
  everyCall,
  leavesPixels,
  moves,
  Seeded,
  takesAtMost,
  type MadeCanvas,
  type Recognise,
} from '../../../../core/exercise';

type Rule = (red: number, green: number, blue: number, threshold: number) => boolean;

const random = new Seeded(0x80);
const grey = (value: number) => [value, value, value, 255];

/** Colours whose luma is exactly 128; sums of fractions miss 46 of the 111 that there are. */
function* exactly128(): Generator<number[]> {
  for (let red = 0; red < 256; red++)
    for (let green = 0; green < 256; green++) {
      const blue = (128_000 - 299 * red - 587 * green) / 114;
      if (blue >= 0 && blue <= 255 && Number.isInteger(blue)) yield [red, green, blue, 255];
    }
}

const colours = [...exactly128()];
/** The last one has a luma of 127.527. */
const edge = [...[127, 128, 129, 0, 255].flatMap(grey), 128, 127, 129, 255];
const lake = random.bytes(6 * 5 * 4).map((value, i) => (i % 4 === 3 ? 255 : value));

const exact: Rule = (red, green, blue, threshold) =>
  299 * red + 587 * green + 114 * blue >= 1000 * threshold;
const luma = (red: number, green: number, blue: number) =>
  red * 0.299 + green * 0.587 + blue * 0.114;

function drawn(pixels: Uint8Array, threshold: number, rule: Rule = exact): Uint8Array {
  const drew = pixels.slice();
  for (let i = 0; i < drew.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(i, i + 3);
    drew.fill(rule(red, green, blue, threshold) ? 255 : 0, i, i + 3);
  }
  return drew;
}
const shows =
  (rule: Rule = exact) =>
  ({ pixels }: MadeCanvas, threshold: number) =>
    drawn(pixels, threshold, rule);

/** The first picture of each call is the one that this rule draws. */
const draws =
  (rule: Rule): Recognise =>
  (_finding, { calls }) =>
    calls.every((made) => leavesPixels(shows(rule), { when: 'over' })(made) === null);

/** Each picture is the threshold of the one before it. */
const fromLast: Recognise = ({ call: made, problem }) => {
  if (made === null || problem.kind !== 'pixels' || problem.control === null) return false;
  const { states } = canvasRecordOf(made);
  const last = states[problem.state - 1];
  const now = states[problem.state];
  if (last === undefined || now === undefined) return false;
  return drawn(last, problem.control.value).every((byte, i) => byte === now[i]);
};

/** No move of any call changed its picture. */
const standsStill: Recognise = (_finding, { calls }) =>
  calls.every((made) => {
    const [first, ...others] = canvasRecordOf(made).states;
    return (
      first !== undefined && others.every((state) => state.every((byte, i) => byte === first[i]))
    );
  });

export const exercise = defineExercise({
  probes: [
    call('slider', canvas(6, 1, edge), moves('threshold', [128, 200, 60, 128])),
    call('slider', canvas(6, 5, lake), moves('threshold', [100, 180, 20, 255, 1, 0])),
    call('slider', canvas(colours.length, 1, colours.flat()), moves('threshold', [128, 129, 128])),
  ],

  checks: {
    rule: {
      judge: everyCall(leavesPixels(shows(), { when: 'over' })),
      mistakes: {
        greater: (finding, attempt) =>
          draws((r, g, b, t) => 299 * r + 587 * g + 114 * b > 1000 * t)(finding, attempt) ||
          draws((r, g, b, t) => luma(r, g, b) > t)(finding, attempt),
        float: draws((r, g, b, t) => luma(r, g, b) >= t),
        rounded: draws((r, g, b, t) => Math.round(luma(r, g, b)) >= t),
        percent: draws((r, g, b, t) => 29 * r + 58 * g + 11 * b >= 100 * t),
        average: draws((r, g, b, t) => r + g + b >= 3 * t),
      },
    },
    back: {
      judge: everyCall(leavesPixels(shows(), { when: 'moved' })),
      // In pictures that stand still each may also be the threshold of the one before it.
      mistakes: { deaf: standsStill, 'last-result': fromLast },
    },
    once: {
      judge: everyCall(takesAtMost(1)),
      mistakes: { 're-reads': ({ problem }) => problem.kind === 'canvas-calls' },
    },
  },

  words: {
    en: {
      checks: {
        rule: 'White from the threshold on, black below it, exactly',
        back: 'Each move starts from the picture as it was',
        once: 'Takes the pixels from the canvas once',
      },
      mistakes: {
        greater: {
          why: 'Grey 128 at a threshold of 128 should be white, and is black: “at or above” is `>=`.',
          next: 'Let the threshold itself be white.',
        },
        float: {
          why: '127.99999999999999 < 128: that is what the fractions add up to for a grey of 128, so it is black.',
          next: 'Stay with whole numbers: 299, 587 and 114, and a threshold times 1000.',
        },
        rounded: {
          why: 'Grey 128 is white now. But so are colours of a luma of 127.5 and more, which are below the threshold.',
          next: 'Compare before you round, with whole numbers.',
        },
        percent: {
          why: '29 + 58 + 11 is 98: every pixel is 2 % darker than it is, white included.',
          next: 'Take 299, 587 and 114, which add up to 1000.',
        },
        average: {
          why: 'You weigh red, green and blue the same. Green is much brighter to the eye than blue.',
          next: 'Take 299 parts of red, 587 of green and 114 of blue.',
        },
        'last-result': {
          why: 'Slide back, and nothing returns: you threshold the last result, which is black and white already.',
          next: 'Keep a copy of the pixels from before the first move, and read from that.',
        },
        deaf: {
          why: 'The first picture is right, and no move changes it.',
          next: 'Hand `controls.on` a callback that draws with the number it is given.',
        },
        're-reads': {
          why: 'The pictures are right. But `getImageData` is called more than once, and each call brings all pixels back from the canvas, which is slow.',
          next: 'Call it once, before the first picture, and keep a copy of its `data` with `slice()`.',
        },
      },
    },
    ko: {
      checks: {
        rule: '임곗값부터는 흰색, 그 아래는 검은색, 정확하게',
        back: '움직일 때마다 처음 그림에서 시작합니다',
        once: '캔버스에서 픽셀을 한 번만 가져옵니다',
      },
      mistakes: {
        greater: {
          why: '임곗값 128에서 회색 128은 흰색이어야 하는데 검은색입니다. “이상”은 `>=`입니다.',
          next: '임곗값 자체가 흰색이 되게 하세요.',
        },
        float: {
          why: '127.99999999999999 < 128. 회색 128에서 소수들을 더하면 그렇게 되어서 검은색입니다.',
          next: '정수만 쓰세요: 299, 587, 114, 그리고 임곗값 곱하기 1000.',
        },
        rounded: {
          why: '이제 회색 128은 흰색입니다. 하지만 루마가 127.5 이상이고 임곗값보다 작은 색들까지 흰색이 됩니다.',
          next: '반올림하기 전에 정수로 비교하세요.',
        },
        percent: {
          why: '29 + 58 + 11은 98입니다. 흰색까지 모든 픽셀이 2% 어둡습니다.',
          next: '더하면 1000이 되는 299, 587, 114를 쓰세요.',
        },
        average: {
          why: '빨강, 초록, 파랑을 똑같이 셌습니다. 눈에는 초록이 파랑보다 훨씬 밝습니다.',
          next: '빨강 299, 초록 587, 파랑 114를 쓰세요.',
        },
        'last-result': {
          why: '슬라이더를 되돌려도 돌아오는 것이 없습니다. 이미 검은색과 흰색뿐인 직전 결과를 다시 이진화했습니다.',
          next: '처음 움직이기 전의 픽셀을 사본으로 두고 거기서 읽으세요.',
        },
        deaf: {
          why: '첫 그림은 맞는데, 움직여도 바뀌지 않습니다.',
          next: '받은 수로 그리는 콜백을 `controls.on`에 넘기세요.',
        },
        're-reads': {
          why: '그림은 맞습니다. 하지만 `getImageData`를 여러 번 호출했습니다. 호출할 때마다 모든 픽셀을 캔버스에서 가져오므로 느립니다.',
          next: '첫 그림 전에 한 번만 호출하고, `slice()`로 `data`의 사본을 두세요.',
        },
      },
    },
  },
});
