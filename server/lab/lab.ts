/**
 * The lab: Socket.IO's rooms over the site's own ports. WebSocket only: one request, one check of where it comes from,
 * no long bodies, and no stickiness for a balancer to keep.
 */
import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server as Engine, type Socket as Connection } from 'engine.io';
import { Server } from 'socket.io';
import { Encoder } from 'socket.io-parser';
import { openMediaRoom } from '../../src/core/lab/media-rooms.ts';
import type { LabParts, LabServer } from '../../src/core/lab/parts.ts';
import { openStreamRoom } from '../../src/core/lab/stream-room.ts';
import { openUploadRoom } from '../../src/core/lab/upload-room.ts';
import { createUploads, type UploadQuotas, type Validator } from '../../src/core/lab/uploads.ts';
import { WIRE_LIMITS } from '../../src/core/wire/limits.ts';
import { refused } from '../../src/core/wire/refusal.ts';
import type { HttpOptions } from '../http.ts';
import { LabDecoder } from './decoder.ts';
import { objectionTo } from './door.ts';
import { openFolder } from './folder.ts';
import { GUARD_LIMITS, guardConnection, type Guard, type GuardLimits } from './guard.ts';
import type { Log } from './log.ts';
import { openMedia } from './media.ts';
import { openPeers } from './peers.ts';
import { openS3Store, type S3Options } from './s3-store.ts';
import { createLocker, lockFiles } from './tus-lock.ts';
import { openFolderStore, type OpenSink } from './tus-store.ts';
import { createTus } from './tus.ts';
import { openUploadPeers } from './upload-peers.ts';
import { createId, createSha256, filesIn, type CreateFile } from './uploads.ts';

/** The part of a URL that is the lab's. */
const LAB_PATH = /^\/socket\.io\/(?:\?|$)/;

export interface LabOptions extends HttpOptions {
  /** The folder that holds the lab's own temporary one. */
  readonly tempDir: string;
  /** The folder of resumable uploads, which outlives the process. */
  readonly tusDir: string;
  readonly mediaDir: string;
  readonly processes: number;
  readonly redisUrl: string | null;
  readonly s3: S3Options | null;
  /** Of all processes together, like `quotas`. */
  readonly connections: number;
  readonly quotas: UploadQuotas;
  readonly log: Log;
  readonly validate?: Validator;
  /** For tests: a file that cannot be written, and times that need no waiting. */
  readonly create?: CreateFile;
  readonly tusSink?: OpenSink;
  readonly guard?: Partial<GuardLimits>;
  readonly ackMs?: number;
  readonly connectMs?: number;
  readonly checkMs?: number;
}

/** Of one process. */
export interface LabHealth {
  /** Its number, so that a balancer's doings can be seen. */
  readonly process: number;
  readonly connections: number;
  readonly uploads: number;
}

export interface Lab {
  readonly health: LabHealth;
  /** Takes the WebSockets of a server that listens. Others are left to `otherwise`. */
  attach(server: HttpServer, otherwise?: 'refuse' | 'leave'): void;
  /** Answers a request whose path begins with `TUS_PATH`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Tells the readers, closes their connections, deletes their files. */
  stop(): Promise<void>;
}

/** A player whose buffer is full rests before it acknowledges. */
const ACK_MS = 60_000;

/** How long a reader may take to say goodbye when the lab stops. */
const STOP_MS = 1000;

/** Answers a handshake that is refused, and lets nobody keep the socket half open. */
function answerPlainly(socket: Duplex, status: string, text: string, goodbyeMs: number): void {
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
  setTimeout(() => socket.destroy(), goodbyeMs).unref();
}

/** Waits for the sockets to close politely, and cuts those that do not. */
async function closed(sockets: ReadonlySet<Duplex>, graceMs: number): Promise<void> {
  const all = Promise.all([...sockets].map((each) => once(each, 'close')));
  const timer = setTimeout(() => {
    for (const each of sockets) each.destroy();
  }, graceMs);
  await all;
  clearTimeout(timer);
}

/** What one of several processes may take of what they have together. A reader's room is whole in each. */
function shareOf({ connections, quotas, processes }: LabOptions) {
  const part = (all: number) => Math.ceil(all / processes);
  return {
    connections: part(connections),
    quotas: {
      ...quotas,
      totalBytes: Math.max(quotas.ownerBytes, part(quotas.totalBytes)),
      totalFiles: part(quotas.totalFiles),
    },
  };
}

