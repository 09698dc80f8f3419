/** What was asked of an island before its code had loaded: the loader (src/loader/intent.ts) tells it once it listens. */
import { useEffect, useRef, type RefObject } from 'react';

/** @param act takes the `data-action` of what was pressed */
export function useIntent(
  inside: RefObject<HTMLElement | null>,
  act: (action: string) => void,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const island = inside.current?.closest('astro-island') ?? inside.current;
    const onIntent = (event: Event) => {
      const detail = event instanceof CustomEvent ? (event.detail as { action?: string }) : {};
      if (detail.action !== undefined) latest.current(detail.action);
    };
    island?.addEventListener('bytescope:intent', onIntent);
    return () => island?.removeEventListener('bytescope:intent', onIntent);
  }, [inside]);
}
