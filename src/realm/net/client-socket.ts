/** `io()` of a client: sockets as socket.io-client has them, over whatever transport stands behind. */
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetData, NetEvent, NetId } from '../../core/protocol/net';
import {
  cancel,
  define,
  isArray,
  later,
  min,
  NativeError,
  NativeTypeError,
  push,
  regExpExec,
  SafeMap,
  toText,
  stringIndexOf,
} from '../primordials';
import { pack } from './pack';
import { Socket, SocketCore, type MessageRecorder } from './socket';
import type { NetTransport } from './transport';

/** Rests before a lost connection is made again: the first, and the longest. */
const RECONNECT_MS = 1000;
const RECONNECT_MOST_MS = 5000;

interface Options {
  readonly auth?: unknown;
  readonly autoConnect?: boolean;
  readonly reconnection?: boolean;
}

type SocketEvent = Extract<NetEvent, { readonly socket: NetId }>;

/** All sockets of one program. */
export class NetClient {
  readonly #transport: NetTransport;
  readonly #recorder: MessageRecorder;
  readonly #connections = new SafeMap<NetId, Connection>();
  #opened = 0;

  /** @param transport its events of sockets come in through `take` */
  constructor(transport: NetTransport, recorder: MessageRecorder) {
    this.#transport = transport;
    this.#recorder = recorder;
    define(this.io, 'connect', this.io);
    define(this.io, 'io', this.io);
  }

  /** `io(address?, options?)`: an address names a namespace, `/upload`; the host is the lab's whatever it says. */
  readonly io = (address?: unknown, options?: unknown): ClientSocket => {
    const isOptions = typeof address === 'object' && address !== null;
    const given = (isOptions ? address : options) as Options | null | undefined;
    const room = roomOf(isOptions || address == null ? '/' : toText(address));
    const connection = new Connection(this, this.#recorder, room, given ?? {});
    if (given?.autoConnect !== false) connection.open();
    return connection.socket;
  };

  /** An event for one of the sockets. */
  take(event: SocketEvent): void {
    // What comes for a connection that is over is heard by nobody.
    this.#connections.get(event.socket)?.take(event);
  }

  /** @internal */
  begin(connection: Connection): NetId {
    const id = this.#opened++;
    this.#connections.set(id, connection);
    return id;
  }
  /** @internal */
  end(id: NetId): void {
    this.#connections.delete(id);
  }
  /** @internal */
  send(call: NetCall, copies?: readonly ArrayBuffer[]): void {
    this.#transport.send(call, copies);
  }
}

/** `io` over a transport that carries sockets alone, as a simulated lab is one. */
export function createIo(transport: NetTransport, recorder: MessageRecorder): NetClient['io'] {
  const client = new NetClient(transport, recorder);
  transport.hear((event) => {
    if ('socket' in event) client.take(event);
  });
  return client.io;
}

interface Queued {
  readonly call: Extract<NetCall, { op: 'emit' | 'answer' }>;
  readonly copies: readonly ArrayBuffer[];
}

/** The inside of one client socket. */
class Connection {
  readonly socket: ClientSocket;
  readonly room: string;
  readonly #client: NetClient;
  readonly #core: SocketCore;
  readonly #reconnects: boolean;
  readonly #readAuth: () => unknown;
  /** Null while it neither is connected nor tries to be. */
  #id: NetId | null = null;
  /** The name that the lab gave the socket; while there is one it is connected. */
  sid: string | null = null;
  #queue: Queued[] = [];
  #attempts = 0;
  #timer: unknown = null;

