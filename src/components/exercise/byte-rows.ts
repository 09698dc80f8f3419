/** Which bytes of a comparison are shown: rows of eight, those first that hold what the check speaks of. */
import type { BytesProblem } from '../../core/exercise/feedback';

export interface ByteRow {
  /** The first byte's offset. */
  readonly start: number;
  readonly cells: readonly {
    /** Null where one side has no such byte. */
    readonly expected: number | null;
    readonly found: number | null;
    readonly differs: boolean;
  }[];
}

const ROW = 8;
const MOST_ROWS = 3;

/** @returns the rows in order, and how many bytes differ in those that are left out */
export function byteRows({ expected, found, range, differing }: BytesProblem): {
  readonly rows: readonly ByteRow[];
  readonly hidden: number;
} {
  const length = Math.max(expected.length, found.length);
  const differs = new Set(differing);
  const wanted = new Set<number>();
  const want = (byte: number) => {
    if (wanted.size < MOST_ROWS) wanted.add(Math.floor(byte / ROW));
  };
  differing.filter((byte) => byte >= range.start && byte < range.end).forEach(want);
  differing.forEach(want);
  const rows = [...wanted]
    .toSorted((a, b) => a - b)
    .map((row): ByteRow => {
      const start = row * ROW;
      return {
        start,
        cells: Array.from({ length: Math.min(ROW, length - start) }, (_, i) => ({
          expected: expected[start + i] ?? null,
          found: found[start + i] ?? null,
          differs: differs.has(start + i),
        })),
      };
    });
  const hidden = differing.filter((byte) => !wanted.has(Math.floor(byte / ROW))).length;
  return { rows, hidden };
}
