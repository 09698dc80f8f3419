/** Rules on what a call gave back and what it left in memory, and on what the program itself left and printed. */
import type { ByteRange } from '../bytes/ranges';
import type { ViewKind } from '../bytes/view-kinds';
import type { Preview } from '../trace/console-entry';
import { lastChange, siteLine } from '../trace/selectors';
import type { Rule } from './access-rules';
import type { Attempt, Call, Stretch } from './attempt';
import { differingBytes, findSlip } from './compare';
import { NO_SPOT, type BytesProblem, type Finding, type Problem, type Spot } from './feedback';
import { bufferIdOf, isUnheld, type Place } from './pattern';
import type { BytesAfter, ProbeOutcome } from './probe';
import {
  equals,
  formatExpected,
  formatFound,
  formatHexNumber,
  type Expected,
  type InputValue,
} from './values';

export type CallRule = Rule<Call>;
type Returned = Extract<ProbeOutcome, { kind: 'returned' }>;

/** A value, or what a reference makes of the arguments as they were before the call. */
export type From<T> = T | ((...args: readonly InputValue[]) => T);

export function from<T>(given: From<T>, { args }: Call): T {
  return typeof given === 'function'
    ? (given as (...args: readonly InputValue[]) => T)(...args)
    : given;
}

/**
 * The call gave this value: numbers by `Object.is`, lists and objects by their items.
 *
 * @param options `hex`: readers see numbers in hexadecimal
 */
export function returns(
  expected: From<Expected>,
  { hex = false }: { readonly hex?: boolean } = {},
): CallRule {
  return (call) =>
    withResult(call, ({ value }) => {
      const wanted = from(expected, call);
      if (equals(value, wanted)) return null;
      const isHex = hex && typeof wanted === 'number';
      const problem = {
        kind: 'value',
        expected: isHex ? formatHexNumber(wanted) : formatExpected(wanted),
        found:
          isHex && value.kind === 'primitive' && value.type === 'number'
            ? formatHexNumber(Number(value.text))
            : formatFound(value),
      } as const;
      return { problem, call, spot: NO_SPOT };
    });
}

/**
 * The call gave a view or a buffer with these bytes.
 *
 * @param options `type`: which (any, unless told); `range`: the bytes that this rule speaks of (all, unless told)
 */
export function returnsBytes(
  expected: From<Uint8Array>,
  options: { readonly type?: ViewKind | 'ArrayBuffer'; readonly range?: From<ByteRange> } = {},
): CallRule {
  return (call) =>
    withResult(call, (result) => {
      const { value, bytes } = result;
      const { type } = options;
      if (bytes === null || (type !== undefined && type !== typeOf(value)))
        return wrongType(call, type ?? 'ArrayBuffer', value);
      const start = 'byteOffset' in value ? value.byteOffset : 0;
      const compared = compare(
        'returned',
        from(expected, call),
        bytes,
        rangeOf(options.range, call),
      );
      return (
        compared && {
          problem: compared,
          call,
          spot: spotOf(compared, call, bufferIdOf('returned', call), start),
        }
      );
    });
}

/** The call left these bytes in the buffer of its nth argument, from 0: the whole buffer, also around a window. */
export function leaves(
  input: number,
  expected: From<Uint8Array>,
  options: { readonly range?: From<ByteRange> } = {},
): CallRule {
  return (call) => {
    const stopped = noResult(call);
    if (stopped !== null) return stopped;
    const { bytes, bufferId } = call.result.inputs[input] ?? NOTHING;
    const compared = compare({ input }, from(expected, call), bytes, rangeOf(options.range, call));
    return compared && { problem: compared, call, spot: spotOf(compared, call, bufferId, 0) };
  };
}

const NOTHING: BytesAfter = { bufferId: null, bytes: new Uint8Array(0), detached: true };

/** The call gave a view over these bytes of this very buffer; `length` counts elements (bytes for a DataView). */
export function returnsView(expected: {
  readonly kind: ViewKind;
  readonly over: Exclude<Place, 'returned'>;
  readonly byteOffset: From<number>;
  readonly length: From<number>;
}): CallRule {
  return (call) =>
    withResult(call, ({ value }) => {
      if (typeOf(value) !== expected.kind || !('byteOffset' in value))
        return wrongType(call, expected.kind, value);
      const found = {
        byteOffset: value.byteOffset,
        length: value.kind === 'typed-array' ? value.length : value.byteLength,
      };
      const fails = (problem: Problem): Finding => ({ problem, call, spot: spotOfView(call) });
      const owner = bufferIdOf(expected.over, call);
      if (isUnheld(expected.over, call)) return fails({ kind: 'capped' });
      if (owner === null || value.bufferId !== owner)
        return fails({ kind: 'view', property: 'buffer', expected: null, found: null });
      for (const property of ['byteOffset', 'length'] as const) {
        const wanted = from(expected[property], call);
        if (found[property] !== wanted)
          return fails({ kind: 'view', property, expected: wanted, found: found[property] });
      }
      return null;
    });
}

