/**
 * The bench of a program that did not come with the page: the playground's, and that of a page which others embed. The
 * same bench as a lesson's (bench/use-bench.ts); what it runs as may change while it stands there.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { canvasesIn } from '../../core/controls/canvas-sizes';
import type { SharedFile, SharedProgram, SharedView } from '../../core/share/shared';
import type { Locale } from '../../i18n/locale';
import { Late } from '../../visualizers/Late';
import { BenchCode } from '../bench/BenchCode';
import { BenchFrame, type BenchSplit } from '../bench/BenchFrame';
import { useNetwork, type NetworkModel } from '../bench/network/use-network';
import type { PackedRun } from '../bench/packed-run';
import { PlainCode } from '../bench/PlainCode';
import { useBench, type BenchModel, type BenchSetup } from '../bench/use-bench';
import type { ShareSource } from '../share/share-source';

export interface ProgramBenchProps {
  /** Under which its draft is kept. */
  readonly id: string;
  readonly name: string;
  readonly program: SharedProgram;
  readonly files: readonly SharedFile[];
  readonly view: SharedView;
  readonly locale: Locale;
  /** Recorded when the page was built; null where it was not. */
  readonly run: PackedRun | null;
  readonly split?: BenchSplit;
  readonly shareSource: ShareSource;
  /** What it is now, after each change; null once it is gone. */
  readonly onBench?: (bench: OpenBench | null) => void;
  /** Its code, highlighted; null where the page has none. */
  readonly children?: ReactNode;
}

export interface OpenBench {
  readonly bench: BenchModel;
  readonly network: NetworkModel;
}

/** Fetched by programs that talk to the lab. */
const loadNetBench = () => import('../bench/NetBench');
const loadNetParts = () => import('../bench/network/NetParts');

export function ProgramBench({
  id,
  name,
  program,
  files,
  view,
  locale,
  run,
  split,
  shareSource,
  onBench,
  children,
}: ProgramBenchProps) {
  const { fileName, source, realm, goal, html, controls, lab, serverHalf } = program;
  const setup: BenchSetup = {
    id,
    title: name,
    fileName,
    source,
    realm,
    goal,
    html,
    run,
    locale,
    opensAtStart: false,
    opensAt: 'end',
    controls,
    canvases: useMemo(() => canvasesIn(html ?? ''), [html]),
    sharedStep: view.step,
    sharedBase: view.base,
    shareSource,
  };
  const network = useNetwork(
    id,
    useMemo(() => ({ lab: lab ?? 'page', server: serverHalf }), [lab, serverHalf]),
    view.conditions,
  );
  const bench = useBench(setup, lab === null ? null : network.bench);
  const { controls: store, benchRun } = bench;

  useLayoutEffect(() => {
    for (const control of controls) store.add(control);
  }, [store, controls]);
  useEffect(() => {
    for (const { control, name: fileName, type, bytes } of files)
      store.set(control, new File([bytes.slice()], fileName, { type }));
  }, [store, files]);
  // A realm of another kind than the program gets now has nothing to show any more.
  useEffect(() => () => benchRun.release(), [benchRun, realm]);
  useSharedByte(bench, program, view);
  useEffect(() => {
    onBench?.({ bench, network });
  });
  useEffect(() => () => onBench?.(null), [onBench]);

  const code = children ?? <PlainCode source={source} label={bench.text.code(name)} />;
  const parts = split === undefined ? {} : { split };
  const frame = (
    <BenchFrame
      bench={bench}
      code={<BenchCode bench={bench}>{code}</BenchCode>}
      memory={lab === null}
      {...parts}
    >
      {lab !== null && (
        <Late load={loadNetParts} text={bench.text}>
          {({ NetPanels }) => <NetPanels bench={bench} network={network} />}
        </Late>
      )}
    </BenchFrame>
  );
  if (lab === null || serverHalf === null) return frame;
  return (
    <Late load={loadNetBench} text={bench.text} meanwhile={frame}>
      {({ NetFrame }) => (
        <NetFrame
          bench={bench}
          network={network}
          {...parts}
          serverCode={
            <PlainCode source={serverHalf.source} label={bench.text.code(serverHalf.fileName)} />
          }
        >
          {code}
        </NetFrame>
      )}
    </Late>
  );
}

/** The byte that was chosen when the program was shared is chosen again in its first recording. */
function useSharedByte({ state }: BenchModel, { source }: SharedProgram, { memory }: SharedView) {
  const isDue = useRef(memory !== null);
  const { shown, stepping } = state;
  useEffect(() => {
    if (!isDue.current || memory === null || stepping === null) return;
    if (shown?.atBuild !== false || shown.memoryOf !== source) return;
    const { buffer: bufferId, offset: byteOffset } = memory;
    if (bufferId >= stepping.trace.buffers.length) return;
    isDue.current = false;
    stepping.replay.select({ bufferId, byteOffset });
  }, [shown, stepping, memory, source]);
}
