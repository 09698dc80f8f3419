/** How long a paint is waited for: a frame of another site that is scrolled out of sight is never painted. */
const PATIENCE_MS = 200;

/** Calls `act` once what changed by now has been painted: for what may come a frame later than the answer to a press. */
export function afterPaint(act: () => void): void {
  // Nothing is painted where nobody looks, and nothing at all where there is no page.
  if (!('document' in globalThis) || document.hidden) {
    setTimeout(act);
    return;
  }
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  setTimeout(once, PATIENCE_MS);
  requestAnimationFrame(() => setTimeout(once));
}
