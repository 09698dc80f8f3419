/**
 * The room `/stream`: a file as chunks, down and up, at the chunk size and the pace that the reader chose.
 *
 * Down: open → opened, then the lab emits `chunk` and waits for acknowledgements, at most a window of them; `end` or
 * `failed` is last. Up: send → sending, piece → ack …, finish → finished. What is sent up is counted and hashed, and kept nowhere.
 */
import type { FileNames } from './media.ts';
import type { Refused } from './refusal.ts';
import type { Reply } from './upload.ts';

export interface OpenStream {
  /** A name that `list` gave. */
  readonly name: string;
  readonly chunkBytes: number;
  /** Chunks that may be unacknowledged; 4 when left out. */
  readonly window?: number;
  /** Rest before each chunk after the first; none when left out. */
  readonly paceMs?: number;
  /** The first byte wanted; 0 when left out. */
  readonly start?: number;
}

export interface OpenedStream {
  readonly kind: 'opened';
  readonly id: string;
  readonly size: number;
  readonly type: string;
}

export interface SendStream {
  /** Chunks that the sender will have unacknowledged; 4 when left out. */
  readonly window?: number;
  /** How long the lab rests before it acknowledges: a slow receiver, on purpose. */
  readonly paceMs?: number;
}

export interface SendingStream {
  readonly kind: 'sending';
  readonly id: string;
  readonly chunkBytes: number;
  readonly window: number;
  /** Most bytes that one stream may have. */
  readonly mostBytes: number;
}

export interface StreamChunk {
  readonly id: string;
  readonly offset: number;
}

export interface StreamAck {
  readonly kind: 'ack';
  readonly next: number;
}

export interface FinishedStream {
  readonly kind: 'finished';
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

export interface CancelledStream {
  readonly kind: 'cancelled';
  readonly id: string;
}

export interface StreamClientEvents {
  list: (head: Readonly<Record<string, never>>, reply: Reply<FileNames>) => void;
  open: (head: OpenStream, reply: Reply<OpenedStream>) => void;
  send: (head: SendStream, reply: Reply<SendingStream>) => void;
  piece: (head: StreamChunk, bytes: Uint8Array, reply: Reply<StreamAck>) => void;
  finish: (head: { readonly id: string }, reply: Reply<FinishedStream>) => void;
  /** Either direction. */
  cancel: (head: { readonly id: string }, reply: Reply<CancelledStream>) => void;
}

export interface StreamServerEvents {
  /** Acknowledged by calling `received` when there is room for more. */
  chunk: (head: StreamChunk, bytes: Uint8Array, received: () => void) => void;
  end: (head: { readonly id: string; readonly size: number }) => void;
  failed: (head: {
    readonly id: string;
    readonly code: Refused['code'];
    readonly message: string;
  }) => void;
}
