import type { Claim, Gate, LessonExpectation } from '../expectation';

const firstPrinted = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

/** The bytes that a program's `bytes` holds in the end, as prose quotes them. */
const bytesOf = (source: string) =>
  firstPrinted(
    `${source}
    console.log('\`' + Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ') + '\`');`,
  );

/** The bytes that a DataView call leaves, `setUint32(0, 327)`. */
const written = (byteLength: number, call: string) =>
  bytesOf(
    `const view = new DataView(new ArrayBuffer(${String(byteLength)}));
    view.${call};
    const bytes = new Uint8Array(view.buffer);`,
  );

/** A row of the table of readers: what it finds in `00 00 01 47` on a little-endian host. */
const reader = (expression: string, order: string, ko: string, found: number): Claim => ({
  says: `| ${expression} | ${order} |`,
  ko: `| ${expression} | ${ko} |`,
  computed: async ({ print }) => {
    const [value] = await print(
      `const u8 = new Uint8Array([0x00, 0x00, 0x01, 0x47]);
      const u32 = new Uint32Array(u8.buffer);
      const view = new DataView(u8.buffer);
      console.log(${expression.replaceAll('`', '')});`,
    );
    return value === String(found) ? order : `finds ${String(value)}`;
  },
});

/** What a WAV's rate read through a typed array gives when the header begins at a byte of a larger buffer. */
const rateByTypedArray = (start: number) =>
  `const buffer = new ArrayBuffer(64);
  new DataView(buffer).setUint32(${String(start)} + 24, 44100, true);
  try { console.log(new Uint32Array(buffer, ${String(start)} + 24, 1)[0]); }
  catch (error) { console.log(error.name); }`;

