/**
 * Where a reader was on a page, for the same page in the other language: what stood near the upper third of the window,
 * and the steps of the benches in sight. Headings have ids of their own in each language, and are known by the part of
 * progress that they are; everything else has one id in all.
 */
import { keepSteps } from './keep-steps';

const KEY = 'bytescope:place';
/** The reader may be going somewhere. */
const GOES_ON = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
/** After the page has loaded. */
const SETTLES_WITHIN_MS = 2000;
/** So many places, the nearest first: a heading below a section's has no twin to be known by. */
const MOST = 12;

/** Something with a name in every language, and how far its top is below the window's. */
export type Landmark = readonly [name: string, top: number];

export interface KeptPlace {
  /** The path that the reader is on the way to. */
  readonly path: string;
  readonly landmarks: readonly Landmark[];
}

/** The nearest to the line first. */
export const nearest = (landmarks: readonly Landmark[], line: number): readonly Landmark[] =>
  landmarks.toSorted(([, a], [, b]) => Math.abs(a - line) - Math.abs(b - line)).slice(0, MOST);

export function parsePlace(text: string | null): KeptPlace | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { path, landmarks } = value as Record<string, unknown>;
    if (typeof path !== 'string' || !Array.isArray(landmarks)) return null;
    const known = landmarks.filter(
      (each): each is Landmark =>
        Array.isArray(each) && typeof each[0] === 'string' && Number.isFinite(each[1]),
    );
    return { path, landmarks: known };
  } catch {
    return null;
  }
}

/** Elements by their name in every language, in the order of the page. */
function elementsByName(): Map<string, HTMLElement> {
  const parts = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      `section:${link.dataset['part'] ?? ''}`,
    ]),
  );
  const inside = document.querySelectorAll<HTMLElement>('main [id]:not([data-bench] *)');
  return new Map([...inside].map((element) => [parts.get(element.id) ?? element.id, element]));
}

const topOf = (element: HTMLElement) => element.getBoundingClientRect().top;

/** The reader is on the way to this path, which is this page in another language. */
export function keepPlace(path: string): void {
  const landmarks = [...elementsByName()].map(([name, element]) => [name, topOf(element)] as const);
  // At the top of the page is the top of the other one.
  const place: KeptPlace = {
    path,
    landmarks: scrollY === 0 ? [] : nearest(landmarks, innerHeight / 3),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
    keepSteps(sessionStorage);
  } catch {
    // Storage may be full or forbidden: the other page opens at its top.
  }
}

/** Puts a reader who came from this page in another language where they were there. */
export function returnToPlace(): void {
  let place: KeptPlace | null = null;
  try {
    place = parsePlace(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
  if (place?.path !== location.pathname || location.hash !== '') return;
  const elements = elementsByName();
  const found = place.landmarks.find(([name]) => elements.has(name));
  if (!found) return;
  // Places are found by heights, so heights must be true (arrival-init.js).
  delete document.documentElement.dataset['arriving'];
  const [name, top] = found;
  const element = elements.get(name);
  if (!element) return;
  const aim = () => scrollBy({ top: topOf(element) - top, behavior: 'instant' });
  aim();
  // What comes now (a font, a kept edit that says so) makes the page above higher or lower. Not every browser keeps the place
  // then, and none before it has painted it.
  const main = element.closest('main');
  if (!main) return;
  let isElsewhere = false;
  const keep = () => {
    if (!isElsewhere) aim();
  };
  const watch = new ResizeObserver(() => {
    keep();
    // A browser that kept it may have done so after that.
    requestAnimationFrame(keep);
  });
  watch.observe(main);
  const end = () => {
    isElsewhere = true;
    watch.disconnect();
    for (const sign of GOES_ON) removeEventListener(sign, end);
  };
  for (const sign of GOES_ON) addEventListener(sign, end, { passive: true });
  const settle = () => setTimeout(end, SETTLES_WITHIN_MS);
  if (document.readyState === 'complete') settle();
  else addEventListener('load', settle, { once: true });
}
