/** How a check says which facts it means, as data: so that it can be matched, and told to a reader. */
import type { ByteRange } from '../bytes/ranges';
import type { ViewKind } from '../bytes/view-kinds';
import { RANGED } from '../trace/rows';
import type { StepKind } from '../trace/rows';
import { ROW_WORDS, sizeOf } from '../trace/rows';
import type { Call, Stretch } from './attempt';
import type { CountedAccess, Fact } from './facts';

/** A buffer of a call: that of its nth argument, or of the view or buffer it returned. */
export type Place = { readonly input: number } | 'returned';

export type PatternKind = StepKind | 'change' | 'alloc' | 'view';

export interface Pattern {
  /** `change` is a write by index or DataView, a copy by a built-in, or the host's doing. */
  readonly kind: PatternKind;
  readonly in?: Place;
  /** Through `a[i]`, a DataView call, or a built-in (`set`, `slice`, iteration). */
  readonly via?: 'index' | 'dataview' | 'native';
  /** The element's type, as the view or the DataView call has it; for `view` the kind of view. */
  readonly type?: ViewKind;
  readonly littleEndian?: boolean;
  /** Exactly these bytes of the buffer; for `view` what it covers. */
  readonly range?: ByteRange;
  /** The built-in, as the recorder names it: `set`, `slice`. */
  readonly operation?: string;
  /** For `alloc`. */
  readonly byteLength?: number;
}

type Conditions = Omit<Pattern, 'kind'>;
const of =
  (kind: PatternKind) =>
  (conditions: Conditions = {}): Pattern => ({ kind, ...conditions });

export const reads = of('read');
export const writes = of('write');
export const copies = of('copy');
export const changes = of('change');
export const allocations = of('alloc');
export const views = of('view');
export const blobs = of('blob');

/** A DataView's get or set at an offset from the start of the buffer. */
export function dataView(
  method: 'get' | 'set',
  range: ByteRange,
  conditions: Conditions = {},
): Pattern {
  return { kind: method === 'get' ? 'read' : 'write', via: 'dataview', range, ...conditions };
}

/** The identity of a place's buffer; null where the recorder does not hold it. */
export function bufferIdOf(place: Place, call: Call): number | null {
  if (place !== 'returned') return call.result.inputs[place.input]?.bufferId ?? null;
  const { outcome } = call.result;
  return outcome.kind === 'returned' && 'bufferId' in outcome.value ? outcome.value.bufferId : null;
}

/** Whether a place's buffer is one that the recorder does not hold: what happened in it, nobody can tell. */
export function isUnheld(place: Place | undefined, stretch: Stretch): boolean {
  if (place === undefined || !isCall(stretch)) return false;
  const { inputs, outcome } = stretch.result;
  if (place !== 'returned') return inputs[place.input]?.bufferId === null;
  return (
    outcome.kind === 'returned' && 'bufferId' in outcome.value && outcome.value.bufferId === null
  );
}

export function isCall(stretch: Stretch): stretch is Call {
  return 'probe' in stretch;
}

/** Undefined: any buffer. A place of a program that is no call, or a buffer not held, is in no buffer (−1). */
export function placeId(place: Place | undefined, stretch: Stretch): number | undefined {
  if (place === undefined) return undefined;
  return isCall(stretch) ? (bufferIdOf(place, stretch) ?? -1) : -1;
}

export function matches(pattern: Pattern, fact: Fact, stretch: Stretch): boolean {
  const bufferId = placeId(pattern.in, stretch);
  if (fact.kind !== 'step') {
    return (
      pattern.kind === fact.kind &&
      (bufferId === undefined || bufferId === fact.bufferId) &&
      (pattern.byteLength === undefined || pattern.byteLength === fact.byteLength) &&
      (pattern.type === undefined || (fact.kind === 'view' && pattern.type === fact.viewKind)) &&
      (pattern.range === undefined ||
        (fact.kind === 'view' &&
          pattern.range.start === fact.byteOffset &&
          pattern.range.end === fact.byteOffset + fact.byteLength))
    );
  }
  const { step } = fact;
  return (
    isOfKind(pattern.kind, step.kind) &&
    (bufferId === undefined || bufferId === step.bufferId) &&
    (pattern.via === undefined || pattern.via === viaOf(fact, stretch)) &&
    (pattern.type === undefined || pattern.type === step.type) &&
    (pattern.littleEndian === undefined || pattern.littleEndian === step.littleEndian) &&
    (pattern.operation === undefined || pattern.operation === step.detail?.operation) &&
    (pattern.range === undefined ||
      (pattern.range.start === step.range.start && pattern.range.end === step.range.end))
  );
}

function isOfKind(kind: PatternKind, step: StepKind): boolean {
  if (kind !== 'change') return kind === step;
  return step === 'write' || step === 'copy' || step === 'host' || step === 'resize';
}

export function viaOf(
  { step }: Extract<Fact, { kind: 'step' }>,
  { trace }: Stretch,
): NonNullable<Pattern['via']> {
  if (step.viaDataView) return 'dataview';
  const meta = trace.rows[(step.step - 1) * ROW_WORDS] ?? 0;
  return sizeOf(meta) === RANGED ? 'native' : 'index';
}

/**
 * How many of the accesses that were only counted a pattern means: some for sure, others perhaps, since a count knows its
 * view and nothing else.
 */
export function countedFor(
  pattern: Pattern,
  counted: readonly CountedAccess[],
  stretch: Stretch,
): { readonly certain: number; readonly perhaps: number } {
  const bufferId = placeId(pattern.in, stretch);
  let certain = 0;
  let perhaps = 0;
  for (const { view, reads: readCount, writes: writeCount } of counted) {
    const amount = pattern.kind === 'read' ? readCount : isStore(pattern.kind) ? writeCount : 0;
    const known = stretch.trace.views[view];
    if (amount === 0) continue;
    if (known !== undefined && bufferId !== undefined && known.bufferId !== bufferId) continue;
    const isDataView = known?.kind === 'DataView';
    if (
      known !== undefined &&
      pattern.via !== undefined &&
      isDataView !== (pattern.via === 'dataview')
    )
      continue;
    if (known !== undefined && isDataView && pattern.kind === 'copy') continue;
    const isSure =
      (known !== undefined || bufferId === undefined) &&
      (pattern.kind === 'read' || pattern.kind === 'change' || isDataView) &&
      (pattern.via === undefined || isDataView) &&
      pattern.range === undefined &&
      pattern.littleEndian === undefined &&
      pattern.operation === undefined &&
      pattern.type === undefined;
    if (isSure) certain += amount;
    else perhaps += amount;
  }
  return { certain, perhaps };
}

const isStore = (kind: PatternKind): boolean =>
  kind === 'write' || kind === 'copy' || kind === 'change';
