/**
 * Words in prose that light a cell: `<button class="ref i" data-for="bench-id" data-cell="i16[1]">`. One set of
 * listeners for the whole page, and no React, so that the page's small loader can carry it: before the bench has
 * come alive the cells of the static HTML light up all the same.
 */
export const LIGHT_EVENT = 'bytescope:light';
export const UNPINNED_EVENT = 'bytescope:unpinned';

export interface LightRequest {
  readonly name: string | null;
  readonly phase: 'show' | 'hide' | 'pin';
  /** Which of the buffers a byte is meant in, where a name does not tell them apart. */
  readonly bufferId?: number;
  /** Bytes that are lit together, from the one that is named; what the cell covers where it is left out. */
  readonly byteLength?: number;
}

/**
 * Lights the cell called `name` in the memory view in or around `root`; null puts the light out. A live view
 * answers the event itself. A static one is lit here: the bytes, what overlaps them, and the cell.
 * Returns whether there was a memory view to ask.
 */
export function lightCell(
  root: Element,
  name: string | null,
  phase: LightRequest['phase'] = name === null ? 'hide' : 'show',
  bufferId?: number,
  byteLength?: number,
): boolean {
  const view = root.closest<HTMLElement>('.mem') ?? root.querySelector<HTMLElement>('.mem');
  if (!view) return false;
  // Where memory is closed at first, a word that is pressed opens it.
  if (phase === 'pin' && name !== '') view.closest('details')?.setAttribute('open', '');
  const detail: LightRequest = {
    name,
    phase,
    ...(bufferId === undefined ? {} : { bufferId }),
    ...(byteLength === undefined ? {} : { byteLength }),
  };
  const untouched = view.dispatchEvent(new CustomEvent(LIGHT_EVENT, { detail, cancelable: true }));
  if (untouched) lightStatic(view, phase === 'hide' ? null : name);
  return true;
}

function lightStatic(view: HTMLElement, name: string | null): void {
  for (const cell of view.querySelectorAll('.hot')) cell.classList.remove('hot', 'src');
  if (name === null) return;
  const called = name.replace(/^.* (byte \d+)$/, '$1');
  const source = view.querySelector<HTMLElement>(`[data-name="${CSS.escape(called)}"]`);
  const grid = source?.closest('[role=grid]');
  if (!source || !grid) return;
  view.dataset['hot'] = source.dataset['fam'] ?? '';
  const start = Number(source.dataset['b']);
  const end = start + Number(source.dataset['w']);
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-b]')) {
    const at = Number(cell.dataset['b']);
    if (at >= end || at + Number(cell.dataset['w']) <= start) continue;
    cell.classList.add('hot');
    if (cell.dataset['name'] === called) cell.classList.add('src');
  }
}

let installed = false;

/** Listens for every `.ref` of the page, now and later. A second call does nothing. */
export function installRefs(): void {
  if (installed) return;
  installed = true;
  const refAt = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('.ref[data-cell]') : null;
  const rootOf = ({ dataset }: HTMLElement) => {
    const id = CSS.escape(dataset['for'] ?? '');
    return document.querySelector(`[id="${id}"], [data-bench="${id}"]`);
  };
  const light = (ref: HTMLElement, phase: LightRequest['phase'], name = ref.dataset['cell']) => {
    const root = rootOf(ref);
    if (root) lightCell(root, name ?? null, phase);
  };
  const isPinned = (ref: HTMLElement) => ref.getAttribute('aria-pressed') === 'true';
  const on = (type: string, listener: (event: Event) => void) => {
    document.addEventListener(type, listener);
  };
  const enter = (event: Event) => {
    const ref = refAt(event);
    if (ref) light(ref, 'show');
  };
  const leave = (event: Event) => {
    const ref = refAt(event);
    if (ref) light(ref, 'hide');
  };
  const release = (except?: HTMLElement) => {
    for (const ref of document.querySelectorAll<HTMLElement>('.ref[aria-pressed="true"]')) {
      if (ref !== except) ref.setAttribute('aria-pressed', 'false');
    }
  };
  on('pointerover', enter);
  on('focusin', enter);
  on('pointerout', leave);
  on('focusout', leave);
  on(UNPINNED_EVENT, () => {
    release();
  });
  on('click', (event) => {
    const ref = refAt(event);
    if (!ref) return;
    const pin = !isPinned(ref);
    release(ref);
    ref.setAttribute('aria-pressed', String(pin));
    light(ref, 'pin', pin ? ref.dataset['cell'] : '');
  });
}
