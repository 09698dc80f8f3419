/**
 * Draws a picture at a step, and what is pointed at in it: one blit a step, and for a move of the crosshair only texts, a
 * magnifier of 117 pixels and four places. React renders the frame that this finds its elements in, and nothing moves it.
 */
import type { PixelsText } from '../../i18n/pixels';
import type { MemoryReplay } from '../memory/memory-replay';
import {
  brightness,
  histogramOf,
  indexOf,
  paintHeat,
  pixelsIn,
  shareBelow,
  spanOf,
  writeOrder,
  type Picture,
  type Rgb,
} from './model';

/** Pixels that the magnifier shows, across and down, and how large each is drawn. */
export const LOUPE = { columns: 13, rows: 9, scale: 20 } as const;
/** Pixels whose bytes are written out. */
export const STRIP_PIXELS = 4;
export const HISTOGRAM = { width: 512, height: 96 } as const;

/** A range control of the snippet whose line stands on the histogram. */
export interface ThresholdSource {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  set(value: number): void;
  subscribe(listener: () => void): () => void;
}

export interface PixelScene {
  readonly replay: MemoryReplay;
  readonly picture: Picture;
  readonly before: Uint8Array;
  /** What the right side shows. */
  readonly shows: 'picture' | 'order';
  readonly threshold: ThresholdSource | null;
  readonly text: PixelsText;
}

/** Where the reader is in it: kept while scenes come and go. */
export interface StagePlace {
  x: number;
  y: number;
  /** The divider, from 0 (all after) to 1 (all before). */
  cut: number;
}

export const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

const hex = (value: number, digits = 2) => value.toString(16).toUpperCase().padStart(digits, '0');

export class PixelStage {
  readonly #root: HTMLElement;
  readonly #place: StagePlace;
  readonly #elements = new Map<string, HTMLElement | null>();
  #scene: PixelScene;
  #after: Uint8Array = new Uint8Array(0);
  #histogram: Uint32Array = new Uint32Array(256);
  #drawnBefore: Uint8Array | null = null;
  #order: { readonly of: Picture; readonly steps: Uint32Array } | null = null;
  #heat: ImageData | null = null;
  #written = 0;
  #colours: { readonly darker: string; readonly lighter: string } | null = null;

  constructor(root: HTMLElement, scene: PixelScene, place: StagePlace) {
    this.#root = root;
    this.#scene = scene;
    this.#place = place;
  }

  get place(): StagePlace {
    return this.#place;
  }

