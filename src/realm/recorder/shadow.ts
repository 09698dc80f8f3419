/**
 * A tracked buffer as the log knows it, beside the buffer itself. The shadow follows what was logged; where the live
 * bytes differ from it, something wrote that no hook saw.
 */
import { MAX_TRACKED_BYTES } from '../../core/trace/memory-state';
import { bufferSlots } from '../buffers';
import {
  arraySet,
  bytesFill,
  min,
  NativeUint32Array,
  NativeUint8Array,
  typedArrayBuffer,
  typedArrayByteLength,
} from '../primordials';
import { zeroBytes } from './spare-bytes';

export class Shadow {
  /** All of the live bytes: follows a resizable buffer's length, and is empty once detached. */
  live: Uint8Array;
  /** The tracked bytes as the log has them. Longer than the buffer where it has shrunk. */
  bytes: Uint8Array;
  /** Bytes of `bytes`: asking the array itself would ask a getter that learner code can replace. */
  size: number;
  /** Bytes of the buffer as the log has it. */
  length: number;
  detached = false;
  /** The log has had nothing but 0 in it: a new megabyte is not looked through again. */
  blank: boolean;
  /** Its tracked bytes when it was first seen; empty when all of them were 0. */
  initial: Uint8Array;

  constructor(readonly buffer: ArrayBufferLike) {
    const { byteLength, detached } = bufferSlots(buffer);
    this.length = byteLength;
    this.detached = detached;
    this.live = detached ? new NativeUint8Array(0) : new NativeUint8Array(buffer);
    this.size = min(byteLength, MAX_TRACKED_BYTES);
    const zero = isZero(buffer, 0, this.size);
    this.blank = zero;
    this.bytes = zero ? zeroBytes(this.size) : copyOf(this.live, 0, this.size);
    this.initial = zero ? new NativeUint8Array(0) : copyOf(this.bytes, 0, this.size);
  }

  /** Bytes that are followed now. */
  get tracked(): number {
    return min(this.length, MAX_TRACKED_BYTES);
  }

  /** From now on the state at this moment counts as the first one. */
  restart(): void {
    this.initial = copyOf(this.bytes, 0, this.detached ? 0 : this.tracked);
  }

  /** How many tracked bytes of `[start, end)` there are. */
  keptOf(start: number, end: number): number {
    const kept = min(end, this.tracked) - start;
    return kept > 0 ? kept : 0;
  }

  /** Whether the log has nothing but 0 in `[start, start + length)`. */
  isZero(start: number, length: number): boolean {
    return this.blank || isZero(typedArrayBuffer(this.bytes), start, length);
  }

  /** The bytes `[start, start + length)` of the live buffer are what the log has from now on. */
  take(start: number, length: number): void {
    if (length === 0) return;
    arraySet(this.bytes, new NativeUint8Array(this.buffer, start, length), start);
    this.blank = false;
  }

  /** The buffer has another length. @see ECMA-262 §25.1.6.6: what it gains is 0 */
  resize(length: number): void {
    const tracked = min(length, MAX_TRACKED_BYTES);
    if (tracked > this.size) {
      const grown = zeroBytes(tracked);
      arraySet(grown, this.bytes, 0);
      this.bytes = grown;
      this.size = tracked;
    }
    bytesFill(this.bytes, 0, min(length, this.tracked), this.size);
    this.length = length;
  }

  /** Bytes of the live buffer. */
  get liveLength(): number {
    return typedArrayByteLength(this.live);
  }

  /** The first byte from `from` on that differs from the shadow, or −1. */
  nextDifference(from: number): number {
    const { live, bytes } = this;
    const end = min(this.liveLength, this.tracked);
    let i = from;
    if (end - i >= 64) {
      while (i < end && (i & 3) !== 0) {
        if (live[i] !== bytes[i]) return i;
        i++;
      }
      const words = (end - i) >> 2;
      const now = new NativeUint32Array(this.buffer, i, words);
      const then = new NativeUint32Array(typedArrayBuffer(bytes), i, words);
      let word = 0;
      while (word < words && now[word] === then[word]) word++;
      i += word * 4;
    }
    while (i < end) {
      if (live[i] !== bytes[i]) return i;
      i++;
    }
    return -1;
  }

  /** Behind the last byte before `end` that differs from the shadow, or `from` where none from there on does. */
  endOfDifferences(from: number, end: number): number {
    let i = min(end, min(this.liveLength, this.tracked));
    while (i > from && this.live[i - 1] === this.bytes[i - 1]) i--;
    return i;
  }

  /** The end of a stretch of differing bytes that begins at `from`. */
  endOfDifference(from: number): number {
    const end = min(this.liveLength, this.tracked);
    let i = from;
    while (i < end && this.live[i] !== this.bytes[i]) i++;
    return i;
  }
}

/** A copy of `[start, start + length)` of an array over a whole buffer, that no species constructor takes part in. */
export function copyOf(bytes: Uint8Array, start: number, length: number): Uint8Array {
  const copy = zeroBytes(length);
  for (let i = 0; length <= 32 && i < length; i++) copy[i] = bytes[start + i] as number;
  if (length > 32) arraySet(copy, new NativeUint8Array(typedArrayBuffer(bytes), start, length));
  return copy;
}

/** Whether a stretch of a buffer is all 0: most new buffers are, and large ones are looked through by words. */
function isZero(buffer: ArrayBufferLike, start: number, length: number): boolean {
  if (length === 0) return true;
  const bytes = new NativeUint8Array(buffer, start, length);
  if (bytes[0] !== 0 || bytes[length - 1] !== 0) return false;
  let i = (4 - (start & 3)) & 3;
  for (let head = 0; head < i && head < length; head++) if (bytes[head] !== 0) return false;
  const count = length > i ? (length - i) >>> 2 : 0;
  const words = new NativeUint32Array(buffer, start + (count === 0 ? -(start & 3) : i), count);
  let word = 0;
  // Eight at a time: a megabyte is looked through when it is first seen.
  for (; word + 8 <= count; word += 8) {
    let any = 0;
    for (let i = 0; i < 8; i++) any |= words[word + i] as number;
    if (any !== 0) return false;
  }
  for (; word < count; word++) if (words[word] !== 0) return false;
  for (i += count * 4; i < length; i++) if (bytes[i] !== 0) return false;
  return true;
}
