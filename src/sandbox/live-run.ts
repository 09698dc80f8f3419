/** One run from its first message to the end of its realm: who is waited for, how long, and what silence means. */
import type { ControlValue } from '../core/controls/control';
import type { RealmMessage, RunMessage } from '../core/protocol/messages';
import type { Outcome } from '../core/trace/run';
import { atIdle } from './at-idle';
import { countdown, type Countdown } from './countdown';
import { REASONS } from './reasons';
import type { LineListener, RelayLink } from './relay-link';
import type { LinkConditions, NetMessage } from '../core/trace/net-log';
import type { LineId, LineNetwork } from './relay-messages';
import type { RunLog } from './run-log';
import type { EndsWhen, Seat, SeatLoss, Seating } from './seat';

/**
 * How long a booted realm that the relay listens to may take to say `started`: the first one, which may have died while
 * it waited as a spare, and the one that follows it, which is fresh.
 */
export const START_MS = [3000, 10_000] as const;
/** How long the relay may take to load. Without a network a request fails at once; on a slow one it comes late. */
export const RELAY_MS = 60_000;
/** How long Stop waits for what the relay still holds. */
const FLUSH_MS = 500;
/**
 * A run that goes on for longer than this gets a spare beside it, so that Stop and Run again starts at once; one that has
 * settled gets it within this.
 */
const REFILL_AFTER_MS = 250;

export interface LiveRunOptions {
  readonly message: RunMessage;
  readonly log: RunLog;
  readonly relay: RelayLink;
  readonly seating: Seating;
  readonly watchdogMs: number;
  /** Whether a hidden tab slows this realm's signs of life down. */
  readonly slowTimers: boolean;
  /** Null for a program without a network. */
  readonly network?: LineNetwork | null;
  onOver(): void;
}

export class LiveRun implements LineListener {
  readonly #options: LiveRunOptions;
  #attempts = 0;
  #seat: Seat | null = null;
  #line: LineId | null = null;
  #booted = false;
  /** The relay listens. */
  #opened = false;
  #starting: Countdown | null = null;
  #refilling: Countdown | null = null;
  /** Set once the realm was told to end: what the run becomes when the relay has flushed. */
  #ending: Outcome | null = null;
  #over = false;

  constructor(options: LiveRunOptions) {
    this.#options = options;
  }

