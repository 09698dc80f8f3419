/**
 * What a reader has done, and how two accounts of it become one. Two tabs, or a tab and a file, may know different
 * things: `merge` gives the same whichever of them speaks first, and however often.
 */
import type { ProgressMark } from './mark';

/** How far a reader can get with each kind of part, least first. A later state is never lost to an earlier one. */
export const STATES = {
  section: ['read'],
  quiz: ['answered', 'right'],
  exercise: ['tried', 'seen', 'solved'],
} as const;
export type PartKind = keyof typeof STATES;
export type PartState = (typeof STATES)[PartKind][number];

/** `section:a-view-is-a-window`, `quiz:bytes-of-300`, `exercise:window` */
export type PartKey = `${PartKind}:${string}`;
export type LessonProgress = Readonly<Record<PartKey, PartState>>;

/** Where the reader was last. */
export interface Place {
  readonly lesson: string;
  /** Id of a section; empty for what stands before the first. */
  readonly section: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Progress {
  readonly v: 1;
  /** How often the reader began anew: what was done before the last reset does not count, whoever still knows it. */
  readonly resets: number;
  /** By slug. */
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  readonly place: Place | null;
}

export const NO_PROGRESS: Progress = { v: 1, resets: 0, lessons: {}, place: null };

/** Whether a lesson or a part may have this name: what a slug, an `id` of a heading or a folder's name looks like. */
export const isName = (name: string): boolean => /^[\p{L}\p{N}_-]{1,120}$/u.test(name);

/** The part's key and its state after a mark. */
function partOf(mark: ProgressMark): readonly [PartKey, PartState] {
  switch (mark.kind) {
    case 'section':
      return [`section:${mark.id}`, 'read'];
    case 'quiz':
      return [`quiz:${mark.id}`, mark.correct ? 'right' : 'answered'];
    case 'exercise':
      return [`exercise:${mark.id}`, mark.state];
  }
}

/** Notes a mark. Throws a RangeError for a name that no lesson or part can have. */
export function markDone(progress: Progress, mark: ProgressMark): Progress {
  if (!isName(mark.lesson) || !isName(mark.id))
    throw new RangeError(`No part of a lesson can be called “${mark.lesson}/${mark.id}”.`);
  const [key, state] = partOf(mark);
  return {
    ...progress,
    lessons: joinLessons(progress.lessons, { [mark.lesson]: { [key]: state } }),
  };
}

/** The next number. A file may have brought the last one, and what lies behind it cannot be read again. */
const after = (count: number): number => Math.min(count + 1, Number.MAX_SAFE_INTEGER);

/** Notes where the reader is; never earlier than the place before, so that a clock that was put back does no harm. */
export function moveTo(progress: Progress, lesson: string, section: string, now: number): Progress {
  const { place } = progress;
  if (place?.lesson === lesson && place.section === section) return progress;
  return { ...progress, place: { lesson, section, at: Math.max(now, after(place?.at ?? 0)) } };
}

/** Begins anew. Whoever merges with this forgets as well. */
export const reset = (progress: Progress): Progress => ({
  ...NO_PROGRESS,
  resets: after(progress.resets),
});

/** Two accounts as one: commutative, associative, idempotent. Of two with unlike resets, the one with more holds. */
export function merge(a: Progress, b: Progress): Progress {
  if (a.resets !== b.resets) return a.resets > b.resets ? a : b;
  return { ...a, lessons: joinLessons(a.lessons, b.lessons), place: laterPlace(a.place, b.place) };
}

/**
 * Takes over all that `other` knows, from before a reset too, because the reader asked for it: by a file, or by undoing
 * the reset. Nothing that `mine` knows is lost, and its place is kept where it has one.
 */
export const addTo = (mine: Progress, other: Progress): Progress => ({
  ...mine,
  lessons: joinLessons(mine.lessons, other.lessons),
  place: mine.place ?? other.place,
});

/** The same text for the same progress, so that two tabs see when they agree. */
export function formatProgress({ v, resets, lessons, place }: Progress): string {
  const sorted = sortKeys(
    Object.fromEntries(Object.entries(lessons).map(([slug, parts]) => [slug, sortKeys(parts)])),
  );
  return JSON.stringify({
    v,
    resets,
    lessons: sorted,
    place: place && { lesson: place.lesson, section: place.section, at: place.at },
  });
}

const sortKeys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const joinLessons = (a: Progress['lessons'], b: Progress['lessons']) =>
  join(a, b, (one, other) => join(one, other, furtherState));

function join<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  both: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const joined = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = joined.get(key);
    joined.set(key, known === undefined ? value : both(known, value));
  }
  return Object.fromEntries(joined);
}

/** Every state in one row: only states of one kind are ever compared. */
const RANKS: readonly PartState[] = Object.values(STATES).flat();

const furtherState = (a: PartState, b: PartState): PartState =>
  RANKS.indexOf(a) >= RANKS.indexOf(b) ? a : b;

function laterPlace(a: Place | null, b: Place | null): Place | null {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  // At the same moment: any order will do, as long as both sides take the same.
  const nameOf = ({ lesson, section }: Place) => `${lesson}#${section}`;
  return nameOf(a) >= nameOf(b) ? a : b;
}
