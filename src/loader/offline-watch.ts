/**
 * Fetches what keeps pages for reading without a network (keep-offline.ts) once the reader is there, at idle: a page that
 * is only looked at costs nothing more.
 */
const SIGNS = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart'] as const;
/** What the first of them asks for comes before it. */
const AFTER_MS = 2000;

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
    setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(fetchRest, { timeout: 5000 });
      else fetchRest();
    }, AFTER_MS);
  };
  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
}
