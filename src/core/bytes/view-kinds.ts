/**
 * The eleven typed arrays and DataView as one table: what each is called, how wide its elements are,
 * which family draws it, and how an element is read from bytes.
 *
 * @see ECMA-262 §23.2 (TypedArray Objects), Table "The TypedArray Constructors", and §25.3 (DataView Objects)
 */

/** How bits are read: unsigned, signed, floating point, or whatever each DataView call says. */
export type Family = 'u' | 'i' | 'f' | 'd';

export const ELEMENT_KINDS = [
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'BigUint64Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'BigInt64Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
] as const;

export type ElementKind = (typeof ELEMENT_KINDS)[number];
export type ViewKind = ElementKind | 'DataView';

export interface ElementType {
  readonly kind: ElementKind;
  readonly family: Exclude<Family, 'd'>;
  /** Bytes per element: 1, 2, 4 or 8. */
  readonly byteSize: 1 | 2 | 4 | 8;
  /** The part of a DataView method's name after get or set: `Int16` for `getInt16`. */
  readonly suffix: string;
}

const type = (
  kind: ElementKind,
  family: ElementType['family'],
  byteSize: ElementType['byteSize'],
  suffix: string,
): ElementType => ({ kind, family, byteSize, suffix });

/** Every element type, keyed by its constructor's name. */
export const ELEMENT_TYPES: Readonly<Record<ElementKind, ElementType>> = {
  Uint8Array: type('Uint8Array', 'u', 1, 'Uint8'),
  Uint8ClampedArray: type('Uint8ClampedArray', 'u', 1, 'Uint8'),
  Uint16Array: type('Uint16Array', 'u', 2, 'Uint16'),
  Uint32Array: type('Uint32Array', 'u', 4, 'Uint32'),
  BigUint64Array: type('BigUint64Array', 'u', 8, 'BigUint64'),
  Int8Array: type('Int8Array', 'i', 1, 'Int8'),
  Int16Array: type('Int16Array', 'i', 2, 'Int16'),
  Int32Array: type('Int32Array', 'i', 4, 'Int32'),
  BigInt64Array: type('BigInt64Array', 'i', 8, 'BigInt64'),
  Float16Array: type('Float16Array', 'f', 2, 'Float16'),
  Float32Array: type('Float32Array', 'f', 4, 'Float32'),
  Float64Array: type('Float64Array', 'f', 8, 'Float64'),
};

/** The family that draws a view: DataView has its own, since each call chooses its type. */
export function familyOf(kind: ViewKind): Family {
  return kind === 'DataView' ? 'd' : ELEMENT_TYPES[kind].family;
}

/** Whether `name` is the name of a view's constructor. */
export function isViewKind(name: string): name is ViewKind {
  return name === 'DataView' || Object.hasOwn(ELEMENT_TYPES, name);
}
