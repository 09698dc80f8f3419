/**
 * The lab's door: everything a client emits is looked at here before anyone reads it. A refusal says where the mistake
 * stands, what was found, what was expected, and what to do.
 */
import {
  boolean,
  integer,
  number,
  object,
  optional,
  Refusal,
  text,
  type Shape,
} from '../protocol/shapes.ts';
import { WIRE_LIMITS } from './limits.ts';
import type { MediaClientEvents } from './media.ts';
import { refused, type Refused } from './refusal.ts';
import type { StreamClientEvents } from './stream.ts';
import type { UploadClientEvents } from './upload.ts';

/** The rooms and what a client may emit in each. */
export interface ClientEvents {
  readonly upload: UploadClientEvents;
  readonly image: MediaClientEvents;
  readonly video: MediaClientEvents;
  readonly stream: StreamClientEvents;
}

export type RoomName = keyof ClientEvents;
export const ROOMS: readonly RoomName[] = ['upload', 'image', 'video', 'stream'];

interface EventForm {
  readonly head: Shape;
  /** Whether bytes stand after the head. */
  readonly bytes: boolean;
  /** What a correct call looks like. */
  readonly example: string;
}

const ID: Shape = (value, path) => {
  text(64)(value, path);
  if (!/^[\w-]{22}$/.test(value as string))
    throw new Refusal(path, 'an id of 22 characters that the lab gave', value);
};

const sha256: Shape = (value, path) => {
  text(64)(value, path);
  if (!/^[0-9a-f]{64}$/.test(value as string))
    throw new Refusal(path, '64 lower-case hexadecimal digits', value);
};

const META_NAME = /^[A-Za-z][\w.-]{0,39}$/;

/** A flat record of few and short fields, whose names cannot be mistaken for anything of a language's own. */
const meta: Shape = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(path, 'an object', value);
  const fields = Object.entries(value);
  if (fields.length > WIRE_LIMITS.metaFields)
    throw new Refusal(path, `at most ${WIRE_LIMITS.metaFields} fields`, fields.length);
  for (const [name, field] of fields as [string, unknown][]) {
    if (!META_NAME.test(name))
      throw new Refusal(path, 'field names of at most 40 letters, digits, _ . -', name);
    const at = `${path}.${name}`;
    if (typeof field === 'string') text(WIRE_LIMITS.metaUnits)(field, at);
    else if (typeof field === 'number') number(-Number.MAX_VALUE, Number.MAX_VALUE)(field, at);
    else boolean(field, at);
  }
};

const offset = integer(0, Number.MAX_SAFE_INTEGER);
const window = integer(1, WIRE_LIMITS.window);
const paceMs = integer(0, WIRE_LIMITS.paceMs);
const name = text(WIRE_LIMITS.nameUnits);

const onlyId = (example: string): EventForm => ({
  head: object({ id: ID }),
  bytes: false,
  example,
});
const list: EventForm = { head: object({}), bytes: false, example: "emit('list', {}, reply)" };

const UPLOAD: Readonly<Record<keyof UploadClientEvents, EventForm>> = {
  start: {
    head: object({
      name,
      size: offset,
      type: optional(text(127)),
      lastModified: optional(number(-8.64e15, 8.64e15)),
      meta: optional(meta),
      resume: optional(ID),
    }),
    bytes: false,
    example: "emit('start', { name: file.name, size: file.size }, reply)",
  },
  chunk: {
    head: object({ id: ID, offset }),
    bytes: true,
    example: "emit('chunk', { id, offset }, await blob.arrayBuffer(), reply)",
  },
  done: {
    head: object({ id: ID, sha256: optional(sha256) }),
    bytes: false,
    example: "emit('done', { id }, reply)",
  },
  abort: onlyId("emit('abort', { id }, reply)"),
  list,
};

