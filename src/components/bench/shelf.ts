/**
 * Records in localStorage, one for each snippet or exercise, under keys with one beginning. Storage that is full,
 * forbidden or unreadable is an answer, never an exception and never silence.
 */

export type ShelfRead<T> =
  | { readonly kind: 'read'; readonly value: T; readonly unreadable: string | null }
  | { readonly kind: 'unavailable' };

export type ShelfWrite<T> =
  | {
      readonly kind: 'saved';
      readonly before: T;
      readonly value: T;
      readonly unreadable: string | null;
    }
  /** Nothing was written, so what was there before still is. */
  | { readonly kind: 'full' | 'unavailable'; readonly unreadable: string | null };

/** What this needs of localStorage; tests give a map. */
export interface ShelfStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What is kept in one record. */
export interface RecordShape<T> {
  /** How keys begin: `bytescope:draft:`. */
  readonly prefix: string;
  readonly empty: T;
  /** Whether a record says nothing, so that none is kept. */
  readonly isEmpty: (value: T) => boolean;
  /** The record that a stored text stands for, or null when it is none that this code can read. */
  readonly parse: (text: string) => T | null;
}

export class Shelf<T> {
  readonly now: () => number;
  readonly #storage: ShelfStorage | null;
  readonly #shape: RecordShape<T>;

  constructor(storage: ShelfStorage | null, shape: RecordShape<T>, now: () => number = Date.now) {
    this.#storage = storage;
    this.#shape = shape;
    this.now = now;
  }

  /** `unreadable` is the key under which a text is kept that is no record; the record then counts as empty. */
  read(id: string): ShelfRead<T> {
    const { empty } = this.#shape;
    try {
      if (this.#storage === null) return { kind: 'unavailable' };
      const text = this.#storage.getItem(this.#keyOf(id));
      const value = text === null ? empty : this.#shape.parse(text);
      if (text === null || value !== null)
        return { kind: 'read', value: value ?? empty, unreadable: null };
      let unreadable = this.#keyOf(id);
      try {
        unreadable = this.#setAside(this.#storage, id, text);
      } catch {
        // No room for a copy: the text stays where it is, and update() will not go over it.
      }
      return { kind: 'read', value: empty, unreadable };
    } catch {
      return { kind: 'unavailable' };
    }
  }

  /** Changes the record as it is at this moment, which another tab may have written a moment ago. */
  update(id: string, change: (value: T) => T): ShelfWrite<T> {
    const storage = this.#storage;
    let unreadable: string | null = null;
    if (storage === null) return { kind: 'unavailable', unreadable };
    try {
      const text = storage.getItem(this.#keyOf(id));
      const parsed = text === null ? this.#shape.empty : this.#shape.parse(text);
      if (text !== null && parsed === null) unreadable = this.#setAside(storage, id, text);
      const before = parsed ?? this.#shape.empty;
      const value = change(before);
      if (this.#shape.isEmpty(value)) storage.removeItem(this.#keyOf(id));
      else if (value !== before) storage.setItem(this.#keyOf(id), JSON.stringify(value));
      return { kind: 'saved', before, value, unreadable };
    } catch (error) {
      return { kind: isQuota(error) ? 'full' : 'unavailable', unreadable };
    }
  }

  /** Whether a storage event speaks of this record; without a key everything was cleared. */
  isAbout(id: string, key: string | null): boolean {
    return key === null || key === this.#keyOf(id);
  }

  #keyOf(id: string): string {
    return this.#shape.prefix + id;
  }

  /** Throws where there is no room for the copy: then nothing may be written over the original. */
  #setAside(storage: ShelfStorage, id: string, text: string): string {
    const keptAs = `${this.#keyOf(id)}:unreadable:${this.now()}`;
    storage.setItem(keptAs, text);
    storage.removeItem(this.#keyOf(id));
    return keptAs;
  }
}

/** Most milliseconds from the epoch, either way, that a date can stand for (ECMA-262 §21.4.1.1). */
const MOST_MS = 8.64e15;

/** Whether a stored value is a moment: to write another one as a date is an error. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= MOST_MS;

/** Quota errors differ by engine in class and code; their name is the common ground. */
function isQuota(error: unknown): boolean {
  return (
    error instanceof Error && /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error.name)
  );
}

/** This page's storage; null where it is forbidden outright, which is said once there is something to keep. */
export function pageStorage(get = () => window.localStorage): Storage | null {
  try {
    return get();
  } catch {
    return null;
  }
}
