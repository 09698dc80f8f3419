/**
 * Memory at a step, and at the last step of a run whose recording was full: memory as the run left it. What lies between
 * was not recorded, but the end is known, byte for byte.
 */
import type { BufferState } from './memory-state';
import { StepMemory } from './step-memory';
import type { Trace } from './trace';

export class StepMemoryToEnd extends StepMemory {
  /** Memory when the recording was taken, by buffer; none where the last step is the end anyway. */
  readonly #final: ReadonlyMap<number, BufferState>;

  constructor(trace: Trace) {
    super(trace);
    this.#final = finalBuffers(trace);
  }

  /** What is shown is the end of the run and not the step, which some accesses lie before. */
  get isPastSteps(): boolean {
    return this.step === this.trace.steps && this.#final.size > 0;
  }

  override bytesOf(bufferId: number): Uint8Array {
    return this.#finalOf(bufferId)?.bytes ?? super.bytesOf(bufferId);
  }

  override isDetached(bufferId: number): boolean {
    return this.#finalOf(bufferId)?.detached ?? super.isDetached(bufferId);
  }

  override byteLengthOf(bufferId: number): number {
    return this.#finalOf(bufferId)?.byteLength ?? super.byteLengthOf(bufferId);
  }

  override wasWritten(bufferId: number, byteOffset: number): boolean {
    const isKnown = this.#finalOf(bufferId)?.written[byteOffset] === 1;
    return isKnown || super.wasWritten(bufferId, byteOffset);
  }

  /** At the end: whether the byte has another value than at the last recorded step. */
  override changed(bufferId: number, byteOffset: number): boolean {
    if (!this.isPastSteps) return super.changed(bufferId, byteOffset);
    const final = this.#finalOf(bufferId)?.bytes;
    return final !== undefined && final[byteOffset] !== super.bytesOf(bufferId)[byteOffset];
  }

  #finalOf(bufferId: number): BufferState | undefined {
    return this.isPastSteps ? this.#final.get(bufferId) : undefined;
  }
}

/** At the last step the end of the run is shown, and accesses that were not recorded lie between. */
export const endsPastSteps = (trace: Trace): boolean => finalBuffers(trace).size > 0;

/** The buffers of a capped run at its end, by id. */
export function finalBuffers({ unrecorded, final }: Trace): ReadonlyMap<number, BufferState> {
  if (unrecorded === 0 || final === null) return new Map();
  return new Map(final.buffers.map((buffer) => [buffer.id, buffer]));
}
