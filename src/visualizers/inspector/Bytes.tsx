/** The bytes of a file as a grid that is as long as the file, with one tab stop. */
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import { formatByte } from '../../core/bytes/format';
import type { FormatElement } from '../../core/formats/element';
import { keyOf } from '../../core/key-of';
import type { InspectorText } from '../../i18n/inspector';
import type { ShownBytes } from '../media-file/file-bytes';
import { meaningsOf } from '../media-file/model';
import { ByteGrid } from './byte-grid';
import type { Note } from './note-list';
import { moved, rangeOf, type Selection } from './selection';

export interface BytesProps {
  readonly bytes: ShownBytes;
  readonly elements: readonly FormatElement[];
  readonly notes: readonly Note[];
  readonly selection: Selection;
  /** Bytes that are pointed at elsewhere. */
  readonly hot: ByteRange | null;
  readonly text: InspectorText;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** By a pointer or a key of the grid. */
  readonly onSelect: (selection: Selection) => void;
  readonly onCopy: () => void;
}

export function Bytes(props: BytesProps) {
  const { bytes, elements, notes, selection, hot, text, scroller, onSelect, onCopy } = props;
  const space = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const grid = useRef<ByteGrid | null>(null);
  const latest = useRef({ selection, onSelect });
  const keys = useId();
  useLayoutEffect(() => {
    latest.current = { selection, onSelect };
  });

  useLayoutEffect(() => {
    if (!scroller.current || !space.current || !layer.current) return;
    const made = new ByteGrid({
      scroller: scroller.current,
      space: space.current,
      layer: layer.current,
      onPoint: (offset, extend) => {
        const { selection: before, onSelect: select } = latest.current;
        select({ anchor: extend ? before.anchor : offset, at: offset });
      },
    });
    grid.current = made;
    return () => {
      made.destroy();
      grid.current = null;
    };
  }, [scroller]);
  useLayoutEffect(() => {
    grid.current?.show({
      bytes,
      notes,
      meanings: (range) => meaningsOf(elements, range),
      sayRow: (offset, values) =>
        text.grid.row(
          offset,
          values.map((value) => (value === undefined ? null : formatByte(value, 'hex'))),
        ),
    });
  }, [bytes, elements, notes, text]);
  useLayoutEffect(() => {
    grid.current?.select({ at: selection.at, range: rangeOf(selection) }, true);
  }, [selection, bytes]);
  useEffect(() => {
    grid.current?.light(hot);
  }, [hot]);

  const onKeyDown = (event: KeyboardEvent) => {
    const made = grid.current;
    if (made === null || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && keyOf(event).toLowerCase() === 'c') {
      event.preventDefault();
      onCopy();
      return;
    }
    const next = moved(selection, event, bytes.byteLength, {
      rowBytes: made.rowBytes,
      rows: made.pageRows,
    });
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
  };

  const { legend } = text.grid;
  return (
    <section className="ins-bytes" aria-label={text.grid.title}>
      <div className="mf-head">
        <h2>{text.grid.title}</h2>
        {elements.length > 0 && (
          <span className="mf-legend" role="group" aria-label={text.grid.legendLabel}>
            <span>
              <i className="id">66</i>
              {legend.id}
            </span>
            <span>
              <i className="sz">85</i>
              {legend.size}
            </span>
            <span>
              <i className="u">01</i>
              {legend.number}
            </span>
            <span>
              <i className="x">56</i>
              {legend.text}
            </span>
          </span>
        )}
      </div>
      <div
        ref={scroller}
        className="ins-scroll"
        role="listbox"
        tabIndex={0}
        dir="ltr"
        aria-label={text.grid.label}
        aria-describedby={keys}
        onKeyDown={onKeyDown}
      >
        <div ref={space} role="presentation" className="ins-space">
          <div ref={layer} role="presentation" className="ins-layer" />
        </div>
      </div>
      <p id={keys} className="vh">
        {text.grid.keys}
      </p>
    </section>
  );
}
