/** Which bytes differ between two steps: mark one, go to another. */
import { memo } from 'react';
import { formatRange } from '../../core/bytes/ranges';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText } from '../../i18n/memory';
import type { MemoryReplay } from './memory-replay';
import { useReplayVersion } from './StepReadout';

export interface CompareBarProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  readonly onSeek: (step: number) => void;
}

/** Places that are spelled out. */
const MAX_PLACES = 6;

export const CompareBar = memo(function CompareBar({ replay, locale, onSeek }: CompareBarProps) {
  useReplayVersion(replay);
  const text = textFor(memoryText, locale).compare;
  const { mark, step } = replay;
  if (mark === null) {
    return (
      <div className="compare">
        <button
          type="button"
          className="btn quiet"
          onClick={() => {
            replay.compareWith(step);
          }}
        >
          {text.mark}
        </button>
      </div>
    );
  }
  // A large buffer is not compared on every step of a drag.
  const found = replay.isSettled ? replay.differences() : null;
  const several = replay.trace.buffers.length > 1;
  const names = (found?.places ?? []).slice(0, MAX_PLACES).map(({ bufferId, ...range }) => {
    const buffer = several ? `${replay.trace.buffers[bufferId]?.name ?? ''} ` : '';
    return `${buffer}${formatRange(range)}`;
  });
  return (
    <div className="compare on">
      <b>{text.marked(mark)}</b>
      <span className="compare-found" role="status">
        {found && text.differences(mark, step, found.count)}{' '}
        {found && found.count > 0 && (
          <span className="hexes">{text.places(names, found.places.length - names.length)}</span>
        )}
      </span>
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          onSeek(mark);
        }}
      >
        {text.goTo(mark)}
      </button>
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          replay.compareWith(null);
        }}
      >
        {text.stop}
      </button>
    </div>
  );
});
