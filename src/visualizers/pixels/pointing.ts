/** Pointing at a picture, its divider, its bytes and the memory beside it: by delegation, and all of it by keys too. */
import { lightCell } from '../memory/light-cell';
import { indexOf, pixelOf, type Picture } from './model';
import type { PixelStage } from './stage';

export interface PointingHost {
  readonly stage: PixelStage;
  readonly picture: Picture;
  openByte(bufferId: number, byteOffset: number): void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const DIVIDER = '[data-px="divider"]';
const STAGE = '[data-px="stage"]';

/** @returns ends it */
export function attachPointing(root: HTMLElement, host: () => PointingHost): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const bench = root.closest<HTMLElement>('.bench, .exercise') ?? root.parentElement ?? root;
  let dragged: number | null = null;

  const stageAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>(STAGE) : null;
  const isDivider = (target: EventTarget | null) =>
    target instanceof Element && target.closest(DIVIDER) !== null;

  function moveTo(x: number, y: number, lights = true): void {
    const { stage, picture } = host();
    const { place } = stage;
    const nextX = Math.max(0, Math.min(picture.width - 1, x));
    const nextY = Math.max(0, Math.min(picture.rows - 1, y));
    if (nextX === place.x && nextY === place.y) return;
    place.x = nextX;
    place.y = nextY;
    stage.paintPixel();
    if (lights) light();
  }
  function light(): void {
    const { stage, picture } = host();
    const start = picture.byteOffset + indexOf(picture, stage.place.x, stage.place.y);
    const memory = bench.querySelector('.mem');
    if (memory) lightCell(memory, `byte ${start}`, 'show', picture.bufferId, 4);
  }
  function unlight(): void {
    const memory = bench.querySelector('.mem');
    if (memory) lightCell(memory, null);
  }
  function cutAt(cut: number): void {
    const { stage } = host();
    stage.place.cut = Math.max(0, Math.min(1, cut));
    stage.paintCut();
  }

  const on = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => target.addEventListener(type, listener, { signal });

  const follow = (event: PointerEvent, surface: HTMLElement) => {
    const box = surface.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    if (dragged !== null) cutAt(x);
    else {
      const { picture } = host();
      moveTo(Math.floor(x * picture.width), Math.floor(y * picture.rows));
    }
  };
  on(root, 'pointerdown', (event) => {
    const surface = stageAt(event.target);
    if (!surface || event.button !== 0) return;
    if (isDivider(event.target)) {
      dragged = event.pointerId;
      surface.setPointerCapture(event.pointerId);
    } else follow(event, surface);
  });
  on(root, 'pointermove', (event) => {
    const surface = stageAt(event.target);
    if (!surface) return;
    // A finger points where it presses; between, it scrolls the page.
    if (event.pointerType === 'touch' && dragged === null) return;
    follow(event, surface);
  });
  const release = () => {
    dragged = null;
  };
  on(root, 'pointerup', release);
  on(root, 'pointercancel', release);
  on(root, 'pointerout', (event) => {
    const from = stageAt(event.target);
    if (from && !from.contains(event.relatedTarget as Node | null)) unlight();
  });

  on(root, 'keydown', (event) => {
    if (event.altKey || event.metaKey) return;
    if (isDivider(event.target)) onDividerKey(event);
    else if (stageAt(event.target) === event.target) onStageKey(event);
  });
  const onDividerKey = (event: KeyboardEvent) => {
    const { cut } = host().stage.place;
    const by = ARROWS[event.key];
    if (event.ctrlKey) return;
    if (by) cutAt((Math.round(cut * 100) + (by[0] - by[1]) * (event.shiftKey ? 10 : 1)) / 100);
    else if (event.key === 'Home') cutAt(0);
    else if (event.key === 'End') cutAt(1);
    else return;
    event.preventDefault();
  };
  const onStageKey = (event: KeyboardEvent) => {
    const { stage, picture } = host();
    const { x, y } = stage.place;
    const by = ARROWS[event.key];
    const times = event.shiftKey ? 10 : 1;
    if (by && !event.ctrlKey) moveTo(x + by[0] * times, y + by[1] * times);
    else if (event.key === 'Home') moveTo(0, event.ctrlKey ? 0 : y);
    else if (event.key === 'End') moveTo(picture.width - 1, event.ctrlKey ? picture.rows - 1 : y);
    else return;
    event.preventDefault();
    stage.speak();
  };
  on(root, 'click', (event) => {
    const { target } = event;
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-byte]') : null;
    if (cell) host().openByte(host().picture.bufferId, Number(cell.dataset['byte']));
  });

  // Byte → pixel: what is pointed at in the memory view stands in the picture.
  const fromMemory = (event: Event) => {
    const { target } = event;
    const cell = target instanceof Element ? target.closest<HTMLElement>('.mem [data-b]') : null;
    const { picture } = host();
    const buffer = cell?.closest<HTMLElement>('[data-buffer]');
    if (!cell || Number(buffer?.dataset['buffer']) !== picture.bufferId) return;
    const pixel = pixelOf(picture, Number(cell.dataset['b']));
    if (pixel) moveTo(pixel.x, pixel.y, false);
  };
  on(bench, 'pointerover', fromMemory);
  on(bench, 'focusin', fromMemory);

  return () => abort.abort();
}
