/**
 * Pointing, pinning and walking through the memory view, by event delegation and class toggles: nothing here
 * renders. React calls `refresh` after each commit, since it may have written over the classes.
 *
 * What is lit, in order: the cell under the pointer, the cell the keyboard is on, what prose points at, the pin.
 */
import type { MemoryText } from '../../i18n/memory';
import { CELL, CellIndex, isThere, laneOf, rangeOf } from './cell-index';
import { LIGHT_EVENT, UNPINNED_EVENT, type LightRequest } from './light-cell';
import { nextCell } from './grid-keys';
import { readingOf, writeReading } from './readout';

export interface ControllerHost {
  readonly text: MemoryText;
  bytesOf(bufferId: number): Uint8Array | null;
  /** Moves a large buffer's window so that a byte is in sight; false when it already is, or never can be. */
  reveal(bufferId: number, offset: number): boolean;
  /** Where a name from prose points to. */
  locate(name: string): { readonly bufferId: number; readonly start: number } | null;
  openByte(bufferId: number, offset: number): void;
  /** Bytes are chosen, not pinned: the readout stays free to say what each step does. */
  readonly choosesBytes: boolean;
}

export interface MemoryController {
  /** Reads the DOM anew and lights again what was lit. */
  refresh(): void;
  /** The cells say something else now: so does the readout of what is lit. */
  reread(): void;
  dispose(): void;
}

/** A cell that outlives its element: the window may move and come back. */
interface CellKey {
  readonly bufferId: number;
  readonly name: string;
}

