/**
 * The reader's edits in localStorage, one slot per snippet. Reading and writing only: what may replace what is
 * draft-slot.ts, who says what to the reader is draft-session.ts.
 */
import { EMPTY_SLOT, parseSlot, versionsOf, type Slot } from './draft-slot';
import { randomId } from './random-id';
import { pageStorage, Shelf, type RecordShape, type ShelfStorage } from './shelf';

const SLOTS: RecordShape<Slot> = {
  prefix: 'bytescope:draft:',
  empty: EMPTY_SLOT,
  isEmpty: (slot) => versionsOf(slot).length === 0,
  parse: parseSlot,
};

export class Drafts extends Shelf<Slot> {
  readonly tab: string;

  constructor(storage: ShelfStorage | null, tab: string, now: () => number = Date.now) {
    super(storage, SLOTS, now);
    this.tab = tab;
  }
}

let shared: Drafts | undefined;

/** This page's drafts: made on first use, so that a page where nothing is edited never touches storage. */
export function pageDrafts(): Drafts {
  shared ??= new Drafts(pageStorage(), randomId());
  return shared;
}
