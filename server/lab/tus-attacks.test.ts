/** What a hostile client can do to resumable uploads. Each attack has its safe outcome, and others are served after it. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, namesIn, openTestLab, sha256, tus, type TestLab } from './lab.fixture.ts';

let lab: TestLab;
let folder = '';
beforeEach(async () => {
  lab = await openTestLab();
  folder = path.join(lab.tempDir, '../tus');
});

async function created(port: number, size: number): Promise<string> {
  const { headers, body } = await tus.create(port, size);
  if (headers.location === undefined) throw new Error(body);
  return headers.location;
}

async function servesOthers(port: number) {
  const bytes = randomBytes(1000);
  const target = await created(port, bytes.length);
  const { headers } = await tus.patch(port, target, 0, bytes);
  expect(headers['lab-sha256']).toBe(sha256(bytes));
}

afterEach(async () => {
  await servesOthers(lab.port);
  await lab.close();
});

const base64 = (text: string) => Buffer.from(text).toString('base64');
const filesOnDisk = (at = folder) => (existsSync(at) ? namesIn(at) : []);

describe('the door', () => {
  test.each(['https://evil.example', 'http://localhost:1', 'null', 'http://a.localhost'])(
    'a page of %s is refused, and told nothing that would let it in',
    async (origin) => {
      const made = await tus.create(lab.port, 1, { origin });
      const asked = await ask(lab.port, 'OPTIONS', '/tus/', {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'tus-resumable,upload-length',
      });
      for (const { status, headers, body } of [made, asked]) {
        expect([status, body]).toEqual([403, 'The lab answers to pages of its own site only.\n']);
        expect(Object.keys(headers).filter((each) => each.startsWith('access-control'))).toEqual(
          [],
        );
      }
      expect(filesOnDisk()).toEqual([]);
    },
  );

  test.each(['evil.example', 'a.localhost', '[::1]', 'realm.example'])(
    'under the name %s there is no lab',
    async (host) => {
      expect((await tus.create(lab.port, 1, { host })).status).toBe(403);
    },
  );

  test('a form of another site cannot ask: it cannot name the protocol', async () => {
    const answer = await ask(lab.port, 'POST', '/tus/', { 'upload-length': '1' });
    expect(answer.status).toBe(412);
    expect(filesOnDisk()).toEqual([]);
  });

  test('its own page is let in, and no other origin is named', async () => {
    const origin = `http://localhost:${lab.port}`;
    const { status, headers } = await tus.create(lab.port, 1, { origin });
    expect(status).toBe(201);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('ids', () => {
  test('nobody else’s is to be found: they are random, unlisted, and not those of the rooms', async () => {
    await created(lab.port, 1);
    const client = lab.connect('upload');
    const ready = await client.emitWithAck('start', { name: 'a', size: 1 });
    const other = ready.kind === 'ready' ? ready.id : '';
    for (const id of ['A'.repeat(22), other]) {
      for (const answer of [
        await tus.head(lab.port, `/tus/${id}`),
        await tus.patch(lab.port, `/tus/${id}`, 0, 'x'),
        await tus.remove(lab.port, `/tus/${id}`),
      ]) {
        expect(answer.status).toBe(404);
      }
    }
    expect(await client.emitWithAck('list', {})).toMatchObject({ uploads: [{ id: other }] });
    expect((await ask(lab.port, 'GET', '/tus/')).status).toBe(405);
  });

  test.each([
    '/tus/../../../etc/passwd',
    '/tus/..%2f..%2fetc%2fpasswd',
    '/tus/%00',
    '/tus/__proto__',
    '/tus/AAAAAAAAAAAAAAAAAAAAAA.json',
    '/tus/AAAAAAAAAAAAAAAAAAAAAA.lock',
  ])('%s is none', async (target) => {
    for (const answer of [await tus.head(lab.port, target), await tus.remove(lab.port, target)]) {
      expect([400, 404]).toContain(answer.status);
    }
  });

  test('none is in the log, since whoever has one may write to it', async () => {
    const target = await created(lab.port, 3);
    await tus.patch(lab.port, target, 0, 'abc');
    expect(lab.log).toContainEqual(expect.objectContaining({ event: 'tus-saved', bytes: 3 }));
    expect(JSON.stringify(lab.log)).not.toContain(target.slice(5));
  });
});

describe('contents', () => {
  test.each([
    ['page.html', 'text/html', '<script>alert(1)</script>'],
    ['drawing.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'],
  ])('%s is given to nobody', async (name, type, text) => {
    const target = await created(lab.port, text.length);
    const made = await tus.create(lab.port, text.length, {
      'upload-metadata': `filename ${base64(name)},filetype ${base64(type)}`,
    });
    for (const each of [target, made.headers.location ?? '']) {
      expect((await tus.patch(lab.port, each, 0, text)).status).toBe(204);
      const { status, headers, body } = await ask(lab.port, 'GET', each);
      expect([status, body]).toEqual([405, 'The lab takes uploads here, and gives none back.\n']);
      expect(headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    }
  });
});

describe('numbers', () => {
  test.each(['-1', '1e30', '1e+30', '5abc', '0.5', '', ' 1', '0x10', '9'.repeat(30), 'NaN'])(
    'an Upload-Length of %j is refused',
    async (size) => {
      const answer = await tus.create(lab.port, size);
      // Node takes spaces away itself.
      if (size === ' 1') expect(answer.status).toBe(201);
      else expect(answer.status).toBe(400);
    },
  );

  test.each(['-1', '1e30', '1e+30', '5abc', '0.5', '', '1,1'])(
    'an Upload-Offset of %j is refused, and nothing is written',
    async (offset) => {
      const target = await created(lab.port, 10);
      expect((await tus.patch(lab.port, target, offset, 'x')).status).toBe(400);
      expect((await tus.head(lab.port, target)).headers['upload-offset']).toBe('0');
    },
  );

  test('no length, a length that comes later, and parts to be put together are refused', async () => {
    for (const headers of [
      {},
      { 'upload-defer-length': '1' },
      { 'upload-concat': 'partial', 'upload-length': '1' },
    ] as Record<string, string>[]) {
      const answer = await ask(lab.port, 'POST', '/tus/', { 'tus-resumable': '1.0.0', ...headers });
      expect([400, 501]).toContain(answer.status);
    }
    expect(filesOnDisk()).toEqual([]);
  });

  test('more than the lab takes is refused before a byte is read', async () => {
    const answer = await tus.create(lab.port, 9 * 2 ** 20);
    expect([answer.status, answer.body]).toEqual([
      413,
      'That is more than was announced, or more than the lab takes.\n',
    ]);
    expect(filesOnDisk()).toEqual([]);
  });
});

describe('bytes', () => {
  test('at a place where the upload is not are refused, again or too early', async () => {
    const target = await created(lab.port, 10);
    expect((await tus.patch(lab.port, target, 0, 'abcde')).status).toBe(204);
    for (const offset of [0, 4, 6, 10]) {
      const answer = await tus.patch(lab.port, target, offset, 'x');
      expect([answer.status, answer.body]).toEqual([
        409,
        'Upload-Offset is not where this upload stands. Ask with HEAD, and go on from there.\n',
      ]);
    }
    const last = await tus.patch(lab.port, target, 5, 'fghij');
    expect(last.headers['lab-sha256']).toBe(sha256(Buffer.from('abcdefghij')));
  });

  test('more than announced are refused; those that fit may stay', async () => {
    const target = await created(lab.port, 10);
    expect((await tus.patch(lab.port, target, 0, 'x'.repeat(11))).status).toBe(413);
    // Without a length the lab finds out on the way.
    const answer = await tus.patch(lab.port, target, 0, 'x'.repeat(11), {
      'transfer-encoding': 'chunked',
    });
    expect(answer.status).toBe(413);
    const { headers } = await tus.head(lab.port, target);
    expect(Number(headers['upload-offset'])).toBeLessThanOrEqual(10);
  });

  test('of two writers at once one writes', async () => {
    const bytes = randomBytes(2 ** 20);
    const target = await created(lab.port, bytes.length);
    const answers = await Promise.all([1, 2, 3].map(() => tus.patch(lab.port, target, 0, bytes)));
    const statuses = answers.map((each) => each.status).sort();
    expect(statuses).toEqual([204, 409, 409]);
    expect((await tus.head(lab.port, target)).headers['lab-sha256']).toBe(sha256(bytes));
  });

  test('that another type is said of are refused', async () => {
    const target = await created(lab.port, 10);
    const answer = await tus.patch(lab.port, target, 0, 'x', { 'content-type': 'text/html' });
    expect(answer.status).toBe(400);
  });
});

describe('metadata', () => {
  const create = (metadata: string) => tus.create(lab.port, 1, { 'upload-metadata': metadata });

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['a\0b.png', 'a\ufffdb.png'],
    ['a\r\nSet-Cookie: x.png', 'a\ufffd\ufffdSet-Cookie: x.png'],
    ['photo\u202egnp.exe', 'photo\ufffdgnp.exe'],
    ['CON', 'CON'],
    ['', 'unnamed'],
  ])('the name %j is one to show, and no path', async (name, shown) => {
    const { status, headers } = await create(`filename ${base64(name)}`);
    expect(status).toBe(201);
    const target = headers.location ?? '';
    expect(target).toMatch(/^\/tus\/[\w-]{22}$/);
    const { headers: told } = await tus.head(lab.port, target);
    expect(told['upload-metadata']).toBe(`filename ${base64(shown)}`);
    const id = target.slice(5);
    expect(filesOnDisk()).toEqual([id, `${id}.json`]);
  });

  test.each([
    ['a name of 5,000 characters', `filename ${base64('x'.repeat(5000))}`],
    ['too many fields', Array.from({ length: 17 }, (_, i) => `f${i} YQ==`).join(',')],
    ['a field __proto__', '__proto__ YQ=='],
    ['a field constructor', 'constructor YQ=='],
    ['a field that is a path', '../x YQ=='],
    ['a field that a store would make a header of', 'contentType dGV4dC9odG1s'],
    ['the same field twice', 'a YQ==,a Yg=='],
    ['what is no Base64', 'filename <script>'],
  ])('%s is refused', async (_, metadata) => {
    expect((await create(metadata)).status).toBe(400);
    expect(filesOnDisk()).toEqual([]);
  });

  test('more than a header may hold is refused', async () => {
    expect((await create(`filename ${'A'.repeat(40_000)}`)).status).toBe(431);
  });
});

/** Writes the head of a PATCH by hand. */
function beginPatch(port: number, target: string, length: number): Socket {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  socket.write(
    `PATCH ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nTus-Resumable: 1.0.0\r\n` +
      `Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${length}\r\n\r\n`,
  );
  return socket;
}

