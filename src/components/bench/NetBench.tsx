/**
 * The bench of a program that talks to the lab: besides, a network panel, the bytes on their way, the messages, and the
 * server half where the snippet has one. An island of its own, so that only snippets with a network pay for it.
 */
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { textFor } from '../../i18n/locale';
import { networkText } from '../../i18n/network';
import { BenchCode } from './BenchCode';
import { BenchFrame, type BenchSplit } from './BenchFrame';
import { Halves, type Side } from './network/Halves';
import { NetPanels, ServerCode, ServerSaid } from './network/NetParts';
import { useNetwork, type NetworkModel, type NetworkSetup } from './network/use-network';
import { useBench, type BenchModel, type BenchSetup } from './use-bench';

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
  return (
    <NetFrame bench={bench} network={network} serverCode={serverCode}>
      {children}
    </NetFrame>
  );
}

export interface NetFrameProps {
  readonly bench: BenchModel;
  readonly network: NetworkModel;
  readonly split?: BenchSplit;
  readonly children?: ReactNode;
  readonly serverCode?: ReactNode;
}

export function NetFrame({ bench, network, split, children, serverCode }: NetFrameProps) {
  const { setup } = bench;
  const text = textFor(networkText, setup.locale);
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
      {...(split === undefined ? {} : { split })}
      consoleTitle={serverHalf === null ? undefined : text.clientConsole}
      afterConsole={
        serverHalf && (
          <ServerSaid bench={bench} network={network} onLine={(line) => goTo('server', line)} />
        )
      }
    >
      <NetPanels bench={bench} network={network} />
    </BenchFrame>
  );
}