/** The call threw an error of this name. */
export function throws(name: string): CallRule {
  return (call) => {
    const { outcome } = call.result;
    if (outcome.kind === 'threw' && outcome.error.name === name) return null;
    if (outcome.kind !== 'returned') return noResult(call);
    const problem = {
      kind: 'no-error',
      expected: name,
      found: formatFound(outcome.value),
    } as const;
    return { problem, call, spot: NO_SPOT };
  };
}

/** The program left these bytes in the buffer that this variable named first. */
export function leavesNamed(
  name: string,
  expected: Uint8Array,
): (attempt: Attempt) => Finding | null {
  return ({ run, program }) => {
    const state = run.memory.buffers.find((buffer) => buffer.name === name);
    const range = { start: 0, end: expected.length };
    const compared = compare({ variable: name }, expected, state?.bytes ?? NOTHING.bytes, range);
    return (
      compared && {
        problem: compared,
        call: null,
        spot: spotOf(compared, program, state?.id ?? null, 0),
      }
    );
  };
}

/** The program printed these lines, each a list of values. */
export function prints(
  lines: readonly (readonly Expected[])[],
): (attempt: Attempt) => Finding | null {
  return ({ run }) => {
    const rows = run.console.flatMap((entry) => Array.from({ length: entry.count }, () => entry));
    for (let index = 0; index < Math.max(lines.length, rows.length); index++) {
      const wanted = lines[index];
      const row = rows[index];
      const isEqual =
        wanted?.length === row?.values.length &&
        wanted?.every((value, i) => equals(row?.values[i] as Preview, value)) === true;
      if (isEqual) continue;
      const problem = {
        kind: 'printed',
        index,
        expected: wanted?.map(formatExpected).join(' ') ?? null,
        found: row?.values.map(formatFound).join(' ') ?? null,
      } as const;
      return { problem, call: null, spot: { ...NO_SPOT, line: row?.line ?? null } };
    }
    return null;
  };
}

/** Judges what a call gave back, if it gave anything. */
export function withResult(
  call: Call,
  judge: (result: Returned) => Finding | null,
): Finding | null {
  const { outcome } = call.result;
  return outcome.kind === 'returned' ? judge(outcome) : noResult(call);
}

/** Why a call has no result; null when it has one. */
export function noResult(call: Call): Finding | null {
  const { outcome } = call.result;
  switch (outcome.kind) {
    case 'returned':
      return null;
    case 'threw':
      return { problem: outcome, call, spot: { ...NO_SPOT, line: outcome.error.line } };
    case 'no-function':
      return { problem: { ...outcome, name: call.probe.call }, call, spot: NO_SPOT };
    case 'unsettled':
      return { problem: outcome, call, spot: NO_SPOT };
  }
}

/** What a view or buffer is called; null for other values. */
function typeOf(value: Preview): ViewKind | 'ArrayBuffer' | 'SharedArrayBuffer' | null {
  if (value.kind === 'typed-array') return value.type;
  if (value.kind === 'data-view') return 'DataView';
  if (value.kind !== 'array-buffer') return null;
  return value.shared ? 'SharedArrayBuffer' : 'ArrayBuffer';
}

export function wrongType(call: Call, expected: string, value: Preview): Finding {
  const problem = { kind: 'type', expected, found: formatFound(value) } as const;
  return { problem, call, spot: spotOfView(call) };
}

/** A range that is not told is all there is. */
function rangeOf(range: From<ByteRange> | undefined, call: Call): ByteRange {
  return range === undefined ? { start: 0, end: Infinity } : from(range, call);
}

function compare(
  of: BytesProblem['of'],
  expected: Uint8Array,
  found: Uint8Array,
  given: ByteRange,
): BytesProblem | null {
  const end = Math.min(given.end, Math.max(expected.length, found.length));
  const range = { start: given.start, end };
  const differing = differingBytes(expected, found);
  if (!differing.some((byte) => byte >= range.start && byte < range.end)) return null;
  return {
    kind: 'bytes',
    of,
    expected,
    found,
    range,
    differing,
    slip: findSlip(expected, found, range),
  };
}

/** The first byte that differs, and the step and line that wrote it. */
function spotOf(
  { range, differing }: BytesProblem,
  stretch: Stretch,
  bufferId: number | null,
  start: number,
): Spot {
  const first = differing.find((byte) => byte >= range.start && byte < range.end);
  if (bufferId === null || first === undefined) return NO_SPOT;
  const { trace, from: begin, to } = stretch;
  const byteOffset = start + first;
  const step = lastChange(trace, bufferId, byteOffset, to.steps);
  const isOwn = step !== null && step > begin.steps;
  return {
    line: isOwn ? siteLine(trace, step) : null,
    step: isOwn ? step : to.steps,
    bufferId,
    byteOffset,
  };
}

/** The line that made the view that a call returned. */
function spotOfView(call: Call): Spot {
  const { outcome } = call.result;
  const view =
    outcome.kind === 'returned' && outcome.viewId !== null
      ? call.trace.views[outcome.viewId]
      : undefined;
  if (view === undefined) return NO_SPOT;
  return { line: view.line, step: null, bufferId: view.bufferId, byteOffset: view.byteOffset };
}