const isClosed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('close', () => resolve());
    socket.resume();
  });

describe('what takes time, memory or disk', () => {
  test('a body that comes too slowly is cut, and what came of it stays', async () => {
    const hasty = await openTestLab({ guard: { slowMs: 60, slowBytes: 1000 }, checkMs: 10 });
    const target = await created(hasty.port, 5000);
    const socket = beginPatch(hasty.port, target, 5000);
    const drip = setInterval(() => socket.write('x'), 5);
    await isClosed(socket);
    clearInterval(drip);
    expect(hasty.log).toContainEqual(
      expect.objectContaining({ event: 'dropped', reason: 'slow-body' }),
    );
    const { headers } = await tus.head(hasty.port, target);
    const offset = Number(headers['upload-offset']);
    expect(offset).toBeGreaterThan(0);
    const rest = await tus.patch(hasty.port, target, offset, 'x'.repeat(5000 - offset));
    expect(rest.headers['lab-sha256']).toBe(sha256(Buffer.from('x'.repeat(5000))));
    await hasty.close();
  });

  test('too many requests at once are told so, and the first ones stay', async () => {
    const small = await openTestLab({ connections: 2 });
    const sockets = [];
    for (let i = 0; i < 2; i++) {
      sockets.push(beginPatch(small.port, await created(small.port, 10), 10));
    }
    await expect.poll(async () => (await tus.create(small.port, 1)).status).toBe(503);
    for (const each of sockets) each.destroy();
    await expect.poll(async () => (await tus.create(small.port, 1)).status).toBe(201);
    await small.close();
  });

  test('a full disk is told, and the upload goes on once there is room', async () => {
    let isFull = true;
    const other = await openTestLab({
      tusSink: (file, start) =>
        isFull ? createWriteStream('/dev/full') : createWriteStream(file, { flags: 'r+', start }),
    });
    const target = await created(other.port, 10);
    const refused = await tus.patch(other.port, target, 0, 'x'.repeat(10));
    expect([refused.status, refused.body]).toEqual([
      507,
      'The lab’s disk is full. What it has of this upload stays for a while; go on later.\n',
    ]);
    isFull = false;
    const { headers } = await tus.patch(other.port, target, 0, 'x'.repeat(10));
    expect(headers['lab-sha256']).toBe(sha256(Buffer.from('x'.repeat(10))));
    await other.close();
  });

  test('a disk that fails says nothing of where its files are', async () => {
    const other = await openTestLab({ tusSink: () => createWriteStream('/nowhere/at/all') });
    const target = await created(other.port, 10);
    const { status, body } = await tus.patch(other.port, target, 0, 'x'.repeat(10));
    expect([status, body]).toEqual([
      500,
      'The lab made a mistake. Its log has the reason; try again.\n',
    ]);
    expect(other.log).toContainEqual(
      expect.objectContaining({ event: 'failed', reason: 'ENOENT' }),
    );
    await other.close();
  });

  test('an upload that is left alone is deleted, and its room is free again', async () => {
    const quotas = {
      fileBytes: 1000,
      ownerBytes: 1000,
      totalBytes: 1000,
      ownerFiles: 5,
      totalFiles: 5,
      keepMs: 30,
      idleMs: 30,
    };
    const brief = await openTestLab({ quotas, checkMs: 2 });
    await created(brief.port, 1000);
    await expect.poll(async () => (await tus.create(brief.port, 1000)).status).toBe(201);
    await brief.close();
  });
});