  /** Another picture, another mode, or React has rendered anew. */
  attach(scene: PixelScene): void {
    this.#scene = scene;
    this.#elements.clear();
    this.#colours = null;
    const { picture, before } = scene;
    this.#place.x = Math.min(this.#place.x, picture.width - 1);
    this.#place.y = Math.min(this.#place.y, picture.rows - 1);
    if (this.#drawnBefore !== before) {
      this.#drawnBefore = before;
      this.#histogram = histogramOf(before);
    }
    blit(this.#canvas('before'), before, picture);
    this.paint();
    this.paintThreshold();
  }

  /** Draws the shown step. */
  paint(): void {
    const { replay, picture, shows, text } = this.#scene;
    this.#after = pixelsIn(picture, replay.bytesOf(picture.bufferId));
    const isThere = this.#after.length === picture.width * picture.rows * 4;
    this.#root.classList.toggle('gone', !isThere);
    const canvas = this.#canvas('after');
    if (isThere && shows === 'picture') blit(canvas, this.#after, picture);
    else if (isThere) this.#paintOrder(canvas);
    else canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    this.#write(
      'written',
      shows === 'order'
        ? text.written(this.#written, picture.width * picture.rows, replay.step)
        : '',
    );
    this.paintCut();
    this.paintPixel();
  }

  #paintOrder(canvas: HTMLCanvasElement | null): void {
    const { replay, picture } = this.#scene;
    if (!canvas) return;
    if (this.#order?.of !== picture) {
      this.#order = { of: picture, steps: writeOrder(replay.trace, picture) };
    }
    if (this.#heat?.width !== picture.width || this.#heat.height !== picture.rows) {
      this.#heat = new ImageData(picture.width, picture.rows);
    }
    const { steps } = this.#order;
    const style = getComputedStyle(this.#root);
    const [from, to] = [colour(style, '--u-tint'), colour(style, '--u')];
    const { data } = this.#heat;
    this.#written = paintHeat(steps, replay.step, spanOf(steps), from, to, data).written;
    canvas.getContext('2d')?.putImageData(this.#heat, 0, 0);
  }

  /** Where before ends and after begins. */
  paintCut(): void {
    const percent = Math.round(this.#place.cut * 100);
    const stage = this.#element('stage');
    stage?.style.setProperty('--cut', `${this.#place.cut * 100}%`);
    const divider = this.#element('divider');
    divider?.setAttribute('aria-valuenow', String(percent));
    divider?.setAttribute('aria-valuetext', this.#scene.text.dividerAt(percent));
    // What the magnifier shows depends on the side.
    this.#paintLoupe();
  }

  /** Everything that depends on the pixel that is pointed at. */
  paintPixel(): void {
    const { picture, before, threshold, text } = this.#scene;
    const { x, y } = this.#place;
    const index = indexOf(picture, x, y);
    const stage = this.#element('stage');
    stage?.style.setProperty('--x', `${((x + 0.5) / picture.width) * 100}%`);
    stage?.style.setProperty('--y', `${((y + 0.5) / picture.rows) * 100}%`);
    this.#write('x', String(x));
    this.#write('y', String(y));
    this.#write('index', text.number(index));
    const [red = 0, green = 0, blue = 0] = before.subarray(index, index + 3);
    const level = brightness(red, green, blue);
    this.#write('level', String(level));
    this.#write('verdict', threshold === null ? '' : text.verdict(level, threshold.value));
    this.#paintStrip(index);
    this.#paintLoupe();
  }

  /** What the pixel has, in words: for who moves the crosshair by keys. */
  speak(): void {
    const { picture, text } = this.#scene;
    const { x, y } = this.#place;
    const index = indexOf(picture, x, y);
    const values = [...this.#after.subarray(index, index + 4)];
    this.#write('spoken', text.pixelSpoken(x, y, index, values));
  }

  #paintStrip(index: number): void {
    const { picture, text } = this.#scene;
    const { byteOffset, bufferId, width, rows } = picture;
    const bytes = this.#after;
    const first = byteOffset + index;
    const last = Math.min(first + STRIP_PIXELS * 4, byteOffset + width * rows * 4) - 1;
    const total = this.#scene.replay.trace.buffers[bufferId]?.byteLength ?? 0;
    this.#write('range', text.bytesRange(first, last, total));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let k = 0; k < STRIP_PIXELS * 4; k++) {
      const value = bytes[index + k];
      const shown = value === undefined ? '' : hex(value);
      this.#write(`b${k}`, shown);
      this.#write(`v${k}`, value === undefined ? '' : String(value));
      const cell = this.#element(`b${k}`);
      if (!cell) continue;
      cell.toggleAttribute('disabled', value === undefined);
      cell.dataset['byte'] = String(first + k);
      const channel = text.channels[(k % 4) as 0 | 1 | 2 | 3];
      if (value !== undefined) {
        cell.setAttribute('aria-label', text.byteCell(first + k, channel, shown, value));
      }
    }
    for (let k = 0; k < STRIP_PIXELS; k++) {
      const at = index + k * 4;
      const isThere = at + 4 <= bytes.length;
      this.#write(`w${k}`, isThere ? `0x${hex(view.getUint32(at, HOST_IS_LITTLE_ENDIAN), 8)}` : '');
      const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray(at, at + 4);
      const swatch = this.#element(`s${k}`);
      if (swatch) swatch.style.background = `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
      this.#write(`x${k}`, isThere ? `x ${(this.#place.x + k) % width}` : '');
    }
  }

  #paintLoupe(): void {
    const canvas = this.#canvas('loupe');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const { columns, rows, scale } = LOUPE;
    const { picture } = this.#scene;
    const left = this.#place.x - (columns >> 1);
    const top = this.#place.y - (rows >> 1);
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, canvas.width, canvas.height);
    const edge = Math.max(0, Math.min(columns, Math.round(this.#place.cut * picture.width) - left));
    const draw = (name: 'before' | 'after', from: number, to: number) => {
      const source = this.#canvas(name);
      if (!source || to <= from) return;
      const width = to - from;
      context.drawImage(
        source,
        left + from,
        top,
        width,
        rows,
        from * scale,
        0,
        width * scale,
        rows * scale,
      );
    };
    draw('before', 0, edge);
    draw('after', edge, columns);
  }

  /** The line on the histogram, its bars, and how many pixels are on either side. */
  paintThreshold(): void {
    const { threshold, text } = this.#scene;
    const canvas = this.#canvas('histogram');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const value = threshold?.value ?? 0;
    const { darker, lighter } = (this.#colours ??= this.#readColours());
    const most = this.#histogram.reduce((a, b) => Math.max(a, b), 1);
    const { width, height } = canvas;
    context.clearRect(0, 0, width, height);
    const column = width / 256;
    for (let level = 0; level < 256; level++) {
      const count = this.#histogram[level] as number;
      if (count === 0) continue;
      // A root of the height: a few pixels are seen beside many.
      const bar = Math.max(1, (count / most) ** 0.7 * (height - 8));
      context.fillStyle = threshold !== null && level < value ? darker : lighter;
      context.fillRect(level * column, height - bar, column + 0.5, bar);
    }
    canvas.setAttribute('aria-label', this.#histogramAlt(most));
    if (threshold === null) return;
    const share = shareBelow(this.#histogram, value);
    this.#write('threshold', String(value));
    this.#write('below', text.below(share));
    this.#write('not-below', text.notBelow(1 - share));
    const line = this.#element('line');
    if (line instanceof HTMLInputElement && line.valueAsNumber !== value)
      line.value = String(value);
    this.paintPixel();
  }

  #readColours() {
    const style = getComputedStyle(this.#root);
    return {
      darker: style.getPropertyValue('--px-below').trim(),
      lighter: style.getPropertyValue('--px-above').trim(),
    };
  }

  #histogramAlt(most: number): string {
    const levels = [...this.#histogram.keys()].filter((level) => (this.#histogram[level] ?? 0) > 0);
    const [darkest = 0] = levels;
    return this.#scene.text.histogramAlt(
      darkest,
      levels.at(-1) ?? 0,
      this.#histogram.indexOf(most),
    );
  }

  #element(name: string): HTMLElement | null {
    let element = this.#elements.get(name);
    if (element === undefined) {
      element = this.#root.querySelector<HTMLElement>(`[data-px="${name}"]`);
      this.#elements.set(name, element);
    }
    return element;
  }

  #canvas(name: string): HTMLCanvasElement | null {
    const element = this.#element(name);
    return element instanceof HTMLCanvasElement ? element : null;
  }

  #write(name: string, text: string): void {
    const element = this.#element(name);
    if (element && element.textContent !== text) element.textContent = text;
  }
}

/** One call: the bytes are not copied, since an ImageData may lie over any of them. */
function blit(canvas: HTMLCanvasElement | null, bytes: Uint8Array, picture: Picture): void {
  if (!canvas || bytes.length === 0) return;
  const { width, rows } = picture;
  const pixels = new Uint8ClampedArray(
    bytes.buffer as ArrayBuffer,
    bytes.byteOffset,
    width * rows * 4,
  );
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, rows), 0, 0);
}

/** A token that is written as six hexadecimal digits. */
function colour(style: CSSStyleDeclaration, token: string): Rgb {
  const value = Number.parseInt(style.getPropertyValue(token).trim().slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
