/** What keeping all lessons waits for, and what it says meanwhile. */
import type { OfflineText } from '../../i18n/offline';
import type { KeepProgress } from '../../offline/messages';

/** Registering takes moments. What installs after that is waited for, however slow the network is. */
const PATIENCE_MS = 10_000;

const later = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms));

/**
 * The service worker, which may be on its way still: the page registers it once somebody is there
 * (src/loader/offline-watch.ts).
 *
 * @returns null where there will be none: `ready` never settles where the browser refuses it
 */
export async function readyWorker(
  container: Pick<ServiceWorkerContainer, 'ready' | 'getRegistration'>,
  wait: () => Promise<null> = () => later(PATIENCE_MS),
): Promise<ServiceWorker | null> {
  for (;;) {
    const registration = await Promise.race([container.ready, wait()]);
    if (registration !== null) return registration.active;
    const coming = await container.getRegistration().catch(() => undefined);
    if (coming === undefined) return null;
  }
}

/** Four times on the way: a status that changed with each page would be read with each page. */
export function keepSaid(
  { done, failed, total }: KeepProgress,
  text: OfflineText['panel'],
): string {
  if (done + failed < total)
    return text.keeping(Math.floor((Math.floor((4 * done) / total) * total) / 4), total);
  return failed > 0 ? text.someFailed(failed) : text.allKept(total);
}
