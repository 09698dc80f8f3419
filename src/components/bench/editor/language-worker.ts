/**
 * The Worker of the language service, which may be started before Monaco is (load-pane.ts): it reads its libraries while
 * Monaco is evaluated, on a thread that has nothing to do then, and not while the reader types the first letters.
 */
import LanguageWorker from './language.worker?worker';

/** An editor that has not come by then does not come. */
const WAITS_MS = 60_000;

let isBegun = false;
let early: Worker | null = null;

const drop = () => {
  early?.terminate();
  early = null;
};

/**
 * Once for a page, whose editors share it, and only where all of the editor is here (loader/prefetch-editor.ts): else its
 * code would come in Monaco's way.
 */
export function startLanguageWorker(): void {
  if (isBegun || !('editorIsHere' in document.documentElement.dataset)) return;
  isBegun = true;
  early = new LanguageWorker();
  // One whose code did not come is not handed out: the next may come.
  early.addEventListener('error', drop);
  setTimeout(drop, WAITS_MS);
}

/** The one that was started, or another. It lives as long as the page. */
export function takeLanguageWorker(): Worker {
  isBegun = true;
  const worker = early ?? new LanguageWorker();
  worker.removeEventListener('error', drop);
  early = null;
  return worker;
}
