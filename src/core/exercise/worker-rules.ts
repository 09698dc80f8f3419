/** Rules on what a call handed to a Worker. */
import type { Call } from './attempt';
import { factsOf } from './facts';
import { fails } from './feedback';
import { fileOf, recordOf } from './records';
import { noResult, type CallRule } from './result-rules';

/** The Worker got all bytes of the file, in order, each part as an ArrayBuffer. */
export function workerGotFile(input: number): CallRule {
  return (call) => {
    const { parts } = recordOf(call, input, 'worker');
    const { byteLength } = fileOf(call, 'worker');
    let next = 0;
    for (const part of parts) {
      if (part.type !== 'ArrayBuffer')
        return fails(call, { kind: 'part', offset: next, found: part.type });
      if (part.offset !== next || !part.same) break;
      next += part.byteLength;
    }
    if (next === byteLength) return null;
    return (
      noResult(call) ??
      fails(call, {
        kind: 'lab',
        size: byteLength,
        has: next,
        isDone: false,
        refusal: null,
        differsAt: parts.find(({ same }) => !same)?.offset ?? null,
      })
    );
  };
}

/** Every byte of the file changed hands: none was copied on its way to the Worker. */
export function movedAll(): CallRule {
  return (call) => {
    const { byteLength } = fileOf(call, 'worker');
    const moved = movedBytes(call);
    if (moved >= byteLength) return null;
    return noResult(call) ?? fails(call, { kind: 'not-moved', posted: byteLength, moved });
  };
}

/** Bytes of buffers that were handed over by `postMessage`. */
export function movedBytes(call: Call): number {
  let moved = 0;
  for (const fact of factsOf(call)) {
    if (fact.kind !== 'step' || fact.step.kind !== 'detach') continue;
    if (fact.step.detail?.operation !== 'postMessage' || fact.step.bufferId === null) continue;
    moved += call.trace.buffers[fact.step.bufferId]?.byteLength ?? 0;
  }
  return moved;
}
