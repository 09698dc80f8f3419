/** The Blobs and object URLs of one run: their numbers, what they were made of, and where a slice lies in its root. */
import {
  MAX_BLOB_PARTS,
  type BlobFact,
  type BlobPart,
  type UrlFact,
} from '../../core/trace/blob-facts';
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import {
  blobSize,
  blobType,
  fileName,
  getOwnPropertyDescriptor,
  hasOwn,
  isArray,
  max,
  push,
  SafeMap,
  SafeWeakMap,
  stringSlice,
  tryGet,
  typedArrayLength,
} from '../primordials';
import { isProxy } from '../proxies';
import { isObject, relative, utf8Length } from './native-arguments';
import type { Registry } from './registry';

const TEXT = 1000;
/** Object URLs that are remembered: a program that makes more is not one that is read. */
const MAX_URLS = 10_000;

interface Known {
  readonly id: number;
  readonly root: BlobFact['root'];
}

export class Blobs {
  readonly #registry: Registry;
  readonly #known = new SafeWeakMap<object, Known>();
  readonly #urls = new SafeMap<string, UrlFact>();
  #count = 0;
  #urlCount = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** What is known of a Blob, which is met now if it was not before; null for anything else. */
  see(blob: unknown): BlobFact | null {
    return this.#fact(blob, null, null);
  }

  /** A Blob that the constructor made of these parts. */
  made(blob: object, parts: unknown): BlobFact | null {
    return this.#fact(blob, null, parts);
  }

  /** A Blob that `slice` made. */
  sliced(slice: object, from: unknown, start: unknown): BlobFact | null {
    const source = this.see(from);
    if (source === null) return this.see(slice);
    // What only the learner's code could tell is taken for the beginning.
    const first = relative(start, source.size, 0) || 0;
    const root = { id: source.root.id, start: source.root.start + first };
    return this.#fact(slice, root, null);
  }

  /** An address that was made for a Blob, or for something else. */
  addressed(url: unknown, target: unknown): UrlFact | null {
    if (typeof url !== 'string') return null;
    const fact = { id: this.#urlCount++, blobId: this.see(target)?.id ?? null };
    if (fact.id < MAX_URLS) this.#urls.set(url, fact);
    return fact;
  }

  urlOf(url: unknown): UrlFact | null {
    return typeof url === 'string' ? (this.#urls.get(url) ?? null) : null;
  }

  #fact(blob: unknown, root: BlobFact['root'] | null, parts: unknown): BlobFact | null {
    if (!isObject(blob) || isProxy(blob)) return null;
    const size = tryGet(blobSize, blob);
    if (size === null) return null;
    const { id, root: its } = this.#know(blob, root);
    const file = tryGet(fileName, blob);
    const given = parts === null ? null : this.#parts(parts);
    return {
      id,
      size,
      type: stringSlice(tryGet(blobType, blob) ?? '', 0, TEXT),
      file: file === null ? null : stringSlice(file, 0, TEXT),
      root: its,
      parts: given?.parts ?? null,
      omitted: given?.omitted ?? 0,
    };
  }

  #know(blob: object, root: BlobFact['root'] | null): Known {
    const before = this.#known.get(blob);
    if (before !== undefined) return before;
    const id = this.#count++;
    const known = { id, root: root ?? { id, start: 0 } };
    this.#known.set(blob, known);
    return known;
  }

  /** Null for an iterable of the learner's own: reading it again would run their code. */
  #parts(list: unknown): { readonly parts: BlobPart[]; readonly omitted: number } | null {
    if (!isObject(list) || isProxy(list)) return null;
    const parts: BlobPart[] = [];
    const elements = tryGet(typedArrayLength, list);
    // A typed array is a list too: each of its numbers becomes text.
    const length = elements ?? (isArray(list) ? list.length : null);
    if (length === null) return null;
    for (let i = 0; i < length && i < MAX_BLOB_PARTS; i++) {
      if (elements !== null) push(parts, this.#part((list as ArrayLike<unknown>)[i]));
      else {
        const part = getOwnPropertyDescriptor(list, i);
        const isKnown = part !== undefined && hasOwn(part, 'value');
        push(parts, isKnown ? this.#part(part.value) : { kind: 'text', byteLength: null });
      }
    }
    return { parts, omitted: max(0, length - MAX_BLOB_PARTS) };
  }

  #part(value: unknown): BlobPart {
    const unknown = { kind: 'text', byteLength: null } as const;
    // Turning a function into text would run its own toString; a symbol has been refused by the Blob.
    if (typeof value === 'function' || typeof value === 'symbol') return unknown;
    if (!isObject(value)) {
      return { kind: 'text', byteLength: utf8Length(`${value as string | number}`) };
    }
    if (isProxy(value)) return unknown;
    const view = viewSlots(value);
    if (view !== null) {
      const bufferId = this.#registry.recordOf(view.buffer)?.id ?? null;
      const { byteLength, byteOffset } = view;
      return { kind: 'bytes', byteLength, bufferId, byteOffset };
    }
    if (isBuffer(value)) {
      const bufferId = this.#registry.recordOf(value)?.id ?? null;
      const { byteLength } = bufferSlots(value);
      return { kind: 'bytes', byteLength, bufferId, byteOffset: 0 };
    }
    const size = tryGet(blobSize, value);
    if (size === null) return unknown;
    return { kind: 'blob', byteLength: size, id: this.#know(value, null).id };
  }
}
