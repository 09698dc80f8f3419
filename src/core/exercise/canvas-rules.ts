/** Rules on what a call did to its canvas: which pixels it took and put, and what the canvas holds in the end. */
import type { PixelRect } from '../trace/picture-facts';
import { siteLine } from '../trace/selectors';
import type { Rule } from './access-rules';
import type { Call } from './attempt';
import type { CanvasCall, CanvasRecord, MadeCanvas } from './canvas';
import { factsOf } from './facts';
import { fails, NO_SPOT, type Finding, type Spot } from './feedback';
import { recordOf } from './records';
import { noResult, type CallRule } from './result-rules';

/** The canvas that a call was given, as it was before. */
export function canvasOf({ probe }: Call): MadeCanvas {
  for (const input of probe.inputs) if (input.kind === 'canvas') return input.canvas;
  throw new TypeError(`${probe.call} is given no canvas: make one by canvas(…).`);
}

/** What it noted. */
export const canvasRecordOf = (call: Call): CanvasRecord =>
  recordOf(
    call,
    call.probe.inputs.findIndex(({ kind }) => kind === 'canvas'),
    'canvas',
  );

/** The control of a call, with its values in turn; null where it has none. */
export function controlOf({ probe }: Call): { name: string; values: readonly number[] } | null {
  for (const input of probe.inputs) if (input.kind === 'controls') return input;
  return null;
}

/** Every `getImageData` of the call, one at least, names exactly these pixels. */
export const takesPixels = (rect: (canvas: MadeCanvas) => PixelRect): CallRule =>
  exchanges('getImageData', rect);

/** The same of `putImageData`. */
export const putsPixels = (rect: (canvas: MadeCanvas) => PixelRect): CallRule =>
  exchanges('putImageData', rect);

function exchanges(
  operation: CanvasCall['operation'],
  rect: (canvas: MadeCanvas) => PixelRect,
): CallRule {
  return (call) => {
    const expected = rect(canvasOf(call));
    const calls = callsOf(call, operation);
    const wrong = calls.find(({ rect: found }) => !isSame(found, expected));
    if (wrong === undefined && calls.length > 0) return null;
    if (wrong === undefined) {
      return (
        noResult(call) ?? fails(call, { kind: 'canvas-rect', operation, expected, found: null })
      );
    }
    return fails(
      call,
      { kind: 'canvas-rect', operation, expected, found: wrong.rect },
      spotOf(call, wrong),
    );
  };
}

/** `getImageData` is called so often at most, moves of a control included. */
export function takesAtMost(most: number): CallRule {
  return (call) => {
    const calls = callsOf(call, 'getImageData');
    const found = calls.length + canvasRecordOf(call).omitted;
    if (found <= most) return null;
    return fails(
      call,
      { kind: 'canvas-calls', operation: 'getImageData', found, most },
      spotOf(call, calls[most]),
    );
  };
}

/** Which pixels a rule speaks of: rows `[start, end)`; all unless told. */
export interface LeavesOptions {
  readonly rows?: (canvas: MadeCanvas) => { readonly start: number; readonly end: number };
  /** The state when the call was over, or those after the moves of its control; all unless told. */
  readonly when?: 'over' | 'moved';
}

/**
 * The canvas holds these pixels, when the call is over and after each move of its control.
 *
 * @param expected all pixels of the canvas; `value` is where the control stands, NaN where there is none
 */
export function leavesPixels(
  expected: (canvas: MadeCanvas, value: number) => Uint8Array,
  { rows, when }: LeavesOptions = {},
): CallRule {
  return (call) => {
    const stopped = noResult(call);
    if (stopped !== null) return stopped;
    const canvas = canvasOf(call);
    const { states } = canvasRecordOf(call);
    const control = controlOf(call);
    const values = control?.values ?? [NaN];
    const { start, end } = rows?.(canvas) ?? { start: 0, end: canvas.height };
    for (const [state, value] of values.entries()) {
      if ((when === 'over' && state > 0) || (when === 'moved' && state === 0)) continue;
      const wanted = expected(canvas, value);
      const found = states[state] ?? new Uint8Array(0);
      const differing = differingPixels(wanted, found, start * canvas.width, end * canvas.width);
      const [first] = differing;
      if (first === undefined) continue;
      return fails(call, {
        kind: 'pixels',
        control: control && { name: control.name, value },
        state,
        x: first % canvas.width,
        y: Math.floor(first / canvas.width),
        expected: [...wanted.subarray(first * 4, first * 4 + 4)],
        found: [...found.subarray(first * 4, first * 4 + 4)],
        differing: differing.length,
      });
    }
    return null;
  };
}

/** No byte of alpha is written by itself, in any ImageData of the call. */
export function writesNoAlpha(): Rule<Call> {
  return (call): Finding | null => {
    const starts = new Map<number, number>();
    for (const fact of factsOf(call)) {
      if (fact.kind !== 'step') continue;
      const { kind, range, bufferId, detail } = fact.step;
      const image = detail?.picture?.image;
      if (image?.bufferId != null) starts.set(image.bufferId, image.byteOffset);
      if (kind !== 'write' || bufferId === null || range.end - range.start !== 1) continue;
      const start = starts.get(bufferId);
      if (start === undefined || (range.start - start) % 4 !== 3) continue;
      return fails(
        call,
        { kind: 'access', rule: 'none', extra: fact, missing: null, count: 1, most: 0 },
        { line: fact.line, step: fact.step.step, bufferId, byteOffset: range.start },
      );
    }
    return null;
  };
}

const callsOf = (call: Call, operation: CanvasCall['operation']): readonly CanvasCall[] =>
  canvasRecordOf(call).calls.filter((each) => each.operation === operation);

const isSame = (a: PixelRect, b: PixelRect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

function spotOf({ trace, to }: Call, found: CanvasCall | undefined): Spot {
  if (found === undefined || found.step < 1 || found.step > to.steps) return NO_SPOT;
  return { ...NO_SPOT, line: siteLine(trace, found.step) };
}

/** Indices of pixels `[start, end)` that are not the same. */
function differingPixels(
  wanted: Uint8Array,
  found: Uint8Array,
  start: number,
  end: number,
): readonly number[] {
  const differing: number[] = [];
  for (let pixel = start; pixel < end; pixel++) {
    for (let byte = pixel * 4; byte < pixel * 4 + 4; byte++) {
      if (wanted[byte] === found[byte]) continue;
      differing.push(pixel);
      break;
    }
  }
  return differing;
}
