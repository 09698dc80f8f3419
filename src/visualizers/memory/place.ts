/** Where a piece stands on its octet's grid. */
import type { CSSProperties } from 'react';
import { rangeLength, type ByteRange } from '../../core/bytes/ranges';

/** The columns of the octet that a range takes, as the custom properties the CSS places by. */
export function columns(part: ByteRange, octetStart: number): CSSProperties {
  return { '--b': part.start - octetStart, '--w': rangeLength(part) } as CSSProperties;
}
