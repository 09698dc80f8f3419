/** What a step did, in facts: what was touched, what was stored and why it is that, what else it changed. No words. */
import { formatFull, formatHex } from '../../core/bytes/format';
import type { ByteRange } from '../../core/bytes/ranges';
import { readElement } from '../../core/bytes/read';
import { ELEMENT_TYPES, familyOf, type Family } from '../../core/bytes/view-kinds';
import type { StepKind } from '../../core/trace/rows';
import type { StepMemory } from '../../core/trace/step-memory';
import { storeReason, type StoreReason } from '../../core/trace/step-reason';
import { stepAt, type Step, type Trace } from '../../core/trace/trace';
import { laneNames, type LaneName } from './lane-names';

export interface StepSubject {
  readonly step: number;
  readonly kind: StepKind;
  /** 1-based, or null where it is not known. */
  readonly line: number | null;
  /** The statement as written; empty where it is not known. */
  readonly statement: string;
  /** The built-in that did it, for ranges. */
  readonly operation: string | null;
  /** The lane's name; null where no view did it. */
  readonly tag: string | null;
  readonly family: Family | null;
  /** What was touched: `i16[1]`, `dv.setInt16(8)`, `u8[2–5]`; null where only bytes can be named. */
  readonly name: string | null;
  /** Null where no buffer is touched. */
  readonly bufferName: string | null;
  readonly range: ByteRange;
  /** The value stored, all digits; null for reads, ranges and the host's doing. */
  readonly stored: number | bigint | null;
  /** What was assigned where it is not what was stored. */
  readonly assigned: number | string | null;
  readonly reason: StoreReason | null;
  /** The byte order of a DataView call over several bytes; null elsewhere. */
  readonly littleEndian: boolean | null;
  readonly source: { readonly bufferName: string | null; readonly range: ByteRange } | null;
  readonly lengths: { readonly before: number; readonly after: number } | null;
}

export interface StepFacts extends StepSubject {
  /** The bytes now, as hex; empty for long ranges. */
  readonly hex: string;
  /** The value there now: what was stored, or read. */
  readonly value: string | null;
  /** A store that left every byte as it was. */
  readonly same: boolean;
  /** What changed in other lanes, `u8[2]`, `f32[0]`, `i16[4–7]`, in order of lanes. */
  readonly also: readonly string[];
  /** More changed than `also` has. */
  readonly alsoMore: boolean;
}

/** Longer ranges are not spelled out. */
const MAX_HEX = 8;

/** Names for every view of a trace, the same at every step. */
export function traceNames(trace: Trace): ReadonlyMap<number, LaneName> {
  return laneNames({ views: trace.views.map(({ name, kind }, id) => ({ id, name, kind })) });
}

/** The subject of a step: all that its row says. */
export function stepSubject(
  trace: Trace,
  names: ReadonlyMap<number, LaneName>,
  number: number,
): StepSubject {
  const step = stepAt(trace, number);
  const { kind, site, viewId, bufferId, range, type, littleEndian, viaDataView, detail } = step;
  const view = viewId === null ? undefined : trace.views[viewId];
  const tag = viewId === null ? null : (names.get(viewId)?.name ?? null);
  const stored =
    type !== null && step.after.length === ELEMENT_TYPES[type].byteSize
      ? readElement(step.after, 0, type, !viaDataView || littleEndian)
      : null;
  const source = detail?.source ?? null;
  return {
    step: number,
    kind,
    line: site && site.line > 0 ? site.line : null,
    statement: site?.text ?? '',
    operation: detail && detail.operation !== '' ? detail.operation : null,
    tag,
    family: view ? familyOf(view.kind) : null,
    name: nameOf(step, view, tag),
    bufferName: bufferId === null ? null : (trace.buffers[bufferId]?.name ?? null),
    range,
    stored,
    assigned: step.assigned,
    reason:
      type !== null && stored !== null && step.assigned !== null
        ? storeReason(type, step.assigned, stored)
        : null,
    littleEndian:
      viaDataView && type !== null && ELEMENT_TYPES[type].byteSize > 1 ? littleEndian : null,
    source: source && {
      bufferName: trace.buffers[source.bufferId]?.name ?? null,
      range: source.range,
    },
    lengths: detail?.lengths ?? null,
  };
}

