/**
 * The timeline of a trace, as numbers to draw: x is the step, y the byte address. Each access is a block at the bytes
 * it touched. At most MAX_COLUMNS columns and always ROWS rows: longer traces and larger buffers are binned.
 */
import { familyOf, type Family } from '../../core/bytes/view-kinds';
import { perRows } from '../../core/trace/per-rows';
import {
  bufferOf,
  KIND,
  kindOf,
  NO_VIEW,
  ROW_WORDS,
  rowByteLength,
  viewOf,
} from '../../core/trace/rows';
import type { Trace } from '../../core/trace/trace';

export const ROWS = 16;
export const MAX_COLUMNS = 200;

/** One block: an access, or all accesses of one look that fall into the same column and rows. */
export interface TimelineBlock {
  /** 0-based column. */
  readonly column: number;
  /** Rows covered, half-open, 0 to ROWS; fractions where a row stands for several bytes. */
  readonly top: number;
  readonly bottom: number;
  /** `host`: bytes changed by nobody's line; `event`: a step that touches no memory. */
  readonly family: Family | 'host';
  readonly kind: 'read' | 'write';
  /** The first step in it. */
  readonly step: number;
}

/** Where a buffer's addresses lie among the rows. */
export interface TimelineBuffer {
  readonly bufferId: number;
  readonly top: number;
  readonly bottom: number;
  /** Addresses to print beside the rows, at most four, aligned to the rows' size. */
  readonly labels: readonly { readonly row: number; readonly byteOffset: number }[];
}

/** Steps `first` to `last`, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface TimelineModel {
  /** The steps drawn, both included; 1 to 0 for an empty trace. */
  readonly first: number;
  readonly last: number;
  readonly columns: number;
  /** Steps in a column; 1 until the trace is longer than MAX_COLUMNS. */
  readonly stepsPerColumn: number;
  readonly blocks: readonly TimelineBlock[];
  readonly buffers: readonly TimelineBuffer[];
  /** Numbered steps along the axis: the first, every fifth (or as many as fit), the last. */
  readonly ticks: readonly number[];
}

/** The step at a position along the axis, `x` from 0 to 1: the nearest one drawn (0 for an empty trace). */
export function stepAtX(model: TimelineModel, x: number): number {
  if (model.last < model.first) return 0;
  const position = Math.max(0, Math.min(1, x)) * model.columns * model.stepsPerColumn;
  return Math.max(model.first, Math.min(model.last, model.first - 1 + Math.ceil(position)));
}

/** The middle of a step's place along the axis, from 0 to 1; what comes before the first is the left end. */
export function xOfStep(model: TimelineModel, step: number): number {
  return place(model, step - 0.5);
}

/** The right edge of a step's place: where the future begins. */
export function endOfStep(model: TimelineModel, step: number): number {
  return place(model, step);
}

function place(model: TimelineModel, position: number): number {
  const whole = model.columns * model.stepsPerColumn;
  if (whole === 0) return 0;
  return Math.max(0, Math.min(1, (position - model.first + 1) / whole));
}

/** Everything the timeline draws: all steps, or those of a stretch that was opened. */
export function timelineModel(trace: Trace, stretch?: Stretch): TimelineModel {
  return stretch === undefined ? wholeTimeline(trace) : drawTimeline(trace, stretch);
}

const wholeTimeline = perRows((trace) => drawTimeline(trace));

