/**
 * A bench: one snippet with its editor, toolbar, memory, output and console. Rendered on the server from a run that
 * was recorded at build, so it reads well before any of this code has loaded.
 */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import type { Goal, RealmKind } from '../../core/trace/run';
import { RUN_BUDGET } from '../../core/protocol/messages';
import { benchText, type BenchText } from '../../i18n/bench';
import { consoleText } from '../../i18n/console';
import { textFor, type Locale } from '../../i18n/locale';
import { StepBits } from '../../visualizers/bits/StepBits';
import { ByteHistory } from '../../visualizers/memory/ByteHistory';
import { CompareBar } from '../../visualizers/memory/CompareBar';
import { StepMemoryView } from '../../visualizers/memory/StepView';
import { MemoryView } from '../../visualizers/memory/View';
import { Transport } from '../../visualizers/timeline/Transport';
import { Timeline } from '../../visualizers/timeline/View';
import { BenchRun, isMemoryOld, ownStepping, shownFromRun, type BenchRunState } from './bench-run';
import { CodeArea, type CodeController } from './CodeArea';
import { ConsoleView } from './console/ConsoleView';
import { DraftNote } from './DraftNote';
import { NO_STEPS } from './editor/code-steps';
import type { LineMark } from './editor/editor-types';
import { Icon } from './Icon';
import { unpackRun, type PackedRun } from './packed-run';
import { pageSandbox } from './page-sandbox';
import type { Program } from '../../sandbox';
import { lastConsoleStep, visibleEntries, type OpensAt, type Stepping } from './stepping';
import { useDraft } from './use-draft';
import { Verdict } from './Verdict';

export interface BenchProps {
  /** `views/create`: lesson and snippet, the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly source: string;
  readonly realm: RealmKind;
  readonly goal: Goal;
  readonly html: string | null;
  /** Recorded when the page was built; null where that cannot be (a page realm). */
  readonly run: PackedRun | null;
  readonly locale: Locale;
  /** It follows a prediction: what the recorded run showed stays covered until the reader runs it. */
  readonly opensAtStart: boolean;
  /** The step that the recorded run opens at. */
  readonly opensAt: OpensAt;
  /** The highlighted code. */
  readonly children?: ReactNode;
}

interface StartOptions {
  readonly guardMs?: number;
  readonly record?: Program['record'];
  readonly recordFrom?: number;
  readonly opensAt?: OpensAt;
}

const noSubscription = () => () => undefined;

