/** A DataView call: a bracket under the bytes it touched, with the call and its byte order where they fit. */
import { rangeLength } from '../../core/bytes/ranges';
import { ELEMENT_TYPES } from '../../core/bytes/view-kinds';
import type { MemoryText } from '../../i18n/memory';
import { columns } from './place';
import type { BracketCell, Lane } from './types';

interface BracketCellProps {
  readonly cell: BracketCell;
  readonly lane: Lane;
  readonly octetStart: number;
  readonly text: MemoryText;
}

/** Room for text in pixels: bytes of 38 px and 7.2 px a character, or 31 px and 6.6 px on the narrowest screen. */
const fits = (text: string, bytes: number, bytePx: number, charPx: number): boolean =>
  text.length * charPx <= bytes * bytePx - 9;

export function BracketCellView({ cell, lane, octetStart, text }: BracketCellProps) {
  const { range, part, printed, full } = cell;
  const width = rangeLength(part);
  const order = ELEMENT_TYPES[cell.type].byteSize === 1 ? null : text.byteOrder(cell.littleEndian);
  const size = fits(cell.text, width, 31, 6.6)
    ? ''
    : fits(cell.text, width, 38, 7.2)
      ? ' tight'
      : ' tiny';
  const label = text.callCell(lane.name, cell.text, range.start, range.end - 1, full);
  const classes = [
    `brk ${cell.method}${size}`,
    cell.changed && 'chg',
    cell.now && 'now',
    cell.future === true && 'future',
    cell.absent === true && 'absent',
    cell.cutLeft && 'cut-l',
    cell.cutRight && 'cut-r',
  ];
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      {...(printed
        ? {
            role: 'gridcell',
            tabIndex: -1,
            'aria-label': cell.step !== null && cell.changed ? text.changed(label) : label,
          }
        : { 'aria-hidden': true })}
      data-b={range.start}
      data-w={rangeLength(range)}
      data-name={cell.name}
      data-fam="d"
      data-short={printed && size !== '' ? cell.shortText : undefined}
      data-tag={lane.name}
      data-full={full}
      data-step={cell.step ?? undefined}
      data-call={`${cell.method} ${cell.type} ${cell.littleEndian ? 'LE' : 'BE'}`}
      data-why={text.call(order, cell.line, cell.count)}
      style={{ ...columns(part, octetStart), ...(cell.track > 0 ? { '--t': cell.track } : {}) }}
    >
      {printed && <span>{cell.text}</span>}
    </span>
  );
}
