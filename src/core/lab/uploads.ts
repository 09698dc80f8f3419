/**
 * All uploads: who may start one, where its bytes go, how long they stay. A file's name on disk is its id, which the
 * lab makes; no word of a reader ever becomes part of a path.
 */
import { cleanFileName } from '../wire/file-name.ts';
import { refused, type Refused } from '../wire/refusal.ts';
import type { ListedUpload, StartUpload } from '../wire/upload.ts';
import type { LabParts } from './parts.ts';
import { createUpload, type Upload, type UploadProgress } from './upload.ts';

/** Sizes in bytes, times in milliseconds. */
export interface UploadQuotas {
  readonly fileBytes: number;
  /** Of one reader, announced sizes together. */
  readonly ownerBytes: number;
  readonly totalBytes: number;
  readonly ownerFiles: number;
  readonly totalFiles: number;
  /** How long a saved upload stays. */
  readonly keepMs: number;
  /** How long an unfinished one waits for its reader. */
  readonly idleMs: number;
}

/** Says why a file is not wanted, or null. */
export type Validator = (file: StartUpload) => string | null;

export interface UploadsOptions {
  readonly parts: LabParts;
  readonly quotas: UploadQuotas;
  readonly validate?: Validator;
}

export interface UploadListener {
  progress(upload: Upload, progress: UploadProgress): void;
  removed(upload: Upload, reason: Refused): void;
}

export interface Uploads {
  readonly count: number;
  readonly fileBytes: number;
  /** Whether an owner has anything here. */
  knows(owner: string): boolean;
  start(owner: string, file: StartUpload): Promise<Upload | Refused>;
  /** The owner's own, or undefined. */
  find(owner: string, id: string): Upload | undefined;
  list(owner: string): readonly ListedUpload[];
  remove(upload: Upload, reason: Refused): Promise<void>;
  /** Removes what has stayed long enough. */
  expire(): Promise<void>;
  /** Removes all, and starts none any more. */
  close(reason: Refused): Promise<void>;
  listen(listener: UploadListener): void;
}

export function createUploads(options: UploadsOptions): Uploads {
  const { quotas, parts } = options;
  const { log, now } = parts;
  const uploads = new Map<string, Upload>();
  const leaving = new Set<Upload>();
  const beginning = new Set<Promise<Upload | Refused>>();
  const listeners: UploadListener[] = [];
  /** Sizes of uploads whose file is being made: two starts at once must not both fit into the last free room. */
  const starting: { readonly owner: string; readonly size: number }[] = [];

  const expiryOf = (upload: Upload): number =>
    upload.touchedAt + (upload.sha256 === null ? quotas.idleMs : quotas.keepMs);

  function taken(owner: string | null): { files: number; bytes: number } {
    let files = 0;
    let bytes = 0;
    const count = (of: string, size: number) => {
      if (owner !== null && of !== owner) return;
      files++;
      bytes += size;
    };
    for (const each of uploads.values()) count(each.owner, each.file.size);
    for (const each of starting) count(each.owner, each.size);
    return { files, bytes };
  }

  function objection(owner: string, file: StartUpload): Refused | null {
    if (file.size > quotas.fileBytes) {
      return refused(
        'too-large',
        `The file has ${file.size} bytes, and the lab takes ${quotas.fileBytes} at most. Choose a smaller one.`,
      );
    }
    const own = taken(owner);
    const all = taken(null);
    if (own.files >= quotas.ownerFiles || own.bytes + file.size > quotas.ownerBytes) {
      return refused(
        'quota',
        `You have ${own.files} uploads of ${own.bytes} bytes in the lab, and may have ${quotas.ownerFiles} of ` +
          `${quotas.ownerBytes} together. Delete one (abort), or wait until one expires.`,
      );
    }
    if (all.files >= quotas.totalFiles || all.bytes + file.size > quotas.totalBytes) {
      return refused(
        'quota',
        'The lab is full of other readers’ uploads. They are deleted after a while; try again later.',
      );
    }
    const objects = options.validate?.(file) ?? null;
    return objects === null ? null : refused('not-accepted', objects);
  }

  /** Why nothing is started any more. */
  let closed: Refused | null = null;

  async function remove(upload: Upload, reason: Refused): Promise<void> {
    if (leaving.has(upload) || !uploads.has(upload.id)) return;
    leaving.add(upload);
    for (const each of listeners) each.removed(upload, reason);
    log('upload-removed', { id: upload.id, code: reason.code });
    await upload.remove(reason);
    // Only now, so that its room is not given away while its file is still there.
    uploads.delete(upload.id);
    leaving.delete(upload);
  }

  async function begin(owner: string, asked: StartUpload): Promise<Upload | Refused> {
    const file = { ...asked, name: cleanFileName(asked.name) };
    const no = closed ?? objection(owner, file);
    if (no !== null) return no;
    const id = parts.createId();
    const place = { owner, size: file.size };
    starting.push(place);
    try {
      const target = await parts.createFile(id);
      const upload = createUpload({
        id,
        owner,
        file,
        target,
        hash: parts.createHash(),
        now,
        onProgress: (progress) => {
          for (const each of listeners) each.progress(upload, progress);
        },
        onFailure: (reason) => void remove(upload, reason),
      });
      uploads.set(id, upload);
      if (closed === null) return upload;
      // The end came while the file was made.
      await remove(upload, closed);
      return closed;
    } catch (error) {
      log('upload-not-created', { reason: error instanceof Error ? error.message : 'unknown' });
      return refused('failed', 'The lab could not make a file. Try again later.');
    } finally {
      starting.splice(starting.indexOf(place), 1);
    }
  }

  const staying = (): Upload[] => [...uploads.values()].filter((each) => !leaving.has(each));

  return {
    get count() {
      return uploads.size;
    },
    fileBytes: quotas.fileBytes,
    knows: (owner) => staying().some((each) => each.owner === owner),
    start(owner, asked) {
      const begun = begin(owner, asked).finally(() => beginning.delete(begun));
      beginning.add(begun);
      return begun;
    },
    find(owner, id) {
      const upload = uploads.get(id);
      return upload?.owner === owner && !leaving.has(upload) ? upload : undefined;
    },
    list: (owner) =>
      staying()
        .filter((each) => each.owner === owner)
        .map((each) => ({
          id: each.id,
          name: each.file.name,
          size: each.file.size,
          saved: each.progress.saved,
          type: each.file.type ?? '',
          meta: each.file.meta ?? {},
          sha256: each.sha256,
          expiresAt: expiryOf(each),
        })),
    remove,
    async expire() {
      const old = staying().filter((each) => expiryOf(each) <= now());
      const reason = refused(
        'expired',
        'The upload has been in the lab long enough; it is deleted.',
      );
      await Promise.all(old.map((each) => remove(each, reason)));
    },
    async close(reason) {
      closed = reason;
      await Promise.all([...beginning, ...staying().map((each) => remove(each, reason))]);
    },
    listen: (listener) => listeners.push(listener),
  };
}
