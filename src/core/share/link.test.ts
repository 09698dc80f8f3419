import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64-url';
import { deflate, inflate } from './deflate';
import { DICTIONARY } from './dictionary';
import { exampleMark, fingerprint } from './fingerprint';
import { MAX_INFLATED_BYTES, MAX_LINK_CHARACTERS, MAX_SHARED_FILES_BYTES } from './limits';
import { isSharedLink } from './is-link';
import { openLink, writeExampleLink, writeLink } from './link';
import { wrongField, type LinkProblem } from './problem';
import { readRecord, writeRecord } from './record';
import { PLAIN_VIEW, type Shared } from './shared';
import { FULL, shared } from './shared.fixture';

const written = (what: Shared): string => {
  const link = writeLink(what);
  if (link.kind === 'problem') throw new Error(JSON.stringify(link.problem));
  return link.hash;
};

/** A link of this version around any record, with its fingerprint as it should be. */
const around = (record: Uint8Array): string =>
  `1.${toBase64Url(Uint8Array.of(...fingerprint(record), ...deflate(record)))}`;

const problemOf = (hash: string): LinkProblem => {
  const opened = openLink(hash);
  if (opened.kind !== 'problem') throw new Error(`It opened: ${opened.kind}`);
  return opened.problem;
};

describe('a program in a link', () => {
  test.each([
    ['a plain program', shared()],
    ['an empty one', shared({ source: '' })],
    ['everything at once', FULL],
    ['decimal bytes', shared({}, { view: { base: 'dec' } })],
    ['the standard lab', shared({ lab: 'server' })],
    [
      'a program as large as it gets',
      shared({ source: '0'.repeat(MAX_INFLATED_BYTES - 32) }, { view: { step: 250_000 } }),
    ],
  ])('%s comes out as it went in', (_name, what) => {
    expect(openLink(written(what))).toEqual({ kind: 'program', shared: what });
    expect(openLink(`#${written(what)}`)).toEqual({ kind: 'program', shared: what });
  });

  test('is these characters, in every version to come that opens version 1', () => {
    const hash = written(shared());
    expect(hash).toBe('1.6RsMY-CEFEB6WcUueJ1igeoKcNWCxXQA');
  });

  test('stays as it is when a sentence ends behind it', () => {
    expect(openLink(`${written(shared())}).`)).toEqual({ kind: 'program', shared: shared() });
  });

  test('has only characters that an address may have as they are', () => {
    expect(written(FULL)).toMatch(/^1\.[\w-]+$/);
  });

  test('is refused where it would be too large to open', () => {
    const source = 'x'.repeat(MAX_INFLATED_BYTES + 1);
    expect(writeLink(shared({ source }))).toEqual({
      kind: 'problem',
      problem: { kind: 'large', most: MAX_INFLATED_BYTES, unit: 'bytes' },
    });
  });
});

describe('an example in a link', () => {
  const mark = exampleMark('const a = 1; // one', null);

  test.each([
    [{}, `1.views/create.${mark}`],
    [{ step: 12 }, `1.views/create.${mark}.12`],
    [{ memory: { buffer: 1, offset: 16 } }, `1.views/create.${mark}..1-16`],
    [
      { step: 12, memory: { buffer: 0, offset: 0 }, base: 'bin' },
      `1.views/create.${mark}.12.0-0.bin`,
    ],
    [{ base: 'dec' }, `1.views/create.${mark}...dec`],
  ] as const)('%j', (view, hash) => {
    const example = { from: 'views/create', mark, view: { ...PLAIN_VIEW, ...view } };
    expect(writeExampleLink(example)).toBe(hash);
    expect(openLink(hash)).toEqual({ kind: 'example', example });
  });

  test('is known again in another language, and not with other code or another server half', () => {
    expect(exampleMark('const a = 1; // 하나', null)).toBe(mark);
    expect(exampleMark('/** Adds.\n * @returns {number} */\nadd();', null)).toBe(
      exampleMark('/** 더한다.\n * @returns {number} */\nadd();', null),
    );
    expect(exampleMark('const a = 2; // one', null)).not.toBe(mark);
    expect(exampleMark('const a = 1; // one', 'io')).not.toBe(mark);
  });

  test.each([
    '1.views/create',
    '1.views/create.abc',
    '1.a/b/c/d.Ab3d',
    '1../x.Ab3d',
    '1.a/b.Ab3d.x',
  ])('%s is no name of one', (hash) => {
    expect(problemOf(hash)).toMatchObject({ kind: 'field', field: 'from' });
  });

  test('a step or a byte that no recording has is refused', () => {
    expect(problemOf('1.a/b.Ab3d.0')).toMatchObject({ field: 'step', found: '0' });
    expect(problemOf('1.a/b.Ab3d.1.0-99999999999')).toMatchObject({ field: 'memory.offset' });
  });
});

