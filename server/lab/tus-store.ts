/**
 * Where tus uploads are kept: a folder of this user alone, at the same place after a restart, with a file `<id>` and
 * its facts in `<id>.json`. A file's length is how far its upload has come, so a killed process loses nothing it wrote.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, FileKvStore, Upload } from '@tus/server';
import { notFound, TusRefusal } from './tus-refusal.ts';

export interface StoredUpload {
  readonly id: string;
  /** As announced, in bytes; what is there already where that is not known any more. */
  readonly size: number;
  readonly isFinished: boolean;
  /** When bytes last came, in milliseconds since 1970. */
  readonly touchedAt: number;
  /** Who began it, as `tus.ts` marked it; null where that is not kept. */
  readonly reader: string | null;
}

/** An upload with the mark of its reader, which is kept with its facts where the store is a folder. */
export type MarkedUpload = Upload & { reader?: string };

export interface TusStore {
  readonly data: DataStore;
  /** What readers' marks are made with, for as long as the uploads are kept; null where no mark is kept with them. */
  readonly key: Buffer | null;
  list(): Promise<readonly StoredUpload[]>;
  /** One as it is now; null where it is not here any more. */
  look(id: string): Promise<StoredUpload | null>;
  /** SHA-256 of the bytes that are there, as hexadecimal digits. */
  digest(id: string): Promise<string>;
  /** Removes whatever is there of it. */
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

export const TUS_ID = /^[\w-]{22}$/;
const TUS_FILE = /^([\w-]{22})(\.json|\.lock|\.asked)?$/;
const HASH_BYTES = 256 * 1024;
/** How old a file without its upload has to be to be called left over. */
const LEFTOVER_MS = 60_000;

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG');

/** Opens a file that exists, to write from `start` on. */
export type OpenSink = (file: string, start: number) => Writable;

const openSink: OpenSink = (file, start) =>
  // Larger than the kernel's pieces, so that a write is worth its trip.
  createWriteStream(file, { flags: 'r+', start, highWaterMark: 256 * 1024 });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

interface Begun {
  /** As announced. */
  readonly size: number;
  readonly reader: string | null;
}

/**
 * Not @tus/file-store: it makes its folder behind its constructor's back, and where that fails it throws outside of
 * every try, which ends the process; it also keeps the reason of a failed write to itself.
 */
class FolderStore extends DataStore {
  /** Length at the start only: without it no quota can be held. */
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  readonly #folder: string;
  readonly #facts: FileKvStore;
  readonly #openSink: OpenSink;

  constructor(folder: string, sink: OpenSink) {
    super();
    this.#folder = folder;
    this.#facts = new FileKvStore(folder);
    this.#openSink = sink;
  }

  #pathOf(id: string): string {
    if (!TUS_ID.test(id)) throw notFound();
    return path.join(this.#folder, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    const file = this.#pathOf(upload.id);
    // Another process of this lab takes the empty folder away when it stops.
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#facts.set(upload.id, upload);
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    return upload;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = this.#pathOf(id);
    try {
      await pipeline(readable, this.#openSink(file, offset));
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      throw new TusRefusal(
        507,
        'The lab’s disk is full. What it has of this upload stays for a while; go on later.',
      );
    }
    return (await stat(file)).size;
  }

  override async getUpload(id: string): Promise<Upload> {
    const facts = await this.#facts.get(id);
    if (facts === undefined) throw notFound();
    try {
      const { size } = await stat(this.#pathOf(id));
      return Object.assign(new Upload({ id, offset: size }), facts, { offset: size });
    } catch (error) {
      throw isMissing(error) ? notFound() : error;
    }
  }

  override async remove(id: string): Promise<void> {
    const file = this.#pathOf(id);
    try {
      await unlink(file);
    } catch (error) {
      throw isMissing(error) ? notFound() : error;
    }
    await rm(`${file}.json`, { force: true });
  }

  /** Through one buffer, since a stream would leave one behind for every piece. */
  async digest(id: string): Promise<string> {
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(HASH_BYTES);
    const handle = await open(this.#pathOf(id), 'r');
    try {
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) return hash.digest('hex');
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await handle.close();
    }
  }

  /** As it was begun. */
  async factsOf(id: string): Promise<Begun | undefined> {
    const facts = (await this.#facts.get(id)) as MarkedUpload | undefined;
    return facts?.size === undefined
      ? undefined
      : { size: facts.size, reader: facts.reader ?? null };
  }
}

const KEY_FILE = 'reader.key';

/** The folder's key: an address is one of few, so that a plain hash of it would tell it to whoever reads the folder. */
async function openKey(folder: string): Promise<Buffer> {
  const file = path.join(folder, KEY_FILE);
  await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  return await readFile(file);
}

/** Makes the folder, or takes the one that is there when nobody else could have put anything into it. */
async function openPrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const facts = await lstat(folder);
  const own = process.getuid === undefined || facts.uid === process.getuid();
  if (!facts.isDirectory() || !own) {
    throw new Error(
      `${folder} is not a folder of this user, and the lab keeps resumable uploads there. ` +
        'Remove it, or set BYTESCOPE_TUS_DIR to another one.',
    );
  }
  if ((facts.mode & 0o077) !== 0) await chmod(folder, 0o700);
}

export async function openFolderStore(
  folder: string,
  sink: OpenSink = openSink,
): Promise<TusStore> {
  await openPrivateFolder(folder);
  const key = await openKey(folder);
  const data = new FolderStore(folder, sink);
  /** How uploads were begun, which never changes. */
  const begun = new Map<string, Begun>();

  async function look(id: string): Promise<StoredUpload | null> {
    try {
      const { size: there, mtimeMs } = await stat(path.join(folder, id));
      const facts = begun.get(id) ?? (await data.factsOf(id));
      if (facts !== undefined) begun.set(id, facts);
      const { size = null, reader = null } = facts ?? {};
      return { id, size: size ?? there, isFinished: there === size, touchedAt: mtimeMs, reader };
    } catch {
      // Removed while the list was made.
      return null;
    }
  }

  const remove = async (id: string): Promise<void> => {
    begun.delete(id);
    for (const end of ['', '.json', '.lock', '.asked']) {
      await rm(path.join(folder, id + end), { force: true });
    }
  };

  /** Facts and locks whose upload is gone: of a process that was killed between two steps. */
  async function removeLeftovers(names: readonly string[]): Promise<void> {
    const ids = new Set(names.filter((each) => TUS_ID.test(each)));
    for (const name of names) {
      const id = TUS_FILE.exec(name)?.[1];
      if (id === undefined || ids.has(id)) continue;
      const facts = await stat(path.join(folder, name)).catch(() => null);
      if (facts !== null && Date.now() - facts.mtimeMs > LEFTOVER_MS) await remove(id);
    }
  }

  return {
    data,
    key,
    async list() {
      const names = await readdir(folder).catch(() => []);
      await removeLeftovers(names);
      const all = await Promise.all(names.filter((each) => TUS_ID.test(each)).map(look));
      return all.filter((each) => each !== null);
    },
    look,
    digest: (id) => data.digest(id),
    remove,
    async close() {
      // Only where nothing is left: what is in it waits for the next start.
      const names = await readdir(folder).catch(() => []);
      if (names.every((name) => name === KEY_FILE))
        await rm(path.join(folder, KEY_FILE), { force: true });
      await rmdir(folder).catch(() => undefined);
    },
  };
}
