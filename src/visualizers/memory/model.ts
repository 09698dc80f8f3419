/**
 * Memory as the memory view draws it: octets of eight bytes, and under them one lane per view in order of
 * construction. Pure: a MemoryState goes in, a MemoryModel comes out.
 */
import { formatByte, type ByteBase } from '../../core/bytes/format';
import { intersect, type ByteRange } from '../../core/bytes/ranges';
import { familyOf } from '../../core/bytes/view-kinds';
import type { BufferState, MemoryState, ViewState } from '../../core/trace/memory-state';
import { laneNames } from './lane-names';
import {
  bracketCells,
  LABELS_LANE_ID,
  labelCells,
  placeCalls,
  valueCells,
  viewLaneId,
  type LaneScene,
} from './lanes';
import { OCTET } from './pieces';
import { writtenAreas } from './strip';
import type {
  ByteCell,
  HeadPart,
  Lane,
  LaneCell,
  LaneNote,
  MemoryModel,
  ModelOptions,
  Octet,
  Strip,
} from './types';

/** Buffers up to here are drawn whole; larger ones through a window. */
export const FULL_BYTES = 64;
export const WINDOW_BYTES = 32;

interface DrawnLane {
  readonly lane: Lane;
  readonly cells: readonly LaneCell[];
  readonly isDataView: boolean;
}

/**
 * Lays out one buffer of a state.
 *
 * @throws RangeError when the state has no buffer of that id.
 */
export function memoryModel(
  state: MemoryState,
  bufferId: number,
  options: ModelOptions = {},
): MemoryModel {
  const buffer = state.buffers.find(({ id }) => id === bufferId);
  if (!buffer) {
    const known = state.buffers.map(({ id }) => id).join(', ') || 'none';
    throw new RangeError(`No buffer ${bufferId} in this state; it has: ${known}.`);
  }
  const window = windowOf(buffer, options.windowStart ?? 0);
  const scene: LaneScene = { buffer, window, changed: options.changed, head: options.head };
  const names = laneNames(state);
  const drawn: DrawnLane[] = state.views
    .filter((view) => view.bufferId === bufferId)
    .sort((a, b) => a.id - b.id)
    .map((view) => {
      const { name, shortName } = names.get(view.id) ?? { name: view.kind, shortName: 'view' };
      const { placed, omitted } = placeCalls(state.calls, view);
      const isDataView = view.kind === 'DataView';
      return {
        isDataView,
        cells: isDataView ? bracketCells(placed, view, name, scene) : valueCells(view, name, scene),
        lane: {
          id: viewLaneId(view),
          name,
          shortName,
          family: familyOf(view.kind),
          kindName: view.kind,
          range: { start: view.byteOffset, end: view.byteOffset + view.byteLength },
          lengthTracking: view.lengthTracking,
          note: noteOf(view, buffer),
          line: view.line,
          tracks: Math.max(1, ...placed.map(({ track }) => track + 1)),
          omittedCalls: omitted,
        },
      };
    });
  if (options.labels) drawn.unshift(labelLane(options.labels, scene));
  return {
    bufferId,
    name: buffer.name,
    byteLength: buffer.byteLength,
    maxByteLength: buffer.maxByteLength,
    shared: buffer.shared,
    detached: buffer.detached,
    live: false,
    made: true,
    line: buffer.line,
    trackedLength: buffer.bytes.length,
    window,
    lanes: drawn.map(({ lane }) => lane),
    octets: octetsOf(scene, drawn, options.base ?? 'hex'),
    strip: stripOf(buffer),
  };
}

function isWindowed(buffer: BufferState): boolean {
  return buffer.bytes.length > FULL_BYTES;
}

/** The largest start a window can have: the last octet, whole or not, is in it. */
function maxWindowStart(buffer: BufferState): number {
  return Math.ceil(buffer.bytes.length / OCTET) * OCTET - WINDOW_BYTES;
}