function nameOf(
  { type, kind, range, viaDataView }: Step,
  view: Trace['views'][number] | undefined,
  tag: string | null,
): string | null {
  if (!view || tag === null) return null;
  const offset = range.start - view.byteOffset;
  if (viaDataView && type !== null) {
    const method = kind === 'read' ? 'get' : 'set';
    return `${tag}.${method}${ELEMENT_TYPES[type].suffix}(${offset})`;
  }
  if (view.kind === 'DataView') return tag;
  const { byteSize } = ELEMENT_TYPES[view.kind];
  const first = Math.floor(offset / byteSize);
  return elements(tag, first, Math.ceil((range.end - view.byteOffset) / byteSize) - 1);
}

const elements = (tag: string, first: number, last: number): string =>
  last > first ? `${tag}[${first}–${last}]` : `${tag}[${first}]`;

/** The facts of the step that `memory` stands at; null at step 0. */
export function stepFacts(
  memory: StepMemory,
  names: ReadonlyMap<number, LaneName>,
): StepFacts | null {
  const step = memory.current;
  if (!step) return null;
  const subject = stepSubject(memory.trace, names, step.step);
  const { range, bufferId } = step;
  const bytes = bufferId === null ? new Uint8Array(0) : memory.bytesOf(bufferId);
  const value =
    subject.stored ??
    (step.type !== null && range.end <= bytes.length
      ? readElement(bytes, range.start, step.type, !step.viaDataView || step.littleEndian)
      : null);
  const stores = step.after.length > 0;
  const also = stores ? alsoChanged(memory, names, step) : [];
  return {
    ...subject,
    hex: range.end - range.start <= MAX_HEX ? formatHex(bytes, range) : '',
    value: value === null ? null : formatFull(value),
    same: stores && step.after.every((byte, at) => byte === step.before[at]),
    also: also.slice(0, MAX_ALSO_GROUPS),
    alsoMore: also.length > MAX_ALSO_GROUPS,
  };
}

/** Groups named before it says "and others"; long lists explain nothing. */
const MAX_ALSO_GROUPS = 8;

/** The elements of other lanes that a step changed, and one more group at least where those named are not all. */
function alsoChanged(
  memory: StepMemory,
  names: ReadonlyMap<number, LaneName>,
  { bufferId, viewId, range, before, after, viaDataView }: Step,
): string[] {
  const changed = changedRanges(range.start, before, after);
  const groups: string[] = [];
  for (const [id, view] of memory.trace.views.entries()) {
    if (groups.length > MAX_ALSO_GROUPS) break;
    if (view.bufferId !== bufferId || view.kind === 'DataView') continue;
    if (id === viewId && !viaDataView) continue;
    const tag = names.get(id)?.name ?? '';
    const reach = memory.rangeOfView(id);
    for (const { start, end } of touchedElements(
      reach,
      ELEMENT_TYPES[view.kind].byteSize,
      changed,
    )) {
      if (end === start + 2)
        groups.push(elements(tag, start, start), elements(tag, end - 1, end - 1));
      else groups.push(elements(tag, start, end - 1));
      if (groups.length > MAX_ALSO_GROUPS) break;
    }
  }
  return groups;
}

/**
 * The elements of a view over `reach` that lie over ranges of bytes, as half-open ranges of indices; neighbours are
 * joined. Goes from range to range, never from element to element: a fill of a large buffer changes very many.
 */
function* touchedElements(
  reach: ByteRange,
  byteSize: number,
  changed: readonly ByteRange[],
): Generator<ByteRange> {
  const count = Math.floor((reach.end - reach.start) / byteSize);
  let group: { start: number; end: number } | null = null;
  for (const range of changed) {
    const start = Math.max(0, Math.floor((range.start - reach.start) / byteSize));
    const end = Math.min(count, Math.ceil((range.end - reach.start) / byteSize));
    if (start >= end) continue;
    if (group && start <= group.end) {
      group.end = Math.max(group.end, end);
      continue;
    }
    if (group) yield group;
    group = { start, end };
  }
  if (group) yield group;
}

function changedRanges(start: number, before: Uint8Array, after: Uint8Array): ByteRange[] {
  const ranges: { start: number; end: number }[] = [];
  after.forEach((byte, at) => {
    if (byte === before[at]) return;
    const last = ranges.at(-1);
    if (last?.end === start + at) last.end++;
    else ranges.push({ start: start + at, end: start + at + 1 });
  });
  return ranges;
}
