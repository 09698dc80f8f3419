/** `io` of a server half: namespaces and sockets as a Socket.IO server has them. What a client calls comes in as calls. */
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetData, NetEvent, NetId } from '../../core/protocol/net';
import {
  apply,
  define,
  NativeTypeError,
  push,
  random,
  SafeMap,
  stringSlice,
  toText,
} from '../primordials';
import { Listeners, type Listener } from './listeners';
import { bytesIn, pack } from './pack';
import { Socket, SocketCore, type MessageRecorder } from './socket';

/** Says something to a client. */
type Answer = (event: NetEvent, copies?: readonly ArrayBuffer[]) => void;
type OpenCall = Extract<NetCall, { readonly op: 'open' }>;
type Guard = (socket: ServerSocket, next: (error?: unknown) => void) => void;

/** All of the server half's ends of sockets. */
export class NetServer {
  readonly #answer: Answer;
  readonly #recorder: MessageRecorder;
  readonly #namespaces = new SafeMap<string, Namespace>();
  readonly #ends = new SafeMap<NetId, End>();
  /** Those who came before the program had set up its listeners. */
  #early: OpenCall[] | null = [];
  readonly io: ServerIo;

  constructor(answer: Answer, recorder: MessageRecorder) {
    this.#answer = answer;
    this.#recorder = recorder;
    this.io = new ServerIo((name) => this.#of(name));
  }

  /** The program has run to its end: whoever waits may come in. */
  begin(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (let i = 0; i < early.length; i++) this.#open(early[i] as OpenCall);
  }

  take(call: NetCall): void {
    switch (call.op) {
      case 'open':
        if (this.#early === null) this.#open(call);
        else push(this.#early, call);
        return;
      case 'emit':
        return this.#emitted(call);
      case 'answer':
        return this.#ends.get(call.socket)?.core.answered(call.ack, call.args, noop);
      case 'close':
        return this.#left(call.socket, call.reason ?? 'client namespace disconnect');
      default:
        return;
    }
  }

  /** @see https://socket.io/docs/v4/server-options/#maxhttpbuffersize: a larger message ends the connection, without a word */
  #emitted(call: Extract<NetCall, { readonly op: 'emit' }>): void {
    const { socket, event, args, ack } = call;
    let byteLength = 0;
    for (let i = 0; i < args.length; i++) byteLength += bytesIn(args[i]);
    if (byteLength <= this.io.engine.opts.maxHttpBufferSize) {
      return this.#ends.get(socket)?.core.deliver(event, args, ack, noop);
    }
    if (this.#ends.get(socket) === undefined) return;
    this.#left(socket, 'transport close');
    this.#answer({ op: 'closed', socket, reason: 'transport close', message: 0 });
  }

  #of(name: string): Namespace {
    const path = name[0] === '/' ? name : `/${name}`;
    let namespace = this.#namespaces.get(path);
    if (namespace === undefined) this.#namespaces.set(path, (namespace = new Namespace(path)));
    return namespace;
  }

  #left(id: NetId, reason: string): void {
    const early = this.#early ?? [];
    if (this.#early !== null) {
      this.#early = [];
      for (let i = 0; i < early.length; i++) {
        if ((early[i] as OpenCall).socket !== id) push(this.#early, early[i] as OpenCall);
      }
    }
    const end = this.#ends.get(id);
    if (end === undefined) return;
    this.#ends.delete(id);
    end.leave(reason);
  }

  #open(call: OpenCall): void {
    const { socket: id, room, auth } = call;
    const namespace = this.#namespaces.get(room);
    if (namespace === undefined) return this.#refuse(id, 'Invalid namespace', undefined);
    const core = new SocketCore(this.#recorder, (sending, copies) => {
      if (!end.connected) return;
      if (sending.op === 'emit') {
        const { event, args, ack } = sending;
        this.#answer({ op: 'event', socket: id, event, args, ack, message: 0 }, copies);
      } else {
        const { ack, args } = sending;
        this.#answer({ op: 'answer', socket: id, ack, args, message: 0 }, copies);
      }
    });
    const end: End = new End(core, namespace, () => {
      this.#ends.delete(id);
      this.#answer({ op: 'closed', socket: id, reason: 'io server disconnect', message: 0 });
      end.leave('server namespace disconnect');
    });
    const socket = new ServerSocket(core, end, namespace, auth);
    end.socket = socket;
    // Known from now on, so that one who leaves meanwhile is not let in.
    this.#ends.set(id, end);
    namespace.admit(socket, (error) => {
      if (this.#ends.get(id) !== end) return;
      if (error !== null) {
        this.#ends.delete(id);
        return this.#refuse(id, error.message, error.data);
      }
      end.connected = true;
      this.#answer({ op: 'opened', socket: id, id: socket.id, message: 0 });
      namespace.enter(socket);
    });
  }

  #refuse(socket: NetId, reason: unknown, data: unknown): void {
    const packed = data === undefined ? undefined : pack([data], 'the data of an error').args[0];
    // A guard may refuse with anything; what is no error has no message.
    const told = stringSlice(toText(reason), 0, NET_LIMITS.reasonUnits);
    this.#answer({ op: 'refused', socket, reason: told, data: packed, message: 0 });
  }
}

