/**
 * When a run with a network is over, told by signs of life and not by a clock: both realms send one every 500 ms that their
 * event loops turn (`alive`), so on a busy machine, where an answer takes longer, so do they.
 */

/** Signs of each realm without a word between them. After the program's body it is enough to have been quiet for a moment. */
const AFTER_BODY = 2;
/** While it waits: for an answer that never comes. */
const UNANSWERED = 6;

export type End = 'program' | 'lab';

export class Quiet {
  readonly #over: () => void;
  #most = UNANSWERED;
  #signs = { program: 0, lab: 0 };

  /** @param over nobody has anything to say any more */
  constructor(over: () => void) {
    this.#over = over;
  }

  /** Either end has said something. */
  said(): void {
    this.#signs = { program: 0, lab: 0 };
  }

  /** The program's body has come to its end. */
  settled(): void {
    this.#most = AFTER_BODY;
    this.said();
  }

  alive(end: End): void {
    this.#signs[end]++;
    // Both: what the one has said may stand in the queue behind a sign of the other.
    if (Math.min(this.#signs.program, this.#signs.lab) >= this.#most) this.#over();
  }
}
