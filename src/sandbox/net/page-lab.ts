/**
 * The lab in the page: sockets go to a realm that runs a server half, media come from the site's own files, and tus is
 * answered here.
 */
import type { NetCall, NetEvent, NetId } from '../../core/protocol/net';
import { TRANSPORT_CLOSE, type LabBackend, type Say } from './lab-backend';
import { PageTus } from './page-tus';
import type { RequestCalls } from './requests';

/** The realm of a server half, as its clients reach it. Calls wait until it runs. */
export interface LabSeat {
  tell(call: NetCall): void;
  /** Once: what it says, and that it is gone, with a sentence. */
  listen(event: (event: NetEvent) => void, gone: (reason: string) => void): void;
}

export class PageLab implements LabBackend {
  readonly #seat: LabSeat;
  readonly #say: Say;
  readonly #media: RequestCalls;
  readonly #tus: RequestCalls;
  /** Requests that tus answers; of the others media does. */
  readonly #tusRequests = new Set<NetId>();
  /** Whether each socket that there is has been let in. */
  readonly #sockets = new Map<NetId, boolean>();
  #gone: string | null = null;

  /** @param media answers requests for media */
  constructor(seat: LabSeat, media: RequestCalls, say: Say) {
    this.#seat = seat;
    this.#say = say;
    this.#media = media;
    this.#tus = new PageTus(say);
    seat.listen(
      (event) => this.#heard(event),
      (reason) => this.#lost(reason),
    );
  }

  call(call: NetCall): void {
    switch (call.op) {
      case 'open':
        if (this.#gone !== null) {
          return this.#say({
            op: 'refused',
            socket: call.socket,
            reason: this.#gone,
            data: undefined,
          });
        }
        this.#sockets.set(call.socket, false);
        return this.#seat.tell(call);
      case 'emit':
      case 'answer':
        if (this.#sockets.has(call.socket)) this.#seat.tell(call);
        return;
      case 'close':
        if (this.#sockets.delete(call.socket)) this.#seat.tell(call);
        return;
      case 'fetch':
        if (call.path.startsWith('/tus/')) this.#tusRequests.add(call.request);
        else this.#tusRequests.delete(call.request);
        return this.#requestsOf(call.request).call(call);
      case 'pull':
      case 'cancel':
        return this.#requestsOf(call.request).call(call);
      case 'heard':
        return;
    }
  }

  drop(): void {
    for (const socket of this.#sockets.keys()) {
      this.#seat.tell({ op: 'close', socket, reason: TRANSPORT_CLOSE, step: 0 });
    }
    this.#sockets.clear();
    this.#media.drop();
    this.#tus.drop();
    this.#tusRequests.clear();
  }

  #requestsOf(request: NetId): RequestCalls {
    return this.#tusRequests.has(request) ? this.#tus : this.#media;
  }

  /** A server half may say what it likes: only sockets that are open are spoken for. */
  #heard(event: NetEvent): void {
    if (!('socket' in event) || !this.#sockets.has(event.socket)) return;
    if (event.op === 'opened') this.#sockets.set(event.socket, true);
    if (event.op === 'closed' || event.op === 'refused') this.#sockets.delete(event.socket);
    this.#say(event);
  }

  #lost(reason: string): void {
    this.#gone = reason;
    const sockets = [...this.#sockets];
    this.#sockets.clear();
    for (const [socket, isIn] of sockets) {
      if (isIn) this.#say({ op: 'closed', socket, reason: TRANSPORT_CLOSE });
      else this.#say({ op: 'refused', socket, reason, data: undefined });
    }
  }
}
