/** One buffer: its octets with their lanes, or a sentence where there are no bytes, and the strip of a large one. */
import { memo, useLayoutEffect, useState, type CSSProperties } from 'react';
import type { ByteBase } from '../../core/bytes/format';
import type { MemoryText } from '../../i18n/memory';
import { LaneHeader } from './LaneHeader';
import { OctetRows, type PlacedLane } from './OctetRows';
import { StripControl } from './StripControl';
import { hollowSentence, laneNote } from './summary';
import type { Lane, MemoryModel, Octet } from './types';

/** Views shown before the reader asks for the rest: a loop can make dozens. */
export const LANE_LIMIT = 10;

interface BufferBlockProps {
  readonly model: MemoryModel;
  readonly base: ByteBase;
  readonly text: MemoryText;
  /** `buffer, 16 bytes`. */
  readonly summary: string;
  /** The summary stands above the bytes; a single buffer has it in the pane's head. */
  readonly titled: boolean;
  readonly onMoveWindow: (bufferId: number, windowStart: number) => void;
  /** Cells came or went without the view around them being rendered. */
  readonly onCellsChange: () => void;
}

export const BufferBlock = memo(function BufferBlock(props: BufferBlockProps) {
  const { model, base, text, summary, titled, onMoveWindow, onCellsChange } = props;
  const [hiddenLanes, setHiddenLanes] = useState<ReadonlySet<string>>(new Set());
  const [allLanes, setAllLanes] = useState(false);
  useLayoutEffect(onCellsChange, [onCellsChange, hiddenLanes, allLanes]);
  const shown = allLanes ? model.lanes : model.lanes.slice(0, LANE_LIMIT);
  const placed = placeLanes(shown, hiddenLanes);
  const toggleLane = (id: string) => {
    setHiddenLanes((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  const views = model.lanes.filter(({ family }) => family !== 'x').length;
  const isEmpty = model.window.end === model.window.start;
  const hollow = model.live ? hollowSentence(model, text) : null;
  const more = model.lanes.length - LANE_LIMIT;
  return (
    <div
      className={`mem-block${model.detached ? ' detached' : ''}${model.made ? '' : ' unmade'}`}
      data-buffer={model.bufferId}
    >
      {titled && <p className="mem-title">{summary}</p>}
      <div className="mem-scroll">
        {model.live && !isEmpty && (
          <p className="hollow over" hidden={hollow === null}>
            {hollow}
          </p>
        )}
        {isEmpty ? (
          <EmptyBuffer model={model} lanes={placed} text={text} onToggleLane={toggleLane} />
        ) : (
          <div
            className="mem-body"
            role="grid"
            aria-label={text.grid(summary, views)}
            aria-readonly
          >
            {model.octets.map((octet, index) => (
              <OctetRows
                key={index}
                octet={octet}
                lanes={placed}
                laneRows={laneRows(placed)}
                ownRows={laneRows(placed, octet)}
                base={base}
                text={text}
                isFirst={index === 0}
                live={model.live}
                onToggleLane={toggleLane}
              />
            ))}
          </div>
        )}
        {views === 0 && !isEmpty && model.lanes.length === 0 && (
          <p className="mem-note">{text.noViews}</p>
        )}
        {more > 0 && (
          <button
            type="button"
            className="mem-more"
            aria-expanded={allLanes}
            onClick={() => {
              setAllLanes(!allLanes);
            }}
          >
            {allLanes ? text.fewerLanes : text.moreLanes(more)}
          </button>
        )}
        {model.strip && (
          <StripControl
            model={model}
            strip={model.strip}
            text={text}
            onMove={(start) => {
              onMoveWindow(model.bufferId, start);
            }}
          />
        )}
        {model.trackedLength < model.byteLength && (
          <p className="mem-note">{text.untracked(model.trackedLength)}</p>
        )}
      </div>
    </div>
  );
});

function placeLanes(lanes: readonly Lane[], hidden: ReadonlySet<string>): readonly PlacedLane[] {
  let row = 0;
  return lanes.map((lane, index) => {
    const placed = { lane, index, row, hidden: hidden.has(lane.id) };
    row += placed.hidden ? 1 : lane.tracks;
    return placed;
  });
}

/**
 * The heights of the lanes' grid rows. Octets side by side share theirs; one that stands alone leaves out the rows of
 * overlapping calls it does not need.
 */
function laneRows(lanes: readonly PlacedLane[], alone?: Octet): string {
  const rows = lanes.flatMap(({ lane, index, hidden }) => {
    if (hidden) return ['var(--lane-off-h)'];
    const used = alone?.rows[index]?.cells.map((cell) =>
      cell.kind === 'bracket' ? cell.track : 0,
    );
    return Array.from({ length: lane.tracks }, (_, track) =>
      track === 0 || !used || used.includes(track) ? 'var(--lane-h)' : '0px',
    );
  });
  return rows.join(' ') || '0px';
}

interface EmptyBufferProps {
  readonly model: MemoryModel;
  readonly lanes: readonly PlacedLane[];
  readonly text: MemoryText;
  readonly onToggleLane: (id: string) => void;
}

/** A buffer without bytes is drawn hollow: a frame with a sentence, and its views with the reason they are empty. */
function EmptyBuffer({ model, lanes, text, onToggleLane }: EmptyBufferProps) {
  const sentence = model.detached ? text.detached : text.noBytes;
  return (
    <div
      className="mem-body empty"
      style={{ '--own-rows': laneRows(lanes), '--n': 8 } as CSSProperties}
    >
      <div className="octet">
        <p className="hollow">{sentence}</p>
        {lanes.map(({ lane, row, hidden }) => (
          <div
            key={lane.id}
            className={`row ${lane.family}${hidden ? ' off-lane' : ''}`}
            style={{ '--l': row } as CSSProperties}
          >
            <LaneHeader
              lane={lane}
              hidden={hidden}
              text={text}
              inGrid={false}
              onToggle={onToggleLane}
            />
            {lane.note !== null && !hidden && (
              <span className="lane-note">{laneNote(lane.note, lane.line, text)}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
