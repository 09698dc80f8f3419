/**
 * One octet: offsets, bytes and a row per lane, all on one grid of eight columns. Rows are `display: contents`, so
 * the cells stand on the octet's grid while assistive technology still reads rows.
 */
import type { CSSProperties } from 'react';
import type { ByteBase } from '../../core/bytes/format';
import type { MemoryText } from '../../i18n/memory';
import { BracketCellView } from './BracketCell';
import { BusCell } from './BusCell';
import { ByteCellView } from './ByteCell';
import { LaneHeader } from './LaneHeader';
import { columns } from './place';
import { laneNote } from './summary';
import type { HeadPart, Lane, LaneCell, Octet } from './types';

/** A lane and the grid row it begins in; hidden lanes keep a thin row for their tag. */
export interface PlacedLane {
  readonly lane: Lane;
  readonly index: number;
  readonly row: number;
  readonly hidden: boolean;
}

interface OctetRowsProps {
  readonly octet: Octet;
  readonly lanes: readonly PlacedLane[];
  /** Heights of the lanes' rows beside other octets, and alone on a line. */
  readonly laneRows: string;
  readonly ownRows: string;
  readonly base: ByteBase;
  readonly text: MemoryText;
  /** The tab stop of a fresh grid. */
  readonly isFirst: boolean;
  /** Follows a recording: the head and the notes are always there, and shown when they have something to say. */
  readonly live: boolean;
  readonly onToggleLane: (id: string) => void;
}

/** One of six digits stands over two cells, and so over every fourth only. */
const hasRoomForOffset = (offset: number) => offset < 100_000 || offset % 4 === 0;

export function OctetRows(props: OctetRowsProps) {
  const { octet, lanes, laneRows, ownRows, base, text, isFirst, live, onToggleLane } = props;
  const { start, bytes, head } = octet;
  return (
    <div
      className="octet"
      role="rowgroup"
      style={
        { '--lane-rows': laneRows, '--own-rows': ownRows, '--n': bytes.length } as CSSProperties
      }
    >
      <div className="row" aria-hidden="true">
        {bytes.map(({ offset, state }) => (
          <span
            key={offset - start}
            className={`off${offset % 4 === 0 ? ' major' : ''}${state === 'room' ? ' room' : ''}`}
            style={{ gridColumn: offset - start + 2 }}
          >
            {hasRoomForOffset(offset) ? offset : ''}
          </span>
        ))}
        <Head head={head} octetStart={start} live={live} text={text} />
      </div>
      <div className="row" role="row" data-lane="-1">
        <span className="lab bytes-lab" role="rowheader">
          <b>{text.bytes}</b>
          <small>{text.bases[base].short}</small>
        </span>
        {bytes.map((byte) => (
          <ByteCellView
            key={byte.offset - start}
            byte={byte}
            column={byte.offset - start}
            base={base}
            text={text}
            tabStop={isFirst && byte.offset === start}
            live={live}
          />
        ))}
      </div>
      {lanes.map(({ lane, index, row, hidden }) => {
        const cells = octet.rows[index];
        return (
          <div
            key={lane.id}
            className={`row ${lane.family}${hidden ? ' off-lane' : ''}${lane.note === 'unmade' ? ' unmade' : ''}`}
            role="row"
            data-lane={index}
            style={{ '--l': row } as CSSProperties}
          >
            <LaneHeader lane={lane} hidden={hidden} text={text} inGrid onToggle={onToggleLane} />
            {!hidden && cells && (
              <>
                {cells.base && <span className="lane-base" style={columns(cells.base, start)} />}
                {cells.cells.map((cell) => (
                  <LaneCellView
                    // A window that follows the head moves often: its cells are kept and say something else.
                    key={live ? placeKey(cell, start) : `${cell.name}@${cell.part.start}`}
                    cell={cell}
                    lane={lane}
                    octetStart={start}
                    text={text}
                    live={live}
                  />
                ))}
                {(lane.note !== null || live) && isFirst && (
                  <span className="lane-note" role="gridcell" hidden={lane.note === null}>
                    {lane.note === null ? '' : laneNote(lane.note, lane.line, text)}
                  </span>
                )}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}

const placeKey = (cell: LaneCell, octetStart: number): string =>
  `${cell.kind === 'bracket' ? cell.track : 0}@${cell.part.start - octetStart}`;

interface HeadProps {
  readonly head: HeadPart | null;
  readonly octetStart: number;
  readonly live: boolean;
  readonly text: MemoryText;
}

const NO_PART = { start: 0, end: 1 };

function Head({ head, octetStart, live, text }: HeadProps) {
  if (!head && !live) return null;
  const place = head ? columns(head.part, octetStart) : columns(NO_PART, 0);
  return (
    <>
      {(live || head?.tagged === true) && (
        <span className="head-tag" style={place} hidden={head?.tagged !== true}>
          {text.access[head?.access ?? 'write']}
        </span>
      )}
      <span className={`head ${headLook(head)}`} style={place} hidden={!head} />
    </>
  );
}

const headLook = (head: HeadPart | null): string =>
  head === null
    ? 'write'
    : `${head.access}${head.goesOn ? ' goes-on' : ''}${head.tagged ? '' : ' from-before'}`;

interface LaneCellProps {
  readonly cell: LaneCell;
  readonly lane: Lane;
  readonly octetStart: number;
  readonly text: MemoryText;
  readonly live: boolean;
}

function LaneCellView({ cell, lane, octetStart, text, live }: LaneCellProps) {
  return cell.kind === 'bracket' ? (
    <BracketCellView cell={cell} lane={lane} octetStart={octetStart} text={text} />
  ) : (
    <BusCell cell={cell} lane={lane} octetStart={octetStart} text={text} live={live} />
  );
}
