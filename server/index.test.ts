/** The whole server as `npm start` runs it: it says where it is, answers for its health, takes an upload, and stops. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, expect, test } from 'vitest';
import type { UploadClientEvents, UploadServerEvents } from '../src/core/wire/upload.ts';
import { startServer, uploadThroughRestart } from './server.fixture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'bytescope-index-'));
const dist = path.join(root, 'dist');
const temp = path.join(root, 'temp');
for (const folder of [dist, temp, path.join(dist, 'media')]) mkdirSync(folder);
writeFileSync(path.join(dist, 'index.html'), '<!doctype html>');
writeFileSync(path.join(dist, 'media', 'dot.png'), 'x');
afterAll(() => rmSync(root, { recursive: true }));

const start = (env: Record<string, string>) =>
  startServer({ BYTESCOPE_DIST: dist, BYTESCOPE_LAB_DIR: temp, ...env });

test('it says where it is, is healthy, takes an upload, and stops without a trace', async () => {
  const server = start({});
  const [, port = ''] = await server.said(/localhost:(\d+)/);
  const address = `http://localhost:${port}`;
  const client: Socket<UploadServerEvents, UploadClientEvents> = io(`${address}/upload`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: address },
  });
  const ready = await client.emitWithAck('start', { name: 'a', size: 10 });
  expect(ready.kind).toBe('ready');
  const health: unknown = await (await fetch(`${address}/healthz`)).json();
  expect(health).toMatchObject({
    status: 'ok',
    lab: { status: 'ok', connections: 1, uploads: 1 },
  });

  const aborted = new Promise((resolve) => client.on('aborted', resolve));
  server.child.kill('SIGTERM');
  expect(await aborted).toMatchObject({ code: 'stopping' });
  expect(await server.ended).toBe(0);
  expect(readdirSync(temp)).toEqual([]);
  const lines = server
    .output()
    .split('\n')
    .filter((each) => each.startsWith('{'));
  expect(lines.map((each) => (JSON.parse(each) as { event: string }).event)).toEqual([
    'lab-started',
    'upload-removed',
    'lab-stopped',
  ]);
}, 30_000);

test('a wrong variable is told, and nothing starts', async () => {
  const server = start({ BYTESCOPE_LAB_FILE_MIB: 'big' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('BYTESCOPE_LAB_FILE_MIB is "big"');
  expect(server.output()).toContain('BYTESCOPE_LAB_KEEP_MINUTES: how long an upload stays');
  expect(readdirSync(temp)).toEqual([]);
}, 30_000);

test('a resumable upload goes on after the server was killed, and after a pause', async () => {
  const { sha256, expected, begun, restarts, pauses } = await uploadThroughRestart({
    folder: root,
    bytes: 50 * 2 ** 20,
    env: { BYTESCOPE_DIST: dist, BYTESCOPE_LAB_DIR: temp },
  });
  expect({ begun, restarts, pauses }).toEqual({ begun: 1, restarts: 1, pauses: 1 });
  expect(sha256).toBe(expected);
}, 60_000);
