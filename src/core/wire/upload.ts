/**
 * The room `/upload`: start → ready{next} → chunk{offset} → ack{next} → done → saved{sha256}.
 *
 * Whoever comes back after a lost connection starts again with `resume`, and goes on at `ready.next`, since only the
 * lab knows what it has. Every event has one head, an object; `chunk` has bytes after it; the last argument is the
 * function that takes the answer.
 */
import type { Refused } from './refusal.ts';

/** Fields that a reader gives with a file. */
export type Meta = Readonly<Record<string, string | number | boolean>>;

export interface StartUpload {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** A media type as the browser guessed it. */
  readonly type?: string;
  /** Milliseconds since 1970, as in `File`. */
  readonly lastModified?: number;
  readonly meta?: Meta;
  /** The id of an upload of the same name and size, to go on with it. */
  readonly resume?: string;
}

export interface Ready {
  readonly kind: 'ready';
  readonly id: string;
  /** Where to go on: the lab has every byte below it. */
  readonly next: number;
  /** The largest chunk that is taken. */
  readonly chunkBytes: number;
  /** Chunks that may be unacknowledged. */
  readonly window: number;
}

export interface UploadChunk {
  readonly id: string;
  /** Where its first byte stands in the file. */
  readonly offset: number;
}

/** The lab has the chunk. It comes late when the disk is behind, which is what holds the sender back. */
export interface Ack {
  readonly kind: 'ack';
  readonly next: number;
  /** Bytes in the lab's file by now. */
  readonly saved: number;
}

export interface DoneUpload {
  readonly id: string;
  /** 64 lower-case hexadecimal digits; compared when given. */
  readonly sha256?: string;
}

export interface Saved {
  readonly kind: 'saved';
  readonly id: string;
  readonly size: number;
  /** Of what the lab has, as 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface Aborted {
  readonly kind: 'aborted';
  readonly id: string;
}

/** One of the reader's own uploads. */
export interface ListedUpload {
  readonly id: string;
  /** As the lab shows it: no path, no control characters. */
  readonly name: string;
  readonly size: number;
  readonly saved: number;
  readonly type: string;
  readonly meta: Meta;
  readonly sha256: string | null;
  /** Milliseconds since 1970: it is deleted then. */
  readonly expiresAt: number;
}

export interface Listing {
  readonly kind: 'listing';
  readonly uploads: readonly ListedUpload[];
}

export type Reply<T> = (answer: T | Refused) => void;

/** What a client emits. */
export interface UploadClientEvents {
  start: (head: StartUpload, reply: Reply<Ready>) => void;
  chunk: (head: UploadChunk, bytes: Uint8Array, reply: Reply<Ack>) => void;
  done: (head: DoneUpload, reply: Reply<Saved>) => void;
  /** Gives an upload up, or deletes one that is saved. */
  abort: (head: { readonly id: string }, reply: Reply<Aborted>) => void;
  list: (head: Readonly<Record<string, never>>, reply: Reply<Listing>) => void;
}

/** What the lab emits. */
export interface UploadServerEvents {
  /** First of all. `owner` is a secret: a client that hands it back as `auth.owner` finds its uploads again. */
  hello: (head: { readonly owner: string; readonly fileBytes: number }) => void;
  progress: (head: {
    readonly id: string;
    readonly acknowledged: number;
    readonly saved: number;
  }) => void;
  /** The lab has given an upload up, and says why. */
  aborted: (head: {
    readonly id: string;
    readonly code: Refused['code'];
    readonly message: string;
  }) => void;
}
