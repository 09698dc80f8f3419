/** How many bytes a message weighs: strings two a unit, buffers by length, eight for every other value. */

const isView = ArrayBuffer.isView;
const ownKeys = Reflect.ownKeys;
const apply = Reflect.apply;
const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get;

/** No message of ours is nested deeper; what is deeper weighs more than any budget. */
const DEPTH = 40;

/**
 * An estimate that never falls short by much, of plain data (as structured clone gives it). It stops counting once it
 * is past `limit`, and calls data that is nested too deep infinitely heavy.
 *
 * @returns bytes
 */
export function weigh(value: unknown, limit = Infinity, depth = 0): number {
  if (typeof value === 'string') return 2 * value.length + 8;
  if (typeof value !== 'object' || value === null) return 8;
  if (depth > DEPTH) return Infinity;
  if (isView(value)) return value.byteLength + 16;
  const buffer = bufferLength(value);
  if (buffer !== null) return buffer + 16;
  const keys = ownKeys(value);
  let total = 16;
  for (let i = 0; i < keys.length && total <= limit; i++) {
    const key = keys[i] as keyof typeof value;
    total += 8 + weigh(value[key], limit - total, depth + 1);
  }
  return total;
}

function bufferLength(value: object): number | null {
  try {
    return byteLength ? (apply(byteLength, value, []) as number) : null;
  } catch {
    return null;
  }
}
