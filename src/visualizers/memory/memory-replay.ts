/**
 * Memory at the shown step, with what a reader has laid over it: the byte whose bits are open, a step to compare with,
 * and bits flipped as a "what if", which never touch the recording. Views subscribe and ask about bytes; nothing here
 * draws.
 */
import type { ByteRange } from '../../core/bytes/ranges';
import type { MemoryState } from '../../core/trace/memory-state';
import { Replay } from '../../core/trace/replay';
import { StepMemoryToEnd } from '../../core/trace/step-end';
import type { StepMemory } from '../../core/trace/step-memory';
import type { Step, Trace } from '../../core/trace/trace';
import { layoutOf } from './layout';

/** How a step was reached: one step in good time is worth an animation, a jump or a held key is not. */
export type Arrival = 'step' | 'jump';

/** A step, and how it was reached: a StepStore (visualizers/timeline), or what follows it. */
export interface StepSource {
  /** 0 (before the first access) to the trace's `steps`. */
  readonly step: number;
  readonly arrival: Arrival;
  readonly playing: boolean;
  /** A pointer drags, or a key is held: what is shown is on its way to somewhere. */
  readonly scrubbing: boolean;
  /** Calls `listener` after every change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
}

export interface BytePlace {
  readonly bufferId: number;
  readonly byteOffset: number;
}

/** What the head frames. */
export interface HeadAt {
  readonly bufferId: number;
  readonly range: ByteRange;
  readonly access: 'read' | 'write';
  readonly viewId: number | null;
  readonly ranged: boolean;
}

export class MemoryReplay {
  readonly trace: Trace;
  readonly layout: MemoryState;
  readonly #store: StepSource;
  readonly #memory: StepMemoryToEnd;
  readonly #listeners = new Set<() => void>();
  #unsubscribe: (() => void) | null = null;
  #version = 0;
  #selected: BytePlace | null = null;
  #mark: number | null = null;
  #marked: readonly Uint8Array[] = [];
  /** Bytes with pokes laid over them, by buffer. */
  readonly #poked = new Map<number, Uint8Array>();

  constructor(trace: Trace, store: StepSource) {
    this.trace = trace;
    this.layout = layoutOf(trace);
    this.#store = store;
    this.#memory = new StepMemoryToEnd(trace);
    this.#memory.seek(store.step);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#unsubscribe ??= this.#store.subscribe(() => {
      this.#tell();
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    };
  }

  /** Another number whenever something else may be shown. */
  get version(): number {
    this.#follow();
    return this.#version;
  }
  get step(): number {
    return this.#now.step;
  }
  get steps(): number {
    return this.trace.steps;
  }
  /** What happened at the shown step. */
  get current(): Step | null {
    return this.#now.current;
  }
  /** The end of a run whose recording was full: memory as the run left it, which is not what the last step left. */
  get isPastSteps(): boolean {
    this.#follow();
    return this.#memory.isPastSteps;
  }
  /** The step arrived in good time: its animation may run. */
  get animates(): boolean {
    return this.#store.arrival === 'step' && !this.#store.scrubbing && !this.isWhatIf;
  }
  /** Not on its way anywhere: what is shown may be spoken. */
  get isSettled(): boolean {
    return !this.#store.playing && !this.#store.scrubbing;
  }
  get memory(): StepMemory {
    return this.#now;
  }

  bytesOf(bufferId: number): Uint8Array {
    const memory = this.#now;
    return this.#poked.get(bufferId) ?? memory.bytesOf(bufferId);
  }

  wasWritten(bufferId: number, byteOffset: number): boolean {
    return this.#now.wasWritten(bufferId, byteOffset) || this.#isPoked(bufferId, byteOffset);
  }

  /** Whether the byte is drawn as changed: by this step, since the marked step, or by a flipped bit. */
  changed(bufferId: number, byteOffset: number): boolean {
    const memory = this.#now;
    if (this.isWhatIf) return this.#isPoked(bufferId, byteOffset);
    if (this.#mark === null) return memory.changed(bufferId, byteOffset);
    return this.#marked[bufferId]?.[byteOffset] !== memory.bytesOf(bufferId)[byteOffset];
  }

  /** What this step touches; none while something else than the step is shown. */
  get head(): HeadAt | null {
    const step = this.current;
    if (!step || step.bufferId === null || this.isWhatIf || this.isPastSteps) return null;
    if (
      step.kind !== 'read' &&
      step.kind !== 'write' &&
      step.kind !== 'copy' &&
      step.kind !== 'host'
    )
      return null;
    if (step.range.end <= step.range.start) return null;
    return {
      bufferId: step.bufferId,
      range: step.range,
      access: step.kind === 'read' ? 'read' : 'write',
      viewId: step.viewId,
      ranged: step.detail !== null,
    };
  }

  get selected(): BytePlace | null {
    return this.#selected;
  }
  /** Opens a byte's bits; null closes them. */
  select(place: BytePlace | null): void {
    this.#selected = place;
    this.#tell();
  }

  /** The step that is compared with; null while each step is compared with the one before it. */
  get mark(): number | null {
    return this.#mark;
  }
  /** Compares from now on with this step; null ends it. */
  compareWith(step: number | null): void {
    this.#mark = step;
    this.#marked = [];
    if (step !== null) {
      const replay = new Replay(this.trace);
      replay.seek(step);
      this.#marked = this.trace.buffers.map((_, id) => replay.bytesOf(id).slice());
    }
    this.#tell();
  }
  /** How many bytes differ from the marked step, and where in each buffer. */
  differences(): {
    readonly count: number;
    readonly places: readonly (ByteRange & { bufferId: number })[];
  } {
    const places: { bufferId: number; start: number; end: number }[] = [];
    let count = 0;
    this.#marked.forEach((before, bufferId) => {
      const after = this.#now.bytesOf(bufferId);
      const length = Math.max(before.length, after.length);
      for (let at = 0; at < length; at++) {
        if (before[at] === after[at]) continue;
        count++;
        const last = places.at(-1);
        if (last?.bufferId === bufferId && last.end === at) last.end++;
        else places.push({ bufferId, start: at, end: at + 1 });
      }
    });
    return { count, places };
  }

  /** Bits were flipped: what is shown is no step of the recording. */
  get isWhatIf(): boolean {
    this.#follow();
    return this.#poked.size > 0;
  }
  /** Lays a byte over the memory of this step, until another step is shown or `unpoke` is called. */
  poke(bufferId: number, byteOffset: number, value: number): void {
    const bytes = this.#poked.get(bufferId) ?? this.#now.bytesOf(bufferId).slice();
    if (byteOffset >= bytes.length) return;
    bytes[byteOffset] = value;
    this.#poked.set(bufferId, bytes);
    this.#tell();
  }
  /** Back to the recording. */
  unpoke(): void {
    this.#poked.clear();
    this.#tell();
  }

  #isPoked(bufferId: number, byteOffset: number): boolean {
    const poked = this.#poked.get(bufferId);
    return poked !== undefined && poked[byteOffset] !== this.#memory.bytesOf(bufferId)[byteOffset];
  }

  /** The memory of the store's step. */
  get #now(): StepMemory {
    this.#follow();
    return this.#memory;
  }

  #follow(): void {
    if (this.#memory.step === this.#store.step) return;
    this.#memory.seek(this.#store.step);
    this.#poked.clear();
    this.#version++;
  }

  #tell(): void {
    this.#follow();
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }
}
