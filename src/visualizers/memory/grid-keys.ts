/** Where a key leads from a cell or a lane's tag: along the lane, or across lanes in the same column. */
import { isThere, laneOf, rangeOf, type CellIndex } from './cell-index';

export type Move =
  | { readonly kind: 'cell'; readonly cell: HTMLElement; readonly column: number }
  /** The cell lies outside the window, which has to move first. */
  | {
      readonly kind: 'beyond';
      readonly lane: number;
      readonly offset: number;
      readonly column: number;
    };

/** The move a key asks for, or null when the key means nothing here. `column` is the byte that vertical moves keep. */
export function nextCell(
  key: string,
  from: HTMLElement,
  index: CellIndex,
  column: number,
): Move | null {
  const lane = laneOf(from);
  const cells = (index.lanes.get(lane) ?? []).filter(isThere);
  const onTag = from.classList.contains('tag');
  const to = (cell: HTMLElement | null | undefined, keep?: number): Move | null =>
    cell ? { kind: 'cell', cell, column: keep ?? startOf(cell, column) } : null;
  switch (key) {
    case 'Home':
      return to(cells[0]);
    case 'End':
      return to(cells.at(-1));
    case 'ArrowRight': {
      if (onTag) return to(cells[0]);
      const next = cells[cells.indexOf(from) + 1];
      return next ? to(next) : beyond(lane, rangeOf(from).end);
    }
    case 'ArrowLeft': {
      if (onTag) return null;
      const at = cells.indexOf(from);
      if (at > 0) return to(cells[at - 1]);
      const first = rangeOf(from).start;
      const windowStart = startOf(index.lanes.get(-1)?.[0], 0);
      return windowStart > 0 && first <= windowStart
        ? beyond(lane, first - 1)
        : to(tagOf(index.grid, lane), column);
    }
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1;
      return to(
        onTag ? tagBeside(index.grid, lane, step) : across(index, lane, column, step),
        column,
      );
    }
    default:
      return null;
  }
}

const startOf = (cell: HTMLElement | undefined, otherwise: number): number =>
  cell?.dataset['b'] === undefined ? otherwise : rangeOf(cell).start;

function beyond(lane: number, offset: number): Move {
  return { kind: 'beyond', lane, offset, column: offset };
}

const tagOf = (grid: HTMLElement, lane: number): HTMLElement | null =>
  grid.querySelector<HTMLElement>(`[data-lane="${lane}"] .tag`);

function tagBeside(grid: HTMLElement, lane: number, step: number): HTMLElement | null {
  return tagOf(grid, lane + step);
}

/** The next lane up or down that has a cell in this column; past the last, the line of octets below or above. */
function across(
  index: CellIndex,
  lane: number,
  column: number,
  step: number,
): HTMLElement | undefined {
  const lanes = [...index.lanes.keys()].sort((a, b) => a - b);
  const inLine = step > 0 ? lanes.filter((l) => l > lane) : lanes.filter((l) => l < lane).reverse();
  for (const other of inLine) {
    const cell = index.at(other, column);
    if (cell) return cell;
  }
  const below = column + step * bytesPerLine(index.grid);
  for (const other of step > 0 ? lanes : [...lanes].reverse()) {
    const cell = index.at(other, below);
    if (cell) return cell;
  }
  return undefined;
}

/** Octets stand side by side when they fit: as many bytes as share the first octet's top edge. */
function bytesPerLine(grid: HTMLElement): number {
  const [first, second] = grid.querySelectorAll('.octet');
  if (!first || !second) return 8;
  return second.getBoundingClientRect().top > first.getBoundingClientRect().top ? 8 : 16;
}
