/**
 * Draws a step into cells that are there already. Each visible byte is compared with what was drawn for it last; only
 * cells over bytes that look different are touched, whichever way the reader came. React draws the first form and
 * structural changes (the base, a moved window, a hidden lane); `attach` then reads the cells anew.
 */
import { formatByte, type ByteBase } from '../../core/bytes/format';
import type { ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryText } from '../../i18n/memory';
import { laneOf, rangeOf } from './cell-index';
import {
  bracketLook,
  byteLook,
  headPartAt,
  laneNoteAt,
  valueLook,
  viewIdOf,
  type BracketPlace,
  type LaneLook,
} from './looks';
import type { MemoryReplay } from './memory-replay';
import { hollowSentence, laneNote, summaryOf } from './summary';
import type { MemoryModel } from './types';

interface PaintedByte {
  readonly element: HTMLElement;
  /** Its number above it. */
  readonly label: Element | null;
  readonly offset: number;
  /** The look drawn last, packed; −1 when it is not known. */
  look: number;
}

interface PaintedCell {
  readonly element: HTMLElement;
  readonly start: number;
  readonly end: number;
  /** Draws how it looks now, and says what of that is not in its bytes. */
  readonly paint: () => CellState;
  /** Whether it looks different now though its bytes do not. */
  readonly isDue: (drawn: CellState) => boolean;
  /** Null until it is drawn. */
  drawn: CellState | null;
}

/** `now` is touched by the head; `future` is a call still to be made. */
type CellState = 'now' | 'future' | 'plain';

interface PaintedHead {
  readonly frame: HTMLElement;
  readonly tag: HTMLElement;
  readonly start: number;
  readonly length: number;
  look: string;
  /** Where it was drawn last, in pixels from the view's corner; null where nobody saw it. */
  at: readonly [x: number, y: number] | null;
  /** On their way there. */
  flight: readonly Animation[];
}

interface Block {
  readonly model: MemoryModel;
  readonly element: HTMLElement;
  readonly bytes: readonly PaintedByte[];
  readonly cells: readonly PaintedCell[];
  readonly heads: readonly PaintedHead[];
  readonly notes: readonly { readonly element: HTMLElement; readonly viewId: number }[];
  /** What is there at all: it changes rarely, and then everything is looked at. */
  presence: string;
}

export interface PainterScene {
  readonly replay: MemoryReplay;
  readonly models: readonly MemoryModel[];
  readonly base: ByteBase;
  readonly text: MemoryText;
}

/** Milliseconds of the first part of a step: the head is there before a byte changes. */
const TRAVEL_MS = 90;

/** Bytes whose change is shown as one after another; more at once are a picture, and each costs the frame its part. */
const MOST_ANIMATED = 16;

/** Characters that fit one byte's width at the usual size, as BusCell has it. */
const CHARS_PER_BYTE = 3.4;

export class Painter {
  #scene: PainterScene;
  #blocks: readonly Block[] = [];
  /** Heads that look different since the last frame. */
  #moved: readonly PaintedHead[] = [];
  readonly #root: HTMLElement;

  constructor(root: HTMLElement, scene: PainterScene) {
    this.#root = root;
    this.#scene = scene;
  }

