/**
 * A bench without its looks: one program with its draft, its runs and the step that is shown. Bench.tsx lays out the
 * parts of a snippet's bench, the exercise (components/exercise) those of its own.
 */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ByteBase } from '../../core/bytes/format';
import type { CanvasSize } from '../../core/controls/canvas-sizes';
import type { Control } from '../../core/controls/control';
import { RUN_BUDGET } from '../../core/protocol/messages';
import { PREDICTED_EVENT } from '../../core/quiz/predicted';
import type { Goal, RealmKind } from '../../core/trace/run';
import { benchText, type BenchText } from '../../i18n/bench';
import { textFor, type Locale } from '../../i18n/locale';
import type { Program, ProgramNetwork } from '../../sandbox';
import { takeStep } from '../../loader/keep-steps';
import type { ShareSource } from '../share/share-source';
import { BenchRun, isMemoryOld, ownStepping, shownFromRun, type BenchRunState } from './bench-run';
import type { ShownRun } from './bench-run';
import { describeStatus, markOf, type BenchStatus } from './bench-status';
import type { CodeController } from './CodeArea';
import { benchControls, type ControlStore } from './controls/control-store';
import type { DraftSession, DraftState } from './draft-session';
import { NO_STEPS } from './editor/code-steps';
import type { LineMark } from './editor/editor-types';
import { unpackRun, type PackedRun } from './packed-run';
import { pageSandbox } from './page-sandbox';
import type { OpensAt, Stepping } from './stepping';
import type { StepStore } from '../../visualizers/timeline/step-store';
import { useDraft } from './use-draft';

/** The program of a bench. */
export interface BenchSetup {
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
  /** What the reader may set while the program runs. */
  readonly controls?: readonly Control[];
  /** Sizes of the canvases in its output, for which room is kept. */
  readonly canvases?: readonly CanvasSize[];
  /** Reset keeps the reader's text among the versions, so that it need not ask. */
  readonly resetKeeps?: boolean;
  /** A snippet or exercise of a lesson, which the playground knows by the bench's id. */
  readonly isExample?: boolean;
  /** The step that a run of the code as it came opens at, where it was shared at one. */
  readonly sharedStep?: number | null;
  /** How bytes are written out at first; in hex unless told. */
  readonly sharedBase?: ByteBase;
  /** What the Share button shares, where that is more than the bench knows (components/playground). */
  readonly shareSource?: ShareSource;
}

/** A draft of the bench: of its program, or of the server half beside it. */
export interface BenchDraft {
  readonly fileName: string;
  readonly draft: DraftState;
  readonly session: DraftSession;
}

/** What a program with network brings along (network/use-network.ts). */
export interface BenchNetwork {
  /** The network of a run that starts at this moment. */
  readonly program: () => ProgramNetwork;
  /** The server half that the reader edits; null where there is none. */
  readonly serverHalf: (BenchDraft & { readonly pristine: string }) | null;
}

export interface StartOptions {
  readonly guardMs?: number;
  readonly record?: Program['record'];
  readonly recordFrom?: number;
  readonly opensAt?: OpensAt;
  /** Calls to make once the program has run: the run is an attempt that is to be judged. */
  readonly probes?: Program['probes'];
}

export interface BenchModel {
  readonly setup: BenchSetup;
  readonly network: BenchNetwork | null;
  readonly text: BenchText;
  readonly benchRun: BenchRun;
  readonly state: BenchRunState;
  readonly recorded: ShownRun | null;
  readonly hydrated: boolean;
  readonly controls: ControlStore;
  readonly draft: DraftState;
  readonly session: DraftSession;
  /** Its drafts: the program's, then the server half's. */
  readonly drafts: readonly BenchDraft[];
  readonly edited: boolean;
  /** The memory drawn is an earlier run's, or of other code. */
  readonly old: boolean;
  /** The code on screen is not the code of the run that is shown. */
  readonly stale: boolean;
  readonly covered: boolean;
  readonly status: BenchStatus;
  readonly mark: LineMark | null;
  /** What the console and the code follow. */
  readonly own: Stepping | null;
  /** Grows by one each time something asks for the editor. */
  readonly openRequest: number;
  readonly section: React.RefObject<HTMLElement | null>;
  readonly mount: React.RefObject<HTMLDivElement | null>;
  readonly code: React.RefObject<CodeController | null>;
  readonly start: (options?: StartOptions) => void;
  readonly stop: () => void;
  /** Runs the code if it has not run, opens the replay at step 1, and from then on goes a step further. */
  readonly step: () => void;
  readonly poke: (bufferId: number, byteOffset: number, value: number) => void;
  /** Back to the lesson's code and its recorded run. */
  readonly reset: () => void;
  readonly openEditor: () => void;
  readonly goToLine: (line: number) => void;
  /** The focus goes to the button that is always there when the pressed one is no more. */
  readonly focusRun: () => void;
  /** For the bench's section: the keys that work everywhere in it. */
  readonly keys: BenchKeys;
}

