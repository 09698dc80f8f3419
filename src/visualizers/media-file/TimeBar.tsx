/** Clusters or fragments along time, with the keyframes that are known. */
import { useRef, type CSSProperties, type KeyboardEvent } from 'react';
import type { FormatTree } from '../../core/formats/element';
import type { MediaFileText } from '../../i18n/media-file';
import { tickSeconds } from './ticks';
import type { ElementKey, Timeline, TimePiece } from './model';

export interface TimeBarProps {
  /** Null where there is nothing to lay out. */
  readonly timeline: Timeline | null;
  readonly format: FormatTree['format'];
  readonly selected: ElementKey | null;
  /** When the selected element plays, in milliseconds. */
  readonly time: number | null;
  readonly text: MediaFileText;
  readonly onSelect: (key: ElementKey) => void;
}

const MOVES: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: () => Infinity,
};

export function TimeBar({ timeline, format, selected, time, text, onSelect }: TimeBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const pieces = timeline?.pieces ?? [];
  const isIn = ({ range }: TimePiece) =>
    selected !== null && selected >= range.start && selected < range.end;
  const current = Math.max(0, pieces.findIndex(isIn));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    const focused = event.target instanceof HTMLElement ? event.target.dataset['piece'] : undefined;
    const to = Math.max(0, Math.min(pieces.length - 1, move(Number(focused ?? current))));
    const piece = pieces[to];
    if (!piece) return;
    event.preventDefault();
    onSelect(piece.key);
    bar.current?.querySelector<HTMLElement>(`[data-piece="${to}"]`)?.focus();
  };
  const count = pieces.at(-1)?.last ?? 0;
  return (
    <div className="mf-time">
      <div className="mf-head">
        <h4>{text.timeline}</h4>
        <span className="mf-summary">
          {timeline === null
            ? text.noTimeline(format)
            : text.timelineSummary(
                count,
                format,
                timeline.isWhole ? timeline.keyframes.length : null,
              )}
        </span>
        {timeline !== null && timeline.keyframes.length > 0 && (
          <span className="mf-legend">
            <span>
              <i className="mf-key" />
              {text.keyframe}
            </span>
          </span>
        )}
      </div>
      {timeline !== null && (
        <div className="mf-plot">
          {time !== null && (
            <span className="mf-flag" style={at(time, timeline)} aria-hidden="true">
              {(time / 1000).toFixed(2)}
            </span>
          )}
          <div
            ref={bar}
            className="mf-bar"
            role="group"
            aria-label={text.timeline}
            onKeyDown={onKeyDown}
          >
            {pieces.map((piece, i) => (
              <button
                key={piece.key}
                type="button"
                className={isIn(piece) ? 'mf-piece sel' : 'mf-piece'}
                data-piece={i}
                data-e={piece.key}
                style={{
                  ...at(piece.start, timeline),
                  inlineSize: percent((piece.end - piece.start) / timeline.end),
                }}
                tabIndex={i === current ? 0 : -1}
                aria-pressed={isIn(piece)}
                aria-label={text.piece(
                  format,
                  piece.first,
                  piece.last,
                  piece.start,
                  piece.end,
                  piece.range,
                )}
                onClick={() => onSelect(piece.key)}
              >
                {text.pieceName(piece.first, piece.last)}
              </button>
            ))}
          </div>
          <div className="mf-keys" aria-hidden="true">
            {timeline.keyframes.map(({ key, time: when }) => (
              <i
                key={key}
                data-e={key}
                className={key === selected ? 'mf-key sel' : 'mf-key'}
                style={at(when, timeline)}
                onClick={() => onSelect(key)}
              />
            ))}
          </div>
          <div className="mf-axis" aria-hidden="true">
            {tickSeconds(timeline.end / 1000).map((second) => (
              <span key={second} style={at(second * 1000, timeline)}>
                {text.tick(second)}
              </span>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const percent = (x: number): string => `${(100 * x).toFixed(3)}%`;

const at = (time: number, { end }: Timeline): CSSProperties => ({
  insetInlineStart: percent(time / end),
});
