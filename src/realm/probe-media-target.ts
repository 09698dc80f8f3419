/**
 * What the simulated media objects have of EventTarget: listeners in order, `once`, `handleEvent` and `on…`. The program
 * holds the object, never these.
 */
import { dataProperty, push, toText } from './primordials';
import { isProxy } from './proxies';

/** What a media object needs of the call it belongs to. */
export interface MediaWorld {
  /** Calls back in a task of its own, unless the call is over by then. */
  task(run: () => void, ms?: number): void;
  /** Calls a function of the program; what it lets out is noted. */
  tell(type: string, listener: unknown, self: object, value: unknown): void;
}

interface Kept {
  readonly type: string;
  readonly listener: unknown;
  readonly once: boolean;
}

export class ProbeListeners {
  readonly #world: MediaWorld;
  readonly #target: object;
  #kept: readonly Kept[] = [];

  /** @param target the object as the program has it */
  constructor(world: MediaWorld, target: object) {
    this.#world = world;
    this.#target = target;
  }

  add(type: unknown, listener: unknown, options?: unknown): void {
    if (listener === null || listener === undefined) return;
    const name = toText(type);
    const kept = without(this.#kept, name, listener);
    // Nobody listens twice with the same function.
    if (kept.length < this.#kept.length) return;
    const isObject = typeof options === 'object' && options !== null && !isProxy(options);
    const once = isObject && dataProperty(options, 'once', isProxy) === true;
    push(kept, { type: name, listener, once });
    this.#kept = kept;
  }

  remove(type: unknown, listener: unknown): void {
    this.#kept = without(this.#kept, toText(type), listener);
  }

  fire(type: string): void {
    const target = this.#target;
    const event = { type, target, currentTarget: target };
    const kept = this.#kept;
    const handler: unknown = dataProperty(target, `on${type}`, isProxy);
    if (typeof handler === 'function') this.#world.tell(type, handler, target, event);
    for (let i = 0; i < kept.length; i++) {
      const each = kept[i] as Kept;
      if (each.type !== type) continue;
      if (each.once) this.remove(type, each.listener);
      const { listener } = each;
      if (typeof listener === 'function') this.#world.tell(type, listener, target, event);
      else if (typeof listener === 'object' && listener !== null) {
        const method = dataProperty(listener, 'handleEvent', isProxy);
        if (typeof method === 'function') this.#world.tell(type, method, listener, event);
      }
    }
  }
}

function without(list: readonly Kept[], type: string, listener: unknown): Kept[] {
  const left: Kept[] = [];
  for (let i = 0; i < list.length; i++) {
    const kept = list[i] as Kept;
    if (kept.type !== type || kept.listener !== listener) push(left, kept);
  }
  return left;
}
