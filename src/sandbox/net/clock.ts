/** Time as the link and the relay see it, so that tests can hold it in hand. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  later(ms: number, then: () => void): unknown;
  cancel(timer: unknown): void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  later: (ms, then) => setTimeout(then, ms),
  cancel: (timer) => clearTimeout(timer as number),
};