function windowOf(buffer: BufferState, wanted: number): ByteRange {
  const byteLength = buffer.bytes.length;
  if (!isWindowed(buffer)) return { start: 0, end: byteLength };
  const aligned = Math.floor(wanted / OCTET) * OCTET;
  const start = Math.min(Math.max(0, aligned), maxWindowStart(buffer));
  return { start, end: Math.min(byteLength, start + WINDOW_BYTES) };
}

/** The window start that brings a byte into sight with the least movement. */
export function windowStartFor(model: MemoryModel, offset: number): number {
  const { start } = model.window;
  if (offset < start) return Math.floor(offset / OCTET) * OCTET;
  if (offset < start + WINDOW_BYTES) return start;
  return Math.floor(offset / OCTET) * OCTET - WINDOW_BYTES + OCTET;
}

/** The window start that follows a head: its octet is the last in sight. */
export function startForHead(head: ByteRange | undefined): number {
  return head ? Math.max(0, Math.ceil(head.end / OCTET) * OCTET - WINDOW_BYTES) : 0;
}

function noteOf(view: ViewState, buffer: BufferState): LaneNote | null {
  if (buffer.detached) return 'detached';
  if (view.byteLength > 0) return null;
  // A view that follows its buffer is empty at the end of it; one of fixed length that lost its bytes is out of bounds.
  const beyond = view.byteOffset > buffer.byteLength;
  const resizable = buffer.maxByteLength !== null && !buffer.shared;
  return beyond || (resizable && !view.lengthTracking) ? 'out-of-bounds' : 'empty';
}

function labelLane(lane: NonNullable<ModelOptions['labels']>, scene: LaneScene): DrawnLane {
  return {
    isDataView: false,
    cells: labelCells(lane, scene),
    lane: {
      id: LABELS_LANE_ID,
      name: lane.name,
      shortName: lane.shortName,
      family: 'x',
      kindName: lane.kindName,
      range: { start: 0, end: scene.buffer.bytes.length },
      lengthTracking: false,
      note: null,
      line: null,
      tracks: 1,
      omittedCalls: 0,
    },
  };
}

function octetsOf(scene: LaneScene, drawn: readonly DrawnLane[], base: ByteBase): readonly Octet[] {
  const { buffer, window, head } = scene;
  const room = buffer.maxByteLength ?? 0;
  const end = isWindowed(buffer) || room > FULL_BYTES ? window.end : Math.max(window.end, room);
  const octets: Octet[] = [];
  for (let start = window.start; start < end; start += OCTET) {
    const octet = { start, end: Math.min(end, start + OCTET) };
    const bytes: ByteCell[] = [];
    for (let offset = octet.start; offset < octet.end; offset++) {
      bytes.push(byteCell(scene, offset, base));
    }
    octets.push({
      start,
      bytes,
      head: head ? headPart(head, octet) : null,
      rows: drawn.map(({ lane, cells, isDataView }) => ({
        cells: cells.filter(({ part }) => part.start >= octet.start && part.end <= octet.end),
        base: isDataView ? intersect(lane.range, octet) : null,
      })),
    });
  }
  return octets;
}

function byteCell({ buffer, changed }: LaneScene, offset: number, base: ByteBase): ByteCell {
  const value = buffer.bytes[offset];
  if (value === undefined) return { offset, value: 0, text: '', state: 'room', changed: false };
  return {
    offset,
    value,
    text: formatByte(value, base),
    state: buffer.written[offset] === 1 ? 'written' : 'zero',
    changed: changed?.has(offset) ?? false,
  };
}

function headPart(head: NonNullable<LaneScene['head']>, octet: ByteRange): HeadPart | null {
  const part = intersect(head, octet);
  if (!part) return null;
  const { start, end, access } = head;
  return { part, access, tagged: part.start === start, goesOn: part.end < end };
}

function stripOf(buffer: BufferState): Strip | null {
  if (!isWindowed(buffer)) return null;
  return {
    byteLength: buffer.byteLength,
    written: writtenAreas(buffer.written, buffer.byteLength),
    maxStart: maxWindowStart(buffer),
    step: OCTET,
  };
}

export type * from './types';
