/** Acknowledgements that an end waits for: each is answered once, in time, or told that it never will be. */
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetId } from '../../core/protocol/net';
import { apply, cancel, later, NativeError, push, SafeMap } from '../primordials';
import type { Listener } from './listeners';

interface Waiting {
  readonly event: string;
  readonly answered: Listener;
  /** Its first argument is an error or null. */
  readonly takesError: boolean;
  readonly timer: unknown;
}

export class Acks {
  readonly #waiting = new SafeMap<NetId, Waiting>();
  #made = 0;

  /** @param timeoutMs null waits as long as the connection is there */
  wait(event: string, answered: Listener, takesError: boolean, timeoutMs: number | null): NetId {
    if (this.#waiting.size >= NET_LIMITS.acks) {
      throw new NativeError(
        `emit "${event}": ${NET_LIMITS.acks} acknowledgements are waited for already. Wait for one before the next.`,
      );
    }
    const id = this.#made++;
    const timer =
      timeoutMs === null ? null : later(() => this.#fail(id, 'operation has timed out'), timeoutMs);
    this.#waiting.set(id, { event, answered, takesError, timer });
    return id;
  }

  /** The event whose answer is waited for under this number; null where none is. */
  eventOf(id: NetId): string | null {
    return this.#waiting.get(id)?.event ?? null;
  }

  answer(id: NetId, self: unknown, args: readonly unknown[]): void {
    const waiting = this.#take(id);
    if (waiting === null) return;
    const given: unknown[] = [];
    if (waiting.takesError) push(given, null);
    for (let i = 0; i < args.length; i++) push(given, args[i]);
    apply(waiting.answered, self, given);
  }

  /** The connection is gone: nothing that was waited for will come. */
  lose(): void {
    const ids = this.#waiting.keys();
    for (let i = 0; i < ids.length; i++)
      this.#fail(ids[i] as NetId, 'socket has been disconnected');
  }

  #fail(id: NetId, reason: string): void {
    const waiting = this.#take(id);
    if (waiting?.takesError === true) apply(waiting.answered, undefined, [new NativeError(reason)]);
  }

  #take(id: NetId): Waiting | null {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return null;
    this.#waiting.delete(id);
    if (waiting.timer !== null) cancel(waiting.timer);
    return waiting;
  }
}
