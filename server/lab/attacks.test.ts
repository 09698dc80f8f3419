/**
 * What a hostile client can do to the lab. Each attack has its safe outcome, and the lab still serves others after it.
 * Those on tus are in tus-attacks.test.ts, those on the site's own files (ranges, slow headers and bodies) in
 * ../http.test.ts. A room's own test has what is only wrong about order: chunks again and out of order, too many, too
 * early, with another hash, by two writers, onto a full disk (upload-room.test.ts); acknowledgements that never come
 * (stream-room.test.ts).
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WIRE_LIMITS } from '../../src/core/wire/limits.ts';
import type { StartUpload } from '../../src/core/wire/upload.ts';
import {
  frame,
  next,
  openTestLab,
  rawConnect,
  rawEnter,
  sha256,
  type Client,
  type RawClient,
  type TestLab,
} from './lab.fixture.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await openTestLab();
});

/** Another reader uploads and gets a picture. */
async function servesOthers() {
  const bytes = randomBytes(1000);
  const client = lab.connect('upload');
  const ready = await client.emitWithAck('start', { name: 'honest.bin', size: 1000 });
  if (ready.kind !== 'ready') throw new Error(ready.message);
  await client.emitWithAck('chunk', { id: ready.id, offset: 0 }, bytes);
  expect(await client.emitWithAck('done', { id: ready.id })).toMatchObject({
    sha256: sha256(bytes),
  });
  const picture = await lab.connect('image').emitWithAck('get', { name: 'picture.png' });
  expect(picture.kind).toBe('file');
}

afterEach(async () => {
  await servesOthers();
  await lab.close();
});

async function raw(): Promise<RawClient> {
  const client = await rawConnect(lab.port);
  if ('status' in client) throw new Error(client.body);
  return client;
}

let lastId = 0;

/** The answer to an event: `42/upload,["list",{}]`. */
async function ask(client: RawClient, packet: string): Promise<unknown> {
  const id = ++lastId;
  const answer = client.text(new RegExp(`^43/upload,${id}\\[`));
  client.send(packet.replace('42/upload,', `42/upload,${id}`));
  return (JSON.parse((await answer).replace(/^43\/upload,\d+/, '')) as unknown[])[0];
}

