import type { Claim, Gate, LessonExpectation } from '../expectation';

const printed = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

const figure = (says: string, expression: string): Claim => ({
  says,
  computed: printed(`console.log((${expression}).toLocaleString('en'));`),
});

export const expected: LessonExpectation = {
  seeds: ['S6', 'S7'],

  snippets: {
    cut: {
      prints: ['6: 0 102400', '6: 102400 102400', '6: 204800 45200', '10: 45200'],
      leaves: {},
      views: [],
    },
    kib: {
      prints: ['3: 102400 bytes', '4: 100 KiB', '5: 102.4 kB'],
      leaves: {},
      views: [],
    },
    empty: {
      prints: ['5: NaN percent loaded', '6: waiting'],
      leaves: {},
      views: [],
    },
    honest: {
      prints: ['24: 40.96', '24: 81.92', '24: 100.00', '25: saved 250000', '26: 51e7afb3ef1a69a2'],
      leaves: {},
      views: ['pixels: Uint8Array ?[0..250000)'],
    },
    window: {
      prints: ['21: 2 in flight', '22: 600000 bytes saved'],
      leaves: {},
      views: [],
    },
    resume: {
      prints: ['22: The lab wants 204800', '26: saved 250000'],
      leaves: {},
      views: [],
    },
    stream: {
      prints: ['7: 1000000', '10: 102400'],
      leaves: {},
      views: [],
    },
    moved: {
      prints: ['5: 102400 102400', '8: 0 102400', '9: true'],
      leaves: {},
      views: [],
    },
  },

  claims: [
    figure('a multiple of 1,024', '1024'),
    figure('Two whole chunks are 204,800 bytes', '2 * 1024 * 100'),
    figure('41,944 chunks', 'Math.ceil(4 * 1024 ** 3 / (1024 * 100))'),
    figure('0 / 0 is `NaN`', '0 / 0'),
    figure('204,800 of 250,000 bytes are 81.92 %', '204800 / 250000 * 100'),
  ],
};
