/** Where the reader is in a file, and what they have selected. */
import { parseOffset } from '../../core/bytes/parse-offset';
import type { ByteRange } from '../../core/bytes/ranges';
import { keyOf } from '../../core/key-of';
import { nextOffset } from '../media-file/model';

export interface Selection {
  /** The byte that was there first. */
  readonly anchor: number;
  /** The byte that the reader is at, before or behind it. */
  readonly at: number;
}

export const atByte = (offset: number): Selection => ({ anchor: offset, at: offset });

/** The reader is at its first byte. */
export const ofRange = ({ start, end }: ByteRange): Selection => ({
  anchor: Math.max(start, end - 1),
  at: start,
});

export const rangeOf = ({ anchor, at }: Selection): ByteRange => ({
  start: Math.min(anchor, at),
  end: Math.max(anchor, at) + 1,
});

/** What a key makes of a selection; null where it means nothing here. */
export function moved(
  { anchor, at }: Selection,
  press: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  byteLength: number,
  grid: { readonly rowBytes: number; readonly rows: number },
): Selection | null {
  const { shiftKey } = press;
  const key = keyOf(press);
  const withControl = press.ctrlKey || press.metaKey;
  if (withControl && key.toLowerCase() === 'a') return { anchor: byteLength - 1, at: 0 };
  if (key === 'Escape') return anchor === at ? null : atByte(at);
  const to = nextOffset(key, at, byteLength, withControl, grid);
  if (to === null) return null;
  return shiftKey ? { anchor, at: to } : atByte(to);
}

/** `outside`: a place that the file does not have. */
export type Destination = ByteRange | 'outside' | null;

/**
 * Where a text leads: an offset, or a range with both ends, `0x10..0x20`.
 *
 * @returns null for what is no place
 */
export function destinationOf(text: string, at: number, byteLength: number): Destination {
  const [from = '', to, ...more] = text.split('..');
  const start = parseOffset(from, at, byteLength);
  const last = to === undefined ? start : parseOffset(to, start ?? at, byteLength);
  if (start === null || last === null || more.length > 0 || last < start) return null;
  return start < 0 || last >= byteLength ? 'outside' : { start, end: last + 1 };
}
