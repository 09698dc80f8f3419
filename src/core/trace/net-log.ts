/** What went between the program and the lab during a run, as the host saw it: for the message log, the lanes and checks. */

/** Which lab a run talked to: the server that sends this site, or the one in the page. */
export type LabKind = 'server' | 'page';

/** How the link to the lab behaves. Times in milliseconds, sizes in bytes. */
export interface LinkConditions {
  /** One way. */
  readonly latencyMs: number;
  /** Null is as fast as it goes. */
  readonly bytesPerSecond: number | null;
  /**
   * The largest chunk that gets through: a message of the client with more bytes is lost, and the connection with it, as at
   * a proxy or a server that hangs up on it. Null is none but the lab's own.
   */
  readonly chunkBytes: number | null;
  /** After so many messages of the client the connection is lost, once; null is never. */
  readonly dropAfter: number | null;
  /** Every message of the client arrives twice. */
  readonly duplicate: boolean;
  /** Of each two neighbouring messages of the client the second arrives first. */
  readonly reorder: boolean;
}

export const CLEAR_LINK: LinkConditions = {
  latencyMs: 0,
  bytesPerSecond: null,
  chunkBytes: null,
  dropAfter: null,
  duplicate: false,
  reorder: false,
};

/** One message, from one end to the other. */
export interface NetMessage {
  /** In the order in which they were sent, from 0. */
  readonly id: number;
  readonly from: 'client' | 'lab';
  readonly what: 'open' | 'event' | 'answer' | 'close' | 'request' | 'response' | 'body';
  /** Socket.IO namespace, or null for a request. */
  readonly room: string | null;
  /** The event's name; `PATCH /tus/…` for a request. */
  readonly name: string;
  /** The message that it answers, or the request that a response belongs to. */
  readonly answers: number | null;
  /** The head and other arguments in brief, at most 200 units; `Uint8Array(102400)` stands for bytes. */
  readonly brief: string;
  /** Bytes of buffers, views and Blobs that it carries. */
  readonly byteLength: number;
  /** Bytes of a file that it carries or speaks of, where it is a message of an upload or a stream that is understood. */
  readonly part: FilePart | null;
  /** The step of the trace after which it was sent (from a client) or heard (from the lab); null while not heard. */
  readonly step: number | null;
  /** Milliseconds since the run began. */
  readonly sentAt: number;
  /** Null while it is on its way, and for ever if it was lost. */
  readonly arrivedAt: number | null;
  readonly fate: 'on its way' | 'arrived' | 'lost' | 'twice';
}

export interface FilePart {
  /** The lab's id of the upload or stream; the file's name until it has one. */
  readonly file: string;
  readonly name: string | null;
  /** Of the whole file, where it is known. */
  readonly size: number | null;
  /**
   * What it says of `[start, end)`: these bytes are `sent`; everything below `end` is `acknowledged` or `saved`; the
   * sender should go on at `start` (`wanted`).
   */
  readonly says: 'sent' | 'acknowledged' | 'saved' | 'wanted';
  readonly start: number;
  readonly end: number;
}

export interface NetLog {
  readonly lab: LabKind;
  readonly messages: readonly NetMessage[];
  /** Messages beyond the log's limit, which are only counted. */
  readonly omitted: number;
}
