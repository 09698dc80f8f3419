/** What a stretch of the trace did, in order: its steps, and the buffers and views that were made between them. */
import type { ViewKind } from '../bytes/view-kinds';
import { stepAt, type Step } from '../trace/trace';
import type { Stretch } from './attempt';

export type Fact =
  | {
      readonly kind: 'alloc';
      readonly bufferId: number;
      readonly byteLength: number;
      readonly line: number | null;
    }
  | {
      readonly kind: 'view';
      readonly viewId: number;
      readonly bufferId: number;
      readonly viewKind: ViewKind;
      readonly byteOffset: number;
      readonly byteLength: number;
      readonly line: number | null;
    }
  | { readonly kind: 'step'; readonly step: Step; readonly line: number | null };

/** Buffers and views made between two steps come before the later of them. */
export function* factsOf({ trace, from, to }: Stretch): Generator<Fact> {
  let buffer = from.buffers;
  let view = from.views;
  function* madeUntil(step: number): Generator<Fact> {
    for (; buffer < to.buffers && (trace.buffers[buffer]?.at ?? Infinity) <= step; buffer++) {
      const { byteLength = 0, line = null } = trace.buffers[buffer] ?? {};
      yield { kind: 'alloc', bufferId: buffer, byteLength, line };
    }
    for (; view < to.views && (trace.views[view]?.at ?? Infinity) <= step; view++) {
      const made = trace.views[view];
      if (made === undefined) continue;
      const { bufferId, kind: viewKind, byteOffset, byteLength, line } = made;
      yield { kind: 'view', viewId: view, bufferId, viewKind, byteOffset, byteLength, line };
    }
  }
  for (let number = from.steps + 1; number <= to.steps; number++) {
    yield* madeUntil(number - 1);
    const step = stepAt(trace, number);
    const line = step.site === null || step.site.line === 0 ? null : step.site.line;
    yield { kind: 'step', step, line };
  }
  yield* madeUntil(to.steps);
}

/** Accesses of a stretch that were only counted, by view: the exact totals behind the cap. */
export interface CountedAccess {
  /** NO_VIEW where the view is not held. */
  readonly view: number;
  readonly reads: number;
  readonly writes: number;
}

export function countedIn({ from, to }: Stretch): readonly CountedAccess[] {
  const views = new Map<number, { reads: number; writes: number }>();
  const add = (totals: readonly number[], sign: 1 | -1): void => {
    for (let i = 0; i + 3 < totals.length; i += 4) {
      const view = totals[i + 1] as number;
      const count = views.get(view) ?? { reads: 0, writes: 0 };
      count.reads += sign * (totals[i + 2] as number);
      count.writes += sign * (totals[i + 3] as number);
      views.set(view, count);
    }
  };
  add(to.counts?.totals ?? [], 1);
  add(from.counts?.totals ?? [], -1);
  return [...views]
    .map(([view, { reads, writes }]) => ({ view, reads, writes }))
    .filter(({ reads, writes }) => reads > 0 || writes > 0);
}
