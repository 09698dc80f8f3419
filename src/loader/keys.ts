/** Keys that work anywhere on a page: `/` for the search, `[` and `]` to the lesson before and after, `?` for the list of keys. */

/** Where typing means text: the page's keys stay out of it. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, .monaco-editor, .cm-editor, iframe') !== null)
  );
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>;

/**
 * Whether a press is a shortcut of the browser or the system and none of the page's keys. Many keyboards have the
 * brackets on AltGr (which Windows reports as Ctrl and Alt) or Option: there the modifier only spells the key.
 */
export function isChord(event: KeyPress): boolean {
  if (event.metaKey) return true;
  const isBracket = event.key === '[' || event.key === ']';
  if (isBracket && (event.altKey || event.getModifierState('AltGraph'))) return false;
  return event.ctrlKey || event.altKey;
}

export function wireKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isChord(event) || isTyping(event.target)) return;
    if (event.key === '?') {
      const dialog = document.getElementById('keys');
      if (!(dialog instanceof HTMLDialogElement) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      dialog.showModal();
    }
    if (document.querySelector('dialog[open]')) return;
    if (event.key === '/') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-search-button]')?.click();
    }
    const rel = event.key === '[' ? 'prev' : event.key === ']' ? 'next' : null;
    if (!rel) return;
    event.preventDefault();
    document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)?.click();
  });
}