export const expected: LessonExpectation = {
  // Both halves of it: the number, and the text that stands for it.
  seeds: ['S5', 'S5'],

  snippets: {
    'png-width': {
      prints: ['9: 1191247872', '10: 2097152000'],
      leaves: {},
      views: ['png: Uint8Array ?[0..24)', 'size: Uint32Array ?[16..24)'],
    },
    'both-ways': {
      prints: ['8: 12345678', '11: 12345678', '14: 78563412'],
      leaves: { buffer: '12 34 56 78 78 56 34 12' },
      views: ['view: DataView buffer[0..8)'],
    },
    'host-order': {
      prints: ['5: little'],
      leaves: {},
      views: ['number: Uint16Array ?[0..2)', 'bytes: Uint8Array ?[0..2)'],
    },
    narrow: {
      prints: ['6: 327', '7: 0'],
      leaves: { buffer: '47 01 00 00 00 00 01 47' },
      views: ['view: DataView buffer[0..8)'],
    },
    'two-readers': {
      prints: ['7: 1191247872', '8: 327', '9: 1191247872'],
      leaves: {},
      views: ['width: Uint8Array ?[0..4)', 'u32: Uint32Array ?[0..4)', 'view: DataView ?[0..4)'],
    },
    wav: {
      prints: ['13: 256', '14: 1152122880', '15: 4096', '18: 1', '19: 44100', '20: 16'],
      leaves: {},
      views: ['wav: Uint8Array ?[0..44)', 'view: DataView ?[0..44)'],
    },
    'by-hand': {
      prints: ['10: true', '13: 3412'],
      leaves: {},
      views: ['bytes: Uint8Array ?[0..2)'],
    },
    'top-bit': {
      prints: ['1: -16777216', '2: 4278190080'],
      leaves: {},
      views: [],
    },
    'other-host': {
      prints: ['9: 1315027968', '15: 12345678', '16: 12345678'],
      leaves: { buffer: '00 BC 61 4E' },
      views: ['raw: Uint32Array ?[0..4)', 'agreed: DataView buffer[0..4)'],
    },
    'as-text': {
      prints: ['3: 8', '6: 12345678'],
      leaves: {},
      views: ['bytes: Uint8Array ?[0..8)'],
    },
    'utf-16': {
      prints: ['12: ¬', '13: 가'],
      leaves: { buffer: 'AC 00 00 AC' },
      views: [
        'view: DataView buffer[0..4)',
        'first: Uint8Array buffer[0..2)',
        'second: Uint8Array buffer[2..4)',
      ],
    },
    reversed: {
      prints: ['6: Uint16Array(3) [768, 512, 256]'],
      leaves: {},
      views: ['numbers: Uint16Array ?[0..6)', 'bytes: Uint8Array ?[0..6)'],
    },
  },

  claims: [
    {
      says: 'Such a picture would have 2.5 billion billion pixels.',
      ko: '그런 그림이라면 픽셀이 250경 개입니다.',
      // No number is printed: in Korean it is 250 times 10¹⁶.
      computed: firstPrinted(
        "if ((1191247872 * 2097152000 / 1e18).toFixed(1) === '2.5') console.log('billion billion');",
      ),
    },
    {
      says: 'are `00 00 01 47`. The last byte counts ones',
      ko: '는 `00 00 01 47`입니다. 마지막 바이트는 1의 자리',
      computed: written(4, 'setUint32(0, 327)'),
    },
    {
      says: 'Hexadecimal 47 is 71, and 1 × 256 + 71 = 327',
      ko: '16진수 47은 71이고, 1 × 256 + 71 = 327',
      computed: firstPrinted(
        'console.log(`47 is ${0x47}, and 1 × 256 + ${0x47} = ${1 * 256 + 0x47}`);',
      ),
    },
    {
      says: '71 × 16,777,216 + 1 × 65,536 = 1,191,247,872',
      computed: firstPrinted(
        `const grouped = (n) => n.toLocaleString('en');
        console.log(\`\${grouped(256 ** 3)} + 1 × \${grouped(256 ** 2)} = \${grouped(0x47 * 256 ** 3 + 256 ** 2)}\`);`,
      ),
    },
    {
      says: 'Here they are 16,777,216s, 65,536s, 256s and ones.',
      ko: '여기서는 16,777,216의 자리, 65,536의 자리, 256의 자리, 1의 자리입니다.',
      computed: firstPrinted(
        `const grouped = (n) => n.toLocaleString('en');
        console.log([3, 2, 1].map((power) => grouped(256 ** power) + 's').join(', ').replace(/, 256s/, ', 256s and ones'));`,
      ),
    },
    {
      says: 'Above you find `00 00 01 47`, the bytes of the PNG.',
      ko: '위에는 PNG의 바이트 `00 00 01 47`이 있습니다.',
      computed: written(4, 'setUint32(0, 327, false)'),
    },
    {
      says: 'Read as little-endian they are 1,191,247,872.',
      ko: '리틀 엔디언으로 읽으면 1,191,247,872입니다.',
      computed: firstPrinted(
        `const view = new DataView(new ArrayBuffer(4));
        view.setUint32(0, 327);
        console.log(view.getUint32(0, true).toLocaleString('en'));`,
      ),
    },
    {
      says: 'in which the program would have been right: `47 01 00 00`',
      ko: '그 프로그램으로도 맞게 읽혔을 파일의 바이트 `47 01 00 00`',
      computed: bytesOf('const bytes = new Uint8Array(new Uint32Array([327]).buffer);'),
    },
    {
      says: '1.5 in four bytes is `3F C0 00 00` with the big end first',
      ko: '1.5는 큰 쪽 끝이 먼저면 `3F C0 00 00`',
      computed: written(4, 'setFloat32(0, 1.5)'),
    },
    {
      says: '`00 00 C0 3F` with the little end first',
      ko: '작은 쪽 끝이 먼저면 `00 00 C0 3F`',
      computed: written(4, 'setFloat32(0, 1.5, true)'),
    },
    {
      says: '`true` is little-endian. `false`, or no argument, is big-endian.',
      ko: '`true`면 리틀 엔디언, `false`이거나 없으면 빅 엔디언입니다.',
      computed: firstPrinted(
        `const view = new DataView(new ArrayBuffer(2));
        view.setUint8(1, 1);
        const [yes, no, none] = [view.getUint16(0, true), view.getUint16(0, false), view.getUint16(0)];
        if (yes === 256 && no === 1 && none === 1) console.log('no argument, is big-endian');`,
      ),
    },
    {
      says: 'they become `12 34 56 78`. The line under the memory',
      ko: '바이트는 `12 34 56 78`이 됩니다. 메모리 아래의 줄',
      computed: async ({ bytes }) => `\`${await bytes('both-ways', 0, 4)}\``,
    },
    {
      says: 'gives the number in decimal, 305419896, and says',
      ko: '수를 10진수 305419896으로 보여 주고',
      computed: firstPrinted('console.log(`decimal, ${0x12345678}, and`);'),
    },
    {
      says: 'they become `78 56 34 12`: *written little-endian',
      ko: '바이트는 `78 56 34 12`가 됩니다. *리틀 엔디언으로',
      computed: async ({ bytes }) => `\`${await bytes('both-ways', 4, 8)}\``,
    },
    {
      says: '1 was stored as `01 00`',
      ko: '1이 `01 00`으로 저장되었습니다.',
      computed: bytesOf('const bytes = new Uint8Array(new Uint16Array([1]).buffer);'),
    },
    {
      says: 'The memory of WebAssembly is little-endian by definition.',
      ko: 'WebAssembly의 메모리는 정의에 따라 리틀 엔디언입니다.',
      // A module that stores 1 with its own i32.store at address 0 and exports its memory.
      computed: firstPrinted(
        `const { instance } = await WebAssembly.instantiate(new Uint8Array([
          0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00,
          0x03, 0x02, 0x01, 0x00, 0x05, 0x03, 0x01, 0x00, 0x01, 0x07, 0x09, 0x02, 0x01, 0x6d, 0x02, 0x00,
          0x01, 0x66, 0x00, 0x00, 0x0a, 0x0b, 0x01, 0x09, 0x00, 0x41, 0x00, 0x41, 0x01, 0x36, 0x02, 0x00, 0x0b,
        ]));
        instance.exports.f();
        const bytes = new Uint8Array(instance.exports.m.buffer, 0, 4);
        console.log(bytes.join() === '1,0,0,0' ? 'little-endian' : bytes.join());`,
      ),
    },
    {
      says: 'Make line 8 `const size = new DataView(png.buffer, 16);` and let the last two lines print `size.getUint32(0)` and `size.getUint32(4)`. They are 327 and 125',
      ko: '8행을 `const size = new DataView(png.buffer, 16);`으로 바꾸고 마지막 두 행이 `size.getUint32(0)`과 `size.getUint32(4)`를 출력하게 하세요. 어느 기기에서나 327과 125',
      computed: firstPrinted(
        `const png = new Uint8Array(24);
        png.set([0x00, 0x00, 0x01, 0x47, 0x00, 0x00, 0x00, 0x7d], 16);
        const size = new DataView(png.buffer, 16);
        console.log(\`\${size.getUint32(0)} and \${size.getUint32(4)}\`);`,
      ),
    },
    reader('`u32[0]`', 'the host’s', '호스트의 순서', 0x47010000),
    reader('`view.getUint32(0)`', 'big-endian', '빅 엔디언', 327),
    reader('`view.getUint32(0, true)`', 'little-endian', '리틀 엔디언', 0x47010000),
    {
      says: '| `u8[0]`, `view.getUint8(0)` | none: it is one byte |',
      ko: '| `u8[0]`, `view.getUint8(0)` | 없음: 한 바이트입니다 |',
      computed: firstPrinted(
        'if (Uint8Array.BYTES_PER_ELEMENT === 1 && DataView.prototype.getUint8.length === 1) console.log("one byte");',
      ),
    },
    {
      says: 'in bytes 22 and 23, which are `01 00`',
      ko: '22번과 23번 바이트에 있고, `01 00`입니다.',
      computed: written(2, 'setUint16(0, 1, true)'),
    },
    {
      says: '`01 00` with the big end first is 1 × 256 + 0',
      ko: '큰 쪽 끝이 먼저라고 읽으면 `01 00`은 1 × 256 + 0',
      computed: firstPrinted(
        `const view = new DataView(Uint8Array.of(1, 0).buffer);
        if (view.getUint16(0) === 1 * 256 + 0) console.log('1 × 256 + 0');`,
      ),
    },
    {
      says: 'Both read bytes 24 to 27, `44 AC 00 00`',
      ko: '둘 다 24–27번 바이트 `44 AC 00 00`을 읽고',
      computed: written(4, 'setUint32(0, 44100, true)'),
    },
    {
      says: '`49 49`, the letters II, means little-endian',
      ko: '`49 49`, 곧 글자 II는 리틀 엔디언',
      computed: bytesOf("const bytes = new TextEncoder().encode('II');"),
    },
    {
      says: '`4D 4D`, the letters MM, means big-endian',
      ko: '`4D 4D`, 곧 글자 MM은 빅 엔디언',
      computed: bytesOf("const bytes = new TextEncoder().encode('MM');"),
    },
    {
      says: 'the number 42 in that order, `2A 00` or',
      ko: '그 순서로 적은 수 42, 곧 `2A 00`이나',
      computed: written(2, 'setUint16(0, 42, true)'),
    },
    {
      says: 'or `00 2A`, so that',
      ko: '이나 `00 2A`가 있어서',
      computed: written(2, 'setUint16(0, 42)'),
    },
    {
      says: 'read from the wrong end, 42 is 10752',
      ko: '반대쪽 끝부터 읽으면 42는 10752',
      computed: firstPrinted(
        `const view = new DataView(new ArrayBuffer(2));
        view.setUint16(0, 42);
        console.log(\`42 is \${view.getUint16(0, true)}\`);`,
      ),
    },
    {
      says: '`high` is 12 and `low` is 34, in hexadecimal.',
      ko: '`high`는 16진수로 12, `low`는 34입니다.',
      computed: firstPrinted(
        `const value = 0x1234;
        const high = (value >>> 8) & 255;
        const low = value & 255;
        console.log(\`\\\`high\\\` is \${high.toString(16)} and \\\`low\\\` is \${low.toString(16)}\`);`,
      ),
    },
    {
      says: 'because `|` would make the result signed again',
      ko: '`|`가 결과를 다시 부호 있는 수로 만들기 때문',
      computed: firstPrinted('if ((((0xff << 24) >>> 0) | 1) < 0) console.log("signed again");'),
    },
    {
      says: 'The typed array stored `4E 61 BC 00`',
      ko: '형식화 배열은 작은 쪽 끝이 먼저인 `4E 61 BC 00`을 저장했고',
      computed: bytesOf('const bytes = new Uint8Array(new Uint32Array([12345678]).buffer);'),
    },
    {
      says: 'The second message holds `00 BC 61 4E`',
      ko: '두 번째 메시지에는 `00 BC 61 4E`가 들어 있습니다.',
      computed: written(4, 'setUint32(0, 12345678)'),
    },
    {
      says: '`31 32 33 34 35 36 37 38`, one for each digit',
      ko: '숫자마다 한 바이트씩 모두 <Output snippet="as-text" line={3} />바이트, `31 32 33 34 35 36 37 38`',
      computed: bytesOf("const bytes = new TextEncoder().encode('12345678');"),
    },
    {
      says: 'The price is 8 bytes in place of 4',
      ko: '대가는 4바이트 대신 8바이트',
      computed: firstPrinted(
        `const text = new TextEncoder().encode('12345678').byteLength;
        const number = new Uint32Array([12345678]).byteLength;
        console.log(\`\${text} bytes in place of \${number}\`);`,
      ),
    },
    {
      says: 'The Korean 가 is the unit `0xAC00`.',
      ko: '한글 ‘가’는 코드 유닛 `0xAC00`입니다.',
      computed: firstPrinted(
        "console.log('`0x' + '가'.charCodeAt(0).toString(16).toUpperCase() + '`');",
      ),
    },
    {
      says: 'Line 13, with the bytes `00 AC`.',
      ko: '바이트가 `00 AC`인 13행입니다.',
      computed: written(2, 'setUint16(0, 0xac00, true)'),
    },
    {
      says: 'Line 12 had `AC 00`',
      ko: '12행에서는 `AC 00`이었고',
      computed: written(2, 'setUint16(0, 0xac00)'),
    },
    {
      says: '`FE FF` for big-endian',
      ko: '빅 엔디언이면 `FE FF`',
      computed: written(2, 'setUint16(0, 0xfeff)'),
    },
    {
      says: '`FF FE` for little-endian',
      ko: '리틀 엔디언이면 `FF FE`',
      computed: written(2, 'setUint16(0, 0xfeff, true)'),
    },
    {
      says: '768 is 3 with its two bytes swapped.',
      ko: '768은 3의 두 바이트를 맞바꾼 수입니다.',
      computed: firstPrinted('console.log(`${((3 & 255) << 8) | (3 >>> 8)} is 3`);'),
    },
    {
      says: '`new Uint32Array(buffer, 24, 1)[0]` reads the rate from the WAV header, and reads it rightly',
      ko: '`new Uint32Array(buffer, 24, 1)[0]`은 WAV 헤더에서 샘플 레이트를 읽고, 그 값은 맞습니다.',
      computed: async ({ print }) =>
        (await print(rateByTypedArray(0)))[0] === '44100' ? 'reads it rightly' : '?',
    },
    {
      says: 'now the constructor throws a `RangeError`',
      ko: '이번에는 생성자가 `RangeError`를 던집니다',
      computed: firstPrinted(rateByTypedArray(2)),
    },
  ],
};
