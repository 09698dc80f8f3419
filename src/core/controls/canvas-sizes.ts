/** The canvases and videos of a snippet's own HTML, so that room is kept for them before there is anything to run. */

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** A canvas or a video without a size. @see HTML, the canvas element; CSS Images 3, default sizing */
const DEFAULT: CanvasSize = { width: 300, height: 150 };

/** More of them are not kept room for. */
const MOST = 64;

/** Videos among them: such a one is as large as it says until its file has come. */
export function canvasesIn(html: string): readonly CanvasSize[] {
  // No `<` in a tag, or each one that is never closed would be looked for to the end.
  const tags = [...html.matchAll(/<(?:canvas|video)\b([^<>]*)>/gi)].slice(0, MOST);
  return tags.map(([, attributes = '']) => ({
    width: numberIn(attributes, 'width') ?? DEFAULT.width,
    height: numberIn(attributes, 'height') ?? DEFAULT.height,
  }));
}

function numberIn(attributes: string, name: string): number | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1];
  return found === undefined ? null : Number(found);
}

/** Round a canvas in the pane: the pane's padding, the frame's border, and the margin of the realm's page. */
const BESIDE = 2 * 14 + 2 * 1 + 2 * 12;
const ABOVE_AND_BELOW = 2 * 12 + 2 * 1;
/** Under each canvas: it stands on a line of text. */
const UNDER = 8;

/** As CSS: how tall a frame is in which these stand below each other, each at most as wide as the pane. */
export function frameHeight(canvases: readonly CanvasSize[]): string {
  const heights = canvases.map(
    ({ width, height }) => `min(${height}px, (100cqi - ${BESIDE}px) * ${height / width})`,
  );
  return `calc(${[...heights, `${ABOVE_AND_BELOW + UNDER * canvases.length}px`].join(' + ')})`;
}
