/** How the reader has set the link of each bench, kept on this device. */
import { CLEAR_LINK, type LinkConditions } from '../../../core/trace/net-log';
import { pageStorage, Shelf, type RecordShape } from '../shelf';

export const LINK_LIMITS = {
  latencyMs: 10_000,
  bytesPerSecond: 1e9,
  chunkBytes: 16 * 1024 * 1024,
  dropAfter: 10_000,
} as const;

/** Bandwidths to choose from; null is as fast as it goes. */
export const SPEEDS: readonly (number | null)[] = [null, 10e6, 1e6, 250e3, 50e3];

export const isClear = (conditions: LinkConditions): boolean =>
  conditions.latencyMs === 0 &&
  conditions.bytesPerSecond === null &&
  conditions.chunkBytes === null &&
  conditions.dropAfter === null &&
  !conditions.duplicate &&
  !conditions.reorder;

/** A number that a field may hold: whole, not below `least`, and held within `most`; null for anything else. */
export function fieldNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return null;
  const rounded = Math.round(value);
  return rounded < least ? null : Math.min(rounded, most);
}

const within = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

/** The conditions a stored text stands for, or null when it is none that this code can read. */
export function parseLink(text: string): LinkConditions | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof stored !== 'object' || stored === null) return null;
  const {
    latencyMs,
    bytesPerSecond,
    // What was kept before there was one.
    chunkBytes = null,
    dropAfter,
    duplicate,
    reorder,
  } = stored as Record<string, unknown>;
  if (!within(latencyMs, 0, LINK_LIMITS.latencyMs)) return null;
  if (bytesPerSecond !== null && !within(bytesPerSecond, 1, LINK_LIMITS.bytesPerSecond))
    return null;
  if (chunkBytes !== null && !within(chunkBytes, 1, LINK_LIMITS.chunkBytes)) return null;
  if (dropAfter !== null && !within(dropAfter, 1, LINK_LIMITS.dropAfter)) return null;
  if (typeof duplicate !== 'boolean' || typeof reorder !== 'boolean') return null;
  return { latencyMs, bytesPerSecond, chunkBytes, dropAfter, duplicate, reorder };
}

export const LINKS: RecordShape<LinkConditions> = {
  prefix: 'bytescope:link:',
  empty: CLEAR_LINK,
  isEmpty: isClear,
  parse: parseLink,
};

let shared: Shelf<LinkConditions> | undefined;

export function pageLinks(): Shelf<LinkConditions> {
  shared ??= new Shelf(pageStorage(), LINKS);
  return shared;
}

/**
 * How the link of a bench is set when it opens: as the reader once set it, else as the program came. Only reads: what
 * comes with a shared link is not written because somebody opened it.
 */
export function linkAtStart(
  links: Shelf<LinkConditions>,
  id: string,
  given: LinkConditions | null,
): LinkConditions {
  const kept = links.read(id);
  if (kept.kind === 'read' && !isClear(kept.value)) return kept.value;
  return given ?? CLEAR_LINK;
}
