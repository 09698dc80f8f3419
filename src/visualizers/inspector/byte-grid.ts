/**
 * The rows of bytes that are in view, drawn by hand: a scroll touches the letters and classes that change and nothing
 * else, so that it keeps up with the screen. Rows are options of a listbox, each with a sentence for who does not see them;
 * the cells are for the eye alone.
 */
import type { ByteRange } from '../../core/bytes/ranges';
import type { ShownBytes } from '../media-file/file-bytes';
import type { ByteMeaning } from '../media-file/model';
import type { Note } from './note-list';
import {
  isScaled,
  scrolled,
  scrollHeight,
  settledScrollTop,
  topFor,
  type ScrollPlace,
  type ScrollSpace,
} from './scroll-space';

export interface GridSource {
  readonly bytes: ShownBytes;
  /** What each byte of a range is. */
  readonly meanings: (range: ByteRange) => readonly ByteMeaning[];
  readonly notes: readonly Note[];
  /** A row's sentence. */
  readonly sayRow: (offset: number, values: readonly (number | undefined)[]) => string;
}

export interface GridSelection {
  /** The byte that the reader is at. */
  readonly at: number;
  readonly range: ByteRange;
}

export interface GridHost {
  /** Scrolls, and has the focus. */
  readonly scroller: HTMLElement;
  /** As high as the scrolled space. */
  readonly space: HTMLElement;
  /** Holds the rows, and stays in view. */
  readonly layer: HTMLElement;
  readonly onPoint: (offset: number, extend: boolean) => void;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·',
);
const WIDE_ROW = 16;
const NARROW_ROW = 8;
/** Narrower grids have rows of 8 bytes, in CSS pixels. */
const WIDE_FROM = 620;
/** Scrolling has ended when nothing came for so long. */
const SETTLED_MS = 150;

interface Cell {
  readonly hex: HTMLElement;
  readonly hexText: Text;
  readonly letter: HTMLElement;
  readonly letterText: Text;
  value: number;
  looks: string;
  chosen: string;
}

interface Row {
  readonly element: HTMLElement;
  readonly sentenceText: Text;
  readonly offsetText: Text;
  readonly cells: readonly Cell[];
  offset: number;
  shift: string;
  isShown: boolean;
}

let grids = 0;

export class ByteGrid {
  readonly #host: GridHost;
  readonly #id = `bytes-${++grids}`;
  readonly #gone = new AbortController();
  readonly #watch: ResizeObserver;
  #source: GridSource | null = null;
  #selection: GridSelection = { at: 0, range: { start: 0, end: 1 } };
  #hot: ByteRange | null = null;
  #rows: Row[] = [];
  #rowBytes = WIDE_ROW;
  #space: ScrollSpace = { rows: 0, rowHeight: 24, viewHeight: 0 };
  #place: ScrollPlace = { top: 0, scrollTop: 0 };
  #frame = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #dragging = false;
  #loading = false;
  #wanted: ByteRange | null = null;

