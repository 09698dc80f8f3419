/** Makes the panel of what is kept work: it lists, keeps all lessons through the service worker, and removes. */
import { textFor } from '../../i18n/locale';
import { offlineText } from '../../i18n/offline';
import { bytesOf } from '../../offline/kept-pages';
import type { KeepProgress, ToWorker } from '../../offline/messages';
import { keepSaid, readyWorker } from './keep-all';
import { pageLocale } from '../shell/page-locale';
import { keptLinks, keptPages } from './kept-list';

const text = textFor(offlineText, pageLocale).panel;

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-offline] ${selector}`);
  if (element === null) throw new Error(`The panel of what is kept has no ${selector}.`);
  return element;
}
const say = (what: string) => {
  const said = find('[data-kept-said]');
  // The same words again would be read again.
  if (said.textContent !== what) said.textContent = what;
};

const kept = keptPages();

async function draw(): Promise<void> {
  const pages = (await kept?.list()) ?? [];
  find('[data-kept-sum]').textContent =
    pages.length === 0 ? text.nothing : text.kept(pages.length, bytesOf(pages));
  find('[data-kept-list]').hidden = pages.length === 0;
  const list = find('[data-kept-list] ul');
  const reading = list.querySelector<HTMLAnchorElement>('a:focus')?.href;
  list.replaceChildren(...keptLinks(pages));
  [...list.querySelectorAll('a')].find(({ href }) => href === reading)?.focus();
}

async function keepAll(): Promise<void> {
  const paths = JSON.parse(
    document.querySelector<HTMLElement>('[data-offline]')?.dataset['pages'] ?? '[]',
  ) as readonly string[];
  const pages = paths.map((path) => new URL(path, location.origin).href);
  say(text.keeping(0, pages.length));
  const worker = await readyWorker(navigator.serviceWorker);
  if (worker === null) {
    say(text.impossible);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<KeepProgress>) => {
    say(keepSaid(data, text));
    // Not before: a reader may be in the list.
    if (data.done + data.failed === data.total) void draw();
  };
  worker.postMessage({ kind: 'keep', pages } satisfies ToWorker, [port2]);
}

if (kept === null) find('[data-kept-sum]').textContent = text.impossible;
else {
  find('[data-kept-actions]').hidden = false;
  find('[data-keep-all]').addEventListener('click', () => void keepAll());
  find('[data-remove-kept]').addEventListener('click', () => {
    void kept.remove().then(() => {
      say(text.removed);
      return draw();
    });
  });
  void draw();
}
