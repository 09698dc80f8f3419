/**
 * A media file as tree, bytes and timeline: what each of them draws, and how a place in one is found in the others. An
 * element is known by the offset of its first byte. Pure.
 */
import { overlaps, type ByteRange } from '../../core/bytes/ranges';
import { walk, type FormatElement, type FormatTree } from '../../core/formats/element';
import type { MediaFacts } from '../../core/formats/media-facts';

/** The offset of an element's first byte: no two elements begin at one byte. */
export type ElementKey = number;

export const keyOf = ({ range }: FormatElement): ElementKey => range.start;

export interface TreeRow {
  readonly element: FormatElement;
  readonly key: ElementKey;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** Null for one that cannot be opened. */
  readonly isOpen: boolean | null;
}

/** The rows of a tree, of which those masters are open. */
export function treeRows(
  elements: readonly FormatElement[],
  open: ReadonlySet<ElementKey>,
  level = 1,
): readonly TreeRow[] {
  return elements.flatMap((element, index): TreeRow[] => {
    const key = keyOf(element);
    const canOpen = element.children.length > 0 || !element.childrenAreRead;
    const isOpen = canOpen ? open.has(key) : null;
    const row = { element, key, level, position: index + 1, siblings: elements.length, isOpen };
    return isOpen === true ? [row, ...treeRows(element.children, open, level + 1)] : [row];
  });
}

/** Masters that are open at first: what every file has once. Clusters and fragments are many. */
const OPEN_AT_FIRST: ReadonlySet<string> = new Set([
  ...['EBML', 'Segment', 'Info', 'Tracks', 'TrackEntry', 'Video', 'Audio'],
  ...['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd', 'avc1', 'mp4a'],
]);
/** What is chosen at first, the first of these that there is: it has something to say. */
const CHOSEN_AT_FIRST = ['DocType', 'ftyp', 'EBML'];

export function openAtFirst(
  { elements }: FormatTree,
  chosen: ElementKey | null,
): ReadonlySet<ElementKey> {
  const open = new Set<ElementKey>();
  for (const element of walk(elements))
    if (OPEN_AT_FIRST.has(element.name)) open.add(keyOf(element));
  if (chosen !== null)
    for (const above of pathTo(elements, chosen).slice(0, -1)) open.add(keyOf(above));
  return open;
}

export function chosenAtFirst({ elements }: FormatTree): ElementKey | null {
  const all = [...walk(elements)];
  const found = CHOSEN_AT_FIRST.flatMap((name) => all.find((each) => each.name === name) ?? []);
  const first = found[0] ?? all[0];
  return first === undefined ? null : keyOf(first);
}

/** From the top down to the element of this key; empty where there is none. */
export function pathTo(
  elements: readonly FormatElement[],
  key: ElementKey,
): readonly FormatElement[] {
  for (const element of elements) {
    if (key < element.range.start || key >= Math.max(element.range.end, element.range.start + 1))
      continue;
    return keyOf(element) === key ? [element] : [element, ...pathTo(element.children, key)];
  }
  return [];
}

export function elementOf(
  elements: readonly FormatElement[],
  key: ElementKey | null,
): FormatElement | null {
  const last = key === null ? undefined : pathTo(elements, key).at(-1);
  return last !== undefined && keyOf(last) === key ? last : null;
}

/** What a byte is of the innermost element that it belongs to. */
export type ByteRole = 'id' | 'size' | 'data';
/** How data is read; `x` is text and binary. */
export type Tint = 'u' | 'i' | 'f' | 'x';

export interface ByteMeaning {
  /** Null for a byte that no element holds. */
  readonly key: ElementKey | null;
  readonly role: ByteRole | null;
  readonly tint: Tint;
}

const NO_MEANING: ByteMeaning = { key: null, role: null, tint: 'x' };

