/** A stream of bytes as Node's have it, as far as the lessons use it: data, end, error, write, end, pipe, pause, resume. */
import { later, NativeError, push, toText } from '../primordials';
import { Listeners, type Listener } from './listeners';

type Chunk = Uint8Array;
interface Waiting {
  readonly chunk: Chunk | null;
  readonly taken: (() => void) | null;
}

/** Bytes that may wait before `write` says that it is enough. */
const HIGH_WATER = 65_536;

export class ByteStream {
  readonly #listeners = new Listeners();
  #waiting: Waiting[] = [];
  #bytes = 0;
  #isFlowing = false;
  #isScheduled = false;
  #isOver = false;
  #needsDrain = false;

  on(event: string, listener: Listener): this {
    this.#listeners.add(toText(event), listener, false);
    if (event === 'data') this.resume();
    return this;
  }
  once(event: string, listener: Listener): this {
    this.#listeners.add(toText(event), listener, true);
    if (event === 'data') this.resume();
    return this;
  }
  off(event: string, listener?: Listener): this {
    this.#listeners.remove(event, listener);
    return this;
  }

  /**
   * @param taken is called once somebody has read the chunk
   * @returns false where the writer should wait for `drain`
   */
  write(chunk: Chunk, taken: (() => void) | null = null): boolean {
    if (this.#isOver) throw new NativeError('write after end');
    this.#bytes += chunk.length;
    push(this.#waiting, { chunk, taken });
    this.#schedule();
    this.#needsDrain = this.#bytes >= HIGH_WATER;
    return !this.#needsDrain;
  }

  end(chunk?: Chunk): this {
    if (this.#isOver) return this;
    if (chunk !== undefined) this.write(chunk);
    this.#isOver = true;
    push(this.#waiting, { chunk: null, taken: null });
    this.#schedule();
    return this;
  }

  destroy(error?: Error): void {
    this.#waiting = [];
    this.#isOver = true;
    later(() => {
      if (error !== undefined) this.fire('error', error);
      this.fire('close');
    }, 0);
  }

  pause(): this {
    this.#isFlowing = false;
    return this;
  }
  resume(): this {
    this.#isFlowing = true;
    this.#schedule();
    return this;
  }

  pipe<T extends ByteStream>(target: T): T {
    this.on('data', ((chunk: Chunk) => {
      if (!target.write(chunk)) {
        this.pause();
        target.once('drain', () => this.resume());
      }
    }) as Listener);
    this.on('end', () => target.end());
    this.on('error', ((error: Error) => target.destroy(error)) as Listener);
    return target;
  }

  /** @internal */
  fire(event: string, value?: unknown): void {
    this.#listeners.call(event, this, value === undefined ? [] : [value]);
  }

  #schedule(): void {
    if (this.#isScheduled || !this.#isFlowing || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    later(() => {
      this.#isScheduled = false;
      if (this.#isFlowing) this.#step();
    }, 0);
  }

  #step(): void {
    const first = this.#waiting[0];
    if (first === undefined) return;
    const rest: Waiting[] = [];
    for (let i = 1; i < this.#waiting.length; i++) push(rest, this.#waiting[i] as Waiting);
    this.#waiting = rest;
    const { chunk, taken } = first;
    if (chunk === null) {
      this.fire('end');
      this.fire('close');
      return;
    }
    this.#bytes -= chunk.length;
    this.fire('data', chunk);
    taken?.();
    if (this.#needsDrain && this.#bytes < HIGH_WATER) {
      this.#needsDrain = false;
      this.fire('drain');
    }
    this.#schedule();
  }
}
