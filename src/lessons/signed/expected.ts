import type { Claim, Gate, LessonExpectation } from '../expectation';

/** Numbers as prose writes them: a minus sign, and a comma at the thousands. */
const typed = (digits: string): string =>
  digits.replace(/\d{4,}/g, (run) => run.replace(/\B(?=(\d{3})+$)/g, ',')).replaceAll('-', '−');

const printed = (source: string) => async (gate: Gate) =>
  typed((await gate.print(source)).join(' '));

/** `32 + 8 + 4 = 44`: the left side is computed. */
const equation = (says: string): Claim => ({
  says,
  computed: async ({ print }) => {
    const left = says.split(' = ')[0] ?? '';
    return `${left} = ${typed((await print(`console.log(${left.replaceAll('−', '-')});`))[0] ?? '')}`;
  },
});

const WEIGHTS = '[7, 6, 5, 4, 3, 2, 1, 0].map((bit) => 2 ** bit)';

/** A table row of eight cells, top bit first. */
const bitRow = (says: string, cells: string, ko?: string): Claim => ({
  says,
  ...(ko === undefined ? {} : { ko }),
  computed: async ({ print }) =>
    `| ${typed((await print(`console.log(${cells}.join(' | '));`)).join())} |`,
});

/** A row of the table of ranges: what a type keeps as it is, and no number beyond it. */
const rangeRow = (type: string, says: string): Claim => ({
  says,
  computed: async ({ print }) => {
    const [kept] = await print(
      `const view = new ${type}Array(1);
      const keeps = (n) => ((view[0] = n), view[0] === n);
      const bits = 8 * view.BYTES_PER_ELEMENT;
      const ends = [0, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1, 2 ** bits - 1].filter(keeps);
      const low = Math.min(...ends), high = Math.max(...ends);
      if (!keeps(low - 1) && !keeps(high + 1)) console.log(low + ' | ' + high);`,
    );
    return `\`${type}\` | ${typed(kept ?? 'nothing')} |`;
  },
});

