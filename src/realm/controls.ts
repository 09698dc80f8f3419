/**
 * `controls` as a program finds it: `controls.threshold` is the value now, `controls.on('threshold', callback)` hears
 * changes. Changes that came while the program was busy are told once, with the last of them.
 */
import type { ControlMessage } from '../core/protocol/control';
import type { ControlValue, ControlValues } from '../core/controls/control';
import { argument } from './recorder/native-watch';
import {
  apply,
  define,
  defineProperty,
  NativeTypeError,
  ownKeys,
  post,
  push,
  unref,
} from './primordials';

interface Listener {
  readonly name: string;
  readonly callback: (value: ControlValue) => void;
  isOn: boolean;
}

const record = <T>(): Record<string, T | undefined> =>
  ({ __proto__: null }) as unknown as Record<string, T | undefined>;

export class RealmControls {
  readonly #names: readonly string[];
  readonly #values = record<ControlValue>();
  readonly #listeners: Listener[] = [];
  readonly #failed: (error: unknown) => void;
  readonly #told: () => void;
  #changed = record<boolean>();
  #port: MessagePort | null = null;
  #isAsked = false;

  /**
   * @param failed a callback threw
   * @param told callbacks have run
   */
  constructor(values: ControlValues, failed: (error: unknown) => void, told: () => void) {
    const names = ownKeys(values) as string[];
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      this.#values[name] = values[name];
    }
    this.#names = names;
    this.#failed = failed;
    this.#told = told;
  }

  /** Before the program runs. */
  install(): void {
    const controls = {};
    const values = this.#values;
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i] as string;
      defineProperty(controls, name, {
        __proto__: null,
        enumerable: true,
        get: () => values[name],
      } as PropertyDescriptor);
    }
    const on = (...args: unknown[]): (() => void) => this.#on(argument(args, 0), argument(args, 1));
    define(controls, 'on', on);
    define(globalThis, 'controls', controls);
  }

  set({ name, value }: ControlMessage): void {
    if (!this.#isKnown(name)) return;
    this.#values[name] = value;
    this.#changed[name] = true;
    if (this.#isAsked || this.#listeners.length === 0) return;
    this.#isAsked = true;
    // Behind whatever the host has sent already: of a row of changes only the last is worth a run of the callback.
    post((this.#port ??= this.#openPort()), 0);
  }

  #openPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => this.#tell();
    unref(port1);
    return port2;
  }

  #tell(): void {
    this.#isAsked = false;
    const changed = this.#changed;
    this.#changed = record<boolean>();
    const { length } = this.#listeners;
    for (let i = 0; i < length; i++) {
      const listener = this.#listeners[i] as Listener;
      if (!listener.isOn || changed[listener.name] !== true) continue;
      try {
        apply(listener.callback, undefined, [this.#values[listener.name]]);
      } catch (error) {
        this.#failed(error);
      }
    }
    this.#told();
  }

  #on(name: unknown, callback: unknown): () => void {
    if (typeof name !== 'string' || !this.#isKnown(name))
      throw new NativeTypeError(this.#unknown(name));
    if (typeof callback !== 'function') {
      throw new NativeTypeError(
        `controls.on("${name}", …) needs a function that hears the new value.`,
      );
    }
    const listener = { name, callback: callback as Listener['callback'], isOn: true };
    push(this.#listeners, listener);
    return () => {
      listener.isOn = false;
    };
  }

  #isKnown(name: string): boolean {
    for (let i = 0; i < this.#names.length; i++) if (this.#names[i] === name) return true;
    return false;
  }

  #unknown(name: unknown): string {
    let known = '';
    for (let i = 0; i < this.#names.length; i++)
      known += `${i === 0 ? '' : ', '}${this.#names[i] as string}`;
    const asked = typeof name === 'string' ? `"${name}"` : 'that name';
    return `There is no control called ${asked}. This snippet has: ${known}.`;
  }
}
