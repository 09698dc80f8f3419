/**
 * The one `message` listener on the page's window, there only while a frame is expected to ring or a page realm is up.
 *
 * No code can take `top.postMessage` away from a page realm. A flood of it that nobody listens to still costs the page
 * about 9 µs a message in Chromium (100,000 of them stalled it for 0.9 s), so calls after the ring are counted, and a
 * realm that rings on and on is reported to whoever owns it.
 */

import { PROTOCOL_VERSION } from '../core/protocol/messages';

/** More than any program says by mistake, and few enough to be over within a few milliseconds. */
export const NUISANCE_CALLS = 500;

interface Guest {
  readonly rang: () => void;
  readonly nuisance: () => void;
  waiting: boolean;
  calls: number;
}

export class Doorbell {
  readonly #guests = new Map<MessageEventSource, Guest>();
  readonly #hear = (event: MessageEvent<unknown>): void => {
    const guest = event.source === null ? undefined : this.#guests.get(event.source);
    if (guest === undefined) return;
    guest.calls += 1;
    if (guest.calls === NUISANCE_CALLS) guest.nuisance();
    // Sandboxed frames have the origin "null"; one that has not is not the realm we asked for.
    if (!guest.waiting || event.origin !== 'null' || !isReady(event.data)) return;
    guest.waiting = false;
    guest.rang();
  };

  expect(source: MessageEventSource, rang: () => void, nuisance: () => void): void {
    if (this.#guests.size === 0) window.addEventListener('message', this.#hear);
    this.#guests.set(source, { rang, nuisance, waiting: true, calls: 0 });
  }

  forget(source: MessageEventSource): void {
    this.#guests.delete(source);
    if (this.#guests.size === 0) window.removeEventListener('message', this.#hear);
  }
}

function isReady(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'v' in data &&
    data.v === PROTOCOL_VERSION &&
    'kind' in data &&
    data.kind === 'ready'
  );
}
