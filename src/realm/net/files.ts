/** `fs` of a server half: it reads the site's media and what it has written itself, which stays in memory. */
import {
  apply,
  arrayBufferOf,
  bytesJoined,
  bytesSlice,
  later,
  max,
  min,
  NativeError,
  NativePromise,
  NativeTypeError,
  NativeUint8Array,
  push,
  SafeMap,
  stringSlice,
  toText,
  typedArrayLength,
} from '../primordials';
import { viewSlots } from '../buffers';
import type { MediaReader } from './media-reader';
import { ByteStream } from './byte-stream';
import type { Listener } from './listeners';

/** Bytes that a server half may write, together. */
const WRITTEN_BYTES = 64 * 1024 * 1024;
/** As Node's read streams have it. */
const CHUNK_BYTES = 65_536;

type Bytes = Uint8Array<ArrayBuffer>;
type Done = (error: Error | null, value?: unknown) => void;

/** As Node has it: an encoding, or options that name one, ask for text. */
function hasEncoding(options: unknown): boolean {
  if (typeof options !== 'object' || options === null) return typeof options === 'string';
  const { encoding = null } = options as { encoding?: unknown };
  return encoding !== null;
}

export function makeFiles(media: MediaReader) {
  const written = new SafeMap<string, Bytes>();

  function read(path: unknown, done: (error: Error | null, bytes: Bytes | null) => void): void {
    const name = nameOf(path);
    const own = written.get(name);
    if (own !== undefined) {
      later(() => done(null, bytesSlice(own)), 0);
      return;
    }
    if (media.find(name) === null) {
      later(() => done(missing(name, 'open'), null), 0);
      return;
    }
    // A copy: whoever reads the file next finds it as it is.
    media.read(name, (error, bytes) => done(error, bytes === null ? null : bytesSlice(bytes)));
  }

  function write(path: unknown, data: unknown): void {
    const bytes = bytesOf(data);
    const name = nameOf(path);
    const all = written.values();
    let total = typedArrayLength(bytes);
    for (let i = 0; i < all.length; i++) total += typedArrayLength(all[i]);
    if (total > WRITTEN_BYTES) {
      throw new NativeError(
        `ENOSPC: the lab in the page keeps ${WRITTEN_BYTES} bytes at most, in memory. Write less, or unlink a file.`,
      );
    }
    written.set(name, bytes);
  }

  function names(): string[] {
    const list: string[] = [];
    for (let i = 0; i < media.files.length; i++) push(list, media.files[i]?.name ?? '');
    const own = written.keys();
    for (let i = 0; i < own.length; i++) push(list, own[i] as string);
    return list;
  }

  function sizeOf(name: string): number | null {
    const own = written.get(name);
    return own !== undefined ? typedArrayLength(own) : (media.find(name)?.size ?? null);
  }

  /** `(path, done)` or `(path, options, done)`. */
  const readFile = (path: unknown, ...rest: unknown[]): void => {
    const done = rest[rest.length - 1] as Done;
    const asText = rest.length > 1 && hasEncoding(rest[0]);
    read(path, (error, bytes) => {
      if (error !== null) done(error);
      else done(null, asText ? textOf(bytes as Bytes) : bytes);
    });
  };

  const promised =
    (call: (path: unknown, ...rest: unknown[]) => void) =>
    (...args: unknown[]): Promise<unknown> =>
      new NativePromise((resolve, reject) => {
        push(args, (error: Error | null, value: unknown) => {
          if (error === null) resolve(value);
          else reject(error);
        });
        apply(call, undefined, args as [unknown]);
      });

  const writeFile = (path: unknown, data: unknown, ...rest: unknown[]): void => {
    const done = rest[rest.length - 1] as Done;
    let failure: Error | null = null;
    try {
      write(path, data);
    } catch (error) {
      failure = error as Error;
    }
    later(() => done(failure), 0);
  };
  const readdir = (_path: unknown, ...rest: unknown[]): void => {
    const done = rest[rest.length - 1] as Done;
    later(() => done(null, names()), 0);
  };
  const stat = (path: unknown, ...rest: unknown[]): void => {
    const done = rest[rest.length - 1] as Done;
    const name = nameOf(path);
    const size = sizeOf(name);
    later(() => (size === null ? done(missing(name, 'stat')) : done(null, { size })), 0);
  };
  const unlink = (path: unknown, ...rest: unknown[]): void => {
    const done = rest[rest.length - 1] as Done;
    written.delete(nameOf(path));
    later(() => done(null), 0);
  };

  /** Flows once somebody listens to `data` or it is piped. */
  const createReadStream = (path: unknown, options?: unknown): ByteStream => {
    const {
      start = 0,
      end = Infinity,
      highWaterMark = CHUNK_BYTES,
    } = (options ?? {}) as {
      start?: number;
      end?: number;
      highWaterMark?: number;
    };
    const stream = new ByteStream();
    read(path, (error, bytes) => {
      if (error !== null || bytes === null) {
        stream.destroy(error ?? undefined);
        return;
      }
      const stop = min(typedArrayLength(bytes), end + 1);
      const next = (at: number): void => {
        if (at >= stop) {
          stream.end();
          return;
        }
        const chunk = bytesSlice(
          // Chunks of no bytes would never come to the end.
          new NativeUint8Array(arrayBufferOf(bytes), at, min(max(1, highWaterMark), stop - at)),
        );
        stream.write(chunk, () => next(at + typedArrayLength(chunk)));
      };
      next(start);
    });
    return stream;
  };

  /** What is written to it is there once it has ended. */
  const createWriteStream = (path: unknown): ByteStream => {
    const stream = new ByteStream();
    const chunks: Bytes[] = [];
    stream.on('data', ((chunk: Bytes) => push(chunks, chunk)) as Listener);
    stream.on('end', () => {
      write(path, bytesJoined(chunks));
      stream.fire('finish');
    });
    return stream;
  };

  return {
    readFile,
    writeFile,
    readdir,
    stat,
    unlink,
    createReadStream,
    createWriteStream,
    readdirSync: names,
    statSync: (path: unknown) => {
      const size = sizeOf(nameOf(path));
      if (size === null) throw missing(nameOf(path), 'stat');
      return { size };
    },
    existsSync: (path: unknown) => sizeOf(nameOf(path)) !== null,
    writeFileSync: write,
    mkdirSync: () => undefined,
    promises: {
      readFile: promised(readFile),
      writeFile: promised(writeFile),
      readdir: promised(readdir),
      stat: promised(stat),
      unlink: promised(unlink),
    },
  };
}

export type Files = ReturnType<typeof makeFiles>;

/** The last part of a path: there are no folders here. */
export function nameOf(path: unknown): string {
  const text = toText(path);
  let start = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === '/' || text[i] === '\\') start = i + 1;
  return stringSlice(text, start);
}

function missing(name: string, call: string): Error {
  return new NativeError(`ENOENT: no such file or directory, ${call} '${name}'`);
}

const encoder = new TextEncoder();
const encode = TextEncoder.prototype.encode;
const decoder = new TextDecoder();
const decode = TextDecoder.prototype.decode;

const textOf = (bytes: Bytes): string => apply(decode, decoder, [bytes]);

function bytesOf(data: unknown): Bytes {
  if (typeof data === 'string') return apply<TextEncoder, [string], Bytes>(encode, encoder, [data]);
  const view = typeof data === 'object' && data !== null ? viewSlots(data) : null;
  if (view === null) throw new NativeTypeError('fs: what is written is a text or a view of bytes');
  if (view.byteLength === 0) return new NativeUint8Array(0);
  return bytesSlice(new NativeUint8Array(view.buffer, view.byteOffset, view.byteLength));
}
