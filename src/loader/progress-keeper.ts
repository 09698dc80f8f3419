/** What keeps progress once there is some: the page's one store, and what watches the reading. Fetched when needed. */
import { PROGRESS_EVENT, type ProgressMark } from '../core/progress/mark';
import { markDone, moveTo } from '../core/progress/progress';
import type { Stretch } from '../core/progress/reading';
import { tellTrouble } from './progress-notice';
import { ProgressStore } from './progress-store';
import { TICK_MS, watchReading } from './reading-watch';

/** What was on the screen when the page opened, in pixels of the document, and when. */
export interface Opened extends Stretch {
  readonly at: number;
}

let store: ProgressStore | undefined;

/** This page's progress. */
export function keeper(): ProgressStore {
  if (store) return store;
  store = new ProgressStore(() => localStorage);
  store.onChange = (detail) =>
    dispatchEvent(new CustomEvent('bytescope:draw-progress', { detail }));
  store.onTrouble = tellTrouble;
  store.load();
  return store;
}

export const keepMark = (mark: ProgressMark): void =>
  keeper().update((progress) => markDone(progress, mark));

/** The reader scrolls, at `now`: from here on, sections that are read are marked, and the place is kept. */
export function watchPage(opened: Opened | null, now: number): void {
  const progress = keeper();
  const article = document.querySelector<HTMLElement>('article[data-lesson]');
  const lesson = article?.dataset['lesson'];
  if (!article || lesson === undefined) return;
  watchReading(article, {
    // What the page opened with has been seen, unless it was scrolled at once, as by a link to a section.
    seen: opened && now - opened.at >= TICK_MS ? opened : null,
    onRead: (id) =>
      document.dispatchEvent(
        new CustomEvent<ProgressMark>(PROGRESS_EVENT, { detail: { kind: 'section', lesson, id } }),
      ),
    onPlace: (section) => progress.update((now) => moveTo(now, lesson, section, Date.now())),
  });
}