function drawTimeline(trace: Trace, stretch?: Stretch): TimelineModel {
  const { rows } = trace;
  const first = stretch?.first ?? 1;
  const last = Math.min(stretch?.last ?? trace.steps, trace.steps);
  const steps = Math.max(0, last - first + 1);
  const stepsPerColumn = Math.max(1, Math.ceil(steps / MAX_COLUMNS));
  const columns = Math.ceil(steps / stepsPerColumn);
  const places = placeBuffers(trace);
  const blocks: TimelineBlock[] = [];
  /** Looks already drawn in this column, so that a binned column holds each once. */
  let drawn = new Set<string>();
  let drawnColumn = -1;
  for (let step = first; step <= last; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = rows[at] ?? 0;
    const kind = kindOf(meta);
    if (kind > KIND.host) continue;
    const place = places[bufferOf(meta)];
    if (!place) continue;
    const start = Math.min(rows[at + 2] ?? 0, place.bytes - 1);
    const length = rowByteLength(rows, at);
    const scale = (place.bottom - place.top) / Math.max(1, place.bytes);
    let top = place.top + start * scale;
    let bottom = Math.min(place.bottom, place.top + (start + Math.max(1, length)) * scale);
    // A block is never thinner than a row of its own would be when bytes are binned.
    if (scale < 1) {
      top = Math.min(Math.floor(top), place.bottom - 1);
      bottom = Math.max(top + 1, Math.ceil(bottom));
    }
    const view = viewOf(meta);
    const viewKind = view === NO_VIEW ? undefined : trace.views[view]?.kind;
    const block: TimelineBlock = {
      column: Math.floor((step - first) / stepsPerColumn),
      top,
      bottom,
      family: kind === KIND.host || viewKind === undefined ? 'host' : familyOf(viewKind),
      kind: kind === KIND.read ? 'read' : 'write',
      step,
    };
    if (stepsPerColumn > 1) {
      if (block.column !== drawnColumn) {
        drawn = new Set();
        drawnColumn = block.column;
      }
      const look = `${block.top}:${block.bottom}:${block.family}:${block.kind}`;
      if (drawn.has(look)) continue;
      drawn.add(look);
    }
    blocks.push(block);
  }
  return {
    first,
    last,
    columns,
    stepsPerColumn,
    blocks,
    buffers: placeLabels(places),
    ticks: ticksFor(first, last),
  };
}

interface Place {
  readonly bufferId: number;
  readonly top: number;
  readonly bottom: number;
  readonly bytes: number;
}

/** Shares the rows among the buffers, by their size but at least one row each, in order of first sight. */
function placeBuffers(trace: Trace): Place[] {
  const sizes = trace.buffers.map((buffer) =>
    Math.max(1, buffer.maxByteLength ?? buffer.byteLength),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const floor = Math.min(1, ROWS / Math.max(1, sizes.length));
  const spare = ROWS - floor * sizes.length;
  let top = 0;
  return sizes.map((bytes, bufferId) => {
    const height = floor + spare * (bytes / total);
    const place = { bufferId, top, bottom: top + height, bytes };
    top += height;
    return place;
  });
}

/** Rows between two addresses that can both be read: a row is 4 px, a digit 9. */
const LABEL_ROWS = 2.75;

/** Addresses beside the rows: every buffer's first, and then as many as there is room for. */
function placeLabels(places: readonly Place[]): TimelineBuffer[] {
  let free = 0;
  return places.map(({ bufferId, top, bottom, bytes }, index) => {
    const unit = labelUnit(bytes);
    const labels: { row: number; byteOffset: number }[] = [];
    const limit = index === places.length - 1 ? ROWS : bottom - LABEL_ROWS / 2;
    for (let byteOffset = 0; byteOffset < bytes && labels.length < 4; byteOffset += unit) {
      const row = top + ((bottom - top) * byteOffset) / bytes;
      if (row < free - 1e-9 || (byteOffset > 0 && row > limit)) continue;
      labels.push({ row, byteOffset });
      free = row + LABEL_ROWS;
    }
    return { bufferId, top, bottom, labels };
  });
}

/** The smallest power of two, from 4 on, that needs at most four labels. */
function labelUnit(bytes: number): number {
  let unit = 4;
  while (unit * 4 < bytes) unit *= 2;
  return unit;
}

function ticksFor(first: number, last: number): number[] {
  const steps = last - first + 1;
  if (steps <= 0) return [];
  let every = 5;
  const factors = [2, 5, 10];
  for (let i = 0; steps / every > 10; i++)
    every = 5 * (factors[i % 3] ?? 1) * 10 ** Math.floor(i / 3);
  const ticks = [first];
  const begin = Math.ceil((first + 1) / every) * every;
  for (let tick = begin; tick < last; tick += every) {
    const isClear = tick - first > every / 3 || first === 1;
    if (last - tick > every / 3 && isClear) ticks.push(tick);
  }
  if (steps > 1) ticks.push(last);
  return ticks;
}
