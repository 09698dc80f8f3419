/**
 * What memory looks like at one moment: every buffer a run leaves reachable through a view it made, the views
 * over it, and the DataView calls made so far. A replay yields one of these for each step; a light recording
 * yields one, at the end. Visualizers read this and nothing else.
 */
import type { ElementKind, ViewKind } from '../bytes/view-kinds';
import { NO_BUFFER } from './rows';

export interface BufferState {
  /** Identity within the run, counted from 0 in order of first sight. */
  readonly id: number;
  /** The variable that first held it, or null when it was never named (`view.buffer` alone is no name). */
  readonly name: string | null;
  /** Bytes; 0 once detached. */
  readonly byteLength: number;
  /** The limit of a resizable or growable buffer in bytes; null for one of fixed length. */
  readonly maxByteLength: number | null;
  /** A SharedArrayBuffer. */
  readonly shared: boolean;
  readonly detached: boolean;
  /** The bytes themselves: the first `min(byteLength, MAX_TRACKED_BYTES)` of them. */
  readonly bytes: Uint8Array;
  /** One entry for each entry of `bytes`: 1 where a write is known to have happened, else 0. */
  readonly written: Uint8Array;
  /** 1-based line of the statement that made it, or null when unknown. */
  readonly line: number | null;
}

export interface ViewState {
  /** Identity within the run, counted from 0 in order of construction: the order of lanes. */
  readonly id: number;
  readonly bufferId: number;
  readonly kind: ViewKind;
  /** The variable that first held it, or null. */
  readonly name: string | null;
  /** Bytes from the start of the buffer. */
  readonly byteOffset: number;
  /** Bytes; 0 while out of bounds or detached. */
  readonly byteLength: number;
  /** Made without a length over a resizable buffer, so it follows the buffer's length. */
  readonly lengthTracking: boolean;
  readonly line: number | null;
}

/** One call of a DataView method: it has no lane cells, only brackets where calls happened. */
export interface DataViewCall {
  readonly viewId: number;
  readonly method: 'get' | 'set';
  readonly type: ElementKind;
  /** Bytes from the start of the *buffer*. */
  readonly byteOffset: number;
  readonly littleEndian: boolean;
  readonly line: number | null;
}

export interface MemoryState {
  readonly buffers: readonly BufferState[];
  readonly views: readonly ViewState[];
  /** In the order they were made; only the first MAX_DATAVIEW_CALLS are kept. */
  readonly calls: readonly DataViewCall[];
  /** Buffers beyond MAX_BUFFERS that are not shown. */
  readonly omittedBuffers: number;
}

export const MAX_BUFFERS = 16;
export const MAX_VIEWS = 64;
/** Held by the recorder, so that a trace may name them; a memory state shows MAX_BUFFERS and MAX_VIEWS of them. */
export const MAX_BUFFERS_HELD = NO_BUFFER;
export const MAX_VIEWS_HELD = 4 * MAX_VIEWS;
/** Bytes kept of one buffer. */
export const MAX_TRACKED_BYTES = 1 << 20;
export const MAX_DATAVIEW_CALLS = 256;

export const EMPTY_MEMORY: MemoryState = { buffers: [], views: [], calls: [], omittedBuffers: 0 };
