/** The loops of a long run, each a button that opens its stretch of the timeline, and the way back. */
import type { Fold } from '../../core/trace/step-loops';
import type { TimelineText } from '../../i18n/timeline';
import type { Stretch } from './model';

interface LoopListProps {
  readonly loops: readonly Fold[];
  readonly steps: number;
  readonly stretch: Stretch | null;
  readonly text: TimelineText;
  readonly onOpen: (stretch: Stretch | null) => void;
}

export function LoopList({ loops, steps, stretch, text, onOpen }: LoopListProps) {
  return (
    <div className="tl-loops">
      {stretch ? (
        <>
          <span role="status">{text.stretch(stretch.first, stretch.last, steps)}</span>
          <button
            type="button"
            className="btn"
            autoFocus
            onClick={() => {
              onOpen(null);
            }}
          >
            {text.wholeRun}
          </button>
        </>
      ) : (
        <>
          <span>{text.loops}</span>
          <ul>
            {loops.map(({ first, last, lines }) => {
              const folded = text.lines(lines);
              return (
                <li key={first}>
                  <button
                    type="button"
                    className="btn"
                    aria-label={text.openLoop(first, last, folded)}
                    onClick={() => {
                      onOpen({ first, last });
                    }}
                  >
                    {folded}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
