/**
 * Accesses of nobody's, made while a realm waits as a spare: engines compile a function well only once it is hot, and
 * without this a learner's first quarter of a million accesses would pay for that. What has not been seen when a function
 * is compiled throws the compiled code away later, so all that a usual run meets is here: elements of each form, the end
 * of a chunk, and the cap. No native that is watched is called.
 */
import {
  NativeDataView,
  NativeFloat64Array,
  NativeInt32Array,
  NativeUint16Array,
  NativeUint32Array,
  NativeUint8Array,
} from '../primordials';
import { DataViewAccess } from './data-view-access';
import type { Recorder } from './recorder';

/** Enough for an engine's best compiler, in a few milliseconds. */
const ROUNDS = 6_000;
/** Two for each array below, and site 0, which stands for none. */
export const REHEARSED_SITES = 11;
/** The cap of a rehearsal: it is reached half way, so that counting is hot too. */
export const REHEARSED_STEPS = 5 * ROUNDS;

/** @param recorder of a run that is thrown away, of the class that a learner's run will have */
export function warmUp(recorder: Recorder): void {
  const { hook } = recorder;
  const bytes = new NativeUint8Array(64);
  const halves = new NativeUint16Array(16);
  const words = new NativeUint32Array(16);
  const integers = new NativeInt32Array(16);
  const floats = new NativeFloat64Array(16);
  const view = new NativeDataView(bytes.buffer);
  const get = new DataViewAccess(recorder, 'get', 'Uint32Array');
  // Compiled, and no more: few programs call it often. A `set` would be read back by a native that is watched by now.
  hook.s = 1;
  get.note(view, 0, true, 0);
  for (let i = 0; i < ROUNDS; i++) {
    const at = i & 15;
    hook.R(bytes, at, 1);
    hook.W((bytes[at] = i & 255), bytes, at, 2);
    hook.R(words, at, 3);
    hook.W((words[at] = i), words, at, 4);
    hook.R(halves, at, 5);
    hook.W((halves[at] = i), halves, at, 6);
    hook.R(integers, at, 7);
    hook.W((integers[at] = -i), integers, at, 8);
    hook.R(floats, at, 9);
    hook.W((floats[at] = i / 2), floats, at, 10);
  }
}
