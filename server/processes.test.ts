/** Several processes of the lab: on one machine, and over Redis as on several. Uploads go through all of them. */
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { UploadClientEvents, UploadServerEvents } from '../src/core/wire/upload.ts';
import { ask, next, sha256, tus } from './lab/lab.fixture.ts';
import { portOf, startServer, type ServerProcess } from './server.fixture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'bytescope-processes-'));
const dist = path.join(root, 'dist');
const temp = path.join(root, 'temp');
for (const folder of [dist, temp]) mkdirSync(folder);
writeFileSync(path.join(dist, 'index.html'), '<!doctype html>');
afterAll(() => rmSync(root, { recursive: true }));

type Client = Socket<UploadServerEvents, UploadClientEvents>;
const servers: ServerProcess[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const server of servers) server.child.kill('SIGTERM');
  for (const server of servers.splice(0)) await server.ended;
});

function start(env: Record<string, string>): ServerProcess {
  const server = startServer({ BYTESCOPE_DIST: dist, BYTESCOPE_LAB_DIR: temp, ...env });
  servers.push(server);
  return server;
}

async function connect(port: number, owner?: string): Promise<{ client: Client; owner: string }> {
  const client: Client = io(`http://localhost:${port}/upload`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    ...(owner !== undefined && { auth: { owner } }),
  });
  clients.push(client);
  const [hello] = (await next(client, 'hello')) as [{ owner: string }];
  return { client, owner: hello.owner };
}

async function send(client: Client, id: string, bytes: Buffer, from: number): Promise<unknown> {
  await client.emitWithAck('chunk', { id, offset: from }, bytes.subarray(from));
  return client.emitWithAck('done', { id });
}

async function begin(client: Client, bytes: Buffer): Promise<string> {
  const ready = await client.emitWithAck('start', { name: 'a', size: bytes.length });
  if (ready.kind !== 'ready') throw new Error(ready.message);
  return ready.id;
}

/** One connection a request, so that the processes take turns. Each sends its piece and leaves. */
async function sendByTus(ports: readonly number[], bytes: Buffer): Promise<string> {
  const portAt = (i: number) => ports[i % ports.length] ?? 0;
  const target = (await tus.create(portAt(0), bytes.length)).headers.location ?? '';
  const pieces = 6;
  const size = Math.ceil(bytes.length / pieces);
  for (let i = 0; i < pieces; i++) {
    const piece = bytes.subarray(i * size, (i + 1) * size);
    const answer = await tus.patch(portAt(i), target, i * size, piece);
    expect([answer.status, answer.body]).toEqual([204, '']);
  }
  const hashes = [];
  for (let i = 0; i < 4; i++) {
    hashes.push((await tus.head(portAt(i), target)).headers['lab-sha256']);
  }
  expect(new Set(hashes).size).toBe(1);
  return hashes[0] as string;
}

const processAt = async (port: number): Promise<number> => {
  const { body } = await ask(port, 'GET', '/healthz');
  return (JSON.parse(body) as { lab: { process: number } }).lab.process;
};

