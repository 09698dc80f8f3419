/** A radio group with one tab stop, moved through by arrow keys. */
import type { KeyboardEvent } from 'react';

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly T[];
  readonly chosen: T;
  /** Names a press that came before this code: `bits:64`. */
  readonly action: string;
  readonly textOf: (option: T) => { readonly short: string; readonly long: string };
  readonly onChoose: (option: T) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, options, chosen, action, textOf, onChoose } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (options.indexOf(chosen) + step + options.length) % options.length;
    const next = options[at];
    if (next === undefined) return;
    onChoose(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus();
  };
  return (
    <span className="seg-ctl" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => {
        const { short, long } = textOf(option);
        return (
          <button
            key={option}
            type="button"
            role="radio"
            aria-checked={option === chosen}
            aria-label={short === long ? undefined : long}
            data-action={`${action}:${option}`}
            tabIndex={option === chosen ? 0 : -1}
            onClick={() => {
              onChoose(option);
            }}
          >
            {short}
          </button>
        );
      })}
    </span>
  );
}
