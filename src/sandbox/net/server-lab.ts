/** The server's lab: real Socket.IO connections and real requests, to the site that this page came from. */
import { Manager, type Socket } from 'socket.io-client';
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetData, NetId } from '../../core/protocol/net';
import type { LabBackend, Say } from './lab-backend';
import { Requests } from './requests';

type Reply = (...args: unknown[]) => void;

interface Joined {
  readonly socket: Socket;
  /** Functions that answer what the lab asked, by the number under which the program knows the question. */
  readonly replies: Map<NetId, Reply>;
  asked: number;
}

export class ServerLab implements LabBackend {
  readonly #base: string;
  readonly #say: Say;
  readonly #requests: Requests;
  readonly #joined = new Map<NetId, Joined>();
  /** One connection for all rooms, as long as no room is entered twice. */
  #managers: { readonly manager: Manager; readonly rooms: Set<string> }[] = [];

  /** @param base the site's own address, with the slash at its end */
  constructor(base: string, say: Say) {
    this.#base = base;
    this.#say = say;
    this.#requests = new Requests(base, say);
  }

  call(call: NetCall): void {
    switch (call.op) {
      case 'open':
        return this.#join(call.socket, call.room, call.auth);
      case 'emit':
        return this.#emit(call);
      case 'answer': {
        const joined = this.#joined.get(call.socket);
        joined?.replies.get(call.ack)?.(...call.args);
        joined?.replies.delete(call.ack);
        return;
      }
      case 'close':
        this.#joined.get(call.socket)?.socket.disconnect();
        this.#joined.delete(call.socket);
        return;
      case 'fetch':
      case 'pull':
      case 'cancel':
        return this.#requests.call(call);
      case 'heard':
        return;
    }
  }

  drop(): void {
    const managers = this.#managers;
    this.#managers = [];
    this.#joined.clear();
    for (const { manager } of managers) manager._close();
    this.#requests.drop();
  }

  #join(id: NetId, room: string, auth: Readonly<Record<string, NetData>>): void {
    const socket = this.#managerFor(room).socket(room, { auth });
    const joined: Joined = { socket, replies: new Map(), asked: 0 };
    this.#joined.set(id, joined);
    const isHere = (): boolean => this.#joined.get(id) === joined;
    socket.on('connect', () => {
      if (isHere()) this.#say({ op: 'opened', socket: id, id: socket.id ?? '' });
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      if (!isHere()) return;
      this.#joined.delete(id);
      // Still active: nobody said no, the lab was not reached. The facade tries again, as the real client does.
      if (socket.active) this.#say({ op: 'closed', socket: id, reason: error.message });
      else
        this.#say({ op: 'refused', socket: id, reason: error.message, data: asData(error.data) });
    });
    socket.on('disconnect', (reason) => {
      if (!isHere()) return;
      this.#joined.delete(id);
      this.#say({ op: 'closed', socket: id, reason });
    });
    socket.onAny((event: unknown, ...args: unknown[]) => {
      if (!isHere()) return;
      const last = args.at(-1);
      const reply = typeof last === 'function' ? (last as Reply) : null;
      const ack = reply === null ? null : joined.asked++;
      if (reply !== null && ack !== null && joined.replies.size < NET_LIMITS.acks) {
        joined.replies.set(ack, reply);
      }
      const given = reply === null ? args : args.slice(0, -1);
      this.#say({ op: 'event', socket: id, event: String(event), args: given.map(asData), ack });
    });
    socket.connect();
  }

  #emit({ socket: id, event, args, ack }: Extract<NetCall, { readonly op: 'emit' }>): void {
    const joined = this.#joined.get(id);
    if (joined === undefined) return;
    if (ack === null) joined.socket.emit(event, ...args);
    else {
      joined.socket.emit(event, ...args, (...answer: unknown[]) => {
        if (this.#joined.get(id) !== joined) return;
        this.#say({ op: 'answer', socket: id, ack, args: answer.map(asData) });
      });
    }
  }

  #managerFor(room: string): Manager {
    // A connection that has ended is not opened again: another one begins with nothing owed to it.
    this.#managers = this.#managers.filter(({ manager }) => manager._readyState !== 'closed');
    const free = this.#managers.find(({ rooms }) => !rooms.has(room));
    if (free !== undefined) {
      free.rooms.add(room);
      return free.manager;
    }
    const { origin, pathname } = new URL(this.#base);
    const manager = new Manager(origin, {
      path: `${pathname}socket.io/`,
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
    });
    manager.open();
    this.#managers.push({ manager, rooms: new Set([room]) });
    return manager;
  }
}

/** What Socket.IO hands over, as plain data: in Node bytes are Buffers, parts of a larger one. */
function asData(value: unknown): NetData {
  if (ArrayBuffer.isView(value)) {
    const copy = new Uint8Array(value.byteLength);
    copy.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return copy.buffer;
  }
  if (Array.isArray(value)) return value.map(asData);
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) {
    return value as NetData;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asData(item)]));
}