describe('the door', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['the realm’s name', { origin: 'http://a.localhost' }],
    ['an opaque origin, such as the realm’s', { origin: 'null' }],
    ['a file', { origin: 'file://' }],
    ['an origin that is none', { origin: 'localhost' }],
  ])('a WebSocket from %s is refused', async (_, headers) => {
    expect(await rawConnect(lab.port, headers)).toEqual({
      status: 403,
      body: 'The lab answers to pages of its own site only.',
    });
  });

  test.each(['evil.example', 'a.localhost', '[::1]', 'realm.example', 'a b'])(
    'under the name %j there is no lab',
    async (host) => {
      expect(await rawConnect(lab.port, { host })).toMatchObject({ status: 403 });
    },
  );

  test.each([
    ['its own page', () => ({ origin: `http://localhost:${lab.port}` })],
    [
      'its own page behind a proxy',
      () => ({ host: 'lab.example.org', origin: 'https://lab.example.org' }),
    ],
    ['a program without an origin', () => ({})],
  ])('%s is let in', async (_, headers) => {
    expect(await rawConnect(lab.port, headers())).toHaveProperty('socket');
  });

  test.each([
    ['another path', '/other/?EIO=4&transport=websocket', 404],
    ['long polling', '/socket.io/?EIO=4&transport=polling', 400],
    ['an older protocol', '/socket.io/?EIO=3&transport=websocket', 400],
    ['a session that is not there', '/socket.io/?EIO=4&transport=websocket&sid=__proto__', 400],
  ])('%s is refused', async (_, target, status) => {
    const answer = await rawConnect(lab.port, {}, target);
    if ('socket' in answer) await answer.closed;
    else expect(answer.status).toBe(status);
  });

  test('too many connections are told so, and the first ones stay', async () => {
    const small = await openTestLab({ connections: 2 });
    const first = await rawEnter(small.port, 'upload');
    await rawEnter(small.port, 'upload');
    expect(await rawConnect(small.port)).toMatchObject({ status: 503 });
    expect(small.lab.health).toMatchObject({ connections: 2, uploads: 0 });
    first.socket.destroy();
    await first.closed;
    await expect.poll(() => small.lab.health.connections).toBe(1);
    expect(await rawConnect(small.port)).toHaveProperty('socket');
    await small.close();
  });

  test('whoever is refused cannot keep the socket half open', async () => {
    const socket = connect({ port: lab.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:${lab.port}\r\n` +
        'Origin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    let answer = '';
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      answer += (chunk as Buffer).toString();
    }
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    await expect.poll(() => lab.openSockets()).toBe(0);
    socket.destroy();
  });

  test('whoever never enters a room is closed', async () => {
    const hasty = await openTestLab({ connectMs: 20 });
    const client = await rawConnect(hasty.port);
    if ('status' in client) throw new Error(client.body);
    await client.closed;
    await hasty.close();
  });
});

describe('messages that break a rule of the wire', () => {
  test.each<[string, (client: RawClient) => void]>([
    ['a frame larger than any chunk', (client) => client.write(frame('', 2 ** 40).subarray(0, 14))],
    [
      'a message that grows too large',
      (client) => client.send(`42/upload,["start","${'x'.repeat(1_200_000)}"]`),
    ],
    [
      'a text larger than any word of the wire',
      (client) => client.send(`42/upload,["list",{"a":"${'x'.repeat(70_000)}"}]`),
    ],
    ['arguments without end', (client) => client.send(`42/upload,["list"${',0'.repeat(30_000)}]`)],
    ['an answer without end', (client) => client.send(`43/upload,1[0${',0'.repeat(30_000)}]`)],
    [
      'two attachments',
      (client) => client.send('452-/upload,["chunk",{"_placeholder":true,"num":0}]'),
    ],
    ['a billion attachments', (client) => client.send('451000000000-/upload,["chunk"]')],
    ['bytes that nobody announced', (client) => client.send(randomBytes(10))],
    [
      'a text where an attachment is owed',
      (client) => {
        client.send('451-/upload,["chunk",{"_placeholder":true,"num":0}]');
        client.send('42/upload,["list",{}]');
      },
    ],
    [
      'a placeholder that points nowhere',
      (client) => {
        client.send('451-/upload,["chunk",{"_placeholder":true,"num":7}]');
        client.send(Buffer.concat([randomBytes(10)]));
      },
    ],
    [
      'a nest deeper than a stack',
      (client) => {
        client.send(`451-/upload,["chunk",${'['.repeat(30_000)}${']'.repeat(30_000)}]`);
        client.send(randomBytes(10));
      },
    ],
    ['the reserved event disconnect', (client) => client.send('42/upload,["disconnect"]')],
    ['the reserved event connect', (client) => client.send('42/upload,["connect"]')],
    ['the reserved event newListener', (client) => client.send('42/upload,["newListener"]')],
    ['a second CONNECT to the same room', (client) => client.send('40/upload,')],
    ['an event before CONNECT', (client) => client.send('42/image,["list",{}]')],
    ['no packet at all', (client) => client.send('4nonsense')],
    ['an unknown engine packet', (client) => client.send('9')],
    ['an event that is no list', (client) => client.send('42/upload,{"0":"start"}')],
  ])('%s ends the connection', async (_, attack) => {
    const client = await rawEnter(lab.port, 'upload');
    attack(client);
    await client.closed;
    await expect.poll(() => lab.lab.health.connections).toBe(0);
  });

  test.each([
    ['the event error', '42/upload,["error",{}]', 'There is no event "error"'],
    ['an event that is no name', '42/upload,[5,{}]', 'There is no event number'],
    ['__proto__ as an event', '42/upload,["__proto__",{}]', 'There is no event "__proto__"'],
    ['constructor as an event', '42/upload,["constructor",{}]', 'There is no event "constructor"'],
    [
      'an object with a __proto__',
      '42/upload,["start",{"__proto__":{"name":"a","size":1}}]',
      'start.name: found undefined',
    ],
    [
      'a further key __proto__',
      '42/upload,["start",{"name":"a","size":1,"__proto__":{"x":1}}]',
      'found "__proto__"',
    ],
    [
      'metadata with a __proto__',
      '42/upload,["start",{"name":"a","size":1,"meta":{"__proto__":"x"}}]',
      'field names',
    ],
    [
      'metadata with a nest',
      `42/upload,["start",{"name":"a","size":1,"meta":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}]`,
      'expected true or false',
    ],
    ['a size of 1e30', '42/upload,["start",{"name":"a","size":1e30}]', 'start.size: found 1e+30'],
    ['a size of −1', '42/upload,["start",{"name":"a","size":-1}]', 'start.size: found -1'],
    [
      'a size of 1e999',
      '42/upload,["start",{"name":"a","size":1e999}]',
      'start.size: found Infinity',
    ],
    [
      'a size in words',
      '42/upload,["start",{"name":"a","size":"5abc"}]',
      'start.size: found "5abc"',
    ],
    ['half a byte', '42/upload,["start",{"name":"a","size":0.5}]', 'expected a whole number'],
    [
      'a name of 5,000 characters',
      `42/upload,["start",{"name":"${'x'.repeat(5000)}","size":1}]`,
      'found a string of 5000 units, expected a string of at most 255',
    ],
    [
      'a chunk without bytes',
      '42/upload,["chunk",{"id":"AAAAAAAAAAAAAAAAAAAAAA","offset":0}]',
      'found 1 arguments before the reply',
    ],
    [
      'a chunk of text',
      '42/upload,["chunk",{"id":"AAAAAAAAAAAAAAAAAAAAAA","offset":0},"abc"]',
      'found string where the bytes stand',
    ],
    [
      'an offset of −1',
      '42/upload,["chunk",{"id":"AAAAAAAAAAAAAAAAAAAAAA","offset":-1},"a"]',
      'chunk.offset: found -1',
    ],
    [
      'an offset of "5abc"',
      '42/upload,["chunk",{"id":"AAAAAAAAAAAAAAAAAAAAAA","offset":"5abc"},"a"]',
      'chunk.offset: found "5abc"',
    ],
    [
      'an id that is a path',
      '42/upload,["done",{"id":"../../../../etc/passwd"}]',
      'an id of 22 characters',
    ],
  ])('%s is refused with words, and goes no further', async (_, packet, words) => {
    const client = await rawEnter(lab.port, 'upload');
    expect(await ask(client, packet)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(words) as string,
    });
    expect(await ask(await rawEnter(lab.port, 'upload'), '42/upload,["list",{}]')).toEqual({
      kind: 'listing',
      uploads: [],
    });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('an answer to a question that nobody asked does nothing', async () => {
    const client = await rawEnter(lab.port, 'upload');
    client.send('43/upload,99[{}]');
    client.send('43/upload,99999999999999999999[{}]');
    expect(await ask(client, '42/upload,["list",{}]')).toMatchObject({ kind: 'listing' });
  });

  test('events that ask for no answer are refused all the same', async () => {
    const client = await rawEnter(lab.port, 'upload');
    client.send('42/upload,["start",{"name":"a","size":1e30}]');
    expect(await ask(client, '42/upload,["list",{}]')).toEqual({ kind: 'listing', uploads: [] });
  });

  test('whoever makes mistake after mistake is closed', async () => {
    const client = await rawEnter(lab.port, 'upload');
    for (let i = 0; i < 101; i++) client.send('42/upload,["nonsense"]');
    await client.closed;
    expect(lab.log).toContainEqual(
      expect.objectContaining({ event: 'dropped', reason: 'mistakes' }),
    );
  });

  test('whoever leaves a room and enters again has no more room than before', async () => {
    const client = await rawEnter(lab.port, 'upload');
    await ask(client, '42/upload,["start",{"name":"a","size":1}]');
    client.send('41/upload,');
    // Entering another room takes as long as leaving this one.
    client.send('40/stream,');
    await client.text(/^40\/stream,/);
    client.send('40/upload,');
    await expect.poll(() => client.texts.filter((each) => each.includes('"hello"')).length).toBe(2);
    expect(await ask(client, '42/upload,["list",{}]')).toMatchObject({ uploads: [{ name: 'a' }] });
  });

  test('another namespace than a room is refused', async () => {
    const client = await raw();
    client.send('40/admin,');
    expect(await client.text(/^44\/admin,/)).toContain('Invalid namespace');
  });
});

describe('what takes time or memory', () => {
  test('an attachment that never comes ends the connection', async () => {
    const hasty = await openTestLab({ guard: { attachmentMs: 20 }, checkMs: 10 });
    const client = await rawEnter(hasty.port, 'upload');
    client.send('451-/upload,["chunk",{"_placeholder":true,"num":0}]');
    await client.closed;
    expect(hasty.log).toContainEqual(expect.objectContaining({ reason: 'missing-attachment' }));
    await hasty.close();
  });

  test('a flood of events ends the connection, once', async () => {
    const narrow = await openTestLab({ guard: { burst: 100, perSecond: 1 } });
    const client = await rawEnter(narrow.port, 'upload');
    client.write(Buffer.concat(Array.from({ length: 5000 }, () => frame('42/upload,["list",{}]'))));
    await client.closed;
    expect(narrow.log.filter((each) => each['event'] === 'dropped')).toMatchObject([
      { reason: 'flood' },
    ]);
    await narrow.close();
  });

  test('a reader that asks and does not read is refused more, then dropped', async () => {
    const narrow = await openTestLab({
      guard: { backlogBytes: 8 * 2 ** 20, slowMs: 100 },
      checkMs: 20,
    });
    const client = await rawEnter(narrow.port, 'video');
    client.socket.pause();
    for (let i = 0; i < 200; i++) client.send(`42/video,${i}["get",{"name":"clip.webm"}]`);
    await expect
      .poll(() => narrow.log)
      .toContainEqual(expect.objectContaining({ event: 'dropped', reason: 'slow-reader' }));
    await expect.poll(() => narrow.lab.health.connections).toBe(0);
    client.socket.destroy();
    await narrow.close();
  });

  test('answers that nobody reads end the connection before they fill the memory', async () => {
    const narrow = await openTestLab({ guard: { backlogBytes: 64 * 1024 } });
    const client = await rawEnter(narrow.port, 'upload');
    const meta = Object.fromEntries(
      Array.from({ length: 16 }, (_, i) => [`field${i}`, 'x'.repeat(250)]),
    );
    for (let i = 0; i < 5; i++) {
      const start = JSON.stringify(['start', { name: 'a', size: 1, meta }]);
      expect(await ask(client, `42/upload,${start}`)).toMatchObject({ kind: 'ready' });
    }
    client.socket.pause();
    // 20 KB each; more than the kernel keeps for both ends.
    client.write(Buffer.concat(Array(2000).fill(frame('42/upload,2["list",{}]'))));
    await expect.poll(() => narrow.lab.health.connections, { timeout: 10_000 }).toBe(0);
    client.socket.destroy();
    expect(narrow.log).toContainEqual(expect.objectContaining({ reason: 'backlog' }));
    await narrow.close();
  }, 15_000);

  test('an upload whose reader never comes back is deleted', async () => {
    const quotas = {
      fileBytes: 1000,
      ownerBytes: 1000,
      totalBytes: 1000,
      ownerFiles: 5,
      totalFiles: 5,
      keepMs: 30,
      idleMs: 30,
    };
    const brief = await openTestLab({ quotas, checkMs: 10 });
    const client = brief.connect('upload');
    const aborted = next(client, 'aborted');
    await client.emitWithAck('start', { name: 'a', size: 1000 });
    expect(await aborted).toMatchObject([{ code: 'expired' }]);
    await expect.poll(() => brief.filesOnDisk()).toEqual([]);
    expect(await client.emitWithAck('start', { name: 'b', size: 1000 })).toMatchObject({
      kind: 'ready',
    });
    await brief.close();
  });
});

test.each([
  ['before the first byte', '-1', 'open.start: found -1'],
  ['where no number reaches', '1e30', 'open.start: found 1e+30'],
  ['in words', '"5abc"', 'open.start: found "5abc"'],
])('a stream from a place %s is refused', async (_, start, words) => {
  const client = await rawEnter(lab.port, 'stream');
  client.send(`42/stream,1["open",{"name":"clip.webm","chunkBytes":65536,"start":${start}}]`);
  expect(await client.text(/^43\/stream,1/)).toContain(JSON.stringify(words).slice(1, -1));
});

describe('names and contents', () => {
  async function listedName(name: string, more: Partial<StartUpload> = {}) {
    const client: Client<'upload'> = lab.connect('upload');
    const ready = await client.emitWithAck('start', { name, size: 3, ...more });
    if (ready.kind !== 'ready') throw new Error(ready.message);
    const answer = await client.emitWithAck('list', {});
    return { id: ready.id, listed: answer.kind === 'listing' ? answer.uploads[0]?.name : null };
  }

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['a\0b.png', 'a\ufffdb.png'],
    ['a\r\nSet-Cookie: x.png', 'a\ufffd\ufffdSet-Cookie: x.png'],
    ['photo\u202egnp.exe', 'photo\ufffdgnp.exe'],
    ['CON', 'CON'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['\ud800.png', '\ufffd.png'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ])('%j is a name to show, and no path', async (name, shown) => {
    const { id, listed } = await listedName(name);
    expect(listed).toBe(shown);
    expect(lab.filesOnDisk()).toEqual([id]);
    expect(id).toMatch(/^[\w-]{22}$/);
  });

  test.each(['text/html', 'image/svg+xml'])(
    'a file of type %s is given to nobody',
    async (type) => {
      const { id } = await listedName('page.html', { type });
      for (const target of [`/socket.io/${id}`, `/uploads/${id}`, `/${id}`]) {
        const response = await fetch(`http://127.0.0.1:${lab.port}${target}`);
        // The site's own answer: no address leads to an upload.
        expect(await response.text()).toBe('site');
      }
      expect(await lab.connect('image').emitWithAck('get', { name: id })).toMatchObject({
        code: 'unknown-file',
      });
    },
  );
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

/** One packet, most often one that could be true: a right event with one thing changed. */
function createFuzzer(seed: number): () => (string | Uint8Array)[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const ID = '"AAAAAAAAAAAAAAAAAAAAAA"';
  const values = [
    ...['-1', '0', '1', '1e30', '9007199254740993', '0.5', 'null', 'true', '""', '[]', '{}', ID],
    ...['"5abc"', '"../../x"', '"\\u0000"', '"\ud83d\ude00"', '"\\ud800"', '{"__proto__":{"x":1}}'],
    ...['[[[[[[]]]]]]'],
  ];
  const keys = ['name', 'size', 'type', 'meta', 'resume', 'id', 'offset', 'sha256', 'chunkBytes'];
  const strange = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
  const events = [
    ...['start', 'chunk', 'done', 'abort', 'list', 'get', 'open', 'send', 'piece', 'finish'],
    ...['cancel', 'error', '__proto__', 'constructor', ''],
  ];
  const rooms = ['/upload', '/upload', '/stream', '/stream', '/image', '/video'];
  const bits = [
    ...['40', '41', '42', '43', '44', '451-', '461-', '452-', '4', '2', '3', '1', '6', '5'],
    ...['/upload,', '/', ',', '1', '999', '["start"', '[', ']', '{', '}', '"', ':', '-1', 'null'],
    ...['{"_placeholder":true,"num":0}', '1e30', '\\u0000', '__proto__', '\ud83d\ude00'],
  ];
  const head = () =>
    `{${Array.from({ length: Math.floor(next() * 4) }, () => `"${pick(next() < 0.9 ? keys : strange)}":${pick(values)}`).join(',')}}`;
  const bytes = () => Uint8Array.from({ length: Math.floor(next() * 40) }, () => next() * 256);
  return () => {
    const kind = next();
    // Few of those that end the connection at once, or nothing else would arrive.
    if (kind < 0.002) return [bytes()];
    if (kind < 0.006)
      return [Array.from({ length: 1 + Math.floor(next() * 8) }, () => pick(bits)).join('')];
    const ack = next() < 0.5 ? String(Math.floor(next() * 1e6)) : '';
    const event = `"${pick(events)}"`;
    if (kind < 0.2) {
      return [
        `451-${pick(rooms)},${ack}[${event},${head()},{"_placeholder":true,"num":0}]`,
        bytes(),
      ];
    }
    if (kind < 0.25) return [`43${pick(rooms)},${ack}[${pick(values)}]`];
    const args = Array.from({ length: Math.floor(next() * 3) }, () =>
      next() < 0.7 ? head() : pick(values),
    );
    return [`42${pick(rooms)},${ack}[${[event, ...args].join(',')}]`];
  };
}

test('100,000 packets of nonsense over the wire leave the lab as it was', async () => {
  const fuzz = createFuzzer(5);
  const PACKETS = 100_000;
  const BATCH = 25;
  let arrived = 0;

  /** Sends batches until the lab closes the connection; only a batch whose last event is answered has arrived. */
  async function attack(): Promise<void> {
    const client = await raw();
    for (const room of ['upload', 'stream', 'image', 'video']) {
      client.send(`40/${room},`);
      await client.text(new RegExp(`^40/${room},`));
    }
    while (arrived < PACKETS) {
      for (let i = 0; i < BATCH; i++) for (const each of fuzz()) client.send(each);
      const answered = await Promise.race([
        ask(client, '42/upload,["list",{}]').then(() => true),
        client.closed.then(() => false),
      ]);
      // Of a batch that ended its connection one packet has arrived for certain.
      arrived += answered ? BATCH : 1;
      if (!answered) return;
    }
    client.socket.destroy();
    await client.closed;
  }
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (arrived < PACKETS) await attack();
    }),
  );
  expect(arrived).toBeGreaterThanOrEqual(PACKETS);
  await expect.poll(() => lab.lab.health.connections).toBe(0);
  expect(lab.log.filter((each) => each['event'] === 'failed')).toEqual([]);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
}, 60_000);

test('chunks of the largest size, from two readers at once, are not mixed up', async () => {
  const files = [randomBytes(3 * WIRE_LIMITS.chunkBytes), randomBytes(3 * WIRE_LIMITS.chunkBytes)];
  const answers = await Promise.all(
    files.map(async (bytes) => {
      const client = lab.connect('upload');
      const ready = await client.emitWithAck('start', { name: 'same', size: bytes.length });
      if (ready.kind !== 'ready') throw new Error(ready.message);
      const { id, chunkBytes } = ready;
      for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
        const chunk = bytes.subarray(offset, offset + chunkBytes);
        await client.emitWithAck('chunk', { id, offset }, chunk);
      }
      return client.emitWithAck('done', { id });
    }),
  );
  expect(answers).toMatchObject(files.map((bytes) => ({ sha256: sha256(bytes) })));
});
