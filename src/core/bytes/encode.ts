/** Values → bytes, highest byte first: the order in which a number is written, whatever memory does with it. */
import { ELEMENT_TYPES, type ElementKind } from './view-kinds';

type Writer = (view: DataView, value: number | bigint) => void;

const WRITERS: Readonly<Record<ElementKind, Writer>> = {
  Uint8Array: (view, value) => view.setUint8(0, Number(value)),
  Uint8ClampedArray: (view, value) => view.setUint8(0, Uint8ClampedArray.of(Number(value))[0] ?? 0),
  Uint16Array: (view, value) => view.setUint16(0, Number(value), false),
  Uint32Array: (view, value) => view.setUint32(0, Number(value), false),
  BigUint64Array: (view, value) => view.setBigUint64(0, BigInt(value), false),
  Int8Array: (view, value) => view.setInt8(0, Number(value)),
  Int16Array: (view, value) => view.setInt16(0, Number(value), false),
  Int32Array: (view, value) => view.setInt32(0, Number(value), false),
  BigInt64Array: (view, value) => view.setBigInt64(0, BigInt(value), false),
  Float16Array: (view, value) => view.setUint16(0, encodeFloat16(Number(value)), false),
  Float32Array: (view, value) => view.setFloat32(0, Number(value), false),
  Float64Array: (view, value) => view.setFloat64(0, Number(value), false),
};

/**
 * The bytes of one element, big-endian. A value that the type does not hold is converted as a store converts it; a
 * 64-bit integer must be whole.
 *
 * @example encodeElement(327, 'Uint16Array') // 01 47
 * @see ECMA-262 §25.1.3.16 NumericToRawBytes
 */
export function encodeElement(value: number | bigint, kind: ElementKind): Uint8Array {
  const bytes = new Uint8Array(ELEMENT_TYPES[kind].byteSize);
  WRITERS[kind](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), value);
  return bytes;
}

/**
 * The 16 bits of IEEE 754 binary16, rounded to nearest with ties to even. Written out because
 * `DataView.prototype.setFloat16` is missing in browsers from before 2025; when those are gone, so can this be.
 *
 * @example encodeFloat16(1.5) // 0x3e00
 */
export function encodeFloat16(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  // 65520 lies halfway between the largest finite value and the one that would follow it.
  if (size >= 65520) return sign | 0x7c00;
  let exponent = -14;
  while (size >= 2 ** (exponent + 1)) exponent++;
  const steps = roundTiesToEven(size / 2 ** (exponent - 10));
  // Subnormals, normals and a carry into the exponent are one count: the encodings of positive floats are in order.
  return sign | (((exponent + 14) << 10) + steps);
}

function roundTiesToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor + (floor % 2);
  return rest < 0.5 ? floor : floor + 1;
}
