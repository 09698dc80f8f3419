/** hex / dec / bin: a radio group with one tab stop, moved through by arrow keys. */
import type { KeyboardEvent } from 'react';
import { BYTE_BASES, type ByteBase } from '../../core/bytes/format';
import type { MemoryText } from '../../i18n/memory';

interface BaseSwitchProps {
  readonly base: ByteBase;
  readonly text: MemoryText;
  readonly onChange: (base: ByteBase) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function BaseSwitch({ base, text, onChange }: BaseSwitchProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (BYTE_BASES.indexOf(base) + step + BYTE_BASES.length) % BYTE_BASES.length;
    const next = BYTE_BASES[at];
    if (next === undefined) return;
    onChange(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus();
  };
  return (
    <div className="seg-ctl sm" role="radiogroup" aria-label={text.base} onKeyDown={onKeyDown}>
      {BYTE_BASES.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === base}
          aria-label={text.bases[each].long}
          tabIndex={each === base ? 0 : -1}
          onClick={() => {
            onChange(each);
          }}
        >
          {text.bases[each].short}
        </button>
      ))}
    </div>
  );
}
