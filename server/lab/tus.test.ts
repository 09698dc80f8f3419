import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Upload as StoredUpload } from '@tus/server';
import { Upload } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, namesIn, openTestLab, sha256, tus, type TestLab } from './lab.fixture.ts';
import { createLocker, lockFiles } from './tus-lock.ts';
import { openFolderStore } from './tus-store.ts';
import { createTus, readerOf } from './tus.ts';

let folder = '';
let lab: TestLab;
const MIB = 2 ** 20;
const QUOTAS = {
  fileBytes: 8 * MIB,
  ownerBytes: 16 * MIB,
  totalBytes: 32 * MIB,
  ownerFiles: 5,
  totalFiles: 7,
  keepMs: 60_000,
  idleMs: 60_000,
};

beforeEach(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'bytescope-tus-test-')), 'tus');
  lab = await openTestLab({ tusDir: folder, quotas: QUOTAS });
});
afterEach(async () => {
  await lab.close();
  rmSync(path.dirname(folder), { recursive: true });
});

const meta = (fields: Record<string, string>) => ({
  'upload-metadata': Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(','),
});

async function created(size: number, more: Record<string, string> = {}): Promise<string> {
  const answer = await tus.create(lab.port, size, more);
  expect([answer.status, answer.body]).toEqual([201, '']);
  return answer.headers.location ?? '';
}

/** Uploads by tus-js-client; what the lab said at the end. */
const upload = (bytes: Buffer, chunkSize = Infinity): Promise<{ url: string; sha256: string }> =>
  new Promise((resolve, reject) => {
    const one: Upload = new Upload(bytes, {
      endpoint: `http://localhost:${lab.port}/tus/`,
      chunkSize,
      retryDelays: null,
      metadata: { filename: 'a.bin', filetype: 'application/octet-stream' },
      onError: reject,
      onSuccess: ({ lastResponse }) =>
        resolve({
          url: new URL(one.url ?? '').pathname,
          sha256: lastResponse.getHeader('Lab-Sha256') ?? '',
        }),
    });
    one.start();
  });

test('whoever asks while the last bytes are written hears the hash with the offset', async () => {
  const bytes = randomBytes(1000);
  const target = await created(bytes.length);
  await tus.patch(lab.port, target, 0, bytes.subarray(0, 990));
  const id = path.basename(target);
  const writer = createLocker(lockFiles(folder)).newLock(id);
  // The other request is asked to let go, and does once its bytes are in the file.
  await writer.lock(new AbortController().signal, () => {
    if (statSync(path.join(folder, id)).size === bytes.length) return;
    appendFileSync(path.join(folder, id), bytes.subarray(990));
    void writer.unlock();
  });
  const { headers } = await tus.head(lab.port, target);
  expect([headers['upload-offset'], headers['lab-sha256']]).toEqual(['1000', sha256(bytes)]);
});

