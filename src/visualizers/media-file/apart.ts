/** The parts of one element as they are drawn apart: head, size and data, byte by byte, with the bits that say how long they are. */
import type { ByteRange } from '../../core/bytes/ranges';
import type { FormatElement, FormatTree } from '../../core/formats/element';
import type { ShownBytes } from './file-bytes';
import type { ByteRole } from './model';

export interface AnatomyByte {
  readonly offset: number;
  /** Null while it is not at hand. */
  readonly value: number | null;
  /** For a byte of a variable-length integer: zeros, the marker bit, and the rest. */
  readonly bits: { readonly before: string; readonly marker: string; readonly rest: string } | null;
}

export interface AnatomyPart {
  readonly role: ByteRole;
  readonly bytes: readonly AnatomyByte[];
  /** Bytes that are not drawn. */
  readonly more: number;
}

/** Bytes of data that are drawn. */
const DATA_BYTES = 8;

/** In the order in which they stand in the file: MP4 has the size first. */
export function anatomyOf(
  element: FormatElement,
  format: FormatTree['format'],
  bytes: ShownBytes,
): readonly AnatomyPart[] {
  const isVint = format === 'webm';
  const part = (role: ByteRole, range: ByteRange, most: number, withBits: boolean): AnatomyPart => {
    const drawn: AnatomyByte[] = [];
    const end = Math.min(range.end, range.start + most);
    for (let offset = range.start; offset < end; offset++) {
      const value = bytes.at(offset) ?? null;
      const isFirst = offset === range.start;
      drawn.push({
        offset,
        value,
        bits: withBits && value !== null ? bitsOf(value, isFirst) : null,
      });
    }
    return { role, bytes: drawn, more: range.end - end };
  };
  const id = part('id', element.idRange, 8, isVint);
  const size = part('size', element.sizeRange, 8, isVint);
  const data = part('data', element.data, DATA_BYTES, false);
  return isVint ? [id, size, data] : [size, id, data];
}

function bitsOf(value: number, isFirst: boolean) {
  const all = value.toString(2).padStart(8, '0');
  if (!isFirst) return { before: '', marker: '', rest: all };
  const marker = Math.clz32(value) - 24;
  return {
    before: all.slice(0, marker),
    marker: all.slice(marker, marker + 1),
    rest: all.slice(marker + 1),
  };
}
