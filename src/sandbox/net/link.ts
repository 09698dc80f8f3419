/**
 * The link between a program and the lab, as the reader set it: how long a message travels, how much goes through in a
 * second, and what goes wrong. Each direction is a lane of its own and keeps its order. Without conditions a message
 * arrives before `send` returns.
 */
import { CLEAR_LINK, type LinkConditions } from '../../core/trace/net-log';
import type { Clock } from './clock';

export interface Parcel {
  readonly bytes: number;
  /** Called once for each time it arrives. */
  arrive(): void;
  /** It is doubled on the way. */
  doubled?(): void;
  lost(): void;
}

/** How long a message that was held back to be overtaken waits for one that overtakes it. */
const HOLD_MS = 200;

export class Link {
  readonly #clock: Clock;
  readonly #up: Lane;
  readonly #down: Lane;
  readonly #onLoss: () => void;
  #conditions: LinkConditions = CLEAR_LINK;
  #sent = 0;
  #hasDropped = false;
  #held: Parcel | null = null;
  #holding: unknown = null;

  /** @param onLoss the connection is lost: whoever keeps the connections loses them, and calls `cut` */
  constructor(clock: Clock, conditions: LinkConditions, onLoss: () => void) {
    this.#clock = clock;
    this.#up = new Lane(clock);
    this.#down = new Lane(clock);
    this.#onLoss = onLoss;
    this.set(conditions);
  }

  /** Holds for what is sent from now on. Another `dropAfter` counts from here, and loses the connection once more. */
  set(conditions: LinkConditions): void {
    if (conditions.dropAfter !== this.#conditions.dropAfter) {
      this.#sent = 0;
      this.#hasDropped = false;
    }
    this.#conditions = conditions;
    if (!conditions.reorder) this.#release();
    this.#up.conditions = conditions;
    this.#down.conditions = conditions;
  }

  /** A message of the client: counted, and doubled or overtaken where the link does that. */
  send(parcel: Parcel): void {
    const { chunkBytes, dropAfter, duplicate, reorder } = this.#conditions;
    const isDue = dropAfter !== null && !this.#hasDropped && this.#sent >= dropAfter;
    if (isDue) this.#hasDropped = true;
    if (isDue || (chunkBytes !== null && parcel.bytes > chunkBytes)) {
      parcel.lost();
      this.#onLoss();
      return;
    }
    this.#sent++;
    const sent = duplicate ? twice(parcel) : parcel;
    if (!reorder) return this.#put(sent);
    const held = this.#held;
    if (held === null) {
      this.#held = sent;
      this.#holding = this.#clock.later(HOLD_MS, () => this.#release());
      return;
    }
    this.#clock.cancel(this.#holding);
    this.#held = null;
    this.#put(sent);
    this.#put(held);
  }

  /** What is no message of the program's to the lab, but has to keep its place: openings, closings, wishes. */
  signal(parcel: Parcel): void {
    this.#release();
    this.#up.put(parcel);
  }

  receive(parcel: Parcel): void {
    this.#down.put(parcel);
  }

  /** The connection is lost, and with it all that is on its way. */
  cut(): void {
    const held = this.#held;
    this.#held = null;
    this.#clock.cancel(this.#holding);
    held?.lost();
    this.#up.cut();
    this.#down.cut();
  }

  #put(parcel: Parcel): void {
    this.#up.put(parcel);
  }

  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    this.#clock.cancel(this.#holding);
    this.#put(held);
  }
}

function twice(parcel: Parcel): Parcel {
  return {
    bytes: 2 * parcel.bytes,
    arrive() {
      parcel.doubled?.();
      parcel.arrive();
      parcel.arrive();
    },
    lost: () => parcel.lost(),
  };
}

interface Travelling {
  readonly parcel: Parcel;
  readonly at: number;
}

class Lane {
  conditions: LinkConditions = CLEAR_LINK;
  readonly #clock: Clock;
  #queue: Travelling[] = [];
  #timer: unknown = null;
  /** When the last byte that was put in has left, and when it arrives. */
  #freeAt = 0;
  #lastAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  put(parcel: Parcel): void {
    const { latencyMs, bytesPerSecond } = this.conditions;
    const now = this.#clock.now();
    const takes = bytesPerSecond === null ? 0 : (parcel.bytes / bytesPerSecond) * 1000;
    this.#freeAt = Math.max(now, this.#freeAt) + takes;
    const at = Math.max(this.#freeAt + latencyMs, this.#queue.length > 0 ? this.#lastAt : 0);
    if (at <= now && this.#queue.length === 0) return parcel.arrive();
    this.#lastAt = at;
    this.#queue.push({ parcel, at });
    if (this.#queue.length === 1) this.#wait();
  }

  cut(): void {
    const queue = this.#queue;
    this.#queue = [];
    this.#clock.cancel(this.#timer);
    this.#freeAt = 0;
    for (const { parcel } of queue) parcel.lost();
  }

  #wait(): void {
    const first = this.#queue[0];
    if (first === undefined) return;
    const rest = Math.max(0, first.at - this.#clock.now());
    this.#timer = this.#clock.later(rest, () => this.#deliver());
  }

  #deliver(): void {
    const now = this.#clock.now();
    // A timer may be a little early; what is due with the first goes along, in order.
    do {
      const first = this.#queue.shift();
      first?.parcel.arrive();
    } while ((this.#queue[0]?.at ?? Infinity) <= now);
    this.#wait();
  }
}
