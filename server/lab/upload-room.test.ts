import { randomBytes } from 'node:crypto';
import { open, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WIRE_LIMITS } from '../../src/core/wire/limits.ts';
import type { ListedUpload, StartUpload } from '../../src/core/wire/upload.ts';
import { next, openTestLab, sha256, type Client, type TestLab } from './lab.fixture.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await openTestLab();
});
afterEach(() => lab.close());

type Uploader = Client<'upload'>;

async function start(client: Uploader, file: StartUpload) {
  const answer = await client.emitWithAck('start', file);
  if (answer.kind !== 'ready') throw new Error(answer.message);
  return answer;
}

/** Sends what is missing, as the curriculum's protocol does it, at most a window of chunks ahead. */
async function upload(
  client: Uploader,
  bytes: Uint8Array,
  {
    chunkBytes = 102_400,
    window = 4,
    ...file
  }: Partial<StartUpload> & { chunkBytes?: number; window?: number } = {},
) {
  const ready = await start(client, { name: 'file.bin', size: bytes.length, ...file });
  const inFlight = new Set<Promise<void>>();
  const refusals: string[] = [];
  for (let offset = ready.next; offset < bytes.length; offset += chunkBytes) {
    const sent = client
      .emitWithAck('chunk', { id: ready.id, offset }, bytes.subarray(offset, offset + chunkBytes))
      .then((answer) => {
        if (answer.kind === 'refused') refusals.push(answer.message);
      })
      .finally(() => inFlight.delete(sent));
    inFlight.add(sent);
    if (inFlight.size >= window) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  expect(refusals).toEqual([]);
  return { id: ready.id, answer: await client.emitWithAck('done', { id: ready.id }) };
}

async function list(client: Uploader): Promise<readonly ListedUpload[]> {
  const answer = await client.emitWithAck('list', {});
  if (answer.kind !== 'listing') throw new Error(answer.message);
  return answer.uploads;
}

/** The only file in the lab's folder. */
async function onlyFile(): Promise<Buffer> {
  const [folder = ''] = await readdir(lab.tempDir);
  const [name = ''] = await readdir(path.join(lab.tempDir, folder));
  return readFile(path.join(lab.tempDir, folder, name));
}

describe('an upload', () => {
  test('arrives whole, and saved carries its SHA-256', async () => {
    const bytes = randomBytes(250_000);
    const client = lab.connect('upload');
    const progress: { acknowledged: number; saved: number }[] = [];
    client.on('progress', ({ acknowledged, saved }) => progress.push({ acknowledged, saved }));
    const { id, answer } = await upload(client, bytes, {
      name: 'photo.png',
      type: 'image/png',
      meta: { album: 'summer', pages: 3, raw: false },
    });
    expect(answer).toEqual({ kind: 'saved', id, size: 250_000, sha256: sha256(bytes) });
    expect(await onlyFile()).toEqual(bytes);
    expect(progress.map((each) => each.saved)).toEqual([102_400, 204_800, 250_000]);
    expect(await list(client)).toEqual([
      {
        id,
        name: 'photo.png',
        size: 250_000,
        saved: 250_000,
        type: 'image/png',
        meta: { album: 'summer', pages: 3, raw: false },
        sha256: sha256(bytes),
        expiresAt: expect.any(Number) as number,
      },
    ]);
  });

  test('of no bytes is done at once', async () => {
    const { answer } = await upload(lab.connect('upload'), new Uint8Array(0));
    expect(answer).toMatchObject({ kind: 'saved', size: 0, sha256: sha256(new Uint8Array(0)) });
  });

  test('may be one message (chunk size 0), up to the largest one', async () => {
    const bytes = randomBytes(WIRE_LIMITS.chunkBytes);
    const { answer } = await upload(lab.connect('upload'), bytes, { chunkBytes: bytes.length });
    expect(answer).toMatchObject({ kind: 'saved', sha256: sha256(bytes) });
  });

  test('goes on beside others of the same connection', async () => {
    const client = lab.connect('upload');
    const files = [1, 2, 3].map((n) => randomBytes(n * 100_000));
    const answers = await Promise.all(files.map((bytes) => upload(client, bytes)));
    expect(answers.map(({ answer }) => answer)).toMatchObject(
      files.map((bytes) => ({ kind: 'saved', sha256: sha256(bytes) })),
    );
  });

  test('said to be done again is saved as before', async () => {
    const client = lab.connect('upload');
    const { id, answer } = await upload(client, randomBytes(10));
    expect(await client.emitWithAck('done', { id })).toEqual(answer);
  });

  test('of many small chunks is never refused for its window while it keeps to it', async () => {
    const bytes = randomBytes(300_000);
    const client = lab.connect('upload');
    const { answer } = await upload(client, bytes, {
      chunkBytes: 1000,
      window: WIRE_LIMITS.window,
    });
    expect(answer).toMatchObject({ kind: 'saved', sha256: sha256(bytes) });
  });
});

describe('after a lost connection', () => {
  test('an upload goes on where the lab says', async () => {
    const bytes = randomBytes(250_000);
    const first = lab.connect('upload');
    const [hello] = (await next(first, 'hello')) as [{ owner: string }];
    const { id } = await start(first, { name: 'a', size: bytes.length });
    await first.emitWithAck('chunk', { id, offset: 0 }, bytes.subarray(0, 102_400));
    await first.emitWithAck('chunk', { id, offset: 102_400 }, bytes.subarray(102_400, 204_800));
    first.disconnect();

    const again = lab.connect('upload', { auth: { owner: hello.owner } });
    const ready = await start(again, { name: 'a', size: bytes.length, resume: id });
    expect(ready).toMatchObject({ id, next: 204_800 });
    await again.emitWithAck('chunk', { id, offset: ready.next }, bytes.subarray(ready.next));
    expect(await again.emitWithAck('done', { id })).toMatchObject({ sha256: sha256(bytes) });
  });

  test('an upload that was done already is told to be', async () => {
    const bytes = randomBytes(1000);
    const first = lab.connect('upload');
    const [hello] = (await next(first, 'hello')) as [{ owner: string }];
    const { id, answer } = await upload(first, bytes);
    first.disconnect();
    const again = lab.connect('upload', { auth: { owner: hello.owner } });
    expect(await start(again, { name: 'a', size: 1000, resume: id })).toMatchObject({ next: 1000 });
    expect(await again.emitWithAck('done', { id })).toEqual(answer);
  });

  test('a file that has changed since is refused', async () => {
    const client = lab.connect('upload');
    const { id } = await start(client, { name: 'a', size: 10 });
    expect(await client.emitWithAck('start', { name: 'a', size: 11, resume: id })).toMatchObject({
      code: 'changed',
      message: expect.stringContaining('started with 10 bytes') as string,
    });
  });
});

describe('chunks that do not fit', () => {
  const kept = randomBytes(100);
  let client: Uploader;
  let id = '';
  beforeEach(async () => {
    client = lab.connect('upload');
    ({ id } = await start(client, { name: 'a', size: 150 }));
    await client.emitWithAck('chunk', { id, offset: 0 }, kept);
  });

  test.each([
    ['again', 0, 100, 'duplicate', 'The lab has the bytes up to 100'],
    ['overlapping', 50, 60, 'duplicate', 'Go on at 100'],
    ['too far on', 120, 30, 'gap', 'The lab wants the bytes at 100'],
    ['past the end', 100, 51, 'overrun', 'announced with 150 bytes. Send 50 at most'],
  ])(
    '%s: refused with words, and the offset that is wanted',
    async (_, offset, length, code, words) => {
      const answer = await client.emitWithAck('chunk', { id, offset }, randomBytes(length));
      expect(answer).toMatchObject({ kind: 'refused', code, next: 100 });
      expect(answer.kind === 'refused' && answer.message).toContain(words);
      // The upload is as it was.
      const rest = randomBytes(50);
      await client.emitWithAck('chunk', { id, offset: 100 }, rest);
      expect(await client.emitWithAck('done', { id })).toMatchObject({
        sha256: sha256(Buffer.concat([kept, rest])),
      });
    },
  );

  test('done too early says what is missing, and the upload can go on', async () => {
    expect(await client.emitWithAck('done', { id })).toMatchObject({
      code: 'incomplete',
      message: '100 of 150 bytes are here. Send the rest from 100 on, then say done.',
      next: 100,
    });
    await client.emitWithAck('chunk', { id, offset: 100 }, randomBytes(50));
    expect(await client.emitWithAck('done', { id })).toMatchObject({ kind: 'saved' });
  });

  test('another hash than the given one: nothing is kept', async () => {
    await client.emitWithAck('chunk', { id, offset: 100 }, randomBytes(50));
    const aborted = next(client, 'aborted');
    expect(await client.emitWithAck('done', { id, sha256: '0'.repeat(64) })).toMatchObject({
      code: 'hash-mismatch',
    });
    expect(await aborted).toMatchObject([{ id, code: 'hash-mismatch' }]);
    expect(await list(client)).toEqual([]);
    expect(await client.emitWithAck('chunk', { id, offset: 0 }, kept)).toMatchObject({
      code: 'unknown-id',
    });
  });
});

test('more chunks in flight than the window are refused, and what fits is kept', async () => {
  const slow = Promise.withResolvers<undefined>();
  const other = await openTestLab({
    create: async (file) => {
      const handle = await open(file, 'wx', 0o600);
      const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<unknown>;
      return Object.assign(handle, {
        write: async (...args: unknown[]) => {
          await slow.promise;
          return write(...args);
        },
      });
    },
  });
  const client = other.connect('upload');
  const chunks = 2 * WIRE_LIMITS.window + 5;
  const { id } = await start(client, { name: 'a', size: chunks });
  const answers = Array.from({ length: chunks }, (_, offset) =>
    client.emitWithAck('chunk', { id, offset }, Uint8Array.of(offset)),
  );
  const refusals = await Promise.all(answers.slice(2 * WIRE_LIMITS.window));
  expect(refusals[0]).toMatchObject({ code: 'window', next: 2 * WIRE_LIMITS.window });
  // The first window is acknowledged though nothing is saved; the second waits for the disk.
  expect(await answers[0]).toEqual({ kind: 'ack', next: 1, saved: 0 });
  expect(await answers[WIRE_LIMITS.window - 1]).toMatchObject({ kind: 'ack', saved: 0 });
  slow.resolve(undefined);
  expect(await answers[2 * WIRE_LIMITS.window - 1]).toMatchObject({ kind: 'ack' });
  await other.close();
});

describe('before memory is taken', () => {
  test('a file over the maximum is refused', async () => {
    const size = 8 * 2 ** 20 + 1;
    expect(await lab.connect('upload').emitWithAck('start', { name: 'a', size })).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining(`${size} bytes, and the lab takes ${size - 1}`) as string,
    });
    expect(lab.filesOnDisk()).toEqual([]);
  });

  test('announced sizes count, of one reader and of all, also of starts at the same time', async () => {
    const size = 8 * 2 ** 20;
    const starts = (client: Uploader) =>
      Promise.all([1, 2, 3].map(() => client.emitWithAck('start', { name: 'a', size })));
    const one = await starts(lab.connect('upload'));
    expect(one.map((each) => each.kind)).toEqual(['ready', 'ready', 'refused']);
    expect(one[2]).toMatchObject({
      code: 'quota',
      message: expect.stringContaining('You have 2') as string,
    });
    const two = await starts(lab.connect('upload'));
    expect(two.map((each) => each.kind)).toEqual(['ready', 'ready', 'refused']);
    const three = await starts(lab.connect('upload'));
    expect(three).toMatchObject([{ code: 'quota' }, { code: 'quota' }, { code: 'quota' }]);
    expect(three[0]).toMatchObject({ message: expect.stringContaining('other readers') as string });
  });

  test('empty files count too', async () => {
    const client = lab.connect('upload');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => client.emitWithAck('start', { name: 'a', size: 0 })),
    );
    expect(answers.map((each) => each.kind).slice(-2)).toEqual(['ready', 'refused']);
  });

  test('room that was given back is there again', async () => {
    const size = 8 * 2 ** 20;
    const client = lab.connect('upload');
    const { id } = await start(client, { name: 'a', size });
    await start(client, { name: 'b', size });
    await client.emitWithAck('abort', { id });
    await start(client, { name: 'c', size });
    expect(lab.filesOnDisk()).toHaveLength(2);
  });

  test('the validator has its say', async () => {
    const other = await openTestLab({
      validate: ({ type }) => (type === 'image/png' ? null : 'Only pictures, please: image/png.'),
    });
    const client = other.connect('upload');
    expect(
      await client.emitWithAck('start', { name: 'a.txt', size: 1, type: 'text/plain' }),
    ).toEqual({
      kind: 'refused',
      code: 'not-accepted',
      message: 'Only pictures, please: image/png.',
    });
    await start(client, { name: 'a.png', size: 1, type: 'image/png' });
    await other.close();
  });
});

