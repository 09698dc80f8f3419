/**
 * The reader's edits in localStorage, one slot per snippet. Reading and writing only: what may replace what is
 * draft-slot.ts, who says what to the reader is draft-session.ts. Storage that is full, forbidden or unreadable is an
 * answer, never an exception and never silence.
 */
import { EMPTY_SLOT, parseSlot, versionsOf, type Slot } from './draft-slot';

export type DraftRead =
  | { readonly kind: 'slot'; readonly slot: Slot; readonly unreadable: string | null }
  | { readonly kind: 'unavailable' };

export type DraftWrite =
  | {
      readonly kind: 'saved';
      readonly before: Slot;
      readonly slot: Slot;
      readonly unreadable: string | null;
    }
  /** Nothing was written, so what was there before still is. */
  | { readonly kind: 'full' | 'unavailable'; readonly unreadable: string | null };

/** What this needs of localStorage; tests give a map. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (id: string) => `bytescope:draft:${id}`;

export class Drafts {
  readonly tab: string;
  readonly now: () => number;
  readonly #storage: DraftStorage | null;

  constructor(storage: DraftStorage | null, tab: string, now: () => number = Date.now) {
    this.#storage = storage;
    this.tab = tab;
    this.now = now;
  }

  /** `unreadable` is the key under which a text that is no slot is kept; the slot then counts as empty. */
  read(id: string): DraftRead {
    try {
      if (this.#storage === null) return { kind: 'unavailable' };
      const text = this.#storage.getItem(keyOf(id));
      const slot = text === null ? EMPTY_SLOT : parseSlot(text);
      if (text === null || slot !== null)
        return { kind: 'slot', slot: slot ?? EMPTY_SLOT, unreadable: null };
      let unreadable = keyOf(id);
      try {
        unreadable = this.#setAside(this.#storage, id, text);
      } catch {
        // No room for a copy: the text stays where it is, and update() will not go over it.
      }
      return { kind: 'slot', slot: EMPTY_SLOT, unreadable };
    } catch {
      return { kind: 'unavailable' };
    }
  }

  /** Changes the slot as it is at this moment, which another tab may have written a moment ago. */
  update(id: string, change: (slot: Slot) => Slot): DraftWrite {
    const storage = this.#storage;
    let unreadable: string | null = null;
    if (storage === null) return { kind: 'unavailable', unreadable };
    try {
      const text = storage.getItem(keyOf(id));
      const parsed = text === null ? EMPTY_SLOT : parseSlot(text);
      if (text !== null && !parsed) unreadable = this.#setAside(storage, id, text);
      const before = parsed ?? EMPTY_SLOT;
      const slot = change(before);
      if (versionsOf(slot).length === 0) storage.removeItem(keyOf(id));
      else if (slot !== before) storage.setItem(keyOf(id), JSON.stringify(slot));
      return { kind: 'saved', before, slot, unreadable };
    } catch (error) {
      return { kind: isQuota(error) ? 'full' : 'unavailable', unreadable };
    }
  }

  /** The slot a storage event speaks of, or null when it is about something else. */
  static idOfKey(key: string | null): string | null {
    const prefix = keyOf('');
    return key?.startsWith(prefix) ? key.slice(prefix.length) : null;
  }

  /** Throws where there is no room for the copy: then nothing may be written over the original. */
  #setAside(storage: DraftStorage, id: string, text: string): string {
    const keptAs = `${keyOf(id)}:unreadable:${this.now()}`;
    storage.setItem(keptAs, text);
    storage.removeItem(keyOf(id));
    return keptAs;
  }
}

/** Quota errors differ by engine in class and code; their name is the common ground. */
function isQuota(error: unknown): boolean {
  return (
    error instanceof Error && /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error.name)
  );
}

let shared: Drafts | undefined;

/** This page's drafts: made on first use, so that a page where nothing is edited never touches storage. */
export function pageDrafts(): Drafts {
  if (shared) return shared;
  let storage: DraftStorage | null = null;
  try {
    storage = window.localStorage;
  } catch {
    // Storage can be forbidden outright; the bench says so when the reader edits.
  }
  shared = new Drafts(storage, newTabId());
  return shared;
}

/** Not crypto.randomUUID: without HTTPS on a LAN address there is none. */
const newTabId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
