/** The strip under a large buffer: which areas were written, at a resolution a strip can show. */
import type { ByteRange } from '../../core/bytes/ranges';

/** How many places the strip can tell apart; more would be thinner than a pixel on a phone. */
export const STRIP_BINS = 256;

/** The written areas of a buffer, rounded outward to `STRIP_BINS` bins and merged. */
export function writtenAreas(written: Uint8Array, byteLength: number): readonly ByteRange[] {
  const binSize = Math.max(1, Math.ceil(byteLength / STRIP_BINS));
  const areas: { start: number; end: number }[] = [];
  for (let start = 0; start < written.length; start += binSize) {
    if (!written.subarray(start, start + binSize).includes(1)) continue;
    const end = Math.min(byteLength, start + binSize);
    const last = areas.at(-1);
    if (last && last.end === start) last.end = end;
    else areas.push({ start, end });
  }
  return areas;
}
