/** Dialogs opened by `command="show-modal"`: the browser does it where it knows how, this does it elsewhere. */
export function wireDialogs(): void {
  const native = 'commandForElement' in HTMLButtonElement.prototype;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('button[commandfor]');
    const dialog = button && document.getElementById(button.getAttribute('commandfor') ?? '');
    if (!native && button && dialog instanceof HTMLDialogElement) {
      if (button.getAttribute('command') === 'show-modal') dialog.showModal();
      else dialog.close();
      return;
    }
    // A press on the backdrop closes; so does following a link to a section of this page.
    const open = event.target.closest('dialog');
    if (open && (event.target === open || event.target.closest('a'))) open.close();
  });
}