  /** Reads the cells that React has just drawn, and draws the shown step over them. */
  attach(scene: PainterScene): void {
    this.#scene = scene;
    this.#blocks = scene.models.flatMap((model) => {
      const element = this.#root.querySelector<HTMLElement>(`[data-buffer="${model.bufferId}"]`);
      return element ? [this.#read(model, element)] : [];
    });
    this.paint();
  }

  /** Draws the shown step. */
  paint(): void {
    const { replay } = this.#scene;
    this.#root.classList.toggle('what-if', replay.isWhatIf);
    let changes = 0;
    for (const block of this.#blocks) changes += this.#paintBlock(block);
    this.#root.classList.toggle('stepping', replay.animates && changes <= MOST_ANIMATED);
  }

  /** @returns how many bytes look changed */
  #paintBlock(block: Block): number {
    const { replay } = this.#scene;
    const { bufferId } = block.model;
    const isAnew = this.#paintPresence(block);
    const dirty = new Set<number>();
    let changes = 0;
    for (const byte of block.bytes) {
      const { value, state, changed } = byteLook(replay, bufferId, byte.offset);
      if (changed) changes += 1;
      const packed =
        value | (changed ? 0x100 : 0) | (state === 'zero' ? 0x200 : state === 'room' ? 0x400 : 0);
      if (packed === byte.look) continue;
      byte.look = packed;
      dirty.add(byte.offset);
      this.#paintByte(byte, value, state, changed);
    }
    for (const cell of block.cells) {
      let isDue = isAnew || cell.drawn === null || cell.isDue(cell.drawn);
      for (let at = cell.start; !isDue && at < cell.end; at++) isDue = dirty.has(at);
      if (isDue) cell.drawn = cell.paint();
    }
    for (const painted of block.heads) this.#paintHead(painted, bufferId);
    const selected = replay.selected;
    for (const { element, offset } of block.bytes) {
      const isSelected = selected?.bufferId === bufferId && selected.byteOffset === offset;
      if (element.classList.contains('sel') === isSelected) continue;
      element.classList.toggle('sel', isSelected);
      if (isSelected) element.setAttribute('aria-current', 'true');
      else element.removeAttribute('aria-current');
    }
    return changes;
  }

  /** What the block, its summary and its notes say; returns whether any of it is new. */
  #paintPresence(block: Block): boolean {
    const { replay, text, models } = this.#scene;
    const { memory } = replay;
    const { bufferId } = block.model;
    const made = memory.isMade(bufferId);
    const detached = memory.isDetached(bufferId);
    const byteLength = memory.byteLengthOf(bufferId);
    const notes = block.notes.map(({ viewId }) => laneNoteAt(replay, viewId));
    const reaches = block.model.lanes.map(({ id }) => memory.rangeOfView(viewIdOf(id)).end);
    const presence = [made, detached, byteLength, ...notes, ...reaches].join();
    if (presence === block.presence) return false;
    block.presence = presence;
    block.element.classList.toggle('detached', detached);
    block.element.classList.toggle('unmade', !made);
    const now = { ...block.model, made, detached, byteLength };
    const summary =
      block.element.querySelector('.mem-title') ??
      (models.length === 1 ? this.#root.querySelector('.mem-summary') : null);
    setText(summary, summaryOf(now, text));
    const hollow = block.element.querySelector<HTMLElement>('.hollow.over');
    if (hollow) {
      const sentence = hollowSentence(now, text);
      hollow.hidden = sentence === null;
      setText(hollow, sentence ?? '');
    }
    block.notes.forEach(({ element, viewId }, index) => {
      const note = notes[index] ?? null;
      element.hidden = note === null;
      const line = replay.trace.views[viewId]?.line ?? null;
      setText(element, note === null ? '' : laneNote(note, line, text));
    });
    for (const row of block.element.querySelectorAll<HTMLElement>('[data-lane]')) {
      const lane = block.model.lanes[laneOf(row)];
      if (lane) row.classList.toggle('unmade', !memory.isViewMade(viewIdOf(lane.id)));
    }
    return true;
  }

  #paintByte(
    { element, label, offset }: PaintedByte,
    value: number,
    state: 'zero' | 'written' | 'room',
    changed: boolean,
  ): void {
    const { base, text } = this.#scene;
    const shown = state === 'room' ? '' : formatByte(value, base);
    if (base === 'bin') {
      const [high, low] = element.querySelectorAll('.nibbles > span');
      setText(high, shown.slice(0, 4));
      setText(low, shown.slice(4));
    } else setText(element, shown);
    const { classList } = element;
    classList.toggle('zero', state === 'zero');
    classList.toggle('room', state === 'room');
    label?.classList.toggle('room', state === 'room');
    classList.toggle('chg', changed);
    const spoken = text.byteCell(offset, base, shown, value);
    element.setAttribute('aria-label', changed ? text.changed(spoken) : spoken);
  }

  #paintHead(painted: PaintedHead, bufferId: number): void {
    const { replay, text } = this.#scene;
    const { frame, tag, start, length } = painted;
    const head = headPartAt(replay, bufferId, { start, end: start + length });
    const look = head
      ? `${head.part.start} ${head.part.end} ${head.access} ${head.tagged} ${head.goesOn}`
      : 'none';
    if (look === painted.look) return;
    painted.look = look;
    if (this.#moved.length === 0) requestAnimationFrame(() => this.#travel());
    this.#moved = [...this.#moved, painted];
    frame.hidden = head === null;
    tag.hidden = head?.tagged !== true;
    if (!head) return;
    frame.classList.toggle('read', head.access === 'read');
    frame.classList.toggle('write', head.access === 'write');
    frame.classList.toggle('goes-on', head.goesOn);
    frame.classList.toggle('from-before', !head.tagged);
    setText(tag, text.access[head.access]);
    for (const element of [frame, tag]) {
      element.style.setProperty('--b', String(head.part.start - start));
      element.style.setProperty('--w', String(head.part.end - head.part.start));
    }
  }

  /**
   * Lets the heads come from where they were. Where they are is asked in the frame, when the page is laid out anyway:
   * asked at every step, it would be laid out for each panel that the step changes.
   */
  #travel(): void {
    const moved = this.#moved;
    this.#moved = [];
    const isStill =
      !this.#scene.replay.animates || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const root = this.#root.getBoundingClientRect();
    for (const painted of new Set(moved)) {
      const { frame, tag, at } = painted;
      painted.at = null;
      for (const animation of painted.flight) animation.cancel();
      painted.flight = [];
      if (frame.hidden) continue;
      const { left, top } = frame.getBoundingClientRect();
      const [x, y] = [left - root.left, top - root.top];
      painted.at = [x, y];
      if (at === null || isStill || (at[0] === x && at[1] === y)) continue;
      const from = `translate(${at[0] - x}px, ${at[1] - y}px)`;
      painted.flight = [frame, tag].map((element) =>
        element.animate([{ transform: from }, { transform: 'none' }], {
          duration: TRAVEL_MS,
          easing: 'cubic-bezier(0.2, 0, 0, 1)',
        }),
      );
    }
  }

  #read(model: MemoryModel, element: HTMLElement): Block {
    const labels = element.querySelectorAll('.off');
    const bytes = [...element.querySelectorAll<HTMLElement>('.byte[data-b]')].map(
      (byte, index) => ({
        element: byte,
        label: labels[index] ?? null,
        offset: rangeOf(byte).start,
        look: -1,
      }),
    );
    const cells = [...element.querySelectorAll<HTMLElement>('.cell, .brk')].flatMap((cell) => {
      const lane = model.lanes[laneOf(cell)];
      if (!lane) return [];
      const viewId = viewIdOf(lane.id);
      const { call } = cell.dataset;
      if (call !== undefined) return [this.#readBracket(model.bufferId, viewId, cell, call)];
      const kind = this.#scene.replay.trace.views[viewId]?.kind;
      if (kind === undefined || kind === 'DataView') return [];
      return [this.#readValue(model.bufferId, viewId, kind, cell)];
    });
    const heads = [...element.querySelectorAll<HTMLElement>('.octet')].flatMap((octet, index) => {
      const frame = octet.querySelector<HTMLElement>('.head');
      const tag = octet.querySelector<HTMLElement>('.head-tag');
      const laid = model.octets[index];
      if (!frame || !tag || !laid) return [];
      return [
        {
          frame,
          tag,
          start: laid.start,
          length: laid.bytes.length,
          look: '',
          at: null,
          flight: [],
        },
      ];
    });
    const notes = [...element.querySelectorAll<HTMLElement>('.lane-note')].flatMap((note) => {
      const lane = model.lanes[laneOf(note)];
      return lane ? [{ element: note, viewId: viewIdOf(lane.id) }] : [];
    });
    return {
      model,
      element,
      bytes,
      cells,
      heads,
      notes,
      presence: '',
    };
  }

  #readValue(
    bufferId: number,
    viewId: number,
    kind: ElementKind,
    element: HTMLElement,
  ): PaintedCell {
    const { start, end } = rangeOf(element);
    const isPrinted = element.getAttribute('role') === 'gridcell';
    const name = element.dataset['name'] ?? '';
    const label = element.firstElementChild;
    const width = end - start;
    const paint = (): CellState => {
      const { replay, text } = this.#scene;
      const look = valueLook(replay, bufferId, viewId, kind, { start, end });
      this.#paintLook(element, look);
      element.classList.toggle('zero', look.zero);
      if (isPrinted) {
        setText(label, look.text);
        element.classList.toggle('small', look.text.length > width * CHARS_PER_BYTE);
        if (look.full === look.text) delete element.dataset['full'];
        else element.dataset['full'] = look.full;
        const spoken = text.valueCell(name, start, end - 1, look.text);
        element.setAttribute('aria-label', look.changed ? text.changed(spoken) : spoken);
      }
      return look.now ? 'now' : 'plain';
    };
    return {
      element,
      start,
      end,
      paint,
      isDue: (drawn) => drawn === 'now' || this.#touches(viewId, start, end),
      drawn: null,
    };
  }

  #readBracket(bufferId: number, viewId: number, element: HTMLElement, call: string): PaintedCell {
    const { start, end } = rangeOf(element);
    const [method, type, order] = call.split(' ');
    const place: BracketPlace = {
      viewId,
      method: method === 'get' ? 'get' : 'set',
      type: type as ElementKind,
      littleEndian: order === 'LE',
      range: { start, end },
      step: Number(element.dataset['step'] ?? 0),
    };
    const isPrinted = element.getAttribute('role') === 'gridcell';
    const shown = element.firstElementChild?.textContent ?? '';
    const tag = element.dataset['tag'] ?? '';
    const paint = (): CellState => {
      const { replay, text } = this.#scene;
      const look = bracketLook(replay, bufferId, place);
      this.#paintLook(element, look);
      element.classList.toggle('future', look.future);
      element.dataset['full'] = look.full;
      if (isPrinted) {
        const spoken = text.callCell(tag, shown, start, end - 1, look.full);
        element.setAttribute('aria-label', look.changed ? text.changed(spoken) : spoken);
      }
      return look.now ? 'now' : look.future ? 'future' : 'plain';
    };
    return {
      element,
      start,
      end,
      paint,
      // A bracket turns solid at its step and dashed before it, with or without a changed byte.
      isDue: (drawn) =>
        this.#scene.replay.step < place.step !== (drawn === 'future') ||
        drawn === 'now' ||
        this.#touches(viewId, start, end),
      drawn: null,
    };
  }

  #touches(viewId: number, start: number, end: number): boolean {
    const head = this.#scene.replay.head;
    return head?.viewId === viewId && head.range.start < end && start < head.range.end;
  }

  #paintLook({ classList }: HTMLElement, look: LaneLook): void {
    classList.toggle('absent', look.absent);
    classList.toggle('chg', look.changed);
    classList.toggle('now', look.now);
  }
}

/** Changes an element's only text in place: React keeps hold of the node. */
function setText(element: Element | null | undefined, text: string): void {
  if (!element) return;
  const node = element.firstChild;
  if (node?.nodeType === 3 && node === element.lastChild && text !== '') {
    if (node.nodeValue !== text) node.nodeValue = text;
  } else if (element.textContent !== text) element.textContent = text;
}
