/** Rules on a view that a call was given: what it left in the bytes that the view covers, and in those around it. */
import type { ByteRange } from '../bytes/ranges';
import type { Call } from './attempt';
import type { ProbeInput } from './probe';
import { from, leaves, type CallRule, type From } from './result-rules';
import { coveredBytes } from './values';

/**
 * The call left these bytes in the view that is its nth argument, from 0. Bytes around the view are not judged. A
 * reference is given the bytes that the view covers, not those of the whole buffer.
 */
export function leavesView(input: number, expected: From<Uint8Array>): CallRule {
  return (call) => {
    const { given, range } = coverOf(input, call);
    const whole = given.bytes.slice();
    whole.set(from(expected, call), range.start);
    return leaves(input, whole, { range })(call);
  };
}

/** The call left the bytes around the view that is its nth argument as they were. */
export function leavesAround(input: number): CallRule {
  return (call) => {
    const { given, range } = coverOf(input, call);
    return (
      leaves(input, given.bytes, { range: { start: 0, end: range.start } })(call) ??
      leaves(input, given.bytes, { range: { start: range.end, end: Infinity } })(call)
    );
  };
}

/** Where in its buffer an argument lies. */
function coverOf(
  input: number,
  { probe }: Call,
): { readonly given: Extract<ProbeInput, { kind: 'bytes' }>; readonly range: ByteRange } {
  const given = probe.inputs[input];
  if (given?.kind !== 'bytes')
    throw new TypeError(
      `Argument ${String(input)} of ${probe.call} has no bytes: make it by view(…) or buffer(…).`,
    );
  const start = given.view?.byteOffset ?? 0;
  return { given, range: { start, end: start + coveredBytes(given).length } };
}
