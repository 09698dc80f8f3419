/**
 * One step of a trace as seven 32-bit words, so that recording is seven stores and replaying is a walk over numbers.
 *
 *     word  0        1     2           3, 4              5, 6
 *           meta     site  byteOffset  bytes before      bytes after     (element accesses, at most 8 bytes)
 *           meta     site  byteOffset  payload, length   detail, kept    (ranged accesses)
 *
 *     meta  bits 0–3 kind · 4–6 size code · 7 little-endian · 8 through a DataView · 9 assigned number · 10 assigned text
 *           11 range was 0 before · 12–13 family of a DataView access · 14–19 buffer (63: none) · 20–31 view (4095: none)
 *
 * Bytes before and after are the raw bytes of memory, lowest address first, whatever order they were read in. A ranged
 * access keeps its first `kept` bytes as they were and then as they are in the payload: all of them unless they lie
 * beyond what is tracked; reads keep none, a resize keeps the bytes it gave up, and an append to a SourceBuffer its own.
 * An element of at most 4 bytes leaves words 4 and 6 free: they hold the number that was assigned (the low and high word
 * of a float64) where it is not the one that was stored.
 */
import type { ElementType } from '../bytes/view-kinds';

/** Words of one row. */
export const ROW_WORDS = 7;

/** What a step did. The numbers are written into rows: new kinds go at the end. */
export const STEP_KINDS = [
  'read',
  'write',
  'copy',
  'resize',
  'detach',
  'host',
  'blob',
  'blobread',
  'url',
  'canvas',
  'message',
  'media',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const KIND = {
  read: 0,
  write: 1,
  copy: 2,
  resize: 3,
  detach: 4,
  host: 5,
  blob: 6,
  blobread: 7,
  url: 8,
  canvas: 9,
  message: 10,
  media: 11,
} as const satisfies Readonly<Record<StepKind, number>>;

/** Size codes 0 to 3 are 1, 2, 4 and 8 bytes in the row; RANGED keeps its bytes in the payload. */
export const RANGED = 4;
export const NO_VIEW = 0xfff;
export const NO_BUFFER = 0x3f;

export const LITTLE_ENDIAN = 1 << 7;
export const VIA_DATAVIEW = 1 << 8;
/** The assigned number stands in words 4 and 6. */
export const ASSIGNED_NUMBER = 1 << 9;
/** The assigned value stands in `Trace.assigned`, as text. */
export const ASSIGNED_TEXT = 1 << 10;

type ElementFamily = ElementType['family'];
const FAMILIES: readonly ElementFamily[] = ['u', 'i', 'f'];

/** A range that held nothing but 0 before: its payload has only the bytes after. */
export const WAS_ZERO = 1 << 11;

/** The bits that say how a DataView call reads its bytes. */
export const familyBits = (family: ElementFamily): number =>
  (family === 'u' ? 0 : family === 'i' ? 1 : 2) << 12;

/** The family of a DataView access. */
export const rowFamily = (meta: number): ElementFamily => FAMILIES[(meta >>> 12) & 3] ?? 'u';

/** Packs a row's first word. `size` is a size code; `flags` are the bits above. */
export function packMeta(
  kind: number,
  size: number,
  flags: number,
  buffer: number,
  view: number,
): number {
  return kind | (size << 4) | flags | (buffer << 14) | (view << 20);
}

export const kindOf = (meta: number): number => meta & 0xf;
export const sizeOf = (meta: number): number => (meta >>> 4) & 0x7;
export const bufferOf = (meta: number): number => (meta >>> 14) & 0x3f;
export const viewOf = (meta: number): number => meta >>> 20;

/** Whether a step of this kind leaves other bytes than it found, in the payload or in its row. */
export const storesBytes = (kind: number): boolean =>
  kind === KIND.write || kind === KIND.copy || kind === KIND.host;

/** How many bytes the row at word `at` covers. */
export function rowByteLength(rows: Uint32Array, at: number): number {
  const size = sizeOf(rows[at] as number);
  return size === RANGED ? (rows[at + 4] as number) : 1 << size;
}

/**
 * How many bytes the row at word `at` changed that are kept: what a loop goes by. The length of a range may be that of a
 * buffer far beyond what is tracked, or whatever a hostile realm wrote.
 */
export function rowKeptLength(rows: Uint32Array, at: number): number {
  const size = sizeOf(rows[at] as number);
  return size === RANGED ? (rows[at + 6] as number) : 1 << size;
}
