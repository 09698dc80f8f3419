/**
 * A trace as plain JSON that a page can carry. Rows travel column by column as differences, most of which repeat, so
 * that a step takes a byte or two once the page is compressed.
 */
import type { MemoryState } from './memory-state';
import { ROW_WORDS } from './rows';
import type { Trace, TraceBuffer } from './trace';

export interface PackedTrace extends Pick<
  Trace,
  'steps' | 'sites' | 'views' | 'details' | 'tasks' | 'totals' | 'skipped' | 'unrecorded'
> {
  /** ROW_WORDS columns after each other: zigzag differences as LEB128 numbers, in base64. */
  readonly rows: string;
  /** Base64. */
  readonly payload: string;
  readonly buffers: readonly (Omit<TraceBuffer, 'initial'> & { readonly initial: string })[];
  readonly assigned: readonly (readonly [step: number, text: string])[];
}

/** Packs all of a trace but its final memory, which the page has anyway. */
export function packTrace(trace: Trace): PackedTrace {
  const { steps, sites, views, details, tasks, totals, skipped, unrecorded } = trace;
  return {
    steps,
    sites,
    views,
    details,
    tasks,
    totals,
    skipped,
    unrecorded,
    rows: toBase64(packRows(trace.rows)),
    payload: toBase64(trace.payload),
    buffers: trace.buffers.map((buffer) => ({ ...buffer, initial: toBase64(buffer.initial) })),
    assigned: [...trace.assigned],
  };
}

/** The trace again, with the memory that it led to. */
export function unpackTrace(packed: PackedTrace, final: MemoryState | null): Trace {
  return {
    ...packed,
    rows: unpackRows(fromBase64(packed.rows), packed.steps),
    payload: fromBase64(packed.payload),
    buffers: packed.buffers.map((buffer) => ({ ...buffer, initial: fromBase64(buffer.initial) })),
    assigned: new Map(packed.assigned),
    final,
  };
}

function packRows(rows: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  for (let column = 0; column < ROW_WORDS; column++) {
    let last = 0;
    for (let at = column; at < rows.length; at += ROW_WORDS) {
      const word = (rows[at] as number) | 0;
      const difference = (word - last) | 0;
      last = word;
      let zigzag = ((difference << 1) ^ (difference >> 31)) >>> 0;
      while (zigzag > 127) {
        bytes.push((zigzag & 127) | 128);
        zigzag >>>= 7;
      }
      bytes.push(zigzag);
    }
  }
  return Uint8Array.from(bytes);
}

function unpackRows(bytes: Uint8Array, steps: number): Uint32Array {
  const rows = new Uint32Array(steps * ROW_WORDS);
  let position = 0;
  for (let column = 0; column < ROW_WORDS; column++) {
    let last = 0;
    for (let at = column; at < rows.length; at += ROW_WORDS) {
      let zigzag = 0;
      let shift = 0;
      let byte = 128;
      while (byte > 127) {
        byte = bytes[position++] ?? 0;
        zigzag |= (byte & 127) << shift;
        shift += 7;
      }
      last = (last + ((zigzag >>> 1) ^ -(zigzag & 1))) | 0;
      rows[at] = last;
    }
  }
  return rows;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}
