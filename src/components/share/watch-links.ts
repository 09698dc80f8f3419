/**
 * Shared links that the playground is opened with, or that are put into its address while it is open. The address is
 * looked at here; what reads a link, and shows it, is loaded for one alone.
 */
import { isSharedLink } from '../../core/share/is-link';
import type { Shared } from '../../core/share/shared';
import type { Locale } from '../../i18n/locale';
import type { FindExample } from './share-source';

export interface LinkWatch {
  readonly locale: Locale;
  readonly example: FindExample;
  /** The reader wants it: a new program beside the reader's own, which nothing runs. */
  readonly open: (shared: Shared) => void;
  /** What reads a link did not come. The address keeps it. */
  readonly fail: () => void;
}

/** Shows what a shared link holds, now and whenever another one comes. The returned function ends it. */
export function watchLinks(watch: LinkWatch): () => void {
  let close: (() => void) | null = null;
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    close?.();
    close = null;
    const { hash } = window.location;
    if (!isSharedLink(hash)) return;
    // Another address may have come meanwhile.
    try {
      const { showLink } = await import('./show-link');
      if (mine === turn) close = showLink(hash, watch);
    } catch {
      if (mine === turn) watch.fail();
    }
  };
  const onHash = () => void look();
  window.addEventListener('hashchange', onHash);
  void look();
  return () => {
    turn++;
    close?.();
    window.removeEventListener('hashchange', onHash);
  };
}