const noop = (): void => undefined;

interface Refusal {
  readonly message: unknown;
  readonly data: unknown;
}

/** The inside of one socket. */
class End {
  readonly core: SocketCore;
  readonly disconnect: () => void;
  readonly #namespace: Namespace;
  socket: ServerSocket | null = null;
  connected = false;

  constructor(core: SocketCore, namespace: Namespace, disconnect: () => void) {
    this.core = core;
    this.#namespace = namespace;
    this.disconnect = disconnect;
  }

  leave(reason: string): void {
    const wasConnected = this.connected;
    this.connected = false;
    if (this.socket !== null) this.#namespace.leave(this.socket);
    this.core.lose();
    if (!wasConnected) return;
    this.core.fire('disconnecting', [reason]);
    this.core.fire('disconnect', [reason]);
  }
}

class ServerSocket extends Socket {
  readonly #end: End;
  readonly id: string;
  readonly nsp: Namespace;
  readonly handshake: object;
  /** Whatever the program wants to keep with it. */
  data: unknown = {};
  readonly conn: object = {};

  constructor(core: SocketCore, end: End, namespace: Namespace, auth: NetData) {
    super(core);
    this.#end = end;
    this.id = madeId();
    this.nsp = namespace;
    this.handshake = { auth, headers: {}, query: {}, address: 'this page', issued: 0 };
  }

  get connected(): boolean {
    return this.#end.connected;
  }
  disconnect(): this {
    if (this.#end.connected) this.#end.disconnect();
    return this;
  }
}

class Namespace {
  readonly name: string;
  readonly #listeners = new Listeners();
  #guards: Guard[] = [];
  #sockets: ServerSocket[] = [];

  constructor(name: string) {
    this.name = name;
  }

  on(event: string, listener: Listener): this {
    this.#listeners.add(event === 'connect' ? 'connection' : toText(event), listener, false);
    return this;
  }
  use(guard: Guard): this {
    if (typeof guard !== 'function') throw new NativeTypeError('use: a guard is a function');
    push(this.#guards, guard);
    return this;
  }
  /** To everyone who is here. */
  emit(event: string, ...args: unknown[]): this {
    const given: unknown[] = [event];
    for (let i = 0; i < args.length; i++) push(given, args[i]);
    for (let i = 0; i < this.#sockets.length; i++) {
      apply(emitOf, this.#sockets[i], given as [string]);
    }
    return this;
  }

  /** @internal */
  admit(socket: ServerSocket, done: (error: Refusal | null) => void): void {
    const guards = this.#guards;
    const next = (at: number): void => {
      if (at >= guards.length) return done(null);
      let isCalled = false;
      apply(guards[at] as Guard, undefined, [
        socket,
        (error?: unknown) => {
          if (isCalled) return;
          isCalled = true;
          if (error === undefined || error === null) next(at + 1);
          else done(error as Refusal);
        },
      ]);
    };
    next(0);
  }
  /** @internal */
  enter(socket: ServerSocket): void {
    push(this.#sockets, socket);
    this.#listeners.call('connection', this, [socket]);
  }
  /** @internal */
  leave(socket: ServerSocket): void {
    const others: ServerSocket[] = [];
    for (let i = 0; i < this.#sockets.length; i++) {
      if (this.#sockets[i] !== socket) push(others, this.#sockets[i] as ServerSocket);
    }
    this.#sockets = others;
  }
}

const emitOf = Socket.prototype.emit;

/** What the program finds as `io`: the namespace `/`, and the way to others. */
class ServerIo {
  readonly #of: (name: string) => Namespace;
  readonly sockets: Namespace;
  /** The default of Socket.IO since its third release, in bytes; a server half may set another. */
  readonly engine = { opts: { maxHttpBufferSize: 1_000_000 } };

  constructor(of: (name: string) => Namespace) {
    this.#of = of;
    this.sockets = of('/');
  }
  of(name: string): Namespace {
    return this.#of(toText(name));
  }
  on(event: string, listener: Listener): this {
    this.sockets.on(event, listener);
    return this;
  }
  use(guard: Guard): this {
    this.sockets.use(guard);
    return this;
  }
  emit(event: string, ...args: unknown[]): this {
    const given: unknown[] = [event];
    for (let i = 0; i < args.length; i++) push(given, args[i]);
    apply(this.sockets.emit, this.sockets, given as [string]);
    return this;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twenty characters, as Socket.IO makes them; nothing leans on their being hard to guess. */
function madeId(): string {
  let id = '';
  for (let i = 0; i < 20; i++) id += DIGITS[(random() * 64) | 0] ?? '';
  return id;
}

/** Node programs load what they use; here it is there already. */
export function installServer(server: NetServer, modules: Readonly<Record<string, unknown>>): void {
  define(globalThis, 'io', server.io);
  define(globalThis, 'require', (name: unknown) => {
    const found = typeof name === 'string' ? modules[name] : undefined;
    if (found !== undefined) return found;
    throw new NativeTypeError(
      `require: there is no module ${toText(name)} in the lab in the page. It has io, fs, siofu, ss and path as they are.`,
    );
  });
}
