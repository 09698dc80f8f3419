/** Blocks as SVG paths: one path for each look, so that 250,000 steps are a dozen elements and nothing is redrawn. */
import type { TimelineBlock, TimelineModel } from './model';
import { ROWS } from './model';

/** Units of the drawing: a column is COLUMN wide, a row ROW high; the axes stretch independently. */
export const COLUMN = 100;
export const ROW = 4;
export const HEIGHT = ROWS * ROW;

/** Pixels the axis has on a desktop, and the widest a block is drawn there. */
const AXIS_PX = 804;
const BLOCK_PX = 16;
/** Of a column, what a block fills where columns are narrow. */
const FILL = 0.8;

export interface BlockPath {
  readonly family: TimelineBlock['family'];
  readonly kind: TimelineBlock['kind'];
  readonly d: string;
}

export function blockPaths(model: TimelineModel): readonly BlockPath[] {
  const columnPx = AXIS_PX / Math.max(1, model.columns);
  const share = Math.min(FILL, BLOCK_PX / columnPx);
  const width = round(COLUMN * share);
  const indent = (COLUMN - width) / 2;
  const paths = new Map<
    string,
    { family: BlockPath['family']; kind: BlockPath['kind']; d: string }
  >();
  const blocks = model.stepsPerColumn > 1 ? mergeColumns(model.blocks) : model.blocks;
  for (const { family, kind, column, top, bottom } of blocks) {
    const key = `${family} ${kind}`;
    let path = paths.get(key);
    if (!path) paths.set(key, (path = { family, kind, d: '' }));
    // Half a unit above and below keeps the outlines of neighbours apart.
    const y = round(top * ROW + 0.5);
    const height = round(Math.max(1, (bottom - top) * ROW - 1));
    path.d += `M${round(column * COLUMN + indent)} ${y}h${width}v${height}h${-width}z`;
  }
  // Reads lie over writes: hollow shapes would be lost below solid ones.
  return [...paths.values()].sort((a, b) => b.kind.localeCompare(a.kind));
}

/** In a column that stands for many steps, neighbours of one look are one block. */
function mergeColumns(blocks: readonly TimelineBlock[]): readonly TimelineBlock[] {
  const inOrder = blocks.toSorted(
    (a, b) =>
      a.kind.localeCompare(b.kind) ||
      a.family.localeCompare(b.family) ||
      a.column - b.column ||
      a.top - b.top,
  );
  const merged: TimelineBlock[] = [];
  for (const block of inOrder) {
    const last = merged.at(-1);
    const joins =
      last?.kind === block.kind &&
      last.family === block.family &&
      last.column === block.column &&
      block.top <= last.bottom;
    if (joins)
      merged.push({
        ...(merged.pop() as TimelineBlock),
        bottom: Math.max(last.bottom, block.bottom),
      });
    else merged.push(block);
  }
  return merged;
}

/** More marks than this stand too close to be told apart. */
const MAX_MARKS = 80;

/** Marks along the axis, 7 units high where they are numbered: one for every step while there is room. */
export function tickPath(model: TimelineModel): string {
  const { first, last, columns, stepsPerColumn } = model;
  const isEach = stepsPerColumn === 1 && columns <= MAX_MARKS;
  const numbered = new Set(model.ticks);
  const marked = isEach
    ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
    : model.ticks;
  return marked
    .map((step) => {
      const x = round(((step - first + 0.5) / stepsPerColumn) * COLUMN);
      return `M${x} 0v${numbered.has(step) ? 7 : 4}`;
    })
    .join('');
}

const round = (n: number): number => Math.round(n * 100) / 100;
