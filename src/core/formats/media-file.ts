/** Media files of either format, all in memory or by ranges. */
import type { ByteRange } from '../bytes/ranges';
import type { FormatElement, FormatTree } from './element';
import { mp4Reading } from './mp4';
import { finish, finishByRanges, Held, type FileBytes, type Reading } from './reading';
import { webmChildrenReading, webmReading } from './webm';

const NOTHING = new Uint8Array(0);
/** What a format is told by. */
export const SIGNATURE_BYTES = 12;

/** Boxes that a file, or a segment of one, begins with. */
const FIRST_BOXES = [
  'ftyp',
  'styp',
  'moof',
  'moov',
  'sidx',
  'mdat',
  'free',
  'wide',
  'skip',
  'emsg',
];

/** Which format bytes are of, by their first ones; null: neither of the two. */
export function formatOf(bytes: Uint8Array): FormatTree['format'] | null {
  // EBML; or what a segment that follows a WebM's beginning starts with: Segment, Cluster.
  if (['1A45DFA3', '18538067', '1F43B675'].includes(hexOf(bytes.subarray(0, 4)))) return 'webm';
  return FIRST_BOXES.includes(String.fromCharCode(...bytes.subarray(4, 8))) ? 'mp4' : null;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');

/** The whole tree of a file that is in memory; null where it is of neither format. */
export function readMedia(bytes: Uint8Array): FormatTree | null {
  const held = new Held(bytes.length, bytes);
  return finish(mediaReading(held, 'all'), (range) => bytes.subarray(range.start, range.end));
}

/**
 * The tree of a file, reading of it only what that takes. Of WebM's clusters it has the first children
 * (`childrenAreRead`); `readChildren` gets the others.
 *
 * @returns null where it is of neither format
 * @throws what the file's `read` rejects with; a RangeError where it gives fewer bytes than it has
 */
export function readMediaByRanges(
  file: FileBytes,
  signal?: AbortSignal,
): Promise<FormatTree | null> {
  return finishByRanges(mediaReading(new Held(file.byteLength, NOTHING), 'first'), file, signal);
}

/**
 * The same tree from the few bytes that it takes, which `bytesOf` has.
 *
 * @throws RangeError where it has them not
 */
export function readMediaSparsely(
  byteLength: number,
  bytesOf: (range: ByteRange) => Uint8Array,
): FormatTree | null {
  return finish(mediaReading(new Held(byteLength, NOTHING, false), 'first'), bytesOf);
}

/** All children of an element of which only the first were read. */
export async function readChildren(
  file: FileBytes,
  element: FormatElement,
  signal?: AbortSignal,
): Promise<Pick<FormatTree, 'elements' | 'problems'>> {
  const held = new Held(file.byteLength, NOTHING);
  return finishByRanges(webmChildrenReading(held, element), file, signal);
}

function* mediaReading(held: Held, clusters: 'all' | 'first'): Reading<FormatTree | null> {
  if (!held.has(0, SIGNATURE_BYTES)) yield* held.ask(0, SIGNATURE_BYTES);
  const format = formatOf(held.slice({ start: 0, end: SIGNATURE_BYTES }));
  if (format === null) return null;
  return format === 'webm' ? yield* webmReading(held, clusters) : yield* mp4Reading(held);
}

/** First bytes of formats that are no media file of ours, `..` for any byte. */
const OTHERS: readonly (readonly [name: string, hex: string])[] = [
  ['PNG', '89504E470D0A1A0A'],
  ['JPEG', 'FFD8FF'],
  ['GIF', '474946'],
  ['WebP', '52494646........57454250'],
  ['WAV', '52494646........57415645'],
  ['AVI', '52494646........415649'],
  ['Ogg', '4F676753'],
  ['MP3', '494433'],
  ['FLAC', '664C6143'],
  ['FLV', '464C56'],
  ['MPEG-TS', '47'],
  ['PDF', '25504446'],
  ['ZIP', '504B0304'],
];

/** What bytes look like that are of neither format; null where that is not known either. */
export function looksLike(bytes: Uint8Array): string | null {
  const hex = hexOf(bytes.subarray(0, SIGNATURE_BYTES));
  const other = OTHERS.find(([, pattern]) => new RegExp(`^${pattern}`).test(hex));
  return other?.[0] ?? null;
}
