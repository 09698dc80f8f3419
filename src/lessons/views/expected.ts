import type { Claim, Gate, LessonExpectation } from '../expectation';

const zeros = (bytes: number) => Array.from({ length: bytes }, () => '00').join(' ');

/** A row of the table of typed arrays: the kinds share one element size. */
const tableRow = (kinds: readonly string[], says: string, ko: string): Claim => ({
  says,
  ko,
  computed: async ({ print }) => {
    const sizes = await print(
      kinds.map((kind) => `console.log(${kind}.BYTES_PER_ELEMENT);`).join('\n'),
    );
    return `${kinds.map((kind) => `\`${kind}\``).join(', ')} | ${[...new Set(sizes)].join(' or ')} |`;
  },
});

const firstPrinted = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

export const expected: LessonExpectation = {
  seeds: ['S1', 'S2', 'S3'],

  snippets: {
    'lost-write': {
      prints: ['7: 9', '8: 0'],
      leaves: { buffer: zeros(16) },
      views: ['dots: Uint8Array buffer[0..16)'],
    },
    create: {
      prints: ['4: 12', '5: undefined', '6: 0', '8: 12', '9: false'],
      leaves: { buffer: zeros(12) },
      views: ['bytes: Uint8Array buffer[0..12)'],
    },
    grow: {
      prints: ['7: 8', '8: 8 4', '13: RangeError'],
      leaves: { buffer: zeros(8) },
      views: ['all: Uint8Array buffer[0..8)', 'four: Uint8Array buffer[0..4)'],
    },
    'whole-buffer': {
      prints: [
        '8: Uint8Array(2) [99, 30]',
        '9: Uint8Array(4) [10, 20, 30, 40]',
        '13: Uint8Array(4) [10, 20, 30, 40]',
        '14: true 0',
      ],
      leaves: { buffer: '', part: '63 1E', whole: '0A 14 1E 28' },
      views: [
        'bytes: Uint8Array buffer[0..0)',
        'copy: Uint8Array part[0..2)',
        'moved: Uint8Array whole[0..4)',
      ],
    },
    window: {
      prints: ['7: 2', '8: 2', '9: 12', '11: 1', '12: 258', '17: RangeError'],
      leaves: { buffer: `00 00 01 02 ${zeros(8)}` },
      views: ['all: Uint8Array buffer[0..12)', 'view: DataView buffer[2..4)'],
    },
    count: {
      prints: ['4: 20', '5: 20', '8: 5', '9: 20', '10: 4'],
      leaves: { buffer: zeros(20) },
      views: ['u8: Uint8Array buffer[0..20)', 'u32: Uint32Array buffer[0..20)'],
    },
    'odd-size': {
      prints: [],
      leaves: {},
      views: [],
      throws: 'RangeError, line 3',
    },
    'left-over': {
      prints: ['12: RangeError', '13: RangeError', '14: 4', '15: RangeError'],
      leaves: { eighteen: zeros(18), nineteen: zeros(19) },
      views: [],
    },
    units: {
      prints: ['4: 3 6', '7: 3'],
      leaves: { buffer: zeros(16) },
      views: ['u16: Uint16Array buffer[4..10)', 'view: DataView buffer[4..7)'],
    },
    unaligned: {
      prints: ['7: RangeError', '12: Uint8Array(8) [0, 0, 10, 11, 12, 13, 0, 0]', '15: true'],
      leaves: { buffer: '00 00 0A 0B 0C 0D 00 00' },
      views: ['bytes: Uint8Array buffer[0..8)', 'view: DataView buffer[0..8)'],
    },
    'one-buffer': {
      prints: ['10: 255 255 255', '13: 0 0 192 63', '16: 254 255 65534', '19: 1 2', '20: 258 513'],
      leaves: { buffer: 'FF 00 00 00 00 00 C0 3F FE FF 00 00 01 02 00 00' },
      views: [
        'u8: Uint8Array buffer[0..16)',
        'i16: Int16Array buffer[0..16)',
        'u32: Uint32Array buffer[0..16)',
        'f32: Float32Array buffer[0..16)',
        'dv: DataView buffer[0..16)',
      ],
    },
    family: {
      prints: [
        '14: Uint8Array > TypedArray > Object',
        '15: DataView > Object',
        '16: false',
        '17: undefined',
        '19: true',
        '20: true',
      ],
      leaves: {},
      views: ['bytes: Uint8Array ?[0..4)', 'view: DataView ?[0..4)'],
    },
    inspect: {
      prints: [
        `18: [${[
          "{ property: 'buffer', DataView: ArrayBuffer(16), Int32Array: ArrayBuffer(16) }",
          "{ property: 'byteOffset', DataView: 4, Int32Array: 4 }",
          "{ property: 'byteLength', DataView: 8, Int32Array: 8 }",
          "{ property: 'length', DataView: undefined, Int32Array: 2 }",
          "{ property: 'BYTES_PER_ELEMENT', DataView: undefined, Int32Array: 4 }",
        ].join(', ')}]`,
        `38: [${[
          "{ call: 'getInt8(0)', finds: 63 }",
          "{ call: 'getUint8(0)', finds: 63 }",
          "{ call: 'getInt16(0)', finds: 16320 }",
          "{ call: 'getUint16(0)', finds: 16320 }",
          "{ call: 'getInt32(0)', finds: 1069547520 }",
          "{ call: 'getUint32(0)', finds: 1069547520 }",
          "{ call: 'getFloat32(0)', finds: 1.5 }",
          "{ call: 'getFloat64(0)', finds: 0.125 }",
        ].join(', ')}]`,
      ],
      leaves: { buffer: '00 00 00 00 3F C0 00 00 00 00 00 00 00 00 00 00' },
      views: ['view: DataView buffer[4..12)', 'ints: Int32Array buffer[4..12)'],
    },
    outside: {
      prints: ['3: undefined', '5: undefined', '6: Uint8Array(4) [0, 0, 0, 0]', '12: RangeError'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..4)', 'view: DataView ?[0..4)'],
    },
    'no-push': {
      prints: ['3: undefined undefined', '6: Uint8Array(2) [144, 200]', '9: [400, 200]'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..2)', 'doubled: Uint8Array ?[0..2)'],
    },
    'copy-or-view': {
      prints: ['4: Uint16Array(4) [5, 0, 7, 0]', '7: Uint16Array(2) [5, 7]', '10: 5 6'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..4)', 'copy: Uint16Array ?[0..8)', 'view: Uint16Array ?[0..4)'],
    },
    three: {
      prints: ['2: Uint8Array(3) [0, 0, 0]', '5: Uint8Array(1) [3]', '8: Uint8Array(3) [0, 0, 0]'],
      leaves: {},
      views: [
        'fromNumber: Uint8Array ?[0..3)',
        'fromArray: Uint8Array ?[0..1)',
        'fromString: Uint8Array ?[0..3)',
      ],
    },
  },

  claims: [
    {
      says: 'For the `Int32Array` the two are 2 and 4, and 2 × 4 is its `byteLength`.',
      ko: '`Int32Array`에서는 그 둘이 2와 4이고, 2 × 4가 `byteLength`입니다.',
      computed: firstPrinted(
        `const ints = new Int32Array(new ArrayBuffer(16), 4, 2);
        const { length, BYTES_PER_ELEMENT, byteLength } = ints;
        if (length * BYTES_PER_ELEMENT === byteLength)
          console.log('the two are ' + length + ' and ' + BYTES_PER_ELEMENT + ', and ' + length + ' × ' + BYTES_PER_ELEMENT);`,
      ),
    },
    {
      says: 'The four bytes of 1.5, `3F C0 00 00`, are 63 to those who take one',
      ko: '1.5의 네 바이트 `3F C0 00 00`은 한 바이트를 읽는 메서드에는 63',
      computed: async ({ bytes }) => `\`${await bytes('inspect', 4, 8)}\``,
    },
    {
      says: 'are 63 to those who take one, 16320 to those who take two, and 1.5 to `getFloat32` alone. `getFloat64` takes four zeros along and finds 0.125.',
      ko: '한 바이트를 읽는 메서드에는 63, 두 바이트를 읽는 메서드에는 16320이고, 1.5로 읽는 것은 `getFloat32`뿐입니다. `getFloat64`는 뒤의 0 네 개까지 읽어 0.125를 얻습니다.',
      computed: firstPrinted(
        `const view = new DataView(new ArrayBuffer(8));
        view.setFloat32(0, 1.5);
        const one = [view.getInt8(0), view.getUint8(0)], two = [view.getInt16(0), view.getUint16(0)];
        const others = [view.getInt32(0), view.getUint32(0), view.getFloat64(0)].includes(1.5);
        const of = (list) => [...new Set(list)].join(' or ');
        if (!others)
          console.log('are ' + of(one) + ' to those who take one, ' + of(two) + ' to those who take two, and ' + view.getFloat32(0) +
            ' to \`getFloat32\` alone. \`getFloat64\` takes four zeros along and finds ' + view.getFloat64(0));`,
      ),
    },
    {
      says: 'In the memory view every byte is still `00`.',
      ko: '메모리 뷰를 보면 바이트는 모두 `00` 그대로입니다.',
      computed: async ({ bytes }) =>
        `\`${[...new Set((await bytes('lost-write', 0, 16)).split(' '))].join(' or ')}\``,
    },
    {
      says: 'Change line 5 to `dots[0] = 9;` and press Run. Byte 0 is now `09`',
      ko: '5행을 `dots[0] = 9;`로 바꾸고 실행을 눌러 보세요. 0번 바이트가 `09`가 되고',
      computed: async ({ bytes }) => {
        const edit = { find: 'buffer[0] = 9;', put: 'dots[0] = 9;' };
        return `Byte 0 is now \`${await bytes('lost-write', 0, 1, edit)}\``;
      },
    },
    {
      says: '`buffer[0] = 9` added a property named `"0"`',
      ko: '`buffer[0] = 9`는 이름이 `"0"`인 속성을 추가했습니다.',
      computed: firstPrinted(
        'const buffer = new ArrayBuffer(16); buffer[0] = 9; console.log(JSON.stringify(Object.keys(buffer)[0]));',
      ),
    },
    {
      says: '`FF` is 255',
      ko: '`FF`는 255입니다.',
      computed: firstPrinted("console.log(Number('0xFF'));"),
    },
    {
      says: 'None of them tells you what a single byte says.',
      ko: '바이트 하나하나가 무엇인지 알려 주는 것은 없습니다.',
      // No method of a buffer but those that treat the bytes as a whole: nothing named get, set, at or read.
      computed: async ({ print }) => {
        const methods = await print(
          `console.log(Object.entries(Object.getOwnPropertyDescriptors(ArrayBuffer.prototype))
            .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
            .map(([name]) => name).sort().join());`,
        );
        return methods[0] === 'resize,slice,transfer,transferToFixedLength'
          ? 'None of them'
          : `an ArrayBuffer has ${String(methods[0])}`;
      },
    },
    {
      says: '1 × 256 + 2 = <Output snippet="window" line={12} />',
      computed: async ({ bytes }) => {
        const [high, low] = (await bytes('window', 2, 4)).split(' ').map((b) => parseInt(b, 16));
        return `${String(high)} × 256 + ${String(low)}`;
      },
    },
    { says: '20 ÷ 4 = 5', computed: firstPrinted('console.log(`20 ÷ 4 = ${20 / 4}`);') },
    { says: '18 ÷ 4 = 4.5', computed: firstPrinted('console.log(`18 ÷ 4 = ${18 / 4}`);') },
    {
      says: 'There, 18 bytes are 4 elements of 4 bytes.',
      ko: '그런 버퍼에서 18바이트는 4바이트짜리 요소 4개입니다.',
      computed: firstPrinted(
        `const buffer = new ArrayBuffer(18, { maxByteLength: 32 });
        const view = new Uint32Array(buffer);
        console.log(\`\${view.length} elements of \${view.BYTES_PER_ELEMENT} bytes\`);`,
      ),
    },
    tableRow(
      ['Uint8Array', 'Uint8ClampedArray'],
      '| `Uint8Array`, `Uint8ClampedArray` | 1 | a whole number, never negative |',
      '| `Uint8Array`, `Uint8ClampedArray` | 1 | 음수가 없는 정수 |',
    ),
    tableRow(
      ['Int8Array'],
      '| `Int8Array` | 1 | a whole number, negative ones too |',
      '| `Int8Array` | 1 | 음수도 있는 정수 |',
    ),
    tableRow(
      ['Uint16Array'],
      '| `Uint16Array` | 2 | a whole number, never negative |',
      '| `Uint16Array` | 2 | 음수가 없는 정수 |',
    ),
    tableRow(
      ['Int16Array'],
      '| `Int16Array` | 2 | a whole number, negative ones too |',
      '| `Int16Array` | 2 | 음수도 있는 정수 |',
    ),
    tableRow(
      ['Uint32Array'],
      '| `Uint32Array` | 4 | a whole number, never negative |',
      '| `Uint32Array` | 4 | 음수가 없는 정수 |',
    ),
    tableRow(
      ['Int32Array'],
      '| `Int32Array` | 4 | a whole number, negative ones too |',
      '| `Int32Array` | 4 | 음수도 있는 정수 |',
    ),
    tableRow(
      ['BigUint64Array', 'BigInt64Array'],
      '| `BigUint64Array`, `BigInt64Array` | 8 | a `BigInt` |',
      '| `BigUint64Array`, `BigInt64Array` | 8 | `BigInt` |',
    ),
    tableRow(
      ['Float16Array'],
      '| `Float16Array` | 2 | a number with a fraction, about 3 digits |',
      '| `Float16Array` | 2 | 소수부가 있는 수, 약 3자리 |',
    ),
    tableRow(
      ['Float32Array'],
      '| `Float32Array` | 4 | a number with a fraction, about 7 digits |',
      '| `Float32Array` | 4 | 소수부가 있는 수, 약 7자리 |',
    ),
    tableRow(
      ['Float64Array'],
      '| `Float64Array` | 8 | any JavaScript number, exactly |',
      '| `Float64Array` | 8 | JavaScript의 모든 수를 정확히 |',
    ),
    {
      says: 'a number with a fraction, about 3 digits',
      ko: '소수부가 있는 수, 약 3자리',
      computed: firstPrinted('console.log(`about ${Math.floor(Math.log10(2 ** 11))} digits`);'),
    },
    {
      says: 'a number with a fraction, about 7 digits',
      ko: '소수부가 있는 수, 약 7자리',
      computed: firstPrinted('console.log(`about ${Math.floor(Math.log10(2 ** 24))} digits`);'),
    },
    {
      says: 'Bytes 2 to 5 are `0A 0B 0C 0D`',
      ko: '2번부터 5번까지의 바이트는 `0A 0B 0C 0D`',
      computed: async ({ bytes }) => `\`${await bytes('unaligned', 2, 6)}\``,
    },
    {
      says: '`getUint32(2, true)` and `setUint32(2, value, true)` put the lowest byte first',
      ko: '`getUint32(2, true)`와 `setUint32(2, value, true)`는 가장 낮은 바이트를 먼저 놓습니다.',
      computed: async ({ bytes }) => {
        const edit = { find: '0x0a0b0c0d);\nconsole', put: '0x0a0b0c0d, true);\nconsole' };
        return (await bytes('unaligned', 2, 6, edit)) === '0D 0C 0B 0A' ? 'lowest byte first' : '?';
      },
    },
    {
      says: 'The number 1.5 is stored there as `00 00 C0 3F`',
      ko: '1.5는 거기에 `00 00 C0 3F`로 저장되고',
      computed: async ({ bytes }) => `\`${await bytes('one-buffer', 4, 8)}\``,
    },
    {
      says: 'The number −2 is stored as `FE FF`',
      ko: '−2는 `FE FF`로 저장됩니다.',
      computed: async ({ bytes }) => `\`${await bytes('one-buffer', 8, 10)}\``,
    },
    {
      says: '`dv.setUint16(12, 258)` stored `01 02`',
      ko: '`dv.setUint16(12, 258)`은 가장 높은 바이트부터 `01 02`를 저장했습니다.',
      computed: async ({ bytes }) => `\`${await bytes('one-buffer', 12, 14)}\``,
    },
    {
      says: 'finds 1 + 2 × 256',
      ko: '1 + 2 × 256을 얻습니다.',
      computed: firstPrinted('if (1 + 2 * 256 === 513) console.log("1 + 2 × 256");'),
    },
    {
      says: 'Only byte 7 does, from `3F` to `BF`',
      ko: '7번 바이트만 `3F`에서 `BF`로 바뀝니다.',
      computed: async ({ bytes }) => {
        const before = (await bytes('one-buffer', 0, 16)).split(' ');
        const edit = { find: '= 1.5', put: '= -1.5' };
        const after = (await bytes('one-buffer', 0, 16, edit)).split(' ');
        return before
          .flatMap((byte, i) =>
            byte === after[i]
              ? []
              : [`byte ${String(i)} does, from \`${byte}\` to \`${String(after[i])}\``],
          )
          .join();
      },
    },
    {
      says: 'You reach it as `Object.getPrototypeOf(Uint8Array)`, and you cannot make one with `new`.',
      ko: '`Object.getPrototypeOf(Uint8Array)`로 얻을 수 있고, `new`로 만들 수는 없습니다.',
      computed: async ({ print }) => {
        const [name, error] = await print(
          `const TypedArray = Object.getPrototypeOf(Uint8Array);
          console.log(TypedArray.name);
          try { new TypedArray(); } catch (error) { console.log(error.name); }`,
        );
        return name === 'TypedArray' && error === 'TypeError' ? 'cannot make one with `new`' : '?';
      },
    },
    {
      says: 'The same goes for `u8[-1]`.',
      ko: '`u8[-1]`도 마찬가지입니다.',
      computed: firstPrinted(
        `const u8 = new Uint8Array(4);
        u8[-1] = 7;
        if (u8[-1] === undefined && Object.keys(u8).join() === '0,1,2,3') console.log('u8[-1]');`,
      ),
    },
    {
      says: '400 − 256 = 144',
      computed: firstPrinted('console.log(`= ${new Uint8Array([400])[0]}`);'),
    },
  ],
};
