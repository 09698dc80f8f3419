/**
 * One bench's text in one tab: typed, saved, restored, and kept apart from what other tabs do to the same snippet. A
 * plain state machine with subscribers, so that React renders it and tests run two tabs over one storage.
 *
 * - A tab whose reader has touched nothing mirrors the newest version.
 * - A tab with work of its own keeps its text, keeps it in storage too, and asks.
 * - Whatever gives way is in `kept` until the reader uses or deletes it.
 */
import {
  forget,
  hashSource,
  isSameDraft,
  keepBeside,
  putCurrent,
  versionsOf,
  type Draft,
  type Slot,
} from './draft-slot';
import { afterPaint } from '../../core/after-paint';
import type { Drafts } from './drafts';
import type { ShelfWrite } from './shelf';

export interface DraftState {
  readonly source: string;
  /** Versions other than the one here, newest first. */
  readonly kept: readonly Draft[];
  /** Whether the kept versions are laid out, for the reader to choose from. */
  readonly listing: boolean;
  /** What another tab did to the snippet while this one has work of its own; null once the reader has chosen. */
  readonly conflict: 'edited' | 'reset' | null;
  /** Why the text here is not in storage. */
  readonly unsaved: 'full' | 'unavailable' | null;
  /** The key under which a stored text is kept that could not be read. */
  readonly unreadable: string | null;
  /** The edit began on code that the lesson no longer has. */
  readonly lessonChanged: boolean;
}

export const SAVE_AFTER_MS = 250;

export class DraftSession {
  readonly #drafts: () => Drafts;
  readonly #id: string;
  readonly #pristine: string;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  /** Hash of the lesson's code that the text here began as. */
  #base: string;
  /** The stored version that the text here descends from. */
  #basis: Draft | null = null;
  /** The reader has worked here since the page was loaded. */
  #touched = false;
  /** The text here is not in storage yet, or could not be put there. */
  #dirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #later: (tell: () => void) => void;
  /** Told when the text changes by anything but typing: the editor has to follow. */
  onReplace: (source: string) => void = () => undefined;

