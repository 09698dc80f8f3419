/** The uploads' place on this machine's disk. A file's name there is its id; no word of a reader ever becomes part of a path. */
import { createHash, randomBytes } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { LabFile, LabHash } from '../../src/core/lab/parts.ts';
import type { UploadQuotas } from '../../src/core/lab/uploads.ts';

export type { UploadQuotas, Validator } from '../../src/core/lab/uploads.ts';

const UNFINISHED_MS = 10 * 60_000;

/** The quotas that follow from the configuration. */
export const quotasOf = (sizes: {
  readonly fileBytes: number;
  readonly ownerBytes: number;
  readonly totalBytes: number;
  readonly keepMs: number;
}): UploadQuotas => ({
  fileBytes: sizes.fileBytes,
  ownerBytes: sizes.ownerBytes,
  totalBytes: sizes.totalBytes,
  // An empty file takes no bytes, but a name in a folder and a place in memory.
  ownerFiles: 64,
  totalFiles: 500,
  keepMs: sizes.keepMs,
  idleMs: Math.min(UNFINISHED_MS, sizes.keepMs),
});

/** 128 bits, so that an id or a secret cannot be guessed. */
export const createId = (): string => randomBytes(16).toString('base64url');

export function createSha256(): LabHash {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), digest: () => hash.digest('hex') };
}

/** Makes a new file, of this user alone. */
export type CreateFile = (file: string) => Promise<FileHandle>;

const createFile: CreateFile = (file) => open(file, 'wx', 0o600);

/** Files in a folder. */
export function filesIn(
  folder: string,
  create: CreateFile = createFile,
): (id: string) => Promise<LabFile> {
  return async (id) => {
    const target = path.join(folder, id);
    const handle = await create(target);
    return {
      async write(bytes, position) {
        for (let done = 0; done < bytes.length;) {
          const rest = bytes.length - done;
          done += (await handle.write(bytes, done, rest, position + done)).bytesWritten;
        }
      },
      close: () => handle.close(),
      async remove() {
        // Closed already where it is saved; gone already where somebody emptied the folder.
        await handle.close().catch(() => undefined);
        await unlink(target).catch(() => undefined);
      },
    };
  };
}