describe('what cannot be opened says why', () => {
  const good = written(shared());

  test.each<[string, string, LinkProblem]>([
    ['no link', 'pitfalls', { kind: 'none' }],
    ['nothing', '', { kind: 'none' }],
    ['version 0', '0.abcd', { kind: 'none' }],
    ['a newer version', '2.whatever/it*is', { kind: 'newer' }],
    ['a version of four digits', '1234.x', { kind: 'newer' }],
    ['no data', '1.', { kind: 'none' }],
    [
      'a space inside',
      `${good.slice(0, 9)} ${good.slice(9)}`,
      { kind: 'character', at: 8, found: ' ' },
    ],
    ['an emoji inside', '1.ab💧c', { kind: 'character', at: 3, found: '💧' }],
    ['half of it', good.slice(0, good.length >> 1), { kind: 'cut' }],
    ['all but its last characters', good.slice(0, -3), { kind: 'cut' }],
    ['a fingerprint alone', '1.AAAA', { kind: 'cut' }],
    ['another fingerprint', `1.AAAA${good.slice(6)}`, { kind: 'damaged' }],
    [
      'more characters than any link',
      `1.${'A'.repeat(MAX_LINK_CHARACTERS)}`,
      { kind: 'large', most: MAX_LINK_CHARACTERS, unit: 'characters' },
    ],
  ])('%s', (_name, hash, problem) => {
    expect(problemOf(hash)).toEqual(problem);
  });

  test('what looks like the end of a sentence, as long as a link may be', () => {
    const hash = `1.${'.'.repeat(MAX_LINK_CHARACTERS - 3)}A`;
    expect(problemOf(hash)).toMatchObject({ kind: 'character', at: 1, found: '.' });
  });

  test('a value too deep to be shown', () => {
    let deep: unknown = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(wrongField('controls', deep, { kind: 'record' }).problem).toMatchObject({
      found: '[…]',
    });
  });

  test('a flag of a version to come', () => {
    expect(problemOf(around(Uint8Array.of(0x80, 0x80, 0x02)))).toEqual({ kind: 'newer' });
  });

  test('bytes behind the record', () => {
    expect(problemOf(around(Uint8Array.of(...writeRecord(shared()), 0)))).toEqual({
      kind: 'damaged',
    });
  });

  test('a text that is no UTF-8', () => {
    const record = writeRecord(shared({ fileName: 'a.js', source: 'é' }));
    record[record.length - 1] = 0xff;
    expect(problemOf(around(record))).toEqual({ kind: 'damaged' });
  });

  test('a length beyond the end', () => {
    const record = Uint8Array.of(0, 0xff, 0xff, 0xff, 0x7f, 0x61);
    expect(problemOf(around(record))).toEqual({ kind: 'cut' });
  });

  test('a number that has no end', () => {
    expect(problemOf(around(new Uint8Array(64).fill(0xff)))).toEqual({ kind: 'damaged' });
  });

  test.each<[string, Shared, Partial<LinkProblem & { kind: 'field' }>]>([
    [
      'a file name with a path',
      shared({ fileName: '../etc/passwd' }),
      { field: 'fileName', found: '"../etc/passwd"', expected: { kind: 'file name' } },
    ],
    ['a file name that is two lines', shared({ fileName: 'a\nb' }), { field: 'fileName' }],
    ['a file name that turns round', shared({ fileName: 'a\u202esj.exe' }), { field: 'fileName' }],
    ['no file name', shared({ fileName: '' }), { field: 'fileName' }],
    [
      'a file name without end',
      shared({ fileName: 'a'.repeat(500) }),
      {
        field: 'fileName',
        found: `"${'a'.repeat(39)}…`,
        expected: { kind: 'at most', most: 120, unit: 'characters' },
      },
    ],
    ['an address as origin', shared({ from: 'https://a.example/b' }), { field: 'from' }],
    [
      'a server half without a lab in the page',
      shared({ lab: 'server', serverHalf: { fileName: 'a.js', source: '' } }),
      { field: 'lab', found: '"server"', expected: { kind: 'one of', values: ['page'] } },
    ],
    [
      'a step before the first',
      shared({}, { view: { step: 0 } }),
      { field: 'step', found: '0', expected: { kind: 'within', least: 1, most: 10_000_000 } },
    ],
    [
      'a slow link beyond all measure',
      shared({}, { view: { conditions: { ...FULL.view.conditions!, latencyMs: 1e9 } } }),
      { field: 'conditions.latencyMs' },
    ],
    [
      'a file that is too large',
      shared(
        {},
        {
          files: [
            {
              control: 'a',
              name: 'a',
              type: '',
              bytes: new Uint8Array(MAX_SHARED_FILES_BYTES + 1),
            },
          ],
        },
      ),
      { field: 'files', expected: { kind: 'bytes at most', most: MAX_SHARED_FILES_BYTES } },
    ],
    [
      'two files for one control',
      shared(
        {},
        {
          files: [1, 2].map(() => ({ control: 'a', name: 'a', type: '', bytes: Uint8Array.of(1) })),
        },
      ),
      { field: 'files[1].control', found: '"a"', expected: { kind: 'once' } },
    ],
    [
      'a media type that is none',
      shared(
        {},
        {
          files: [{ control: 'a', name: 'a', type: 'text/html\r\nx: y', bytes: Uint8Array.of(1) }],
        },
      ),
      { field: 'files[0].type', expected: { kind: 'media type' } },
    ],
  ])('%s', (_name, what, problem) => {
    expect(problemOf(around(writeRecord(what)))).toMatchObject({ kind: 'field', ...problem });
    // Nor is one made.
    expect(writeLink(what)).toMatchObject({ kind: 'problem', problem });
  });

  /** JSON as a stranger would write it. */
  const withControls = (json: string): string => {
    const record = writeRecord(shared({ controls: [{ kind: 'button', name: 'b' }] }));
    const own = new TextEncoder().encode('[{"kind":"button","name":"b"}]');
    const head = record.subarray(0, record.length - own.length - 1);
    const text = new TextEncoder().encode(json);
    const length =
      text.length < 128 ? [text.length] : [(text.length & 127) | 128, text.length >> 7];
    return around(Uint8Array.of(...head, ...length, ...text));
  };

  test.each<[string, string, string]>([
    ['{', 'controls', 'list'],
    ['{}', 'controls', 'list'],
    ['[3]', 'controls[0]', 'record'],
    ['[{"kind":"lever","name":"a"}]', 'controls[0].kind', 'one of'],
    ['[{"kind":"button","name":"a b"}]', 'controls[0].name', 'name'],
    ['[{"kind":"button","name":"on"}]', 'controls[0].name', 'name'],
    ['[{"kind":"button","name":"__proto__"}]', 'controls[0].name', 'name'],
    ['[{"kind":"button","name":"a","onclick":"x"}]', 'controls[0].onclick', 'nothing'],
    ['[{"kind":"button","name":"a","label":{"de":"x"}}]', 'controls[0].label', 'one of'],
    ['[{"kind":"button","name":"a"},{"kind":"button","name":"a"}]', 'controls[1].name', 'once'],
    ['[{"kind":"toggle","name":"a","value":1}]', 'controls[0].value', 'flag'],
    ['[{"kind":"range","name":"a","min":0,"max":9,"value":10}]', 'controls[0].value', 'within'],
    ['[{"kind":"range","name":"a","min":9,"max":0,"value":5}]', 'controls[0].max', 'within'],
    [
      '[{"kind":"range","name":"a","min":0,"max":9,"step":0,"value":1}]',
      'controls[0].step',
      'within',
    ],
    ['[{"kind":"range","name":"a","min":null,"max":9,"value":1}]', 'controls[0].min', 'within'],
    ['[{"kind":"select","name":"a","options":[],"value":"x"}]', 'controls[0].value', 'one of'],
    [
      '[{"kind":"select","name":"a","options":[{"value":"x","v":1}],"value":"x"}]',
      'controls[0].options[0].v',
      'nothing',
    ],
    ['[{"kind":"file","name":"a","file":"../../etc"}]', 'controls[0].file', 'file name'],
    ['[{"kind":"file","name":"a","maxBytes":1e99}]', 'controls[0].maxBytes', 'within'],
  ])('controls that are %s', (json, field, kind) => {
    expect(problemOf(withControls(json))).toMatchObject({
      kind: 'field',
      field,
      expected: { kind },
    });
  });

  test('more controls than a bench has room for', () => {
    const many = Array.from({ length: 33 }, (_, n) => `{"kind":"button","name":"a${n}"}`);
    expect(problemOf(withControls(`[${many.join()}]`))).toMatchObject({
      field: 'controls',
      found: '33',
      expected: { kind: 'at most', most: 32, unit: 'items' },
    });
  });
});

