/** Calls `act` once what changed by now has been painted: for what may come a frame later than the answer to a press. */
export function afterPaint(act: () => void): void {
  // Nothing is painted where nobody looks, and nothing at all where there is no page.
  if (!('document' in globalThis) || document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}
