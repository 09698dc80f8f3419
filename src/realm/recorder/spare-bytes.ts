/**
 * Zeroed memory for what follows a large buffer, made while the realm waits as a spare: a new megabyte costs its page
 * faults when it is first written, as much as recording thousands of accesses.
 */
import { MAX_TRACKED_BYTES } from '../../core/trace/memory-state';
import { NativeUint8Array } from '../primordials';

/** Two large buffers with what is told of them; further ones pay. */
const SPARES = 6;
/** A page has at least 4 KiB: one byte of each is enough. */
const PAGE_BYTES = 4096;

type Bytes = Uint8Array<ArrayBuffer>;

const spares: (Bytes | null)[] = [];
let left = 0;

/** Makes what is missing. */
export function prepareBytes(): void {
  for (; left < SPARES; left++) {
    const bytes = new NativeUint8Array(MAX_TRACKED_BYTES);
    for (let at = 0; at < MAX_TRACKED_BYTES; at += PAGE_BYTES) {
      // Only a store that changes something is sure to be made.
      bytes[at] = 1;
      bytes[at] = 0;
    }
    spares[left] = bytes;
  }
}

/** So many bytes, all 0: ready ones where all that is tracked of a large buffer is asked for. */
export function zeroBytes(length: number): Bytes {
  if (length !== MAX_TRACKED_BYTES || left === 0) return new NativeUint8Array(length);
  const bytes = spares[--left] as Bytes;
  spares[left] = null;
  return bytes;
}
