/** What learner code threw, as an ErrorReport: by descriptors only, with the learner's line and column. */
import type { ErrorReport, FailedAccess, FailedMedia } from '../core/trace/run';
import { shortText } from './console/format';
import { isErrorObject, messageOf, nameOfError } from './objects';
import { objectIs, stringSlice } from './primordials';
import { isProxy } from './proxies';
import { stackOf, type Position, type Stacks } from './stack';

const MESSAGE = 10_000;

export class Thrown {
  #value: unknown = undefined;
  #position: Position | null = null;

  constructor(
    readonly stacks: () => Stacks,
    readonly signal: unknown,
    readonly accessOf: (error: object) => FailedAccess | null,
    readonly mediaOf: (error: object) => FailedMedia | null = () => null,
  ) {}

  /** Rewritten `throw` statements tell where they stand, for values that carry no stack. */
  note(value: unknown, line: number, column: number): void {
    this.#value = value;
    this.#position = { line, column };
  }

  isSignal(value: unknown): boolean {
    return value === this.signal;
  }

  /** @param fallback where the engine's own error event says it happened */
  report(
    value: unknown,
    origin: ErrorReport['origin'],
    fallback: Position | null = null,
  ): ErrorReport {
    const error = typeof value === 'object' && value !== null && !isProxy(value) ? value : null;
    const isError = error !== null && isErrorObject(error);
    const noted = objectIs(value, this.#value) ? this.#position : null;
    const stack = error === null ? null : this.stacks().find(stackOf(error));
    const access = error === null ? null : this.accessOf(error);
    const media = error === null ? null : this.mediaOf(error);
    const position = stack ?? noted ?? fallback;
    return {
      name: error !== null && isError ? stringSlice(nameOfError(error), 0, 200) : 'Error',
      message: stringSlice(
        error !== null && isError ? this.stacks().message(messageOf(error)) : this.#describe(value),
        0,
        MESSAGE,
      ),
      line: position?.line ?? null,
      column: position?.column ?? null,
      origin,
      ...(access === null ? {} : { access }),
      ...(media === null ? {} : { media }),
    };
  }

  #describe(value: unknown): string {
    if (typeof value === 'object' && value !== null) {
      if (isProxy(value)) return 'a Proxy was thrown';
      const message = messageOf(value);
      const name = shortText(value);
      return message === '' ? `an object was thrown: ${name}` : `${name}: ${message}`;
    }
    return shortText(value);
  }
}
