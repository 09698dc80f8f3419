/** Fetches the search when the reader is about to use it. It is part of every page, so it stays this small. */
const button = document.querySelector('[data-search-button]');
const dialog = document.getElementById('search');

function begin(): void {
  import('./search-dialog').catch(() => {
    const status = dialog?.querySelector<HTMLElement>('.search-status');
    if (status) status.textContent = status.dataset['failed'] ?? '';
  });
}
// Pressed by `/`, too (src/loader/keys.ts).
for (const sign of ['pointerenter', 'click']) button?.addEventListener(sign, begin);
// Browsers that know `command` open a dialog by themselves, before this has come.
if (dialog?.hasAttribute('open')) begin();

export {};
