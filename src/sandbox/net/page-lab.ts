/** The lab in the page: sockets go to a realm that runs a server half, media come from the site's own files. */
import type { NetCall, NetEvent, NetId } from '../../core/protocol/net';
import { TRANSPORT_CLOSE, type LabBackend, type Say } from './lab-backend';
import type { RequestCalls } from './requests';

/** The realm of a server half, as its clients reach it. Calls wait until it runs. */
export interface LabSeat {
  tell(call: NetCall): void;
  /** Once: what it says, and that it is gone, with a sentence. */
  listen(event: (event: NetEvent) => void, gone: (reason: string) => void): void;
}

const NO_TUS =
  'NetworkError: the lab in the page does not speak tus, which needs the server that “npm start” runs. Use the room /upload.';

export class PageLab implements LabBackend {
  readonly #seat: LabSeat;
  readonly #say: Say;
  readonly #requests: RequestCalls;
  /** Whether each socket that there is has been let in. */
  readonly #sockets = new Map<NetId, boolean>();
  #gone: string | null = null;

  /** @param media answers requests for media */
  constructor(seat: LabSeat, media: RequestCalls, say: Say) {
    this.#seat = seat;
    this.#say = say;
    this.#requests = media;
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
        if (call.path.startsWith('/tus/')) {
          return this.#say({ op: 'failed', request: call.request, reason: NO_TUS });
        }
        return this.#requests.call(call);
      case 'pull':
      case 'cancel':
        return this.#requests.call(call);
      case 'heard':
        return;
    }
  }

  drop(): void {
    for (const socket of this.#sockets.keys()) {
      this.#seat.tell({ op: 'close', socket, reason: TRANSPORT_CLOSE, step: 0 });
    }
    this.#sockets.clear();
    this.#requests.drop();
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
