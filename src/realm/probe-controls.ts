/** The `controls` that a probe gives: one control, which is moved once the call has returned. */
import { define, defineProperty, push } from './primordials';

type Callback = (value: number) => void;

export class ProbeControls {
  readonly given: object = {};
  readonly #values: readonly number[];
  readonly #callbacks: Callback[] = [];
  #value: number;

  constructor(name: string, values: readonly number[]) {
    this.#values = values;
    this.#value = values.length > 0 ? (values[0] as number) : 0;
    defineProperty(this.given, name, {
      __proto__: null,
      get: () => this.#value,
      enumerable: true,
      configurable: true,
    } as PropertyDescriptor);
    define(this.given, 'on', (asked: unknown, callback: Callback) => {
      if (asked === name) push(this.#callbacks, callback);
    });
  }

  /** Moves to each of its other values in turn. What a callback throws passes through. */
  move(moved: () => void): void {
    for (let i = 1; i < this.#values.length; i++) {
      this.#value = this.#values[i] as number;
      // Not those that are added meanwhile: a native may add itself, and the guard does not see it.
      const { length } = this.#callbacks;
      for (let k = 0; k < length; k++) {
        const callback = this.#callbacks[k] as Callback;
        callback(this.#value);
      }
      moved();
    }
  }
}
