/** Above the figure: the value as it is typed, its size and type, and a few values worth a try. */
import type { KeyboardEvent, Ref } from 'react';
import type { EndiannessText } from '../../i18n/endianness';
import {
  WIRED_BITS,
  WIRED_FAMILIES,
  type WiredBits,
  type WiredFamily,
  type WiredName,
} from './model';
import { bitsOfName, familyOfName } from './wiring-state';

/** A value that the lesson's text sends the reader to. */
export interface Example {
  readonly value: string;
  readonly kind: WiredName;
}

interface ValueBarProps {
  readonly value: string;
  readonly name: WiredName;
  readonly isRefused: boolean;
  readonly noteId: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly examples: readonly Example[];
  readonly text: EndiannessText;
  readonly onType: (text: string) => void;
  /** The reader has done typing. */
  readonly onDone: () => void;
  readonly onChoose: (family: WiredFamily, bits: WiredBits) => void;
  readonly onTry: (example: Example) => void;
}

const LONGEST = 40;

export function ValueBar(props: ValueBarProps) {
  const { value, name, text, examples, isRefused } = props;
  const family = familyOfName(name);
  const bits = bitsOfName(name);
  return (
    <div className="en-bar">
      <span className="en-let">
        <span aria-hidden="true">
          <b>const</b> v <i>=</i>{' '}
        </span>
        <input
          ref={props.inputRef}
          value={value}
          aria-label={text.input}
          aria-invalid={isRefused || undefined}
          aria-describedby={props.noteId}
          maxLength={LONGEST}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => {
            props.onType(event.currentTarget.value);
          }}
          onBlur={props.onDone}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onDone();
          }}
        />
        <span aria-hidden="true">
          {bits === 64 && family !== 'f' && 'n'}
          <i>;</i>
        </span>
      </span>
      <Choice
        label={text.readAs}
        options={WIRED_FAMILIES}
        chosen={family}
        action="family"
        textOf={(each) => ({ short: text.families[each], long: text.families[each] })}
        onChoose={(next) => {
          props.onChoose(next, bits);
        }}
      />
      <Choice
        label={text.size}
        options={WIRED_BITS}
        chosen={bits}
        action="bits"
        textOf={text.bits}
        onChoose={(next) => {
          props.onChoose(family, next);
        }}
      />
      {examples.length > 0 && (
        <span className="en-try" role="group" aria-label={text.tries}>
          <span aria-hidden="true">{text.tries}</span>
          {examples.map((example, at) => (
            <button
              key={at}
              type="button"
              data-action={`try:${at}`}
              aria-label={text.try(
                example.value,
                bitsOfName(example.kind),
                familyOfName(example.kind),
              )}
              onClick={() => {
                props.onTry(example);
              }}
            >
              {example.value}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

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

/** A radio group with one tab stop, moved through by arrow keys. */
function Choice<T extends string | number>(props: ChoiceProps<T>) {
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
