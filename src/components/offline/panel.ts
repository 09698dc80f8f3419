/** Makes the panel of what is kept work: it lists, keeps all lessons through the service worker, and removes. */
import { textFor } from '../../i18n/locale';
import { offlineText } from '../../i18n/offline';
import { bytesOf } from '../../offline/kept-pages';
import type { KeepProgress, ToWorker } from '../../offline/messages';
import { keptLinks, keptPages, locale } from './kept-list';

const text = textFor(offlineText, locale).panel;

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-offline] ${selector}`);
  if (element === null) throw new Error(`The panel of what is kept has no ${selector}.`);
  return element;
}
const say = (what: string) => {
  find('[data-kept-said]').textContent = what;
};

const kept = keptPages();

async function draw(): Promise<void> {
  const pages = (await kept?.list()) ?? [];
  find('[data-kept-sum]').textContent =
    pages.length === 0 ? text.nothing : text.kept(pages.length, bytesOf(pages));
  find('[data-kept-list]').hidden = pages.length === 0;
  find('[data-kept-list] ul').replaceChildren(...keptLinks(pages));
}

function keepAll(worker: ServiceWorker): void {
  const paths = JSON.parse(
    document.querySelector<HTMLElement>('[data-offline]')?.dataset['pages'] ?? '[]',
  ) as readonly string[];
  const pages = paths.map((path) => new URL(path, location.origin).href);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<KeepProgress>) => {
    const { done, failed, total } = data;
    if (done + failed < total) say(text.keeping(done, total));
    else say(failed > 0 ? text.someFailed(failed) : text.allKept(total));
    void draw();
  };
  worker.postMessage({ kind: 'keep', pages } satisfies ToWorker, [port2]);
}

/** The worker may be on its way still: the page registers it once somebody is there (src/loader/offline-watch.ts). */
async function withWorker(work: (worker: ServiceWorker) => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active) work(active);
}

if (kept === null) find('[data-kept-sum]').textContent = text.impossible;
else {
  find('[data-kept-actions]').hidden = false;
  find('[data-keep-all]').addEventListener('click', () => void withWorker(keepAll));
  find('[data-remove-kept]').addEventListener('click', () => {
    void kept.remove().then(() => {
      say(text.removed);
      return draw();
    });
  });
  void draw();
}