/** What each byte of a range is. */
export function meaningsOf(
  elements: readonly FormatElement[],
  range: ByteRange,
): readonly ByteMeaning[] {
  const meanings = new Array<ByteMeaning>(range.end - range.start).fill(NO_MEANING);
  const fill = (part: ByteRange, meaning: ByteMeaning) => {
    const from = Math.max(part.start, range.start);
    const to = Math.min(part.end, range.end);
    for (let offset = from; offset < to; offset++) meanings[offset - range.start] = meaning;
  };
  const enter = (list: readonly FormatElement[]) => {
    for (const element of list) {
      if (element.range.start >= range.end) break;
      if (!overlaps(element.range, range)) continue;
      const key = keyOf(element);
      fill(element.data, { key, role: 'data', tint: tintOf(element) });
      if (element.value?.kind === 'fields')
        for (const field of element.value.value)
          if (typeof field.value !== 'string') fill(field.range, { key, role: 'data', tint: 'u' });
      fill(element.sizeRange, { key, role: 'size', tint: 'x' });
      fill(element.idRange, { key, role: 'id', tint: 'x' });
      // A size of 64 bits leaves the number 1 where a size of 32 bits would be.
      if (
        element.sizeRange.start > element.idRange.start &&
        element.range.start < element.idRange.start
      )
        fill(
          { start: element.range.start, end: element.idRange.start },
          { key, role: 'size', tint: 'x' },
        );
      enter(element.children);
    }
  };
  enter(elements);
  return meanings;
}

const SIGNED = new Set(['ReferenceBlock', 'DiscardPadding', 'DateUTC']);

export function tintOf({ value, name }: FormatElement): Tint {
  if (value?.kind === 'integer') return SIGNED.has(name) ? 'i' : 'u';
  return value?.kind === 'float' ? 'f' : 'x';
}

/** Bytes in a row of the dump, and rows that are shown at once. */
export const ROW_BYTES = 16;
export const ROWS = 12;

/** The first row that is shown so that an offset is in sight, as little away from `top` as can be. */
export function topRowFor(top: number, offset: number, byteLength: number): number {
  const row = Math.floor(offset / ROW_BYTES);
  const last = lastTopRow(byteLength);
  if (row >= top && row < top + ROWS) return Math.min(top, last);
  // Coming from elsewhere, what goes before is worth a row.
  return Math.max(0, Math.min(last, row - 1));
}

export const lastTopRow = (byteLength: number): number =>
  Math.max(0, Math.ceil(byteLength / ROW_BYTES) - ROWS);

/** Where a key of a byte grid leads from an offset; null when it means nothing here. */
export function nextOffset(
  key: string,
  offset: number,
  byteLength: number,
  withControl: boolean,
  { rowBytes, rows } = { rowBytes: ROW_BYTES, rows: ROWS },
): number | null {
  const inRow = offset % rowBytes;
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: offset + 1,
    ArrowLeft: offset - 1,
    ArrowDown: offset + rowBytes,
    ArrowUp: offset - rowBytes,
    PageDown: offset + rowBytes * rows,
    PageUp: offset - rowBytes * rows,
    Home: withControl ? 0 : offset - inRow,
    End: withControl ? byteLength - 1 : offset - inRow + rowBytes - 1,
  };
  const wanted = moves[key];
  if (wanted === undefined) return null;
  // A row up from the first one leads nowhere, not to another column.
  if (wanted < 0) return key === 'PageUp' ? inRow : key === 'ArrowLeft' ? 0 : offset;
  if (wanted < byteLength) return wanted;
  return key === 'ArrowDown' ? offset : byteLength - 1;
}

export interface TimePiece {
  /** The cluster, or the `moof`. */
  readonly key: ElementKey;
  /** From 1; the same for one. */
  readonly first: number;
  readonly last: number;
  readonly range: ByteRange;
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
}

export interface TimeMark {
  /** The block. */
  readonly key: ElementKey;
  readonly time: number;
}

