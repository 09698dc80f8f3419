/**
 * The two halves of a program with a server of its own: two tabs, an editor each. Without scripts, and on paper, one
 * stands under the other.
 */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { networkText } from '../../../i18n/network';
import { textFor, type Locale } from '../../../i18n/locale';

export const SIDES = ['client', 'server'] as const;
export type Side = (typeof SIDES)[number];

export interface Half {
  readonly fileName: string;
  readonly edited: boolean;
  readonly code: ReactNode;
}

export interface HalvesProps {
  readonly locale: Locale;
  readonly halves: Readonly<Record<Side, Half>>;
  readonly shown: Side;
  readonly onShow: (side: Side) => void;
}

export function Halves({ locale, halves, shown, onShow }: HalvesProps) {
  const text = textFor(networkText, locale);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: 'server', ArrowLeft: 'client', End: 'server', Home: 'client' }[
      event.key
    ] as Side | undefined;
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onShow(to);
    list.current?.querySelector<HTMLElement>(`[data-side="${to}"]`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        className="half-tabs"
        role="tablist"
        aria-label={text.halves}
        onKeyDown={onKeyDown}
      >
        {SIDES.map((side) => {
          const { fileName, edited } = halves[side];
          return (
            <button
              key={side}
              type="button"
              role="tab"
              id={`${id}${side}-tab`}
              data-side={side}
              aria-selected={shown === side}
              aria-controls={`${id}${side}`}
              tabIndex={shown === side ? 0 : -1}
              onClick={() => onShow(side)}
            >
              {text[side]} <span>{fileName}</span>
              {edited && (
                <i>
                  <span className="vh">{text.edited}</span>
                </i>
              )}
            </button>
          );
        })}
      </div>
      <div className="halves">
        {SIDES.map((side) => (
          <div
            key={side}
            className="half"
            role="tabpanel"
            id={`${id}${side}`}
            aria-labelledby={`${id}${side}-tab`}
            data-shown={shown === side || undefined}
          >
            <p className="half-name" aria-hidden="true">
              <b>{text[side]}</b> {halves[side].fileName}
            </p>
            {halves[side].code}
          </div>
        ))}
      </div>
    </>
  );
}
