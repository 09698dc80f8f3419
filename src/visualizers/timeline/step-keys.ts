/** The keys of the timeline. Shift skips by statements. */
import type { StepStore } from './step-store';

export interface StepKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** Does what a key asks for; false when it means nothing here. */
export function stepForKey(event: StepKey, store: StepStore): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const { repeat: held } = event;
  const by = (steps: number) => {
    if (held) store.beginScrub();
    store.stepBy(steps, held);
    return true;
  };
  const skip = (direction: 1 | -1) => {
    if (held) store.beginScrub();
    store.skipStatement(direction);
    return true;
  };
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return event.shiftKey ? skip(1) : by(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return event.shiftKey ? skip(-1) : by(-1);
    case 'PageDown':
      return by(10);
    case 'PageUp':
      return by(-10);
    case 'Home':
      store.seek(Math.min(1, store.steps));
      return true;
    case 'End':
      store.seek(store.steps);
      return true;
    case ' ':
      if (!held) store.toggle();
      return true;
    default:
      return false;
  }
}
