/** Keys within a row of bytes: one tab stop, arrows move and count. */
import type { KeyboardEvent } from 'react';

export interface RowKeys {
  readonly count: number;
  readonly current: number;
  readonly onMove: (to: number) => void;
  /** Adds to the byte, wrapping within it. */
  readonly onAdd: (by: number) => void;
}

export function handleRowKey(event: KeyboardEvent, { count, current, onMove, onAdd }: RowKeys) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  switch (event.key) {
    case 'ArrowLeft':
      onMove(Math.max(0, current - 1));
      break;
    case 'ArrowRight':
      onMove(Math.min(count - 1, current + 1));
      break;
    case 'Home':
      onMove(0);
      break;
    case 'End':
      onMove(count - 1);
      break;
    case 'ArrowUp':
      onAdd(1);
      break;
    case 'ArrowDown':
      onAdd(-1);
      break;
    default:
      return;
  }
  event.preventDefault();
}
