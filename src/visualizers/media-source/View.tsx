/**
 * The MediaSource of a run at the shown step: buffered ranges, `updating` as a line, the queue in the order of arrival, and
 * one sentence when playing waits. Fetched by who has one to look at.
 */
import {
  useCallback,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
  type CSSProperties,
} from 'react';
import type { NetLog } from '../../core/trace/net-log';
import type { PlaybackStep } from '../../core/trace/playback-steps';
import type { Trace } from '../../core/trace/trace';
import { textFor, type Locale } from '../../i18n/locale';
import { mediaSourceText, type MediaSourceText } from '../../i18n/media-source';
import { Late } from '../Late';
import { EVERYTHING } from '../messages/moment';
import { tickSeconds } from '../media-file/ticks';
import type { StepStore } from '../timeline/step-store';
import { appendedFile } from './appended';
import {
  lastPlaybackStep,
  logicPath,
  logicTrace,
  outOfOrder,
  planPlayback,
  sceneAt,
  sourceAt,
  type AppendName,
  type PlaybackPlan,
  type PlaybackScene,
  type ShownAppend,
  type ShownBuffer,
} from './model';
import { without } from './time-ranges';
import './media-source.css';

export interface MediaSourceViewProps {
  readonly trace: Trace;
  readonly log: NetLog | null;
  readonly store: StepStore;
  readonly locale: Locale;
}

/** Appends that stand in the queue, and rows of the event log, at most. */
const MOST_APPENDS = 12;
const MOST_EVENTS = 60;

export default function MediaSourceView({ trace, log, store, locale }: MediaSourceViewProps) {
  const text = textFor(mediaSourceText, locale);
  const plan = useMemo(() => planPlayback(trace, log), [trace, log]);
  const step = usePlaybackStep(plan, store);
  const [chosen, setChosen] = useState<number | null>(null);
  const id = chosen !== null && plan.sources.includes(chosen) ? chosen : sourceAt(plan, step);
  const scene = useMemo(() => (id === null ? null : sceneAt(plan, step, id)), [plan, step, id]);
  return (
    <section className="msv" aria-label={text.label}>
      {plan.sources.length > 1 && (
        <div className="msv-head">
          <select
            className="msv-choice"
            aria-label={text.which}
            value={chosen ?? 'follow'}
            onChange={({ target: { value } }) =>
              setChosen(value === 'follow' ? null : Number(value))
            }
          >
            <option value="follow">{text.follow}</option>
            {plan.sources.map((each) => (
              <option key={each} value={each}>
                {text.whichOption(each)}
              </option>
            ))}
          </select>
        </div>
      )}
      {scene === null ? (
        <p className="msv-nothing">{text.notYet}</p>
      ) : (
        <Scene scene={scene} trace={trace} seek={store.seek} locale={locale} text={text} />
      )}
    </section>
  );
}

/** Changes when a media step or an arrival comes or goes, and not with every step. */
function usePlaybackStep(plan: PlaybackPlan, store: StepStore): number {
  const subscribe = useCallback((listener: () => void) => store.shown.subscribe(listener), [store]);
  const stepNow = () =>
    store.shown.step === store.steps ? EVERYTHING : lastPlaybackStep(plan, store.shown.step);
  return useSyncExternalStore(subscribe, stepNow, stepNow);
}

interface SceneProps {
  readonly scene: PlaybackScene;
  readonly trace: Trace;
  readonly seek: (step: number) => void;
  readonly locale: Locale;
  readonly text: MediaSourceText;
}

function Scene({ scene, trace, seek, locale, text }: SceneProps) {
  const { buffers, stall } = scene;
  return (
    <>
      <Buffered scene={scene} text={text} />
      {stall !== null && (
        <p className="msv-stall">{text.stall(stall.at, stall.place, stall.because)}</p>
      )}
      <div className="msv-row">
        <div className="msv-source">
          <States scene={scene} text={text} />
          {buffers.map((buffer) => (
            <BufferState
              key={buffer.state.id}
              buffer={buffer}
              scene={scene}
              ofMany={buffers.length > 1}
              text={text}
            />
          ))}
          <EventLog scene={scene} seek={seek} text={text} />
        </div>
        <Queue scene={scene} seek={seek} text={text} />
      </div>
      <AppendBytes scene={scene} trace={trace} locale={locale} text={text} />
    </>
  );
}