test.each([
  ['#1.abcd', true],
  ['1.abcd', true],
  ['#9.whatever', true],
  ['#pitfalls', false],
  ['#1', false],
  ['', false],
  ['#2024-1.x', false],
])('%s: whether it is a shared link is %s', (hash, is) => {
  expect(isSharedLink(hash)).toBe(is);
});

describe('compression', () => {
  test('what zlib packs with the same dictionary is unpacked', () => {
    const bytes = writeRecord(FULL);
    const packed = deflateRawSync(bytes, { dictionary: DICTIONARY, level: 9 });
    expect(inflate(packed, MAX_INFLATED_BYTES)).toEqual(bytes);
  });

  // Old links are read with it: a change needs a version of its own.
  test('the dictionary is the one of version 1', () => {
    expect(`${DICTIONARY.length} ${toBase64Url(fingerprint(DICTIONARY))}`).toBe('3229 qf9u');
  });

  test('a bomb is put out as soon as it is over the limit', () => {
    // 16 MiB of zeros are 16 KiB of DEFLATE.
    const bomb = deflateRawSync(new Uint8Array(16 * 1024 * 1024));
    const hash = `1.${toBase64Url(Uint8Array.of(0, 0, 0, ...bomb))}`;
    expect(hash.length).toBeLessThan(MAX_LINK_CHARACTERS);
    expect(problemOf(hash)).toEqual({ kind: 'large', most: MAX_INFLATED_BYTES, unit: 'bytes' });
  });

  test('exactly the limit is let in, and a byte more is not', () => {
    const most = new Uint8Array(MAX_INFLATED_BYTES);
    expect(inflate(deflate(most), MAX_INFLATED_BYTES)).toEqual(most);
    expect(() => inflate(deflate(most), MAX_INFLATED_BYTES - 1)).toThrow('large');
  });

  test('base64 of any length comes back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 167 + 251) & 0xff);
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }
  });
});

describe('the contract of a record', () => {
  test('a small program is these bytes', () => {
    const bytes = writeRecord(shared({ fileName: 'a.js', source: 'x' }, { view: { step: 300 } }));
    expect([...bytes]).toEqual([
      0x02, // flags: STEP
      0x04,
      0x61,
      0x2e,
      0x6a,
      0x73, // a.js
      0x01,
      0x78, // x
      0xac,
      0x02, // 300
    ]);
    expect(readRecord(bytes).view.step).toBe(300);
  });
});
