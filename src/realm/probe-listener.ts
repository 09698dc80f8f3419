/** A function that a probe gives: it notes what it is called with, and how far the lab was by then. */
import { MAX_LAB_MESSAGES, type ListenerRecord } from '../core/exercise/lab';
import type { Preview } from '../core/trace/console-entry';
import { push } from './primordials';

export class ProbeListener {
  readonly #calls: ListenerRecord['calls'][number][] = [];
  #omitted = 0;

  constructor(
    readonly preview: (value: unknown) => Preview,
    readonly stepsNow: () => number,
    readonly acknowledged: () => number | null,
    readonly heard: () => void = () => undefined,
  ) {}

  readonly listen = (value?: unknown): void => {
    this.heard();
    if (this.#calls.length >= MAX_LAB_MESSAGES) {
      this.#omitted++;
      return;
    }
    const step = this.stepsNow();
    push(this.#calls, { value: this.preview(value), step, acknowledged: this.acknowledged() });
  };

  record(): ListenerRecord {
    return { kind: 'listener', calls: this.#calls, omitted: this.#omitted };
  }
}
