import type { PointerEvent } from 'react';

/**
 * Moves of this pointer go to the pressed element until it is let go. A press that the loader carries out later
 * (src/loader/intent.ts) has no pointer any more: it is a press alone.
 */
export function capturePointer({ isTrusted, currentTarget, pointerId }: PointerEvent): void {
  if (isTrusted) currentTarget.setPointerCapture(pointerId);
}
