/**
 * Hydrates an island on intent and carries out what was asked of it meanwhile, in order. A press on something with a
 * `data-action` is told to the island once it listens, as `bytescope:intent` with `{ action, key? }`; any other press on
 * a button, and keys and presses on a slider or in a grid, happen again on the same element. Astro inlines this file
 * into every page that has such an island, so it stays tiny.
 */
export interface IntentDetail {
  readonly action: string;
  /** The key, when it was not a click: `Enter`. */
  readonly key?: string;
}

const SIGNS = ['pointerover', 'focusin', 'touchstart', 'pointerdown', 'keydown'] as const;
/** What has keys of its own that the browser knows nothing of. */
const KEYED = '[role=slider],[role=gridcell],[role=treeitem]';
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
  const asked: (() => void)[] = [];
  let begun = false;

  const askFor = (action: string, key?: string) => {
    asked.push(() =>
      island.dispatchEvent(
        new CustomEvent<IntentDetail>('bytescope:intent', {
          detail: { action, ...(key && { key }) },
        }),
      ),
    );
  };
  const actionOf = (target: Element) =>
    target.closest<HTMLElement>('[data-action]')?.dataset['action'];

  /** @returns whether it was remembered */
  const rememberKey = (event: KeyboardEvent, target: Element): boolean => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      // Buttons turn Enter into a click by themselves.
      if (!control && target instanceof HTMLButtonElement) return false;
      const isCheck = event.shiftKey && island.querySelector('[data-action="check"]') !== null;
      const action = control ? (isCheck ? 'check' : 'run') : actionOf(target);
      if (action !== undefined) {
        event.preventDefault();
        askFor(action, event.key);
        return true;
      }
    }
    if (control || event.altKey || event.key === 'Tab' || !target.closest(KEYED)) return false;
    event.preventDefault();
    for (const type of ['keydown', 'keyup'])
      asked.push(() => target.dispatchEvent(new KeyboardEvent(type, event)));
    return true;
  };

  /** @returns whether it was remembered */
  const rememberPress = (event: MouseEvent, target: Element): boolean => {
    const action = actionOf(target);
    // The page's own (components/teaching/wire.ts), and there already.
    if (action === 'present') return false;
    if (action !== undefined) askFor(action);
    else if (target.closest('button'))
      asked.push(() => target.dispatchEvent(new MouseEvent('click', event)));
    else if (target.closest(KEYED))
      for (const type of ['pointerdown', 'pointerup', 'click'])
        asked.push(() => target.dispatchEvent(new PointerEvent(type, event)));
    else return false;
    return true;
  };

  /** What is asked later is not heard now: an island hears events before it says that it listens. */
  const remember = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const remembered =
      event instanceof KeyboardEvent
        ? rememberKey(event, target)
        : event instanceof MouseEvent && rememberPress(event, target);
    if (remembered) event.stopImmediatePropagation();
  };

  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const sign of SIGNS) island.removeEventListener(sign, onSign, true);
    try {
      const hydrate = await load();
      await hydrate();
    } catch (error) {
      // Its code did not come. The next sign asks for it again, and what was asked of it then is not done much later.
      begun = false;
      asked.length = 0;
      heedSigns();
      throw error;
    }
    await listening(island);
    island.removeEventListener('click', remember, true);
    island.removeEventListener('keydown', remember, true);
    for (const ask of asked) ask();
  };

  const onSign = () => {
    void begin();
  };

  const heedSigns = () => {
    for (const sign of SIGNS)
      island.addEventListener(sign, onSign, { passive: true, capture: true });
  };

  // The signs first: what is remembered goes no further.
  heedSigns();
  island.addEventListener('click', remember, true);
  island.addEventListener('keydown', remember, true);
  if (hasWork(island)) void begin();
};

/**
 * A bench with a saved edit, of its program or of the server half beside it, comes alive at once: what the reader wrote has
 * to be there, not the lesson's code. So does one whose step came along from the page in the other language.
 */
function hasWork(island: HTMLElement): boolean {
  const bench = island.querySelector<HTMLElement>('[data-bench]')?.dataset['bench'];
  try {
    return (
      bench !== undefined &&
      (sessionStorage.getItem(`bytescope:step:${bench}`) !== null ||
        ['', '.server'].some(
          (half) => localStorage.getItem(`bytescope:draft:${bench}${half}`) !== null,
        ))
    );
  } catch {
    return false;
  }
}

export default intentDirective;
