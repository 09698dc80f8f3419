/** What lights a byte of the figure: the pointer, else the focus, else a pin. No state, so pointing renders nothing. */
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { byteOf, light } from './lights';

export interface Lights {
  readonly point: (target: EventTarget | null) => void;
  readonly focus: (target: EventTarget | null) => void;
}

export function useLights(figure: RefObject<HTMLElement | null>, pinned: number | null): Lights {
  const pointed = useRef<number | null>(null);
  const focused = useRef<number | null>(null);
  const relight = useCallback(() => {
    if (figure.current) light(figure.current, pointed.current ?? focused.current ?? pinned);
  }, [figure, pinned]);

  // The pointer and the focus that called for this code are there already, and send no second event.
  useEffect(() => {
    pointed.current = byteOf(figure.current?.querySelector('[data-sig]:hover') ?? null);
    focused.current = byteOf(figure.current?.querySelector('[data-sig]:focus-within') ?? null);
  }, [figure]);
  useEffect(relight);

  return {
    point: useCallback(
      (target) => {
        pointed.current = byteOf(target);
        relight();
      },
      [relight],
    ),
    focus: useCallback(
      (target) => {
        focused.current = byteOf(target);
        relight();
      },
      [relight],
    ),
  };
}
