/**
 * Calls the program's own functions with inputs the host chose, once the program has run. Each call is a stretch of the
 * recording between two marks. What the functions print is left out: hidden inputs would flood the reader's console.
 */
import {
  MAX_PROBE_BYTES,
  PROBE_WAIT_MS,
  type BytesAfter,
  type Mark,
  type Probe,
  type ProbeOutcome,
  type ProbeResult,
} from '../core/exercise/probe';
import type { ProbeRecord } from '../core/exercise/lab';
import type { Preview } from '../core/trace/console-entry';
import { bufferSlots, isBuffer, viewSlots } from './buffers';
import { Previewer } from './console/preview';
import { inherits } from './objects';
import {
  apply,
  bytesSlice,
  cancel,
  later,
  min,
  NativeUint8Array,
  push,
  whenSettled,
} from './primordials';
import { InputMaker, type MadeInput } from './probe-inputs';
import type { RunParts } from './run-parts';

const promisePrototype = Promise.prototype;

export class ProbeRunner {
  /** What the calls gave so far; null before the first. */
  results: ProbeResult[] | null = null;
  readonly #parts: RunParts;
  readonly #probes: readonly Probe[];
  readonly #maker: InputMaker;
  #done: () => void = () => undefined;
  /** How long a promise is waited for: once one was in vain, the others get no more than their turn. */
  #waitMs = PROBE_WAIT_MS;