export async function openLab(options: LabOptions): Promise<Lab> {
  const { log } = options;
  const { connections, quotas } = shareOf(options);
  const peers = await openPeers(options.redisUrl);
  const folder = await openFolder(options.tempDir);
  const media = await openMedia(options.mediaDir);
  const limits: GuardLimits = { ...GUARD_LIMITS, ...options.guard };
  const parts: LabParts = {
    createId,
    createHash: createSha256,
    createFile: filesIn(folder.path, options.create),
    log,
    now: Date.now,
  };
  const uploads = createUploads({
    parts,
    quotas,
    ...(options.validate && { validate: options.validate }),
  });

  const tus = createTus({
    ...options,
    body: limits,
    store:
      options.s3 === null
        ? await openFolderStore(options.tusDir, options.tusSink)
        : await openS3Store(options.s3),
    locker: createLocker(
      peers?.locks ?? lockFiles(options.s3 === null ? options.tusDir : folder.path),
    ),
    requests: connections,
  });

  const engine = new Engine({
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    maxHttpBufferSize: WIRE_LIMITS.chunkBytes + WIRE_LIMITS.messageBytes,
    pingInterval: 20_000,
    pingTimeout: 20_000,
  });
  const io = new Server({
    serveClient: false,
    ...(peers !== null && { adapter: peers.adapter }),
    connectTimeout: options.connectMs ?? 5000,
    parser: { Encoder, Decoder: LabDecoder },
  });

  const guards = new Map<Connection, Guard>();
  engine.on('connection', (connection: Connection) => {
    const guard = guardConnection(connection, limits, (reason) => log('dropped', { reason }));
    guards.set(connection, guard);
    connection.on('close', () => guards.delete(connection));
  });
  // After the guard, so that the guard sees a message first.
  io.bind(engine);

  const hasRoom = (socket: { readonly conn: object }, bytes: number): boolean => {
    const guard = guards.get(socket.conn as Connection);
    return guard !== undefined && guard.backlog + bytes <= limits.backlogBytes;
  };
  // Socket.IO's own types say more about events than the rooms ask.
  const rooms = io as unknown as LabServer;
  openUploadRoom(rooms, uploads, parts, peers === null ? null : openUploadPeers(io, uploads));
  openMediaRoom(rooms, 'image', media, log, hasRoom);
  openMediaRoom(rooms, 'video', media, log, hasRoom);
  openStreamRoom(
    rooms,
    media,
    { streams: 8, ackMs: options.ackMs ?? ACK_MS, mostBytes: quotas.fileBytes },
    parts,
  );

  let checks = 0;
  const checking = setInterval(() => {
    for (const guard of guards.values()) guard.check();
    void uploads.expire();
    tus.check();
    // A look at a folder, and in minutes at that.
    if (checks++ % 10 === 0) void tus.expire();
  }, options.checkMs ?? 1000);
  checking.unref();

  const refuse = (socket: Duplex, status: string, text: string) =>
    answerPlainly(socket, status, text, limits.goodbyeMs);
  let stopping = false;
  const sockets = new Set<Duplex>();
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const objection = objectionTo(request, options);
    if (objection !== null) {
      log('refused', { reason: 'origin' });
      refuse(socket, '403 Forbidden', objection);
    } else if (stopping || guards.size >= connections) {
      log('refused', { reason: 'connections' });
      refuse(
        socket,
        '503 Service Unavailable',
        'The lab has as many connections as it takes. Try again in a while.',
      );
    } else {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      engine.handleUpgrade(request, socket, head);
    }
  }

  log('lab-started', { leftovers: folder.leftovers, media: media.files.length });
  return {
    get health() {
      return { process: process.pid, connections: guards.size, uploads: uploads.count };
    },
    attach(server, otherwise = 'refuse') {
      server.on('upgrade', (request, socket, head) => {
        if (LAB_PATH.test(request.url ?? '')) upgrade(request, socket, head);
        else if (otherwise === 'refuse') {
          refuse(socket, '404 Not Found', 'There is no WebSocket at this address.');
        }
      });
    },
    handle: (request, response) => void tus.handle(request, response),
    async stop() {
      stopping = true;
      clearInterval(checking);
      await tus.stop();
      await uploads.close(
        refused('stopping', 'The lab stops, and deletes what it has. Send the file again later.'),
      );
      await io.close();
      await closed(sockets, STOP_MS);
      await peers?.close();
      await folder.remove();
      log('lab-stopped');
    },
  };
}