type SectionProps = React.ComponentProps<'section'>;
type BenchKeys = {
  readonly [
    K in 'onKeyDownCapture' | 'onKeyUpCapture' | 'onBlurCapture' | 'onKeyDown'
  ]: NonNullable<SectionProps[K]>;
};

const noSubscription = () => () => undefined;

export function useBench(setup: BenchSetup, network: BenchNetwork | null = null): BenchModel {
  const { id, fileName, source: pristine, realm, goal, html, locale, sharedStep = null } = setup;
  const text = textFor(benchText, locale);
  const serverHalf = network?.serverHalf ?? null;
  const serverPristine = serverHalf?.pristine ?? null;
  const recorded = useMemo(() => {
    if (setup.run === null) return null;
    const run = unpackRun(setup.run, pristine);
    return shownFromRun(run, true, RUN_BUDGET.guardMs, serverPristine);
  }, [setup.run, pristine, serverPristine]);
  const [benchRun] = useState(() => new BenchRun(pageSandbox, recorded, setup.opensAt));
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
  const [controls] = useState(() => benchControls(id, setup.controls ?? []));
  useEffect(() => {
    const deafen = controls.hear((name, value) => benchRun.setControl(name, value));
    controls.restore();
    void controls.ready();
    const keep = () => controls.keep();
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
      deafen();
    };
  }, [controls, benchRun]);
  useEffect(() => {
    const store = benchRun.state.stepping?.store;
    if (store) seekKeptStep(store, id);
  }, [benchRun, id]);
  const { source } = draft;
  const [openRequest, setOpenRequest] = useState(0);
  const section = useRef<HTMLElement>(null);
  const mount = useRef<HTMLDivElement>(null);
  const { shown, running, showRunning, stepping } = state;
  const serverSource = serverHalf?.draft.source ?? null;
  const stale =
    shown !== null && !running && (shown.source !== source || shown.serverSource !== serverSource);
  const old = isMemoryOld(state, source, serverSource);
  const predicted = usePredicted(section);
  const covered = setup.opensAtStart && shown?.atBuild === true && !predicted;

  // Read when a run starts: a draft changes while a handler stays the same.
  const latestNetwork = useRef(network);
  useEffect(() => {
    latestNetwork.current = network;
  });

  const startNow = useCallback(
    ({
      guardMs = RUN_BUDGET.guardMs,
      record = 'full',
      recordFrom = 0,
      opensAt,
      probes,
    }: StartOptions) => {
      // The text at this moment, also inside a key's handler that React has not rendered after yet.
      const { source } = session.state;
      const asShared = sharedStep !== null && recordFrom === 0 && source === pristine;
      benchRun.start(
        {
          source,
          fileName,
          realm,
          goal,
          html,
          record,
          recordFrom,
          guardMs,
          ...(probes === undefined ? {} : { probes }),
          ...(latestNetwork.current === null ? {} : { network: latestNetwork.current.program() }),
          ...(controls.controls.length === 0 ? {} : { controls: controls.values }),
        },
        mount.current ?? undefined,
        opensAt ?? (asShared ? sharedStep : 'end'),
      );
    },
    [benchRun, session, controls, fileName, realm, goal, html, pristine, sharedStep],
  );
  // A file that a control brings may still be on its way.
  const start = useCallback(
    (options: StartOptions = {}) => {
      const ready = controls.ready();
      if (ready === null) startNow(options);
      else void ready.then(() => startNow(options));
    },
    [controls, startNow],
  );
  const stop = useCallback(() => {
    benchRun.stop();
  }, [benchRun]);

  const isOldNow = () =>
    isMemoryOld(benchRun.state, session.state.source, serverHalf?.session.state.source ?? null);
  const step = () => {
    const here = benchRun.state;
    if (here.running) return;
    if (here.stepping === null || isOldNow() || covered) {
      start({ opensAt: 1 });
      return;
    }
    const { store } = here.stepping;
    if (store.step === store.steps) store.seek(1);
    else store.stepBy(1);
  };
  /** At the last step of a run that is alive, a poke is a real write; everywhere else it is a "what if". */
  const poke = (bufferId: number, byteOffset: number, value: number) => {
    if (isOldNow() || !benchRun.isLive) return;
    benchRun.poke(bufferId, byteOffset, value);
  };
  const focusRun = useCallback(() => {
    section.current?.querySelector<HTMLElement>('.bench-bar .run')?.focus();
  }, []);
  const reset = () => {
    if (setup.resetKeeps === true) session.resetAndKeep();
    else session.reset();
    if (serverHalf && serverHalf.draft.source !== serverHalf.pristine) serverHalf.session.reset();
    benchRun.show(recorded);
    focusRun();
  };
  const openEditor = () => setOpenRequest((n) => n + 1);

  useEffect(() => {
    pageSandbox().warm(realm, mount.current ?? undefined);
  }, [realm]);
  useEffect(
    () => pageSandbox().prepare({ source, goal, fileName, record: 'full' }),
    [source, goal, fileName],
  );
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
      const { shown: at, steps } = own.store;
      const lines = own.code.at(at.step, text.stepFlag);
      code.current?.setSteps(at.step === steps ? { ...lines, now: null } : lines);
    };
    show();
    return own.store.shown.subscribe(show);
  }, [own, old, covered, text]);
  const goToLine = useCallback((line: number) => {
    code.current?.goToLine(line);
  }, []);
  const status =
    covered && !showRunning
      ? { text: text.neverRun, bad: false }
      : describeStatus(text, state, stale);

  const keys: BenchKeys = {
    // Before the editor, for which these keys mean something else.
    onKeyDownCapture: (event) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey) return;
      if (covered || stepping === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) stepping.store.beginScrub();
      if (event.shiftKey) stepping.store.skipStatement(by);
      else stepping.store.stepBy(by, event.repeat);
    },
    onKeyUpCapture: () => stepping?.store.endScrub(),
    onBlurCapture: () => stepping?.store.endScrub(),
    onKeyDown: (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        start();
      } else if (event.key === '.') {
        event.preventDefault();
        stop();
      }
    },
  };

  return {
    setup,
    network,
    text,
    benchRun,
    state,
    recorded,
    hydrated,
    controls,
    draft,
    session,
    drafts: [{ fileName, draft, session }, ...(serverHalf ? [serverHalf] : [])],
    edited: source !== pristine || serverSource !== serverPristine,
    old,
    stale,
    covered,
    status,
    mark,
    own,
    openRequest,
    section,
    mount,
    code,
    start,
    stop,
    step,
    poke,
    reset,
    openEditor,
    goToLine,
    focusRun,
    keys,
  };
}

