/**
 * The steps that benches in sight show, for the same benches on the page in the other language: the loader keeps them,
 * and each bench takes its own once it is alive.
 */
const PREFIX = 'bytescope:step:';

/** Of benches that are alive: the others show what the page shows anyway. */
export function keepSteps(storage: Pick<Storage, 'setItem'>): void {
  for (const bench of document.querySelectorAll<HTMLElement>('[data-bench][data-hydrated]')) {
    const { top, bottom } = bench.getBoundingClientRect();
    const timeline = bench.querySelector('.scope[role=slider]');
    if (!timeline || bottom < 0 || top > innerHeight) continue;
    const [step, steps] = ['now', 'max'].map((name) => timeline.getAttribute(`aria-value${name}`));
    storage.setItem(PREFIX + (bench.dataset['bench'] ?? ''), `${step ?? ''}/${steps ?? ''}`);
  }
}

/** The step that was kept for a bench with a recording of so many steps; null for none. It is given out once. */
export function takeStep(
  storage: Pick<Storage, 'getItem' | 'removeItem'>,
  id: string,
  steps: number,
): number | null {
  const kept = storage.getItem(PREFIX + id);
  if (kept === null) return null;
  storage.removeItem(PREFIX + id);
  // Another number of steps is another recording: the reader ran code of their own there.
  const [step = NaN, of] = kept.split('/').map(Number);
  return of === steps && step >= 0 && step <= steps ? step : null;
}
