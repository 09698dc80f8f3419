/**
 * Presenter mode: one bench of the lesson fills the window, in large type, for a projector. It is the bench on the page,
 * with its edits and its run: CSS (present.css) puts it over the rest, which is inert meanwhile. Loaded on use (wire.ts).
 */
import { keyOf } from '../../core/key-of';
import { isChord, isTyping } from '../../loader/keys';
import {
  actionOf,
  addressOf,
  benchInAddress,
  limitPresses,
  zoomFor,
  type PresentAction,
} from './present-keys';

interface Presentation {
  readonly bench: HTMLElement;
  /** Had the focus, and gets it back. */
  readonly opener: Element | null;
  /** Where the reader was on the page. */
  readonly scrollTop: number;
  readonly silenced: readonly HTMLElement[];
}

const root = document.documentElement;
const bar = document.querySelector<HTMLElement>('.present-bar');
const status = document.querySelector<HTMLElement>('[data-present-status]');

let now: Presentation | null = null;
let presses = 0;
/** The browser gave the whole screen: when that ends, the reader has pressed Escape, and the page hears nothing else. */
let wasFull = false;

const benches = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-lesson] .bench[id]'),
];

/** Presents a bench, the one with this id or the first; with another one presented already, in its place. */
export function present(id = ''): void {
  const all = benches();
  const bench = id === '' ? all[0] : all.find((each) => each.id === id);
  if (!bar || !bench || now?.bench === bench) return;
  const { opener, scrollTop } = now ?? {
    opener: document.activeElement,
    scrollTop: root.scrollTop,
  };
  if (now) clear(now);
  else begin();
  const silenced = [...new Set(besides(bench))];
  for (const each of silenced) each.inert = true;
  bench.dataset['presented'] = '';
  now = { bench, opener, scrollTop, silenced };
  const number = all.indexOf(bench) + 1;
  bench.tabIndex = -1;
  bench.scrollTop = 0;
  bench.focus({ preventScroll: true });
  wake(bench);
  caption(bench, number, all.length);
  history.replaceState(history.state, '', addressOf(bench.id));
}

/** The bench comes to life by a focus that its island hears (src/loader/intent.ts), which it does once the page is there. */
function wake(bench: HTMLElement): void {
  const tell = () => bench.dispatchEvent(new Event('focusin', { bubbles: true }));
  if (document.readyState === 'complete') tell();
  else addEventListener('load', tell, { once: true });
}

function begin(): void {
  root.dataset['presenting'] = '';
  if (bar) bar.hidden = false;
  resize();
  addEventListener('resize', resize);
  document.addEventListener('keydown', onKey);
  document.addEventListener('fullscreenchange', onFullscreen);
  bar?.addEventListener('click', onPress);
  askForScreen();
}

export function leave(): void {
  if (!now) return;
  const { bench, opener, scrollTop } = now;
  clear(now);
  now = null;
  delete root.dataset['presenting'];
  root.style.removeProperty('--present-zoom');
  if (bar) bar.hidden = true;
  removeEventListener('resize', resize);
  document.removeEventListener('keydown', onKey);
  document.removeEventListener('fullscreenchange', onFullscreen);
  bar?.removeEventListener('click', onPress);
  if (document.fullscreenElement && wasFull) void document.exitFullscreen().catch(() => undefined);
  wasFull = false;
  if (benchInAddress(location.hash) !== null)
    history.replaceState(history.state, '', location.pathname + location.search);
  if (opener instanceof HTMLElement && opener.isConnected && bench.contains(opener)) {
    scrollTo({ top: scrollTop, behavior: 'instant' });
    opener.focus({ preventScroll: true });
  } else {
    bench.scrollIntoView({ behavior: 'instant' });
    bench.querySelector<HTMLElement>('.bench-bar .run')?.focus({ preventScroll: true });
  }
  say(bar?.dataset['left'] ?? '');
}

