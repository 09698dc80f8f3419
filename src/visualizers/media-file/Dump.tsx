/** The bytes of a file, a screen of rows at a time: what each of them is, and which one the reader is at. */
import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import { formatByte } from '../../core/bytes/format';
import type { FormatElement, FormatTree } from '../../core/formats/element';
import type { MediaFileText } from '../../i18n/media-file';
import type { ShownBytes } from './file-bytes';
import {
  keyOf,
  lastTopRow,
  meaningsOf,
  nextOffset,
  ROW_BYTES,
  ROWS,
  topRowFor,
  type ByteMeaning,
} from './model';

export interface DumpProps {
  readonly bytes: ShownBytes;
  readonly elements: readonly FormatElement[];
  readonly format: FormatTree['format'];
  readonly selected: FormatElement | null;
  /** The byte that the reader is at. */
  readonly at: number;
  readonly nameOf: (key: number) => string | null;
  /** Bytes that are set off: those of one append. */
  readonly framed: ByteRange | null;
  readonly alive: boolean;
  readonly text: MediaFileText;
  readonly onGo: (offset: number) => void;
}

export function Dump(props: DumpProps) {
  const { bytes, elements, format, selected, at, nameOf, framed, alive, text, onGo } = props;
  const { byteLength } = bytes;
  const [wantedTop, setTop] = useState(() => topRowFor(0, at, byteLength));
  const [seenAt, setSeenAt] = useState(at);
  const [, setLoaded] = useState(0);
  const [said, setSaid] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  // Whoever goes to a byte sees it; whoever turns pages leaves it where it is.
  let top = Math.min(wantedTop, lastTopRow(byteLength));
  if (seenAt !== at) {
    top = topRowFor(top, at, byteLength);
    setSeenAt(at);
    setTop(top);
  }
  const start = top * ROW_BYTES;
  const end = Math.min(byteLength, start + ROWS * ROW_BYTES);
  const meanings = useMemo(() => meaningsOf(elements, { start, end }), [elements, start, end]);

  useEffect(() => {
    let isOld = false;
    // What cannot be read any more stays unknown.
    bytes.load({ start, end }).then(
      (isNew) => {
        if (isNew && !isOld) setLoaded((n) => n + 1);
      },
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [bytes, start, end]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const say = (offset: number) => {
    const { key, role } =
      meaningsOf(elements, { start: offset, end: offset + 1 })[0] ??
      ({ key: null, role: null } as const);
    const name = key === null ? null : nameOf(key);
    setSaid(text.byte(offset, shown(bytes.at(offset)), role, name, format));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const to = nextOffset(event.key, at, byteLength, event.ctrlKey);
    if (to === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    onGo(to);
    say(to);
  };
  const page = (by: number) => {
    setTop(Math.max(0, Math.min(lastTopRow(byteLength), top + by * (ROWS - 1))));
  };
  // The tab stop is always in sight.
  const stop = at >= start && at < end ? at : start;
  const rows: ReactNode[] = [];
  for (let row = start; row < end; row += ROW_BYTES) {
    const rowEnd = Math.min(end, row + ROW_BYTES);
    const codes: number[] = [];
    for (let offset = row; offset < rowEnd; offset++) codes.push(bytes.at(offset) ?? -1);
    rows.push(
      <Row
        key={row - start}
        offset={row}
        codes={codes.join()}
        meanings={meanings}
        from={row - start}
        width={Math.max(4, (byteLength - 1).toString(16).length)}
        selected={
          selected !== null && selected.range.start < rowEnd && selected.range.end > row
            ? selected
            : null
        }
        stop={stop >= row && stop < rowEnd ? stop : null}
        at={at >= row && at < rowEnd ? at : null}
        framed={framed !== null && framed.start < rowEnd && framed.end > row ? framed : null}
      />,
    );
  }
  return (
    <div className="mf-dump">
      <div className="mf-head">
        <h4>{text.bytesTitle}</h4>
        <span className="mf-summary">{text.shown({ start, end }, byteLength)}</span>
        <span className="mf-legend" role="group" aria-label={text.legend}>
          <span>
            <i className="id">{format === 'webm' ? '86' : '66'}</i>
            {format === 'webm' ? text.roles.id : text.roles.type}
          </span>
          <span>
            <i className="sz">85</i>
            {text.roles.size}
          </span>
          <span>
            <i className="u">01</i>
            {text.roles.number}
          </span>
          <span>
            <i className="x">56</i>
            {text.roles.text}
          </span>
        </span>
      </div>
      <div
        ref={grid}
        className="mf-grid"
        role="grid"
        aria-label={text.grid}
        aria-rowcount={Math.ceil(byteLength / ROW_BYTES)}
        dir="ltr"
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget))
            setSaid('');
        }}
        onClick={({ target }) => {
          const cell = target instanceof Element ? target.closest<HTMLElement>('[data-o]') : null;
          if (!cell) return;
          wantsFocus.current = true;
          onGo(Number(cell.dataset['o']));
        }}
      >
        {rows}
      </div>
      <div className="mf-pages">
        <button
          type="button"
          className="icon-btn"
          aria-label={text.earlier}
          disabled={!alive || top === 0}
          onClick={() => page(-1)}
        >
          <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 10 4-4 4 4" />
          </svg>
        </button>
        <input
          type="range"
          aria-label={text.place}
          min={0}
          max={lastTopRow(byteLength)}
          value={top}
          aria-valuetext={text.shown({ start, end }, byteLength)}
          disabled={!alive || lastTopRow(byteLength) === 0}
          onChange={({ target }) => setTop(target.valueAsNumber)}
        />
        <button
          type="button"
          className="icon-btn"
          aria-label={text.later}
          disabled={!alive || top >= lastTopRow(byteLength)}
          onClick={() => page(1)}
        >
          <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 6 4 4 4-4" />
          </svg>
        </button>
      </div>
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}

const shown = (byte: number | undefined): string =>
  byte === undefined || byte < 0 ? '··' : formatByte(byte, 'hex');

interface RowProps {
  readonly offset: number;
  /** Byte values joined by commas, −1 for one that is not at hand: compared as a text. */
  readonly codes: string;
  readonly meanings: readonly ByteMeaning[];
  /** Where the row's meanings begin. */
  readonly from: number;
  /** Digits of an offset. */
  readonly width: number;
  readonly selected: FormatElement | null;
  readonly stop: number | null;
  readonly at: number | null;
  readonly framed: ByteRange | null;
}

const Row = memo(function Row(props: RowProps) {
  const { offset, codes, meanings, from, width, selected, stop, at, framed } = props;
  const values = codes.split(',').map(Number);
  return (
    <div className="mf-row" role="row" aria-rowindex={offset / ROW_BYTES + 1}>
      <span className="mf-row-offset" role="rowheader">
        {offset.toString(16).toUpperCase().padStart(width, '0')}
      </span>
      {values.map((value, i) => {
        const here = offset + i;
        const meaning = meanings[from + i];
        return (
          <span
            key={i}
            role="gridcell"
            className={looksOf(here, meaning, selected, at, framed)}
            data-o={here}
            data-e={meaning?.key ?? undefined}
            tabIndex={here === stop ? 0 : -1}
            aria-selected={here === at || undefined}
          >
            {shown(value)}
          </span>
        );
      })}
      <span className="mf-ascii" aria-hidden="true">
        {values.map((value, i) => (
          <i key={i} className={isOwn(selected, meanings[from + i]) ? 'sel' : undefined}>
            {value > 32 && value < 127 ? String.fromCharCode(value) : '·'}
          </i>
        ))}
      </span>
    </div>
  );
});

const isOwn = (selected: FormatElement | null, meaning: ByteMeaning | undefined): boolean =>
  selected !== null && meaning?.key === keyOf(selected);

function looksOf(
  offset: number,
  meaning: ByteMeaning | undefined,
  selected: FormatElement | null,
  at: number | null,
  framed: ByteRange | null,
): string {
  const looks: string[] = [];
  const role = meaning?.role;
  if (role === 'id') looks.push('id');
  else if (role === 'size') looks.push('sz');
  else if (role === 'data') looks.push('da', meaning?.tint ?? 'x');
  if (isOwn(selected, meaning)) looks.push('sel');
  else if (selected !== null && offset >= selected.range.start && offset < selected.range.end)
    looks.push('in');
  if (offset === at) looks.push('at');
  if (framed !== null && offset >= framed.start && offset < framed.end) looks.push('part');
  return looks.join(' ');
}