const percent = (x: number): string => `${(100 * Math.max(0, Math.min(1, x))).toFixed(3)}%`;

const spanOf = ({ start, end }: { start: number; end: number }, extent: number): CSSProperties => ({
  insetInlineStart: percent(start / extent),
  inlineSize: percent((end - start) / extent),
});

function Buffered({
  scene,
  text,
}: {
  readonly scene: PlaybackScene;
  readonly text: MediaSourceText;
}) {
  const { buffers, element, extent } = scene;
  const summary = buffers.map(({ state }) => text.ranges(state.buffered)).filter(Boolean);
  const at = element?.currentTime ?? null;
  return (
    <div className="msv-buffered">
      <div className="msv-head">
        <h3>{text.buffered}</h3>
        <span className="msv-mono">
          {summary.length === 0 ? text.nothingBuffered : summary.join(' / ')}
        </span>
        <span className="msv-legend" role="group" aria-label={text.legend}>
          {(['buffered', 'appending', 'missing'] as const).map((which) => (
            <span key={which}>
              <i className={which} />
              {text.legends[which]}
            </span>
          ))}
        </span>
      </div>
      <div className="msv-plot">
        {at !== null && (
          <span
            className="msv-flag"
            style={{ insetInlineStart: percent(at / extent) }}
            aria-hidden="true"
          >
            {text.time(at)}
          </span>
        )}
        <div className="msv-tracks">
          {buffers.length === 0 && <div className="msv-track" />}
          {buffers.map((buffer) => (
            <Track key={buffer.state.id} buffer={buffer} scene={scene} text={text} />
          ))}
          {at !== null && (
            <i className="msv-playhead" style={{ insetInlineStart: percent(at / extent) }} />
          )}
        </div>
        <div className="msv-axis" aria-hidden="true">
          {tickSeconds(extent).map((second) => (
            <span key={second} style={{ insetInlineStart: percent(second / extent) }}>
              {text.tick(second)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Appends that a bar marks, the latest ones: a run may have tens of thousands. */
const MOST_SPANS = 400;

interface TrackProps {
  readonly buffer: ShownBuffer;
  readonly scene: PlaybackScene;
  readonly text: MediaSourceText;
}

function Track({ buffer, scene, text }: TrackProps) {
  const { state, appends, gaps } = buffer;
  const { extent, element, waiting } = scene;
  const appending = appends.filter((each) => each.state === 'appending');
  const coming = appending.flatMap(({ times }) => without(times, state.buffered));
  const short = (name: AppendName) => text.short(name, isMixed(scene));
  const label = text.bar({
    type: state.type,
    buffered: state.buffered,
    missing: gaps,
    appending: coming,
    at: element?.currentTime ?? null,
  });
  return (
    <div className="msv-track" role="img" aria-label={label}>
      {gaps.map((gap) => (
        <i key={`gap ${gap.start}`} className="msv-gap" style={spanOf(gap, extent)} />
      ))}
      {state.buffered.map((range) => (
        <i key={`have ${range.start}`} className="msv-have" style={spanOf(range, extent)} />
      ))}
      {appends
        .filter((each) => each.state === 'appended')
        .slice(-MOST_SPANS)
        .flatMap(({ times, name, number }) =>
          times.map((range) => (
            <span
              key={`${number} ${range.start}`}
              className="msv-chunk"
              style={spanOf(range, extent)}
            >
              <b>{short(name)}</b>
            </span>
          )),
        )}
      {appending.flatMap(({ times, name }) =>
        without(times, state.buffered).map((range) => (
          <span
            key={`load ${range.start}`}
            className="msv-chunk load"
            style={spanOf(range, extent)}
          >
            <b>{short(name)}</b>
          </span>
        )),
      )}
      {waiting.flatMap(({ chunk, times }) =>
        without(times, state.buffered).map((range) => (
          <span
            key={`wait ${chunk} ${range.start}`}
            className="msv-chunk wait"
            style={spanOf(range, extent)}
          >
            <b>{chunk}</b>
          </span>
        )),
      )}
    </div>
  );
}

/** Some appends are known by their chunks, and others are not. */
const isMixed = ({ buffers }: PlaybackScene): boolean => {
  const all = buffers.flatMap(({ appends }) => appends);
  return (
    all.some(({ name }) => name.by === 'chunk') && all.some(({ name }) => name.by === 'append')
  );
};

const READY_STATES = ['closed', 'open', 'ended'] as const;

function States({
  scene,
  text,
}: {
  readonly scene: PlaybackScene;
  readonly text: MediaSourceText;
}) {
  const { readyState } = scene.source;
  return (
    <div className="msv-states">
      <h3>{text.label}</h3>
      <ol aria-label={text.states}>
        {READY_STATES.map((each) => (
          <li key={each} aria-current={each === readyState ? 'true' : undefined}>
            {each}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface BufferStateProps extends TrackProps {
  readonly ofMany: boolean;
}

const LOGIC = { width: 640, height: 32 };

function BufferState({ buffer, scene, ofMany, text }: BufferStateProps) {
  const { state } = buffer;
  const { source, now } = scene;
  const trace = logicTrace(buffer, now);
  const facts = [
    [text.facts.updating, String(state.updating)],
    [text.facts.mode, `"${state.mode}"`],
    [text.facts.offset, text.seconds(state.timestampOffset)],
    [text.facts.duration, text.seconds(source.duration)],
  ] as const;
  return (
    <div className="msv-buffer">
      <div className="msv-head">
        <h3>{text.sourceBuffer(state.id, ofMany)}</h3>
        <span className="msv-mono">{state.type}</span>
        <span className={state.updating ? 'msv-state on' : 'msv-state'}>
          {state.updating ? text.updating : text.idle}
        </span>
      </div>
      <dl className="msv-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="msv-logic">
        <svg
          viewBox={`0 -2 ${LOGIC.width} ${LOGIC.height + 4}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={text.logic(trace.pulses.length, state.updating)}
        >
          <path d={logicPath(trace, LOGIC.width, LOGIC.height)} />
        </svg>
        <span aria-hidden="true">{text.updating}</span>
        <span aria-hidden="true">{text.idle}</span>
      </div>
    </div>
  );
}

/** The append that a call or an event is about. */
function nameOf({ fact }: PlaybackStep, scene: PlaybackScene): AppendName | null {
  if (fact.append === null) return null;
  const buffer = scene.buffers.find(({ state }) => state.id === fact.id);
  return (
    buffer?.appends.find(({ number }) => number === fact.append?.number)?.name ?? {
      by: 'append',
      number: fact.append.number,
    }
  );
}

interface RowsProps {
  readonly scene: PlaybackScene;
  readonly seek: (step: number) => void;
  readonly text: MediaSourceText;
}

function EventLog({ scene, seek, text }: RowsProps) {
  const shown = scene.events.slice(-MOST_EVENTS).reverse();
  const earlier = scene.events.length - shown.length;
  return (
    <div className="msv-scroll">
      <ol className="msv-events" aria-label={text.events}>
        {shown.map((event) => {
          const { step, operation, line, fact } = event;
          const error = fact.error === null ? null : fact.error.name;
          return (
            <li key={step}>
              <button
                type="button"
                data-phase={fact.phase}
                data-target={fact.target}
                onClick={() => seek(step)}
              >
                <b>{operation}</b>
                <span>{text.event(nameOf(event, scene), fact.time, line, error)}</span>
              </button>
            </li>
          );
        })}
        {earlier > 0 && <li className="msv-earlier">{text.earlierEvents(earlier)}</li>}
      </ol>
    </div>
  );
}

function Queue({ scene, seek, text }: RowsProps) {
  const { buffers, waiting, inFlight } = scene;
  const all = buffers
    .flatMap((buffer) => buffer.appends.map((append) => ({ append, buffer })))
    .sort((a, b) => a.append.step - b.append.step);
  const shown = all.slice(-MOST_APPENDS);
  const order = buffers.map(outOfOrder).find((each) => each !== null);
  return (
    <div className="msv-queue">
      <div className="msv-head">
        <h3>{text.queue}</h3>
        <span className="msv-summary">
          {order
            ? text.outOfOrder(order.early, order.late)
            : text.summary(waiting.length, inFlight)}
        </span>
      </div>
      {all.length + waiting.length === 0 ? (
        <p className="msv-nothing">{text.emptyQueue}</p>
      ) : (
        <ol>
          {all.length > shown.length && (
            <li className="msv-earlier">{text.moreAppends(all.length - shown.length)}</li>
          )}
          {shown.map(({ append, buffer }) => (
            <AppendItem
              key={`${buffer.state.id} ${append.number}`}
              append={append}
              short={text.short(append.name, isMixed(scene))}
              seek={seek}
              text={text}
            />
          ))}
          {waiting.slice(0, MOST_APPENDS).map(({ chunk, byteLength, messageId, step }) => (
            <li key={`waiting ${messageId}`}>
              <button
                type="button"
                data-state="waiting"
                aria-label={text.waitingChunk(chunk, byteLength)}
                onClick={() => seek(step)}
              >
                <b>{chunk}</b>
                <span>{text.size(byteLength)}</span>
                <em>{text.waiting}</em>
              </button>
            </li>
          ))}
        </ol>
      )}
      {order && <p className="msv-note">{text.summary(waiting.length, inFlight)}</p>}
    </div>
  );
}

interface AppendItemProps {
  readonly append: ShownAppend;
  readonly short: string;
  readonly seek: (step: number) => void;
  readonly text: MediaSourceText;
}

function AppendItem({ append, short, seek, text }: AppendItemProps) {
  const { name, state, byteLength, line, error, step } = append;
  return (
    <li aria-current={state === 'appending' ? 'step' : undefined}>
      <button
        type="button"
        data-state={state}
        aria-label={text.append(name, state, byteLength, line, error?.name ?? null)}
        onClick={() => seek(step)}
      >
        <b>{short}</b>
        <span>{text.size(byteLength)}</span>
        <em>{text.appendStates[state]}</em>
      </button>
    </li>
  );
}

/** Fetched when somebody wants to see bytes. */
const loadMediaFile = () => import('../media-file/View');

interface AppendBytesProps {
  readonly scene: PlaybackScene;
  readonly trace: Trace;
  readonly locale: Locale;
  readonly text: MediaSourceText;
}

/** The append that the step is about: its elements and bytes, behind those of the appends before it. */
function AppendBytes({ scene, trace, locale, text }: AppendBytesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const title = useId();
  const last = scene.buffers
    .flatMap(({ appends }) => appends.map((append) => ({ append, appends })))
    .filter(({ append }) => append.state !== 'threw')
    .sort((a, b) => a.append.step - b.append.step)
    .at(-1);
  const key = last?.append.step ?? 0;
  const file = useMemo(
    () => (isOpen && last ? appendedFile(trace, last.appends, last.append) : null),
    // An append is known by its step.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isOpen, trace, key],
  );
  if (!last) return null;
  return (
    <details className="msv-bytes" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary id={title}>{text.bytesOf(last.append.name)}</summary>
      {isOpen && file === 'not kept' && <p className="msv-nothing">{text.notKept}</p>}
      {isOpen && file === 'not read' && <p className="msv-nothing">{text.notRead}</p>}
      {isOpen && file !== null && typeof file !== 'string' && (
        <Late load={loadMediaFile} text={text}>
          {({ MediaFileView }) => (
            <>
              <p className="msv-nothing">{text.partNote(file.framed.start, file.framed.end)}</p>
              <MediaFileView
                key={key}
                bytes={file.bytes}
                tree={file.tree}
                framed={file.framed}
                chosen={file.chosen}
                locale={locale}
              />
            </>
          )}
        </Late>
      )}
    </details>
  );
}
