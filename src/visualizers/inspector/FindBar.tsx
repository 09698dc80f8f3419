/** Going to an offset, and searching for bytes and text. */
import { useId, useState, type SubmitEvent } from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import {
  MOST_PATTERN_BYTES,
  readPattern,
  TEXT_ENCODINGS,
  type BytePattern,
  type PatternRefusal,
  type TextEncodingName,
} from '../../core/bytes/search';
import type { InspectorText } from '../../i18n/inspector';
import { destinationOf } from './selection';

/** How far a search is. */
export type SearchState =
  | { readonly kind: 'idle' | 'none' | 'cancelled' | 'failed' }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'found'; readonly range: ByteRange };

export type Direction = 'next' | 'previous';

export interface FindBarProps {
  readonly at: number;
  readonly byteLength: number;
  readonly search: SearchState;
  readonly text: InspectorText;
  readonly onGo: (range: ByteRange) => void;
  readonly onSearch: (pattern: BytePattern, direction: Direction) => void;
  readonly onCancel: () => void;
}

export function FindBar(props: FindBarProps) {
  const { at, byteLength, search, text, onGo, onSearch, onCancel } = props;
  const [place, setPlace] = useState('');
  const [placeSaid, setPlaceSaid] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const [kind, setKind] = useState<'hex' | TextEncodingName>('hex');
  const [wanted, setWanted] = useState('');
  const [ignoresCase, setIgnoresCase] = useState(false);
  const [refusal, setRefusal] = useState('');
  const id = useId();

  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const to = destinationOf(place, at, byteLength);
    setIsRefused(to === null || to === 'outside');
    if (to === null) setPlaceSaid(text.go.noOffset(place));
    else if (to === 'outside') setPlaceSaid(text.go.outside(place, byteLength - 1));
    else {
      setPlaceSaid(text.go.went(to));
      onGo(to);
    }
  };
  const find = (direction: Direction) => {
    const pattern = readPattern(wanted, kind, ignoresCase);
    if (typeof pattern === 'string') {
      setRefusal(saidOfRefusal(pattern));
      return;
    }
    setRefusal('');
    onSearch(pattern, direction);
  };
  const saidOfRefusal = (refused: PatternRefusal): string => {
    switch (refused) {
      case 'empty':
        return text.search.noText;
      case 'too-long':
        return text.search.tooLong(MOST_PATTERN_BYTES);
      case 'no-hex':
        return text.search.noHex(wanted);
    }
  };
  const isRunning = search.kind === 'running';
  return (
    <div className="ins-find">
      <form className="ins-go" onSubmit={go}>
        <label>
          <span>{text.go.label}</span>
          <input
            type="text"
            className="mono"
            autoComplete="off"
            spellCheck={false}
            placeholder={text.go.hint}
            {...refusedBy(isRefused, `${id}go`)}
            value={place}
            onChange={({ target }) => setPlace(target.value)}
          />
        </label>
        <button type="submit" className="btn">
          {text.go.button}
        </button>
        <p className="ins-said" role="status" id={`${id}go`}>
          {placeSaid}
        </p>
      </form>
      <form
        className="ins-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          find('next');
        }}
      >
        <label>
          <span>{text.search.label}</span>
          <input
            type="text"
            className="mono"
            autoComplete="off"
            spellCheck={false}
            placeholder={kind === 'hex' ? text.search.hexHint : text.search.textHint}
            {...refusedBy(refusal !== '', `${id}search`)}
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        </label>
        <label>
          <span>{text.search.kind}</span>
          <select
            value={kind}
            onChange={({ target }) => {
              const chosen = TEXT_ENCODINGS.find((each) => each === target.value);
              setKind(chosen ?? 'hex');
            }}
          >
            <option value="hex">{text.search.hex}</option>
            {TEXT_ENCODINGS.map((encoding) => (
              <option key={encoding} value={encoding}>
                {text.search.encodings[encoding]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn">
          {text.search.next}
        </button>
        <button type="button" className="btn" onClick={() => find('previous')}>
          {text.search.previous}
        </button>
        {kind !== 'hex' && (
          <label className="ins-check">
            <input
              type="checkbox"
              checked={ignoresCase}
              onChange={({ target }) => setIgnoresCase(target.checked)}
            />
            <span>{text.search.ignoreCase}</span>
          </label>
        )}
        {isRunning && (
          <>
            <progress max={100} value={search.percent} aria-label={text.search.label} />
            <button type="button" className="btn" onClick={onCancel}>
              {text.search.cancel}
            </button>
          </>
        )}
        <p className="ins-said" role="status" id={`${id}search`}>
          {refusal === '' ? saidOf(search, text) : refusal}
        </p>
      </form>
    </div>
  );
}

/** What ties an input to the line that says why it was refused. */
const refusedBy = (isRefused: boolean, saidBy: string) =>
  isRefused ? { 'aria-invalid': true, 'aria-describedby': saidBy } : {};

function saidOf(search: SearchState, { search: words }: InspectorText): string {
  switch (search.kind) {
    case 'idle':
      return '';
    case 'running':
      // The bar shows the rest: a status that changed all the time would be read all the time.
      return words.searching(Math.floor(search.percent / 25) * 25);
    case 'found':
      return words.found(search.range);
    default:
      return words[search.kind];
  }
}
