/** A stream of chunks as `ss` gives it: `data` and `end`, at the pace that the probe wants. */
import { bytesOfFile } from '../core/exercise/made-file';
import type { MediaBehaviour } from '../core/exercise/media';
import { min, NativeUint8Array, push, toText, typedArrayBuffer } from './primordials';
import type { MediaCall } from './probe-media-source';

/** Other bytes around each chunk in its buffer, for whoever appends `chunk.buffer`. */
const AROUND = 16;

interface Kept {
  readonly type: string;
  readonly listener: unknown;
}

export class ProbeMediaStream {
  readonly #call: MediaCall;
  readonly #isParsing: () => boolean;
  readonly #kept: Kept[] = [];
  #isFlowing = false;

  constructor(call: MediaCall, isParsing: () => boolean) {
    this.#call = call;
    this.#isParsing = isParsing;
  }

  /** It flows from the first listener of `data` on, once that listener’s turn is over. */
  on(type: unknown, listener: unknown): this {
    const name = toText(type);
    push(this.#kept, { type: name, listener });
    if (name === 'data' && !this.#isFlowing) {
      this.#isFlowing = true;
      const chunks = chunksOf(this.#call.behaviour);
      this.#call.task(() => this.#flow(chunks, 0));
    }
    return this;
  }

  /** The nth chunk, or the end behind the last. */
  #flow(chunks: readonly Uint8Array[], index: number): void {
    const { pace } = this.#call.behaviour;
    if (pace === 'slow' && this.#isParsing()) {
      this.#call.task(() => this.#flow(chunks, index), 1);
      return;
    }
    if (index >= chunks.length) {
      this.#tell('end', undefined);
      return;
    }
    this.#tell('data', chunks[index]);
    if (pace === 'burst') this.#flow(chunks, index + 1);
    else this.#call.task(() => this.#flow(chunks, index + 1));
  }

  #tell(type: 'data' | 'end', value: unknown): void {
    this.#call.note(type);
    // Not those that listen from now on: a listener may add itself.
    const { length } = this.#kept;
    for (let i = 0; i < length; i++) {
      const kept = this.#kept[i] as Kept;
      if (kept.type === type) this.#call.tell(type, kept.listener, this, value);
    }
  }
}

/** The file in chunks, each a window of a larger buffer. */
export function chunksOf({ file, chunkBytes }: MediaBehaviour): Uint8Array[] {
  const bytes = bytesOfFile(file);
  const { byteLength } = file;
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < byteLength; start += chunkBytes) {
    const length = min(chunkBytes, byteLength - start);
    const whole = new NativeUint8Array(length + 2 * AROUND);
    for (let i = 0; i < length; i++) whole[AROUND + i] = bytes[start + i] as number;
    push(chunks, new NativeUint8Array(typedArrayBuffer(whole), AROUND, length));
  }
  return chunks;
}
