/** Closes the dialog that a button is in, which gives the focus back: one that is only taken away does not. */
export function closeSheet({ currentTarget }: { readonly currentTarget: Element }): void {
  currentTarget.closest('dialog')?.close();
}