export default function Bench(props: BenchProps) {
  const { id, title, fileName, source: pristine, realm, goal, html, locale } = props;
  const text = textFor(benchText, locale);
  const recorded = useMemo(
    () => props.run && shownFromRun(unpackRun(props.run, pristine), true, RUN_BUDGET.guardMs),
    [props.run, pristine],
  );
  const [benchRun] = useState(() => new BenchRun(pageSandbox, recorded, props.opensAt));
  const state = useSyncExternalStore(
    useCallback((listener) => benchRun.subscribe(listener), [benchRun]),
    () => benchRun.state,
    () => benchRun.state,
  );
  const hydrated = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const code = useRef<CodeController>(null);
  const [draft, session] = useDraft(
    id,
    pristine,
    useCallback((next) => code.current?.setSource(next), []),
  );
  const { source } = draft;
  const [asking, setAsking] = useState(false);
  const [openRequest, setOpenRequest] = useState(0);
  const section = useRef<HTMLElement>(null);
  const mount = useRef<HTMLDivElement>(null);
  const resetButton = useRef<HTMLButtonElement>(null);
  const edited = source !== pristine;
  const { shown, running, showRunning, stepping } = state;
  const stale = shown !== null && !running && shown.source !== source;
  const old = isMemoryOld(state, source);
  const covered = props.opensAtStart && shown?.atBuild === true;

  const start = useCallback(
    ({
      guardMs = RUN_BUDGET.guardMs,
      record = 'full',
      recordFrom = 0,
      opensAt = 'end',
    }: StartOptions = {}) => {
      benchRun.start(
        // The text at this moment, also inside a key's handler that React has not rendered after yet.
        { source: session.state.source, fileName, realm, goal, html, record, recordFrom, guardMs },
        mount.current ?? undefined,
        opensAt,
      );
    },
    [benchRun, session, fileName, realm, goal, html],
  );
  const stop = useCallback(() => {
    benchRun.stop();
  }, [benchRun]);

  /** Runs the code if it has not run, opens the replay at step 1, and from then on goes a step further. */
  const step = () => {
    const here = benchRun.state;
    if (here.running) return;
    if (here.stepping === null || isMemoryOld(here, session.state.source) || covered) {
      start({ opensAt: 1 });
      return;
    }
    const { store } = here.stepping;
    if (store.step === store.steps) store.seek(1);
    else store.stepBy(1);
  };
  /** At the last step of a run that is alive, a poke is a real write; everywhere else it is a "what if". */
  const poke = (bufferId: number, byteOffset: number, value: number) => {
    if (isMemoryOld(benchRun.state, session.state.source) || !benchRun.isLive) return;
    benchRun.poke(bufferId, byteOffset, value);
  };
  const change = useCallback((next: string) => session.change(next), [session]);

  /** The one button that is always there: where the focus goes when the pressed one is no more. */
  const focusRun = () => section.current?.querySelector<HTMLElement>('.bench-bar .run')?.focus();

  const reset = () => {
    setAsking(false);
    session.reset();
    benchRun.show(recorded);
    focusRun();
  };

  /** The Reset button comes back in place of the question, and the focus with it. */
  const keepIt = () => {
    flushSync(() => {
      setAsking(false);
    });
    resetButton.current?.focus();
  };

  const act = (action: string | undefined) => {
    if (action === 'run') start();
    else if (action === 'step') step();
    else if (action === 'reset' && edited) setAsking(true);
    else if (action === 'edit') setOpenRequest((n) => n + 1);
  };

  // A press that came before this code had loaded is carried out now (integrations/intent.ts).
  const actLater = useRef(act);
  useEffect(() => {
    actLater.current = act;
  });
  useEffect(() => {
    const root = section.current?.closest('astro-island') ?? section.current;
    if (!root) return;
    const onIntent = (event: Event) => {
      if (event instanceof CustomEvent) {
        const detail = event.detail as { action?: string } | null;
        actLater.current(detail?.action);
      }
    };
    root.addEventListener('bytescope:intent', onIntent);
    pageSandbox().warm(realm, mount.current ?? undefined);
    return () => {
      root.removeEventListener('bytescope:intent', onIntent);
    };
  }, [realm]);

  useReleaseWhenFar(section, benchRun);

  const mark = useMemo<LineMark | null>(
    () => (covered ? null : markOf(state, stale)),
    [state, stale, covered],
  );
  const own = ownStepping(state);
  useEffect(() => {
    if (own === null || old || covered) {
      code.current?.setSteps(NO_STEPS);
      return;
    }
    // At its end a recording is a printed result: no line is the current one.
    const show = () => {
      const { step: shownStep, steps } = own.store;
      const lines = own.code.at(shownStep, text.stepFlag);
      code.current?.setSteps(shownStep === steps ? { ...lines, now: null } : lines);
    };
    show();
    return own.store.subscribe(show);
  }, [own, old, covered, text]);
  const goToLine = useCallback((line: number) => {
    code.current?.goToLine(line);
  }, []);
  const status =
    covered && !showRunning
      ? { text: text.neverRun, bad: false }
      : describeStatus(text, state, stale);

  return (
    <section
      ref={section}
      className="bench"
      id={`bench-${id.replace('/', '-')}`}
      aria-label={text.label(title)}
      data-bench={id}
      data-hydrated={hydrated || undefined}
      data-stale={old || undefined}
      // Before the editor, for which these keys mean something else.
      onKeyDownCapture={(event) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey) return;
        if (covered || stepping === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.repeat) stepping.store.beginScrub();
        if (event.shiftKey) stepping.store.skipStatement(by);
        else stepping.store.stepBy(by, event.repeat);
      }}
      onKeyUpCapture={() => stepping?.store.endScrub()}
      onBlurCapture={() => stepping?.store.endScrub()}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          start();
        } else if (event.key === '.') {
          event.preventDefault();
          stop();
        }
      }}
    >
      <div className="bench-bar" role="toolbar" aria-label={text.toolbar}>
        <span className="name">{fileName}</span>
        {edited && <span className="edited">{text.edited}</span>}
        {draft.kept.length > 0 && (
          <button
            type="button"
            className="btn quiet kept"
            aria-expanded={draft.listing}
            onClick={() => session.list(!draft.listing)}
          >
            {text.draftKept(draft.kept.length)}
          </button>
        )}
        <span className={`status${status.bad ? ' bad' : ''}`} role="status">
          {status.text}
        </span>
        {asking ? (
          <span
            className="ask"
            role="group"
            aria-label={text.resetAsk}
            onKeyDown={(event) => {
              if (event.key === 'Escape') keepIt();
            }}
          >
            {text.resetAsk}{' '}
            <button type="button" className="btn" autoFocus onClick={reset}>
              {text.resetYes}
            </button>
            <button type="button" className="btn quiet" onClick={keepIt}>
              {text.resetNo}
            </button>
          </span>
        ) : (
          <button
            ref={resetButton}
            type="button"
            className="btn tool quiet"
            data-action="reset"
            aria-label={text.reset}
            disabled={!edited}
            onClick={() => {
              act('reset');
            }}
          >
            <Icon name="reset" />
            <span className="lbl-m">{text.reset}</span>
          </button>
        )}
        <button
          type="button"
          className="btn tool"
          data-action="step"
          aria-label={text.step}
          title={text.stepHint}
          aria-disabled={showRunning || undefined}
          onClick={step}
        >
          <Icon name="step" />
          <span className="lbl-m">{text.step}</span>
        </button>
        {showRunning ? (
          <button
            type="button"
            className="btn tool primary run"
            data-action="stop"
            aria-label={text.stop}
            onClick={stop}
          >
            <Icon name="stop" />
            <span className="lbl-m">{text.stop}</span>
          </button>
        ) : (
          <button
            type="button"
            className="btn tool primary run"
            data-action="run"
            aria-label={text.run}
            onClick={() => {
              start();
            }}
          >
            <Icon name="run" />
            <span className="lbl-m">{text.run}</span>
          </button>
        )}
      </div>
      <DraftNote draft={draft} session={session} text={text} onDone={focusRun} />
      <div className="bench-body">
        <div className="pane">
          <CodeArea
            id={id}
            title={title}
            source={source}
            pristine={pristine}
            mark={mark}
            text={text}
            openRequest={openRequest}
            controller={code}
            onChange={change}
            onRun={start}
            onStop={stop}
          >
            {props.children}
          </CodeArea>
        </div>
        <div className="pane stack" data-covered={covered || undefined}>
          <div className={old ? 'stale' : undefined}>
            {old && <p className="stale-note">{text.fromLastRun}</p>}
            {stepping ? (
              <>
                <StepMemoryView replay={stepping.replay} locale={locale} />
                <StepBits replay={stepping.replay} locale={locale} onPoke={poke} />
                <ByteHistory
                  replay={stepping.replay}
                  locale={locale}
                  onSeek={stepping.store.seek}
                />
                <CompareBar replay={stepping.replay} locale={locale} onSeek={stepping.store.seek} />
              </>
            ) : (
              <MemoryView state={shown?.memory ?? EMPTY_MEMORY} locale={locale} />
            )}
          </div>
          {realm === 'page' && (
            <div className="output">
              <div className="pane-head">
                <h3>{text.output}</h3>
              </div>
              <div className="output-frame" ref={mount} />
            </div>
          )}
          {shown && !old && (
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
          <SteppedConsole
            entries={shown?.console ?? NO_ENTRIES}
            stepping={own}
            omitted={shown?.omittedConsole ?? 0}
            text={textFor(consoleText, locale)}
            bench={text}
            nothing={shown === null ? text.consoleEmpty : text.consoleNoOutput}
            onLine={goToLine}
          />
          {covered && <p className="cover-note">{text.predictFirst}</p>}
        </div>
      </div>
      <div
        className="trace"
        role="group"
        aria-label={text.timeline}
        data-covered={covered || undefined}
      >
        {stepping ? (
          <div className="trace-body">
            <Transport trace={stepping.trace} store={stepping.store} locale={locale} />
            <Timeline
              trace={stepping.trace}
              store={stepping.store}
              locale={locale}
              stale={old}
              onRecordFrom={(from) => {
                focusRun();
                start({ recordFrom: from, opensAt: 1 });
              }}
            />
          </div>
        ) : (
          <p className="trace-empty">{text.runToRecord}</p>
        )}
      </div>
      <p className="bench-note" aria-hidden="true">
        {text.stepKeys.map(([keys, does]) => (
          <span key={does}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {does}
          </span>
        ))}
      </p>
    </section>
  );
}

