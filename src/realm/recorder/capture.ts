/** The registry as a MemoryState: what a reader is shown of it, and whether it differs from what was shown last. */
import {
  MAX_BUFFERS,
  MAX_TRACKED_BYTES,
  MAX_VIEWS,
  type BufferState,
  type DataViewCall,
  type MemoryState,
  type ViewState,
} from '../../core/trace/memory-state';
import { bufferSlots, viewSlots } from '../buffers';
import {
  bytesSlice,
  min,
  NativeInt32Array,
  NativeUint8Array,
  push,
  typedArrayBuffer,
  typedArrayLength,
} from '../primordials';
import type { BufferRecord, Registry, ViewRecord } from './registry';

export function captureMemory(registry: Registry): MemoryState {
  const shown = chooseBuffers(registry.buffers);
  const buffers: BufferState[] = [];
  for (let i = 0; i < shown.length; i++) push(buffers, bufferState(shown[i] as BufferRecord));
  const views: ViewState[] = [];
  for (let i = 0; i < registry.views.length && views.length < MAX_VIEWS; i++) {
    const record = registry.views[i] as ViewRecord;
    if (holds(shown, record.buffer)) push(views, viewState(record));
  }
  const calls: DataViewCall[] = [];
  for (let i = 0; i < registry.calls.length; i++) {
    const call = registry.calls[i];
    if (call && hasView(views, call.viewId)) push(calls, call);
  }
  const omittedBuffers = registry.omitted + countVisible(registry.buffers) - shown.length;
  return { buffers, views, calls, omittedBuffers };
}

/** A buffer that has neither a view nor a name is only a passing value. */
function isVisible(record: BufferRecord): boolean {
  return record.views > 0 || record.name !== null;
}

function countVisible(records: readonly BufferRecord[]): number {
  let count = 0;
  for (let i = 0; i < records.length; i++) if (isVisible(records[i] as BufferRecord)) count++;
  return count;
}

function isNamed(record: BufferRecord): boolean {
  return record.name !== null || record.hasNamedView;
}

/** Up to MAX_BUFFERS, in order of first sight; where there are too many, those with a name come first. */
function chooseBuffers(records: readonly BufferRecord[]): readonly BufferRecord[] {
  let unnamedLeft = MAX_BUFFERS;
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as BufferRecord;
    if (isVisible(record) && isNamed(record)) unnamedLeft--;
  }
  const chosen: BufferRecord[] = [];
  for (let i = 0; i < records.length && chosen.length < MAX_BUFFERS; i++) {
    const record = records[i] as BufferRecord;
    if (!isVisible(record)) continue;
    if (!isNamed(record) && unnamedLeft-- <= 0) continue;
    push(chosen, record);
  }
  return chosen;
}

function holds(list: readonly BufferRecord[], record: BufferRecord): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === record) return true;
  return false;
}

function hasView(views: readonly ViewState[], id: number): boolean {
  for (let i = 0; i < views.length; i++) if (views[i]?.id === id) return true;
  return false;
}

function bufferState(record: BufferRecord): BufferState {
  const slots = bufferSlots(record.buffer);
  const bytes = trackedBytes(record.buffer, slots.byteLength);
  const length = typedArrayLength(bytes);
  const written = new NativeUint8Array(length);
  for (let i = 0; i < length; i++) {
    written[i] = bytes[i] !== 0 || record.written[i] === 1 ? 1 : 0;
  }
  return { id: record.id, name: record.name, line: record.line, ...slots, bytes, written };
}

function trackedBytes(buffer: ArrayBufferLike, byteLength: number): Uint8Array {
  if (byteLength === 0) return new NativeUint8Array(0);
  return bytesSlice(new NativeUint8Array(buffer, 0, min(byteLength, MAX_TRACKED_BYTES)));
}

function viewState(record: ViewRecord): ViewState {
  const { id, kind, name, line, byteOffset, lengthTracking } = record;
  const byteLength = viewSlots(record.view)?.byteLength ?? 0;
  const bufferId = record.buffer.id;
  return { id, bufferId, kind, name, byteOffset, byteLength, lengthTracking, line };
}

/** Whether bytes or lengths differ from a state that was captured before. What else changes raises the version. */
export function bytesChanged(registry: Registry, last: MemoryState): boolean {
  for (let i = 0; i < last.buffers.length; i++) {
    const state = last.buffers[i] as BufferState;
    const record = registry.buffers[state.id];
    if (record && bufferChanged(record, state)) return true;
  }
  return false;
}

function bufferChanged({ buffer }: BufferRecord, last: BufferState): boolean {
  const slots = bufferSlots(buffer);
  if (slots.byteLength !== last.byteLength || slots.detached !== last.detached) return true;
  const { bytes } = last;
  const length = typedArrayLength(bytes);
  const words = length >> 2;
  if (words > 0) {
    const now = new NativeInt32Array(buffer, 0, words);
    const then = new NativeInt32Array(typedArrayBuffer(bytes), 0, words);
    for (let i = 0; i < words; i++) if (now[i] !== then[i]) return true;
  }
  if (length === words * 4) return false;
  const now = new NativeUint8Array(buffer);
  for (let i = words * 4; i < length; i++) if (now[i] !== bytes[i]) return true;
  return false;
}
