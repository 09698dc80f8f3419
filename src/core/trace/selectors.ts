/** Questions a reader asks of a trace: who wrote this byte, when was it read, what changed between two steps. Pure. */
import { overlaps, rangeAt, type ByteRange } from '../bytes/ranges';
import { Replay } from './replay';
import { bufferOf, KIND, kindOf, NO_VIEW, ROW_WORDS, rowByteLength, viewOf } from './rows';
import type { Trace } from './trace';

/** Which accesses count. `change` is anything that may alter bytes: writes, copies, resizes, the host's doing. */
export type AccessFilter = 'any' | 'read' | 'change';

const matches = (kind: number, filter: AccessFilter): boolean =>
  filter === 'any'
    ? kind <= KIND.host
    : filter === 'read'
      ? kind === KIND.read
      : kind <= KIND.host && kind !== KIND.read;

function rangeOfRow(trace: Trace, step: number): ByteRange {
  const at = (step - 1) * ROW_WORDS;
  return rangeAt(trace.rows[at + 2] as number, rowByteLength(trace.rows, at));
}

/** The learner's line of a step, or null where it is not known. */
export function siteLine(trace: Trace, step: number): number | null {
  const line = trace.sites[trace.rows[(step - 1) * ROW_WORDS + 1] as number]?.line ?? 0;
  return line === 0 ? null : line;
}

/** Every step that touched any byte of a range of a buffer, in order. */
export function stepsTouching(
  trace: Trace,
  bufferId: number,
  range: ByteRange,
  filter: AccessFilter = 'any',
): number[] {
  const steps: number[] = [];
  for (let step = 1; step <= trace.steps; step++) {
    const meta = trace.rows[(step - 1) * ROW_WORDS] as number;
    if (bufferOf(meta) !== bufferId || !matches(kindOf(meta), filter)) continue;
    if (overlaps(rangeOfRow(trace, step), range)) steps.push(step);
  }
  return steps;
}

/** The step that gave a byte the value it has at `step`, or null when it has the value it was first seen with. */
export function lastChange(
  trace: Trace,
  bufferId: number,
  byteOffset: number,
  step: number,
): number | null {
  return neighbour(trace, bufferId, byteRange(byteOffset), 'change', step + 1, -1);
}

/** The next step after `step` that touches a range, or null. */
export function nextAccess(
  trace: Trace,
  bufferId: number,
  range: ByteRange,
  filter: AccessFilter,
  step: number,
): number | null {
  return neighbour(trace, bufferId, range, filter, step, 1);
}

/** The last step before `step` that touches a range, or null. */
export function previousAccess(
  trace: Trace,
  bufferId: number,
  range: ByteRange,
  filter: AccessFilter,
  step: number,
): number | null {
  return neighbour(trace, bufferId, range, filter, step, -1);
}

/** The nearest step through a view, after (`direction` 1) or before (−1) `step`, or null. */
export function neighbourThroughView(
  trace: Trace,
  viewId: number,
  step: number,
  direction: 1 | -1,
): number | null {
  for (let at = step + direction; at >= 1 && at <= trace.steps; at += direction) {
    const meta = trace.rows[(at - 1) * ROW_WORDS] as number;
    if (viewOf(meta) === viewId && viewId !== NO_VIEW) return at;
  }
  return null;
}

/** The bytes of a buffer whose values differ between two steps, as ranges in order; neighbours are joined. */
export function changedBetween(
  trace: Trace,
  bufferId: number,
  from: number,
  to: number,
): ByteRange[] {
  const replay = new Replay(trace);
  replay.seek(Math.min(from, to));
  const before = replay.bytesOf(bufferId).slice();
  replay.seek(Math.max(from, to));
  const after = replay.bytesOf(bufferId);
  const ranges: ByteRange[] = [];
  const length = Math.max(before.length, after.length);
  for (let byte = 0; byte < length; byte++) {
    if (before[byte] === after[byte]) continue;
    const start = byte;
    while (byte < length && before[byte] !== after[byte]) byte++;
    ranges.push({ start, end: byte });
  }
  return ranges;
}

/** How often each line read and wrote, from the exact totals, in order of lines. */
export interface LineTotals {
  readonly line: number;
  readonly reads: number;
  readonly writes: number;
}

export function totalsByLine(trace: Trace): LineTotals[] {
  const lines = new Map<number, { reads: number; writes: number }>();
  for (const { site, reads, writes } of trace.totals) {
    const line = trace.sites[site]?.line;
    if (line === undefined) continue;
    const total = lines.get(line) ?? { reads: 0, writes: 0 };
    total.reads += reads;
    total.writes += writes;
    lines.set(line, total);
  }
  return [...lines]
    .map(([line, { reads, writes }]) => ({ line, reads, writes }))
    .sort((a, b) => a.line - b.line);
}

/** The first step after `step` (or last before it) on another statement: how a reader skips by statements. */
export function neighbourStatement(trace: Trace, step: number, direction: 1 | -1): number {
  const here = step >= 1 ? siteLine(trace, step) : undefined;
  let at = step + direction;
  while (at >= 1 && at <= trace.steps && siteLine(trace, at) === here) at += direction;
  return Math.max(0, Math.min(trace.steps, at));
}

const byteRange = (byteOffset: number): ByteRange => ({ start: byteOffset, end: byteOffset + 1 });

function neighbour(
  trace: Trace,
  bufferId: number,
  range: ByteRange,
  filter: AccessFilter,
  step: number,
  direction: 1 | -1,
): number | null {
  for (let at = step + direction; at >= 1 && at <= trace.steps; at += direction) {
    const meta = trace.rows[(at - 1) * ROW_WORDS] as number;
    if (bufferOf(meta) !== bufferId || !matches(kindOf(meta), filter)) continue;
    if (overlaps(rangeOfRow(trace, at), range)) return at;
  }
  return null;
}
