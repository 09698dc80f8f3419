/** Above the figure: the value as it is typed, its size and type, and a few values worth a try. */
import type { Ref } from 'react';
import type { EndiannessText } from '../../i18n/endianness';
import { Choice } from './Choice';
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

const isBigInt = (name: WiredName): boolean => name === 'u64' || name === 'i64';

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
          {isBigInt(name) && 'n'}
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
          {examples.map((example, at) => {
            const written = isBigInt(example.kind) ? `${example.value}n` : example.value;
            return (
              <button
                key={at}
                type="button"
                data-action={`try:${at}`}
                aria-label={text.try(written, bitsOfName(example.kind), familyOfName(example.kind))}
                onClick={() => {
                  props.onTry(example);
                }}
              >
                {written}
              </button>
            );
          })}
        </span>
      )}
    </div>
  );
}
