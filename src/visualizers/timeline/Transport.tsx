/** The transport: first, back, play, forward, last, speed; and which step is shown, in words. */
import { memo, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { endsPastSteps } from '../../core/trace/step-end';
import { StepMemory, unrecordedChanges } from '../../core/trace/step-memory';
import { stepAt, type Trace } from '../../core/trace/trace';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText } from '../../i18n/memory';
import { timelineText } from '../../i18n/timeline';
import { stepFacts, traceNames } from '../memory/step-facts';
import { spokenStep } from '../memory/step-sentence';
import { SPEEDS, type StepStore } from './step-store';
import './timeline.css';

export interface TransportProps {
  readonly trace: Trace;
  readonly store: StepStore;
  readonly locale: Locale;
}

const ICONS = {
  first: (
    <>
      <path d="M3.5 3v10" />
      <path className="fill" d="M13 3v10L6 8z" />
    </>
  ),
  back: <path className="fill" d="M11.5 3v10L4.5 8z" />,
  play: <path className="fill" d="M4.5 3v10L12 8z" />,
  pause: <path className="fill" d="M4 3h3v10H4zM9 3h3v10H9z" />,
  forward: <path className="fill" d="M4.5 3v10l7-5z" />,
  last: (
    <>
      <path d="M12.5 3v10" />
      <path className="fill" d="M3 3v10l7-5z" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export const Transport = memo(function Transport({ trace, store, locale }: TransportProps) {
  const text = textFor(timelineText, locale);
  const subscribe = useMemo(() => (listener: () => void) => store.subscribe(listener), [store]);
  const shownStep = () => store.step;
  const isPlaying = () => store.playing;
  const shownSpeed = () => store.speed;
  const step = useSyncExternalStore(subscribe, shownStep, shownStep);
  const playing = useSyncExternalStore(subscribe, isPlaying, isPlaying);
  const speed = useSyncExternalStore(subscribe, shownSpeed, shownSpeed);
  const { steps } = store;
  const isPastSteps = useMemo(() => endsPastSteps(trace), [trace]) && step === steps;
  const site = step === 0 || isPastSteps ? null : stepAt(trace, step).site;
  const button = (
    name: keyof typeof ICONS,
    label: string,
    onPress: (skip: boolean) => void,
    more: { readonly disabled: boolean; readonly className?: string },
  ) => (
    <button
      type="button"
      className={`icon-btn ${more.className ?? name}`}
      aria-label={label}
      // Not `disabled`: focus would be lost at the end of the run.
      aria-disabled={more.disabled || undefined}
      onClick={(event) => {
        if (!more.disabled) onPress(event.shiftKey);
      }}
    >
      <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
        {ICONS[name]}
      </svg>
    </button>
  );
  return (
    <div className="transport">
      <div className="transport-keys" role="group" aria-label={text.transport}>
        {button(
          'first',
          text.first,
          () => {
            store.seek(1);
          },
          { disabled: step <= 1 },
        )}
        {button(
          'back',
          text.back,
          (skip) => {
            if (skip) store.skipStatement(-1);
            else store.stepBy(-1);
          },
          { disabled: step === 0 },
        )}
        {button(
          playing ? 'pause' : 'play',
          playing ? text.pause : text.play,
          () => {
            store.toggle();
          },
          {
            disabled: steps === 0,
            className: 'play',
          },
        )}
        {button(
          'forward',
          text.forward,
          (skip) => {
            if (skip) store.skipStatement(1);
            else store.stepBy(1);
          },
          { disabled: step === steps },
        )}
        {button(
          'last',
          text.last,
          () => {
            store.seek(steps);
          },
          { disabled: step === steps },
        )}
        <button
          type="button"
          className="speed"
          aria-label={text.speed(speed)}
          onClick={() => {
            const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
            if (next !== undefined) store.setSpeed(next);
          }}
        >
          {text.speedShort(speed)}
        </button>
      </div>
      <p className="stepno">
        {steps === 0 ? (
          <span>{text.empty}</span>
        ) : (
          <>
            <span>
              <b>
                {isPastSteps
                  ? text.end
                  : step === 0
                    ? text.beforeFirst(steps)
                    : text.stepOf(step, steps)}
              </b>
              {site !== null && site.line > 0 && text.onLine(site.line)}
            </span>
            <span>{isPastSteps ? text.afterStep(steps) : <code>{site?.text ?? ''}</code>}</span>
          </>
        )}
      </p>
      <Narration trace={trace} store={store} locale={locale} />
    </div>
  );
});

/**
 * Speaks a step once it is settled: silent while playing, dragging or holding a key, and silent where the slider has
 * the focus, because then the slider's own value is read out.
 */
function Narration({ trace, store, locale }: TransportProps) {
  const [said, setSaid] = useState('');
  const text = textFor(memoryText, locale);
  const times = textFor(timelineText, locale);
  const names = useMemo(() => traceNames(trace), [trace]);
  useEffect(() => {
    let memory: StepMemory | null = null;
    const { shown } = store;
    let spoken = shown.step;
    return shown.subscribe(() => {
      if (shown.playing || shown.scrubbing || shown.step === spoken) return;
      spoken = shown.step;
      if (document.activeElement?.closest('.scope')) return;
      if (spoken === trace.steps && endsPastSteps(trace)) {
        const lost = times.unrecorded(trace.unrecorded, unrecordedChanges(trace));
        setSaid(times.endValue(trace.steps, lost));
        return;
      }
      memory ??= new StepMemory(trace);
      memory.seek(spoken);
      const facts = stepFacts(memory, names);
      setSaid(facts ? spokenStep(facts, trace.steps, text) : text.explain.before);
    });
  }, [trace, store, names, text, times]);
  return (
    <span className="vh" role="status">
      {said}
    </span>
  );
}