describe('one reader and another', () => {
  test('a listing is one’s own, and another’s id is as unknown as none', async () => {
    const one = lab.connect('upload');
    const { id } = await upload(one, randomBytes(10));
    const two = lab.connect('upload');
    expect(await list(two)).toEqual([]);
    const none = await two.emitWithAck('done', { id: 'A'.repeat(22) });
    for (const answer of [
      await two.emitWithAck('done', { id }),
      await two.emitWithAck('abort', { id }),
      await two.emitWithAck('chunk', { id, offset: 0 }, randomBytes(1)),
      await two.emitWithAck('start', { name: 'a', size: 10, resume: id }),
    ]) {
      expect(JSON.stringify(answer).replace(id, 'A'.repeat(22))).toBe(JSON.stringify(none));
    }
    expect(await list(one)).toHaveLength(1);
  });

  test('a secret that has nothing here is replaced, so that nobody chooses a weak one', async () => {
    const client = lab.connect('upload', { auth: { owner: 'A'.repeat(22) } });
    const [hello] = (await next(client, 'hello')) as [{ owner: string }];
    expect(hello.owner).toMatch(/^[\w-]{22}$/);
    expect(hello.owner).not.toBe('A'.repeat(22));
  });

  test('a secret of the wrong shape is refused with words', async () => {
    const client = lab.connect('upload', { auth: { owner: ['x'] } });
    const [error] = (await next(client, 'connect_error')) as [Error];
    expect(error.message).toContain('auth.owner: found a list of 1');
  });

  test('two connections cannot write one upload: the later one takes it over', async () => {
    const bytes = randomBytes(200);
    const first = lab.connect('upload');
    const [hello] = (await next(first, 'hello')) as [{ owner: string }];
    const { id } = await start(first, { name: 'a', size: 200 });
    await first.emitWithAck('chunk', { id, offset: 0 }, bytes.subarray(0, 100));
    const told = next(first, 'aborted');
    const second = lab.connect('upload', { auth: { owner: hello.owner } });
    expect(await start(second, { name: 'a', size: 200, resume: id })).toMatchObject({ next: 100 });
    expect(await told).toMatchObject([{ id, code: 'taken-over' }]);
    expect(await first.emitWithAck('chunk', { id, offset: 100 }, randomBytes(100))).toMatchObject({
      code: 'taken-over',
    });
    await second.emitWithAck('chunk', { id, offset: 100 }, bytes.subarray(100));
    expect(await second.emitWithAck('done', { id })).toMatchObject({ sha256: sha256(bytes) });
  });
});

