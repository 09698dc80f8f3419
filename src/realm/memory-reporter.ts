/**
 * Sends the memory state when the body has settled, and again when something that runs later has changed it; of a program
 * that plays media, from its beginning.
 */
import type { MemoryState } from '../core/trace/memory-state';
import { weigh } from '../core/protocol/weigh';
import type { Outbox } from './outbox';
import { later, unref } from './primordials';
import { bytesChanged, captureMemory } from './recorder/capture';
import type { Recorder } from './recorder/recorder';

const LOOK_MS = 250;
/** When nothing has changed for a while, looking less often. */
const QUIET_LOOKS = 40;
const QUIET_LOOK_MS = 1000;
/** Bytes of memory states after the first; a program that goes on changing large buffers is not followed for ever. */
const LATER_BYTES = 24 * 1024 * 1024;

export class MemoryReporter {
  #last: MemoryState | null = null;
  #version = -1;
  #steps = -1;
  #quiet = 0;
  #sent = 0;
  #isWatching = false;

  constructor(
    readonly recorder: Recorder,
    readonly outbox: Outbox,
  ) {}

  report(): void {
    this.#catchUp();
    this.#tell(captureMemory(this.recorder.registry));
  }

  /** Whatever was written since the log was looked at last belongs to the recording that goes with this memory. */
  #catchUp(): void {
    this.recorder.log.compare(0);
    this.recorder.log.ship();
    this.recorder.flushCounts();
  }

  #tell(memory: MemoryState | null): void {
    const { registry, log, isFull } = this.recorder;
    this.#version = registry.version;
    this.#steps = log.steps;
    if (memory !== null) this.#last = memory;
    this.outbox.send({ kind: 'memory', memory, counts: isFull ? log.counts() : null });
  }

  /** Looks at the buffers from now on. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const wait = this.#quiet > QUIET_LOOKS ? QUIET_LOOK_MS : LOOK_MS;
    unref(later(() => this.#look(), wait));
  }

  /** The reader has had a hand in what changes now: it is followed anew, and looked at soon. */
  attend(): void {
    this.#sent = 0;
    this.#quiet = 0;
    // Before the body has settled nobody watches, and the end will tell.
    if (this.#last !== null && !this.#isWatching) this.watch();
  }

  /** Reports if there is something new. Steps alone are told without the memory that they left as it was. */
  reportChanges(): void {
    const { log, registry } = this.recorder;
    const mayTell = this.#sent < LATER_BYTES;
    if (this.#last === null || (mayTell && this.#memoryHasChanged(this.#last))) {
      this.report();
      this.#sent += weigh(this.#last);
    } else if (this.#steps !== log.steps || this.#version !== registry.version) {
      this.#catchUp();
      this.#tell(null);
    } else {
      this.#quiet++;
      return;
    }
    this.#quiet = 0;
  }

  #look(): void {
    this.#isWatching = false;
    this.reportChanges();
    // A recording has an end of its own.
    if (this.#sent < LATER_BYTES || this.recorder.isFull) this.watch();
  }

  #memoryHasChanged(last: MemoryState): boolean {
    const { registry } = this.recorder;
    return this.#version !== registry.version || bytesChanged(registry, last);
  }
}
