/**
 * Hydrates an island on intent and carries out what was asked of it meanwhile. A press that comes before the code is
 * there is remembered by its `data-action` and told to the island once it listens, as `bytescope:intent` with
 * `{ action, key? }`. Astro inlines this file into every page that has such an island, so it stays tiny.
 */
export interface IntentDetail {
  readonly action: string;
  /** The key, when it was not a click: `Enter`. */
  readonly key?: string;
}

const SIGNS = ['pointerover', 'focusin', 'touchstart', 'pointerdown', 'keydown'] as const;
/** How long an island that never says `data-hydrated` is waited for. */
const PATIENCE_MS = 30_000;

/** Resolves when the island's own effects have run: its root says so by `data-hydrated`. */
function listening(island: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    const check = () => {
      if (island.querySelector(':scope > [data-hydrated]')) done();
    };
    const observer = new MutationObserver(check);
    observer.observe(island, {
      subtree: true,
      attributes: true,
      attributeFilter: ['data-hydrated'],
    });
    setTimeout(done, PATIENCE_MS);
    check();
  });
}

const intentDirective = (
  load: () => Promise<() => void | Promise<void>>,
  _options: unknown,
  island: HTMLElement,
): void => {
  let asked: IntentDetail | undefined;
  let begun = false;

  const actionOf = (event: Event) =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-action]')?.dataset['action']
      : undefined;

  const remember = (event: Event) => {
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Enter') return;
      // Buttons turn Enter into a click by themselves.
      const wantsRun = event.ctrlKey || event.metaKey;
      if (!wantsRun && event.target instanceof HTMLButtonElement) return;
      const isCheck = event.shiftKey && island.querySelector('[data-action="check"]') !== null;
      const action = wantsRun ? (isCheck ? 'check' : 'run') : actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      asked = { action, key: event.key };
    } else {
      const action = actionOf(event);
      if (action !== undefined) asked = { action };
    }
  };

  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const sign of SIGNS) island.removeEventListener(sign, onSign);
    const hydrate = await load();
    await hydrate();
    await listening(island);
    island.removeEventListener('click', remember);
    island.removeEventListener('keydown', remember);
    if (asked)
      island.dispatchEvent(new CustomEvent<IntentDetail>('bytescope:intent', { detail: asked }));
  };

  const onSign = () => {
    void begin();
  };

  island.addEventListener('click', remember);
  island.addEventListener('keydown', remember);
  for (const sign of SIGNS) island.addEventListener(sign, onSign, { passive: true });
  if (hasDraft(island)) void begin();
};

/** A bench with a saved edit comes alive at once: what the reader wrote has to be there, not the lesson's code. */
function hasDraft(island: HTMLElement): boolean {
  const bench = island.querySelector<HTMLElement>('[data-bench]')?.dataset['bench'];
  try {
    return bench !== undefined && localStorage.getItem(`bytescope:draft:${bench}`) !== null;
  } catch {
    return false;
  }
}

export default intentDirective;
