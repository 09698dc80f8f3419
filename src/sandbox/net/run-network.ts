/**
 * The network of one run: every call of the program is counted, written into the log, sent over the link and handed to
 * the lab; every event of the lab comes back the same way. Pure but for the clock and the lab it is given.
 */
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetEvent, NetId } from '../../core/protocol/net';
import type { LinkConditions, NetMessage } from '../../core/trace/net-log';
import { Allowance } from '../../core/protocol/allowance';
import type { Clock } from './clock';
import { FileParts } from './file-parts';
import { TRANSPORT_CLOSE, type LabBackend, type LabEvent, type Say } from './lab-backend';
import { Link } from './link';
import { brief, bytesIn, NetBook, type Entry } from './net-book';
import { objectionTo } from './requests';

export interface RunNetworkOptions {
  readonly clock: Clock;
  readonly conditions: LinkConditions;
  readonly openLab: (say: Say) => LabBackend;
  /** Says something to the program. */
  readonly tell: (event: NetEvent) => void;
  /** There is something new in the log: asked for once until it is taken. */
  readonly changed: () => void;
}

interface OpenSocket {
  readonly room: string;
  readonly message: NetId;
}
interface OpenRequest {
  readonly message: NetId;
  readonly call: Extract<NetCall, { readonly op: 'fetch' }>;
}

export class RunNetwork {
  readonly #options: RunNetworkOptions;
  readonly #book: NetBook;
  readonly #parts = new FileParts();
  readonly #link: Link;
  readonly #lab: LabBackend;
  readonly #messages: Allowance;
  readonly #bytes: Allowance;
  /** What the lab may say: a server half may be anybody's. */
  readonly #labMessages: Allowance;
  readonly #sockets = new Map<NetId, OpenSocket>();
  readonly #requests = new Map<NetId, OpenRequest>();
  /** What waits for an answer: the message, by who asked, socket and number. */
  readonly #asked = new Map<string, { readonly message: NetId; readonly event: string }>();
  /** Whether `changed` was called and nothing taken since. */
  #isTold = false;
  /** Why nothing is sent any more. */
  #spent: string | null = null;
  #isClosed = false;

  constructor(options: RunNetworkOptions) {
    const { clock, conditions } = options;
    this.#options = options;
    const beganAt = clock.now();
    this.#book = new NetBook(() => Math.max(0, clock.now() - beganAt));
    this.#link = new Link(clock, conditions, () => this.disconnect());
    this.#messages = new Allowance(NET_LIMITS.messages, NET_LIMITS.messagesPerSecond, beganAt);
    this.#labMessages = new Allowance(NET_LIMITS.messages, NET_LIMITS.messagesPerSecond, beganAt);
    this.#bytes = new Allowance(NET_LIMITS.bytes, NET_LIMITS.bytesPerSecond, beganAt);
    this.#lab = options.openLab((event) => this.#heard(event));
  }

  setConditions(conditions: LinkConditions): void {
    this.#link.set(conditions);
  }

