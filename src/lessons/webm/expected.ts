import type { Claim, Gate, LessonExpectation } from '../expectation';

const printed = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

const figure = (says: string, ko: string, expression: string): Claim => ({
  says,
  ko,
  computed: printed(`console.log((${expression}).toLocaleString('en'));`),
});

/** A size as EBML writes it, in the fewest bytes. */
const size = (says: string, ko: string, value: number): Claim => ({
  says,
  ko,
  computed: printed(`let length = 1;
while (${String(value)} >= 2 ** (7 * length) - 1) length++;
let rest = ${String(value)} + 2 ** (7 * length);
const bytes = [];
for (; length > 0; length--) {
  bytes.unshift((rest % 256).toString(16).toUpperCase().padStart(2, '0'));
  rest = Math.floor(rest / 256);
}
console.log('\`' + bytes.join(' ') + '\`');`),
});

export const expected: LessonExpectation = {
  seeds: ['S12', 'S13'],

  snippets: {
    'blob-range': { prints: ['6: 206', '7: cde'], leaves: {}, views: [] },
    'first-bytes': {
      prints: [
        '32: EBML  1a 45 df a3 | 9f |',
        '32: EBMLVersion  42 86 | 81 | 01',
        '32: EBMLReadVersion  42 f7 | 81 | 01',
        '32: EBMLMaxIDLength  42 f2 | 81 | 04',
        '32: EBMLMaxSizeLength  42 f3 | 81 | 08',
        '32: DocType  42 82 | 84 | 77 65 62 6d',
        '32: DocTypeVersion  42 87 | 81 | 02',
        '32: DocTypeReadVersion  42 85 | 81 | 02',
        '32: Segment  18 53 80 67 | 01 00 00 00 00 02 27 93 |',
        '34: 206 48',
      ],
      leaves: {
        buffer:
          '1A 45 DF A3 9F 42 86 81 01 42 F7 81 01 42 F2 81 04 42 F3 81 08 42 82 84 77 65 62 6D 42 87 81 02 42 85 81 02 18 53 80 67 01 00 00 00 00 02 27 93',
      },
      views: ['bytes: Uint8Array buffer[0..48)'],
    },
    marker: {
      prints: [
        '6: 10000001 1',
        '6: 10011111 1',
        '6: 01000000 2',
        '6: 00010000 4',
        '6: 00001000 5',
        '6: 00000001 8',
      ],
      leaves: {},
      views: ['firsts: Uint8Array ?[0..6)'],
    },
    'walk-head': {
      prints: [
        '11: 5 4286 1',
        '11: 9 42f7 1',
        '11: 13 42f2 1',
        '11: 17 42f3 1',
        '11: 21 4282 4',
        '11: 28 4287 1',
        '11: 32 4285 1',
        '14: end: 36',
      ],
      leaves: {},
      views: ['view: DataView buffer[0..36)'],
    },
    'open-end': {
      prints: [
        '16: 18 53 80 67 01 00 00 00 00 02 27 93',
        '17: 18 53 80 67 01 ff ff ff ff ff ff ff',
        '20: 15 49 a9 66 a0 2a d7 b1 83 0f 42 40 4d 80 84 4c 61 76 66 57 41 84 4c 61 76 66 44 89 88 40 af 40 00 00 00 00 00',
        '21: 15 49 a9 66 95 2a d7 b1 83 0f 42 40 4d 80 84 4c 61 76 66 57 41 84 4c 61 76 66',
      ],
      leaves: {},
      views: [12, 12, 37, 26].map((end) => `part: Uint8Array buffer[0..${String(end)})`),
    },
    duration: {
      prints: ['13: 1000000 ns', '14: 4000 ticks', '15: 4 s'],
      leaves: {},
      views: ['info: DataView buffer[0..37)'],
    },
    blocks: {
      prints: ['19: 1 1000 key', '19: 1 1042 -', '19: 1 1083 -'],
      leaves: {},
      views: [
        'cluster: DataView ?[0..11)',
        ...Array.from({ length: 3 }, () => 'block: DataView ?[0..7)'),
      ],
    },
    boxes: {
      prints: ['17: 0 ftyp 32', '17: 32 moov 11902'],
      leaves: {},
      views: ['view: DataView ?[0..48)'],
    },
  },

  onPage: {
    'no-duration': {
      prints: ['12: pattern-vp8.webm 141251 4', '12: recorded.webm 141125 Infinity'],
    },
    'seed-video': { prints: ['31: 141251 bytes', '32: paused: true'] },
    'seed-mp4': { prints: ['30: video/webm 12'] },
    'put-right': { prints: ['19: pattern-vp8.webm 320 180'] },
    sound: {
      acts: [{ kind: 'press', name: 'Play with sound' }],
      prints: ['11: by itself: NotAllowedError', '9: muted: plays', '9: pressed: plays'],
    },
  },

  claims: [
    size('126 is `FE`', '126은 `FE`이고', 126),
    size('127 is `40 7F`', '127은 `40 7F`입니다.', 127),
    {
      says: 'seven ones, `FF`,',
      ko: '1이 일곱 개인 `FF`는',
      computed: printed("console.log('`' + (0b11111111).toString(16).toUpperCase() + '`');"),
    },
    {
      says: 'the size is `84`',
      ko: '크기는 `84`이고',
      computed: printed("console.log('`' + (0x80 | 'webm'.length).toString(16) + '`');"),
    },
    {
      says: 'the four letters webm, `77 65 62 6D`',
      ko: '네 글자 webm, `77 65 62 6D`가',
      computed: printed(
        "console.log(Array.from('webm', (letter) => letter.charCodeAt(0).toString(16).toUpperCase()).join(' '));",
      ),
    },
    figure(
      '141,203 bytes from byte 48 on',
      '48번 바이트부터 파일의 마지막인 141,250번 바이트까지 141,203바이트입니다.',
      '0x022793',
    ),
    figure(
      'the last byte of the file, 141,250',
      '파일의 마지막인 141,250번 바이트까지',
      '48 + 0x022793 - 1',
    ),
    figure('eight bytes hold 56 bits', '여덟 바이트에는 56비트가 들어갑니다.', '8 * 7'),
    figure('is shorter by 11 bytes', '녹화한 파일의 Info는 11바이트 짧습니다.', '2 + 1 + 8'),
    figure(
      '161 bytes behind the Segment',
      'Segment의 헤더가 끝나는 곳에서 161바이트 뒤에 Info가 있습니다.',
      '0xa1',
    ),
    {
      says: 'it is a double, `40 AF 40 00 00 00 00 00`',
      ko: '배정밀도 `40 AF 40 00 00 00 00 00`입니다.',
      computed: printed(
        `const bytes = new Uint8Array(8);
new DataView(bytes.buffer).setFloat64(0, 4000);
console.log(Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' '));`,
      ),
    },
    {
      says: 'of 24 bits, `0F 42 40`, is 1,000,000',
      ko: '24비트 정수 `0F 42 40`은 1,000,000입니다.',
      computed: printed(`const digits = (1000000).toString(16).toUpperCase().padStart(6, '0');
console.log('\`' + digits.match(/../g).join(' ') + '\`');`),
    },
    {
      says: 'as `FF D8`, is −40',
      ko: '`FF D8`, 곧 −40입니다.',
      computed: printed(`const bytes = new Uint8Array(2);
new DataView(bytes.buffer).setInt16(0, -40);
console.log('\`' + Array.from(bytes, (byte) => byte.toString(16).toUpperCase()).join(' ') + '\`');`),
    },
  ],
};
