/**
 * The reader's progress, as far as a page needs it before anything is done: progress-init.js has drawn it, and this
 * brings the keeper when there is something to keep: a mark, a scroll, or another tab that wrote.
 */
import { PROGRESS_EVENT, type ProgressMark } from '../core/progress/mark';
import type { View } from '../core/progress/reading';

declare global {
  interface DocumentEventMap {
    [PROGRESS_EVENT]: CustomEvent<ProgressMark>;
  }
}

const KEY = 'bytescope:progress';

export function wireProgress(): void {
  // What cannot be fetched now can be later.
  const withKeeper = (use: (keeper: typeof import('./progress-keeper')) => void) =>
    void import('./progress-keeper').then(use, () => undefined);
  const marks: ProgressMark[] = [];
  document.addEventListener(PROGRESS_EVENT, ({ detail }) => {
    marks.push(detail);
    withKeeper(({ keepMark }) => marks.splice(0).forEach(keepMark));
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY || key === null) withKeeper(({ keeper }) => keeper().hear(newValue));
  });
  // A page that was put away hears nothing of what other pages did meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) withKeeper(({ keeper }) => keeper().load());
  });

  if (!document.querySelector('article[data-lesson]')) return;
  // What is on the screen is written down from the first frame on, which lays out anyway: the keeper may take a while.
  const views: View[] = [];
  const look = (at: number) => views.push({ at, start: scrollY, end: scrollY + innerHeight });
  requestAnimationFrame(look);
  addEventListener('scroll', ({ timeStamp }) => look(timeStamp), { passive: true });
  // Asked for at each scroll until it has come; then every one of them is answered, and the first is enough.
  const watching = new AbortController();
  const watch = () =>
    withKeeper(({ watchPage }) => {
      if (watching.signal.aborted) return;
      watching.abort();
      watchPage(views);
    });
  addEventListener('scroll', watch, { passive: true, signal: watching.signal });
}
