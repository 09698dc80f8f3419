/** What keeps progress once there is some: the page's one store, and what watches the reading. Fetched when needed. */
import { PROGRESS_EVENT, type ProgressMark } from '../core/progress/mark';
import { markDone, moveTo } from '../core/progress/progress';
import type { View } from '../core/progress/reading';
import { tellTrouble } from './progress-notice';
import { ProgressStore } from './progress-store';
import { watchReading } from './reading-watch';

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

/** The reader scrolls: from here on, sections that are read are marked, and the place is kept. */
export function watchPage(views: View[]): void {
  const progress = keeper();
  const article = document.querySelector<HTMLElement>('article[data-lesson]');
  const lesson = article?.dataset['lesson'];
  if (!article || lesson === undefined) return;
  watchReading(article, {
    views,
    onRead: (id) =>
      document.dispatchEvent(
        new CustomEvent<ProgressMark>(PROGRESS_EVENT, { detail: { kind: 'section', lesson, id } }),
      ),
    onPlace: (section) => progress.update((now) => moveTo(now, lesson, section, Date.now())),
  });
}
