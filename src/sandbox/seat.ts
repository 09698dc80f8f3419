/**
 * A place for one run: a realm that already holds its end of the run's port, or will as soon as it has booted. Handing
 * the port over before there is a program leaves one hop between Run and the learner's code.
 */

export type SeatLoss =
  /** No candidate origin answered. */
  | 'never-booted'
  /** The realm was thrown out for flooding the window. */
  | 'flood'
  /** Its Worker did not start. */
  | 'failed'
  /** What it was part of is no more. */
  | 'replaced';

export interface SeatEvents {
  /** The realm's end of the port is in the frame's hands. */
  booted(): void;
  gone(why: SeatLoss): void;
}

/** Where runs take place: Workers of one frame, or iframes in a pane. */
export interface Seating {
  /** The seat that waits, or a new one. */
  take(): Seat;
  /** Sees to it that a seat waits for the next run. */
  refill(): void;
}

/** `painted`: once what the reader just asked for is on screen, where taking the realm away would hold that up. */
export type EndsWhen = 'now' | 'painted';

export class Seat {
  /** The host's end; the program goes in here first. */
  readonly port: MessagePort;
  readonly #end: (when: EndsWhen) => void;
  #realmPort: MessagePort | null;
  #state: 'booting' | 'booted' | SeatLoss | 'ended' = 'booting';
  #events: SeatEvents | null = null;

  /** @param end takes the realm away; called at most once */
  constructor(end: (when: EndsWhen) => void) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.#realmPort = port2;
    this.#end = end;
  }

  /** Whether a run may still be put here. */
  get free(): boolean {
    return this.#state === 'booting' || this.#state === 'booted';
  }

  /** Says what has happened so far at once, and the rest when it happens. */
  watch(events: SeatEvents): void {
    this.#events = events;
    if (this.#state === 'booted') events.booted();
    else if (this.#state !== 'booting' && this.#state !== 'ended') events.gone(this.#state);
  }

  /** The frame is up: `hand` gives it the realm's end of the port. */
  boot(hand: (port: MessagePort) => void): void {
    if (this.#state !== 'booting' || this.#realmPort === null) return;
    hand(this.#realmPort);
    this.#realmPort = null;
    this.#state = 'booted';
    this.#events?.booted();
  }

  lose(why: SeatLoss): void {
    if (!this.free) return;
    this.#state = why;
    this.#events?.gone(why);
  }

  end(when: EndsWhen = 'now'): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#end(when);
  }
}
