/**
 * Accesses of nobody's, made while a realm waits as a spare: engines compile a function well only once it is hot, and
 * without this a learner's first quarter of a million accesses would pay for that. No native that is watched is called.
 */
import { NativeUint32Array, NativeUint8Array } from '../primordials';
import type { AccessHook } from './access-hook';

/** Enough for an engine's best compiler, in two or three milliseconds. */
const ROUNDS = 12_000;

/** @param hook of a run that is thrown away, of the class that a learner's run will have; it needs five sites */
export function warmUp(hook: AccessHook): void {
  const bytes = new NativeUint8Array(64);
  const words = new NativeUint32Array(16);
  for (let i = 0; i < ROUNDS; i++) {
    const at = i & 15;
    hook.R(bytes, at, 1);
    hook.W((bytes[at] = i & 255), bytes, at, 2);
    hook.R(words, at, 3);
    hook.W((words[at] = i), words, at, 4);
  }
}
