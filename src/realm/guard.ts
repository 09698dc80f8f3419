/**
 * The guard: stops a program that has not yielded for too long. Rewritten code counts its loop turns and calls down;
 * only when a count is used up does the clock get read. A turn of the event loop begins with the first look at the
 * clock and ends when a macrotask posted at that moment comes through, so a storm of microtasks is one turn.
 */
import { floor, min, NativeError, now, post, unref } from './primordials';

/** Loop turns between two calls while everything is quick, and how many of those calls pass without the clock. */
const TURNS = 4096;
/** The same in a loop that calls nothing, whose turns are alike: each leaving costs it what its compiled code was worth. */
const QUIET_TURNS = 131_072;
/** How many times as many turns may follow when the last ones took next to nothing. */
const GROWTH = 2;
const QUIET_GROWTH = 16;
const CALLS_PER_CLOCK = 1;
/** Turns before the first call, for a loop of which nothing is known while all else is quick. */
const FIRST_TURNS = 16;
/** Function calls between two looks at the clock. */
export const FUNCTION_CALLS = 1024;
/** Milliseconds between two looks at the clock: below, ask less often; above, ask more often. */
const QUICK_MS = 2;
const SLOW_MS = 20;

export class Guard {
  /** Thrown to unwind the program; catch and finally throw it on. */
  readonly signal: Error;
  #limitMs = Infinity;
  #turnStart = -1;
  #lastLook = 0;
  /** By the line of the loop: bodies differ by a factor of a million. Learner code may own `Array.prototype`. */
  readonly #turns = { __proto__: null } as unknown as Record<number, number>;
  #calls = FUNCTION_CALLS;
  #uncounted = 0;
  #stoppedLine: number | null = null;
  readonly #clear: MessagePort;
  readonly #cleared: MessagePort;
  readonly #onStop: () => void;
  /** Called at every look at the clock, also in a loop that never yields. */
  onLook: (time: number) => void = () => undefined;

  constructor(onStop: () => void) {
    this.signal = new NativeError('The program was stopped: it ran too long without a pause.');
    this.#onStop = onStop;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      this.#turnStart = -1;
      // Node keeps a process alive for a port that listens.
      unref(port1);
    };
    unref(port1);
    this.#clear = port2;
    this.#cleared = port1;
  }

  get stopped(): boolean {
    return this.#stoppedLine !== null;
  }
  /** The line of the loop or function in which the program was stopped. */
  get stoppedLine(): number | null {
    return this.#stoppedLine;
  }

  /** Begins counting: the program's first turn starts now. */
  start(limitMs: number): void {
    this.#limitMs = limitMs;
    this.#beginTurn(now());
  }

  /** Lets go of its ports. Learner code must not have run yet, or `close` may be its own. */
  close(): void {
    this.#cleared.close();
    this.#clear.close();
  }

  /** Turns that a loop which calls something may make when it is entered, whatever the loops before have left. */
  firstTurns = 1;

  /**
   * A loop has used up its turns.
   *
   * @param calls whether a turn calls something, which may take long all of a sudden
   * @returns how many it may make before it asks again
   */
  loop(line: number, calls: boolean): number {
    const most = calls ? TURNS : QUIET_TURNS;
    const turns = min(this.#turns[line] ?? this.firstTurns, most);
    if (this.#uncounted > 0 && turns === most && this.#stoppedLine === null) {
      this.#uncounted--;
      return turns;
    }
    const growth = calls ? GROWTH : QUIET_GROWTH;
    return (this.#turns[line] = adapted(turns, this.#look(line), most, growth));
  }

  /** Calls have been used up. @returns how many may follow before it asks again */
  call(line: number): number {
    return (this.#calls = adapted(this.#calls, this.#look(line), FUNCTION_CALLS, GROWTH));
  }

  /** @returns milliseconds since the last look */
  #look(line: number): number {
    if (this.#stoppedLine !== null) throw this.signal;
    const time = now();
    this.onLook(time);
    if (this.#turnStart < 0) {
      this.#beginTurn(time);
      return 0;
    }
    if (time - this.#turnStart > this.#limitMs) {
      this.#stoppedLine = line;
      this.#onStop();
      throw this.signal;
    }
    const passed = time - this.#lastLook;
    this.#lastLook = time;
    if (passed > SLOW_MS) this.firstTurns = 1;
    else if (passed < QUICK_MS) this.firstTurns = FIRST_TURNS;
    this.#uncounted = passed < QUICK_MS ? CALLS_PER_CLOCK : 0;
    return passed;
  }

  #beginTurn(time: number): void {
    this.#turnStart = time;
    this.#lastLook = time;
    this.#uncounted = 0;
    post(this.#clear, 0);
  }
}

/** The number of turns between two looks at the clock follows what they cost. */
function adapted(turns: number, passedMs: number, most: number, growth: number): number {
  if (passedMs > SLOW_MS) return floor((turns * QUICK_MS) / passedMs) || 1;
  if (passedMs >= QUICK_MS) return turns;
  return min(most, turns * (passedMs < QUICK_MS / growth ? growth : 2));
}
