import type { Gate, LessonExpectation } from '../expectation';

const firstPrinted = (source: string) => async (gate: Gate) => (await gate.print(source))[0] ?? '';

export const expected: LessonExpectation = {
  seeds: [],

  snippets: {
    brackets: {
      prints: ['4: 3', '7: Uint8Array(3) [49, 50, 51]'],
      leaves: {},
      views: ['scores: Uint8Array ?[0..3)', 'received: Uint8Array ?[0..3)'],
    },
    parts: {
      prints: ['5: 8', '6: text/plain', '9: Uint8Array(8) [72, 105, 32, 66, 77, 110, 195, 169]'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..2)', 'bytes: Uint8Array ?[0..8)'],
    },
    utf8: { prints: ['2: 5', '5: 11', '6: true'], leaves: {}, views: [] },
    sealed: {
      prints: ['5: Uint8Array(3) [99, 2, 3]', '8: Uint8Array(3) [1, 2, 3]', '11: 1'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..3)', 'inside: Uint8Array ?[0..3)'],
    },
    readers: {
      prints: ['4: 12', '7: 12', '9: price: 5 €', '16: 12'],
      leaves: { buffer: '70 72 69 63 65 3A 20 35 20 E2 82 AC' },
      views: ['bytes: Uint8Array ?[0..12)'],
    },
    slice: {
      prints: [
        '6: 3 3 0',
        '8: Uint8Array(3) [15, 16, 17]',
        '10: type: ""',
        '11: type: "image/png"',
      ],
      leaves: {},
      views: [],
    },
    file: {
      prints: [
        '3: true',
        '4: notes.md 7 text/markdown',
        '5: 1970-01-01T00:00:00.000Z',
        '8: false true',
      ],
      leaves: {},
      views: [],
    },
    inspect: {
      prints: [
        `7: [${[
          "{ property: 'size', Blob: 5, File: 5 }",
          "{ property: 'type', Blob: 'text/plain', File: 'text/plain' }",
          "{ property: 'name', Blob: undefined, File: 'bytes.txt' }",
          "{ property: 'lastModified', Blob: undefined, File: 0 }",
        ].join(', ')}]`,
        `10: [${['slice', 'arrayBuffer', 'text', 'stream']
          .map((method) => `{ method: '${method}', Blob: 'function', File: 'the same' }`)
          .join(', ')}]`,
      ],
      leaves: {},
      views: [],
    },
    url: {
      prints: ['4: blob:', '7: found by its address', '13: TypeError'],
      leaves: {},
      views: [],
    },
    leak: { prints: ['4: 1 blob:', '4: 2 blob:', '4: 3 blob:'], leaves: {}, views: [] },
    wrong: {
      prints: ['5: 102030', '8: 8', '13: TypeError', '17: 3'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..8)', 'three: Uint8Array ?[2..5)'],
    },
  },

  onPage: {
    'file-reader': {
      prints: [
        '12: InvalidStateError',
        '5: loadstart 1',
        '5: progress 1',
        '5: load 2',
        '5: loadend 2',
        '16: price: 5 €',
      ],
    },
    label: { prints: ['11: text/html 1 1', '13: type: ""'] },
    refused: { prints: ['3: fixed 4', '5: resizable TypeError', '3: its copy 4'] },
  },

  claims: [
    {
      says: 'the Blob as a tape: three characters of text, two bytes of `u8`, and all of `word`. Together they are',
      ko: 'Blob을 테이프처럼 나타낸 것입니다. 텍스트 세 글자, `u8`의 두 바이트, `word` 전체입니다. 모두',
      computed: firstPrinted(
        `const words = ['no', 'one', 'two', 'three'];
        if (new Blob(['Hi ']).size + new Uint8Array([0x42, 0x4d]).length + new Blob(['n', 'é']).size === 8)
          console.log(words['Hi '.length] + ' characters of text, ' + words[2] + ' bytes of \`u8\`');`,
      ),
    },
    {
      says: "`'é'` is one character, and in `parts.js` it took two bytes, 195 and 169.",
      ko: "`'é'`는 한 글자인데 `parts.js`에서 195와 169, 두 바이트를 차지했습니다.",
      computed: firstPrinted(
        `const bytes = new Uint8Array(await new Blob(['é']).arrayBuffer());
        console.log('two bytes, ' + [...bytes].join(' and ') + '.');`,
      ),
    },
    {
      says: '`size` counts bytes: 3 for 가, 1 for a, 3 for €, 4 for 😀',
      ko: '`size`는 바이트를 셉니다. ‘가’는 3, ‘a’는 1, ‘€’는 3, ‘😀’는 4',
      computed: firstPrinted(
        `console.log(['가', 'a', '€', '😀'].map((each) => new Blob([each]).size + ' for ' + each).join(', '));`,
      ),
    },
    {
      says: 'The scores that arrive are 49, 50 and 51.',
      ko: '도착한 점수는 49, 50, 51입니다.',
      computed: firstPrinted(
        `const bytes = new Uint8Array(await new Blob(new Uint8Array([1, 2, 3])).arrayBuffer());
        console.log(bytes[0] + ', ' + bytes[1] + ' and ' + bytes[2]);`,
      ),
    },
    {
      says: 'change line 3 to `new Blob([scores])` and run again. Now there is one part, and the bytes are 1, 2 and 3.',
      ko: '3행을 `new Blob([scores])`로 바꾸고 다시 실행하세요. 이제 조각은 하나이고 바이트는 1, 2, 3입니다.',
      computed: firstPrinted(
        `const bytes = new Uint8Array(await new Blob([new Uint8Array([1, 2, 3])]).arrayBuffer());
        console.log(bytes[0] + ', ' + bytes[1] + ' and ' + bytes[2]);`,
      ),
    },
    {
      says: 'At the end no variable is left, and 750,000 bytes are still kept.',
      ko: '마지막에는 남은 변수가 하나도 없는데 750,000바이트가 여전히 남아 있습니다.',
      computed: firstPrinted(`console.log((3 * 250_000).toLocaleString('en') + ' bytes');`),
    },
  ],
};
