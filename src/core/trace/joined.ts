/** Typed arrays that come one by one and are read as one. They are joined when that is asked for, and not again. */
export class Joined<T extends Uint8Array | Uint32Array> {
  readonly #type: new (length: number) => T;
  #parts: T[] = [];

  constructor(type: new (length: number) => T) {
    this.#type = type;
  }

  add(part: T): void {
    if (part.length > 0) this.#parts.push(part);
  }

  whole(): T {
    const [first] = this.#parts;
    if (this.#parts.length === 1 && first !== undefined) return first;
    const whole = new this.#type(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#parts = [whole];
    return whole;
  }
}
