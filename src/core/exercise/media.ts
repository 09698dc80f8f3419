/**
 * The MediaSource that a probe gives, as data: how it behaves, and what it noted. Node and Workers have none, so one is
 * simulated in the realm (`realm/probe-media.ts`), and the bytes that it is given are of no format: what is video, and
 * what is not, its behaviour says.
 */
import type { MadeFile } from './made-file';

export interface MediaBehaviour {
  /** Whether it is open when the call begins, or opens soon. */
  readonly isOpen: boolean;
  /** What the stream or the list of chunks brings. */
  readonly file: MadeFile;
  /** Of one chunk; the last has what is left. */
  readonly chunkBytes: number;
  /** `burst`: all chunks and the end in one turn of the event loop. `steady`: each in its own. `slow`: each once the one before it is parsed, and the end as well. */
  readonly pace: 'burst' | 'steady' | 'slow';
  /** How long one append takes. */
  readonly parseMs: number;
  /** The chunk, from 0, that is no video; null where all are. */
  readonly garbage: {
    readonly chunk: number;
    /** The SourceBuffer fails, or takes it for the beginning of more: both are right, and engines do either. */
    readonly isNoticed: boolean;
  } | null;
  /** Bytes that may be buffered before `appendBuffer` throws a QuotaExceededError; null where there is no end. */
  readonly quotaBytes: number | null;
  /** Codecs that are supported, in WebM. */
  readonly codecs: readonly string[];
}

/** Which of the objects of one call an argument is. */
export type MediaPart = 'source' | 'stream' | 'chunks' | 'video' | 'class';

export const MEDIA_EVENTS = [
  'sourceopen',
  'sourceended',
  'sourceclose',
  'updatestart',
  'update',
  'updateend',
  'error',
  'abort',
  'loadedmetadata',
  /** The error event of the video element. */
  'failed',
  /** The stream's own. */
  'data',
  'end',
  /** Calls of the program, also those that threw. */
  'isTypeSupported',
  'addSourceBuffer',
  'appendBuffer',
  'remove',
  'abort()',
  'endOfStream',
  'duration',
  /** A listener let an error out. */
  'uncaught',
] as const;
export type MediaEventName = (typeof MEDIA_EVENTS)[number];

export interface MediaNote {
  readonly event: MediaEventName;
  /** Steps of the trace that were recorded by then. */
  readonly step: number;
  /** Of the MediaSource, and whether its SourceBuffer was updating: before the call, or when the event was heard. */
  readonly readyState: 'closed' | 'open' | 'ended';
  readonly updating: boolean;
  /** Of an append, and where its first byte stands among all that were appended. */
  readonly byteLength: number;
  readonly offset: number;
  /** Whether these are the file's bytes at that place. */
  readonly same: boolean;
  /** A type that was asked for; the event whose listener let an error out. */
  readonly text: string | null;
  /** The name of what was thrown. */
  readonly error: string | null;
  /** The learner's line of what was let out. */
  readonly line: number | null;
}

export interface MediaRecord {
  readonly kind: 'media';
  readonly notes: readonly MediaNote[];
  readonly omitted: number;
  /** The number of the address that the video has as `src`, as steps know it; null where none was made. */
  readonly urlId: number | null;
}

export const MAX_MEDIA_NOTES = 300;
/** Of a note's text. */
export const MEDIA_TEXT_UNITS = 200;
