/**
 * The home page's first screen: a line of code whose string the reader types, and the memory it becomes. Readable
 * without JavaScript; alive on the first sign of intent.
 */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { heroText } from '../../i18n/hero';
import { textFor, type Locale } from '../../i18n/locale';
import { MemoryView } from '../../visualizers/memory/View';
import { heroMemory } from './hero-memory';
import './hero.css';

/** What the string says before anyone has typed: one byte and three bytes a character. */
export const FIRST_TEXT = 'Byte 바이트';
const LONGEST_TEXT = 1000;

export interface HeroProps {
  readonly locale: Locale;
}

export function Hero({ locale }: HeroProps) {
  const text = textFor(heroText, locale);
  const [value, setValue] = useState(FIRST_TEXT);
  const [alive, setAlive] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const memory = useMemo(() => heroMemory(value, text), [value, text]);

  // What was typed before this code had loaded, or restored by the browser, counts too.
  useEffect(() => {
    if (input.current) setValue(input.current.value);
    setAlive(true);
  }, []);

  return (
    <div className="hero-inst" data-hydrated={alive || undefined}>
      <div className="hero-bar">
        <label htmlFor={inputId} className="vh">
          {text.input}
        </label>
        <span className="hero-call">
          <span className="k">const</span> <span className="v u">bytes</span>{' '}
          <span className="p">=</span> <span className="k">new</span>{' '}
          <span className="unit">
            TextEncoder<span className="p">().</span>encode<span className="p">(</span>
          </span>
          <span className="unit">
            <span className="s">&quot;</span>
            {/* Not controlled: an input method composing Hangul must find its own text untouched. */}
            <input
              ref={input}
              id={inputId}
              defaultValue={FIRST_TEXT}
              maxLength={LONGEST_TEXT}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              onInput={(event) => {
                setValue(event.currentTarget.value);
              }}
            />
            <span className="s">&quot;</span>
            <span className="p">);</span>
          </span>
        </span>
        <span className="hero-size" aria-live="polite">
          {text.size(memory.byteLength, memory.codePoints, memory.characters)}
        </span>
      </div>
      <MemoryView
        className="hero-mem"
        bare
        state={memory.state}
        labels={memory.labels}
        {...(memory.step ? { step: memory.step } : {})}
        locale={locale}
        label={text.memory}
        idle={text.idle}
      />
    </div>
  );
}