  constructor(drafts: () => Drafts, id: string, pristine: string, later = afterPaint) {
    this.#later = later;
    this.#drafts = drafts;
    this.#id = id;
    this.#pristine = pristine;
    this.#base = hashSource(pristine);
    this.#state = {
      source: pristine,
      kept: [],
      listing: false,
      conflict: null,
      unsaved: null,
      unreadable: null,
      lessonChanged: false,
    };
  }

  get state(): DraftState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings back what was saved. */
  load(): void {
    const read = this.#drafts().read(this.#id);
    // Said when there is something to save, not to everyone who only reads.
    if (read.kind === 'unavailable') return;
    if (read.unreadable !== null) this.#set({ unreadable: read.unreadable });
    this.#mirror(read.value);
    this.#set({ listing: this.#state.kept.length > 0 });
  }

  /** The reader typed. */
  change(source: string): void {
    if (source === this.#state.source) return;
    this.#touched = true;
    this.#dirty = true;
    this.#state = { ...this.#state, source };
    // The editor shows the letter; that the run beside it is of other code now may be said a frame later.
    this.#later(() => this.#tell());
    this.#cancelTimer();
    this.#timer = setTimeout(() => {
      this.save();
    }, SAVE_AFTER_MS);
  }

  /** The page may be about to go: what is here and not in storage has no other moment. */
  flush(): void {
    if (this.#touched) this.hear();
  }

  /** Saves the text here as the one that the next page shows. */
  save(): boolean {
    this.#cancelTimer();
    const mine = this.#asDraft(this.#state.source);
    const basis = this.#basis;
    const write = this.#update((slot) => putCurrent(slot, mine, basis));
    if (write.kind !== 'saved') {
      // The lesson's code needs no saving.
      if (mine === null) this.#set({ unsaved: null });
      return false;
    }
    this.#saved();
    const over = write.before.current;
    const wentOver =
      over !== null && !isSameDraft(over, basis) && over.source !== this.#state.source;
    this.#basis = mine;
    if (wentOver) this.#set(mine === null ? { listing: true } : { conflict: 'edited' });
    return true;
  }

  /** Another tab may have changed the slot. */
  hear(): void {
    if (this.#dirty) {
      this.save();
      return;
    }
    const read = this.#drafts().read(this.#id);
    if (read.kind === 'unavailable') return;
    if (read.unreadable !== null) this.#set({ unreadable: read.unreadable });
    const slot = read.value;
    if (!this.#touched) {
      this.#mirror(slot);
      return;
    }
    const { source } = this.#state;
    this.#show(slot);
    if (source === this.#pristine || slot.current?.source === source) return;
    if (!versionsOf(slot).some((draft) => draft.source === source)) {
      // The other tab began with this text and went on: here it is still open, so it stays a version of its own.
      const mine = this.#asDraft(source);
      if (!mine || this.#update((now) => keepBeside(now, mine)).kind !== 'saved') return;
      this.#basis = mine;
      this.#saved();
    }
    this.#set({ conflict: slot.current === null ? 'reset' : 'edited' });
  }

  /** The reader wants the text here, and the next page to show it too. The others stay in `kept`. */
  keepMine(): void {
    if (this.save()) this.#set({ conflict: null, listing: false });
  }

  /** Takes another version; the text given up is kept. Refused where it cannot be. */
  use(version: Draft): void {
    this.#cancelTimer();
    this.#touched = true;
    const { tab, now } = this.#drafts();
    const mine = { ...version, tab, savedAt: now() };
    const aside = this.#asDraft(this.#state.source);
    const basis = this.#basis;
    const write = this.#update((slot) => putCurrent(slot, mine, basis, aside));
    if (write.kind !== 'saved') return;
    this.#saved();
    this.#adopt(mine);
    this.#show(write.value);
    this.#set({ conflict: null });
  }

  /** The reader has no more use for a kept version. */
  delete(version: Draft): void {
    const write = this.#update((slot) =>
      isSameDraft(slot.current, version)
        ? putCurrent(slot, this.#asDraft(this.#state.source), version)
        : forget(slot, version),
    );
    if (write.kind !== 'saved') return;
    if (isSameDraft(write.before.current, version)) this.#basis = write.value.current;
    // There may be room now for what could not be saved.
    if (this.#dirty) this.save();
    if (this.#state.kept.length === 0) this.#set({ conflict: null, listing: false });
  }

  /** Back to the lesson's code, with the text given up among the versions. Refused where it cannot be kept. */
  resetAndKeep(): void {
    const mine = this.#asDraft(this.#state.source);
    if (mine === null) return;
    const basis = this.#basis;
    const write = this.#update((slot) => putCurrent(slot, null, basis, mine));
    if (write.kind !== 'saved') return;
    this.#touched = true;
    this.#saved();
    this.#adopt(null);
    this.#show(write.value);
    this.#set({ conflict: null });
  }

  /** Back to the lesson's code; the reader has been asked. What other tabs wrote stays, and is said to. */
  reset(): void {
    this.#touched = true;
    this.#dirty = true;
    this.#replace(this.#pristine);
    this.#base = hashSource(this.#pristine);
    this.save();
    this.#set({
      conflict: null,
      lessonChanged: false,
      listing: this.#state.kept.length > 0,
    });
  }

  /** The reader has read a sentence. */
  dismiss(what: 'unsaved' | 'unreadable' | 'lessonChanged'): void {
    if (what !== 'lessonChanged') {
      this.#set({ [what]: null });
      return;
    }
    // Or every visit would say it again.
    this.#base = hashSource(this.#pristine);
    this.#set({ lessonChanged: false });
    this.save();
  }

  list(listing: boolean): void {
    this.#set({ listing });
  }

  #asDraft(source: string): Draft | null {
    if (source === this.#pristine) return null;
    const { tab, now } = this.#drafts();
    return { source, base: this.#base, tab, savedAt: now() };
  }

  #mirror(slot: Slot): void {
    this.#adopt(slot.current);
    this.#show(slot);
  }

  #adopt(version: Draft | null): void {
    const base = hashSource(this.#pristine);
    this.#basis = version;
    this.#base = version?.base ?? base;
    this.#replace(version?.source ?? this.#pristine);
    this.#set({ lessonChanged: this.#base !== base });
  }

  #replace(source: string): void {
    this.#cancelTimer();
    if (source === this.#state.source) return;
    this.#set({ source });
    this.onReplace(source);
  }

  #show(slot: Slot): void {
    const kept = versionsOf(slot).filter(({ source }) => source !== this.#state.source);
    const { kept: before, listing, conflict } = this.#state;
    const some = kept.length > 0;
    const isSame =
      kept.length === before.length &&
      kept.every((draft, i) => isSameDraft(draft, before[i] ?? null));
    this.#set({
      kept: isSame ? before : kept,
      listing: listing && some,
      conflict: conflict === 'edited' && !some ? null : conflict,
    });
  }

  #update(change: (slot: Slot) => Slot): ShelfWrite<Slot> {
    const write = this.#drafts().update(this.#id, change);
    if (write.unreadable !== null) this.#set({ unreadable: write.unreadable });
    if (write.kind === 'saved') this.#show(write.value);
    else this.#set({ unsaved: write.kind });
    return write;
  }

  #saved(): void {
    this.#dirty = false;
    this.#set({ unsaved: null });
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(change: Partial<DraftState>): void {
    // Most saves change nothing of this, and whoever is told draws the whole bench again.
    const keys = Object.keys(change) as (keyof DraftState)[];
    if (keys.every((key) => change[key] === this.#state[key])) return;
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