/** Where the reader was on the page in the other language. */
function seekKeptStep(store: StepStore, id: string): void {
  try {
    const step = takeStep(sessionStorage, id, store.steps);
    if (step !== null) store.seek(step);
  } catch {
    // Storage may be forbidden: the recording stays where it opened.
  }
}

/** The reader has answered the question before this bench (components/quiz): what it shows is no secret any more. */
function usePredicted(section: React.RefObject<HTMLElement | null>): boolean {
  return useSyncExternalStore(
    subscribeToPredictions,
    () => section.current?.closest('[data-predicted]') != null,
    () => false,
  );
}

function subscribeToPredictions(listener: () => void): () => void {
  document.addEventListener(PREDICTED_EVENT, listener);
  return () => document.removeEventListener(PREDICTED_EVENT, listener);
}

/** A realm is kept until its bench is two screens away: then nobody sees its output or hears its timers. */
function useReleaseWhenFar(section: React.RefObject<HTMLElement | null>, benchRun: BenchRun) {
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    const far = new IntersectionObserver(
      (entries) => {
        // A section that has been laid out anew (components/playground) is gone, not far.
        const isFar = ({ isIntersecting, target }: IntersectionObserverEntry) =>
          !isIntersecting && target.isConnected;
        if (entries.every(isFar)) benchRun.release();
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
