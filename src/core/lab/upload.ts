/**
 * One upload: bytes that come in order, wait for the disk, are hashed and written.
 *
 * A chunk is accepted (in memory), acknowledged, and saved (in the file). The acknowledgement waits while a window of
 * acknowledged chunks is not saved yet, so a slow disk slows the sender, and at most two windows of chunks are in memory.
 */
import { WIRE_LIMITS } from '../wire/limits.ts';
import { refused, type Refused } from '../wire/refusal.ts';
import type { Ack, Saved, StartUpload } from '../wire/upload.ts';
import type { LabFile, LabHash } from './parts.ts';

export interface UploadProgress {
  readonly acknowledged: number;
  readonly saved: number;
}

export interface Upload {
  readonly id: string;
  readonly owner: string;
  readonly file: StartUpload;
  /** When something last happened to it, in milliseconds since 1970. */
  readonly touchedAt: number;
  readonly progress: UploadProgress;
  /** Once it is saved. */
  readonly sha256: string | null;
  accept(offset: number, bytes: Uint8Array): Promise<Ack | Refused>;
  /** Waits until the disk has everything accepted; the offset to go on at. */
  settle(): Promise<number>;
  finish(sha256: string | undefined): Promise<Saved | Refused>;
  /** Ends it, answers what is unanswered, and deletes its file. Again does nothing. */
  remove(reason: Refused): Promise<void>;
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly end: number;
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG');

export interface UploadSource {
  readonly id: string;
  readonly owner: string;
  readonly file: StartUpload;
  readonly target: LabFile;
  readonly hash: LabHash;
  readonly now: () => number;
  /** After every write. */
  readonly onProgress: (progress: UploadProgress) => void;
  /** The disk failed: whoever keeps the upload removes it. */
  readonly onFailure: (reason: Refused) => void;
}

export function createUpload(source: UploadSource): Upload {
  const { id, file, target, hash, now } = source;
  const waiting: Waiting[] = [];
  /** Acknowledgements held back, in order. */
  const unanswered: { readonly end: number; readonly answer: (answer: Ack | Refused) => void }[] =
    [];
  let touchedAt = now();
  let next = 0;
  let acknowledged = 0;
  let saved = 0;
  let acceptedChunks = 0;
  let acknowledgedChunks = 0;
  let savedChunks = 0;
  let ended: Refused | null = null;
  let writing = Promise.resolve();
  let isWriting = false;
  let sha256: string | null = null;
  let finishing: Promise<Saved | Refused> | null = null;
  let removing: Promise<void> | null = null;

  function acknowledge(): void {
    while (acknowledgedChunks - savedChunks < WIRE_LIMITS.window) {
      const first = unanswered.shift();
      if (first === undefined) return;
      acknowledged = first.end;
      acknowledgedChunks++;
      first.answer({ kind: 'ack', next: first.end, saved });
    }
  }

  function fail(error: unknown): void {
    ended ??= isDiskFull(error)
      ? refused('disk-full', 'The lab’s disk is full. Nothing of this upload is kept; try later.')
      : refused('failed', 'The lab could not write. Nothing of this upload is kept; try again.');
    source.onFailure(ended);
  }

  async function write(): Promise<void> {
    isWriting = true;
    try {
      for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
        // Whoever removes it closes the file only when this is over.
        if (ended !== null) break;
        hash.update(each.bytes);
        await target.write(each.bytes, saved);
        saved = each.end;
        savedChunks++;
        touchedAt = now();
        acknowledge();
        source.onProgress({ acknowledged, saved });
      }
    } catch (error) {
      fail(error);
    } finally {
      isWriting = false;
      waiting.length = 0;
    }
  }

  function mistake(offset: number, length: number): Refused | null {
    if (ended !== null) return ended;
    const end = offset + length;
    if (offset < next) {
      return refused(
        'duplicate',
        `The lab has the bytes up to ${next}, and this chunk begins at ${offset}. Go on at ${next}.`,
        next,
      );
    }
    if (offset > next) {
      return refused(
        'gap',
        `The lab wants the bytes at ${next}, and this chunk begins at ${offset}. Go on at ${next}.`,
        next,
      );
    }
    if (end > file.size) {
      return refused(
        'overrun',
        `This chunk ends at ${end}, and the file was announced with ${file.size} bytes. Send ${file.size - next} at most.`,
        next,
      );
    }
    if (acceptedChunks - acknowledgedChunks >= WIRE_LIMITS.window) {
      return refused(
        'window',
        `${WIRE_LIMITS.window} chunks are unacknowledged already. Wait for an acknowledgement before each further one.`,
        next,
      );
    }
    return null;
  }

  async function finish(expected: string | undefined): Promise<Saved | Refused> {
    const here = await settle();
    if (ended !== null) return ended;
    if (here < file.size) {
      finishing = null;
      return refused(
        'incomplete',
        `${here} of ${file.size} bytes are here. Send the rest from ${here} on, then say done.`,
        here,
      );
    }
    sha256 ??= hash.digest();
    if (expected !== undefined && expected !== sha256) {
      const reason = refused(
        'hash-mismatch',
        `The bytes that came have the SHA-256 ${sha256}, not the one given. Nothing is kept; send the file again.`,
      );
      source.onFailure(reason);
      return reason;
    }
    await target.close();
    touchedAt = now();
    return { kind: 'saved', id, size: file.size, sha256 };
  }

  async function settle(): Promise<number> {
    await writing;
    return saved;
  }

  async function remove(reason: Refused): Promise<void> {
    ended ??= reason;
    for (const { answer } of unanswered.splice(0)) answer(ended);
    await writing;
    await target.remove();
  }

  return {
    id,
    owner: source.owner,
    file,
    get touchedAt() {
      return touchedAt;
    },
    get progress() {
      return { acknowledged, saved };
    },
    get sha256() {
      return sha256;
    },
    accept(offset, bytes) {
      const wrong = mistake(offset, bytes.length);
      if (wrong !== null) return Promise.resolve(wrong);
      next = offset + bytes.length;
      acceptedChunks++;
      touchedAt = now();
      waiting.push({ bytes, end: next });
      const answered = new Promise<Ack | Refused>((answer) => {
        unanswered.push({ end: next, answer });
      });
      acknowledge();
      if (!isWriting) writing = write();
      return answered;
    },
    settle,
    finish: (expected) => (finishing ??= finish(expected)),
    remove: (reason) => (removing ??= remove(reason)),
  };
}