const NO_ENTRIES: readonly ConsoleEntry[] = [];

type SteppedConsoleProps = ComponentProps<typeof ConsoleView> & {
  readonly stepping: Stepping | null;
};

/** The console as it was at the shown step: rows after it are not there yet. Renders when a row comes or goes. */
function SteppedConsole({ stepping, ...props }: SteppedConsoleProps) {
  const subscribe = useCallback(
    (listener: () => void) => stepping?.store.subscribe(listener) ?? (() => undefined),
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

/** The line the last run has something to say about; none once the code has moved on. */
function markOf({ shown }: BenchRunState, stale: boolean): LineMark | null {
  const outcome = shown?.outcome;
  if (stale || !outcome) return null;
  if (outcome.kind === 'threw' && outcome.error.line !== null) {
    return { line: outcome.error.line, kind: 'err' };
  }
  if (outcome.kind === 'stopped' && outcome.by === 'guard' && outcome.line !== null) {
    return { line: outcome.line, kind: 'warn' };
  }
  return null;
}

function describeStatus(
  text: BenchText,
  { shown, showRunning }: BenchRunState,
  stale: boolean,
): { text: string; bad: boolean } {
  if (showRunning) return { text: text.recording, bad: false };
  if (!shown?.outcome) return { text: shown ? '' : text.neverRun, bad: false };
  if (stale) return { text: text.runAgain, bad: false };
  const { outcome } = shown;
  const steps = shown.bodySteps;
  switch (outcome.kind) {
    case 'finished': {
      const late = shown.lateErrors[0];
      if (late) return { text: text.threw(late.name, late.line), bad: true };
      return {
        text: shown.atBuild ? text.recordedAtBuild(steps) : text.finished(shown.durationMs, steps),
        bad: false,
      };
    }
    case 'threw':
      return { text: text.threw(outcome.error.name, outcome.error.line), bad: true };
    case 'stopped':
      return {
        text:
          outcome.by === 'reader'
            ? text.stoppedByReader
            : outcome.by === 'guard'
              ? text.stoppedByGuard(outcome.line)
              : text.stoppedByWatchdog,
        bad: outcome.by !== 'reader',
      };
    case 'lost':
      return { text: text.lost, bad: true };
  }
}

/** A realm is kept until its bench is two screens away: then nobody sees its output or hears its timers. */
function useReleaseWhenFar(section: React.RefObject<HTMLElement | null>, benchRun: BenchRun) {
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    const far = new IntersectionObserver(
      (entries) => {
        if (entries.every((entry) => !entry.isIntersecting)) benchRun.release();
      },
      { rootMargin: '200% 0px' },
    );
    far.observe(element);
    return () => {
      far.disconnect();
      benchRun.release();
    };
  }, [section, benchRun]);
}
