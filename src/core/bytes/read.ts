/** Bytes → values: one element read from bytes by its type and byte order. */
import { ELEMENT_TYPES, type ElementKind } from './view-kinds';

type Reader = (view: DataView, byteOffset: number, littleEndian: boolean) => number | bigint;

const READERS: Readonly<Record<ElementKind, Reader>> = {
  Uint8Array: (view, at) => view.getUint8(at),
  Uint8ClampedArray: (view, at) => view.getUint8(at),
  Uint16Array: (view, at, le) => view.getUint16(at, le),
  Uint32Array: (view, at, le) => view.getUint32(at, le),
  BigUint64Array: (view, at, le) => view.getBigUint64(at, le),
  Int8Array: (view, at) => view.getInt8(at),
  Int16Array: (view, at, le) => view.getInt16(at, le),
  Int32Array: (view, at, le) => view.getInt32(at, le),
  BigInt64Array: (view, at, le) => view.getBigInt64(at, le),
  Float16Array: (view, at, le) => decodeFloat16(view.getUint16(at, le)),
  Float32Array: (view, at, le) => view.getFloat32(at, le),
  Float64Array: (view, at, le) => view.getFloat64(at, le),
};

/**
 * Reads the element of type `kind` whose first byte is `bytes[byteOffset]`; no alignment is asked for.
 *
 * The byte order defaults to little-endian because that is the host order of typed arrays on every machine a
 * browser runs on today (x86-64 and Arm64; WebAssembly's memory by definition), and the bytes drawn here were
 * recorded on such a machine. A DataView call passes its own order.
 *
 * @throws RangeError when the element does not lie within `bytes`.
 * @example readElement(Uint8Array.of(0xfe, 0xff), 0, 'Int16Array') // −2
 * @see ECMA-262 §25.1.3.14 RawBytesToNumeric
 */
export function readElement(
  bytes: Uint8Array,
  byteOffset: number,
  kind: ElementKind,
  littleEndian = true,
): number | bigint {
  const { byteSize } = ELEMENT_TYPES[kind];
  if (byteOffset < 0 || byteOffset + byteSize > bytes.byteLength) {
    throw new RangeError(
      `${kind} element at 0x${Math.max(0, byteOffset).toString(16)} needs ${byteSize} bytes, but there are ${bytes.byteLength} in all; ask for one that lies inside.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return READERS[kind](view, byteOffset, littleEndian);
}

/**
 * Decodes IEEE 754 binary16 from its 16 bits: 1 sign, 5 exponent (bias 15), 10 fraction. Written out here because
 * `DataView.prototype.getFloat16` is missing in Node 20 and in browsers from before 2025; when those are gone, so
 * can this be.
 *
 * @example decodeFloat16(0x7bff) // 65504, the largest finite value
 */
export function decodeFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  // Exponent zero is the subnormals: no hidden one bit, the smallest step 2⁻²⁴.
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