export function attachController(root: HTMLElement, host: () => ControllerHost): MemoryController {
  const indexes = new Map<HTMLElement, CellIndex>();
  let hovered: HTMLElement | null = null;
  let focused: HTMLElement | null = null;
  let pointedAt: CellKey | null = null;
  let pinned: CellKey | null = null;
  /** Bytes that are pointed at, where they are more than the cell's own. */
  let pointedBytes = 0;
  let lit: ReadonlySet<HTMLElement> = new Set();
  let source: HTMLElement | null = null;
  /** The byte column that vertical moves keep. */
  let column = 0;
  /** The cell to focus once the window has moved to it. */
  let wanted: { readonly bufferId: number; readonly lane: number; readonly offset: number } | null =
    null;

  const gridOf = (element: Element) => element.closest<HTMLElement>('[role=grid]');
  const bufferOf = (element: Element) =>
    Number(element.closest<HTMLElement>('[data-buffer]')?.dataset['buffer'] ?? -1);
  const cellAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>(CELL) : null;
  const out = () => root.querySelector<HTMLElement>('.readout-live');

  function indexOf(grid: HTMLElement): CellIndex {
    let index = indexes.get(grid);
    if (!index) indexes.set(grid, (index = new CellIndex(grid)));
    return index;
  }
  function find(key: CellKey | null): HTMLElement | null {
    if (!key) return null;
    const grid = root.querySelector<HTMLElement>(`[data-buffer="${key.bufferId}"] [role=grid]`);
    return (grid && indexOf(grid).named(key.name)) ?? null;
  }
  const keyOf = (cell: HTMLElement): CellKey => ({
    bufferId: bufferOf(cell),
    name: cell.dataset['name'] ?? '',
  });

  /** A byte is called the same in every language where code looks for it, and by its own language where it is read out. */
  const spokenName = (name: string): string => {
    const [, offset] = /^byte (\d+)$/.exec(name) ?? [];
    return offset === undefined ? name : host().text.byteName(Number(offset));
  };

  function show(): void {
    const pointed = hovered ?? focused;
    const named = pointed === null ? find(pointedAt) : null;
    if (named) light(named, pointedBytes);
    else light(pointed ?? find(pinned));
  }

  function light(cell: HTMLElement | null, byteLength = 0): void {
    if (cell === source) return;
    for (const other of lit) other.classList.remove('hot', 'src');
    source = cell;
    lit = new Set();
    root.classList.toggle('lit', cell !== null);
    const grid = cell && gridOf(cell);
    if (!cell || !grid) return;
    const { start, end } = rangeOf(cell);
    const { fam, name } = cell.dataset;
    root.dataset['hot'] = fam ?? '';
    lit = indexOf(grid).covering(start, Math.max(end, start + byteLength));
    const lane = laneOf(cell);
    for (const other of lit) {
      other.classList.add('hot');
      // Both halves of a value that is cut at an octet are what is pointed at.
      if (other.dataset['name'] === name && laneOf(other) === lane) other.classList.add('src');
    }
    read(cell);
  }

  function read(cell: HTMLElement): void {
    const line = out();
    const bytes = host().bytesOf(bufferOf(cell));
    if (line && bytes) writeReading(line, readingOf(cell, bytes, host().text));
  }

  function pin(key: CellKey | null): void {
    if (pinned && !key) root.dispatchEvent(new CustomEvent(UNPINNED_EVENT, { bubbles: true }));
    find(pinned)?.removeAttribute('aria-selected');
    pinned = key;
    find(key)?.setAttribute('aria-selected', 'true');
    show();
  }

  function togglePin(cell: HTMLElement): void {
    const key = keyOf(cell);
    if (host().choosesBytes && cell.classList.contains('byte')) {
      pin(null);
      host().openByte(key.bufferId, rangeOf(cell).start);
      announce(host().text.chosen(spokenName(key.name)));
      return;
    }
    const same = pinned?.bufferId === key.bufferId && pinned.name === key.name;
    pin(same ? null : key);
    announce(same ? host().text.unpinned : host().text.pinned(spokenName(key.name)));
    if (!same && cell.classList.contains('byte')) {
      host().openByte(key.bufferId, rangeOf(cell).start);
    }
  }

  function announce(message: string): void {
    const status = root.querySelector('.mem-status');
    if (status) status.textContent = message;
  }

  function focus(element: HTMLElement): void {
    for (const old of gridOf(element)?.querySelectorAll('[tabindex="0"]') ?? []) {
      old.setAttribute('tabindex', '-1');
    }
    element.setAttribute('tabindex', '0');
    element.focus();
  }

  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    hovered = cellAt(event.target);
    show();
  };
  const onPointerLeave = () => {
    hovered = null;
    show();
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellAt(event.target);
    if (cell) {
      column = rangeOf(cell).start;
      if (cell.getAttribute('role') === 'gridcell') focus(cell);
      togglePin(cell);
    } else if (pinned && !(event.target as Element).closest('button, [role=slider]')) pin(null);
  };
  const onFocusIn = (event: FocusEvent) => {
    const cell = cellAt(event.target);
    focused = cell?.matches(':focus-visible') ? cell : null;
    show();
    if (!focused) return;
    const bytes = host().bytesOf(bufferOf(focused));
    if (!bytes) return;
    const { hex, value } = readingOf(focused, bytes, host().text);
    announce(host().text.spoken(hex, value));
  };
  const onFocusOut = () => {
    focused = null;
    announce('');
    show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && pinned) {
      pin(null);
      announce(host().text.unpinned);
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = event.target as HTMLElement;
    const grid = gridOf(from);
    if (!grid) return;
    const cell = cellAt(from);
    if ((event.key === 'Enter' || event.key === ' ') && cell) {
      event.preventDefault();
      togglePin(cell);
      return;
    }
    const move = nextCell(event.key, from, indexOf(grid), column);
    if (!move) return;
    event.preventDefault();
    column = move.column;
    if (move.kind === 'cell') {
      hovered = null;
      focus(move.cell);
    } else {
      const bufferId = bufferOf(from);
      wanted = { bufferId, lane: move.lane, offset: move.offset };
      if (!host().reveal(bufferId, move.offset)) wanted = null;
    }
  };
  // A tap or click elsewhere takes the pin away; a word in prose looks after itself.
  const onOutside = (event: Event) => {
    const target = event.target;
    if (!pinned || !(target instanceof Element)) return;
    if (!root.contains(target) && !target.closest('.ref')) pin(null);
  };
  const placeOf = ({ name, bufferId }: LightRequest) => {
    if (name === null) return null;
    if (bufferId === undefined) return host().locate(name);
    return { bufferId, start: Number(/^byte (\d+)$/.exec(name)?.[1] ?? 0) };
  };
  const onLight = (event: Event) => {
    const request = (event as CustomEvent<LightRequest>).detail;
    event.preventDefault();
    const place = placeOf(request);
    const key =
      place && request.name !== null
        ? { bufferId: place.bufferId, name: request.name.replace(/^.* (byte \d+)$/, '$1') }
        : null;
    if (place && request.phase !== 'hide') host().reveal(place.bufferId, place.start);
    if (request.phase === 'pin') pin(key);
    else {
      pointedAt = request.phase === 'show' ? key : null;
      pointedBytes = request.byteLength ?? 0;
    }
    show();
    if (request.phase === 'pin') source?.scrollIntoView({ block: 'nearest' });
  };

  const document = root.ownerDocument;
  // A word in prose may have lit a cell of the static HTML before this was here: take it over.
  const before = root.querySelector<HTMLElement>('.src[role=gridcell]');
  if (before) {
    const pressed = document.querySelector('.ref[aria-pressed="true"]') !== null;
    if (pressed) pinned = keyOf(before);
    else pointedAt = keyOf(before);
    lit = new Set(root.querySelectorAll<HTMLElement>('.hot'));
  }
  const abort = new AbortController();
  const { signal } = abort;
  root.addEventListener('pointerover', onPointerOver, { signal });
  root.addEventListener('pointerleave', onPointerLeave, { signal });
  root.addEventListener('click', onClick, { signal });
  root.addEventListener('focusin', onFocusIn, { signal });
  root.addEventListener('focusout', onFocusOut, { signal });
  root.addEventListener('keydown', onKeyDown, { signal });
  root.addEventListener(LIGHT_EVENT, onLight, { signal });
  document.addEventListener('pointerdown', onOutside, { signal });

  return {
    refresh() {
      indexes.clear();
      if (hovered && !hovered.isConnected) hovered = null;
      if (focused && !focused.isConnected) focused = null;
      for (const cell of lit) cell.classList.remove('hot', 'src');
      source = null;
      lit = new Set();
      for (const old of root.querySelectorAll('[aria-selected]')) {
        old.removeAttribute('aria-selected');
      }
      find(pinned)?.setAttribute('aria-selected', 'true');
      root.classList.remove('lit');
      for (const grid of root.querySelectorAll<HTMLElement>('[role=grid]')) {
        if (!grid.querySelector('[tabindex="0"]')) {
          grid.querySelector(`${CELL}[role=gridcell]`)?.setAttribute('tabindex', '0');
        }
      }
      if (wanted) {
        const { bufferId, lane, offset } = wanted;
        wanted = null;
        const grid = root.querySelector<HTMLElement>(`[data-buffer="${bufferId}"] [role=grid]`);
        const cell = grid && indexOf(grid).at(lane, offset);
        if (cell) focus(cell);
      }
      show();
    },
    reread() {
      if (source && !isThere(source)) light(null);
      else if (source) read(source);
    },
    dispose() {
      abort.abort();
    },
  };
}
