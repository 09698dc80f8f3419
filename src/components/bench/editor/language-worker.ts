/**
 * The Worker of the language service, started before Monaco is: it reads its libraries while Monaco is evaluated, on a
 * thread that has nothing to do then, and not while the reader types the first letters.
 */
import LanguageWorker from './language.worker?worker';

let early: Worker | null = null;

function start(): Worker {
  const worker = new LanguageWorker();
  // One whose code did not come is not handed out: the next may come.
  worker.addEventListener('error', () => {
    if (early === worker) early = null;
  });
  return worker;
}

early = start();

/** The one that was started, the first time. Monaco stops it when it is idle for long, and asks for another. */
export function takeLanguageWorker(): Worker {
  const worker = early ?? start();
  early = null;
  return worker;
}
