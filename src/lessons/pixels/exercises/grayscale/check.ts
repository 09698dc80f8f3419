import {
  all,
  any,
  call,
  defineExercise,
  everyCall,
  inCall,
  leavesAround,
  leavesView,
  Seeded,
  view,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x59);

/** Pixels whose luma does not lie half-way, where sums of fractions may round either way. */
function pixels(count: number): Uint8Array {
  const bytes: number[] = [];
  while (bytes.length < count * 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = random.bytes(4);
    const thousandths = (299 * red + 587 * green + 114 * blue) % 1000;
    if (Math.abs(thousandths - 500) > 10) bytes.push(red, green, blue, alpha);
  }
  return Uint8Array.from(bytes);
}

type Weigh = (red: number, green: number, blue: number) => number;
type Change = (pixel: Uint8ClampedArray) => void;

const weights: Weigh = (red, green, blue) => red * 0.299 + green * 0.587 + blue * 0.114;
const lumaOf = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray) => weights(red, green, blue);

/** All pixels, each changed in place. */
const each =
  (change: Change) =>
  (...[given]: readonly InputValue[]): Uint8Array => {
    const data = Uint8ClampedArray.from(given as Uint8Array);
    for (let i = 0; i < data.length; i += 4) change(data.subarray(i, i + 4));
    return Uint8Array.from(data);
  };
const grey = (weigh: Weigh) =>
  each((pixel) => {
    const [red = 0, green = 0, blue = 0] = pixel;
    pixel.fill(weigh(red, green, blue), 0, 3);
  });

const leaves = (change: (...args: readonly InputValue[]) => Uint8Array): Recognise =>
  inCall((made) => leavesView(0, change)(made) === null);

/** What the other colours become when red was stored first. */
const storedFirst = any(
  leaves(
    each((pixel) => {
      for (let c = 0; c < 3; c++) pixel[c] = lumaOf(pixel);
    }),
  ),
  leaves(
    each((pixel) => {
      pixel[0] = lumaOf(pixel);
      pixel.fill(lumaOf(pixel), 1, 3);
    }),
  ),
);

export const exercise = defineExercise({
  probes: [
    call('grayscale', view('data', 'Uint8ClampedArray', [200, 100, 50, 255])),
    call('grayscale', view('data', 'Uint8ClampedArray', [255, 0, 0, 255, 0, 0, 255, 128])),
    call('grayscale', view('data', 'Uint8ClampedArray', [])),
    call('grayscale', view('data', 'Uint8ClampedArray', pixels(5), { before: 3, after: 2 })),
    call('grayscale', view('data', 'Uint8ClampedArray', pixels(24))),
  ],

  checks: {
    grey: {
      judge: everyCall(leavesView(0, grey(weights))),
      mistakes: {
        'stored-first': storedFirst,
        average: leaves(grey((red, green, blue) => (red + green + blue) / 3)),
        percent: leaves(grey((red, green, blue) => red * 0.29 + green * 0.58 + blue * 0.11)),
        truncated: leaves(grey((red, green, blue) => Math.floor(weights(red, green, blue)))),
        alpha: leaves(each((pixel) => pixel.fill(lumaOf(pixel)))),
        copy: all(
          leaves((given) => given as Uint8Array),
          inCall(
            ({ result: { outcome } }) => outcome.kind === 'returned' && outcome.bytes !== null,
          ),
        ),
      },
    },
    around: { judge: everyCall(leavesAround(0)) },
  },

  words: {
    en: {
      checks: {
        grey: 'Every colour of a pixel becomes its luma, and alpha stays',
        around: 'Changes no byte around data',
      },
      mistakes: {
        'stored-first': {
          why: '124, and then 101: when green was worked out, you read the red you had just changed.',
          next: 'Work the luma out first, keep it in a variable, and then store.',
        },
        average: {
          why: 'That is the average of the three. Pure green, which looks bright, and pure blue, which looks dark, would become the same grey.',
          next: 'Weigh them: 0.299, 0.587 and 0.114.',
        },
        percent: {
          why: '0.29 + 0.58 + 0.11 is 0.98: every pixel comes out darker than it is.',
          next: 'Take all three digits, which add up to 1.',
        },
        truncated: {
          why: 'The fraction was cut off before the array could round it.',
          next: 'Store the luma as it is: a `Uint8ClampedArray` rounds.',
        },
        alpha: {
          why: 'Grey, and partly transparent: alpha got the luma as well.',
          next: 'Leave every fourth byte alone.',
        },
        copy: {
          why: 'The grey pixels are in an array of your own, and those you were given are as they were.',
          next: 'Write into `data` itself.',
        },
      },
    },
    ko: {
      checks: {
        grey: '픽셀의 색이 모두 루마가 되고, 알파는 그대로입니다',
        around: 'data 앞뒤의 바이트를 바꾸지 않습니다',
      },
      mistakes: {
        'stored-first': {
          why: '124 다음에 101이 나왔습니다. 초록을 계산할 때 방금 바꾼 빨강을 읽었습니다.',
          next: '먼저 루마를 계산해 변수에 담고, 그다음 저장하세요.',
        },
        average: {
          why: '셋의 평균입니다. 밝아 보이는 순수한 초록과 어두워 보이는 순수한 파랑이 같은 회색이 됩니다.',
          next: '가중치 0.299, 0.587, 0.114를 곱하세요.',
        },
        percent: {
          why: '0.29 + 0.58 + 0.11은 0.98입니다. 픽셀이 모두 조금씩 어둡게 나옵니다.',
          next: '소수 셋째 자리까지 쓰세요. 그러면 더해서 1이 됩니다.',
        },
        truncated: {
          why: '배열이 반올림하기 전에 소수부를 버렸습니다.',
          next: '루마를 그대로 저장하세요. `Uint8ClampedArray`가 반올림합니다.',
        },
        alpha: {
          why: '회색이지만 부분적으로 투명합니다. 알파까지 루마가 되었습니다.',
          next: '네 번째 바이트마다 건드리지 말고 넘어가세요.',
        },
        copy: {
          why: '회색 픽셀은 여러분의 배열에 있고, 받은 것은 그대로입니다.',
          next: '`data` 자체에 쓰세요.',
        },
      },
    },
  },
});
