/**
 * A budget that refills slowly. A burst may spend all of it; a realm that lives for hours and says a little every
 * second never runs dry, while a flood does.
 */
export class Allowance {
  readonly #limit: number;
  readonly #refillPerMs: number;
  #left: number;
  #at: number;

  constructor(limit: number, refillPerSecond: number, nowMs: number) {
    this.#limit = limit;
    this.#refillPerMs = refillPerSecond / 1000;
    this.#left = limit;
    this.#at = nowMs;
  }

  /** Spends `amount`; false when it is not there any more. */
  spend(amount: number, nowMs: number): boolean {
    const refilled = this.#left + (nowMs - this.#at) * this.#refillPerMs;
    this.#at = nowMs;
    this.#left = Math.min(this.#limit, refilled) - amount;
    return this.#left >= 0;
  }
}
