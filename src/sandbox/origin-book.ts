/** Remembers which realm origins did not answer, and how many realms live on each. */
import type { RealmKind } from '../core/trace/run';
import type { RealmOrigins } from './origins';

export class OriginBook {
  readonly #origins: RealmOrigins;
  readonly #silent = new Set<string>();
  readonly #inUse = new Map<string, number>();

  constructor(origins: RealmOrigins) {
    this.#origins = origins;
  }

  /**
   * The origins to try, best first. Page realms prefer an origin that no other realm lives on: Chromium gives one
   * process to all opaque frames of one host name, and a hung one takes its siblings with it.
   */
  candidates(kind: RealmKind): readonly string[] {
    const all = this.#origins[kind];
    const answering = all.filter((origin) => !this.#silent.has(origin));
    if (answering.length === 0) {
      // Everything failed once: the server may be back, so start afresh rather than give up for good.
      this.#silent.clear();
      return all;
    }
    if (kind === 'worker') return answering;
    const lastResort = all.at(-1);
    return answering.toSorted(
      (a, b) =>
        Number(a === lastResort) - Number(b === lastResort) || this.#users(a) - this.#users(b),
    );
  }

  didNotAnswer(origin: string): void {
    this.#silent.add(origin);
  }

  enter(origin: string): void {
    this.#inUse.set(origin, this.#users(origin) + 1);
  }

  leave(origin: string): void {
    this.#inUse.set(origin, Math.max(0, this.#users(origin) - 1));
  }

  #users(origin: string): number {
    return this.#inUse.get(origin) ?? 0;
  }
}
