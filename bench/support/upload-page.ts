/** What bench/upload.mjs runs in a page of Chromium: a file up and a file down, by each way there is. Milliseconds each. */
import { io, type Socket } from 'socket.io-client';
import { Upload } from 'tus-js-client';
import type { StreamClientEvents, StreamServerEvents } from '../../src/core/wire/stream';
import type { UploadClientEvents, UploadServerEvents } from '../../src/core/wire/upload';

const CHUNK = 256 * 1024;
const WINDOW = 4;

const upload: Socket<UploadServerEvents, UploadClientEvents> = io('/upload', {
  transports: ['websocket'],
});
const stream: Socket<StreamServerEvents, StreamClientEvents> = io('/stream', {
  transports: ['websocket'],
});

const chosen = (): File => {
  const file = document.querySelector('input')?.files?.[0];
  if (file === undefined) throw new Error('no file was chosen');
  return file;
};

function check(found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} bytes arrived of ${expected}`);
}

async function timed(task: () => Promise<void>): Promise<number> {
  const at = performance.now();
  await task();
  return performance.now() - at;
}

async function put(path: '/put' | '/hashed'): Promise<void> {
  const response = await fetch(path, { method: 'PUT', body: chosen() });
  if (!response.ok) throw new Error(`PUT: ${response.status}`);
}

/**
 * Chunks of a file in order, cut out of its stream: the browser reads ahead by itself. Reading 64 MiB costs Chromium 70 ms of
 * processor so, by slices of 4 MiB 110, of 1 MiB 190, of 256 KiB 340: each slice is a trip to another process.
 */
async function* chunksOf(file: File): AsyncGenerator<{ offset: number; chunk: Uint8Array }> {
  let offset = 0;
  let filled = 0;
  let chunk = new Uint8Array(Math.min(CHUNK, file.size));
  for await (const part of file.stream()) {
    for (let at = 0; at < part.length;) {
      const piece = part.subarray(at, at + chunk.length - filled);
      chunk.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled < chunk.length) continue;
      yield { offset, chunk };
      offset += filled;
      filled = 0;
      chunk = new Uint8Array(Math.min(CHUNK, file.size - offset));
    }
  }
}

async function sendBySocket(): Promise<string> {
  const file = chosen();
  const ready = await upload.emitWithAck('start', { name: file.name, size: file.size });
  if (ready.kind !== 'ready') throw new Error(ready.message);
  const { id } = ready;
  const inFlight = new Set<Promise<void>>();
  for await (const { offset, chunk } of chunksOf(file)) {
    const sent = upload.emitWithAck('chunk', { id, offset }, chunk).then((answer) => {
      if (answer.kind === 'refused') throw new Error(answer.message);
      inFlight.delete(sent);
    });
    inFlight.add(sent);
    if (inFlight.size >= WINDOW) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  const saved = await upload.emitWithAck('done', { id });
  if (saved.kind !== 'saved') throw new Error(saved.message);
  return id;
}

const sendByTus = (): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const one: Upload = new Upload(chosen(), {
      endpoint: '/tus/',
      retryDelays: null,
      storeFingerprintForResuming: false,
      onError: reject,
      onSuccess: () => resolve(one),
    });
    one.start();
  });

async function getPlainly(name: string): Promise<number> {
  const response = await fetch(`/media/${name}`, { cache: 'no-store' });
  return (await response.arrayBuffer()).byteLength;
}

async function getByStream(name: string): Promise<number> {
  const response = await fetch(`/media/${name}`, { cache: 'no-store' });
  let size = 0;
  for await (const chunk of response.body ?? []) size += chunk.byteLength;
  return size;
}

function getByRoom(name: string, chunkBytes: number, window: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const take: StreamServerEvents['chunk'] = (_head, bytes, received) => {
      size += bytes.byteLength;
      received();
    };
    stream.on('chunk', take);
    stream.once('end', () => {
      stream.off('chunk', take);
      resolve(size);
    });
    stream.once('failed', ({ message }) => reject(new Error(message)));
    void stream.emitWithAck('open', { name, chunkBytes, window }).then((answer) => {
      if (answer.kind === 'refused') reject(new Error(answer.message));
    });
  });
}

const ways = {
  put: (path: '/put' | '/hashed') => timed(() => put(path)),
  async socket() {
    let id = '';
    const took = await timed(async () => void (id = await sendBySocket()));
    await upload.emitWithAck('abort', { id });
    return took;
  },
  async tus() {
    let sent: Upload | null = null;
    const took = await timed(async () => void (sent = await sendByTus()));
    await (sent as Upload | null)?.abort(true);
    return took;
  },
  get: (name: string, size: number) => timed(async () => check(await getPlainly(name), size)),
  fetchStream: (name: string, size: number) =>
    timed(async () => check(await getByStream(name), size)),
  room: (name: string, size: number, chunkBytes: number, window: number) =>
    timed(async () => check(await getByRoom(name, chunkBytes, window), size)),
};
declare global {
  var ways: Ways;
}
export type Ways = typeof ways;
globalThis.ways = ways;
