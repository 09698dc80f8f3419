/** Listeners by event, kept where learner code cannot reach them. */
import { apply, NativeTypeError, push, SafeMap } from '../primordials';

export type Listener = (...args: unknown[]) => unknown;

interface Kept {
  readonly listener: Listener;
  readonly once: boolean;
}

export class Listeners {
  readonly #byEvent = new SafeMap<string, readonly Kept[]>();
  #any: readonly Listener[] = [];

  add(event: string, listener: unknown, once: boolean): void {
    const kept = { listener: asListener(listener), once };
    this.#byEvent.set(event, withItem(this.#byEvent.get(event) ?? [], kept));
  }

  /** Without a listener: all of the event; without both: all. */
  remove(event?: string, listener?: unknown): void {
    if (event === undefined) this.#byEvent.clear();
    else if (listener === undefined) this.#byEvent.delete(event);
    else {
      const kept = this.#byEvent.get(event) ?? [];
      this.#byEvent.set(
        event,
        without(kept, (each) => each.listener === listener),
      );
    }
  }

  addAny(listener: unknown): void {
    this.#any = withItem(this.#any, asListener(listener));
  }

  removeAny(listener?: unknown): void {
    this.#any = listener === undefined ? [] : without(this.#any, (each) => each === listener);
  }

  of(event: string): Listener[] {
    const listeners: Listener[] = [];
    const kept = this.#byEvent.get(event) ?? [];
    for (let i = 0; i < kept.length; i++) push(listeners, (kept[i] as Kept).listener);
    return listeners;
  }

  has(event: string): boolean {
    return this.#any.length > 0 || (this.#byEvent.get(event)?.length ?? 0) > 0;
  }

  /** Calls those of the event. */
  call(event: string, self: unknown, args: readonly unknown[]): void {
    const kept = this.#byEvent.get(event) ?? [];
    for (let i = 0; i < kept.length; i++) {
      const { listener, once } = kept[i] as Kept;
      if (once) this.remove(event, listener);
      apply(listener, self, args as unknown[]);
    }
  }

  /** Calls those of every event. */
  callAny(self: unknown, args: readonly unknown[]): void {
    const any = this.#any;
    for (let i = 0; i < any.length; i++) apply(any[i] as Listener, self, args as unknown[]);
  }
}

function asListener(value: unknown): Listener {
  if (typeof value === 'function') return value as Listener;
  throw new NativeTypeError(
    'A listener is a function. Call it so: socket.on("name", (data) => {})',
  );
}

function withItem<T>(list: readonly T[], item: T): readonly T[] {
  const longer = without(list, () => false);
  push(longer, item);
  return longer;
}

function without<T>(list: readonly T[], isOut: (item: T) => boolean): T[] {
  const left: T[] = [];
  for (let i = 0; i < list.length; i++) if (!isOut(list[i] as T)) push(left, list[i] as T);
  return left;
}