describe('the end of an upload', () => {
  test('by its reader deletes the file', async () => {
    const client = lab.connect('upload');
    const { id } = await start(client, { name: 'a', size: 100 });
    await client.emitWithAck('chunk', { id, offset: 0 }, randomBytes(50));
    expect(lab.filesOnDisk()).toEqual([id]);
    expect(await client.emitWithAck('abort', { id })).toEqual({ kind: 'aborted', id });
    expect(lab.filesOnDisk()).toEqual([]);
  });

  test('by another connection of its reader is told to the one that writes', async () => {
    const first = lab.connect('upload');
    const [hello] = (await next(first, 'hello')) as [{ owner: string }];
    const { id } = await start(first, { name: 'a', size: 100 });
    const aborted = next(first, 'aborted');
    const second = lab.connect('upload', { auth: { owner: hello.owner } });
    await second.emitWithAck('abort', { id });
    expect(await aborted).toMatchObject([{ id, code: 'cancelled' }]);
  });

  test('by the lab’s stop is told, and nothing is left on disk', async () => {
    const client = lab.connect('upload');
    const { id } = await start(client, { name: 'a', size: 100 });
    const aborted = next(client, 'aborted');
    await lab.lab.stop();
    expect(await aborted).toMatchObject([{ id, code: 'stopping' }]);
    expect(await readdir(lab.tempDir)).toEqual([]);
  });

  test('before it has begun: a lab that stops meanwhile keeps no file', async () => {
    const made = Promise.withResolvers<undefined>();
    const asked = Promise.withResolvers<undefined>();
    const other = await openTestLab({
      create: async (file) => {
        asked.resolve(undefined);
        await made.promise;
        return open(file, 'wx', 0o600);
      },
    });
    const client = other.connect('upload');
    client.emit('start', { name: 'a', size: 10 }, () => undefined);
    await asked.promise;
    const stopped = other.lab.stop();
    made.resolve(undefined);
    await stopped;
    expect(await readdir(other.tempDir)).toEqual([]);
    await other.close();
  });

  test('by a full disk is told, and the lab goes on', async () => {
    const other = await openTestLab({ create: () => open('/dev/full', 'w') });
    const client = other.connect('upload');
    const { id } = await start(client, { name: 'a', size: 100 });
    const aborted = next(client, 'aborted');
    await client.emitWithAck('chunk', { id, offset: 0 }, randomBytes(100));
    expect(await aborted).toMatchObject([{ id, code: 'disk-full' }]);
    expect(await client.emitWithAck('done', { id })).toMatchObject({ code: 'unknown-id' });
    expect(await list(client)).toEqual([]);
    await other.close();
  });
});

test('what is written of it in the log is one line of JSON with ids and numbers only', async () => {
  const client = lab.connect('upload');
  const { id } = await upload(client, randomBytes(10), { name: 'se\r\ncret.txt' });
  const line = lab.log.find((each) => each['event'] === 'upload-saved');
  expect(line).toEqual({
    time: expect.any(String) as string,
    event: 'upload-saved',
    id,
    bytes: 10,
  });
  expect(JSON.stringify(lab.log)).not.toContain('cret');
});
