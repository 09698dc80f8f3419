/** Rules on how much of an input a call read. */
import type { Call } from './attempt';
import { countedIn, factsOf, type Fact } from './facts';
import { fails, NO_SPOT } from './feedback';
import { bufferIdOf, isUnheld, type Place } from './pattern';
import type { CallRule } from './result-rules';

/** Bytes that a call read in a buffer: by index, by DataView, by a built-in, or to copy them. A byte counts each time. */
export function bytesReadIn(place: Place, call: Call): number {
  const bufferId = bufferIdOf(place, call);
  let total = countedIn(call).reduce(
    (sum, { view, reads }) => sum + (call.trace.views[view]?.bufferId === bufferId ? reads : 0),
    0,
  );
  for (const fact of factsOf(call)) total += bytesOf(fact, bufferId);
  return total;
}

/** The call read no more bytes of a buffer. What was only counted is a byte each at least. */
export function bytesReadAtMost(most: number, place: Place): CallRule {
  return (call) => {
    if (isUnheld(place, call)) return fails(call, { kind: 'capped' });
    const found = bytesReadIn(place, call);
    if (found <= most) return null;
    const bufferId = bufferIdOf(place, call);
    let sum = 0;
    for (const fact of factsOf(call)) {
      sum += bytesOf(fact, bufferId);
      if (sum <= most || fact.kind !== 'step') continue;
      const { step, range } = fact.step;
      const spot = { line: fact.line, step, bufferId, byteOffset: range.start };
      return fails(call, { kind: 'bytes-read', found, most }, spot);
    }
    return fails(call, { kind: 'bytes-read', found, most }, NO_SPOT);
  };
}

function bytesOf(fact: Fact, bufferId: number | null): number {
  if (fact.kind !== 'step') return 0;
  const { kind, range, detail, bufferId: own } = fact.step;
  if (kind === 'read' && own === bufferId) return range.end - range.start;
  const source = detail?.source;
  return kind === 'copy' && source?.bufferId === bufferId
    ? source.range.end - source.range.start
    : 0;
}