  /** What is new in the log. */
  takeChanges(): { readonly changes: readonly NetMessage[]; readonly omitted: number } {
    this.#isTold = false;
    return { changes: this.#book.takeChanges(), omitted: this.#book.omitted };
  }

  /** A call of the program, as the door let it in. */
  call(call: NetCall): void {
    if (this.#isClosed) return;
    if (call.op === 'heard') {
      this.#book.heard(call.message, call.step);
      return this.#tellChanges();
    }
    if (this.#overdrawn(call)) return;
    switch (call.op) {
      case 'open':
        return this.#open(call);
      case 'emit':
      case 'answer':
        return this.#send(call);
      case 'close':
        return this.#close(call);
      case 'fetch':
        return this.#fetch(call);
      case 'pull':
        if (this.#requests.has(call.request)) this.#signal(call);
        return;
      case 'cancel':
        if (this.#requests.delete(call.request)) this.#signal(call);
        return;
    }
  }

  /** The connection is lost now: sockets are closed, requests fail, and what is on its way is gone. */
  disconnect(reason = TRANSPORT_CLOSE): void {
    const sockets = [...this.#sockets];
    const requests = [...this.#requests];
    this.#sockets.clear();
    this.#requests.clear();
    this.#asked.clear();
    this.#link.cut();
    this.#lab.drop();
    for (const [socket, { room, message }] of sockets) {
      this.#tell({ op: 'closed', socket, reason }, closing(room, reason, message));
    }
    for (const [request, { message }] of requests) {
      const failure = 'NetworkError: the connection was lost.';
      this.#tell({ op: 'failed', request, reason: failure }, failing(failure, message));
    }
  }

  /** The run is over. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#link.cut();
    this.#lab.drop();
  }

  #overdrawn(call: NetCall): boolean {
    const now = this.#options.clock.now();
    const size = sizeOf(call);
    if (this.#spent === null && !this.#messages.spend(1, now)) {
      this.#spent = `The run has sent ${NET_LIMITS.messages} messages faster than the lab takes them; at most ${NET_LIMITS.messagesPerSecond} a second go on. Send fewer and larger ones, then press Run again.`;
      this.disconnect(this.#spent);
    }
    if (this.#spent === null && size > 0 && !this.#bytes.spend(size, now)) {
      const mebibytes = NET_LIMITS.bytes / 1024 / 1024;
      this.#spent = `The run has sent ${mebibytes} MiB; at most ${NET_LIMITS.bytesPerSecond / 1024 / 1024} MiB a second go on. Send a smaller file, then press Run again.`;
      this.disconnect(this.#spent);
    }
    if (this.#spent === null) return false;
    this.#refuse(call, this.#spent);
    return true;
  }

  #refuse(call: NetCall, reason: string): void {
    if (call.op === 'open') {
      const { socket, room } = call;
      this.#tell({ op: 'refused', socket, reason, data: undefined }, closing(room, reason, null));
    } else if (call.op === 'fetch') {
      this.#tell({ op: 'failed', request: call.request, reason }, failing(reason, null));
    }
  }

  #open(call: Extract<NetCall, { readonly op: 'open' }>): void {
    const { socket, room, step } = call;
    if (this.#sockets.has(socket)) return;
    if (this.#sockets.size >= NET_LIMITS.sockets) {
      return this.#refuse(
        call,
        `The run has ${NET_LIMITS.sockets} sockets open; at most so many at once. Call disconnect() on one first.`,
      );
    }
    const message = this.#add({
      from: 'client',
      what: 'open',
      room,
      name: 'connect',
      answers: null,
      brief: '',
      byteLength: 0,
      part: null,
      step,
    });
    this.#sockets.set(socket, { room, message });
    this.#link.signal(this.#parcel(message, 0, () => this.#lab.call(call)));
  }

  #send(call: Extract<NetCall, { readonly op: 'emit' | 'answer' }>): void {
    const { socket, args, step } = call;
    const known = this.#sockets.get(socket);
    // A socket that is closed meanwhile, or that a realm has made up.
    if (known === undefined) return;
    const byteLength = sizeOf(call);
    const common = {
      from: 'client',
      room: known.room,
      brief: brief(args),
      byteLength,
      step,
    } as const;
    let message: NetId;
    if (call.op === 'emit') {
      const { event, ack } = call;
      const part = this.#parts.event('client', socket, event, args, byteLength, ack);
      message = this.#add({ ...common, what: 'event', name: event, answers: null, part });
      if (ack !== null) this.#ask(`client ${socket} ${ack}`, message, event);
    } else {
      const asked = this.#asked.get(`lab ${socket} ${call.ack}`);
      if (asked === undefined) return;
      this.#asked.delete(`lab ${socket} ${call.ack}`);
      const part = this.#parts.answer('client', socket, call.ack, args, byteLength);
      message = this.#add({
        ...common,
        what: 'answer',
        name: asked.event,
        answers: asked.message,
        part,
      });
    }
    this.#link.send(this.#parcel(message, byteLength, () => this.#lab.call(call)));
  }

  #close(call: Extract<NetCall, { readonly op: 'close' }>): void {
    const known = this.#sockets.get(call.socket);
    if (known === undefined) return;
    this.#sockets.delete(call.socket);
    const message = this.#add({
      ...closing(known.room, 'io client disconnect', null),
      from: 'client',
      step: call.step,
    });
    this.#link.signal(this.#parcel(message, 0, () => this.#lab.call(call)));
  }

  #fetch(call: Extract<NetCall, { readonly op: 'fetch' }>): void {
    const { request, path, method, headers, step } = call;
    if (this.#requests.has(request)) return;
    const objection =
      this.#requests.size >= NET_LIMITS.requests
        ? `fetch: the run has ${NET_LIMITS.requests} requests going, and at most so many at once. A request goes on until its body is read to the end: call text() or arrayBuffer() on each response, or body.cancel() where you do not want it.`
        : objectionTo(call);
    if (objection !== null) return this.#refuse(call, objection);
    const byteLength = sizeOf(call);
    const message = this.#add({
      from: 'client',
      what: 'request',
      room: null,
      name: `${method} ${path}`,
      answers: null,
      brief: briefHeaders(headers),
      byteLength,
      part: this.#parts.request(path, method, headers, byteLength),
      step,
    });
    this.#requests.set(request, { message, call });
    this.#link.send(this.#parcel(message, byteLength, () => this.#lab.call(call)));
  }

  #signal(call: NetCall): void {
    this.#link.signal({ bytes: 0, arrive: () => this.#lab.call(call), lost: () => undefined });
  }

  /** An event of the lab. */
  #heard(event: LabEvent): void {
    if (this.#isClosed || this.#spent !== null) return;
    if (!this.#labMessages.spend(1, this.#options.clock.now())) {
      this.#spent = `The lab has sent ${NET_LIMITS.messages} messages faster than a program can hear them. Send fewer and larger ones, then press Run again.`;
      return this.disconnect(this.#spent);
    }
    const entry = 'socket' in event ? this.#entryOfSocket(event) : this.#entryOfRequest(event);
    if (entry === null) return;
    const message = this.#add(entry);
    if (event.op === 'event' && event.ack !== null) {
      this.#ask(`lab ${event.socket} ${event.ack}`, message, event.event);
    }
    const tell = (): void => this.#options.tell({ ...event, message });
    this.#link.receive(this.#parcel(message, entry.byteLength, tell));
  }

  #entryOfSocket(event: Extract<LabEvent, { readonly socket: NetId }>): Entry | null {
    const { socket } = event;
    const known = this.#sockets.get(socket);
    if (known === undefined) return null;
    const { room } = known;
    switch (event.op) {
      case 'opened':
        return { ...closing(room, 'connect', known.message), what: 'open' };
      case 'refused':
      case 'closed':
        this.#sockets.delete(socket);
        return closing(room, event.reason, known.message);
      case 'event': {
        const byteLength = bytesIn(event.args);
        const { args, ack } = event;
        const part = this.#parts.event('lab', socket, event.event, args, byteLength, ack);
        return {
          from: 'lab',
          what: 'event',
          room,
          name: event.event,
          answers: null,
          brief: brief(args),
          byteLength,
          part,
          step: null,
        };
      }
      case 'answer': {
        const asked = this.#asked.get(`client ${socket} ${event.ack}`);
        const byteLength = bytesIn(event.args);
        return {
          from: 'lab',
          what: 'answer',
          room,
          name: asked?.event ?? 'answer',
          answers: asked?.message ?? null,
          brief: brief(event.args),
          byteLength,
          part: this.#parts.answer('lab', socket, event.ack, event.args, byteLength),
          step: null,
        };
      }
    }
  }

  #entryOfRequest(event: Extract<LabEvent, { readonly request: NetId }>): Entry | null {
    const { request } = event;
    const known = this.#requests.get(request);
    if (known === undefined) return null;
    const { call, message } = known;
    const common = { from: 'lab', room: null, answers: message, step: null } as const;
    switch (event.op) {
      case 'response':
        if (call.method === 'HEAD' || event.status === 204) this.#requests.delete(request);
        return {
          ...common,
          what: 'response',
          name: `${event.status} ${call.method} ${call.path}`,
          brief: briefHeaders(tellingOf(event.headers)),
          byteLength: 0,
          part: this.#parts.response(call, event.headers),
        };
      case 'body':
        if (event.bytes === null) this.#requests.delete(request);
        return {
          ...common,
          what: 'body',
          name: call.path,
          brief: event.bytes === null ? 'end' : `Uint8Array(${event.bytes.length})`,
          byteLength: event.bytes?.length ?? 0,
          part: null,
        };
      case 'failed':
        this.#requests.delete(request);
        return failing(event.reason, message);
    }
  }

  #add(entry: Entry): NetId {
    const message = this.#book.add(entry);
    this.#tellChanges();
    return message;
  }

  #ask(key: string, message: NetId, event: string): void {
    this.#asked.set(key, { message, event });
    const oldest = this.#asked.keys().next();
    if (this.#asked.size > 2 * NET_LIMITS.acks && oldest.done !== true)
      this.#asked.delete(oldest.value);
  }

  /** Tells the program something of the network's own, at once. */
  #tell(event: LabEvent, entry: Entry): void {
    const message = this.#add(entry);
    this.#book.arrived(message);
    this.#options.tell({ ...event, message });
  }

  #parcel(message: NetId, bytes: number, arrive: () => void) {
    const noted = (note: () => void) => {
      note();
      this.#tellChanges();
    };
    return {
      bytes,
      arrive: () => {
        noted(() => this.#book.arrived(message));
        arrive();
      },
      doubled: () => noted(() => this.#book.doubled(message)),
      lost: () => noted(() => this.#book.lost(message)),
    };
  }

  #tellChanges(): void {
    if (this.#isTold || !this.#book.isChanged) return;
    this.#isTold = true;
    this.#options.changed();
  }
}

function sizeOf(call: NetCall): number {
  if (call.op === 'emit' || call.op === 'answer') return bytesIn(call.args);
  return call.op === 'fetch' ? bytesIn(call.body) : 0;
}

type Headers = readonly (readonly [string, string])[];

/** Headers of a response that a reader asks about, in this order; a server's others are the same each time, and many. */
const TELLING = [
  'location',
  'upload-offset',
  'upload-length',
  'lab-sha256',
  'content-range',
  'content-length',
  'content-type',
  'retry-after',
];

const tellingOf = (headers: Headers): Headers =>
  TELLING.flatMap((wanted) => headers.filter(([name]) => name.toLowerCase() === wanted));

const briefHeaders = (headers: Headers): string =>
  headers
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
    .slice(0, 200);

const closing = (room: string, reason: string, answers: NetId | null): Entry => ({
  from: 'lab',
  what: 'close',
  room,
  name: reason,
  answers,
  brief: '',
  byteLength: 0,
  part: null,
  step: null,
});

const failing = (reason: string, answers: NetId | null): Entry => ({
  from: 'lab',
  what: 'response',
  room: null,
  name: 'failed',
  answers,
  brief: reason.slice(0, 200),
  byteLength: 0,
  part: null,
  step: null,
});
