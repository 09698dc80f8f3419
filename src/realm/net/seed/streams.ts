/**
 * `ss` of both ends: streams of bytes as values in an event, as socket.io-stream has them. Each chunk waits until the
 * other end has read it.
 */
import type { NetData } from '../../../core/protocol/net';
import { isBuffer } from '../../buffers';
import {
  apply,
  define,
  isArray,
  isView,
  NativeUint8Array,
  ownKeys,
  push,
  SafeMap,
  SafeWeakMap,
  toText,
  typedArrayLength,
} from '../../primordials';
import { ByteStream } from '../byte-stream';
import type { Listener } from '../listeners';
import type { Socket } from '../socket';

/** Stands for a stream in what is sent. */
const MARK = '$stream';

interface Streaming {
  emit(event: string, ...args: unknown[]): Streaming;
  on(event: string, listener: Listener): Streaming;
}

const known = new SafeWeakMap<Socket, Streaming>();

export function ss(socket: Socket): Streaming {
  const before = known.get(socket);
  if (before !== undefined) return before;
  const incoming = new SafeMap<string, ByteStream>();
  let made = 0;

  socket.on('$stream-write', ((head: { id: string }, bytes: unknown, taken: () => void) => {
    const stream = incoming.get(head.id);
    if (stream === undefined || typeof bytes !== 'object' || bytes === null) return;
    if (isBuffer(bytes)) stream.write(new NativeUint8Array(bytes), taken);
  }) as Listener);
  socket.on('$stream-end', (({ id }: { id: string }) => {
    incoming.get(id)?.end();
    incoming.delete(id);
  }) as Listener);

  /** Sends what the stream holds, chunk by chunk. */
  function forward(stream: ByteStream, id: string): void {
    let offset = 0;
    stream.on('data', ((chunk: Uint8Array) => {
      stream.pause();
      socket.emit('$stream-write', { id, offset }, chunk, () => stream.resume());
      offset += typedArrayLength(chunk);
    }) as Listener);
    stream.on('end', () => socket.emit('$stream-end', { id }));
  }

  /** A copy of `value` in which `change` has had its way with streams and their marks. */
  function each(value: unknown, change: (value: object) => unknown, depth = 0): unknown {
    if (typeof value !== 'object' || value === null || depth > 10) return value;
    const changed = change(value);
    if (changed !== value) return changed;
    if (isArray(value)) {
      const list: unknown[] = [];
      for (let i = 0; i < value.length; i++) push(list, each(value[i], change, depth + 1));
      return list;
    }
    if (isBuffer(value) || isView(value)) return value;
    const copy = {};
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as keyof typeof value;
      define(copy, key, each(value[key], change, depth + 1), true);
    }
    return copy;
  }

  const streaming: Streaming = {
    emit(event, ...args) {
      const sent: ByteStream[] = [];
      const ids: string[] = [];
      const given: unknown[] = [];
      for (let i = 0; i < args.length; i++) {
        push(
          given,
          each(args[i], (value) => {
            if (!(value instanceof ByteStream)) return value;
            const id = `stream-${made++}`;
            push(sent, value);
            push(ids, id);
            return { [MARK]: id };
          }),
        );
      }
      socket.emit('$stream', event, given);
      for (let i = 0; i < sent.length; i++) forward(sent[i] as ByteStream, ids[i] as string);
      return streaming;
    },
    on(event, listener) {
      socket.on('$stream', ((name: unknown, args: NetData[]) => {
        if (name !== event || !isArray(args)) return;
        const given = each(args, (value) => {
          const id = (value as { [MARK]?: unknown })[MARK];
          if (id === undefined) return value;
          const stream = new ByteStream();
          incoming.set(toText(id), stream);
          return stream;
        }) as unknown[];
        apply(listener, socket, given);
      }) as Listener);
      return streaming;
    },
  };
  known.set(socket, streaming);
  return streaming;
}

define(ss, 'createStream', () => new ByteStream());