const MEDIA: Readonly<Record<keyof MediaClientEvents, EventForm>> = {
  list,
  get: { head: object({ name }), bytes: false, example: "emit('get', { name }, reply)" },
};

const STREAM: Readonly<Record<keyof StreamClientEvents, EventForm>> = {
  list,
  open: {
    head: object({
      name,
      chunkBytes: integer(WIRE_LIMITS.leastChunkBytes, WIRE_LIMITS.chunkBytes),
      window: optional(window),
      paceMs: optional(paceMs),
      start: optional(offset),
    }),
    bytes: false,
    example: "emit('open', { name, chunkBytes: 65536 }, reply)",
  },
  send: {
    head: object({ window: optional(window), paceMs: optional(paceMs) }),
    bytes: false,
    example: "emit('send', {}, reply)",
  },
  piece: {
    head: object({ id: ID, offset }),
    bytes: true,
    example: "emit('piece', { id, offset }, bytes, reply)",
  },
  finish: onlyId("emit('finish', { id }, reply)"),
  cancel: onlyId("emit('cancel', { id }, reply)"),
};

const FORMS: Readonly<Record<RoomName, Readonly<Record<string, EventForm>>>> = {
  upload: UPLOAD,
  image: MEDIA,
  video: MEDIA,
  stream: STREAM,
};

export type ParsedEvent =
  | {
      readonly kind: 'event';
      readonly name: string;
      /** Of the shape that the event's type says. */
      readonly head: unknown;
      /** Empty for an event without bytes. */
      readonly bytes: Uint8Array;
    }
  | Refused;

const NO_BYTES = new Uint8Array(0);

/** Bytes as either lab gets them: a Node Buffer, or what `postMessage` hands over. */
function asBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}

/**
 * Looks at one event of a client.
 *
 * @param event its name as it came, which may be a number
 * @param args what came with it, without the function that takes the answer
 */
export function parseEvent(room: RoomName, event: unknown, args: readonly unknown[]): ParsedEvent {
  const forms = FORMS[room];
  const form = typeof event === 'string' && Object.hasOwn(forms, event) ? forms[event] : undefined;
  if (typeof event !== 'string' || form === undefined) {
    const found = typeof event === 'string' ? JSON.stringify(event.slice(0, 40)) : typeof event;
    return refused(
      'unknown-event',
      `There is no event ${found} in the room ${room}. There are ${Object.keys(forms).join(', ')}.`,
    );
  }
  const malformed = (what: string) => refused('malformed', `${what}. Call it so: ${form.example}`);

  const expected = form.bytes ? 2 : 1;
  if (args.length !== expected) {
    return malformed(`${event}: found ${args.length} arguments before the reply, not ${expected}`);
  }
  try {
    form.head(args[0], event);
  } catch (error) {
    if (error instanceof Refusal) return malformed(error.message);
    throw error;
  }
  if (!form.bytes) return { kind: 'event', name: event, head: args[0], bytes: NO_BYTES };

  const bytes = asBytes(args[1]);
  if (bytes === null) return malformed(`${event}: found ${typeof args[1]} where the bytes stand`);
  if (bytes.length === 0) return malformed(`${event}: found no bytes, not even one`);
  if (bytes.length > WIRE_LIMITS.chunkBytes) {
    return refused(
      'too-large',
      `${event}: found ${bytes.length} bytes, more than the ${WIRE_LIMITS.chunkBytes} of one chunk. Send smaller slices.`,
    );
  }
  return { kind: 'event', name: event, head: args[0], bytes };
}

/** What a client hands over when it enters the room `/upload`: nothing, or the secret of an earlier visit. */
export function parseOwner(auth: unknown): { kind: 'owner'; owner: string | null } | Refused {
  try {
    object({ owner: optional(ID) })(auth, 'auth');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused('malformed', `${error.message}. Leave auth away, or give { owner } of hello.`);
  }
  return { kind: 'owner', owner: (auth as { owner?: string }).owner ?? null };
}
