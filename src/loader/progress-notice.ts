/** Tells trouble with progress at the foot of the page, in words that the page carries (ProgressNotice.astro). */
import { downloadText } from './download';
import type { Trouble } from './progress-store';

export function tellTrouble(trouble: Trouble): void {
  const notice = document.querySelector<HTMLElement>('[data-progress-notice]');
  const words = document.querySelector<HTMLTemplateElement>(
    `template[data-trouble="${trouble.kind}"]`,
  );
  if (!notice || !words) return;
  notice.replaceChildren(words.content.cloneNode(true));
  notice.querySelector('[data-close]')?.addEventListener('click', () => {
    notice.replaceChildren();
    // The button that had the focus is gone.
    document.getElementById('main')?.focus({ preventScroll: true });
  });
  notice.querySelector('[data-download]')?.addEventListener('click', () => {
    if (trouble.kind !== 'unreadable') return;
    downloadText('bytescope-progress-unreadable.txt', localStorage.getItem(trouble.keptAs) ?? '');
  });
}