  constructor(client: NetClient, recorder: MessageRecorder, room: string, options: Options) {
    this.#client = client;
    this.room = room;
    this.#reconnects = options.reconnection !== false;
    this.#readAuth = () => this.socket.auth;
    this.#core = new SocketCore(recorder, (sending, copies) => {
      const call = { ...sending, socket: this.#id ?? 0 };
      // An answer has no connection to wait for: the one that asked is there, or it is not sent.
      if (this.sid !== null) client.send(call, copies);
      else if (sending.op === 'emit') push(this.#queue, { call, copies });
    });
    this.socket = new ClientSocket(this, this.#core, options.auth ?? {});
  }

  get isActive(): boolean {
    return this.#id !== null || this.#timer !== null;
  }

  open(): void {
    if (this.#id !== null) return;
    this.#stopWaiting();
    const auth = this.#readAuth();
    if (typeof auth === 'function') {
      (auth as (give: (auth: unknown) => void) => void)((given) => this.#open(given));
    } else this.#open(auth);
  }

  #open(auth: unknown): void {
    if (this.#id !== null) return;
    const packed = pack([auth], 'auth').args[0];
    if (typeof packed !== 'object' || packed === null || isArray(packed)) {
      throw new NativeTypeError(
        'auth is an object. Call it so: io("/upload", { auth: { owner } })',
      );
    }
    const id = this.#client.begin(this);
    this.#id = id;
    this.#client.send({
      op: 'open',
      socket: id,
      room: this.room,
      auth: packed as { readonly [key: string]: NetData },
      step: this.#core.recorder.message(`connect ${this.room}`, 0, true, null),
    });
  }

  /** The program closes it: no other try, and what waits is thrown away. */
  close(): void {
    this.#stopWaiting();
    const id = this.#id;
    if (id === null) return;
    const step = this.#core.recorder.message(`disconnect ${this.room}`, 0, true, null);
    this.#client.send({ op: 'close', socket: id, step });
    this.#closed('io client disconnect');
  }

  take(event: SocketEvent): void {
    if (event.socket !== this.#id) return;
    const noted = (step: number): void =>
      this.#client.send({ op: 'heard', message: event.message, step });
    switch (event.op) {
      case 'opened':
        this.sid = event.id;
        this.#attempts = 0;
        noted(this.#core.recorder.message(`connected ${this.room}`, 0, false, null));
        this.#flush(event.socket);
        return this.#core.fire('connect', []);
      case 'refused': {
        noted(this.#core.recorder.message(`refused ${this.room}`, 0, false, null));
        this.#forget();
        const error = new NativeError(event.reason);
        if (event.data !== undefined) define(error, 'data', event.data, true);
        return this.#core.fire('connect_error', [error]);
      }
      case 'closed':
        noted(this.#core.recorder.message(`disconnected ${this.room}`, 0, false, null));
        return this.#closed(event.reason);
      case 'event':
        return this.#core.deliver(event.event, event.args, event.ack, noted);
      case 'answer':
        return this.#core.answered(event.ack, event.args, noted);
    }
  }

  #flush(socket: NetId): void {
    const queue = this.#queue;
    this.#queue = [];
    for (let i = 0; i < queue.length; i++) {
      const { call, copies } = queue[i] as Queued;
      this.#client.send({ ...call, socket }, copies);
    }
  }

  /** A connection that was never made is a connect_error, after which there is another try all the same. */
  #closed(reason: string): void {
    const wasConnected = this.sid !== null;
    this.#forget();
    // Who was thrown out, or left, has to ask for another connection.
    const isOver = reason === 'io server disconnect' || reason === 'io client disconnect';
    if (!isOver && this.#reconnects) this.#openLater();
    this.#core.lose();
    if (wasConnected || reason === 'io client disconnect') this.#core.fire('disconnect', [reason]);
    else this.#core.fire('connect_error', [new NativeError(reason)]);
  }

  #openLater(): void {
    const rest = min(RECONNECT_MS * 2 ** this.#attempts++, RECONNECT_MOST_MS);
    this.#timer = later(() => this.open(), rest);
  }

  #forget(): void {
    if (this.#id !== null) this.#client.end(this.#id);
    this.#id = null;
    this.sid = null;
  }

  #stopWaiting(): void {
    if (this.#timer !== null) cancel(this.#timer);
    this.#timer = null;
  }
}

/** What learner code holds. */
class ClientSocket extends Socket {
  readonly #connection: Connection;
  /** Read at each connect: an object, or a function that gives one. */
  auth: unknown;

  constructor(connection: Connection, core: SocketCore, auth: unknown) {
    super(core);
    this.#connection = connection;
    this.auth = auth;
  }

  /** Undefined while it is not connected. */
  get id(): string | undefined {
    return this.#connection.sid ?? undefined;
  }
  get connected(): boolean {
    return this.#connection.sid !== null;
  }
  get disconnected(): boolean {
    return this.#connection.sid === null;
  }
  /** Whether it is connected or will try to be. */
  get active(): boolean {
    return this.#connection.isActive;
  }
  get nsp(): string {
    return this.#connection.room;
  }
  connect(): this {
    this.#connection.open();
    return this;
  }
  open(): this {
    this.#connection.open();
    return this;
  }
  disconnect(): this {
    this.#connection.close();
    return this;
  }
  close(): this {
    this.#connection.close();
    return this;
  }
}
export type { ClientSocket };

const ADDRESS = /^(?:(?:https?|wss?):\/\/[^/?#]*)?(\/[^?#]*)?/i;

/** The namespace in an address: `http://localhost:3000/upload` and `/upload` are the same, since there is one lab. */
function roomOf(address: string): string {
  const room = regExpExec(ADDRESS, address)?.[1] ?? '/';
  if (room.length > NET_LIMITS.roomUnits) {
    throw new NativeTypeError(
      `io: found a namespace of ${room.length} units, and one has ${NET_LIMITS.roomUnits} at most.`,
    );
  }
  // In a packet a comma ends the namespace.
  if (stringIndexOf(room, ',') >= 0) {
    throw new NativeTypeError(
      'io: found a comma in the namespace. Leave it out, as in io("/upload").',
    );
  }
  return room;
}