describe('an upload by tus-js-client', () => {
  test.each([
    ['one request', 3 * MIB, Infinity],
    ['many requests', 3 * MIB + 1, 500_000],
    ['nothing at all', 0, Infinity],
  ])('arrives by %s, and both ends know its hash', async (_, size, chunkSize) => {
    const bytes = randomBytes(size);
    const done = await upload(bytes, chunkSize);
    expect(done.sha256).toBe(sha256(bytes));
    expect(done.url).toMatch(/^\/tus\/[\w-]{22}$/);
    const later = await tus.head(lab.port, done.url);
    expect(later.headers).toMatchObject({
      'upload-offset': String(size),
      'lab-sha256': sha256(bytes),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('goes on where it stopped, in another lab over the same folder', async () => {
    const bytes = randomBytes(100_000);
    const target = await created(bytes.length);
    expect((await tus.patch(lab.port, target, 0, bytes.subarray(0, 60_000))).status).toBe(204);
    expect((await tus.head(lab.port, target)).headers).not.toHaveProperty('lab-sha256');
    const other = await openTestLab({ tusDir: folder });
    const { headers } = await tus.head(other.port, target);
    expect(headers).toMatchObject({ 'upload-offset': '60000', 'upload-length': '100000' });
    const last = await tus.patch(other.port, target, 60_000, bytes.subarray(60_000));
    expect(last.headers['lab-sha256']).toBe(sha256(bytes));
    await other.close();
  });

  test('is deleted when its reader asks for that', async () => {
    const target = await created(10);
    expect((await tus.remove(lab.port, target)).status).toBe(204);
    expect((await tus.head(lab.port, target)).status).toBe(404);
    expect(namesIn(folder)).toEqual([]);
  });
});

test('what is told of a lab’s resumable uploads', async () => {
  const { headers, status } = await ask(lab.port, 'OPTIONS', '/tus/');
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,creation-with-upload,termination,expiration',
    'tus-max-size': String(8 * MIB),
  });
});

describe('what is taken', () => {
  test('no more than a reader may have, finished or not', async () => {
    await created(8 * MIB);
    await created(8 * MIB);
    const answer = await tus.create(lab.port, 1);
    expect([answer.status, answer.body]).toEqual([
      429,
      `You have 2 uploads of 16777216 bytes here, and may have 5 of 16777216 together. Delete one (DELETE), or wait until one expires.\n`,
    ]);
  });

  test('no more files than a reader may have, also when all are asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => tus.create(lab.port, 1)));
    const statuses = answers.map((each) => each.status).sort();
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429, 429]);
  });

  test('no more than the lab has room for, whoever asks', async () => {
    const from = (reader: string) => ({ 'x-forwarded-for': `10.0.0.1, ${reader}` });
    for (const reader of ['192.0.2.1', '192.0.2.2']) {
      await created(8 * MIB, from(reader));
      await created(8 * MIB, from(reader));
    }
    const answer = await tus.create(lab.port, 1, from('192.0.2.3'));
    expect(answer.status).toBe(507);
    expect(answer.body).toContain('full of other readers’ uploads');
  });

  test('what another process had taken counts after a restart', async () => {
    await created(8 * MIB);
    const small = { ...QUOTAS, totalBytes: 9 * MIB };
    const other = await openTestLab({ tusDir: folder, quotas: small });
    expect((await tus.create(other.port, 2 * MIB)).status).toBe(507);
    expect((await tus.create(other.port, MIB)).status).toBe(201);
    await other.close();
  });

  test('the folder’s key, and what is kept of a reader, tell no address', async () => {
    await created(8);
    const key = readFileSync(path.join(folder, 'reader.key'));
    expect(key).toHaveLength(32);
    expect(statSync(path.join(folder, 'reader.key')).mode & 0o777).toBe(0o600);
    const [name = ''] = namesIn(folder).filter((each) => each.endsWith('.json'));
    const facts = readFileSync(path.join(folder, name), 'utf8');
    expect(facts).toContain('"reader"');
    const id = name.replace('.json', '');
    const plain = createHash('sha256').update(`${id} 127.0.0.1`).digest('base64url');
    const keyed = createHmac('sha256', key).update(`${id} 127.0.0.1`).digest('base64url');
    expect(facts).not.toContain(plain);
    expect(facts).toContain(keyed);
  });

  test('what a reader had counts as theirs after a restart, and as nobody else’s', async () => {
    await created(8 * MIB);
    await created(7 * MIB);
    const again = await openTestLab({ tusDir: folder, quotas: QUOTAS });
    const answer = await tus.create(again.port, 2 * MIB);
    expect([answer.status, answer.body]).toEqual([
      429,
      expect.stringContaining('You have 2 uploads of 15728640 bytes here') as string,
    ]);
    const other = { 'x-forwarded-for': '192.0.2.9' };
    expect((await tus.create(again.port, 2 * MIB, other)).status).toBe(201);
    // Who it was stands nowhere.
    const facts = namesIn(folder).filter((name) => name.endsWith('.json'));
    expect(facts).toHaveLength(3);
    for (const name of facts) {
      expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/127\.0\.0|::1|192\.0\.2/);
    }
    await again.close();
  });

  test('nothing that the lab’s validator does not want', async () => {
    const strict = await openTestLab({
      validate: (file) => (file.name.endsWith('.exe') ? 'No programs.' : null),
    });
    const answer = await tus.create(strict.port, 1, meta({ filename: 'a.exe' }));
    expect([answer.status, answer.body]).toEqual([403, 'No programs.\n']);
    await strict.close();
  });
});

