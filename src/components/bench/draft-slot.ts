/**
 * What localStorage holds for one snippet, and how a tab may change it. A tab replaces the one version its text
 * descends from and no other: whatever somebody else wrote meanwhile moves to `others` and stays there until the
 * reader uses or deletes it. Pure, so that every order of two tabs' doings can be tried.
 */
import { withoutComments } from '../../core/exercise/without-comments';
import { isTime } from './shelf';

export interface Draft {
  readonly source: string;
  /** Hash of the lesson's own code when the edit began: tells when the lesson has changed since. */
  readonly base: string;
  /** Who wrote it: one random id per tab. */
  readonly tab: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

export interface Slot {
  readonly v: 1;
  /** What a page shows that loads now; null is the lesson's own code. */
  readonly current: Draft | null;
  /** Versions that lost their place to another one, newest first. */
  readonly others: readonly Draft[];
}

export const EMPTY_SLOT: Slot = { v: 1, current: null, others: [] };

/** Every version of a slot, the current one first. */
export const versionsOf = ({ current, others }: Slot): readonly Draft[] =>
  current === null ? others : [current, ...others];

export const isSameDraft = (a: Draft | null, b: Draft | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.tab === b.tab && a.savedAt === b.savedAt && a.source === b.source);

/**
 * Puts `mine` in front (null: the lesson's own code) in place of `basis`, the version it descends from. `aside` is a
 * text this tab gives up for `mine`: it is kept beside it.
 */
export function putCurrent(
  slot: Slot,
  mine: Draft | null,
  basis: Draft | null,
  aside: Draft | null = null,
): Slot {
  const kept = versionsOf(slot).filter((draft) => !isSameDraft(draft, basis));
  return { ...slot, current: mine, others: without(aside ? [aside, ...kept] : kept, mine) };
}

/** Keeps a version beside the current one, unless the slot has it already. */
export function keepBeside(slot: Slot, draft: Draft): Slot {
  return versionsOf(slot).some(({ source }) => source === draft.source)
    ? slot
    : { ...slot, others: [draft, ...slot.others] };
}

/** Drops a version the reader has deleted; the current one is never dropped, it moves on by `putCurrent`. */
export const forget = (slot: Slot, draft: Draft): Slot => ({
  ...slot,
  others: slot.others.filter((other) => !isSameDraft(other, draft)),
});

/** Two versions with the same text are one. */
function without(drafts: readonly Draft[], mine: Draft | null): Draft[] {
  const seen = new Set(mine === null ? [] : [mine.source]);
  return drafts.filter(({ source }) => !seen.has(source) && seen.add(source));
}

const isDraft = (value: unknown): value is Draft => {
  if (typeof value !== 'object' || value === null) return false;
  const { source, base, tab, savedAt } = value as Record<string, unknown>;
  return (
    typeof source === 'string' &&
    typeof base === 'string' &&
    typeof tab === 'string' &&
    isTime(savedAt)
  );
};

/** The slot a stored text stands for, or null when it is none that this code can read. */
export function parseSlot(text: string): Slot | null {
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

/**
 * A short stable hash of the lesson's own code (FNV-1a, 32 bits, hex). What its comments say is left out: they are in the
 * language of the page, and an edit goes along to the other one.
 */
export function hashSource(source: string): string {
  const code = withoutComments(source);
  let hash = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) {
    hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
