/**
 * What a recorded run needs room for, known before its first step is shown: every buffer at its longest, every view that
 * is ever made, every DataView call. Drawn from this, nothing moves while a reader steps through the run.
 */
import { MAX_TRACKED_BYTES, type MemoryState } from '../../core/trace/memory-state';
import { bufferOf, kindOf, ROW_WORDS, rowKeptLength, storesBytes } from '../../core/trace/rows';
import { finalBuffers } from '../../core/trace/step-end';
import { tracedCalls } from '../../core/trace/step-calls';
import { longestLengths } from '../../core/trace/step-memory';
import type { Trace } from '../../core/trace/trace';

/** The state that has everything a trace ever has. Its bytes say nothing. */
export function layoutOf(trace: Trace): MemoryState {
  const final = finalBuffers(trace);
  const lengths = longestLengths(trace).map((length, id) =>
    Math.max(length, final.get(id)?.byteLength ?? 0),
  );
  const buffers = trace.buffers.map((buffer, id) => {
    const byteLength = lengths[id] ?? 0;
    const tracked = Math.min(byteLength, MAX_TRACKED_BYTES);
    return {
      id,
      name: buffer.name,
      byteLength,
      maxByteLength: buffer.maxByteLength,
      shared: buffer.shared,
      detached: false,
      bytes: new Uint8Array(tracked),
      written: new Uint8Array(tracked).fill(buffer.filled ? 1 : 0),
      line: buffer.line,
    };
  });
  for (let at = 0; at < trace.rows.length; at += ROW_WORDS) {
    const meta = trace.rows[at] as number;
    if (!storesBytes(kindOf(meta))) continue;
    const start = trace.rows[at + 2] as number;
    const written = buffers[bufferOf(meta)]?.written;
    const end = start + rowKeptLength(trace.rows, at);
    // Nearly all of a long trace are single bytes, for which a call costs more than the store.
    if (end === start + 1 && written) written[start] = 1;
    else written?.fill(1, start, end);
  }
  for (const [id, { written }] of final) {
    const all = buffers[id]?.written ?? written;
    for (let at = 0; at < all.length; at++) if (written[at] === 1) all[at] = 1;
  }
  const views = trace.views.map((view, id) => ({
    id,
    bufferId: view.bufferId,
    kind: view.kind,
    name: view.name,
    byteOffset: view.byteOffset,
    byteLength: view.lengthTracking
      ? Math.max(0, (lengths[view.bufferId] ?? 0) - view.byteOffset)
      : view.byteLength,
    lengthTracking: view.lengthTracking,
    line: view.line,
  }));
  return {
    buffers,
    views,
    calls: tracedCalls(trace),
    omittedBuffers: trace.final?.omittedBuffers ?? 0,
  };
}
