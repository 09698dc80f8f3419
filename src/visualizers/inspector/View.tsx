/** A file as structure, bytes, values and notes: choosing in one of them chooses in the others. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { COPY_FORMS, MOST_COPIED_BYTES, type CopyForm } from '../../core/bytes/copy-as';
import { formatByte } from '../../core/bytes/format';
import type { ByteRange } from '../../core/bytes/ranges';
import type { BytePattern } from '../../core/bytes/search';
import {
  elementAt,
  type FormatElement,
  type FormatName,
  type FormatTree,
} from '../../core/formats/element';
import { inspectorText } from '../../i18n/inspector';
import { textFor, type Locale } from '../../i18n/locale';
import { mediaFileText } from '../../i18n/media-file';
import { Late } from '../Late';
import type { ShownBytes } from '../media-file/file-bytes';
import { Bytes } from './Bytes';
import { FindBar, type Direction, type SearchState } from './FindBar';
import { Notes } from './Notes';
import type { Note } from './note-list';
import { READ_BYTES } from './reading-rows';
import { Readings } from './Readings';
import { atByte, ofRange, rangeOf, type Selection } from './selection';
import { Structure } from './Structure';
import '../media-file/media-file.css';
import './inspector.css';

export interface InspectorViewProps {
  readonly bytes: ShownBytes;
  /** Null while it is read, and where there is no reader for the file. */
  readonly tree: FormatTree<FormatName> | null;
  /** What stands in place of the structure: that it is read, or why there is none. */
  readonly treeSaid: string;
  readonly locale: Locale;
  readonly search: SearchState;
  readonly notes: readonly Note[];
  readonly notesSaid: string;
  readonly makeId: () => string;
  readonly onSearch: (pattern: BytePattern, direction: Direction, from: number) => void;
  readonly onCancelSearch: () => void;
  /** @returns whether the text was taken */
  readonly onCopy: (range: ByteRange, form: CopyForm) => Promise<boolean>;
  readonly onWanted: (element: FormatElement) => void;
  readonly onNotes: (notes: readonly Note[]) => void;
  readonly onSaveNotes: () => void;
  readonly onOpenNotes: (file: File) => void;
}

const NONE: readonly FormatElement[] = [];
/** The memory view is larger than all the rest here: it comes when the bytes are there. */
const loadLanes = () => import('./Lanes');

