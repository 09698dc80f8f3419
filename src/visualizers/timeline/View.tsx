/**
 * The timeline: byte address against step. A slider, pressed, dragged or moved by keys. Its drawing is made once for a
 * trace or an opened stretch of it; a step moves the playhead and the edge of the future, and draws nothing.
 */
import {
  memo,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { foldLoops } from '../../core/trace/step-loops';
import { endsPastSteps } from '../../core/trace/step-end';
import { unrecordedChanges } from '../../core/trace/step-memory';
import type { Trace } from '../../core/trace/trace';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText } from '../../i18n/memory';
import { timelineText, type TimelineText } from '../../i18n/timeline';
import { capturePointer } from '../capture-pointer';
import type { MemoryReplay } from '../memory/memory-replay';
import { stepSubject, traceNames } from '../memory/step-facts';
import { stepTitle } from '../memory/step-sentence';
import { LoopList } from './LoopList';
import {
  endOfStep,
  ROWS,
  stepAtX,
  timelineModel,
  xOfStep,
  type Stretch,
  type TimelineModel,
} from './model';
import { blockPaths, COLUMN, HEIGHT, tickPath } from './paths';
import { stepForKey } from './step-keys';
import type { StepStore } from './step-store';
import './timeline.css';

export interface TimelineProps {
  readonly trace: Trace;
  readonly store: StepStore;
  readonly locale: Locale;
  /** While it shows a "what if" and no step, the playhead comes off. */
  readonly replay?: MemoryReplay;
  /** From the last run, of code that was edited since. */
  readonly stale?: boolean;
  /** Runs again and keeps what comes after `access` accesses; without it there is no such button. */
  readonly onRecordFrom?: (access: number) => void;
}

export const Timeline = memo(function Timeline(props: TimelineProps) {
  const { trace, store, locale, replay, stale = false, onRecordFrom } = props;
  const text = textFor(timelineText, locale);
  const detached = useIsWhatIf(replay);
  const [opened, setOpened] = useState<{ readonly trace: Trace; readonly at: Stretch } | null>(
    null,
  );
  // A stretch of another trace means nothing in this one.
  const stretch = opened?.trace === trace ? opened.at : null;
  const loops = useMemo(() => foldLoops(trace), [trace]);
  const changes = useMemo(() => unrecordedChanges(trace), [trace]);
  const open = (at: Stretch | null) => {
    setOpened(at && { trace, at });
    if (at && (store.step < at.first || store.step > at.last)) store.seek(at.first);
  };
  return (
    <div className={`timeline${stale ? ' stale' : ''}`}>
      <Scope
        trace={trace}
        store={store}
        locale={locale}
        text={text}
        detached={detached}
        stretch={stretch}
        tail={
          stretch === null && trace.unrecorded > 0
            ? text.unrecorded(trace.unrecorded, changes)
            : null
        }
        front={stretch === null && trace.skipped > 0 ? text.skipped(trace.skipped) : null}
        end={endsPastSteps(trace) ? text.unrecorded(trace.unrecorded, changes) : null}
      />
      {(trace.unrecorded > 0 || trace.skipped > 0) && (
        <p className="tl-note">
          {trace.skipped > 0 && <span>{text.skipped(trace.skipped)}</span>}
          {trace.unrecorded > 0 && <span>{text.unrecorded(trace.unrecorded, changes)}</span>}
          {trace.unrecorded > 0 && onRecordFrom && !stale && (
            <button
              type="button"
              className="btn"
              title={text.recordFromHereLong(trace.skipped + trace.steps + 1)}
              onClick={() => {
                onRecordFrom(trace.skipped + trace.steps);
              }}
            >
              {text.recordFromHere}
            </button>
          )}
        </p>
      )}
      {loops.length > 0 && (
        <LoopList loops={loops} steps={trace.steps} stretch={stretch} text={text} onOpen={open} />
      )}
    </div>
  );
});

interface ScopeProps {
  readonly trace: Trace;
  readonly store: StepStore;
  readonly locale: Locale;
  readonly text: TimelineText;
  readonly detached: boolean;
  readonly stretch: Stretch | null;
  readonly tail: string | null;
  readonly front: string | null;
  /** What lies between the last step and what is shown there; null where nothing does. */
  readonly end: string | null;
}

