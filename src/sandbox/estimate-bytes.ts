/**
 * What a message weighs, in bytes, roughly: strings by their code units, everything else by a constant. The value has
 * been through a structured clone, so no getter and no proxy is left in it; it may be cyclic and deep, so the walk
 * keeps its own stack and gives up once past `limit`.
 */
const NODE_BYTES = 16;
/** More values than any batch of previews holds; a cyclic message reaches it soon. */
const MAX_NODES = 500_000;
/** The bytes of a buffer are moved from thread to thread, never walked, so they weigh less than what is. */
const BUFFER_DISCOUNT = 16;

export function estimateBytes(message: unknown, limit: number): number {
  let bytes = 0;
  let nodes = 0;
  const pending: unknown[] = [message];
  while (pending.length > 0 && bytes <= limit) {
    const value = pending.pop();
    bytes += NODE_BYTES;
    nodes += 1;
    if (nodes > MAX_NODES) return Infinity;
    if (typeof value === 'string') bytes += value.length * 2;
    else if (typeof value === 'object' && value !== null) bytes += ownBytes(value, pending);
  }
  return bytes;
}

/** Pushes what is inside, and returns what the object weighs itself. */
function ownBytes(value: object, pending: unknown[]): number {
  // A view weighs the whole buffer that travelled with it.
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength / BUFFER_DISCOUNT;
  if (value instanceof ArrayBuffer) return value.byteLength / BUFFER_DISCOUNT;
  if (value instanceof Map || value instanceof Set) return value.size * NODE_BYTES;
  let keyBytes = 0;
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value)) {
    if (!isList) keyBytes += key.length;
    pending.push(item);
  }
  return keyBytes;
}