export interface Timeline {
  /** Milliseconds from 0. */
  readonly end: number;
  readonly pieces: readonly TimePiece[];
  /** Keyframes of pictures that are known. */
  readonly keyframes: readonly TimeMark[];
  /** Where not all keyframes are known yet. */
  readonly isWhole: boolean;
}

/** Pieces that are drawn; more are joined. */
const MOST_PIECES = 64;
const MOST_KEYFRAMES = 400;

/** Null where there is nothing to lay out along time. */
export function timelineOf(facts: MediaFacts, elements: readonly FormatElement[]): Timeline | null {
  const timed = facts.segments.flatMap((segment) =>
    segment.time === null ? [] : [{ ...segment, time: Math.max(0, segment.time) }],
  );
  if (timed.length === 0) return null;
  const first = timed[0]?.time ?? 0;
  const last = timed.at(-1)?.time ?? 0;
  // A fragment that does not say when it ends is taken to be as long as the others.
  const usual = timed.length > 1 ? (last - first) / (timed.length - 1) : 1000;
  const end = Math.max(facts.durationMs ?? last + usual, last + 1);
  const each = Math.ceil(timed.length / MOST_PIECES);
  const pieces: TimePiece[] = [];
  for (let i = 0; i < timed.length; i += each) {
    const group = timed.slice(i, i + each);
    const [head] = group;
    const tail = group.at(-1);
    if (!head || !tail) continue;
    pieces.push({
      key: head.range.start,
      first: i + 1,
      last: i + group.length,
      range: { start: head.range.start, end: tail.range.end },
      start: head.time,
      end: Math.max(head.time, timed[i + each]?.time ?? end),
    });
  }
  const pictures = new Set(
    facts.tracks.filter(({ kind }) => kind === 'video').map((t) => t.number),
  );
  const keyframes = facts.segments.flatMap(({ frames }) =>
    frames
      .filter(({ keyframe, track }) => keyframe && pictures.has(track))
      .map(({ range, time }) => ({ key: range.start, time })),
  );
  const isWhole = [...walk(elements)].every(({ childrenAreRead }) => childrenAreRead);
  return { end, pieces, keyframes: keyframes.slice(0, MOST_KEYFRAMES), isWhole };
}

/** When the element of a key plays, in milliseconds: a block's own time, else that of its cluster or fragment. */
export function timeOf(facts: MediaFacts, key: ElementKey): number | null {
  for (const { range, time, frames } of facts.segments) {
    if (key < range.start || key >= range.end) continue;
    const frame = frames.find((each) => key >= each.range.start && key < each.range.end);
    return frame?.time ?? time;
  }
  return null;
}

/** The tree with all children of one element in place of its first ones. */
export function withChildren(
  elements: readonly FormatElement[],
  key: ElementKey,
  children: readonly FormatElement[],
): readonly FormatElement[] {
  return elements.map((element) => {
    if (keyOf(element) === key) return { ...element, children, childrenAreRead: true };
    if (key <= element.range.start || key >= element.range.end) return element;
    return { ...element, children: withChildren(element.children, key, children) };
  });
}

/** The row that typing leads to: the next one, from `from` on and round, whose name begins with what was typed. */
export function rowByName(rows: readonly TreeRow[], from: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  // One letter again goes on to the next; more letters may still fit here.
  const first = typed.length === 1 ? from + 1 : from;
  for (let i = 0; i < rows.length; i++) {
    const at = (first + i) % rows.length;
    if (rows[at]?.element.name.toLowerCase().startsWith(wanted) === true) return at;
  }
  return null;
}

/** The bytes that are drawn before anybody chooses anything. */
export function bytesAtFirst(tree: FormatTree, byteLength: number): readonly ByteRange[] {
  const key = chosenAtFirst(tree) ?? 0;
  const start = topRowFor(0, key, byteLength) * ROW_BYTES;
  const head = elementOf(tree.elements, key)?.data.start ?? key;
  return [
    { start, end: Math.min(byteLength, start + ROWS * ROW_BYTES) },
    { start: key, end: Math.min(byteLength, head + 8) },
  ];
}
