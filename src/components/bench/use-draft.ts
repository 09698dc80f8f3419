/** The draft of one bench as React state: loaded after hydration, told of other tabs, saved before the page goes. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { DraftSession, type DraftState } from './draft-session';
import { pageDrafts } from './drafts';

export function useDraft(
  id: string,
  pristine: string,
  onReplace: (source: string) => void,
): readonly [DraftState, DraftSession] {
  const [session] = useState(() => new DraftSession(pageDrafts, id, pristine));
  const state = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.state,
    () => session.state,
  );

  useEffect(() => {
    session.onReplace = onReplace;
  }, [session, onReplace]);

  // What was saved is there after hydration, not in the server's HTML, which every reader shares.
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (pageDrafts().isAbout(id, key)) session.hear();
    };
    const flush = () => {
      session.flush();
    };
    // A page that comes back from the browser's memory was told nothing meanwhile.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) session.hear();
    };
    session.load();
    window.addEventListener('storage', onStorage);
    window.addEventListener('pagehide', flush);
    window.addEventListener('pageshow', onShow);
    return () => {
      flush();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('pageshow', onShow);
    };
  }, [session, id]);

  return [state, session];
}
