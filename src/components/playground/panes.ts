/** How the playground's panes share its room: set by the reader, kept on this device. */
import { Shelf, type RecordShape, type ShelfStorage } from '../bench/shelf';

/** Shares of the first pane, from 0 to 1. */
export interface PaneShares {
  /** Of the code, beside what a run left. */
  readonly columns: number;
  /** Of memory, above the rest of it. */
  readonly rows: number;
}
export type PaneName = keyof PaneShares;

export const DEFAULT_SHARES: PaneShares = { columns: 0.5, rows: 0.62 };
/** No pane gets so small that its separator could not be found again. */
export const LEAST_SHARE = 0.15;
export const MOST_SHARE = 0.85;

const RECORD: RecordShape<Partial<PaneShares>> = {
  prefix: 'bytescope:playground:',
  empty: {},
  isEmpty: (shares) => Object.keys(shares).length === 0,
  parse: (text) => {
    try {
      const { columns, rows } = JSON.parse(text) as Record<string, unknown>;
      return { ...(isShare(columns) && { columns }), ...(isShare(rows) && { rows }) };
    } catch {
      return null;
    }
  },
};

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= LEAST_SHARE && value <= MOST_SHARE;

export class Panes {
  readonly #shelf: Shelf<Partial<PaneShares>>;
  readonly #listeners = new Set<() => void>();
  #shares = DEFAULT_SHARES;

  constructor(storage: ShelfStorage | null) {
    this.#shelf = new Shelf(storage, RECORD);
  }

  get shares(): PaneShares {
    return this.#shares;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  restore(): void {
    const read = this.#shelf.read('panes');
    if (read.kind === 'read') this.#set({ ...DEFAULT_SHARES, ...read.value });
  }

  /** Sets one without keeping it: a pointer is on its way. */
  move(name: PaneName, share: number): void {
    const within = Math.max(LEAST_SHARE, Math.min(MOST_SHARE, share));
    this.#set({ ...this.#shares, [name]: Math.round(within * 1000) / 1000 });
  }

  /** Sets one and keeps it. */
  put(name: PaneName, share: number): void {
    this.move(name, share);
    this.keep();
  }

  reset(name: PaneName): void {
    this.#set({ ...this.#shares, [name]: DEFAULT_SHARES[name] });
    this.keep();
  }

  /** Where there is no room for it, the panes are as they are until the page goes. */
  keep(): void {
    const { columns, rows } = this.#shares;
    this.#shelf.update('panes', () => ({
      ...(columns !== DEFAULT_SHARES.columns && { columns }),
      ...(rows !== DEFAULT_SHARES.rows && { rows }),
    }));
  }

  #set(shares: PaneShares): void {
    if (shares.columns === this.#shares.columns && shares.rows === this.#shares.rows) return;
    this.#shares = shares;
    for (const listener of [...this.#listeners]) listener();
  }
}
