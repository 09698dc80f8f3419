/** What a run left: memory, the output of a page realm, what ended the run, and the console. */
import {
  useCallback,
  useMemo,
  useSyncExternalStore,
  type ComponentProps,
  type ReactNode,
} from 'react';
import { frameHeight, type CanvasSize } from '../../core/controls/canvas-sizes';
import { RUN_BUDGET } from '../../core/protocol/messages';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import { consoleText } from '../../i18n/console';
import { textFor } from '../../i18n/locale';
import { bring, Late } from '../../visualizers/Late';
import { hasBlobs } from '../../visualizers/blobs/has-blobs';
import { CompareBar } from '../../visualizers/memory/CompareBar';
import { useReplayVersion } from '../../visualizers/memory/StepReadout';
import { StepMemoryView } from '../../visualizers/memory/StepView';
import type { MemoryReplay } from '../../visualizers/memory/memory-replay';
import { MemoryView } from '../../visualizers/memory/View';
import { hasPictures } from '../../visualizers/pixels/has-pictures';
import { hasVerdict } from './bench-status';
import { ConsoleView } from './console/ConsoleView';
import { thresholdOf } from './controls/threshold';
import { OfRun } from './OfRun';
import { lastConsoleStep, visibleEntries, type Stepping } from './stepping';
import type { BenchModel } from './use-bench';

export interface BenchStackProps {
  readonly bench: BenchModel;
  /** Whether to say what ended the run; left out where somebody else says it. */
  readonly verdict?: boolean;
  /** Left out where it stands elsewhere. */
  readonly memory?: boolean;
  /** What the console is called, where there is another one. */
  readonly consoleTitle?: string | undefined;
  /** Stands between memory and the rest, which then are panes of their own. */
  readonly between?: ReactNode;
  /** After the console. */
  readonly children?: ReactNode;
}

export function BenchStack({
  bench,
  verdict = true,
  memory = true,
  consoleTitle,
  between,
  children,
}: BenchStackProps) {
  const { text, old, covered, own, mount, focusRun, start, goToLine } = bench;
  const { realm, locale, canvases = [] } = bench.setup;
  const { shown, alive } = bench.state;
  const controls = bench.controls.controls.length > 0 && (
    <Late load={loadControls} text={text} box="controls-box">
      {({ Controls }) => (
        <Controls store={bench.controls} locale={locale} enabled={bench.hydrated} />
      )}
    </Late>
  );
  const rest = (
    <>
      {realm === 'page' && (
        <div className="output" style={canvases.length === 0 ? undefined : outputHeight(canvases)}>
          <div className="pane-head">
            <h3>{text.output}</h3>
          </div>
          {controls}
          <div className="output-frame">
            {!alive && <p className="output-note">{text.outputNote}</p>}
            <div className="output-mount" ref={mount} />
          </div>
        </div>
      )}
      {realm === 'worker' && controls}
      {verdict && shown && !old && hasVerdict(shown) && (
        <Late load={loadVerdict} text={text} box="verdict">
          {({ Verdict }) => (
            <Verdict
              run={shown}
              locale={locale}
              text={text}
              onLine={goToLine}
              onKeepGoing={
                shown.guardMs < RUN_BUDGET.extendedGuardMs && !shown.atBuild
                  ? () => {
                      focusRun();
                      // What takes that long is too hot to be recorded access by access.
                      start({ guardMs: RUN_BUDGET.extendedGuardMs, record: 'light' });
                    }
                  : null
              }
            />
          )}
        </Late>
      )}
      <SteppedConsole
        entries={shown?.console ?? NO_ENTRIES}
        stepping={own}
        omitted={shown?.omittedConsole ?? 0}
        text={textFor(consoleText, locale)}
        bench={text}
        nothing={shown === null ? text.consoleEmpty : text.consoleNoOutput}
        onLine={goToLine}
        {...(consoleTitle === undefined ? {} : { title: consoleTitle })}
      />
      {children}
    </>
  );
  return (
    <div className="pane stack" data-covered={covered || undefined}>
      {between === undefined ? (
        <>
          {memory && <BenchMemory bench={bench} />}
          {rest}
        </>
      ) : (
        <>
          {memory && (
            <>
              <div className="stack-part">
                <BenchMemory bench={bench} />
              </div>
              {between}
            </>
          )}
          <div className="stack-part stack">{rest}</div>
        </>
      )}
      {covered && <p className="cover-note">{text.predictFirst}</p>}
    </div>
  );
}

