/**
 * How the cells of a recorded run look at the shown step. Pure questions to a MemoryReplay: React asks them once for the
 * first form, the painter for every later one.
 */
import { formatElement, formatFull } from '../../core/bytes/format';
import { intersect, type ByteRange } from '../../core/bytes/ranges';
import { readElement } from '../../core/bytes/read';
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryReplay } from './memory-replay';
import type { BracketCell, HeadPart, LaneNote, MemoryModel, Octet } from './types';

export interface ByteLook {
  readonly value: number;
  readonly state: 'zero' | 'written' | 'room';
  readonly changed: boolean;
}

export function byteLook(replay: MemoryReplay, bufferId: number, offset: number): ByteLook {
  const value = replay.memory.isMade(bufferId) ? replay.bytesOf(bufferId)[offset] : undefined;
  if (value === undefined) return { value: 0, state: 'room', changed: false };
  const state = replay.wasWritten(bufferId, offset) ? 'written' : 'zero';
  return { value, state, changed: replay.changed(bufferId, offset) };
}

export interface LaneLook {
  /** The view does not reach these bytes at this step. */
  readonly absent: boolean;
  readonly text: string;
  /** All digits. */
  readonly full: string;
  readonly zero: boolean;
  readonly changed: boolean;
  readonly now: boolean;
}

const ABSENT: LaneLook = {
  absent: true,
  text: '',
  full: '',
  zero: true,
  changed: false,
  now: false,
};

/** An element of a typed array over `range`. */
export function valueLook(
  replay: MemoryReplay,
  bufferId: number,
  viewId: number,
  kind: ElementKind,
  range: ByteRange,
): LaneLook {
  const reach = replay.memory.rangeOfView(viewId);
  if (range.start < reach.start || range.end > reach.end) return ABSENT;
  const bytes = replay.bytesOf(bufferId);
  if (range.end > bytes.length) return ABSENT;
  const value = readElement(bytes, range.start, kind);
  const head = replay.head;
  const touched =
    head?.viewId === viewId && head.range.start <= range.start && range.end <= head.range.end;
  return {
    absent: false,
    text: formatElement(value, ELEMENT_TYPES[kind].family),
    full: formatFull(value),
    ...stateOf(replay, bufferId, range),
    now: touched,
  };
}

export interface BracketPlace {
  readonly viewId: number;
  readonly method: 'get' | 'set';
  readonly type: ElementKind;
  readonly littleEndian: boolean;
  readonly range: ByteRange;
  /** The first step that makes the call. */
  readonly step: number;
}

export interface BracketLook extends LaneLook {
  /** Its step is still to come. */
  readonly future: boolean;
}

/** The bracket of a DataView call. */
export function bracketLook(
  replay: MemoryReplay,
  bufferId: number,
  place: BracketPlace,
): BracketLook {
  const future = replay.step < place.step;
  const bytes = replay.bytesOf(bufferId);
  const { range } = place;
  if (range.end > bytes.length) return { ...ABSENT, future, absent: !future };
  const value = readElement(bytes, range.start, place.type, place.littleEndian);
  const step = replay.current;
  const head = replay.head;
  return {
    absent: false,
    text: '',
    full: formatFull(value),
    ...stateOf(replay, bufferId, range),
    future,
    now:
      head?.viewId === place.viewId &&
      head.range.start === range.start &&
      head.range.end === range.end &&
      (head.access === 'read') === (place.method === 'get') &&
      step?.littleEndian === place.littleEndian &&
      step.type === place.type,
  };
}

/** Why a lane has no cells at this step. */
export function laneNoteAt(replay: MemoryReplay, viewId: number): LaneNote | null {
  const { memory, trace } = replay;
  const view = trace.views[viewId];
  if (!view) return null;
  if (!memory.isViewMade(viewId)) return 'unmade';
  if (memory.isDetached(view.bufferId)) return 'detached';
  const reach = memory.rangeOfView(viewId);
  if (reach.end > reach.start) return null;
  const room = memory.byteLengthOf(view.bufferId);
  const isOut = view.lengthTracking
    ? view.byteOffset > room
    : view.byteOffset + view.byteLength > room;
  return isOut ? 'out-of-bounds' : 'empty';
}

/** What the head frames of an octet. */
export function headPartAt(
  replay: MemoryReplay,
  bufferId: number,
  octet: ByteRange,
): HeadPart | null {
  const head = replay.head;
  if (head?.bufferId !== bufferId) return null;
  const part = intersect(head.range, octet);
  if (!part) return null;
  const { start, end } = head.range;
  return { part, access: head.access, tagged: part.start === start, goesOn: part.end < end };
}

function stateOf(replay: MemoryReplay, bufferId: number, range: ByteRange) {
  let zero = true;
  let changed = false;
  for (let at = range.start; at < range.end; at++) {
    if (zero && replay.wasWritten(bufferId, at)) zero = false;
    if (!changed && replay.changed(bufferId, at)) changed = true;
  }
  return { zero, changed };
}

/** A model laid out from a replay's layout, dressed for the shown step. */
export function dressModel(model: MemoryModel, replay: MemoryReplay): MemoryModel {
  const { bufferId } = model;
  const { memory } = replay;
  const viewIds = model.lanes.map(({ id }) => viewIdOf(id));
  const octets = model.octets.map((octet): Octet => {
    const bytes = octet.bytes.map((byte) => ({
      ...byte,
      ...byteLook(replay, bufferId, byte.offset),
    }));
    const start = octet.start;
    return {
      ...octet,
      bytes,
      head: headPartAt(replay, bufferId, { start, end: start + octet.bytes.length }),
      rows: octet.rows.map((row, index) => ({
        ...row,
        cells: row.cells.map((cell) => {
          const viewId = viewIds[index] ?? -1;
          if (cell.kind === 'label') return cell;
          if (cell.kind === 'bracket') {
            return {
              ...cell,
              ...bracketLook(replay, bufferId, placeOf(cell, viewId)),
              text: cell.text,
            };
          }
          const kind = replay.trace.views[viewId]?.kind;
          if (kind === undefined || kind === 'DataView') return cell;
          return { ...cell, ...valueLook(replay, bufferId, viewId, kind, cell.range) };
        }),
      })),
    };
  });
  return {
    ...model,
    live: true,
    made: memory.isMade(bufferId),
    byteLength: memory.byteLengthOf(bufferId),
    detached: memory.isDetached(bufferId),
    lanes: model.lanes.map((lane, index) => ({
      ...lane,
      note: laneNoteAt(replay, viewIds[index] ?? -1),
      line: replay.trace.views[viewIds[index] ?? -1]?.line ?? null,
    })),
    octets,
  };
}

const placeOf = (cell: BracketCell, viewId: number): BracketPlace => ({
  viewId,
  method: cell.method,
  type: cell.type,
  littleEndian: cell.littleEndian,
  range: cell.range,
  step: cell.step ?? 0,
});

/** `view-3` → 3. */
export const viewIdOf = (laneId: string): number => Number(laneId.slice(laneId.indexOf('-') + 1));