describe('two processes on one machine', () => {
  test('take uploads both, and each says so when the other has one', async () => {
    const port = await portOf(start({ BYTESCOPE_LAB_PROCESSES: '2' }));
    // Both listen.
    const seen = new Set<number>();
    await expect
      .poll(async () => seen.add(await processAt(port)).size, { timeout: 10_000 })
      .toBe(2);

    const bytes = randomBytes(500_000);
    const sent = await Promise.all(
      [0, 1, 2, 3].map(async () => {
        const { client } = await connect(port);
        return send(client, await begin(client, bytes), bytes, 0);
      }),
    );
    expect(sent).toMatchObject(Array(4).fill({ kind: 'saved', sha256: sha256(bytes) }));

    const { client, owner } = await connect(port);
    const id = await begin(client, bytes);
    await client.emitWithAck('chunk', { id, offset: 0 }, bytes.subarray(0, 1000));
    const answers: Awaited<ReturnType<typeof resume>>[] = [];
    async function resume(other: Client) {
      return other.emitWithAck('start', { name: 'a', size: bytes.length, resume: id });
    }
    // Connections go to the processes in turn.
    while (new Set(answers.map((each) => each.kind)).size < 2) {
      const other = await connect(port, owner);
      expect(other.owner).toBe(owner);
      const answer = await resume(other.client);
      answers.push(answer);
      if (answer.kind === 'refused' || answer.next === bytes.length) continue;
      expect(await send(other.client, id, bytes, answer.next)).toMatchObject({
        sha256: sha256(bytes),
      });
    }
    expect(answers).toContainEqual(expect.objectContaining({ kind: 'ready', id, next: 1000 }));
    expect(answers).toContainEqual({
      kind: 'refused',
      code: 'elsewhere',
      message: expect.stringMatching(
        /^Another process of the lab has this upload, with \d+ bytes saved, .* start anew\./,
      ) as string,
    });
    // Somebody else's is as unknown as ever, wherever it is.
    const stranger = await connect(port);
    expect(await resume(stranger.client)).toMatchObject({ code: 'unknown-id' });
  }, 30_000);

  test('take one upload by tus together', async () => {
    const port = await portOf(start({ BYTESCOPE_LAB_PROCESSES: '2' }));
    const bytes = randomBytes(3_000_001);
    expect(await sendByTus([port], bytes)).toBe(sha256(bytes));
  }, 30_000);

  test('are two again when one dies', async () => {
    const port = await portOf(start({ BYTESCOPE_LAB_PROCESSES: '2' }));
    // A connection that was handed to a process as it died is answered by nobody: its client asks again.
    const answering = () =>
      Promise.race([
        processAt(port),
        new Promise<number>((resolve) => setTimeout(resolve, 2000, NaN)),
      ]);
    const seen = new Set<number>();
    const see = async () => {
      const id = await answering();
      if (!Number.isNaN(id)) seen.add(id);
      return seen.size;
    };
    // The port is one that was free (0 was asked for): it is kept only as long as some process listens.
    await expect.poll(see, { timeout: 15_000 }).toBe(2);
    const [first] = seen;
    process.kill(first as number, 'SIGKILL');
    await expect.poll(see, { timeout: 25_000 }).toBe(3);
  }, 50_000);

  test('stop together, and a wrong variable stops them too', async () => {
    const server = start({ BYTESCOPE_LAB_PROCESSES: '2' });
    await portOf(server);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const wrong = start({ BYTESCOPE_LAB_PROCESSES: '2', PORT: 'x' });
    expect(await wrong.ended).toBe(1);
  }, 30_000);
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
// What CI says when it leaves this out: there is no redis-server on this machine.
describe.skipIf(!hasRedis)('two labs that meet at a Redis', () => {
  async function startRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const child = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', root]);
    let output = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready to accept connections')) resolve();
      });
    });
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    return {
      url: `redis://127.0.0.1:${port}`,
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }

  test('say where an upload is, and go on with one by tus', async () => {
    const redis = await startRedis();
    const env = { BYTESCOPE_REDIS_URL: redis.url, BYTESCOPE_TUS_DIR: path.join(root, 'shared') };
    const ports = await Promise.all([start(env), start(env)].map(portOf));
    const [one = 0, two = 0] = ports;
    const bytes = randomBytes(500_000);
    const first = await connect(one);
    const id = await begin(first.client, bytes);
    const second = await connect(two, first.owner);
    expect(second.owner).toBe(first.owner);
    expect(
      await second.client.emitWithAck('start', { name: 'a', size: bytes.length, resume: id }),
    ).toMatchObject({ kind: 'refused', code: 'elsewhere' });
    expect(await send(first.client, id, bytes, 0)).toMatchObject({ sha256: sha256(bytes) });
    expect(await sendByTus([one, two], bytes)).toBe(sha256(bytes));
    for (const server of servers) server.child.kill('SIGTERM');
    for (const server of servers) expect(await server.ended).toBe(0);
    await redis.stop();
  }, 30_000);
});

test('a Redis that is not there is told at the start, without its password', async () => {
  const server = start({ BYTESCOPE_REDIS_URL: 'redis://user:hidden@127.0.0.1:1' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('There is no Redis at redis://127.0.0.1:1');
  expect(server.output()).not.toContain('hidden');
}, 30_000);
