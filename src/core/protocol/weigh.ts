/** How many bytes a message weighs: strings two a unit, buffers by length, eight for every other value. */

const isView = ArrayBuffer.isView;
const ownKeys = Reflect.ownKeys;
const apply = Reflect.apply;
const getPrototypeOf = Reflect.getPrototypeOf;
const isArray = Array.isArray;
const plain = Object.prototype;
const lengthGetter = (owner: object) => Object.getOwnPropertyDescriptor(owner, 'byteLength')?.get;
// Taken before a snippet can put its own in their place: realms weigh too.
const BYTE_LENGTHS = [
  lengthGetter(Object.getPrototypeOf(Uint8Array.prototype) as object),
  lengthGetter(DataView.prototype),
] as const;
const bufferByteLength = lengthGetter(ArrayBuffer.prototype);

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
  if (isView(value)) {
    return (lengthOf(BYTE_LENGTHS[0], value) ?? lengthOf(BYTE_LENGTHS[1], value) ?? 0) + 16;
  }
  // Asking what is no buffer for its length costs an exception, which some engines take a millisecond for.
  const isPlain = isArray(value) || getPrototypeOf(value) === plain;
  const buffer = isPlain ? null : lengthOf(bufferByteLength, value);
  if (buffer !== null) return buffer + 16;
  const keys = ownKeys(value);
  let total = 16;
  for (let i = 0; i < keys.length && total <= limit; i++) {
    const key = keys[i] as keyof typeof value;
    total += 8 + weigh(value[key], limit - total, depth + 1);
  }
  return total;
}

/** Null where the value is not of the getter's kind. */
function lengthOf(getter: (() => unknown) | undefined, value: object): number | null {
  try {
    return getter ? (apply(getter, value, []) as number) : null;
  } catch {
    return null;
  }
}
