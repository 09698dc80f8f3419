/** Memory states for tests: made from real buffers and views, so that they say what an engine says. */
import type { ViewKind } from '../../core/bytes/view-kinds';
import type {
  BufferState,
  DataViewCall,
  MemoryState,
  ViewState,
} from '../../core/trace/memory-state';

export function bufferState(
  bytes: ArrayLike<number>,
  more: Partial<BufferState> = {},
): BufferState {
  return {
    id: 0,
    name: 'buffer',
    byteLength: bytes.length,
    maxByteLength: null,
    shared: false,
    detached: false,
    bytes: Uint8Array.from(bytes),
    written: new Uint8Array(bytes.length).fill(1),
    line: 1,
    ...more,
  };
}

export function viewState(
  id: number,
  kind: ViewKind,
  byteOffset: number,
  byteLength: number,
  more: Partial<ViewState> = {},
): ViewState {
  return {
    id,
    bufferId: 0,
    kind,
    name: null,
    byteOffset,
    byteLength,
    lengthTracking: false,
    line: 1,
    ...more,
  };
}

export function callOf(
  viewId: number,
  method: 'get' | 'set',
  type: DataViewCall['type'],
  byteOffset: number,
  littleEndian = false,
): DataViewCall {
  return { viewId, method, type, byteOffset, littleEndian, line: 1 };
}

export function memoryOf(
  buffers: readonly BufferState[],
  views: readonly ViewState[],
  calls: readonly DataViewCall[] = [],
): MemoryState {
  return { buffers, views, calls, omittedBuffers: 0 };
}

/** The lesson's buffer after all its steps: four views over sixteen bytes. */
export function lessonState(): MemoryState {
  const buffer = new ArrayBuffer(16);
  const u8 = new Uint8Array(buffer);
  const view = new DataView(buffer);
  u8.set([255, 127, 254, 255, 0, 0, 192, 63]);
  view.setInt16(8, -2);
  view.setFloat32(12, 0.1, true);
  const written = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1);
  return memoryOf(
    [bufferState(u8, { written })],
    [
      viewState(0, 'Uint8Array', 0, 16, { name: 'u8' }),
      viewState(1, 'Int16Array', 0, 16, { name: 'i16' }),
      viewState(2, 'Float32Array', 0, 16, { name: 'f32' }),
      viewState(3, 'DataView', 0, 16, { name: 'dv' }),
    ],
    [callOf(3, 'set', 'Int16Array', 8), callOf(3, 'set', 'Float32Array', 12, true)],
  );
}
