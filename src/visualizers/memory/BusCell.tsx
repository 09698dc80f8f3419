/** A value as a logic analyser draws a bus: a hexagon over the bytes it covers, with bars for sign and exponent. */
import { rangeLength } from '../../core/bytes/ranges';
import type { MemoryText } from '../../i18n/memory';
import { columns } from './place';
import type { LabelCell, Lane, ValueCell } from './types';

/** Characters that fit one byte's width at the usual size; longer values are set smaller. */
const CHARS_PER_BYTE = 3.4;

interface BusCellProps {
  readonly cell: ValueCell | LabelCell;
  readonly lane: Lane;
  readonly octetStart: number;
  readonly text: MemoryText;
  readonly live: boolean;
}

export function BusCell({ cell, lane, octetStart, text, live }: BusCellProps) {
  const { range, part, printed, full } = cell;
  const width = rangeLength(part);
  const classes = [
    'cell',
    lane.family,
    cell.zero && 'zero',
    cell.changed && 'chg',
    cell.now && 'now',
    cell.absent === true && 'absent',
    cell.cutLeft && 'cut-l',
    cell.cutRight && 'cut-r',
    cell.kind === 'value' && cell.text.length > width * CHARS_PER_BYTE && 'small',
    cell.kind === 'label' && cell.named && 'named',
  ];
  const label = text.valueCell(cell.name, range.start, range.end - 1, cell.text);
  const hasBars = (lane.family === 'i' || lane.family === 'f') && !cell.cutRight;
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      {...(printed
        ? {
            role: 'gridcell',
            tabIndex: -1,
            'aria-label': live && cell.changed ? text.changed(label) : label,
          }
        : { 'aria-hidden': true })}
      data-b={range.start}
      data-w={rangeLength(range)}
      data-name={cell.name}
      data-fam={lane.family}
      data-tag={lane.name}
      data-full={printed && full === cell.text ? undefined : full}
      style={columns(part, octetStart)}
    >
      <span>{printed ? cell.text : ''}</span>
      {hasBars && <i />}
    </span>
  );
}
