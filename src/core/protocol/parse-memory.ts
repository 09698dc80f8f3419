/** The shape of a memory state (core/trace/memory-state.ts), for the realm's door, and what must agree within it. */
import { ELEMENT_KINDS } from '../bytes/view-kinds';
import {
  MAX_BUFFERS,
  MAX_DATAVIEW_CALLS,
  MAX_TRACKED_BYTES,
  MAX_VIEWS,
  type MemoryState,
} from '../trace/memory-state';
import {
  array,
  boolean,
  bytes,
  integer,
  nullable,
  object,
  oneOf,
  Refusal,
  text,
  type Shape,
} from './shapes';

const count = integer(0, Number.MAX_SAFE_INTEGER);
const line = nullable(integer(0, 1e9));
const name = nullable(text(1000));

const shape = object({
  buffers: array(
    object({
      id: count,
      name,
      byteLength: count,
      maxByteLength: nullable(count),
      shared: boolean,
      detached: boolean,
      bytes: bytes(MAX_TRACKED_BYTES),
      written: bytes(MAX_TRACKED_BYTES),
      line,
    }),
    MAX_BUFFERS,
  ),
  views: array(
    object({
      id: count,
      bufferId: count,
      kind: oneOf([...ELEMENT_KINDS, 'DataView']),
      name,
      byteOffset: count,
      byteLength: count,
      lengthTracking: boolean,
      line,
    }),
    MAX_VIEWS,
  ),
  calls: array(
    object({
      viewId: count,
      method: oneOf(['get', 'set']),
      type: oneOf(ELEMENT_KINDS),
      byteOffset: count,
      littleEndian: boolean,
      line,
    }),
    MAX_DATAVIEW_CALLS,
  ),
  omittedBuffers: count,
});

export const memoryState: Shape = (value, path) => {
  shape(value, path);
  const { buffers, views, calls } = value as MemoryState;
  const bufferIds = new Set(buffers.map((buffer) => buffer.id));
  const viewIds = new Set(views.map((view) => view.id));
  for (const [i, buffer] of buffers.entries()) {
    const tracked = Math.min(buffer.byteLength, MAX_TRACKED_BYTES);
    if (buffer.bytes.length !== tracked || buffer.written.length !== tracked) {
      throw new Refusal(`${path}.buffers[${i}].bytes`, `${tracked} bytes`, buffer.bytes);
    }
  }
  for (const [i, view] of views.entries()) {
    if (!bufferIds.has(view.bufferId))
      throw new Refusal(`${path}.views[${i}].bufferId`, 'the id of a buffer here', view.bufferId);
  }
  for (const [i, call] of calls.entries()) {
    if (!viewIds.has(call.viewId))
      throw new Refusal(`${path}.calls[${i}].viewId`, 'the id of a view here', call.viewId);
  }
};
