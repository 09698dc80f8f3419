/** The controls of a snippet, above its output: drawn with the page, alive with the bench. */
import { useId, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import {
  labelOf,
  type Control,
  type ControlValue,
  type FileControl,
} from '../../../core/controls/control';
import { controlsText, type ControlsText, type FileRefusal } from '../../../i18n/controls';
import { textFor, type Locale } from '../../../i18n/locale';
import type { ControlStore } from './control-store';
import './controls.css';

export interface ControlsProps {
  readonly store: ControlStore;
  readonly locale: Locale;
  /** Not before the bench is alive. */
  readonly enabled: boolean;
}

export function Controls({ store, locale, enabled }: ControlsProps) {
  const text = textFor(controlsText, locale);
  const values = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.values,
    () => store.values,
  );
  return (
    <div className="controls" role="group" aria-label={text.label}>
      {store.controls.map((control) => (
        <ControlField
          key={control.name}
          control={control}
          value={values[control.name] ?? null}
          store={store}
          locale={locale}
          text={text}
          enabled={enabled}
        />
      ))}
      <button
        type="button"
        className="btn quiet controls-reset"
        disabled={!enabled || store.isPristine}
        onClick={() => store.reset()}
      >
        {text.reset}
      </button>
    </div>
  );
}

/** By code that is fetched when there is a file. @returns why it is not let in */
const look = (file: File, control: FileControl): Promise<FileRefusal | null> =>
  import('./take-file').then(
    ({ refuse }) => refuse(file, control),
    () => ({ kind: 'unloaded' }),
  );

interface FieldProps<C extends Control> {
  readonly control: C;
  readonly value: ControlValue;
  readonly store: ControlStore;
  readonly locale: Locale;
  readonly text: ControlsText;
  readonly enabled: boolean;
}

function ControlField(props: FieldProps<Control>) {
  const { control, value, store, locale, enabled } = props;
  const id = useId();
  const label = labelOf(control.label, locale, control.name);
  switch (control.kind) {
    case 'range': {
      const { min, max, step = 1, unit } = control;
      const shown = Number(value);
      const unitText = labelOf(unit, locale, '');
      return (
        <div className="control range">
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="range"
            min={min}
            max={max}
            step={step}
            value={shown}
            disabled={!enabled}
            aria-valuetext={unitText === '' ? undefined : `${shown} ${unitText}`}
            onKeyDown={(event) => {
              // The browser's own step is one; with Shift ten, as everywhere on a bench.
              const by = ARROWS[event.key];
              if (by === undefined || !event.shiftKey) return;
              event.preventDefault();
              store.set(control.name, Math.max(min, Math.min(max, shown + by * 10 * step)));
            }}
            onChange={(event) => store.set(control.name, event.target.valueAsNumber)}
          />
          <output htmlFor={id}>
            {shown}
            {unitText !== '' && <small> {unitText}</small>}
          </output>
        </div>
      );
    }
    case 'toggle':
      return (
        <div className="control toggle">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            disabled={!enabled}
            onChange={(event) => store.set(control.name, event.target.checked)}
          />
          <label htmlFor={id}>{label}</label>
        </div>
      );
    case 'select':
      return (
        <div className="control select">
          <label htmlFor={id}>{label}</label>
          <select
            id={id}
            value={typeof value === 'string' ? value : control.value}
            disabled={!enabled}
            onChange={(event) => store.set(control.name, event.target.value)}
          >
            {control.options.map((option) => (
              <option key={option.value} value={option.value}>
                {labelOf(option.label, locale, option.value)}
              </option>
            ))}
          </select>
        </div>
      );
    case 'button':
      return (
        <div className="control">
          <button
            type="button"
            className="btn"
            disabled={!enabled}
            onClick={() => store.press(control.name)}
          >
            {label}
          </button>
        </div>
      );
    case 'file':
      return <FileField {...props} control={control} />;
  }
}

const ARROWS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

function FileField({ control, value, store, locale, text, enabled }: FieldProps<FileControl>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  /** Only the last choice counts, however long an earlier one takes to be looked at. */
  const turn = useRef(0);
  const file = value instanceof File ? value : null;
  const given = store.given(control.name);
  const isOwn = file !== null && file !== given;

  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const mine = ++turn.current;
    const why = await look(chosen, control);
    if (mine !== turn.current) return;
    setRefused(why && text.refused(chosen.name, why));
    if (why === null) store.set(control.name, chosen);
  };
  const isFile = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return (
    <div
      className="control file"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!isFile(event)) return;
        event.preventDefault();
        store.looksAt(take(event.dataTransfer.files[0]));
      }}
    >
      <label htmlFor={id}>{labelOf(control.label, locale, control.name)}</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={control.accept}
        disabled={!enabled}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          store.looksAt(take(event.target.files?.[0]));
          // The same file may be chosen again, after it was changed or removed.
          event.target.value = '';
        }}
      />
      <span id={`${id}-note`} className="control-note">
        {isOwn
          ? `${text.file(file.name, file.size)}.`
          : control.file === undefined
            ? `${text.noFile}, ${text.dropHere}.`
            : text.ownInstead(control.file)}{' '}
        {text.stays}
      </span>
      {isOwn && (
        <button
          type="button"
          className="btn quiet"
          onClick={() => {
            turn.current++;
            setRefused(null);
            store.set(control.name, given);
            input.current?.focus();
          }}
        >
          {text.removeFile}
        </button>
      )}
      {refused !== null && (
        <p className="control-refusal" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
