/** The source of one bench as React state, saved as the reader types, restored on load, watched across tabs. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Drafts, hashSource, pageDrafts, type Draft } from './drafts';

/** What the reader should know about the saved edit; the newest one stands. */
export type DraftNotice =
  | { readonly kind: 'conflict'; readonly other: Draft }
  | { readonly kind: 'other'; readonly other: Draft }
  | { readonly kind: 'corrupt'; readonly keptAs: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'lesson-changed' };

export interface DraftState {
  readonly source: string;
  readonly notice: DraftNotice | null;
  /** The source at this moment, also inside callbacks made before the last key. */
  latest(): string;
  change(source: string): void;
  /** Takes another version; the one given up is kept beside it. */
  swap(source: string): void;
  reset(): void;
  dismiss(): void;
}

const SAVE_AFTER_MS = 250;

export function useDraft(id: string, pristine: string): DraftState {
  const [source, setSource] = useState(pristine);
  const [notice, setNotice] = useState<DraftNotice | null>(null);
  const latest = useRef(pristine);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const base = useMemo(() => hashSource(pristine), [pristine]);

  const set = useCallback((next: string) => {
    latest.current = next;
    setSource(next);
  }, []);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const current = latest.current;
    const result = pageDrafts().save(id, current === pristine ? null : current, base);
    if (result.kind === 'conflict') setNotice(result);
    else if (result.kind === 'full' || result.kind === 'unavailable') {
      if (current !== pristine) setNotice({ kind: result.kind });
    } else {
      setNotice((now) => (now?.kind === 'full' || now?.kind === 'unavailable' ? null : now));
    }
  }, [id, pristine, base]);

  // What was saved is there after hydration, not in the server's HTML, which every reader shares.
  useEffect(() => {
    const read = pageDrafts().read(id);
    if (read.kind === 'corrupt') setNotice(read);
    if (read.kind !== 'draft') return;
    set(read.draft.source);
    const other = read.others[0];
    if (read.draft.base !== base) setNotice({ kind: 'lesson-changed' });
    else if (other) setNotice({ kind: 'other', other });
  }, [id, base, set]);

  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) save();
    };
    const onStorage = (event: StorageEvent) => {
      if (Drafts.idOfKey(event.key) !== id || event.newValue === null) return;
      const before = pageDrafts().peek(id);
      if (before && before.source !== latest.current) {
        // An untouched bench follows the other tab; one with work of its own asks.
        if (latest.current === pristine) {
          pageDrafts().read(id);
          set(before.source);
        } else setNotice({ kind: 'conflict', other: before });
      }
    };
    window.addEventListener('pagehide', flush);
    window.addEventListener('storage', onStorage);
    return () => {
      flush();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('storage', onStorage);
    };
  }, [id, pristine, save, set]);

  const change = useCallback(
    (next: string) => {
      if (next === latest.current) return;
      set(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(save, SAVE_AFTER_MS);
    },
    [save, set],
  );

  const swap = useCallback(
    (next: string) => {
      const given = latest.current;
      set(next);
      pageDrafts().save(id, next === pristine ? null : next, base, given);
      setNotice(null);
    },
    [id, pristine, base, set],
  );

  const reset = useCallback(() => {
    set(pristine);
    save();
    setNotice(null);
  }, [pristine, save, set]);

  const dismiss = useCallback(() => {
    setNotice(null);
  }, []);

  return useMemo(
    () => ({ source, notice, latest: () => latest.current, change, swap, reset, dismiss }),
    [source, notice, change, swap, reset, dismiss],
  );
}