  constructor(parts: RunParts, probes: readonly Probe[]) {
    this.#parts = parts;
    this.#probes = probes;
    const preview = (value: unknown): Preview => this.#previewer().preview(value);
    const { thrown } = parts;
    this.#maker = new InputMaker(parts.recorder, probes, preview, {
      report: (value) => thrown.report(value, 'throw'),
      isSignal: (value) => thrown.isSignal(value),
    });
  }

  /** Makes the calls one after the other, and calls back behind the last of them or when the guard has stopped one. */
  run(done: () => void): void {
    this.#done = done;
    this.results = [];
    this.#parts.outbox.muted = true;
    this.#next();
  }

  #next(): void {
    const made = this.results ?? [];
    try {
      while (made.length < this.#probes.length) {
        if (!this.#call(this.#probes[made.length] as Probe, made)) return;
      }
    } catch {
      // What cannot be made here (a view this engine has not) or be read: results are missing, which never passes.
    }
    this.#done();
  }

  /** @returns whether the call is over, so that the next one can follow */
  #call({ call, inputs }: Probe, results: ProbeResult[]): boolean {
    const { recorder, hook, guard, thrown } = this.#parts;
    recorder.registry.beginStretch();
    const made = this.#maker.make(inputs);
    const args: unknown[] = [];
    for (let i = 0; i < made.inputs.length; i++) push(args, made.inputs[i]?.value);
    const from = this.#mark();
    const over = (outcome: ProbeOutcome): boolean => {
      const end = (): void => {
        const to = this.#mark();
        made.close();
        const records = recordsOf(made.inputs);
        push(results, {
          outcome,
          inputs: this.#after(made.inputs),
          ...(records === null ? {} : { records }),
          from,
          to,
        });
      };
      if (made.whenHeard === null) {
        end();
        return true;
      }
      made.whenHeard(() => {
        end();
        this.#next();
      });
      return false;
    };
    const returned = (value: unknown): boolean => {
      const outcome = this.#returned(value);
      try {
        made.afterwards();
      } catch (error) {
        return failed(error);
      }
      return over(outcome);
    };
    const failed = (value: unknown): boolean => {
      if (guard.stopped || thrown.isSignal(value)) {
        made.close();
        this.#done();
        return false;
      }
      return over({ kind: 'threw', error: thrown.report(value, 'throw') });
    };
    let value: unknown;
    try {
      const called = hook.scope?.(call);
      if (typeof called !== 'function') {
        return over({ kind: 'no-function', found: typeof called });
      }
      value = apply(called as () => unknown, undefined, args);
    } catch (error) {
      return failed(error);
    }
    if (typeof value !== 'object' || value === null || !inherits(value, promisePrototype)) {
      return returned(value);
    }
    this.#await(
      value as Promise<unknown>,
      returned,
      failed,
      () => over({ kind: 'unsettled' }),
      made.activity,
    );
    return false;
  }

  #await(
    promise: Promise<unknown>,
    kept: (value: unknown) => boolean,
    failed: (error: unknown) => boolean,
    unsettled: () => boolean,
    activity: () => number,
  ): void {
    let isOver = false;
    let timer: unknown = null;
    const once = (end: () => boolean): void => {
      if (isOver) return;
      isOver = true;
      cancel(timer);
      if (end()) this.#next();
    };
    const keep = (value: unknown) => once(() => kept(value));
    try {
      whenSettled(promise, keep, (error) => once(() => failed(error)));
    } catch {
      // A frozen promise, or an object that only inherits from Promise.prototype: it is what it is.
      keep(promise);
      return;
    }
    const wait = (seen: number): void => {
      timer = later(() => {
        const now = activity();
        // On a busy machine an upload may take longer than any wait, as long as it goes on.
        if (now !== seen && this.#waitMs > 0) {
          wait(now);
          return;
        }
        once(() => {
          this.#waitMs = 0;
          return unsettled();
        });
      }, this.#waitMs);
    };
    wait(activity());
  }

  #returned(value: unknown): ProbeOutcome {
    const { recorder } = this.#parts;
    const previewer = this.#previewer();
    const isObject = typeof value === 'object' && value !== null;
    return {
      kind: 'returned',
      value: previewer.preview(value),
      bytes: isObject ? coveredBytes(value) : null,
      viewId: isObject ? (recorder.registry.viewRecord(value)?.id ?? null) : null,
    };
  }

  #previewer(): Previewer {
    const { outbox, recorder, stacks } = this.#parts;
    return new Previewer(stacks, recorder.bufferId, (blob, shown) => outbox.blob(blob, shown));
  }

  #after(made: readonly MadeInput[]): readonly (BytesAfter | null)[] {
    const after: (BytesAfter | null)[] = [];
    for (let i = 0; i < made.length; i++) {
      const { buffer } = made[i] as MadeInput;
      push(
        after,
        buffer === null
          ? null
          : {
              bufferId: this.#parts.recorder.bufferId(buffer),
              bytes: copyOf(buffer, 0, bufferSlots(buffer).byteLength),
              detached: bufferSlots(buffer).detached,
            },
      );
    }
    return after;
  }

  #mark(): Mark {
    const { recorder } = this.#parts;
    const { log, registry } = recorder;
    // A mark that no native took, and writes that nothing accounts for, belong to what is over.
    recorder.hook.takeSite();
    log.compare(0);
    recorder.flushCounts();
    return {
      steps: log.steps,
      buffers: registry.buffers.length,
      views: registry.views.length,
      omitted: registry.omitted,
      counts: log.on ? null : log.counts(),
    };
  }
}

/** What the arguments noted; null where none of them notes anything. */
function recordsOf(made: readonly MadeInput[]): readonly (ProbeRecord | null)[] | null {
  const records: (ProbeRecord | null)[] = [];
  let isAny = false;
  for (let i = 0; i < made.length; i++) {
    const { record } = made[i] as MadeInput;
    isAny ||= record !== null;
    push(records, record === null ? null : record());
  }
  return isAny ? records : null;
}

/** The bytes a view or a buffer covers; null for other values. */
function coveredBytes(value: object): Uint8Array | null {
  const view = viewSlots(value);
  if (view !== null) return copyOf(view.buffer, view.byteOffset, view.byteLength);
  return isBuffer(value) ? copyOf(value, 0, bufferSlots(value).byteLength) : null;
}

function copyOf(buffer: ArrayBufferLike, byteOffset: number, byteLength: number): Uint8Array {
  // A detached buffer takes no view.
  if (byteLength === 0) return new NativeUint8Array(0);
  return bytesSlice(new NativeUint8Array(buffer, byteOffset, min(byteLength, MAX_PROBE_BYTES)));
}
