/**
 * A trace as plain JSON that a page can carry. Rows travel column by column as differences, most of which repeat, so
 * that a step takes a byte or two once the page is compressed.
 */
import { packBytes, unpackBytes } from '../bytes/pack-bytes';
import type { BufferState, MemoryState } from './memory-state';
import { ROW_WORDS } from './rows';
import type { Trace, TraceBuffer } from './trace';

export interface PackedTrace extends Pick<
  Trace,
  'steps' | 'sites' | 'views' | 'details' | 'tasks' | 'totals' | 'skipped' | 'unrecorded'
> {
  /** ROW_WORDS columns after each other: zigzag differences as LEB128 numbers, by `packBytes`. */
  readonly rows: string;
  /** By `packBytes`, as what a buffer began with. */
  readonly payload: string;
  readonly buffers: readonly (Omit<TraceBuffer, 'initial'> & { readonly initial: string })[];
  readonly assigned: readonly (readonly [step: number, text: string])[];
}

export interface PackedMemory extends Omit<MemoryState, 'buffers'> {
  /** By `packBytes`. */
  readonly buffers: readonly (Omit<BufferState, 'bytes' | 'written'> & {
    readonly bytes: string;
    readonly written: string;
  })[];
}

export function packMemory(memory: MemoryState): PackedMemory {
  const buffers = memory.buffers.map(({ bytes, written, ...buffer }) => ({
    ...buffer,
    bytes: packBytes(bytes),
    written: packBytes(written),
  }));
  return { ...memory, buffers };
}

export function unpackMemory(memory: PackedMemory): MemoryState {
  const buffers = memory.buffers.map(({ bytes, written, ...buffer }) => ({
    ...buffer,
    bytes: unpackBytes(bytes),
    written: unpackBytes(written),
  }));
  return { ...memory, buffers };
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
    rows: packBytes(packRows(trace.rows)),
    payload: packBytes(trace.payload),
    buffers: trace.buffers.map((buffer) => ({ ...buffer, initial: packBytes(buffer.initial) })),
    assigned: [...trace.assigned],
  };
}

/** The trace again, with the memory that it led to. */
export function unpackTrace(packed: PackedTrace, final: MemoryState | null): Trace {
  return {
    ...packed,
    rows: unpackRows(unpackBytes(packed.rows), packed.steps),
    payload: unpackBytes(packed.payload),
    buffers: packed.buffers.map((buffer) => ({ ...buffer, initial: unpackBytes(buffer.initial) })),
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
