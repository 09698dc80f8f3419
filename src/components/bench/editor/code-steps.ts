/** What the replay shows in the code: the line of the current step, the lines that ran so far, what they logged. */
import { siteLine } from '../../../core/trace/selectors';
import type { ConsoleEntry } from '../../../core/trace/console-entry';
import type { Trace } from '../../../core/trace/trace';
import { entryText } from '../console/preview-text';

export interface CodeSteps {
  /** The line of the current step and the text of its flag; null before the first. */
  readonly now: { readonly line: number; readonly flag: string } | null;
  /** Lines that have made an access so far, in order. */
  readonly ran: readonly number[];
  /** What was logged last on a line, to stand behind it. */
  readonly ghosts: readonly Ghost[];
}

export interface Ghost {
  readonly line: number;
  readonly text: string;
}

export const NO_STEPS: CodeSteps = { now: null, ran: [], ghosts: [] };

/** UTF-16 units of a result that stand behind its line; the console has the rest. */
const GHOST_UNITS = 40;

/** Knows for every line the first step on it, so that a scrub costs a look at each line and no more. */
export class CodeStepper {
  readonly #trace: Trace;
  readonly #entries: () => readonly ConsoleEntry[];
  readonly #firstSteps = new Map<number, number>();
  /** Rows never change once they are there, so their text is made once and not at every step of a scrub. */
  readonly #ghosts = new WeakMap<ConsoleEntry, Ghost>();

  constructor(trace: Trace, entries: () => readonly ConsoleEntry[]) {
    this.#trace = trace;
    this.#entries = entries;
    for (let step = 1; step <= trace.steps; step++) {
      const line = siteLine(trace, step);
      if (line !== null && !this.#firstSteps.has(line)) this.#firstSteps.set(line, step);
    }
  }

  /** @param flag the text of the flag at a step: "step 7" */
  at(step: number, flag: (step: number) => string): CodeSteps {
    const line = step > 0 ? siteLine(this.#trace, step) : null;
    const ran: number[] = [];
    for (const [each, first] of this.#firstSteps) if (first <= step) ran.push(each);
    const ghosts = new Map<number, Ghost>();
    for (const entry of this.#entries()) {
      if (entry.step > step || entry.line === null || entry.kind !== 'values') continue;
      ghosts.set(entry.line, this.#ghost(entry, entry.line));
    }
    return {
      now: line === null ? null : { line, flag: flag(step) },
      ran: ran.sort((a, b) => a - b),
      ghosts: [...ghosts.values()],
    };
  }

  #ghost(entry: ConsoleEntry, line: number): Ghost {
    let ghost = this.#ghosts.get(entry);
    if (ghost === undefined) {
      const text = entryText(entry).split('\n', 1)[0] ?? '';
      ghost = {
        line,
        text: text.length > GHOST_UNITS ? `${text.slice(0, GHOST_UNITS)}…` : text,
      };
      this.#ghosts.set(entry, ghost);
    }
    return ghost;
  }
}
