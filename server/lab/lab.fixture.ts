/** For tests: a lab on a port of its own, honest clients, and a client that writes frames by hand. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { MediaClientEvents } from '../../src/core/wire/media.ts';
import type { RoomName } from '../../src/core/wire/parse.ts';
import type { StreamClientEvents, StreamServerEvents } from '../../src/core/wire/stream.ts';
import type { UploadClientEvents, UploadServerEvents } from '../../src/core/wire/upload.ts';
import { listen, stopListening, type ListenOptions } from '../listen.ts';
import { openLab, type Lab, type LabOptions } from './lab.ts';
import { createLog } from './log.ts';

export interface ServerEvents {
  upload: UploadServerEvents;
  image: Record<string, never>;
  video: Record<string, never>;
  stream: StreamServerEvents;
}
export interface RoomEvents {
  upload: UploadClientEvents;
  image: MediaClientEvents;
  video: MediaClientEvents;
  stream: StreamClientEvents;
}
export type Client<Room extends RoomName> = Socket<ServerEvents[Room], RoomEvents[Room]>;

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A picture and a clip as far as the lab can tell, and what it must not send. */
export const MEDIA = {
  'picture.png': randomBytes(5000),
  'clip.webm': randomBytes(300_000),
  'page.html': Buffer.from('<script>alert(1)</script>'),
  'drawing.svg': Buffer.from('<svg onload="alert(1)"/>'),
} as const;

const MIB = 1024 * 1024;

export interface TestLab {
  readonly lab: Lab;
  readonly port: number;
  readonly tempDir: string;
  /** Lines of the log, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** TCP connections that are open. */
  openSockets(): Promise<number>;
  /** The names of the files in the lab's own folder. */
  filesOnDisk(): string[];
  connect<Room extends RoomName>(
    room: Room,
    options?: Partial<ManagerOptions & SocketOptions>,
  ): Client<Room>;
  close(): Promise<void>;
}

