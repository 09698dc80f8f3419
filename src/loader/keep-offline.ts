/**
 * Has the service worker keep this page, and tells the reader when a newer build is there. It is offered: the page that is
 * being read stays as it is until somebody presses the button.
 */
import { withBase } from '../core/base-path';
import { BUILD_META, WORKER } from '../offline/addresses';
import type { ToWorker } from '../offline/messages';

/** A page that stays open for days asks again as often as this when it is looked at. */
const ASK_AGAIN_MS = 3_600_000;

const say = (to: ServiceWorker | null | undefined, message: ToWorker, port?: MessagePort): void =>
  to?.postMessage(message, port ? [port] : []);

function buildOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    say(worker, { kind: 'build' }, port2);
  });
}

function offer(registration: ServiceWorkerRegistration): void {
  const notice = document.querySelector<HTMLElement>('[data-update-notice]');
  const template = document.querySelector<HTMLTemplateElement>('template[data-update]');
  if (!notice || !template || notice.childElementCount > 0) return;
  notice.replaceChildren(template.content.cloneNode(true));
  notice.querySelector('[data-reload]')?.addEventListener('click', () => {
    const { waiting } = registration;
    // Another tab may have let it in meanwhile.
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    });
    say(waiting, { kind: 'take-over' });
  });
  // Where the reader goes on from when the focus is in the notice that is no more.
  let before: EventTarget | null = null;
  notice.addEventListener('focusin', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && notice.contains(relatedTarget))) before = relatedTarget;
  });
  notice.querySelector('[data-later]')?.addEventListener('click', () => {
    notice.replaceChildren();
    const last = before instanceof HTMLElement && before.isConnected ? before : null;
    (last ?? document.getElementById('main'))?.focus({ preventScroll: true });
  });
}

/** A newer worker is ready. One of this very page's build may take over at once: there is nothing to reload. */
async function onWaiting(
  waiting: ServiceWorker,
  registration: ServiceWorkerRegistration,
): Promise<void> {
  const own = document.querySelector<HTMLMetaElement>(`meta[name="${BUILD_META}"]`)?.content;
  if ((await buildOf(waiting)) === own) say(waiting, { kind: 'take-over' });
  else offer(registration);
}

function watchUpdates(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  if (waiting) void onWaiting(waiting, registration);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first one of all waits for nobody.
      if (installing.state === 'installed' && registration.active)
        void onWaiting(installing, registration);
    });
  });
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    void registration.update().catch(() => undefined);
  });
}

export async function keepOffline(): Promise<void> {
  const base = import.meta.env.BASE_URL;
  try {
    // Undefined where something in the browser blocks it (an extension, a test).
    const registration = (await navigator.serviceWorker.register(withBase(base, `/${WORKER}`), {
      updateViaCache: 'none',
    })) as ServiceWorkerRegistration | undefined;
    if (registration === undefined) return;
    watchUpdates(registration);
    const { active } = await navigator.serviceWorker.ready;
    say(active, { kind: 'visited', page: location.href });
  } catch {
    // Private windows forbid it, and an old host has no worker: the site goes on without.
  }
}
