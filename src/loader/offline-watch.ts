/**
 * Fetches what keeps pages for reading without a network (keep-offline.ts) once the reader is there and does nothing for a
 * moment: a page that is only looked at costs nothing more, and nobody's presses and letters wait for it.
 */
const SIGNS = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart'] as const;
const PRESSES = ['pointerdown', 'keydown'] as const;
/** How long nothing has been pressed when it begins, and how long it waits for that at most. */
const QUIET_MS = 2000;
const AT_MOST_MS = 60_000;

export function keepOfflineOnceRead(): void {
  // Not in other people's frames, and not on an address without HTTPS, where there are no service workers.
  if (!('serviceWorker' in navigator) || window.top !== window || import.meta.env.DEV) return;
  const begin = () => {
    for (const sign of SIGNS) removeEventListener(sign, begin);
    const fetchRest = () => {
      import('./keep-offline').then(
        ({ keepOffline }) => keepOffline(),
        // The next page asks for it again.
        () => undefined,
      );
    };
    whenQuiet(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(fetchRest, { timeout: 5000 });
      else fetchRest();
    });
  };
  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
}

function whenQuiet(act: () => void): void {
  const end = performance.now() + AT_MOST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(done, Math.min(QUIET_MS, end - performance.now()));
  };
  const done = () => {
    for (const press of PRESSES) removeEventListener(press, wait, true);
    act();
  };
  // Also of what stops it from going on.
  for (const press of PRESSES) addEventListener(press, wait, { passive: true, capture: true });
  wait();
}
