/** Keys that work anywhere on a page: `[` and `]` to the lesson before and after, `?` for the list of keys. */

/** Where typing means text: the page's keys stay out of it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, .monaco-editor, .cm-editor, iframe') !== null)
  );
}

export function wireKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    if (event.key === '?') {
      const dialog = document.getElementById('keys');
      if (!(dialog instanceof HTMLDialogElement) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      dialog.showModal();
    }
    if (document.querySelector('dialog[open]')) return;
    const rel = event.key === '[' ? 'prev' : event.key === ']' ? 'next' : null;
    if (rel) document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)?.click();
  });
}