function Scope(props: ScopeProps) {
  const { trace, store, locale, text, detached, stretch, tail, front, end } = props;
  const model = useMemo(() => timelineModel(trace, stretch ?? undefined), [trace, stretch]);
  const names = useMemo(() => traceNames(trace), [trace]);
  const subscribe = useMemo(() => (listener: () => void) => store.subscribe(listener), [store]);
  const shownStep = () => store.step;
  const isPlaying = () => store.playing;
  // The value for assistive technology and the flag's number are text; everything else is moved by hand.
  const step = useSyncExternalStore(subscribe, shownStep, shownStep);
  const playing = useSyncExternalStore(subscribe, isPlaying, isPlaying);
  const spokenStep = useRestingValue(step, playing);
  const id = useId();
  const scope = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);

  const seekTo = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (box) store.seek(stepAtX(model, (event.clientX - box.left) / box.width));
  };
  const drag = useDrag(store, seekTo);
  const onKeyDown = (event: KeyboardEvent) => {
    if (stepForKey(event, store)) event.preventDefault();
  };
  useEndScrubOnBlur(scope, store);

  const { steps } = trace;
  const memory = textFor(memoryText, locale);
  const valueText =
    steps === 0
      ? text.empty
      : spokenStep === 0
        ? text.beforeFirst(steps)
        : spokenStep === steps && end !== null
          ? text.endValue(steps, end)
          : text.value(spokenStep, steps, stepTitle(stepSubject(trace, names, spokenStep), memory));
  const isInSight = step >= model.first && step <= model.last;
  const place = {
    '--at': percent(xOfStep(model, step)),
    '--past': percent(endOfStep(model, step)),
  } as CSSProperties;
  return (
    <div
      ref={scope}
      className={`scope${detached ? ' detached' : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={text.slider}
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={spokenStep}
      aria-valuetext={valueText}
      aria-disabled={steps === 0 || undefined}
      onKeyDown={onKeyDown}
      onKeyUp={store.endScrub}
      {...drag}
      style={place}
    >
      <Axis model={model} text={text} />
      {front !== null && <span className="tl-gap" title={front} aria-hidden="true" />}
      <div className="tl-plot" ref={plot} aria-hidden="true">
        <Drawing id={id} model={model} text={text} />
        {steps > 0 && isInSight && (
          <span className="playhead">
            <b>{text.number(step)}</b>
          </span>
        )}
      </div>
      {tail !== null && <span className="tl-gap" title={tail} aria-hidden="true" />}
    </div>
  );
}

interface AxisProps {
  readonly model: TimelineModel;
  readonly text: TimelineText;
}

const Axis = memo(function Axis({ model, text }: AxisProps) {
  return (
    <div className="tl-axis" aria-hidden="true">
      <span className="lbl top">{text.byte}</span>
      {labelsOf(model).map(({ key, row, byteOffset }) => (
        <span key={key} style={rowStyle(row)}>
          {text.address(byteOffset)}
        </span>
      ))}
      <span className="lbl bottom">{text.step}</span>
    </div>
  );
});

const labelsOf = (model: TimelineModel) =>
  model.buffers.flatMap(({ bufferId, labels }) =>
    labels.map((label) => ({ ...label, key: `${bufferId} ${label.byteOffset}` })),
  );

const rowStyle = (row: number) => ({ '--row': row / ROWS }) as CSSProperties;

interface DrawingProps {
  readonly id: string;
  readonly model: TimelineModel;
  readonly text: TimelineText;
}

/** Blocks and ticks, each twice and cut at the playhead: as they are up to it, faint beyond. Drawn once for a model. */
const Drawing = memo(function Drawing({ id, model, text }: DrawingProps) {
  const width = Math.max(1, model.columns) * COLUMN;
  const blocks = `${id}blocks`;
  const ticks = `${id}ticks`;
  return (
    <>
      <div className="screen">
        {labelsOf(model).map(({ key, row, byteOffset }) =>
          row === 0 ? null : (
            <span
              key={key}
              className={`gridline${byteOffset === 0 ? ' buffer' : ''}`}
              style={rowStyle(row)}
            />
          ),
        )}
        <svg className="past" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none">
          <g id={blocks}>
            {blockPaths(model).map(({ family, kind, d }) => (
              <path key={`${family} ${kind}`} className={`op ${family} ${kind}`} d={d} />
            ))}
          </g>
        </svg>
        <svg className="future" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none">
          <use href={`#${blocks}`} />
        </svg>
      </div>
      <div className="ticks">
        <svg className="past" viewBox={`0 0 ${width} 7`} preserveAspectRatio="none">
          <path id={ticks} d={tickPath(model)} />
        </svg>
        <svg className="future" viewBox={`0 0 ${width} 7`} preserveAspectRatio="none">
          <use href={`#${ticks}`} />
        </svg>
      </div>
      {model.ticks.map((tick) => (
        <span
          key={tick}
          className="tick-no"
          style={{ insetInlineStart: percent(xOfStep(model, tick)) }}
        >
          {text.number(tick)}
        </span>
      ))}
    </>
  );
});

const nothing = () => () => undefined;

function useIsWhatIf(replay: MemoryReplay | undefined): boolean {
  const subscribe = useMemo(
    () => (replay ? (listener: () => void) => replay.subscribe(listener) : nothing),
    [replay],
  );
  const isWhatIf = () => replay?.isWhatIf ?? false;
  return useSyncExternalStore(subscribe, isWhatIf, isWhatIf);
}

/** A press seeks, a drag scrubs; a vertical pan still scrolls the page (`touch-action`). */
function useDrag(store: StepStore, seekTo: (event: PointerEvent) => void) {
  const frame = useRef(0);
  const latest = useRef<PointerEvent>(null);
  const end = (event: PointerEvent<HTMLElement>) => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    if (event.type === 'pointerup' && latest.current) seekTo(event);
    latest.current = null;
    store.endScrub();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      capturePointer(event);
      store.beginScrub();
      seekTo(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      latest.current = event;
      // Pointers report more often than the screen draws.
      frame.current ||= requestAnimationFrame(() => {
        frame.current = 0;
        if (latest.current) seekTo(latest.current);
      });
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** A value that stays as it was while things move: what plays is not read out step by step. */
function useRestingValue(value: number, moving: boolean): number {
  const [resting, setResting] = useState(value);
  if (!moving && resting !== value) setResting(value);
  return moving ? resting : value;
}

/** A key that is let go elsewhere ends the scrub too. */
function useEndScrubOnBlur(scope: React.RefObject<HTMLElement | null>, store: StepStore) {
  useEffect(() => {
    const element = scope.current;
    element?.addEventListener('blur', store.endScrub);
    return () => {
      element?.removeEventListener('blur', store.endScrub);
    };
  }, [scope, store]);
}

const percent = (x: number): string => `${(x * 100).toFixed(3)}%`;