  constructor(host: GridHost) {
    this.#host = host;
    const { scroller } = host;
    const options = { signal: this.#gone.signal };
    scroller.addEventListener('scroll', this.#onScroll, { ...options, passive: true });
    scroller.addEventListener('pointerdown', this.#onPointerDown, options);
    scroller.addEventListener('pointermove', this.#onPointerMove, options);
    scroller.addEventListener('lostpointercapture', () => (this.#dragging = false), options);
    scroller.addEventListener('click', this.#onClick, options);
    this.#watch = new ResizeObserver(() => this.measure());
    this.#watch.observe(scroller);
  }

  /** Rows that the view holds, for Page Up and Page Down. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#space.viewHeight / this.#space.rowHeight) - 1);
  }

  get rowBytes(): number {
    return this.#rowBytes;
  }

  destroy(): void {
    this.#gone.abort();
    this.#watch.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settle);
    this.#host.layer.replaceChildren();
  }

  /** Another file, or the same with another structure or other notes. */
  show(source: GridSource): void {
    const isOther = source.bytes !== this.#source?.bytes;
    this.#source = source;
    if (isOther) {
      this.#place = { top: 0, scrollTop: 0 };
      this.#host.scroller.scrollTop = 0;
      this.measure();
    }
    this.#draw();
  }

  select(selection: GridSelection, reveal: boolean): void {
    this.#selection = selection;
    if (reveal) {
      const row = Math.floor(selection.at / this.#rowBytes);
      this.#goTo(topFor(this.#space, this.#place.top, row));
    }
    this.#paint();
    const { scroller } = this.#host;
    const active = this.#rows.find(
      ({ isShown, offset }) =>
        isShown && selection.at >= offset && selection.at < offset + this.#rowBytes,
    );
    if (active === undefined) scroller.removeAttribute('aria-activedescendant');
    else {
      this.#say(active);
      scroller.setAttribute('aria-activedescendant', active.element.id);
    }
  }

  /** Bytes that are pointed at elsewhere. */
  light(range: ByteRange | null): void {
    this.#hot = range;
    this.#draw();
  }

  /** Takes the sizes of the page: after a change of the window, the type, or the file. */
  measure(): void {
    const { scroller, space, layer } = this.#host;
    const rowHeight = Number.parseFloat(getComputedStyle(layer).getPropertyValue('--row-px')) || 24;
    const rowBytes = scroller.clientWidth < WIDE_FROM ? NARROW_ROW : WIDE_ROW;
    const byteLength = this.#source?.bytes.byteLength ?? 0;
    const top = this.#place.top * this.#rowBytes;
    const viewHeight = scroller.clientHeight;
    if (rowBytes !== this.#rowBytes) {
      this.#rowBytes = rowBytes;
      this.#rows = [];
      layer.replaceChildren();
    }
    this.#space = { rows: Math.ceil(byteLength / rowBytes), rowHeight, viewHeight };
    space.style.blockSize = `${scrollHeight(this.#space)}px`;
    layer.style.blockSize = `${viewHeight}px`;
    layer.style.setProperty('--offset-digits', String(this.#digits()));
    this.#makeRows(Math.ceil(viewHeight / rowHeight) + 1);
    this.#goTo(top / rowBytes);
    this.#draw();
  }

  #digits(): number {
    return Math.max(4, ((this.#source?.bytes.byteLength ?? 1) - 1).toString(16).length);
  }

  #goTo(top: number): void {
    const scrollTop = settledScrollTop(this.#space, top);
    this.#host.scroller.scrollTop = scrollTop;
    // What the browser made of it: whole pixels on some screens.
    this.#place = { top, scrollTop: this.#host.scroller.scrollTop };
  }

  #makeRows(count: number): void {
    const { layer } = this.#host;
    for (let i = this.#rows.length; i < count; i++) {
      const row = makeRow(`${this.#id}-${i}`, this.#rowBytes);
      this.#rows.push(row);
      layer.append(row.element);
    }
    for (const row of this.#rows.splice(count)) row.element.remove();
  }

  readonly #onScroll = (): void => {
    const { scrollTop } = this.#host.scroller;
    if (scrollTop !== this.#place.scrollTop) {
      const { settles, ...place } = scrolled(this.#space, this.#place, scrollTop);
      this.#place = place;
      if (settles) this.#goTo(place.top);
      this.#draw();
    }
    clearTimeout(this.#settle);
    this.#settle = setTimeout(this.#onSettled, SETTLED_MS);
  };

  readonly #onSettled = (): void => {
    if (isScaled(this.#space)) this.#goTo(this.#place.top);
    for (const row of this.#rows) if (row.isShown) this.#say(row);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    const offset = this.#offsetAt(event);
    if (offset === null) return;
    this.#dragging = true;
    this.#host.scroller.setPointerCapture(event.pointerId);
    this.#host.onPoint(offset, event.shiftKey);
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    if (!this.#dragging) return;
    const offset = this.#offsetAt(event);
    if (offset !== null && offset !== this.#selection.at) this.#host.onPoint(offset, true);
  };

  /** A finger that taps; one that moves scrolls. */
  readonly #onClick = (event: MouseEvent): void => {
    if (event instanceof PointerEvent && event.pointerType !== 'touch') return;
    const offset = this.#offsetAt(event);
    if (offset !== null) this.#host.onPoint(offset, false);
  };

  /** The byte under a point, or the one nearest to it in its row. */
  #offsetAt({ clientX, clientY }: MouseEvent): number | null {
    const [first] = this.#rows;
    const source = this.#source;
    const head = first?.cells[0];
    const tail = first?.cells.at(-1);
    if (!head || !tail || source === null) return null;
    const box = this.#host.scroller.getBoundingClientRect();
    if (clientX > box.left + this.#host.scroller.clientWidth) return null;
    const row = Math.floor(this.#place.top + (clientY - box.top) / this.#space.rowHeight);
    const isLetter = clientX >= head.letter.getBoundingClientRect().left;
    const left = (isLetter ? head.letter : head.hex).getBoundingClientRect().left;
    const right = (isLetter ? tail.letter : tail.hex).getBoundingClientRect().right;
    const column = Math.floor(((clientX - left) / (right - left)) * this.#rowBytes);
    const inRow = Math.max(0, Math.min(this.#rowBytes - 1, column));
    const offset = row * this.#rowBytes + inRow;
    return Math.max(0, Math.min(source.bytes.byteLength - 1, offset));
  }

  #draw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const source = this.#source;
    if (source === null) return;
    const { top } = this.#place;
    const { rowHeight } = this.#space;
    const firstRow = Math.floor(top);
    const { byteLength } = source.bytes;
    const start = firstRow * this.#rowBytes;
    const end = Math.min(byteLength, start + this.#rows.length * this.#rowBytes);
    const shift = `translateY(${(firstRow - top) * rowHeight}px)`;
    const meanings = source.meanings({ start, end });
    const notes = source.notes.filter((note) => note.start < end && note.end > start);
    let isWhole = true;
    for (const [i, row] of this.#rows.entries()) {
      const offset = start + i * this.#rowBytes;
      const isShown = offset < byteLength;
      if (isShown !== row.isShown) {
        row.element.hidden = !isShown;
        row.isShown = isShown;
      }
      if (!isShown) continue;
      // On each row: a property that all cells inherit would have all of them styled anew.
      if (shift !== row.shift) {
        row.shift = shift;
        row.element.style.transform = shift;
      }
      if (!this.#paintRow(source, row, offset, meanings, offset - start, notes)) isWhole = false;
    }
    if (!isWhole) this.#want({ start, end });
  }

  /** @returns whether all bytes of the row are at hand */
  #paintRow(
    { bytes }: GridSource,
    row: Row,
    offset: number,
    meanings: readonly ByteMeaning[],
    from: number,
    notes: readonly Note[],
  ): boolean {
    const { at, range } = this.#selection;
    const hot = this.#hot;
    let isWhole = true;
    if (row.offset !== offset) {
      row.offset = offset;
      row.offsetText.data = offset.toString(16).toUpperCase().padStart(this.#digits(), '0');
      row.sentenceText.data = '';
    }
    const isActive = at >= offset && at < offset + this.#rowBytes;
    if (row.element.ariaSelected !== String(isActive)) row.element.ariaSelected = String(isActive);
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i] as Cell;
      const here = offset + i;
      const value = here < bytes.byteLength ? (bytes.at(here) ?? -1) : -2;
      if (value === -1) isWhole = false;
      if (value !== cell.value) {
        cell.value = value;
        cell.hexText.data = value < 0 ? (value === -1 ? '··' : '') : (HEX[value] as string);
        cell.letterText.data = value < 0 ? '' : (LETTERS[value] as string);
      }
      let looks = value === -2 ? '' : looksOf(meanings[from + i]);
      for (const note of notes)
        if (here >= note.start && here < note.end) looks += ` note ${note.colour}`;
      let chosen = '';
      if (value !== -2) {
        if (here >= range.start && here < range.end) chosen = ' sel';
        if (here === at) chosen += ' at';
        if (hot !== null && here >= hot.start && here < hot.end) chosen += ' hot';
      }
      if (looks === cell.looks && chosen === cell.chosen) continue;
      cell.looks = looks;
      cell.chosen = chosen;
      cell.hex.className = looks + chosen;
      cell.letter.className = chosen;
    }
    return isWhole;
  }

  #say(row: Row): void {
    const source = this.#source;
    if (source === null) return;
    const { element, sentenceText, offset } = row;
    const end = Math.min(source.bytes.byteLength, offset + this.#rowBytes);
    const values: (number | undefined)[] = [];
    for (let at = offset; at < end; at++) values.push(source.bytes.at(at));
    sentenceText.data = source.sayRow(offset, values);
    element.ariaPosInSet = String(Math.floor(offset / this.#rowBytes) + 1);
    element.ariaSetSize = String(this.#space.rows);
  }

  /** Loads what is in view: the latest wish alone waits while another is served. */
  #want(range: ByteRange): void {
    if (this.#loading) {
      this.#wanted = range;
      return;
    }
    const source = this.#source;
    if (source === null) return;
    this.#loading = true;
    const served = (isNew: boolean) => {
      this.#loading = false;
      if (this.#gone.signal.aborted) return;
      if (isNew) {
        this.#draw();
        clearTimeout(this.#settle);
        this.#settle = setTimeout(this.#onSettled, SETTLED_MS);
      }
      const next = this.#wanted;
      this.#wanted = null;
      if (next !== null && this.#source === source) this.#want(next);
    };
    // What cannot be read any more stays unknown.
    source.bytes.load(range).then(served, () => served(false));
  }
}

function looksOf(meaning: ByteMeaning | undefined): string {
  switch (meaning?.role) {
    case 'id':
      return 'id';
    case 'size':
      return 'sz';
    case 'data':
      return `da ${meaning.tint}`;
    default:
      return '';
  }
}

function makeRow(id: string, rowBytes: number): Row {
  const element = document.createElement('div');
  element.role = 'option';
  element.id = id;
  element.className = 'ins-row';
  const sentence = document.createElement('span');
  sentence.className = 'vh';
  const sentenceText = document.createTextNode('');
  sentence.append(sentenceText);
  const offset = document.createElement('b');
  const hexes = document.createElement('span');
  const letters = document.createElement('span');
  hexes.className = 'ins-hex';
  letters.className = 'ins-letters';
  const offsetText = document.createTextNode('');
  offset.append(offsetText);
  const cells = Array.from({ length: rowBytes }, (): Cell => {
    const hex = document.createElement('i');
    const letter = document.createElement('i');
    const hexText = document.createTextNode('');
    const letterText = document.createTextNode('');
    hex.append(hexText);
    letter.append(letterText);
    hexes.append(hex);
    letters.append(letter);
    return { hex, hexText, letter, letterText, value: -3, looks: '', chosen: '' };
  });
  for (const part of [offset, hexes, letters]) part.ariaHidden = 'true';
  element.append(sentence, offset, hexes, letters);
  return { element, sentenceText, offsetText, cells, offset: -1, shift: '', isShown: true };
}