function clear({ bench, silenced }: Presentation): void {
  delete bench.dataset['presented'];
  bench.removeAttribute('tabindex');
  for (const each of silenced) each.inert = false;
}

/** Everything beside the way from the page's root to what stays in reach. Dialogs are opened over it. */
function besides(bench: HTMLElement): HTMLElement[] {
  const way = new Set<Element>();
  for (const kept of [bench, bar, status])
    for (let at: Element | null = kept; at; at = at.parentElement) way.add(at);
  return [...way].flatMap((each) =>
    [...(each.parentElement?.children ?? [])].filter(
      (sibling): sibling is HTMLElement =>
        sibling instanceof HTMLElement &&
        !way.has(sibling) &&
        !sibling.inert &&
        !sibling.matches('head, dialog, script, style'),
    ),
  );
}

/** The section that a bench stands in, and which bench it is. */
function caption(bench: HTMLElement, number: number, total: number): void {
  if (!bar) return;
  const before = [...document.querySelectorAll('[data-lesson] > :is(h1, h2, h3)')].filter(
    (heading) => heading.compareDocumentPosition(bench) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const set = (selector: string, text: string) => {
    const element = bar.querySelector(selector);
    if (element) element.textContent = text;
  };
  set('[data-heading]', before.at(-1)?.textContent ?? '');
  set('[data-number]', `${String(number)} / ${String(total)}`);
  for (const [action, ended] of [
    ['previous', number === 1],
    ['next', number === total],
  ] as const)
    bar.querySelector(`[data-do="${action}"]`)?.setAttribute('aria-disabled', String(ended));
  say(
    (bar.dataset['presenting'] ?? '')
      .replace('{bench}', bench.getAttribute('aria-label') ?? '')
      .replace('{number}', String(number))
      .replace('{total}', String(total)),
  );
}

function say(text: string): void {
  if (status) status.textContent = text;
}

function resize(): void {
  root.style.setProperty('--present-zoom', zoomFor(innerWidth, innerHeight, presses).toFixed(3));
}

function act(action: PresentAction): void {
  if (!now) return;
  const { bench } = now;
  switch (action) {
    case 'leave':
      leave();
      break;
    case 'previous':
    case 'next': {
      const all = benches();
      const to = all[all.indexOf(bench) + (action === 'next' ? 1 : -1)];
      if (to) present(to.id);
      break;
    }
    case 'smaller':
    case 'larger':
      presses = limitPresses(presses + (action === 'larger' ? 1 : -1));
      resize();
      break;
    case 'run':
      bench.querySelector<HTMLElement>('[data-action="run"]')?.click();
      break;
    case 'back':
    case 'forward':
      step(bench, action === 'forward' ? 'ArrowRight' : 'ArrowLeft');
      break;
    case 'fullscreen':
      if (document.fullscreenElement) {
        wasFull = false;
        void document.exitFullscreen().catch(() => undefined);
      } else askForScreen();
  }
}

/** As the bench's own key for a step does, so that what is covered stays covered. */
function step(bench: HTMLElement, key: 'ArrowLeft' | 'ArrowRight'): void {
  const press = { key, altKey: true, bubbles: true, cancelable: true };
  for (const type of ['keydown', 'keyup']) bench.dispatchEvent(new KeyboardEvent(type, press));
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isChord(event) || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  const action = actionOf(keyOf(event));
  if (action === null) return;
  event.preventDefault();
  act(action);
}

function onPress(event: MouseEvent): void {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
  if (button) act(button.dataset['do'] as PresentAction);
}

/** Without a gesture, or in a frame that may not, the window has to do. */
function askForScreen(): void {
  if (!document.fullscreenEnabled || !navigator.userActivation.isActive) return;
  void root.requestFullscreen().then(
    () => {
      wasFull = now !== null;
    },
    () => undefined,
  );
}

function onFullscreen(): void {
  if (document.fullscreenElement || !wasFull) return;
  wasFull = false;
  // Escape in the editor is meant for the editor.
  if (!isTyping(document.activeElement)) leave();
}
