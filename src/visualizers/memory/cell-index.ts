/**
 * The cells of one grid by the bytes they cover and by lane, read from the DOM once after each render, so that
 * pointing at a cell touches only the cells concerned. Plain DOM: no React.
 */

export const CELL = '[data-b]';

/** Bytes an element stands for: first, and one after the last, from the start of its buffer. */
export function rangeOf(cell: HTMLElement): { readonly start: number; readonly end: number } {
  const start = Number(cell.dataset['b']);
  return { start, end: start + Number(cell.dataset['w']) };
}

/** −1 for the row of bytes, else the lane's index. */
export function laneOf(element: Element): number {
  return Number(element.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? -1);
}

/** In a recording a cell keeps its place while nothing stands in it. */
export const isThere = (cell: HTMLElement): boolean =>
  !cell.classList.contains('absent') && !cell.classList.contains('room');

export class CellIndex {
  /** Cells that the keyboard can reach, by lane, in memory order. */
  readonly lanes = new Map<number, HTMLElement[]>();
  readonly #byByte = new Map<number, HTMLElement[]>();

  constructor(readonly grid: HTMLElement) {
    for (const cell of grid.querySelectorAll<HTMLElement>(CELL)) {
      const { start, end } = rangeOf(cell);
      for (let at = start; at < end; at++) push(this.#byByte, at, cell);
      if (cell.getAttribute('role') === 'gridcell') push(this.lanes, laneOf(cell), cell);
    }
  }

  /** Every cell that shares a byte with the range, each once. */
  covering(start: number, end: number): ReadonlySet<HTMLElement> {
    const cells = new Set<HTMLElement>();
    for (let at = start; at < end; at++) {
      for (const cell of this.#byByte.get(at) ?? []) if (isThere(cell)) cells.add(cell);
    }
    return cells;
  }

  /** The reachable cell of a lane that covers a byte. */
  at(lane: number, offset: number): HTMLElement | undefined {
    return this.lanes.get(lane)?.find((cell) => {
      if (!isThere(cell)) return false;
      const { start, end } = rangeOf(cell);
      return start <= offset && offset < end;
    });
  }

  named(name: string): HTMLElement | undefined {
    for (const cells of this.lanes.values()) {
      const found = cells.find((cell) => cell.dataset['name'] === name && isThere(cell));
      if (found) return found;
    }
    return undefined;
  }
}

function push(map: Map<number, HTMLElement[]>, key: number, cell: HTMLElement): void {
  const list = map.get(key);
  if (list) list.push(cell);
  else map.set(key, [cell]);
}
