/** Lights one byte of the figure and dims the rest: classes on the elements concerned, and nothing renders. */

/** `index` is the byte's, from the one worth most; null puts every light out. */
export function light(figure: HTMLElement, index: number | null): void {
  figure.toggleAttribute('data-lit', index !== null);
  for (const each of figure.querySelectorAll<HTMLElement | SVGElement>('[data-sig]'))
    each.toggleAttribute('data-on', index !== null && each.dataset['sig'] === String(index));
}

/** The byte that an element of the figure belongs to. */
export function byteOf(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const sig = target.closest<HTMLElement>('[data-sig]')?.dataset['sig'];
  return sig === undefined ? null : Number(sig);
}
