/** What was typed or pressed in the figure before its code had loaded counts too. */
import { useEffect, useRef, type RefObject } from 'react';
import { useIntent } from '../use-intent';

interface EarlyActs {
  readonly onText: (text: string) => void;
  /** `bits:64`: the `data-action` of what was pressed. */
  readonly onAction: (action: string) => void;
}

export function useEarlyActs(
  figure: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
  { onText, onAction }: EarlyActs,
): void {
  const takeText = useRef(onText);
  useEffect(() => {
    takeText.current = onText;
  });
  useEffect(() => {
    if (input.current) takeText.current(input.current.value);
  }, [input]);
  useIntent(figure, onAction);
}
