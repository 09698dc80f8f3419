/**
 * Which file is open, and which was asked for last. Files come late (an example is fetched, a file's first bytes are read):
 * one that is not the last that was asked for is dropped. One that is refused changes nothing in the file that is open.
 */
export class Openings {
  #asked: AbortController | null = null;
  #open: AbortController | null = null;

  /** A file is wanted. @returns ends when it is wanted no more, or another one is open in its place */
  ask(): AbortSignal {
    this.#asked?.abort();
    this.#asked = new AbortController();
    return this.#asked.signal;
  }

  /** The file that was asked for last is open now: what is read of the one before ends. */
  accept(): void {
    this.#open?.abort();
    this.#open = this.#asked;
    this.#asked = null;
  }

  close(): void {
    this.#asked?.abort();
    this.#open?.abort();
    this.#asked = this.#open = null;
  }
}
