/**
 * What a lesson offers to who teaches with it, as much as every reader pays for: `p` and a button present a bench, so does
 * an address that ends in `#present=…`; two buttons print, and `?answers` is the edition with answers.
 */
import { keyOf } from '../../core/key-of';
import { isChord, isTyping } from '../../loader/keys';
import { benchInAddress } from './present-keys';

/** @param id of a bench, empty for the first; null ends the presentation */
function present(id: string | null): void {
  import('./present').then(
    (mode) => {
      if (id === null) mode.leave();
      else mode.present(id);
    },
    () => {
      const status = document.querySelector<HTMLElement>('[data-present-status]');
      if (status) status.textContent = status.dataset['failed'] ?? '';
    },
  );
}

function lookAtAddress(): void {
  const id = benchInAddress(location.hash);
  if (id !== null || 'presenting' in document.documentElement.dataset) present(id);
}

function print(edition: string): void {
  const root = document.documentElement;
  const before = root.dataset['edition'];
  root.dataset['edition'] = edition;
  addEventListener(
    'afterprint',
    () => {
      if (before === undefined) delete root.dataset['edition'];
      else root.dataset['edition'] = before;
    },
    { once: true },
  );
  window.print();
}

export function wireTeaching(): void {
  if (new URLSearchParams(location.search).has('answers'))
    document.documentElement.dataset['edition'] = 'answers';
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-action="present"], [data-print]');
    const edition = button?.dataset['print'];
    if (edition !== undefined) print(edition);
    else if (button) present(button.closest('.bench')?.id ?? '');
  });
  document.addEventListener('keydown', (event) => {
    if (keyOf(event) !== 'p' || event.defaultPrevented || isChord(event)) return;
    const { target } = event;
    if (isTyping(target) || !(target instanceof Element)) return;
    const bench = target.closest('[data-lesson] .bench');
    if (!bench) return;
    event.preventDefault();
    present(bench.id);
  });
  addEventListener('hashchange', lookAtAddress);
  lookAtAddress();
}
