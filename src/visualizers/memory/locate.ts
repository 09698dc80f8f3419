/** Finds the bytes a reference in prose names: `i16[1]`, `byte 3`, `copy byte 3`, `dv.setInt16(8)`. */
import { ELEMENT_TYPES } from '../../core/bytes/view-kinds';
import { rangeAt, type ByteRange } from '../../core/bytes/ranges';
import type { MemoryState } from '../../core/trace/memory-state';
import { laneNames } from './lane-names';

export interface Located {
  readonly bufferId: number;
  readonly range: ByteRange;
}

/** Where a name points to, or null when nothing in this state is called so. */
export function locateCell(state: MemoryState, name: string): Located | null {
  const byte = /^(?:(.+) )?byte (\d+)$/.exec(name);
  if (byte) {
    const buffer = state.buffers.find((candidate) => !byte[1] || candidate.name === byte[1]);
    const offset = Number(byte[2]);
    if (!buffer || offset >= buffer.bytes.length) return null;
    return { bufferId: buffer.id, range: rangeAt(offset, 1) };
  }
  const names = laneNames(state);
  const viewCalled = (wanted: string | undefined) =>
    state.views.find(({ id }) => names.get(id)?.name === wanted);
  const element = /^(.+)\[(\d+)\]$/.exec(name);
  if (element) {
    const view = viewCalled(element[1]);
    if (!view || view.kind === 'DataView') return null;
    const { byteSize } = ELEMENT_TYPES[view.kind];
    const start = Number(element[2]) * byteSize;
    if (start + byteSize > view.byteLength) return null;
    return { bufferId: view.bufferId, range: rangeAt(view.byteOffset + start, byteSize) };
  }
  const call = /^(.+)\.([gs]et)(\w+)\((\d+)\)$/.exec(name);
  if (call) {
    const view = viewCalled(call[1]);
    const made = state.calls.find(
      ({ viewId, method, type, byteOffset }) =>
        viewId === view?.id &&
        method === call[2] &&
        ELEMENT_TYPES[type].suffix === call[3] &&
        byteOffset - view.byteOffset === Number(call[4]),
    );
    if (!view || !made) return null;
    const range = rangeAt(made.byteOffset, ELEMENT_TYPES[made.type].byteSize);
    return { bufferId: view.bufferId, range };
  }
  return null;
}
