/**
 * The reader's edits, one slot per snippet, in localStorage. Two tabs may hold the same snippet: whoever saves over a
 * version it has not seen keeps that version in the slot's `others`, so neither is ever lost. Storage that is full or
 * unreadable is reported, never swallowed.
 */
export interface Draft {
  readonly source: string;
  /** Hash of the lesson's own code when the edit began: tells when the lesson has changed since. */
  readonly base: string;
  /** Who wrote it: one random id per tab. */
  readonly tab: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

interface Slot {
  readonly v: 1;
  readonly current: Draft | null;
  /** Versions of other tabs that a save went over, newest first. */
  readonly others: readonly Draft[];
}

export type DraftRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly others: readonly Draft[] }
  /** Unreadable: the raw text was moved to `keptAs` and the slot is free again. */
  | { readonly kind: 'corrupt'; readonly keptAs: string }
  | { readonly kind: 'unavailable' };

export type DraftSave =
  | { readonly kind: 'saved' }
  /** Saved, and another tab's version was set aside. */
  | { readonly kind: 'conflict'; readonly other: Draft }
  | { readonly kind: 'full' }
  | { readonly kind: 'unavailable' };

/** What this needs of localStorage; tests give a map. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const MAX_OTHERS = 5;
const keyOf = (id: string) => `bytescope:draft:${id}`;

const isDraft = (value: unknown): value is Draft => {
  if (typeof value !== 'object' || value === null) return false;
  const { source, base, tab, savedAt } = value as Record<string, unknown>;
  return (
    typeof source === 'string' &&
    typeof base === 'string' &&
    typeof tab === 'string' &&
    typeof savedAt === 'number'
  );
};

function parseSlot(text: string): Slot | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { v, current, others } = value as Record<string, unknown>;
    if (v !== 1 || !(current === null || isDraft(current))) return null;
    if (!Array.isArray(others) || !others.every(isDraft)) return null;
    return { v, current, others };
  } catch {
    return null;
  }
}

/** A short stable hash of the lesson's own code (FNV-1a, 32 bits, hex). */
export function hashSource(source: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < source.length; i++) {
    hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The drafts of one tab. `seen` is the last version of each slot that this tab has read or written. */
export class Drafts {
  readonly #storage: DraftStorage | null;
  readonly #tab: string;
  readonly #now: () => number;
  readonly #seen = new Map<string, string | null>();

  constructor(storage: DraftStorage | null, tab: string, now: () => number = Date.now) {
    this.#storage = storage;
    this.#tab = tab;
    this.#now = now;
  }

  read(id: string): DraftRead {
    const key = keyOf(id);
    let text: string | null;
    try {
      if (this.#storage === null) return { kind: 'unavailable' };
      text = this.#storage.getItem(key);
    } catch {
      return { kind: 'unavailable' };
    }
    this.#seen.set(id, text);
    if (text === null) return { kind: 'none' };
    const slot = parseSlot(text);
    if (slot === null) return this.#setAside(id, text);
    if (slot.current === null) return { kind: 'none' };
    return { kind: 'draft', draft: slot.current, others: slot.others };
  }

  /**
   * Saves `source`, or forgets the draft when it equals the lesson's own code (`source` null). `aside` is a version of
   * this tab's own that is being given up for another: it is kept with the others.
   */
  save(id: string, source: string | null, base: string, aside: string | null = null): DraftSave {
    const storage = this.#storage;
    if (storage === null) return { kind: 'unavailable' };
    try {
      const before = storage.getItem(keyOf(id));
      const slot = before === null ? null : parseSlot(before);
      if (before !== null && slot === null) this.#setAside(id, before);
      const stranger =
        before !== this.#seen.get(id) && slot?.current && slot.current.tab !== this.#tab
          ? slot.current
          : null;
      const other = stranger !== null && stranger.source !== source ? stranger : null;
      const current =
        source === null ? null : { source, base, tab: this.#tab, savedAt: this.#now() };
      const mine =
        aside === null ? [] : [{ source: aside, base, tab: this.#tab, savedAt: this.#now() }];
      const others = [...mine, ...(other ? [other] : []), ...(slot?.others ?? [])]
        .filter((draft) => draft.source !== source)
        .slice(0, MAX_OTHERS);
      if (current === null && others.length === 0) {
        storage.removeItem(keyOf(id));
        this.#seen.set(id, null);
      } else {
        const text = JSON.stringify({ v: 1, current, others } satisfies Slot);
        storage.setItem(keyOf(id), text);
        this.#seen.set(id, text);
      }
      return other ? { kind: 'conflict', other } : { kind: 'saved' };
    } catch (error) {
      return isQuota(error) ? { kind: 'full' } : { kind: 'unavailable' };
    }
  }

  /** What the slot holds now, without taking note of it: what a storage event is about. */
  peek(id: string): Draft | null {
    try {
      const text = this.#storage?.getItem(keyOf(id)) ?? null;
      return text === null ? null : (parseSlot(text)?.current ?? null);
    } catch {
      return null;
    }
  }

  /** The slot a storage event speaks of, or null when it is about something else. */
  static idOfKey(key: string | null): string | null {
    const prefix = keyOf('');
    return key?.startsWith(prefix) ? key.slice(prefix.length) : null;
  }

  #setAside(id: string, text: string): DraftRead {
    const keptAs = `${keyOf(id)}:unreadable:${this.#now()}`;
    try {
      this.#storage?.setItem(keptAs, text);
      this.#storage?.removeItem(keyOf(id));
      this.#seen.set(id, null);
      return { kind: 'corrupt', keptAs };
    } catch {
      // No room for a copy: leave the original where it is rather than lose it.
      return { kind: 'corrupt', keptAs: keyOf(id) };
    }
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
  shared = new Drafts(storage, crypto.randomUUID());
  return shared;
}
