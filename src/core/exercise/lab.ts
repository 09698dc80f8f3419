/**
 * The lab that a probe's socket speaks to, as data: how it behaves, and what it noted. It speaks `core/wire/upload.ts`
 * and stands in the realm, so that an attempt needs no network and no waiting. A check reads what the lab noted, never
 * what the program says of it.
 */
import type { Preview } from '../trace/console-entry';
import type { CanvasRecord } from './canvas';
import type { MadeFile } from './made-file';
import type { MediaRecord } from './media';

export interface LabBehaviour {
  /** What a right program sends: the lab compares, and says in its record where bytes differ. */
  readonly file: MadeFile;
  /** It acknowledges when so many chunks are unacknowledged, the last byte is there, or nobody sends for a while. */
  readonly holds: number;
  /** It is lost, once, when this chunk arrives (from 0), and can be reached again; null is never. */
  readonly diesAt: {
    readonly chunk: number;
    /** It had stored the chunk by then, and only its acknowledgement is lost. */
    readonly stored: boolean;
  } | null;
}

export type LabEvent =
  | 'connect'
  | 'disconnect'
  | 'start'
  | 'ready'
  | 'chunk'
  | 'ack'
  | 'done'
  | 'saved'
  | 'refused'
  /** Anything else that was sent. */
  | 'other';

/** One message, as the lab saw it. */
export interface LabMessage {
  readonly event: LabEvent;
  /** Steps of the trace that were recorded when it was sent to the lab, or by it. */
  readonly step: number;
  /** Where a chunk's first byte stands, as the program said; null for other messages. */
  readonly offset: number | null;
  /** Bytes of a chunk. */
  readonly byteLength: number;
  /** Bytes the lab has by now, from the file's first on, without a gap. */
  readonly next: number;
  /** Chunks without an acknowledgement by now. */
  readonly inFlight: number;
  /** A refusal's code. */
  readonly code: string | null;
  /** Whether a chunk's bytes are those of the file at its offset. */
  readonly same: boolean;
}

/** What the lab noted in one call. */
export interface LabRecord {
  readonly kind: 'lab';
  readonly messages: readonly LabMessage[];
  /** Messages beyond MAX_LAB_MESSAGES. */
  readonly omitted: number;
  /** Of the bytes it has, once it was told that all are there; null before. */
  readonly sha256: string | null;
}

/** What a Worker at the other end of a port noted: messages with `offset` and `bytes`. */
export interface WorkerRecord {
  readonly kind: 'worker';
  readonly parts: readonly {
    readonly offset: number | null;
    readonly byteLength: number;
    readonly same: boolean;
    /** What `bytes` was: `ArrayBuffer`, `Uint8Array`, `Blob`, or what `typeof` says. */
    readonly type: string;
  }[];
  readonly omitted: number;
}

/** The calls of a function that a probe was given. */
export interface ListenerRecord {
  readonly kind: 'listener';
  readonly calls: readonly {
    /** The first argument. */
    readonly value: Preview;
    readonly step: number;
    /** Bytes that the lab of the same call had acknowledged by then; null where the call has no lab. */
    readonly acknowledged: number | null;
  }[];
  readonly omitted: number;
}

export type ProbeRecord = LabRecord | WorkerRecord | ListenerRecord | CanvasRecord | MediaRecord;

export const MAX_LAB_MESSAGES = 300;
