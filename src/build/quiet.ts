/**
 * When a recorded run is over, told by signs of life and not by a clock: each realm sends one every 500 ms that its event
 * loop turns (`alive`), and so does the thread that records (`host`). On a busy machine, where an answer takes longer, so do
 * they; and what waits for a thread that is busy is not taken for silence.
 */

/** Signs of each without a word between them. After the program's body it is enough to have been quiet for a moment. */
const AFTER_BODY = 2;
/** While it waits: for an answer that never comes. */
const UNANSWERED = 6;
/** Without a network nobody says anything: callbacks have this long after the body. */
const ALONE = 3;

export type End = 'program' | 'lab' | 'host';

export class Quiet {
  readonly #over: () => void;
  readonly #ends: readonly End[];
  #most: number;
  readonly #signs: Record<End, number> = { program: 0, lab: 0, host: 0 };

  /** @param over nobody has anything to say any more */
  constructor(hasNetwork: boolean, over: () => void) {
    this.#over = over;
    this.#ends = hasNetwork ? ['program', 'lab', 'host'] : ['program', 'host'];
    // What has no network runs out of work by itself, or is stopped.
    this.#most = hasNetwork ? UNANSWERED : Infinity;
  }

  /** Either end of the network has said something. */
  said(): void {
    for (const end of this.#ends) this.#signs[end] = 0;
  }

  /** The program's body has come to its end. */
  settled(): void {
    this.#most = this.#ends.includes('lab') ? AFTER_BODY : ALONE;
    this.said();
  }

  alive(end: End): void {
    this.#signs[end]++;
    // All: what the one has said may stand in the queue behind a sign of the other.
    if (Math.min(...this.#ends.map((each) => this.#signs[each])) >= this.#most) this.#over();
  }
}
