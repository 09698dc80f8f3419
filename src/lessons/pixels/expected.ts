import type { Claim, Gate, LessonExpectation } from '../expectation';

const printed = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

const figure = (says: string, ko: string, expression: string): Claim => ({
  says,
  ko,
  computed: printed(`console.log((${expression}).toLocaleString('en'));`),
});

/** All colours, in a loop that is too long for a snippet. */
function ofAllColours(count: (red: number, green: number, blue: number) => number): number {
  let sum = 0;
  for (let red = 0; red < 256; red++)
    for (let green = 0; green < 256; green++)
      for (let blue = 0; blue < 256; blue++) sum += count(red, green, blue);
  return sum;
}

const is128 = (red: number, green: number, blue: number) =>
  299 * red + 587 * green + 114 * blue === 128_000;
const misses = (red: number, green: number, blue: number) =>
  is128(red, green, blue) && red * 0.299 + green * 0.587 + blue * 0.114 < 128;
const differs = (red: number, green: number, blue: number) =>
  299 * red + 587 * green + 114 * blue >= 128_000 !==
  2126 * red + 7152 * green + 722 * blue >= 1_280_000;

export const expected: LessonExpectation = {
  seeds: ['S8', 'S9', 'S10', 'S11'],

  snippets: {
    'grey-128': {
      prints: ['9: 127.99999999999999', '10: 128000', '11: true', '18: 65 of 256 greys'],
      leaves: {},
      views: [],
    },
  },

  onPage: {
    alpha: {
      prints: ['11: 40 90 200 255', '12: 51 102 204 5', '13: 255 0 0 1', '14: 0 0 0 0'],
    },
    'alpha-all': {
      prints: ['28: 32640 of 65536 have changed', '29: 0 of them opaque', '30: 0 on a second trip'],
    },
    bitmap: { prints: ['17: 7297 bytes of JPEG', '18: 163500 bytes of pixels'] },
    blur: { prints: [] },
    brightness: { prints: [] },
    channels: { prints: [] },
    exact: { prints: ['27: 1600 white pixels'] },
    exif: { prints: ['28: II, orientation 6', '29: MM, orientation 6'] },
    'four-bytes': { prints: ['22: 24 bytes', '23: Uint8ClampedArray'] },
    grayscale: { prints: [] },
    'layout-width': { prints: ['6: width 50', '7: naturalWidth 327'] },
    logo: { prints: ['27: 0 white pixels'] },
    numbers: {
      prints: [
        '8: 0 2.9 4 2.9 gives 4 2',
        '8: 0 0 -4 2 gives 4 2',
        '10: 0 0 0 2 throws IndexSizeError',
        '10: 0 NaN 4 2 throws TypeError',
        '24: 255 255 255 255',
        '27: 0 0 0 0',
      ],
    },
    posterize: { prints: [] },
    'seed-image': {
      prints: ['16: 7297 bytes of JPEG', '32: 327 by 125', '33: 163500 bytes of pixels'],
    },
    'seed-invert': { prints: ['26: 125 62.5', '27: 125 rows asked for', '28: 163500 bytes'] },
    'seed-threshold': { prints: [] },
    slider: { prints: [] },
    tainted: { prints: ['16: drawn', '22: SecurityError'] },
    three: { prints: [] },
    turned: { prints: ['17: 7423 bytes: 327 by 125', '17: 7351 bytes: 125 by 327'] },
  },

  claims: [
    figure(
      '163,500 bytes of pixels, which is 327 × 125 × 4',
      '픽셀 163,500바이트, 곧 327 × 125 × 4가 되었습니다.',
      '327 * 125 * 4',
    ),
    figure('3 × 2 pixels are 24 bytes', '3 × 2픽셀은 24바이트입니다.', '3 * 2 * 4'),
    figure('beginning at row 62', '62행부터 달라고 합니다.', 'Math.trunc(125 / 2)'),
    figure('The canvas has 63 of them', '그 가운데 캔버스에 있는 것은 63개입니다.', '125 - 62'),
    figure('82,404 are on the canvas', '캔버스에 있는 것이 82,404바이트인데도', '327 * 63 * 4'),
    figure(
      'It inverted 20,274 pixels',
      '20,274픽셀을 0, 0, 0, 0에서 255, 255, 255, 0으로 반전했고',
      '327 * 62',
    ),
    figure('These add up to 98', '더하면 98이고', '29 + 58 + 11'),
    figure('white would come out as 249.9', '흰색이 249.9로 나옵니다.', '255 * 0.98'),
    figure('40 × 5 / 255 is 0.78', '40 × 5 / 255는 0.78이고', 'Math.round((40 * 5) / 2.55) / 100'),
    figure('1 × 255 / 5 is 51', '1 × 255 / 5는 51입니다.', '255 / 5'),
    {
      says: 'Of 111 colours whose luma is exactly 128',
      ko: '루마가 정확히 128인 색 111개 가운데',
      computed: () => `Of ${ofAllColours((r, g, b) => Number(is128(r, g, b)))} colours`,
    },
    {
      says: 'exactly 128 the sum misses 46.',
      ko: '정확히 128인 색 111개 가운데 46개에서 이 합이 빗나갑니다.',
      computed: () => `misses ${ofAllColours((r, g, b) => Number(misses(r, g, b)))}.`,
    },
    {
      says: 'the two disagree on 5.6 % of all colours',
      ko: '둘은 모든 색의 5.6%를 다르게 가릅니다.',
      computed: () =>
        `${((ofAllColours((r, g, b) => Number(differs(r, g, b))) / 2 ** 24) * 100).toFixed(1)} %`,
    },
    {
      says: 'With four levels a colour is 0, 85, 170 or 255',
      ko: '네 단계라면 색은 0, 85, 170, 255 가운데',
      computed: printed(
        "const step = 255 / 3; console.log([0, 1, 2].map((n) => n * step).join(', ') + ' or ' + 3 * step);",
      ),
    },
  ],
};