export const expected: LessonExpectation = {
  seeds: ['S4'],

  snippets: {
    brighten: {
      prints: ['10: Uint8Array(4) [80, 180, 4, 54]'],
      leaves: {},
      views: ['pixels: Uint8Array ?[0..4)'],
    },
    'nine-bits': {
      prints: ['9: 101100', '10: 100000000', '11: 100101100', '12: Uint8Array(4) [44, 0, 44, 255]'],
      leaves: { buffer: '2C 00 2C FF' },
      views: ['bytes: Uint8Array buffer[0..4)'],
    },
    'two-readings': {
      prints: [
        '7: Uint8Array(6) [0, 1, 127, 128, 254, 255]',
        '8: Int8Array(6) [0, 1, 127, -128, -2, -1]',
      ],
      leaves: { buffer: '00 01 7F 80 FE FF' },
      views: ['unsigned: Uint8Array buffer[0..6)', 'signed: Int8Array buffer[0..6)'],
    },
    'eight-switches': {
      prints: [
        '15: Uint8Array(8) [1, 2, 4, 8, 16, 32, 64, 128]',
        '16: Int8Array(8) [1, 2, 4, 8, 16, 32, 64, -128]',
      ],
      leaves: { buffer: '01 02 04 08 10 20 40 80' },
      views: ['unsigned: Uint8Array buffer[0..8)', 'signed: Int8Array buffer[0..8)'],
    },
    ranges: {
      prints: [
        '5: Uint8Array(2) [0, 255]',
        '12: Int8Array(3) [-128, 127, -128]',
        '17: Uint16Array(1) [65535]',
      ],
      leaves: {},
      views: [
        'uint8View: Uint8Array ?[0..2)',
        'int8View: Int8Array ?[0..3)',
        'uint16View: Uint16Array ?[0..2)',
      ],
    },
    'two-bytes': {
      prints: ['9: 65534', '10: Uint8Array(4) [254, 255, 44, 1]'],
      leaves: { buffer: 'FE FF 2C 01' },
      views: [
        'u8: Uint8Array buffer[0..4)',
        'u16: Uint16Array buffer[0..4)',
        'i16: Int16Array buffer[0..4)',
      ],
    },
    'lost-number': {
      prints: ['5: 300', '6: 44', '9: 300'],
      leaves: {},
      views: ['byte: Uint8Array ?[0..1)', 'pair: Uint16Array ?[0..2)'],
    },
    'wrap-or-clamp': {
      prints: [
        '11: Uint8Array(4) [80, 180, 4, 54]',
        '12: Uint8ClampedArray(4) [80, 180, 255, 255]',
      ],
      leaves: {},
      views: ['wraps: Uint8Array ?[0..4)', 'clamps: Uint8ClampedArray ?[0..4)'],
    },
    fractions: {
      prints: ['6: Uint8Array(5) [0, 1, 2, 3, 255]', '7: Uint8ClampedArray(5) [0, 2, 2, 4, 0]'],
      leaves: {},
      views: ['wraps: Uint8Array ?[0..5)', 'clamps: Uint8ClampedArray ?[0..5)'],
    },
    'by-hand': {
      prints: [
        '6: 100101100',
        '7: 011111111',
        '8: 000101100',
        '11: 44 255',
        '12: -1',
        '15: 72 200',
      ],
      leaves: {},
      views: [],
    },
    conversions: {
      prints: [
        `33: [${[
          '{ value: -1, u8: 255, i8: -1, u8c: 0, u16: 65535, i16: -1, u32: 4294967295, i32: -1 }',
          '{ value: 128, u8: 128, i8: -128, u8c: 128, u16: 128, i16: 128, u32: 128, i32: 128 }',
          '{ value: 256, u8: 0, i8: 0, u8c: 255, u16: 256, i16: 256, u32: 256, i32: 256 }',
          '{ value: 300, u8: 44, i8: 44, u8c: 255, u16: 300, i16: 300, u32: 300, i32: 300 }',
          '{ value: -129, u8: 127, i8: 127, u8c: 0, u16: 65407, i16: -129, u32: 4294967167, i32: -129 }',
          '{ value: 2.5, u8: 2, i8: 2, u8c: 2, u16: 2, i16: 2, u32: 2, i32: 2 }',
          '{ value: 10000000000, u8: 0, i8: 0, u8c: 255, u16: 58368, i16: -7168, u32: 1410065408, i32: 1410065408 }',
        ].join(', ')}]`,
      ],
      // The low 32 bits of 1e10.
      leaves: { buffer: '00 E4 0B 54' },
      views: [
        'u8: Uint8Array buffer[0..4)',
        'i8: Int8Array buffer[0..4)',
        'u8c: Uint8ClampedArray buffer[0..4)',
        'u16: Uint16Array buffer[0..4)',
        'i16: Int16Array buffer[0..4)',
        'u32: Uint32Array buffer[0..4)',
        'i32: Int32Array buffer[0..4)',
      ],
    },
    negate: {
      prints: ['12: Int8Array(3) [5, -128, -128]'],
      leaves: { buffer: '05 80 80' },
      views: ['signed: Int8Array buffer[0..3)'],
    },
    'not-a-flag': {
      prints: ['8: -123', '11: 11111011'],
      leaves: { buffer: 'FB' },
      views: ['unsigned: Uint8Array buffer[0..1)', 'signed: Int8Array buffer[0..1)'],
    },
    'not-numbers': {
      prints: ['8: Uint8Array(4) [12, 0, 0, 0]'],
      leaves: {},
      views: ['bytes: Uint8Array ?[0..4)'],
    },
  },

  claims: [
    {
      says: '20 and 120 grew by 60, as they should. 200 + 60 is 260, but the pixel is now 4',
      ko: '20과 120은 60씩 제대로 커졌습니다. 200 + 60은 260인데 픽셀은 이제 4,',
      computed: printed(
        `const pixels = Uint8Array.of(20, 120, 200);
        for (let i = 0; i < 3; i++) pixels[i] += 60;
        if (pixels[0] === 20 + 60 && pixels[1] === 120 + 60)
          console.log('200 + 60 is ' + (200 + 60) + ', but the pixel is now ' + pixels[2]);`,
      ),
    },
    bitRow(
      '| Weight | 128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
      WEIGHTS,
      '| 자릿값 | 128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
    ),
    bitRow('| 44 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0 |', "[...(44).toString(2).padStart(8, '0')]"),
    equation('32 + 8 + 4 = 44'),
    {
      says: 'The bits of 44 are `0010` and `1100`, which are 2 and 12, so it is `2C`.',
      ko: '44의 비트는 `0010`과 `1100`, 곧 2와 12이므로 `2C`입니다.',
      computed: async ({ print }) =>
        (
          await print(
            `const bits = (44).toString(2).padStart(8, '0');
        const halves = [bits.slice(0, 4), bits.slice(4)];
        console.log('\`' + halves.join('\` and \`') + '\`, which are ' +
          halves.map((half) => parseInt(half, 2)).join(' and ') +
          ', so it is \`' + (44).toString(16).toUpperCase() + '\`');`,
          )
        ).join(),
    },
    {
      says: 'With all eight bits on, it is 255.',
      ko: '여덟 비트가 모두 켜지면 255입니다.',
      computed: printed("console.log('it is ' + 0b11111111);"),
    },
    {
      says: 'That is nine bits: those of 44, and a ninth of weight 256.',
      ko: '아홉 비트, 곧 44의 비트에 자릿값이 256인 아홉째 비트를 더한 것입니다.',
      computed: printed(
        `const nine = (300).toString(2);
        if (nine.length === 9 && parseInt(nine.slice(1), 2) === 44) console.log('of weight ' + 2 ** 8);`,
      ),
    },
    {
      says: 'so 300 becomes 44. In 256, which is',
      ko: '나머지를 버리므로 300은 44가 됩니다. 256은',
      computed: printed("console.log('300 becomes ' + Uint8Array.of(300)[0]);"),
    },
    {
      says: 'only the ninth bit is on, and it becomes 0.',
      ko: '아홉째 비트만 켜져 있으므로 0이 됩니다.',
      computed: printed("console.log('it becomes ' + Uint8Array.of(256)[0]);"),
    },
    {
      says: "The slider's 260 is 256 + 4. Hence the 4.",
      ko: '슬라이더의 260은 256 + 4입니다. 그래서 4가 됩니다.',
      computed: printed("console.log('260 is 256 + ' + (260 - 256));"),
    },
    {
      says: 'Press the one of weight 1, and the byte reads 45.',
      ko: '자릿값이 1인 것을 누르면 바이트가 45로 읽힙니다.',
      computed: printed("console.log('the byte reads ' + (Uint8Array.of(300)[0] ^ 1));"),
    },
    {
      says: 'Line 7 of that program stored −1, and the byte reads 255.',
      ko: '그 프로그램의 7행은 −1을 저장했는데 바이트는 255로 읽힙니다.',
      computed: async ({ bytes }) =>
        `the byte reads ${String(parseInt(await bytes('nine-bits', 3, 4), 16))}`,
    },
    {
      says: 'Then walk to 0, press Start here, and take one step back. You are at 255.',
      ko: '0까지 걸어가 “여기서 시작”을 누르고 한 칸 뒤로 가 보세요. 255에 와 있습니다.',
      computed: printed("console.log('You are at ' + Uint8Array.of(0 - 1)[0]);"),
    },
    equation('260 − 256 = 4'),
    equation('−1 + 256 = 255'),
    {
      says: 'The freezer is at −2 degrees.',
      ko: '냉동고는 −2도입니다.',
      computed: printed("console.log(Int8Array.of(254)[0] + ' degrees');"),
    },
    {
      says: 'Up to 127 the two readings agree. From 128 on the second is 256 less.',
      ko: '127까지는 두 해석이 같습니다. 128부터는 둘째가 256만큼 작습니다.',
      computed: printed(
        `const unsigned = Uint8Array.from({ length: 256 }, (_, n) => n);
        const signed = new Int8Array(unsigned.buffer);
        const differs = unsigned.findIndex((n) => n !== signed[n]);
        const by = [...new Set(Array.from(unsigned.subarray(differs), (n) => n - signed[n]))];
        console.log('From ' + differs + ' on the second is ' + by.join() + ' less');`,
      ),
    },
    bitRow(
      '| Weight, unsigned | 128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
      WEIGHTS,
      '| 자릿값, 부호 없음 | 128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
    ),
    bitRow(
      '| Weight, signed | −128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
      `${WEIGHTS}.map((weight) => Int8Array.of(weight)[0])`,
      '| 자릿값, 부호 있음 | −128 | 64 | 32 | 16 | 8 | 4 | 2 | 1 |',
    ),
    bitRow(
      '| 254, or −2 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 0 |',
      '[...(254).toString(2)]',
      '| 254 또는 −2 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 0 |',
    ),
    equation('−128 + 64 + 32 + 16 + 8 + 4 + 2 = −2'),
    {
      says: 'Unsigned it is now 255, and signed it is −128 + 127 = −1.',
      ko: '이제 부호 없이 읽으면 255이고, 부호 있게 읽으면 −128 + 127 = −1입니다.',
      computed: async ({ print }) => {
        const [unsigned, signed] = await print(
          `const byte = Uint8Array.of(0b10000000 | 0b01111111);
          console.log(byte[0]);
          console.log(new Int8Array(byte.buffer)[0]);`,
        );
        return `Unsigned it is now ${String(unsigned)}, and signed it is −128 + 127 = ${typed(String(signed))}.`;
      },
    },
    equation('−128 + 127 = −1'),
    {
      says: 'You see one step forward from 7. Outside that is 8. Inside it passes the seam and is −8.',
      ko: '7에서 앞으로 한 칸이 보입니다. 바깥쪽에서는 8입니다. 안쪽에서는 이음매를 지나 −8입니다.',
      // Four bits: the top four of eight.
      computed: printed(
        `const next = Uint8Array.of((7 + 1) << 4);
        const signed = new Int8Array(next.buffer);
        console.log('Outside that is ' + (next[0] >> 4) + '. Inside it passes the seam and is ' + (signed[0] >> 4));`,
      ),
    },
    {
      says: 'One step back from 0 all bits are on: 15 outside, −1 inside.',
      ko: '0에서 한 칸 뒤로 가면 모든 비트가 켜집니다. 바깥쪽은 15, 안쪽은 −1입니다.',
      computed: printed(
        `const back = Uint8Array.of((0 - 1) << 4);
        const signed = new Int8Array(back.buffer);
        console.log((back[0] >> 4) + ' outside, ' + (signed[0] >> 4) + ' inside');`,
      ),
    },
    {
      says: 'The 128 of line 11 reads −128.',
      ko: '11행의 128은 −128로 읽힙니다.',
      computed: printed("console.log('reads ' + Int8Array.of(128)[0]);"),
    },
    {
      says: 'Then a byte could hold −127 to 127. It would have a 0 and a −0, but no −128.',
      ko: '그러면 바이트에는 −127부터 127까지 들어갑니다. 0과 −0이 따로 있고 −128은 없습니다.',
      computed: printed(
        `const read = (byte) => (byte & 128 ? -1 : 1) * (byte & 127);
        const all = Array.from({ length: 256 }, (_, byte) => read(byte));
        const zeros = all.filter((n) => n === 0).map((n) => (Object.is(n, -0) ? '-0' : '0'));
        console.log(Math.min(...all) + ' to ' + Math.max(...all) + '. It would have a ' + zeros.join(' and a '));`,
      ),
    },
    {
      says: 'once round is 65,536. Signed, the top bit weighs −32,768.',
      ko: '한 바퀴가 65,536칸입니다. 부호 있는 수에서 최상위 비트의 자릿값은 −32,768입니다.',
      computed: printed(
        "console.log('once round is ' + 2 ** 16 + '. Signed, the top bit weighs ' + Int16Array.of(2 ** 15)[0]);",
      ),
    },
    {
      says: 'It is stored as `2C 01`, which is 44 + 1 × 256.',
      ko: '`2C 01`로, 곧 44 + 1 × 256으로 저장됩니다.',
      computed: async ({ bytes }) => `\`${await bytes('two-bytes', 2, 4)}\``,
    },
    {
      says: 'which is 44 + 1 × 256',
      ko: '곧 44 + 1 × 256으로 저장됩니다.',
      computed: printed("console.log((300 & 255) + ' + ' + (300 >> 8) + ' × 256');"),
    },
    {
      says: 'the same bytes read 65,536 − 2 = <Output snippet="two-bytes" line={9} />',
      ko: '같은 바이트를 부호 없이 읽으면 65,536 − 2 = <Output snippet="two-bytes" line={9} />',
      computed: printed("if (2 ** 16 - 2 === 65534) console.log(65536 + ' − 2');"),
    },
    {
      says: 'so its bytes are `FE FF`, the lower one first',
      ko: '바이트는 `FE FF`입니다. “ArrayBuffer와 뷰”에서 본 것처럼 낮은 바이트가 먼저 옵니다.',
      computed: async ({ bytes }) => `\`${await bytes('two-bytes', 0, 2)}\``,
    },
    rangeRow('Uint8', '| `Uint8` | 0 | 255 |'),
    rangeRow('Int8', '| `Int8` | −128 | 127 |'),
    rangeRow('Uint16', '| `Uint16` | 0 | 65,535 |'),
    rangeRow('Int16', '| `Int16` | −32,768 | 32,767 |'),
    rangeRow('Uint32', '| `Uint32` | 0 | 4,294,967,295 |'),
    rangeRow('Int32', '| `Int32` | −2,147,483,648 | 2,147,483,647 |'),
    {
      says: 'the largest `Uint16` is 65,535, not 65,536',
      ko: '가장 큰 `Uint16`은 65,536이 아니라 65,535입니다.',
      computed: printed("console.log(Uint16Array.of(-1)[0] + ', not ' + 2 ** 16);"),
    },
    {
      says: 'change line 1 to `const by = -60;`. Before you press Run, say what becomes of 20. It wraps to 216, nearly white, and it clamps to 0.',
      ko: '1행을 `const by = -60;`으로 바꾸세요. 실행을 누르기 전에 20이 어떻게 될지 말해 보세요. 랩어라운드하면 216, 거의 흰색이고, 클램프하면 0입니다.',
      computed: printed(
        `const wraps = Uint8Array.of(20);
        const clamps = Uint8ClampedArray.of(20);
        wraps[0] += -60;
        clamps[0] += -60;
        console.log('It wraps to ' + wraps[0] + ', nearly white, and it clamps to ' + clamps[0]);`,
      ),
    },
    {
      says: '−1.9 becomes −1, and then 255',
      ko: '−1.9는 −1이 되고, 그다음 255가 됩니다.',
      computed: printed(
        "console.log(Math.trunc(-1.9) + ', and then ' + new Uint8Array([-1.9])[0]);",
      ),
    },
    {
      says: '`Int8Array` and the arrays of 16 and 32 bits drop it, too.',
      ko: '`Int8Array`와 16비트, 32비트 배열도 소수부를 버립니다.',
      computed: printed(
        `const kinds = [Int8Array, Int16Array, Uint16Array, Int32Array, Uint32Array];
        if (kinds.every((Kind) => Kind.of(3.5)[0] === 3 && Kind.of(-1.9)[0] === Kind.of(-1)[0]))
          console.log('drop it, too');`,
      ),
    },
    {
      says: 'so 1.5 and 2.5 both become 2',
      ko: '1.5와 2.5가 모두 2가 됩니다.',
      computed: printed(
        "console.log('both become ' + [...new Set(Uint8ClampedArray.of(1.5, 2.5))].join());",
      ),
    },
    {
      says: 'where `Math.round(2.5)` is 3.',
      ko: '`Math.round(2.5)`라면 3입니다.',
      computed: printed("console.log('is ' + Math.round(2.5));"),
    },
    {
      says: '255 is eight bits, all on, so `n & 255` keeps the low eight bits of `n`, as a byte does',
      ko: '255는 여덟 비트가 모두 켜진 수이므로 `n & 255`는 바이트처럼 `n`의 아래쪽 여덟 비트를 남깁니다.',
      computed: printed(
        `const byte = new Uint8Array(1);
        const numbers = Array.from({ length: 2001 }, (_, i) => i - 1000);
        if (numbers.every((n) => ((byte[0] = n), (n & 255) === byte[0]))) console.log('as a byte does');`,
      ),
    },
    {
      says: 'Its low eight bits are 0, its low 16 bits are 58,368 or, with the top bit counted negative, −7,168.',
      ko: '아래쪽 여덟 비트는 0이고, 아래쪽 16비트는 58,368, 최상위 비트를 음수로 세면 −7,168입니다.',
      computed: printed(
        `const bits = BigInt(1e10);
        console.log('Its low eight bits are ' + Number(bits % 256n) + ', its low 16 bits are ' + Number(bits % 65536n) +
          ' or, with the top bit counted negative, ' + Number(BigInt.asIntN(16, bits)));`,
      ),
    },
    {
      says: 'Minus −5 is 5, but minus −128 is 128, which no `Int8` can hold, so it wraps to −128. `Math.abs(-128)` is 128 as well',
      ko: '−5의 부호를 바꾸면 5이지만, −128의 부호를 바꾼 128은 `Int8`에 들어가지 않으므로 랩어라운드해서 −128이 됩니다. `Math.abs(-128)`도 128이라서',
      computed: printed(
        "if (Math.abs(-128) === 128 && -(-128) === 128) console.log('it wraps to ' + Int8Array.of(128)[0]);",
      ),
    },
    {
      says: 'Nothing else but 0 is its own negative.',
      ko: '부호를 바꾸어도 그대로인 수는 이것 말고 0뿐입니다.',
      computed: printed(
        `const all = Int8Array.from({ length: 256 }, (_, n) => n);
        const own = Array.from(all).filter((n) => Int8Array.of(-n)[0] === n);
        if (own.join() === '0,-128') console.log('Nothing else but 0');`,
      ),
    },
    equation('5 − 128 = −123'),
    {
      says: 'To get from 5 to −5, flip every bit and add 1',
      ko: '5에서 −5를 얻으려면 모든 비트를 뒤집고 1을 더하거나',
      computed: printed(
        "if (Int8Array.of((5 ^ 255) + 1)[0] === -5) console.log('flip every bit and add 1');",
      ),
    },
    {
      says: "From `'twelve'` and `undefined` that makes `NaN`, and `NaN` is stored as 0.",
      ko: "`'twelve'`와 `undefined`는 `NaN`이 되고, `NaN`은 0으로 저장됩니다.",
      computed: printed(
        `const made = [...new Set(['twelve', undefined].map(Number))].join();
        console.log('that makes \`' + made + '\`, and \`NaN\` is stored as ' + Uint8Array.of(NaN)[0]);`,
      ),
    },
    {
      says: '`bytes[0] = 12n` throws a `TypeError`',
      ko: '`bytes[0] = 12n`은 `TypeError`를 던집니다.',
      computed: printed(
        `const bytes = new Uint8Array(4);
        try { bytes[0] = 12n; } catch (error) { console.log('throws a \`' + error.name + '\`'); }`,
      ),
    },
  ],
};
