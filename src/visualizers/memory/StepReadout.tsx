/** The readout's line while nothing is pointed at: what the shown step did and why, or the way back from a "what if". */
import { useMemo, useSyncExternalStore } from 'react';
import type { MemoryText } from '../../i18n/memory';
import type { MemoryReplay } from './memory-replay';
import { stepFacts, traceNames } from './step-facts';
import { stepReading } from './step-sentence';

interface StepReadoutProps {
  readonly replay: MemoryReplay;
  readonly text: MemoryText;
}

export function StepReadout({ replay, text }: StepReadoutProps) {
  useReplayVersion(replay);
  const names = useMemo(() => traceNames(replay.trace), [replay]);
  const facts = stepFacts(replay.memory, names);
  const { explain } = text;
  return (
    <div className="readout step">
      {replay.isWhatIf ? (
        <span className="readout-idle what-if">
          <span className="why">{explain.whatIf}</span>
          <button
            type="button"
            className="btn"
            onClick={() => {
              replay.unpoke();
            }}
          >
            {explain.backToStep(replay.step)}
          </button>
        </span>
      ) : facts ? (
        <StepLine reading={stepReading(facts, replay.steps, text)} />
      ) : (
        <span className="readout-idle">
          <span className="why">{replay.steps === 0 ? explain.noSteps : explain.before}</span>
        </span>
      )}
      <span className="readout-live" />
    </div>
  );
}

function StepLine({ reading }: { readonly reading: ReturnType<typeof stepReading> }) {
  const { tag, family, name, span, hex, value, why } = reading;
  return (
    <span className="readout-idle">
      {tag !== null && <span className={`tag ${family}`}>{tag}</span>}
      {name !== '' && <b className="name">{name}</b>}
      {span !== '' && <span className="span">{span}</span>}
      {hex !== '' && <span className="hexes">{hex}</span>}
      {value !== '' && <b className="value">{value}</b>}
      {why !== '' && (
        <span className="why" title={why}>
          {why}
        </span>
      )}
    </span>
  );
}

/** Renders again when the replay shows something else. */
export function useReplayVersion(replay: MemoryReplay): number {
  const subscribe = useMemo(() => (listener: () => void) => replay.subscribe(listener), [replay]);
  const version = () => replay.version;
  return useSyncExternalStore(subscribe, version, version);
}
