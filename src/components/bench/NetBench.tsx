/**
 * The bench of a program that talks to the lab: besides, a network panel, the bytes on their way, the messages, and the
 * server half where the snippet has one. An island of its own, so that only snippets with a network pay for it.
 */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { consoleText } from '../../i18n/console';
import { textFor } from '../../i18n/locale';
import { networkText } from '../../i18n/network';
import { BenchCode } from './BenchCode';
import { BenchFrame } from './BenchFrame';
import { BenchMemory } from './BenchStack';
import { CodeArea } from './CodeArea';
import { ConsoleView } from './console/ConsoleView';
import { Halves, type Side } from './network/Halves';
import { LinkPanel } from './network/LinkPanel';
import { NetPane } from './network/NetPane';
import { useNetwork, type NetworkModel, type NetworkSetup } from './network/use-network';
import { useBench, type BenchModel, type BenchSetup } from './use-bench';
import { Failure } from './Verdict';

export interface NetBenchProps extends BenchSetup {
  readonly network: NetworkSetup;
  /** The highlighted code. */
  readonly children?: ReactNode;
  /** The highlighted code of the server half. */
  readonly serverCode?: ReactNode;
}

export default function NetBench({
  children,
  serverCode,
  network: given,
  ...setup
}: NetBenchProps) {
  const network = useNetwork(setup.id, given);
  const bench = useBench(setup, network.bench);
  const text = textFor(networkText, setup.locale);
  const { shown, alive } = bench.state;
  const [side, setSide] = useState<Side>('client');
  const { serverHalf } = network.bench;
  // A line that is named somewhere may be of the half that is not shown.
  const goTo = (to: Side, line: number) => {
    flushSync(() => setSide(to));
    (to === 'client' ? bench.code : network.serverCode).current?.goToLine(line);
  };
  const client: BenchModel = { ...bench, goToLine: (line) => goTo('client', line) };
  const code = <BenchCode bench={bench}>{children}</BenchCode>;
  return (
    <BenchFrame
      bench={client}
      code={
        serverHalf === null ? (
          code
        ) : (
          <Halves
            locale={setup.locale}
            shown={side}
            onShow={setSide}
            halves={{
              client: {
                fileName: setup.fileName,
                edited: bench.draft.source !== setup.source,
                code,
              },
              server: {
                fileName: serverHalf.fileName,
                edited: serverHalf.draft.source !== serverHalf.pristine,
                code: (
                  <ServerCode bench={bench} network={network}>
                    {serverCode}
                  </ServerCode>
                ),
              },
            }}
          />
        )
      }
      memory={false}
      consoleTitle={serverHalf === null ? undefined : text.clientConsole}
      afterConsole={
        serverHalf && (
          <ServerSaid bench={bench} network={network} onLine={(line) => goTo('server', line)} />
        )
      }
    >
      <LinkPanel
        network={network}
        locale={setup.locale}
        ready={bench.hydrated}
        usedLab={shown?.atBuild === false ? (shown.net?.lab ?? null) : null}
        connected={alive}
        onSet={(conditions) => bench.benchRun.setConditions(conditions)}
        onDisconnect={() => bench.benchRun.disconnect()}
      />
      <div className="net-pane" data-covered={bench.covered || undefined}>
        <div className={bench.old ? 'stale' : undefined}>
          {bench.old && <p className="stale-note">{bench.text.fromLastRun}</p>}
          <NetPane
            log={shown?.net ?? null}
            lab={given.lab}
            stepping={bench.own}
            locale={setup.locale}
          />
        </div>
        {bench.covered && <p className="cover-note">{bench.text.predictFirst}</p>}
      </div>
      <details className="net-memory">
        <summary>
          <span className="net-title">{text.memory}</span>
          {!bench.covered && <span>{text.buffers(shown?.memory.buffers.length ?? 0)}</span>}
        </summary>
        <div data-covered={bench.covered || undefined}>
          <BenchMemory bench={bench} />
        </div>
      </details>
    </BenchFrame>
  );
}

interface ServerProps {
  readonly bench: BenchModel;
  readonly network: NetworkModel;
}

function ServerCode({ bench, network, children }: ServerProps & { readonly children: ReactNode }) {
  const { setup, text, stale, start, stop } = bench;
  const half = network.bench.serverHalf;
  const session = half?.session;
  const change = useCallback((next: string) => session?.change(next), [session]);
  const run = useCallback(() => start(), [start]);
  const line = bench.state.shown?.server.errors[0]?.line ?? null;
  const mark = useMemo(
    () => (line === null || stale ? null : { line, kind: 'err' as const }),
    [line, stale],
  );
  if (half === null) return null;
  return (
    <CodeArea
      id={`${setup.id}.server`}
      title={half.fileName}
      source={half.draft.source}
      pristine={half.pristine}
      mark={mark}
      text={text}
      openRequest={0}
      controller={network.serverCode}
      onChange={change}
      onRun={run}
      onStop={stop}
    >
      {children}
    </CodeArea>
  );
}

function ServerSaid({
  bench,
  network,
  onLine,
}: ServerProps & { readonly onLine: (line: number) => void }) {
  const { setup, stale, text: benchText } = bench;
  const text = textFor(networkText, setup.locale);
  const { shown } = bench.state;
  const error = shown?.server.errors[0];
  const fileName = network.setup.server?.fileName ?? '';
  return (
    <>
      {error && !stale && (
        <Failure
          error={error}
          run={shown}
          where={text.serverThrew(fileName)}
          locale={setup.locale}
          text={benchText}
          onLine={onLine}
        />
      )}
      <ConsoleView
        entries={shown?.server.console ?? []}
        omitted={shown?.server.omitted ?? 0}
        text={textFor(consoleText, setup.locale)}
        bench={benchText}
        title={text.serverConsole}
        nothing={text.serverNothing}
        onLine={onLine}
      />
    </>
  );
}
