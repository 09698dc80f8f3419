/**
 * What a realm and the host say about the network. A realm has none of its own: its `io()` and its `fetch` to the lab are
 * facades that make `NetCall`s through the run's port, and the host, which owns the real connection, answers with
 * `NetEvent`s. A server half in the page is a realm too: what is a call for one end is an event for the other.
 */

/** What an event carries: plain data, and bytes as buffers, views or Blobs. Looked at by `parse-net.ts`. */
export type NetData =
  | undefined
  | null
  | boolean
  | number
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | readonly NetData[]
  | { readonly [key: string]: NetData };

/** Numbers that the end which says them first has made: sockets, acknowledgements, requests. */
export type NetId = number;

interface Emitted {
  readonly socket: NetId;
  readonly event: string;
  readonly args: readonly NetData[];
  /** The other end answers with this number; null where no answer is asked for. */
  readonly ack: NetId | null;
}

interface Answered {
  readonly socket: NetId;
  readonly ack: NetId;
  readonly args: readonly NetData[];
}

/** Realm → host, from a client. `step` is how many steps were recorded when it was called. */
export type NetCall = { readonly step: number } & (
  | {
      readonly op: 'open';
      readonly socket: NetId;
      /** A Socket.IO namespace: `/upload`. */
      readonly room: string;
      readonly auth: { readonly [key: string]: NetData };
    }
  | ({ readonly op: 'emit' } & Emitted)
  | ({ readonly op: 'answer' } & Answered)
  /** `reason` comes from the host: why the connection is over, where the program did not close it. */
  | { readonly op: 'close'; readonly socket: NetId; readonly reason?: string }
  | {
      readonly op: 'fetch';
      readonly request: NetId;
      readonly method: string;
      /** A path of the lab's, with its query. */
      readonly path: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer | Blob | null;
    }
  /** The reader of a response wants one more chunk. */
  | { readonly op: 'pull'; readonly request: NetId }
  | { readonly op: 'cancel'; readonly request: NetId }
  /** The message with this number has reached the program's listeners. */
  | { readonly op: 'heard'; readonly message: NetId }
);

/** Host → realm, to a client. `message` numbers what the log shows. */
export type NetEvent = { readonly message: NetId } & (
  | { readonly op: 'opened'; readonly socket: NetId; readonly id: string }
  /** `connect_error`. */
  | {
      readonly op: 'refused';
      readonly socket: NetId;
      readonly reason: string;
      readonly data: NetData;
    }
  /** `disconnect`, with the reason that Socket.IO gives it. */
  | { readonly op: 'closed'; readonly socket: NetId; readonly reason: string }
  | ({ readonly op: 'event' } & Emitted)
  | ({ readonly op: 'answer' } & Answered)
  | {
      readonly op: 'response';
      readonly request: NetId;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
    }
  /** Null is the end. */
  | { readonly op: 'body'; readonly request: NetId; readonly bytes: Uint8Array | null }
  | { readonly op: 'failed'; readonly request: NetId; readonly reason: string }
);
