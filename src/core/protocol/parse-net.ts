/** The shapes of what a realm says about the network (net.ts), for the realm's door. */
import { NET_LIMITS, RESERVED_EVENTS } from './net-limits';
import {
  array,
  bytes,
  integer,
  literal,
  nullable,
  object,
  Refusal,
  refuseParts,
  text,
  type Shape,
} from './shapes';

const id = integer(0, Number.MAX_SAFE_INTEGER);
const reason = text(NET_LIMITS.reasonUnits);

const eventName: Shape = (value, path) => {
  text(NET_LIMITS.eventUnits)(value, path);
  if (RESERVED_EVENTS.includes(value as string))
    throw new Refusal(path, 'no name that Socket.IO keeps for itself', value);
};

/** Plain data of one message, counted together. */
interface Counted {
  values: number;
  bytes: number;
}

function checkData(value: unknown, path: string, counted: Counted, depth: number): void {
  if (++counted.values > NET_LIMITS.values)
    throw new Refusal(path, `at most ${NET_LIMITS.values} values in one message`, counted.values);
  if (typeof value === 'string') return text(NET_LIMITS.textUnits)(value, path);
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'bigint') throw new Refusal(path, 'what JSON knows, or bytes', value);
    return;
  }
  const size = byteLengthOf(value, path);
  if (size !== null) {
    counted.bytes += size;
    if (counted.bytes > NET_LIMITS.messageBytes)
      throw new Refusal(path, `at most ${NET_LIMITS.messageBytes} bytes in one message`, value);
    return;
  }
  if (depth >= NET_LIMITS.depth)
    throw new Refusal(path, `data nested at most ${NET_LIMITS.depth} deep`, value);
  // Structured clone lets more through: a Map, a Date, an ImageBitmap.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype)
    throw new Refusal(path, 'a plain object', value);
  for (const [key, item] of Object.entries(value)) {
    if (key.length > NET_LIMITS.textUnits) throw new Refusal(path, 'shorter keys', key);
    checkData(item, `${path}.${key.slice(0, 40)}`, counted, depth + 1);
  }
}

/** Null for what is neither bytes nor a Blob. */
function byteLengthOf(value: object, path: string): number | null {
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (ArrayBuffer.isView(value)) {
    if (!(value.buffer instanceof ArrayBuffer)) throw new Refusal(path, 'memory of its own', value);
    refuseParts(value as Uint8Array, path);
    return value.byteLength;
  }
  return typeof Blob === 'function' && value instanceof Blob ? value.size : null;
}

const data: Shape = (value, path) => checkData(value, path, { values: 0, bytes: 0 }, 0);

const args: Shape = (value, path) => {
  if (!Array.isArray(value) || value.length > NET_LIMITS.args)
    throw new Refusal(path, `a list of at most ${NET_LIMITS.args}`, value);
  // Counted as the facades count (realm/net/pack.ts): the list itself is no value of the message.
  const counted: Counted = { values: 0, bytes: 0 };
  for (const [i, each] of value.entries()) checkData(each, `${path}[${i}]`, counted, 0);
};

const plainData: Shape = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(path, 'an object', value);
  data(value, path);
};

const headers = array((value, path) => {
  if (!Array.isArray(value) || value.length !== 2)
    throw new Refusal(path, 'a name and a value', value);
  text(100)(value[0], path);
  text(NET_LIMITS.headerUnits)(value[1], path);
}, NET_LIMITS.headers);

const body: Shape = (value, path) => {
  if (value === null) return;
  const size = typeof value === 'object' ? byteLengthOf(value, path) : null;
  if (size === null || ArrayBuffer.isView(value))
    throw new Refusal(path, 'an ArrayBuffer, a Blob or null', value);
  if (size > NET_LIMITS.messageBytes)
    throw new Refusal(path, `at most ${NET_LIMITS.messageBytes} bytes`, value);
};

const step = id;
const emitted = { socket: id, event: eventName, args, ack: nullable(id) };
const answered = { socket: id, ack: id, args };

/** A namespace. In a packet a comma ends it, and what follows would be read as something else. */
const room: Shape = (value, path) => {
  text(NET_LIMITS.roomUnits)(value, path);
  if (!/^\/[^,]*$/.test(value as string))
    throw new Refusal(path, 'a slash and no comma behind it', value);
};

const CALLS: Readonly<Record<string, Shape>> = {
  open: object({
    op: literal('open'),
    step,
    socket: id,
    room,
    auth: plainData,
  }),
  emit: object({ op: literal('emit'), step, ...emitted }),
  answer: object({ op: literal('answer'), step, ...answered }),
  close: object({ op: literal('close'), step, socket: id }),
  fetch: object({
    op: literal('fetch'),
    step,
    request: id,
    method: text(20),
    path: text(NET_LIMITS.pathUnits),
    headers,
    body,
  }),
  pull: object({ op: literal('pull'), step, request: id }),
  cancel: object({ op: literal('cancel'), step, request: id }),
  heard: object({ op: literal('heard'), step, message: id }),
};

const message = id;
const EVENTS: Readonly<Record<string, Shape>> = {
  opened: object({ op: literal('opened'), message, socket: id, id: text(100) }),
  refused: object({ op: literal('refused'), message, socket: id, reason, data }),
  closed: object({ op: literal('closed'), message, socket: id, reason }),
  event: object({ op: literal('event'), message, ...emitted }),
  answer: object({ op: literal('answer'), message, ...answered }),
  response: object({
    op: literal('response'),
    message,
    request: id,
    status: integer(200, 599),
    statusText: text(100),
    headers,
  }),
  body: object({
    op: literal('body'),
    message,
    request: id,
    bytes: nullable(bytes(NET_LIMITS.messageBytes)),
  }),
  failed: object({ op: literal('failed'), message, request: id, reason }),
};

const byOp =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    const op: unknown =
      typeof value === 'object' && value !== null && 'op' in value ? value.op : undefined;
    const shape = typeof op === 'string' && Object.hasOwn(shapes, op) ? shapes[op] : undefined;
    if (shape === undefined)
      throw new Refusal(`${path}.op`, `one of ${Object.keys(shapes).join(', ')}`, op);
    shape(value, path);
  };

/** What a program says to the lab. */
export const netCall = byOp(CALLS);
/** What a server half says to its clients. */
export const netEvent = byOp(EVENTS);
