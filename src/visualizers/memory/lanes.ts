/** What stands in one lane: elements of a typed array, brackets of DataView calls, or labels. */
import { formatElement, formatFull } from '../../core/bytes/format';
import { intersect, overlaps, rangeAt, type ByteRange } from '../../core/bytes/ranges';
import { readElement } from '../../core/bytes/read';
import { ELEMENT_TYPES } from '../../core/bytes/view-kinds';
import type { BufferState, DataViewCall, ViewState } from '../../core/trace/memory-state';
import type { TracedCall } from '../../core/trace/step-calls';
import { kindTag } from './lane-names';
import { cutPieces } from './pieces';
import type { BracketCell, Head, LabelCell, LabelLane, ValueCell } from './types';

/** What a lane's cells depend on besides the view itself. */
export interface LaneScene {
  readonly buffer: BufferState;
  readonly window: ByteRange;
  readonly changed: ReadonlySet<number> | undefined;
  readonly head: Head | undefined;
}

/** The id of a view's lane, and of the lane of labels. */
export const viewLaneId = (view: ViewState): string => `view-${view.id}`;
export const LABELS_LANE_ID = 'labels';

/** Rows of overlapping DataView calls kept; a fourth bracket over the same bytes no longer explains anything. */
export const MAX_TRACKS = 3;

/** The elements of a typed array that are in sight, in order. */
export function valueCells(view: ViewState, name: string, scene: LaneScene): readonly ValueCell[] {
  if (view.kind === 'DataView') return [];
  const laneId = viewLaneId(view);
  const { byteSize, family } = ELEMENT_TYPES[view.kind];
  const bytes = scene.buffer.bytes;
  const viewEnd = Math.min(view.byteOffset + view.byteLength, bytes.length);
  const seen = intersect({ start: view.byteOffset, end: viewEnd }, scene.window);
  if (!seen) return [];
  const count = Math.floor((viewEnd - view.byteOffset) / byteSize);
  const first = Math.floor((seen.start - view.byteOffset) / byteSize);
  const cells: ValueCell[] = [];
  for (let index = first; index < count; index++) {
    const range = rangeAt(view.byteOffset + index * byteSize, byteSize);
    if (range.start >= seen.end) break;
    const value = readElement(bytes, range.start, view.kind);
    const shared = {
      kind: 'value' as const,
      name: `${name}[${index}]`,
      range,
      text: formatElement(value, family),
      full: formatFull(value),
      ...stateOf(range, laneId, scene),
    };
    for (const piece of cutPieces(range, scene.window)) cells.push({ ...shared, ...piece });
  }
  return cells;
}

interface PlacedCall extends ByteRange {
  /** A call of a recording knows its step and how often it was made. */
  readonly call: DataViewCall & Partial<Pick<TracedCall, 'step' | 'count'>>;
  readonly track: number;
  count: number;
}

/** The brackets of one DataView: where, and in which row. Rows come from all calls, so that a moving window keeps them. */
export function placeCalls(
  calls: readonly PlacedCall['call'][],
  view: ViewState,
): { readonly placed: readonly PlacedCall[]; readonly omitted: number } {
  const placed = new Map<string, PlacedCall>();
  let omitted = 0;
  for (const call of calls) {
    if (call.viewId !== view.id) continue;
    const key = `${call.byteOffset} ${call.method} ${call.type} ${call.littleEndian}`;
    const same = placed.get(key);
    if (same) {
      same.count++;
      continue;
    }
    const range = rangeAt(call.byteOffset, ELEMENT_TYPES[call.type].byteSize);
    const track = freeTrack(range, [...placed.values()]);
    if (track < MAX_TRACKS) placed.set(key, { ...range, call, track, count: call.count ?? 1 });
    else omitted++;
  }
  return { placed: [...placed.values()], omitted };
}

function freeTrack(range: ByteRange, placed: readonly PlacedCall[]): number {
  const used = new Set(placed.filter((other) => overlaps(other, range)).map(({ track }) => track));
  let track = 0;
  while (used.has(track)) track++;
  return track;
}

/** The brackets in sight, in memory order. */
export function bracketCells(
  placed: readonly PlacedCall[],
  view: ViewState,
  name: string,
  scene: LaneScene,
): readonly BracketCell[] {
  const cells: BracketCell[] = [];
  const laneId = viewLaneId(view);
  const inOrder = [...placed].sort((a, b) => a.start - b.start || a.track - b.track);
  for (const { call, track, count, start, end } of inOrder) {
    // The buffer may have shrunk since the call: there is nothing left to bracket.
    if (end > scene.buffer.bytes.length) continue;
    const range = { start, end };
    const { suffix, byteSize } = ELEMENT_TYPES[call.type];
    const order = byteSize > 1 && call.littleEndian ? ' LE' : '';
    const value = readElement(scene.buffer.bytes, start, call.type, call.littleEndian);
    const shared = {
      kind: 'bracket' as const,
      name: `${name}.${call.method}${suffix}(${start - view.byteOffset})`,
      range,
      text: `${call.method}${suffix}${order}`,
      shortText: `${kindTag(call.type)}${order}`,
      full: formatFull(value),
      method: call.method,
      type: call.type,
      littleEndian: call.littleEndian,
      line: call.line,
      step: call.step ?? null,
      count,
      track,
      ...stateOf(range, laneId, scene),
    };
    for (const piece of cutPieces(range, scene.window)) cells.push({ ...shared, ...piece });
  }
  return cells;
}

/** The labels in sight. */
export function labelCells(lane: LabelLane, scene: LaneScene): readonly LabelCell[] {
  const laneId = LABELS_LANE_ID;
  return lane.labels.flatMap(({ name, text, full, named, start, end }) => {
    const range = { start, end };
    const shared = {
      kind: 'label' as const,
      name,
      range,
      text,
      full,
      named,
      ...stateOf(range, laneId, scene),
    };
    return cutPieces(range, scene.window).map((piece) => ({ ...shared, ...piece }));
  });
}

function stateOf(range: ByteRange, laneId: string, { buffer, changed, head }: LaneScene) {
  const written = buffer.written.subarray(range.start, range.end).includes(1);
  let isChanged = false;
  if (changed) for (let at = range.start; at < range.end; at++) isChanged ||= changed.has(at);
  const now = head?.lane === laneId && head.start === range.start && head.end === range.end;
  return { zero: !written, changed: isChanged, now };
}
