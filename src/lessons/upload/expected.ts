import type { Claim, Gate, LessonExpectation } from '../expectation';

const printed = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

const figure = (says: string, ko: string, expression: string): Claim => ({
  says,
  ko,
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
    tus: {
      prints: [
        '30: The lab wants 204800',
        '33: 250000',
        '34: 2a60e85386d2ea13abc91fa6589fa30195be596086698e19b8089566b7c5807e',
      ],
      leaves: {},
      views: ['zeros: Uint8Array ?[0..250000)'],
    },
    'tus-client': {
      prints: [
        '11: sent 0',
        '11: sent 102400',
        '11: sent 102400',
        '14: The lab has 102400',
        '25: Paused',
        '11: sent 102400',
        '11: sent 204800',
        '11: sent 204800',
        '14: The lab has 204800',
        '11: sent 204800',
        '11: sent 250000',
        '11: sent 250000',
        '14: The lab has 250000',
        '30: 2e12479e91f9eb033672353f3c85daf6eae41dc808a84b01987d863fbd6fa3e0',
      ],
      leaves: {},
      views: ['sevens: Uint8Array ?[0..250000)'],
    },
    moved: {
      prints: ['4: 102400 102400', '8: 0 102400', '9: true'],
      leaves: {},
      views: [],
    },
  },

  onPage: {
    'seed-upload': {
      acts: [{ kind: 'press', name: 'Upload a made file of 250,000 bytes' }],
      prints: [
        '18: started upload of file',
        '25: File is 40.96 percent loaded',
        '25: File is 81.92 percent loaded',
        '25: File is 100.00 percent loaded',
        '30: completed file upload',
      ],
      serverPrints: ['9: saved made.raw 250000'],
    },
    'one-message': {
      prints: ['11: File is 100.00 percent loaded', '15: load', '23: disconnect: transport close'],
      serverPrints: ['15: complete 0 bytes'],
    },
    'same-file': {
      prints: ['21: here 4c64bda3e3a4f5f8', '22: there 4c64bda3e3a4f5f8', '23: true'],
    },
  },

  claims: [
    figure('a multiple of 1,024', '1,024의 배수', '1024'),
    figure(
      'Two whole chunks are 204,800 bytes',
      '온전한 청크 둘이 204,800바이트',
      '2 * 1024 * 100',
    ),
    figure('41,944 chunks', '청크가 41,944개', 'Math.ceil(4 * 1024 ** 3 / (1024 * 100))'),
    figure('0 / 0 is `NaN`', '0 / 0은 `NaN`', '0 / 0'),
    figure(
      '204,800 of 250,000 bytes are 81.92 %',
      '250,000바이트 가운데 204,800바이트는 81.92 %',
      '204800 / 250000 * 100',
    ),
  ],
};
