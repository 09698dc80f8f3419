import { describe, expect, test } from 'vitest';
import { WIRE_LIMITS } from './limits.ts';
import { parseEvent, parseOwner, ROOMS, type RoomName } from './parse.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const one = Uint8Array.of(1);

describe('what is right goes through as it is', () => {
  test.each<[RoomName, string, unknown]>([
    ['upload', 'start', { name: 'a', size: 0 }],
    [
      'upload',
      'start',
      {
        name: 'a',
        size: 2 ** 53 - 1,
        type: 'image/png',
        lastModified: 1,
        meta: { a: 1, b: 'x', c: true },
        resume: ID,
      },
    ],
    ['upload', 'done', { id: ID, sha256: '0'.repeat(64) }],
    ['upload', 'list', {}],
    ['image', 'get', { name: 'a.png' }],
    ['video', 'list', {}],
    ['stream', 'open', { name: 'a', chunkBytes: 1024, window: 16, paceMs: 5000, start: 0 }],
    ['stream', 'send', {}],
    ['stream', 'cancel', { id: ID }],
  ])('%s %s %j', (room, event, head) => {
    expect(parseEvent(room, event, [head])).toEqual({
      kind: 'event',
      name: event,
      head,
      bytes: new Uint8Array(0),
    });
  });

  test.each([one, Buffer.from([1]), one.buffer])('bytes as %o', (bytes) => {
    const parsed = parseEvent('upload', 'chunk', [{ id: ID, offset: 5 }, bytes]);
    expect(parsed.kind === 'event' && [...parsed.bytes]).toEqual([1]);
  });

  test('a largest chunk, and not one byte more', () => {
    const parse = (length: number) =>
      parseEvent('upload', 'chunk', [{ id: ID, offset: 0 }, new Uint8Array(length)]);
    expect(parse(WIRE_LIMITS.chunkBytes).kind).toBe('event');
    expect(parse(WIRE_LIMITS.chunkBytes + 1)).toMatchObject({
      code: 'too-large',
      message:
        'chunk: found 1048577 bytes, more than the 1048576 of one chunk. Send smaller slices.',
    });
  });
});

describe('what is wrong is said with what was found, what was expected and a right call', () => {
  test.each<[RoomName, unknown, unknown[], string]>([
    [
      'upload',
      'begin',
      [{}],
      'There is no event "begin" in the room upload. There are start, chunk, done, abort, list.',
    ],
    ['image', 'chunk', [{}], 'There is no event "chunk" in the room image. There are list, get.'],
    ['upload', 'toString', [{}], 'There is no event "toString"'],
    ['upload', 7, [{}], 'There is no event number'],
    [
      'upload',
      'start',
      [],
      "start: found 0 arguments before the reply, not 1. Call it so: emit('start', { name: file.name, size: file.size }, reply)",
    ],
    ['upload', 'start', [{}, {}], 'start: found 2 arguments'],
    ['upload', 'start', [null], 'start: found null, expected an object'],
    ['upload', 'start', [[]], 'start: found a list of 0, expected an object'],
    ['upload', 'start', [{ name: 'a' }], 'start.size: found undefined, expected a number from 0'],
    ['upload', 'start', [{ name: 'a', size: '5abc' }], 'start.size: found "5abc"'],
    ['upload', 'start', [{ name: 'a', size: NaN }], 'start.size: found NaN'],
    ['upload', 'start', [{ name: 'a', size: -1 }], 'start.size: found -1'],
    ['upload', 'start', [{ name: 'a', size: 1e30 }], 'start.size: found 1e+30'],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1.5 }],
      'start.size: found 1.5, expected a whole number',
    ],
    [
      'upload',
      'start',
      [{ name: one, size: 1 }],
      'start.name: found a view of 1 bytes, expected a string',
    ],
    [
      'upload',
      'start',
      [{ name: 'x'.repeat(256), size: 1 }],
      'start.name: found a string of 256 units, expected a string of at most 255 units',
    ],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1, path: '/' }],
      'start: found "path", expected no key but name, size, type, lastModified, meta, resume',
    ],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1, resume: '../a' }],
      'start.resume: found "../a", expected an id of 22 characters',
    ],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1, meta: { 'a b': 1 } }],
      'start.meta: found "a b", expected field names',
    ],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1, meta: { a: {} } }],
      'start.meta.a: found an object, expected true or false',
    ],
    [
      'upload',
      'start',
      [{ name: 'a', size: 1, meta: { a: Infinity } }],
      'start.meta.a: found Infinity',
    ],
    [
      'upload',
      'start',
      [
        {
          name: 'a',
          size: 1,
          meta: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`f${i}`, 1])),
        },
      ],
      'start.meta: found 17, expected at most 16 fields',
    ],
    [
      'upload',
      'start',
      [JSON.parse('{"__proto__":{"name":"a","size":1}}')],
      'start.name: found undefined',
    ],
    [
      'upload',
      'start',
      [JSON.parse('{"name":"a","size":1,"meta":{"__proto__":1}}')],
      'start.meta: found "__proto__"',
    ],
    [
      'upload',
      'chunk',
      [{ id: ID, offset: 0 }],
      'chunk: found 1 arguments before the reply, not 2',
    ],
    [
      'upload',
      'chunk',
      [{ id: ID, offset: 0 }, 'abc'],
      'chunk: found string where the bytes stand',
    ],
    ['upload', 'chunk', [{ id: ID, offset: 0 }, []], 'chunk: found object where the bytes stand'],
    [
      'upload',
      'chunk',
      [{ id: ID, offset: 0 }, new Uint8Array(0)],
      'chunk: found no bytes, not even one',
    ],
    [
      'upload',
      'done',
      [{ id: ID, sha256: 'ABC' }],
      'done.sha256: found "ABC", expected 64 lower-case hexadecimal digits',
    ],
    [
      'stream',
      'open',
      [{ name: 'a', chunkBytes: 1 }],
      'open.chunkBytes: found 1, expected a number from 1024 to 1048576',
    ],
    ['stream', 'open', [{ name: 'a', chunkBytes: 1024, window: 17 }], 'open.window: found 17'],
    [
      'stream',
      'open',
      [{ name: 'a', chunkBytes: 1024, paceMs: 1e9 }],
      'open.paceMs: found 1000000000',
    ],
  ])('%s %j %o', (room, event, args, words) => {
    const parsed = parseEvent(room, event, args);
    expect(parsed.kind === 'refused' && parsed.message).toContain(words);
  });

  test('an owner is none, or a secret of the right shape', () => {
    expect(parseOwner({})).toEqual({ kind: 'owner', owner: null });
    expect(parseOwner({ owner: ID })).toEqual({ kind: 'owner', owner: ID });
    for (const auth of [null, 'x', { owner: 'x' }, { owner: {} }, { token: ID }]) {
      expect(parseOwner(auth)).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(
          /^auth.*Leave auth away, or give \{ owner \} of hello\.$/,
        ) as string,
      });
    }
  });
});