  begin(): void {
    const { message, relay, seating, watchdogMs, slowTimers } = this.#options;
    this.#attempts += 1;
    const seat = seating.take();
    this.#seat = seat;
    this.#booted = false;
    this.#opened = false;
    this.#starting = countdown(RELAY_MS, () => this.ended('relay-failed'));
    // Straight to the realm; what it answers waits in the port until the relay has it.
    seat.port.postMessage(message);
    const { network = null } = this.#options;
    this.#line = relay.open(message.runId, seat.port, watchdogMs, this, network);
    if (slowTimers && document.hidden) relay.setPatience(this.#line, true);
    seat.watch({
      booted: () => {
        if (this.#seat !== seat) return;
        this.#booted = true;
        this.#awaitStart();
      },
      gone: (why) => {
        if (this.#seat === seat) this.#seatGone(why);
      },
    });
  }

  opened(): void {
    this.#opened = true;
    this.#awaitStart();
  }

  /** From when both ends are there on, silence is the realm's. */
  #awaitStart(): void {
    if (this.#over || !this.#booted || !this.#opened || this.#options.log.started) return;
    this.#starting?.cancel();
    this.#starting = countdown(START_MS[this.#attempts - 1] ?? START_MS[1], () =>
      this.#didNotStart(),
    );
  }

  batch(messages: readonly RealmMessage[]): void {
    if (this.#over) return;
    const { log, seating } = this.#options;
    for (const message of messages) {
      log.take(message);
      if (message.kind === 'started') {
        this.#starting?.cancel();
        this.#refilling ??= countdown(REFILL_AFTER_MS, () => seating.refill());
      }
      if (message.kind === 'settled') this.#settled(message.outcome);
    }
  }

  net(changes: readonly NetMessage[], omitted: number): void {
    if (!this.#over) this.#options.log.takeNet(changes, omitted);
  }

  ended(cause: Parameters<LineListener['ended']>[0]): void {
    if (this.#ending !== null) return this.#finish(this.#ending);
    switch (cause) {
      case 'closed':
        return;
      case 'silent':
        return this.#finish({ kind: 'stopped', by: 'watchdog', line: null });
      case 'gone':
        if (!this.#options.log.started) return this.#didNotStart();
        return this.#finish({ kind: 'lost', reason: REASONS.crashed });
      case 'flood':
        return this.#finish({ kind: 'lost', reason: REASONS.flood });
      case 'invalid':
        return this.#finish({ kind: 'lost', reason: REASONS.invalid });
      case 'no-network':
        return this.#finish({ kind: 'lost', reason: REASONS.noNetwork });
      case 'relay-failed':
        return this.#finish({ kind: 'lost', reason: REASONS.relayFailed });
    }
  }

  stop(): void {
    const { log, seating, relay } = this.#options;
    if (this.#over || this.#ending !== null || log.settled) return;
    const outcome: Outcome = { kind: 'stopped', by: 'reader', line: null };
    this.#ending = outcome;
    this.#starting?.cancel();
    this.#seat?.end();
    seating.refill();
    if (this.#line !== null) relay.close(this.#line);
    countdown(FLUSH_MS, () => this.#finish(outcome));
  }

  dispose(): void {
    this.#options.log.dispose();
    this.#leave('painted');
  }

  poke(bufferId: number, byteOffset: number, value: number): void {
    const { relay, message } = this.#options;
    if (this.#over || this.#line === null) return;
    const { v, runId } = message;
    relay.tell(this.#line, { v, kind: 'poke', runId, bufferId, byteOffset, value });
  }

  setConditions(conditions: LinkConditions): void {
    if (this.#line !== null) this.#options.relay.setConditions(this.#line, conditions);
  }

  disconnect(): void {
    if (this.#line !== null) this.#options.relay.disconnect(this.#line);
  }

  setControl(name: string, value: ControlValue): void {
    const { relay, message } = this.#options;
    if (this.#over || this.#line === null) return;
    const { v, runId } = message;
    relay.tell(this.#line, { v, kind: 'control', runId, name, value });
  }

  setHidden(hidden: boolean): void {
    const { relay, slowTimers } = this.#options;
    if (slowTimers && this.#line !== null) relay.setPatience(this.#line, hidden);
  }

  #settled(outcome: 'finished' | 'threw' | 'guard'): void {
    // A program the guard stopped stays stopped, but a page realm still shows what it drew.
    if (outcome === 'guard' && !this.#options.slowTimers) this.#leave();
    this.#refilling?.cancel();
    // An iframe takes longest to make, and the page has just been told what to draw.
    this.#refilling = atIdle(REFILL_AFTER_MS, () => this.#options.seating.refill());
  }

  /** No `started`: once, the realm may have died while it waited as a spare, so another one gets the program. */
  #didNotStart(): void {
    if (this.#over || this.#ending !== null) return;
    this.#starting?.cancel();
    // The first realm's end is told late, and must not be taken for the second one's.
    this.#hangUp();
    this.#seat?.end();
    if (this.#attempts < 2) this.begin();
    else this.#finish({ kind: 'lost', reason: REASONS.neverStarted });
  }

  #seatGone(why: SeatLoss): void {
    if (this.#over || this.#ending !== null) return;
    if (why === 'never-booted') {
      const reason = navigator.onLine ? REASONS.neverBooted : REASONS.offline;
      return this.#finish({ kind: 'lost', reason });
    }
    if (why === 'flood') return this.#finish({ kind: 'lost', reason: REASONS.flood });
    if (!this.#options.log.started) return this.#didNotStart();
    // 'failed' after the start is an error that the Worker let out: the program's own, not its end.
    if (why === 'replaced') this.#finish({ kind: 'lost', reason: REASONS.crashed });
  }

  #finish(outcome: Outcome): void {
    if (this.#over) return;
    this.#leave();
    this.#options.seating.refill();
    this.#options.log.end(outcome);
  }

  #leave(when: EndsWhen = 'now'): void {
    if (this.#over) return;
    this.#over = true;
    this.#starting?.cancel();
    this.#refilling?.cancel();
    this.#seat?.end(when);
    this.#hangUp();
    this.#options.onOver();
  }

  /** Nothing more of this line is to be heard. */
  #hangUp(): void {
    if (this.#line !== null) this.#options.relay.drop(this.#line);
    this.#line = null;
  }
}
