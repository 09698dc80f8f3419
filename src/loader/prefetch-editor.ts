/**
 * Brings the editor's bytes into the cache before they are asked for: at idle, near a bench, and only once the reader
 * has done something (scrolled, pressed, pointed), so that a page that is only looked at costs nothing more. Nothing
 * is evaluated here. The page's loader carries this, so it imports next to nothing.
 */
import { withBase } from '../core/base-path';
import { isTouchFirst } from './touch-first';

interface EditorFiles {
  readonly monaco: readonly string[];
  readonly codeMirror: readonly string[];
}

interface ConnectionHint {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

const SIGNS = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart'] as const;

/** Readers who save data or have a slow line get the editor only when they ask for it. */
function isFrugal(): boolean {
  const { connection } = navigator as Navigator & { connection?: ConnectionHint };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}

const whenIdle = (work: () => void) => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
};

const sitePath = (path: string) => withBase(import.meta.env.BASE_URL, path);

async function fetchEditor(): Promise<void> {
  const response = await fetch(sitePath('/editor-files.json'));
  if (!response.ok) return;
  const files = (await response.json()) as EditorFiles;
  const coming = isTouchFirst() ? files.codeMirror : files.monaco;
  let missing = coming.length;
  for (const href of coming) {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = sitePath(href);
    link.onload = () => {
      missing -= 1;
      // For the bench (editor/language-worker.ts).
      if (missing === 0) document.documentElement.dataset['editorIsHere'] = '';
    };
    document.head.append(link);
  }
}

/** Watches the benches of the page; fetches once, when one is near and the reader is there. */
export function prefetchEditorNearBenches(): void {
  const benches = document.querySelectorAll('[data-bench]');
  if (benches.length === 0 || isFrugal()) return;
  const begin = () => {
    for (const sign of SIGNS) removeEventListener(sign, begin);
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        whenIdle(() => void fetchEditor().catch(() => undefined));
      },
      { rootMargin: '600px' },
    );
    for (const bench of benches) near.observe(bench);
  };
  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true, once: true });
}