export interface BenchMemoryProps {
  readonly bench: BenchModel;
  /** It stands in what is closed. */
  readonly hidden?: boolean;
}

export function BenchMemory({ bench, hidden = false }: BenchMemoryProps) {
  const { locale, sharedBase } = bench.setup;
  const { shown, stepping } = bench.state;
  return (
    <OfRun bench={bench}>
      {stepping ? (
        <>
          <StepPixels bench={bench} replay={stepping.replay} hidden={hidden} />
          <StepMemoryView replay={stepping.replay} locale={locale} base={sharedBase} />
          <StepByte bench={bench} stepping={stepping} />
          <CompareBar replay={stepping.replay} locale={locale} onSeek={stepping.store.seek} />
          <Blobs bench={bench} stepping={stepping} hidden={hidden} />
        </>
      ) : (
        <MemoryView state={shown?.memory ?? EMPTY_MEMORY} locale={locale} />
      )}
    </OfRun>
  );
}

/** The words for every error are a twentieth of the bench: they are fetched when a run ended so. */
export const loadVerdict = () => import('./Verdict');
const loadControls = () => import('./controls/Controls');
const loadBlobs = () => import('../../visualizers/blobs/StepBlobs');
const loadChosenByte = () => import('./ChosenByte');
if (import.meta.env.SSR)
  await Promise.all([bring(loadVerdict), bring(loadControls), bring(loadBlobs)]);

interface SteppedPartProps {
  readonly bench: BenchModel;
  readonly stepping: Stepping;
}

function Blobs({
  bench,
  stepping: { replay, store },
  hidden,
}: SteppedPartProps & Required<BenchMemoryProps>) {
  const isNeeded = useMemo(() => hasBlobs(replay.trace), [replay]);
  if (!isNeeded) return null;
  return (
    <Late load={loadBlobs} text={bench.text} box="blobs-box" wait={hidden}>
      {({ StepBlobs }) => (
        <StepBlobs replay={replay} locale={bench.setup.locale} onSeek={store.seek} />
      )}
    </Late>
  );
}

function StepByte({ bench, stepping: { replay, store } }: SteppedPartProps) {
  useReplayVersion(replay);
  if (!replay.selected) return null;
  return (
    <Late load={loadChosenByte} text={bench.text}>
      {({ ChosenByte }) => (
        <ChosenByte
          replay={replay}
          locale={bench.setup.locale}
          onPoke={bench.poke}
          onSeek={store.seek}
        />
      )}
    </Late>
  );
}

/** Fetched by who has a picture to look at. */
const loadPixels = () => import('../../visualizers/pixels/View');

interface StepPixelsProps extends Required<BenchMemoryProps> {
  readonly replay: MemoryReplay;
}

function StepPixels({ bench, replay, hidden }: StepPixelsProps) {
  const { controls, setup, text } = bench;
  const threshold = useMemo(() => thresholdOf(controls, setup.locale), [controls, setup.locale]);
  const isNeeded = useMemo(() => hasPictures(replay.trace), [replay]);
  if (!isNeeded) return null;
  return (
    <Late load={loadPixels} text={text} wait={hidden}>
      {({ default: PixelsView }) => (
        <PixelsView replay={replay} locale={setup.locale} threshold={threshold} />
      )}
    </Late>
  );
}

/** A custom property has no place in React's types. */
const outputHeight = (canvases: readonly CanvasSize[]) =>
  ({ '--output-h': frameHeight(canvases) }) as React.CSSProperties;

const NO_ENTRIES: readonly ConsoleEntry[] = [];

type SteppedConsoleProps = ComponentProps<typeof ConsoleView> & {
  readonly stepping: Stepping | null;
};

/** The console as it was at the shown step: rows after it are not there yet. Renders when a row comes or goes. */
function SteppedConsole({ stepping, ...props }: SteppedConsoleProps) {
  const subscribe = useCallback(
    (listener: () => void) => stepping?.store.shown.subscribe(listener) ?? (() => undefined),
    [stepping],
  );
  const stepNow = () => lastConsoleStep(props.entries, stepping);
  const step = useSyncExternalStore(subscribe, stepNow, stepNow);
  const entries = useMemo(
    () => (step === Infinity ? props.entries : visibleEntries(props.entries, step)),
    [props.entries, step],
  );
  const isWhole = entries.length === props.entries.length;
  return (
    <ConsoleView
      {...props}
      entries={entries}
      omitted={isWhole ? props.omitted : 0}
      nothing={isWhole ? props.nothing : props.bench.consoleNotYet}
    />
  );
}
