/**
 * The standard lab as a server half: the rooms of the real one, over the `io` and `fs` that a server half finds in its
 * realm. Built by `integrations/realm-page.ts` into a script of its own, which is fetched by runs that need it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { createId } from '../core/lab/create-id';
import { mediaTypeOf, type Media } from '../core/lab/media';
import { openMediaRoom } from '../core/lab/media-rooms';
import type { LabFile, LabParts, LabServer } from '../core/lab/parts';
import { openStreamRoom } from '../core/lab/stream-room';
import { openUploadRoom } from '../core/lab/upload-room';
import { createUploads } from '../core/lab/uploads';
import { WIRE_LIMITS } from '../core/wire/limits';
import type { NamedFile } from '../core/wire/media';

/** What a server half finds in its realm (src/realm/net). */
declare const io: LabServer & { readonly engine: { readonly opts: { maxHttpBufferSize: number } } };
declare const fs: {
  readdirSync(path: string): readonly string[];
  statSync(name: string): { readonly size: number };
  readonly promises: { readFile(name: string): Promise<Uint8Array> };
};

const MIB = 1024 * 1024;
/** All of it is in the page's memory. */
const QUOTAS = {
  fileBytes: 32 * MIB,
  ownerBytes: 64 * MIB,
  totalBytes: 64 * MIB,
  ownerFiles: 64,
  totalFiles: 64,
  keepMs: 60 * 60_000,
  idleMs: 60 * 60_000,
} as const;
const ACK_MS = 60_000;

/** A file in memory. */
function createFile(): Promise<LabFile> {
  let parts: Uint8Array[] = [];
  return Promise.resolve({
    write: (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    remove: () => {
      parts = [];
      return Promise.resolve();
    },
  });
}

/** In a page over http there is no `crypto.subtle`, and it could not hash as bytes come anyway. */
function createHash() {
  const hash = sha256.create();
  return {
    update: (bytes: Uint8Array) => hash.update(bytes),
    digest: () => bytesToHex(hash.digest()),
  };
}

const parts: LabParts = {
  createId,
  createHash,
  createFile,
  log: () => undefined,
  now: () => Date.now(),
};

function readMedia(): Media {
  const files: NamedFile[] = [];
  for (const name of fs.readdirSync('/')) {
    const type = mediaTypeOf(name);
    if (type !== null) files.push({ name, type, size: fs.statSync(name).size });
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const find = (name: string) => files.find((each) => each.name === name);
  const read = ({ name }: NamedFile) => fs.promises.readFile(name);
  return {
    files,
    find,
    read,
    async open(file) {
      const bytes = await read(file);
      return {
        read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
        close: () => Promise.resolve(),
      };
    },
  };
}

io.engine.opts.maxHttpBufferSize = WIRE_LIMITS.chunkBytes + WIRE_LIMITS.messageBytes;
const media = readMedia();
openUploadRoom(io, createUploads({ parts, quotas: QUOTAS }), parts);
openMediaRoom(io, 'image', media, parts.log, () => true);
openMediaRoom(io, 'video', media, parts.log, () => true);
openStreamRoom(io, media, { streams: 8, ackMs: ACK_MS, mostBytes: QUOTAS.fileBytes }, parts);
