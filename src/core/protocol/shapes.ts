/** Small checks of plain data, put together like the types they stand for. Each throws a Refusal or returns. */

/** Says where a value stood, what was expected there and what was found. */
export class Refusal extends Error {
  constructor(path: string, expected: string, found: unknown) {
    super(`${path}: found ${describe(found)}, expected ${expected}`);
    this.name = 'Refusal';
  }
}

/** Checks `value`; `path` is where it stands in the message. */
export type Shape = (value: unknown, path: string) => void;

function describe(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 60 ? `a string of ${value.length} units` : JSON.stringify(value);
  }
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (ArrayBuffer.isView(value)) return `a view of ${value.byteLength} bytes`;
  return 'an object';
}

export const text =
  (maxUnits: number): Shape =>
  (value, path) => {
    if (typeof value !== 'string' || value.length > maxUnits)
      throw new Refusal(path, `a string of at most ${maxUnits} units`, value);
  };

export const boolean: Shape = (value, path) => {
  if (typeof value !== 'boolean') throw new Refusal(path, 'true or false', value);
};

export const literal =
  (expected: string | number): Shape =>
  (value, path) => {
    if (value !== expected) throw new Refusal(path, JSON.stringify(expected), value);
  };

export const oneOf =
  (values: readonly string[]): Shape =>
  (value, path) => {
    if (typeof value !== 'string' || !values.includes(value))
      throw new Refusal(path, `one of ${values.join(', ')}`, value);
  };

/** A finite number within bounds, ends included. */
export const number =
  (least: number, most: number): Shape =>
  (value, path) => {
    if (typeof value !== 'number' || !(value >= least && value <= most))
      throw new Refusal(path, `a number from ${least} to ${most}`, value);
  };

export const integer =
  (least: number, most: number): Shape =>
  (value, path) => {
    number(least, most)(value, path);
    if (!Number.isInteger(value)) throw new Refusal(path, 'a whole number', value);
  };

export const nullable =
  (shape: Shape): Shape =>
  (value, path) => {
    if (value !== null) shape(value, path);
  };

/** A key that may be missing. */
export const optional =
  (shape: Shape): Shape =>
  (value, path) => {
    if (value !== undefined) shape(value, path);
  };

/** A short view of a long buffer would be let in as short, and handed on and held as long. */
export function refuseParts(value: Uint8Array | Uint32Array, path: string): void {
  if (value.byteLength !== value.buffer.byteLength)
    throw new Refusal(path, 'a view of the whole of its buffer', value);
}

/** Bytes: a Uint8Array of at most so many, over the whole of its buffer. */
export const bytes =
  (most: number): Shape =>
  (value, path) => {
    if (!(value instanceof Uint8Array) || value.length > most)
      throw new Refusal(path, `a Uint8Array of at most ${most} bytes`, value);
    refuseParts(value, path);
  };

export const array =
  (shape: Shape, maxLength: number): Shape =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > maxLength)
      throw new Refusal(path, `a list of at most ${maxLength}`, value);
    for (let i = 0; i < value.length; i++) shape(value[i] as unknown, `${path}[${i}]`);
  };

/** An object with exactly these keys. */
export function object(fields: Readonly<Record<string, Shape>>): Shape {
  const keys = Object.keys(fields);
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refusal(path, 'an object', value);
    for (const key of keys) {
      fields[key]?.((value as Record<string, unknown>)[key], `${path}.${key}`);
    }
    const extra = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (extra !== undefined) {
      throw new Refusal(path, `no key but ${keys.join(', ')}`, extra);
    }
  };
}

/** An object whose `kind` chooses among shapes. */
export function union(shapes: () => Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    const kinds = shapes();
    const kind: unknown =
      typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (shape === undefined)
      throw new Refusal(`${path}.kind`, `one of ${Object.keys(kinds).join(', ')}`, kind);
    shape(value, path);
  };
}
