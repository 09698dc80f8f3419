/**
 * The playground: a bench at full window with the reader's programs, the lessons' examples, files, and ways to take a
 * program elsewhere. Rendered on the server with a program and its recorded run, so it reads well before any of this code
 * has loaded.
 */
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { BLANK_PROGRAM, type SharedProgram } from '../../core/share/shared';
import { textFor, type Locale } from '../../i18n/locale';
import { playgroundText } from '../../i18n/playground';
import type { PackedRun } from '../bench/packed-run';
import { pageStorage } from '../bench/shelf';
import { benchSource } from '../share/bench-source';
import type { ShareSource } from '../share/share-source';
import type { EmbedSheetProps } from './EmbedSheet';
import type { ExamplesSheetProps } from './ExamplesSheet';
import { findExample } from './fetch-examples';
import { giveFile } from './give-file';
import { isProgramFile, readProgramFile } from './open-file';
import { Panes } from './panes';
import { PlayBar, type SheetName } from './PlayBar';
import { pageSession, type PlaygroundSession } from './playground-session';
import { benchId } from './programs';
import { Notices } from './Notices';
import { ProgramBench, type OpenBench } from './ProgramBench';
import type { ProgramsSheetProps } from './ProgramsSheet';
import { Separator } from './Separator';
import { Setup } from './Setup';
import { useOpening, address } from './use-opening';

/** Fetched when they are asked for. */
const SHEETS = {
  programs: async () => {
    const { ProgramsSheet } = await import('./ProgramsSheet');
    return (props: SheetProps) => <ProgramsSheet {...props} />;
  },
  examples: async () => {
    const { ExamplesSheet } = await import('./ExamplesSheet');
    return (props: SheetProps) => <ExamplesSheet {...props} />;
  },
  embed: async () => {
    const { EmbedSheet } = await import('./EmbedSheet');
    return (props: SheetProps) => <EmbedSheet {...props} />;
  },
} satisfies Record<SheetName, () => Promise<(props: SheetProps) => ReactNode>>;

type SheetProps = ProgramsSheetProps & ExamplesSheetProps & EmbedSheetProps;

export interface PlaygroundProps {
  readonly locale: Locale;
  /** The program that the page has of itself, and its run. */
  readonly start: SharedProgram;
  readonly run: PackedRun | null;
  /** Its code, highlighted. */
  readonly children?: ReactNode;
}

export default function Playground({ locale, start, run, children }: PlaygroundProps) {
  const text = textFor(playgroundText, locale);
  const [session] = useState(() => pageSession(start));
  const [panes] = useState(() => new Panes(pageStorage()));
  const state = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.state,
    () => session.state,
  );
  const root = useRef<HTMLDivElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const bench = useRef<OpenBench | null>(null);
  const isHydrated = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const [sheet, setSheet] = useState<{ readonly draw: (props: SheetProps) => ReactNode } | null>(
    null,
  );
  const [isSetupOpen, setSetupOpen] = useState(false);
  const { open, notice } = state;

  const openExample = useOpening(session, locale);
  useEffect(() => {
    panes.restore();
  }, [panes]);
  usePaneStyle(root, panes);
  const watchBench = useBenchWatch(session, bench);

  const source = useShareSource(session, bench);
  const readText = () => bench.current?.bench.session.state.source ?? open.program.source;

  /** For a program that is opened: its bench is not there yet. */
  const waiting = useRef<readonly File[]>([]);
  const openFile = useCallback(
    async (file: File, inputs: readonly File[] = []) => {
      const read = await readProgramFile(file);
      const { name } = file;
      if (read.kind === 'refused') {
        session.say({ kind: 'file refused', name, why: read.why });
        return;
      }
      session.openNew(
        { program: { ...BLANK_PROGRAM, fileName: name, source: read.text }, name },
        { kind: 'opened', name, isEdit: false },
      );
      waiting.current = inputs;
      address('');
    },
    [session],
  );
  const takeInputs = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const store = bench.current?.bench.controls;
        if (store === undefined) return;
        const given = await giveFile(file, store);
        const { name } = file;
        if (given.kind === 'refused') session.say({ kind: 'input refused', name, why: given.why });
        else {
          if (given.added !== null) session.addControl(given.added);
          session.say({ kind: 'file given', name, control: given.control });
        }
      }
    },
    [session],
  );
  const onBench = useCallback(
    (now: OpenBench | null) => {
      watchBench(now);
      if (now?.bench.setup.id !== benchId(session.state.open.id)) return;
      const files = waiting.current;
      waiting.current = [];
      if (files.length > 0) void takeInputs(files);
    },
    [session, watchBench, takeInputs],
  );
  const isOver = useDrop(
    useCallback(
      (files) => {
        const [program] = files.filter(isProgramFile);
        if (program)
          void openFile(
            program,
            files.filter((each) => each !== program),
          );
        else void takeInputs(files);
      },
      [openFile, takeInputs],
    ),
  );

  const download = async () => {
    const { downloadProgram } = await import('./html-file/download');
    const store = bench.current?.bench.controls;
    if (store === undefined) return;
    const name = await downloadProgram(open.name, await source.toShared(), store, text.file);
    session.say({ kind: 'downloaded', name });
  };
  const showSheet = (name: SheetName) => {
    SHEETS[name]().then(
      (draw) => setSheet({ draw }),
      () => session.say({ kind: 'failed', what: 'part' }),
    );
  };
  const startNew = () => {
    session.openStart();
    address('');
  };

  const split = useMemo(
    () => ({
      columns: (
        <Separator panes={panes} name="columns" label={text.columns} hint={text.separatorHint} />
      ),
      rows: <Separator panes={panes} name="rows" label={text.rows} hint={text.separatorHint} />,
    }),
    [panes, text],
  );
  const isStart = open.program.source === start.source && open.program.from === null;

  return (
    <div
      ref={root}
      className="playground"
      data-hydrated={isHydrated || undefined}
      data-over={isOver || undefined}
      data-drop={text.dropHere}
    >
      <PlayBar
        open={open}
        text={text}
        nameField={nameField}
        isSetupOpen={isSetupOpen}
        onSetup={() => setSetupOpen(!isSetupOpen)}
        onRename={(name) => session.rename(name)}
        onNew={startNew}
        onSheet={showSheet}
        onFile={(file) => void openFile(file)}
        onDownload={() =>
          void download().catch(() => session.say({ kind: 'failed', what: 'download' }))
        }
      />
      {isSetupOpen && (
        <Setup
          session={session}
          state={state}
          text={text}
          onFiles={(files) => void takeInputs(files)}
        />
      )}
      <Notices
        session={session}
        notice={notice}
        locale={locale}
        text={text}
        onDone={() => nameField.current?.focus()}
      />
      <h2 className="vh">{open.name}</h2>
      <ProgramBench
        key={open.id}
        id={benchId(open.id)}
        name={open.name}
        program={open.program}
        files={open.files}
        view={open.view}
        locale={locale}
        run={isStart ? run : null}
        split={split}
        shareSource={source}
        onBench={onBench}
      >
        {isStart ? children : undefined}
      </ProgramBench>
      {sheet?.draw({
        session,
        name: open.name,
        locale,
        text,
        readText,
        source,
        onOpen: (id) => void openExample(id),
        onClose: () => setSheet(null),
      })}
    </div>
  );
}

