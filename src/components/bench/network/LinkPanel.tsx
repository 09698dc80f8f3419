/** The network panel: which lab answers, and how the link to it behaves. Closed, it says what is set. */
import type { LabKind, LinkConditions } from '../../../core/trace/net-log';
import type { BenchText } from '../../../i18n/bench';
import { networkText } from '../../../i18n/network';
import { textFor, type Locale } from '../../../i18n/locale';
import { Late } from '../../../visualizers/Late';
import { useOpen } from '../use-open';
import type { NetworkModel } from './use-network';

export interface LinkPanelProps {
  readonly network: NetworkModel;
  readonly locale: Locale;
  readonly benchText: BenchText;
  /** The lab that the last run of this reader talked to. */
  readonly usedLab: LabKind | null;
  /** There may be a connection to cut. */
  readonly connected: boolean;
  readonly onSet: (conditions: LinkConditions) => void;
  readonly onDisconnect: () => void;
}

const loadConditions = () => import('./Conditions');

export function LinkPanel(props: LinkPanelProps) {
  const { network, locale, benchText, usedLab, connected, onSet, onDisconnect } = props;
  const { opened, details } = useOpen();
  const text = textFor(networkText, locale);
  const { setup, conditions } = network;
  const set = (next: LinkConditions) => {
    network.setConditions(next);
    onSet(next);
  };
  return (
    <details className="net-panel" {...details}>
      <summary>
        <span className="net-title">{text.title}</span>
        <span>
          {text.lab({
            wanted: setup.lab,
            used: usedLab,
            fileName: setup.server?.fileName ?? null,
          })}
        </span>
        <span className="net-set">{text.conditions(conditions)}</span>
      </summary>
      <fieldset className="net-form" aria-label={text.title}>
        <p>{text.explain}</p>
        {/* Before this code has loaded nobody would hear what is typed; and browsers lay out each field of a page to see
            whether they may fill it, also in a bench that is not laid out. */}
        {opened && (
          <Late load={loadConditions} text={benchText}>
            {({ Conditions }) => (
              <Conditions
                text={text}
                conditions={conditions}
                unsaved={network.unsaved}
                connected={connected}
                onSet={set}
                onDisconnect={onDisconnect}
              />
            )}
          </Late>
        )}
      </fieldset>
    </details>
  );
}
