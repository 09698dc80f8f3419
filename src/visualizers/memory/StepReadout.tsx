/** The readout's line while nothing is pointed at: what the shown step did and why, or the way back from a "what if". */
import { useMemo, useSyncExternalStore } from 'react';
import { unrecordedChanges } from '../../core/trace/step-memory';
import { textFor, type Locale } from '../../i18n/locale';
import type { MemoryText } from '../../i18n/memory';
import { timelineText } from '../../i18n/timeline';
import type { MemoryReplay } from './memory-replay';
import { stepFacts, traceNames } from './step-facts';
import { stepReading } from './step-sentence';

interface StepReadoutProps {
  readonly replay: MemoryReplay;
  readonly text: MemoryText;
  readonly locale: Locale;
}

export function StepReadout({ replay, text, locale }: StepReadoutProps) {
  useReplayVersion(replay);
  const names = useMemo(() => traceNames(replay.trace), [replay]);
  const { isPastSteps } = replay;
  const facts = isPastSteps ? null : stepFacts(replay.memory, names);
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
      ) : isPastSteps ? (
        <PastSteps replay={replay} locale={locale} />
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

/** At the end of a run whose recording was full: how much lies between the last step and what is shown. */
function PastSteps({ replay, locale }: Pick<StepReadoutProps, 'replay' | 'locale'>) {
  const { trace } = replay;
  const changes = useMemo(() => unrecordedChanges(trace), [trace]);
  const sentence = textFor(timelineText, locale).unrecorded(trace.unrecorded, changes);
  return (
    <span className="readout-idle">
      <span className="why" title={sentence}>
        {sentence}
      </span>
    </span>
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