export function InspectorView(props: InspectorViewProps) {
  const { bytes, tree, treeSaid, locale, search, notes, notesSaid, makeId } = props;
  const text = textFor(inspectorText, locale);
  const media = textFor(mediaFileText, locale);
  const { byteLength } = bytes;
  const [selection, setSelection] = useState<Selection>(() => atByte(0));
  const [hot, setHot] = useState<ByteRange | null>(null);
  const [said, setSaid] = useState('');
  const [copySaid, setCopySaid] = useState('');
  const [, setLoaded] = useState(0);
  const [seenSearch, setSeenSearch] = useState(search);
  const scroller = useRef<HTMLDivElement>(null);
  const range = rangeOf(selection);
  const elements = tree?.elements ?? NONE;
  if (seenSearch !== search) {
    setSeenSearch(search);
    if (search.kind === 'found') setSelection(ofRange(search.range));
  }

  // What was found is left behind by the next search; anything else may begin where the reader is.
  const isAtFound = search.kind === 'found' && search.range.start === range.start;

  const read: number[] = [];
  for (let i = 0; i < READ_BYTES && range.start + i < byteLength; i++) {
    const value = bytes.at(range.start + i);
    if (value === undefined) break;
    read.push(value);
  }
  const codes = read.join();
  // The same bytes are the same array: what draws them need not draw them again.
  const first = useMemo(
    () => Uint8Array.from(codes === '' ? [] : codes.split(',').map(Number)),
    [codes],
  );
  const wants = read.length < Math.min(READ_BYTES, byteLength - range.start);
  useEffect(() => {
    if (!wants) return;
    let isOld = false;
    const end = Math.min(byteLength, range.start + READ_BYTES);
    bytes.load({ start: range.start, end }).then(
      (isNew) => {
        if (isNew && !isOld) setLoaded((n) => n + 1);
      },
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [bytes, byteLength, range.start, wants]);

  const choose = ({ start, end }: ByteRange) => {
    const last = Math.min(end, byteLength);
    const first = Math.min(start, byteLength - 1);
    setSelection(ofRange({ start: first, end: Math.max(first + 1, last) }));
  };
  const byGrid = (next: Selection) => {
    setSelection(next);
    const value = bytes.at(next.at);
    const element = elementAt(elements, next.at);
    const shown = value === undefined ? '··' : formatByte(value, 'hex');
    setSaid(text.grid.at(next.at, shown, element?.name ?? null));
  };
  const copy = (form: CopyForm) => {
    const count = range.end - range.start;
    if (count > MOST_COPIED_BYTES) {
      setCopySaid(text.selection.tooMany(count, MOST_COPIED_BYTES));
      return;
    }
    props.onCopy(range, form).then(
      (isCopied) =>
        setCopySaid(
          isCopied
            ? text.selection.copied(count, text.selection.forms[form])
            : text.selection.notCopied,
        ),
      () => setCopySaid(text.search.failed),
    );
  };
  return (
    <div className="ins-view">
      <FindBar
        at={selection.at}
        byteLength={byteLength}
        search={search}
        text={text}
        onGo={choose}
        onSearch={(pattern, direction) =>
          props.onSearch(
            pattern,
            direction,
            isAtFound && direction === 'next' ? range.start + 1 : range.start,
          )
        }
        onCancel={props.onCancelSearch}
      />
      <div className="ins-columns">
        {tree === null ? (
          <section className="ins-structure" aria-label={text.structure.title}>
            <div className="mf-head">
              <h2>{text.structure.title}</h2>
            </div>
            <p className="ins-none">{treeSaid}</p>
          </section>
        ) : (
          <Structure
            tree={tree}
            at={selection.at}
            text={text}
            media={media}
            onChoose={choose}
            onLight={setHot}
            onWanted={props.onWanted}
          />
        )}
        <div className="ins-middle">
          <Bytes
            bytes={bytes}
            elements={elements}
            notes={notes}
            selection={selection}
            hot={hot}
            text={text}
            scroller={scroller}
            onSelect={byGrid}
            onCopy={() => copy('hex')}
          />
          <section className="ins-selection" aria-label={text.selection.title}>
            <p className="mono">{text.selection.range(range)}</p>
            <div className="ins-copies" role="group" aria-label={text.selection.copy}>
              <span aria-hidden="true">{text.selection.copy}</span>
              {COPY_FORMS.map((form) => (
                <button key={form} type="button" className="btn" onClick={() => copy(form)}>
                  {text.selection.forms[form]}
                </button>
              ))}
            </div>
            <p className="ins-said" role="status">
              {copySaid}
            </p>
          </section>
          {first.length > 0 && (
            <section className="ins-lanes" aria-label={text.lanes.title}>
              <div className="mf-head">
                <h2>{text.lanes.title}</h2>
                <span className="mf-summary">{text.readings.at(range.start)}</span>
              </div>
              <Late load={loadLanes} text={text.lanes}>
                {({ default: Lanes }) => (
                  <Lanes bytes={first} label={text.lanes.title} locale={locale} />
                )}
              </Late>
            </section>
          )}
        </div>
        <div className="ins-side">
          <Readings offset={range.start} bytes={first} text={text} onLight={setHot} />
          <Notes
            notes={notes}
            range={range}
            said={notesSaid}
            text={text}
            makeId={makeId}
            onChange={props.onNotes}
            onChoose={choose}
            onLight={setHot}
            onSave={props.onSaveNotes}
            onOpen={props.onOpenNotes}
          />
        </div>
      </div>
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}
