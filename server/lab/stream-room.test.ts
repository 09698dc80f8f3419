import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenStream } from '../../src/core/wire/stream.ts';
import { MEDIA, next, openTestLab, sha256, type Client, type TestLab } from './lab.fixture.ts';

const CLIP = MEDIA['clip.webm'];
let lab: TestLab;
let client: Client<'stream'>;
beforeEach(async () => {
  lab = await openTestLab();
  client = lab.connect('stream');
});
afterEach(() => lab.close());

async function openStream(wish: Partial<OpenStream> = {}) {
  const answer = await client.emitWithAck('open', {
    name: 'clip.webm',
    chunkBytes: 65_536,
    ...wish,
  });
  if (answer.kind !== 'opened') throw new Error(answer.message);
  return answer;
}

describe('down', () => {
  test('a file comes as chunks of the size that was asked for, and ends', async () => {
    const chunks: Uint8Array[] = [];
    client.on('chunk', ({ offset }, bytes, received) => {
      expect(offset).toBe(chunks.reduce((sum, each) => sum + each.length, 0));
      chunks.push(bytes);
      received();
    });
    const ended = next(client, 'end');
    const { id, size } = await openStream();
    expect(await ended).toEqual([{ id, size }]);
    expect(chunks.map((each) => each.length)).toEqual([65_536, 65_536, 65_536, 65_536, 37_856]);
    expect(Buffer.concat(chunks).equals(CLIP)).toBe(true);
  });

  test('from the byte that was asked for', async () => {
    const chunks: Uint8Array[] = [];
    client.on('chunk', (_, bytes, received) => {
      chunks.push(bytes);
      received();
    });
    const ended = next(client, 'end');
    await openStream({ start: 250_000, paceMs: 1 });
    await ended;
    expect(Buffer.concat(chunks).equals(CLIP.subarray(250_000))).toBe(true);
  });

  test.each([CLIP.length, 1e15])(
    'from byte %i, where there is none, it ends at once',
    async (start) => {
      const ended = next(client, 'end');
      const { id, size } = await openStream({ start });
      expect(await ended).toEqual([{ id, size }]);
    },
  );

  test.each([1, 3])('no more than a window of %i is sent ahead of the reader', async (window) => {
    const held: (() => void)[] = [];
    let most = 0;
    client.on('chunk', (_, _bytes, received) => {
      held.push(received);
      most = Math.max(most, held.length);
    });
    const ended = next(client, 'end');
    await openStream({ window, chunkBytes: 30_000 });
    for (let left = 10; left > 0; left--) {
      await expect.poll(() => held.length, { interval: 1 }).toBe(Math.min(window, left));
      // A round trip, in which what came too early would be here.
      await client.emitWithAck('list', {});
      held.shift()?.();
    }
    await ended;
    expect(most).toBe(window);
  });

  test('it stops when it is cancelled', async () => {
    const first = next(client, 'chunk');
    const { id } = await openStream({ chunkBytes: 1024, window: 1 });
    const [, , received] = (await first) as [unknown, unknown, () => void];
    let more = 0;
    client.on('chunk', () => more++);
    expect(await client.emitWithAck('cancel', { id })).toEqual({ kind: 'cancelled', id });
    received();
    await client.emitWithAck('list', {});
    expect(more).toBe(0);
    expect(await client.emitWithAck('cancel', { id })).toMatchObject({ code: 'unknown-id' });
  });

  test('a reader that never acknowledges is told so, and its place is free again', async () => {
    const hasty = await openTestLab({ ackMs: 20 });
    client = hasty.connect('stream');
    client.on('chunk', () => undefined);
    const failed = next(client, 'failed');
    const { id } = await openStream();
    expect(await failed).toEqual([
      {
        id,
        code: 'no-answer',
        message:
          'The chunk at 0 was not acknowledged within 20 ms. Call received() in the listener of chunk.',
      },
    ]);
    expect(await client.emitWithAck('cancel', { id })).toMatchObject({ code: 'unknown-id' });
    await hasty.close();
  });

  test('one reader has eight at most', async () => {
    client.on('chunk', () => undefined);
    for (let i = 0; i < 8; i++) await openStream();
    await expect(openStream()).rejects.toThrow('You have 8 streams open already.');
    expect(await client.emitWithAck('send', {})).toMatchObject({ code: 'busy' });
  });

  test('what is no file of the site is refused', async () => {
    await expect(openStream({ name: '../secret' })).rejects.toThrow('no such file');
    await expect(openStream({ name: 'page.html' })).rejects.toThrow('no such file');
  });
});

describe('up', () => {
  async function beginSend(wish: { window?: number; paceMs?: number } = {}) {
    const answer = await client.emitWithAck('send', wish);
    if (answer.kind !== 'sending') throw new Error(answer.message);
    return answer;
  }

  test('pieces are counted and hashed, and kept nowhere', async () => {
    const bytes = randomBytes(200_000);
    const { id } = await beginSend();
    for (let offset = 0; offset < bytes.length; offset += 65_536) {
      const piece = bytes.subarray(offset, offset + 65_536);
      const answer = await client.emitWithAck('piece', { id, offset }, piece);
      expect(answer).toEqual({ kind: 'ack', next: offset + piece.length });
    }
    expect(await client.emitWithAck('finish', { id })).toEqual({
      kind: 'finished',
      id,
      size: bytes.length,
      sha256: sha256(bytes),
    });
    expect(lab.filesOnDisk()).toEqual([]);
  });

  test('a piece out of order is refused, with the offset that is wanted', async () => {
    const { id } = await beginSend();
    await client.emitWithAck('piece', { id, offset: 0 }, randomBytes(10));
    expect(await client.emitWithAck('piece', { id, offset: 0 }, randomBytes(10))).toMatchObject({
      code: 'duplicate',
      next: 10,
    });
    expect(await client.emitWithAck('piece', { id, offset: 11 }, randomBytes(10))).toMatchObject({
      code: 'gap',
      next: 10,
    });
  });

  test('no more pieces than the window, while the lab is a slow receiver on purpose', async () => {
    const { id } = await beginSend({ window: 1, paceMs: 5000 });
    const first = client.emitWithAck('piece', { id, offset: 0 }, randomBytes(10));
    expect(await client.emitWithAck('piece', { id, offset: 10 }, randomBytes(10))).toMatchObject({
      code: 'window',
    });
    await client.emitWithAck('cancel', { id });
    expect(await first).toMatchObject({ kind: 'ack' });
  });

  test('no more bytes than an upload may have', async () => {
    const { id, mostBytes, chunkBytes } = await beginSend();
    const piece = Buffer.alloc(chunkBytes);
    for (let offset = 0; offset < mostBytes; offset += chunkBytes) {
      await client.emitWithAck('piece', { id, offset }, piece);
    }
    expect(
      await client.emitWithAck('piece', { id, offset: mostBytes }, Buffer.alloc(1)),
    ).toMatchObject({ code: 'too-large' });
  });
});
