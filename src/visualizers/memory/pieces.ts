/** Cuts what covers bytes into the pieces that are in sight, and says which of them carries the text. */
import { cutAtMultiples, intersect, rangeLength, type ByteRange } from '../../core/bytes/ranges';

export const OCTET = 8;

export interface CutPiece {
  readonly part: ByteRange;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
  readonly printed: boolean;
}

/** The pieces of `range` inside `window`, cut at octets. The first of the largest ones is `printed`. */
export function cutPieces(range: ByteRange, window: ByteRange): readonly CutPiece[] {
  const inSight = intersect(range, window);
  if (!inSight) return [];
  const parts = cutAtMultiples(inSight, OCTET);
  const largest = Math.max(...parts.map(rangeLength));
  const printedAt = parts.findIndex((part) => rangeLength(part) === largest);
  return parts.map((part, index) => ({
    part,
    cutLeft: part.start > range.start,
    cutRight: part.end < range.end,
    printed: index === printedAt,
  }));
}
