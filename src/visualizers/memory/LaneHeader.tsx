/** The left end of a lane: its tag, which hides and shows it, and the type of its view. */
import type { MemoryText } from '../../i18n/memory';
import type { Lane } from './types';

interface LaneHeaderProps {
  readonly lane: Lane;
  readonly hidden: boolean;
  readonly text: MemoryText;
  /** Whether it heads a row of a grid; a buffer without bytes has none. */
  readonly inGrid: boolean;
  readonly onToggle: (id: string) => void;
}

export function LaneHeader({ lane, hidden, text, inGrid, onToggle }: LaneHeaderProps) {
  const more = lane.omittedCalls > 0 ? text.omittedCalls(lane.omittedCalls) : null;
  const full = text.laneHeader(lane.name, lane.kindName, lane.lengthTracking);
  return (
    <span className="lab" {...(inGrid ? { role: 'rowheader', 'aria-label': full } : {})}>
      <button
        type="button"
        className={`tag ${lane.family}`}
        tabIndex={-1}
        data-short={lane.shortName}
        aria-pressed={!hidden}
        aria-label={text.showLane(lane.name)}
        title={full}
        onClick={() => {
          onToggle(lane.id);
        }}
      >
        <span className="long">{lane.name}</span>
      </button>
      {!hidden && <small>{more === null ? lane.kindName : `${lane.kindName} ${more}`}</small>}
    </span>
  );
}
