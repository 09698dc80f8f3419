/**
 * What the bench of a program with a network has besides: the network panel, the bytes on their way and the messages, and
 * what its server half says. NetBench.tsx puts them into a lesson's bench, the playground into its own.
 */
import { useMemo, type ReactNode } from 'react';
import { consoleText } from '../../../i18n/console';
import { textFor } from '../../../i18n/locale';
import { networkText } from '../../../i18n/network';
import { Late } from '../../../visualizers/Late';
import { BenchMemory, loadVerdict } from '../BenchStack';
import { CodeArea } from '../CodeArea';
import { ConsoleView } from '../console/ConsoleView';
import { OfRun } from '../OfRun';
import type { BenchModel } from '../use-bench';
import { useOpen } from '../use-open';
import { LinkPanel } from './LinkPanel';
import { NetPane } from './NetPane';
import type { NetworkModel } from './use-network';

interface NetPartProps {
  readonly bench: BenchModel;
  readonly network: NetworkModel;
}

/** As wide as the bench: the link, what went over it, and memory behind both. */
export function NetPanels({ bench, network }: NetPartProps) {
  const { locale } = bench.setup;
  const { shown, alive } = bench.state;
  const text = textFor(networkText, locale);
  const { open, details } = useOpen();
  return (
    <>
      <LinkPanel
        network={network}
        locale={locale}
        benchText={bench.text}
        usedLab={shown?.atBuild === false ? (shown.net?.lab ?? null) : null}
        connected={alive}
        onSet={(conditions) => bench.benchRun.setConditions(conditions)}
        onDisconnect={() => bench.benchRun.disconnect()}
      />
      <div className="net-pane" data-covered={bench.covered || undefined}>
        <OfRun bench={bench}>
          <NetPane
            log={shown?.net ?? null}
            lab={network.setup.lab}
            stepping={bench.own}
            locale={locale}
          />
        </OfRun>
        {bench.covered && <p className="cover-note">{bench.text.predictFirst}</p>}
      </div>
      <details className="net-memory" {...details}>
        <summary>
          <span className="net-title">{text.memory}</span>
          {!bench.covered && <span>{text.buffers(shown?.memory.buffers.length ?? 0)}</span>}
        </summary>
        <div data-covered={bench.covered || undefined}>
          <BenchMemory bench={bench} hidden={!open} />
        </div>
      </details>
    </>
  );
}

export function ServerCode({
  bench,
  network,
  children,
}: NetPartProps & { readonly children?: ReactNode }) {
  const { setup, text, stale, start, stop } = bench;
  const half = network.bench.serverHalf;
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
      sourceNow={() => half.session.state.source}
      pristine={half.pristine}
      mark={mark}
      text={text}
      openRequest={0}
      controller={network.serverCode}
      onChange={(next) => half.session.change(next)}
      onRun={() => start()}
      onStop={stop}
    >
      {children}
    </CodeArea>
  );
}

export function ServerSaid({
  bench,
  network,
  onLine,
}: NetPartProps & { readonly onLine: (line: number) => void }) {
  const { setup, stale, text: benchText } = bench;
  const text = textFor(networkText, setup.locale);
  const { shown } = bench.state;
  const error = shown?.server.errors[0];
  const fileName = network.setup.server?.fileName ?? '';
  return (
    <>
      {error && !stale && (
        <Late load={loadVerdict} text={benchText} box="server-verdict">
          {({ Failure }) => (
            <Failure
              error={error}
              run={shown}
              where={text.serverThrew(fileName)}
              locale={setup.locale}
              text={benchText}
              onLine={onLine}
            />
          )}
        </Late>
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