export async function openTestLab(
  options: Partial<LabOptions> = {},
  timeouts?: ListenOptions['timeouts'],
): Promise<TestLab> {
  const root = mkdtempSync(path.join(tmpdir(), 'bytescope-lab-test-'));
  const tempDir = options.tempDir ?? path.join(root, 'temp');
  mkdirSync(tempDir, { recursive: true });
  const tusDir = options.tusDir ?? path.join(root, 'tus');
  const mediaDir = path.join(root, 'media');
  mkdirSync(mediaDir);
  for (const [name, bytes] of Object.entries(MEDIA)) {
    writeFileSync(path.join(mediaDir, name), bytes);
  }
  const log: Record<string, unknown>[] = [];
  const lab = await openLab({
    lan: false,
    hosts: ['lab.example.org'],
    realmOrigins: ['https://realm.example'],
    tempDir,
    mediaDir,
    processes: 1,
    redisUrl: null,
    s3: null,
    connections: 50,
    quotas: {
      fileBytes: 8 * MIB,
      ownerBytes: 16 * MIB,
      totalBytes: 32 * MIB,
      ownerFiles: 5,
      totalFiles: 20,
      keepMs: 60_000,
      idleMs: 60_000,
    },
    log: createLog((line) => log.push(JSON.parse(line) as Record<string, unknown>)),
    ...options,
    tusDir,
    guard: { goodbyeMs: 20, ...options.guard },
  });
  const listening = await listen(
    (request, response) => {
      if (request.url?.startsWith('/tus/')) lab.handle(request, response);
      else response.end('site');
    },
    { port: 0, fallbacks: 0, lan: false, ...(timeouts && { timeouts }) },
  );
  for (const server of listening.servers) lab.attach(server);
  const clients: Socket[] = [];
  return {
    lab,
    port: listening.port,
    tempDir,
    log,
    openSockets: () =>
      new Promise((resolve) => listening.servers[0]?.getConnections((_, count) => resolve(count))),
    filesOnDisk: () =>
      readdirSync(tempDir)
        .filter((each) => each.startsWith(`bytescope-lab-${process.pid}-`))
        .flatMap((each) => readdirSync(path.join(tempDir, each))),
    connect(room, more) {
      const client = io(`http://127.0.0.1:${listening.port}/${room}`, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        ...more,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.disconnect();
      await Promise.all([lab.stop(), stopListening(listening, 100)]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request as node:http sends it, since fetch chooses Host and Origin itself. */
export function ask(
  port: number,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  body: Uint8Array | string = '',
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: target,
        agent: false,
        headers: { host: `localhost:${port}`, ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const TUS = { 'tus-resumable': '1.0.0' };

/** As tus-js-client asks, by hand. */
export const tus = {
  create: (port: number, size: number | string, more: Readonly<Record<string, string>> = {}) =>
    ask(port, 'POST', '/tus/', { ...TUS, 'upload-length': String(size), ...more }),
  patch: (
    port: number,
    target: string,
    offset: number | string,
    bytes: Uint8Array | string,
    more: Readonly<Record<string, string>> = {},
  ) =>
    ask(
      port,
      'PATCH',
      target,
      {
        ...TUS,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        ...('transfer-encoding' in more
          ? {}
          : { 'content-length': String(Buffer.byteLength(bytes)) }),
        ...more,
      },
      bytes,
    ),
  head: (port: number, target: string) => ask(port, 'HEAD', target, TUS),
  remove: (port: number, target: string) => ask(port, 'DELETE', target, TUS),
};

/** The next event of this name; arguments as a list. */
export const next = (client: Pick<Socket, 'once'>, event: string): Promise<unknown[]> =>
  new Promise((resolve) => {
    client.once(event, (...args: unknown[]) => resolve(args));
  });

export interface RawClient {
  readonly socket: TcpSocket;
  /** Sends one message: text or bytes. */
  send(message: string | Uint8Array): void;
  /** Writes bytes as they are. */
  write(bytes: Uint8Array): void;
  /** The texts that came so far. */
  readonly texts: readonly string[];
  /** Resolves when a text that matches has come. */
  text(pattern: RegExp): Promise<string>;
  readonly closed: Promise<void>;
}

/** One frame as a client writes it (RFC 6455 §5.2), masked with zeros. */
export function frame(message: string | Uint8Array, length?: number): Buffer {
  const bytes = typeof message === 'string' ? Buffer.from(message) : message;
  const head = Buffer.alloc(14);
  head[0] = typeof message === 'string' ? 0x81 : 0x82;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(length ?? bytes.length), 2);
  return Buffer.concat([head, bytes]);
}

/** The texts of whole frames in what a server sent. */
function readTexts(bytes: Buffer): { texts: string[]; rest: Buffer } {
  const texts: string[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = (bytes[at + 1] ?? 0) & 127;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    if (start > bytes.length) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    if (start + length > bytes.length) break;
    if (((bytes[at] ?? 0) & 15) === 1) texts.push(bytes.toString('utf8', start, start + length));
    at = start + length;
  }
  return { texts, rest: bytes.subarray(at) };
}

/** Asks for a WebSocket; the status and text of a refusal, or the client. */
export function rawConnect(
  port: number,
  headers: Readonly<Record<string, string>> = {},
  target = '/socket.io/?EIO=4&transport=websocket',
): Promise<RawClient | { readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: target,
      headers: {
        host: `localhost:${port}`,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
    outgoing.on('upgrade', (_response, socket: TcpSocket, head) => {
      const texts: string[] = [];
      const waiting: { pattern: RegExp; resolve: (text: string) => void }[] = [];
      let rest: Buffer = Buffer.alloc(0);
      const take = (chunk: Buffer) => {
        const read = readTexts(Buffer.concat([rest, chunk]));
        rest = read.rest;
        texts.push(...read.texts);
        for (const each of [...waiting]) {
          const found = texts.find((text) => each.pattern.test(text));
          if (found === undefined) continue;
          waiting.splice(waiting.indexOf(each), 1);
          each.resolve(found);
        }
      };
      socket.on('error', () => undefined);
      socket.on('data', take);
      take(head);
      resolve({
        socket,
        texts,
        send: (message) => socket.write(frame(message)),
        write: (bytes) => socket.write(bytes),
        text: (pattern) =>
          new Promise((found) => {
            waiting.push({ pattern, resolve: found });
            take(Buffer.alloc(0));
          }),
        closed: new Promise((done) => socket.on('close', () => done())),
      });
    });
    outgoing.end();
  });
}

/** A raw client that is in a room, or an error. */
export async function rawEnter(port: number, room: RoomName): Promise<RawClient> {
  const client = await rawConnect(port);
  if ('status' in client) throw new Error(`refused with ${client.status}: ${client.body}`);
  client.send(`40/${room},`);
  await client.text(new RegExp(`^40/${room},`));
  return client;
}

/** What is in a folder of tus uploads beside its key. */
export const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name !== 'reader.key');