/** What the Share button, the embedded page and the file get: the open program as it stands in its bench. */
function useShareSource(
  session: PlaygroundSession,
  bench: React.RefObject<OpenBench | null>,
): ShareSource {
  return useMemo(
    () => ({
      toShared: async () => {
        if (bench.current === null) throw new Error('There is no bench in the playground.');
        const shared = await benchSource(bench.current.bench).toShared();
        return { ...shared, program: { ...shared.program, from: session.state.open.program.from } };
      },
      example: findExample,
    }),
    [session, bench],
  );
}

const noSubscription = () => () => undefined;

/**
 * Follows the bench of the open program: its text is read for what it needs, and the first change of it makes it one of
 * the reader's programs.
 */
function useBenchWatch(
  session: PlaygroundSession,
  bench: React.RefObject<OpenBench | null>,
): (open: OpenBench | null) => void {
  const read = useRef<{ readonly id: string; readonly source: string } | null>(null);
  return useCallback(
    (open) => {
      bench.current = open;
      if (open === null) return;
      const { draft, edited } = open.bench;
      const { id, isKept } = session.state.open;
      if (edited && !isKept && session.keep()) {
        address('', true);
        // What came with a link is the reader's own now, with how its connection was set.
        if (session.state.open.view.conditions !== null)
          open.network.setConditions(open.network.conditions);
      }
      const { source } = draft;
      if (read.current?.id === id && read.current.source === source) return;
      read.current = { id, source };
      void import('../../core/instrument').then(
        ({ findNeeds }) => {
          // The reader may have typed on, or opened another.
          if (read.current?.id !== id || read.current.source !== source) return;
          const needs = findNeeds(source);
          if (needs !== null) session.hearNeeds(needs);
        },
        // Run says what is missing.
        () => undefined,
      );
    },
    [session, bench],
  );
}

function usePaneStyle(root: React.RefObject<HTMLElement | null>, panes: Panes): void {
  useEffect(() => {
    const show = () => {
      const { columns, rows } = panes.shares;
      root.current?.style.setProperty('--columns', String(columns));
      root.current?.style.setProperty('--rows', String(rows));
    };
    show();
    return panes.subscribe(show);
  }, [root, panes]);
}

/** Files dropped anywhere on the page, before the editor or the browser takes them; a file control keeps its own. */
function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const isOurs = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true &&
      !(event.target instanceof Element && event.target.closest('.control.file, dialog') !== null);
    const onOver = (event: DragEvent) => {
      setOver(isOurs(event));
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', onOver, true);
    document.addEventListener('dragleave', onLeave, true);
    document.addEventListener('drop', onDrop, true);
    return () => {
      document.removeEventListener('dragover', onOver, true);
      document.removeEventListener('dragleave', onLeave, true);
      document.removeEventListener('drop', onDrop, true);
    };
  }, [onFiles]);
  return isOver;
}
