/** What was typed or pressed in the figure before its code had loaded counts too. */
import { useEffect, useRef, type RefObject } from 'react';

interface EarlyActs {
  readonly onText: (text: string) => void;
  /** `bits:64`: the `data-action` of what was pressed. */
  readonly onAction: (action: string) => void;
}

export function useEarlyActs(
  figure: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
  acts: EarlyActs,
): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (input.current) latest.current.onText(input.current.value);
    const island = figure.current?.closest('astro-island');
    // The loader (src/loader/intent.ts) tells it once the figure says that it listens.
    const onIntent = (event: Event) => {
      if (event instanceof CustomEvent)
        latest.current.onAction((event.detail as { action: string }).action);
    };
    island?.addEventListener('bytescope:intent', onIntent);
    return () => island?.removeEventListener('bytescope:intent', onIntent);
  }, [figure, input]);
}
