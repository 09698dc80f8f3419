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
      prints: ['7: 0 102400', '7: 102400 102400', '7: 204800 45200', '12: 45200'],
      leaves: {},
      views: ['zeros: Uint8Array ?[0..250000)'],
    },
    kib: {
      prints: ['3: 102400 bytes', '4: 100 KiB', '5: 102.4 kB'],
      leaves: {},
      views: [],
    },
    empty: {
      prints: ['5: NaN % loaded', '7: waiting'],
      leaves: {},
      views: [],
    },
    honest: {
      prints: ['33: 40.96', '33: 81.92', '33: 100.00', '35: saved 250000', '36: 2e12479e91f9eb03'],
      leaves: {},
      views: ['sevens: Uint8Array ?[0..250000)'],
    },
    window: {
      prints: ['31: 2 in flight', '32: 600000 bytes saved'],
      leaves: {},
      views: ['zeros: Uint8Array ?[0..600000)'],
    },
    resume: {
      prints: ['25: Sent 204800', '32: The lab wants 204800', '36: saved 250000'],
      leaves: {},
      views: ['sevens: Uint8Array ?[0..250000)'],
    },
    stream: {
      prints: ['8: 1000000', '12: 102400'],
      leaves: {},
      views: ['zeros: Uint8Array ?[0..1000000)'],
    },
    moved: {
      prints: ['4: 102400 102400', '8: 0 102400', '9: true'],
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
