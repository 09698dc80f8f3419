/**
 * Progress in localStorage, as one tab keeps it. Every change is made to what storage holds at that moment, joined with
 * what this tab knows, so that no tab writes over another. Storage that is full, forbidden or corrupt is told once; what
 * is done on the page then counts as long as the page is open.
 */
import { parseProgressText } from '../core/progress/parse';
import { formatProgress, merge, NO_PROGRESS, type Progress } from '../core/progress/progress';

export const PROGRESS_KEY = 'bytescope:progress';
/** What a key that is not there stands for. */
const NOTHING = formatProgress(NO_PROGRESS);
const UNREADABLE = `${PROGRESS_KEY}:unreadable:`;

export type Trouble =
  /** What stood in storage was no progress. It is kept under `keptAs`. */
  | { readonly kind: 'unreadable'; readonly keptAs: string }
  /** No room, or no storage: nothing was written, so what was there before still is. */
  | { readonly kind: 'full' | 'forbidden' };

/** What this needs of localStorage; tests give a map. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem'>;

export class ProgressStore {
  /** Called for whatever is to be drawn again, by this tab or another. */
  onChange: (progress: Progress) => void = () => undefined;
  /** Called at most once for each kind. */
  onTrouble: (trouble: Trouble) => void = () => undefined;
  readonly #storage: () => ProgressStorage;
  readonly #now: () => number;
  readonly #told = new Set<Trouble['kind']>();
  #progress = NO_PROGRESS;
  /** The text in storage could neither be read nor set aside: it stays. */
  #stuck = false;

  /** `storage` is asked for at each use: to name it can throw already. */
  constructor(storage: () => ProgressStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Takes over what is stored. Storage that is forbidden is told when there is something to store. */
  load(): void {
    try {
      this.#take(this.#storage().getItem(PROGRESS_KEY));
    } catch {
      return;
    }
    this.onChange(this.#progress);
  }

  update(change: (progress: Progress) => Progress): void {
    let before: string | null = null;
    let trouble: unknown = null;
    try {
      before = this.#storage().getItem(PROGRESS_KEY);
      this.#take(before);
    } catch (error) {
      trouble = error;
    }
    this.#progress = change(this.#progress);
    try {
      if (trouble === null) this.#write(before);
    } catch (error) {
      trouble = error;
    }
    if (trouble !== null) this.#tell({ kind: isQuota(trouble) ? 'full' : 'forbidden' });
    this.onChange(this.#progress);
  }

  /** Another tab wrote `text`; null when the key is gone, which somebody wanted. */
  hear(text: string | null): void {
    if (text === null) this.#progress = NO_PROGRESS;
    this.update((progress) => progress);
  }

  /** Joins what storage holds into what this tab knows, and sets aside what is no progress. */
  #take(text: string | null): void {
    if (text === null) return;
    const parsed = parseProgressText(text);
    if (parsed.kind === 'ok') {
      this.#stuck = false;
      this.#progress = merge(this.#progress, parsed.value);
      return;
    }
    const storage = this.#storage();
    const keptAs = `${UNREADABLE}${this.#now()}`;
    try {
      storage.setItem(keptAs, text);
      storage.setItem(PROGRESS_KEY, formatProgress(this.#progress));
      this.#stuck = false;
      this.#tell({ kind: 'unreadable', keptAs });
    } catch {
      // No room for a copy: the text stays where it is, and nothing is written over it.
      this.#stuck = true;
      this.#tell({ kind: 'unreadable', keptAs: PROGRESS_KEY });
    }
  }

  #write(before: string | null): void {
    const text = formatProgress(this.#progress);
    if (text === (before ?? NOTHING) || this.#stuck) return;
    this.#storage().setItem(PROGRESS_KEY, text);
  }

  #tell(trouble: Trouble): void {
    if (this.#told.has(trouble.kind)) return;
    this.#told.add(trouble.kind);
    this.onTrouble(trouble);
  }
}

/** Quota errors differ by engine in class and code; their name is the common ground. */
const isQuota = (error: unknown): boolean =>
  error instanceof Error && /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error.name);

/** The keys under which texts are kept that could not be read, oldest first. */
export const unreadableKeys = (storage: Storage): readonly string[] =>
  Object.keys(storage)
    .filter((key) => key.startsWith(UNREADABLE))
    .sort();

/** When a text was set aside, in milliseconds since the epoch. */
export const unreadableSince = (key: string): number => Number(key.slice(UNREADABLE.length));
