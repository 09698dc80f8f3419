/** The room `/stream` (core/wire/stream.ts): chunks down with a window of acknowledgements, chunks up that are counted and hashed. */
import { WIRE_LIMITS } from '../wire/limits.ts';
import type { NamedFile } from '../wire/media.ts';
import { refused, type RefusalCode, type Refused } from '../wire/refusal.ts';
import type { OpenStream, StreamAck } from '../wire/stream.ts';
import { unknownFile } from './media-rooms.ts';
import type { Media, MediaFile } from './media.ts';
import type { LabHash, LabParts, LabServer, LabSocket } from './parts.ts';
import { answerEvents, roomOf, unknownId } from './room.ts';
import { sleep } from './sleep.ts';

export interface StreamLimits {
  /** Streams of one reader at once, both directions together. */
  readonly streams: number;
  /** How long a chunk may be unacknowledged. */
  readonly ackMs: number;
  /** Bytes of one stream up. */
  readonly mostBytes: number;
}

/** Ends a stream with a reason that is told to the reader. */
class StreamEnd extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Emits one chunk; resolves when the reader says it has it. */
function send(
  socket: LabSocket,
  id: string,
  offset: number,
  bytes: Uint8Array,
  ackMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    socket.timeout(ackMs).emit('chunk', { id, offset }, bytes, (error: Error | null) => {
      signal.removeEventListener('abort', stop);
      if (error === null) resolve();
      else
        reject(
          new StreamEnd(
            'no-answer',
            `The chunk at ${offset} was not acknowledged within ${ackMs} ms. Call received() in the listener of chunk.`,
          ),
        );
    });
  });
}

/** Sends a file from `start` on, at most a window of chunks ahead of the reader. */
async function sendFile(
  socket: LabSocket,
  id: string,
  handle: MediaFile,
  file: NamedFile,
  wish: OpenStream,
  ackMs: number,
  signal: AbortSignal,
): Promise<void> {
  const window = wish.window ?? 4;
  const inFlight = new Set<Promise<void>>();
  // The first that fails ends all, also while the loop waits for something else.
  const ended = new AbortController();
  const both = ended.signal;
  signal.addEventListener('abort', () => ended.abort(signal.reason), { once: true });
  if (signal.aborted) ended.abort(signal.reason);
  for (let offset = wish.start ?? 0; offset < file.size;) {
    const bytes = await handle.read(offset, Math.min(wish.chunkBytes, file.size - offset));
    if (bytes.length === 0) {
      throw new StreamEnd(
        'failed',
        'The file has become shorter while it was sent. Open it again.',
      );
    }
    both.throwIfAborted();
    const sent = send(socket, id, offset, bytes, ackMs, both)
      .catch((error: unknown) => ended.abort(error))
      .finally(() => inFlight.delete(sent));
    inFlight.add(sent);
    offset += bytes.length;
    while (inFlight.size >= window) await Promise.race(inFlight);
    if (wish.paceMs !== undefined && offset < file.size) {
      await sleep(wish.paceMs, both);
    }
    both.throwIfAborted();
  }
  await Promise.all(inFlight);
  both.throwIfAborted();
}

/** A stream up: what came so far, and what is not acknowledged yet. */
interface Incoming {
  readonly hash: LabHash;
  readonly window: number;
  readonly paceMs: number;
  readonly stop: AbortController;
  size: number;
  unacknowledged: number;
}

async function takePiece(
  stream: Incoming,
  offset: number,
  bytes: Uint8Array,
  mostBytes: number,
): Promise<StreamAck | Refused> {
  const next = stream.size;
  if (offset !== next) {
    return refused(
      offset < next ? 'duplicate' : 'gap',
      `The lab has ${next} bytes, and this piece begins at ${offset}. Go on at ${next}.`,
      next,
    );
  }
  if (next + bytes.length > mostBytes) {
    return refused('too-large', `A stream has ${mostBytes} bytes at most. Say finish.`, next);
  }
  if (stream.unacknowledged >= stream.window) {
    return refused(
      'window',
      `${stream.window} pieces are unacknowledged already. Wait for an acknowledgement before each further one.`,
      next,
    );
  }
  stream.size += bytes.length;
  stream.hash.update(bytes);
  const ack: StreamAck = { kind: 'ack', next: stream.size };
  if (stream.paceMs === 0) return ack;
  stream.unacknowledged++;
  await sleep(stream.paceMs, stream.stop.signal);
  stream.unacknowledged--;
  return ack;
}

export function openStreamRoom(
  io: LabServer,
  media: Media,
  limits: StreamLimits,
  { log, createId, createHash }: LabParts,
): void {
  roomOf(io, 'stream').on('connection', (socket) => {
    const down = new Map<string, AbortController>();
    const up = new Map<string, Incoming>();
    const tooMany = () =>
      down.size + up.size < limits.streams
        ? null
        : refused(
            'busy',
            `You have ${limits.streams} streams open already. Cancel one, or wait until one ends.`,
          );

    async function run(id: string, file: NamedFile, wish: OpenStream, stop: AbortController) {
      let handle: MediaFile | null = null;
      try {
        handle = await media.open(file);
        await sendFile(socket, id, handle, file, wish, limits.ackMs, stop.signal);
        socket.emit('end', { id, size: file.size });
      } catch (error) {
        const { code, message } =
          error instanceof StreamEnd
            ? error
            : { code: 'failed' as const, message: 'The lab could not read the file. Try again.' };
        log('stream-ended', { id, code });
        if (code !== 'cancelled') socket.emit('failed', { id, code, message });
      } finally {
        down.delete(id);
        await handle?.close();
      }
    }

    answerEvents<'stream'>(
      socket,
      'stream',
      {
        list: () => ({ kind: 'names', files: media.files }),
        open(wish) {
          const file = media.find(wish.name);
          if (file === undefined) return unknownFile(media.files);
          const no = tooMany();
          if (no !== null) return no;
          const id = createId();
          const stop = new AbortController();
          down.set(id, stop);
          // After the answer, so that its id is known when the first chunk comes.
          setTimeout(() => void run(id, file, wish, stop), 0);
          return { kind: 'opened', id, size: file.size, type: file.type };
        },
        send({ window = 4, paceMs = 0 }) {
          const no = tooMany();
          if (no !== null) return no;
          const id = createId();
          const stop = new AbortController();
          up.set(id, {
            hash: createHash(),
            window,
            paceMs,
            stop,
            size: 0,
            unacknowledged: 0,
          });
          const { chunkBytes } = WIRE_LIMITS;
          return { kind: 'sending', id, chunkBytes, window, mostBytes: limits.mostBytes };
        },
        piece({ id, offset }, bytes) {
          const stream = up.get(id);
          if (stream === undefined) return unknownId(id);
          return takePiece(stream, offset, bytes, limits.mostBytes);
        },
        finish({ id }) {
          const stream = up.get(id);
          if (stream === undefined) return unknownId(id);
          up.delete(id);
          return { kind: 'finished', id, size: stream.size, sha256: stream.hash.digest() };
        },
        cancel({ id }) {
          const stop = down.get(id) ?? up.get(id)?.stop;
          if (stop === undefined) return unknownId(id);
          stop.abort(new StreamEnd('cancelled', 'The reader cancelled it.'));
          up.delete(id);
          return { kind: 'cancelled', id };
        },
      },
      log,
    );

    socket.on('disconnect', () => {
      const gone = new StreamEnd('cancelled', 'The reader has left.');
      for (const stop of down.values()) stop.abort(gone);
      for (const { stop } of up.values()) stop.abort(gone);
      up.clear();
    });
  });
}