describe('what has stayed long enough is deleted', () => {
  test.each([
    ['finished', 5],
    ['half done', 3],
  ])('%s', async (_, length) => {
    const brief = await openTestLab({
      tusDir: folder,
      quotas: { ...QUOTAS, keepMs: 50, idleMs: 50 },
      checkMs: 5,
    });
    const target = (await tus.create(brief.port, 5)).headers.location ?? '';
    expect((await tus.patch(brief.port, target, 0, 'x'.repeat(length))).status).toBe(204);
    await expect.poll(() => namesIn(folder)).toEqual([]);
    expect((await tus.head(brief.port, target)).status).toBe(404);
    await brief.close();
  });

  test('but not what was written to while others were deleted', async () => {
    const place = path.join(path.dirname(folder), 'other');
    const store = await openFolderStore(place);
    const [old, fresh] = ['A'.repeat(22), 'B'.repeat(22)] as const;
    for (const id of [old, fresh]) {
      await store.data.create(new StoredUpload({ id, offset: 0, size: 5 }));
      utimesSync(path.join(place, id), 0, 0);
    }
    const touching = {
      ...store,
      async remove(id: string) {
        await store.remove(id);
        const now = new Date();
        for (const other of namesIn(place)) utimesSync(path.join(place, other), now, now);
      },
    };
    const tus = createTus({
      ...{ store: touching, locker: createLocker(lockFiles(place)), quotas: QUOTAS },
      ...{ lan: false, hosts: [], realmOrigins: [], requests: 1 },
      ...{ body: { slowBytes: 1, slowMs: 60_000 }, log: () => undefined },
    });
    await tus.expire();
    expect(namesIn(place).filter((name) => !name.includes('.'))).toHaveLength(1);
  });

  test('and so is what a killed process left without its upload', async () => {
    const store = await openFolderStore(folder);
    const id = 'A'.repeat(22);
    writeFileSync(path.join(folder, `${id}.json`), '{');
    writeFileSync(path.join(folder, 'something-else'), '');
    const old = new Date(Date.now() - 120_000);
    const { utimes } = await import('node:fs/promises');
    await utimes(path.join(folder, `${id}.json`), old, old);
    expect(await store.list()).toEqual([]);
    expect(namesIn(folder)).toEqual(['something-else']);
    rmSync(path.join(folder, 'something-else'));
  });
});

describe('the folder', () => {
  test('is this user’s alone', async () => {
    await created(1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    chmodSync(folder, 0o755);
    await openFolderStore(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('is not one that something else stands for', async () => {
    const file = path.join(path.dirname(folder), 'file');
    writeFileSync(file, '');
    await expect(openFolderStore(file)).rejects.toThrow();
  });

  test('goes with the lab when it is empty, and stays with what is in it', async () => {
    const other = await openTestLab({ tusDir: `${folder}2` });
    await other.close();
    expect(existsSync(`${folder}2`)).toBe(false);
    const full = await openTestLab({ tusDir: `${folder}3` });
    await tus.create(full.port, 1);
    await full.close();
    expect(namesIn(`${folder}3`)).toHaveLength(2);
  });
});

describe('two requests for one upload', () => {
  test('the one that comes later goes on, also where another process held the upload', async () => {
    const other = await openTestLab({ tusDir: folder });
    const target = await created(1000);
    // A sender that stops in the middle of its body and leaves the connection open.
    const { request } = await import('node:http');
    const stuck = request({
      host: '127.0.0.1',
      port: lab.port,
      method: 'PATCH',
      path: target,
      agent: false,
      headers: {
        host: 'localhost:' + String(lab.port),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': '1000',
      },
    });
    stuck.on('error', () => undefined);
    stuck.write('x'.repeat(400));
    await expect
      .poll(() => statSync(path.join(folder, target.slice(5))).size, { timeout: 5000 })
      .toBe(400);
    expect((await tus.head(other.port, target)).headers['upload-offset']).toBe('400');
    const last = await tus.patch(other.port, target, 400, 'x'.repeat(600));
    expect(last.headers['lab-sha256']).toBe(sha256(Buffer.from('x'.repeat(1000))));
    stuck.destroy();
    await other.close();
  });
});

describe('who asks', () => {
  const reader = (remoteAddress: string, forwarded?: string) =>
    readerOf({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    } as unknown as IncomingMessage);

  test.each([
    ['::ffff:192.168.1.7', undefined, '192.168.1.7'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', 'made up, 203.0.113.9', '203.0.113.9'],
    ['::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    // Addresses of one network, however short they are written.
    ['2001:db8::1', undefined, '2001:db8:0:0'],
    ['2001:db8::2:3', undefined, '2001:db8:0:0'],
    ['2001:db8:0:0:1:2:3:4', undefined, '2001:db8:0:0'],
    ['2001:db8:1::', undefined, '2001:db8:1:0'],
    ['::1', '::ffff:203.0.113.9', '203.0.113.9'],
    ['::1', undefined, '0:0:0:0'],
    // Only a proxy on this machine is believed.
    ['192.168.1.7', '203.0.113.9', '192.168.1.7'],
  ])('%s, forwarded for %s', (address, forwarded, expected) => {
    expect(reader(address, forwarded)).toBe(expected);
  });
});