/** mulberry32: the same packets every time. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('100,000 packets of nonsense are taken as what they say or refused, and never throw', () => {
  const next = random(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const EVENTS = [
    'start',
    'chunk',
    'done',
    'abort',
    'list',
    'get',
    'open',
    'send',
    'piece',
    'finish',
    'cancel',
    'x',
    '__proto__',
    3,
    null,
  ];
  const KEYS = [
    'name',
    'size',
    'id',
    'offset',
    'meta',
    'sha256',
    'chunkBytes',
    'window',
    '__proto__',
    'x',
  ];
  const RIGHT: Record<string, () => unknown> = {
    name: () => pick(['a', '', '../x']),
    size: () => Math.floor(next() * 1e6),
    id: () => ID,
    offset: () => Math.floor(next() * 1e6),
    sha256: () => '0'.repeat(64),
    chunkBytes: () => 4096,
    window: () => 4,
  };
  const LEAVES = [
    0,
    -1,
    1e30,
    NaN,
    0.5,
    '5abc',
    '',
    'a'.repeat(300),
    ID,
    true,
    null,
    undefined,
    10n,
    one,
    new ArrayBuffer(3),
    Symbol('x'),
    () => 1,
    new Date(0),
    new Map(),
  ];
  const value = (depth: number): unknown => {
    if (depth > 3 || next() < 0.6) return pick(LEAVES);
    return next() < 0.3 ? [value(depth + 1), value(depth + 1)] : record(depth + 1);
  };
  function record(depth: number): object {
    const made: object = next() < 0.1 ? (Object.create({ name: 'a', size: 1 }) as object) : {};
    for (let n = Math.floor(next() * 4); n > 0; n--) {
      const key = pick(KEYS);
      const right = Object.hasOwn(RIGHT, key) ? RIGHT[key] : undefined;
      Object.defineProperty(made, key, {
        value: right !== undefined && next() < 0.8 ? right() : value(depth),
        enumerable: true,
        configurable: true,
      });
    }
    return made;
  }

  let taken = 0;
  for (let i = 0; i < 100_000; i++) {
    const room = pick(ROOMS);
    const args: unknown[] = next() < 0.9 ? [record(0)] : [value(0)];
    if (next() < 0.4) args.push(pick([one, one.buffer, 'abc', null]));
    const parsed = parseEvent(room, pick(EVENTS), args);
    if (parsed.kind === 'refused') {
      expect(parsed.message.length).toBeLessThan(600);
      continue;
    }
    taken++;
    const head = parsed.head as Record<string, unknown>;
    if ('size' in head) expect(Number.isSafeInteger(head['size'])).toBe(true);
    if ('offset' in head) expect(Number.isSafeInteger(head['offset'])).toBe(true);
    if ('id' in head) expect(head['id']).toBe(ID);
    if ('name' in head) expect((head['name'] as string).length).toBeLessThanOrEqual(255);
  }
  // The nonsense is close enough to sense to reach behind the door.
  expect(taken).toBeGreaterThan(1000);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
}, 30_000);
