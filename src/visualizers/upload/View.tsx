/**
 * Upload lanes: for each file a ruler of its bytes, with a lane for what is read, in flight, acknowledged and saved.
 * A chunk is a column over all lanes: pointing at it lights its messages in the log, and the reverse.
 */
import {
  memo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
} from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import { textFor, type Locale } from '../../i18n/locale';
import { uploadText, type UploadText } from '../../i18n/upload';
import { isSameFocus, type NetFocus, type Pointing } from '../messages/focus';
import { groupChunks, LANES, placeOf, rulerTicks, type ChunkGroup, type UploadFile } from './model';
import './upload.css';

export interface UploadLanesProps {
  readonly files: readonly UploadFile[];
  readonly locale: Locale;
  /** What is pointed at, or else what was chosen. */
  readonly focus: NetFocus | null;
  readonly chosen: NetFocus | null;
  /** The message that the shown step is. */
  readonly now: number | null;
  readonly onPoint: (focus: NetFocus | null, by: Pointing) => void;
  /** Null when the reader lets go of what was chosen. */
  readonly onChoose: (focus: NetFocus | null) => void;
}

export function UploadLanes(props: UploadLanesProps) {
  const { files, locale, focus } = props;
  const text = textFor(uploadText, locale);
  return (
    <div className="uploads">
      <div className="pane-head">
        <h3>{text.title}</h3>
        {files.length === 0 && <span>{text.nothing}</span>}
        {files.length > 0 && <Legend text={text} />}
      </div>
      {files.map((file) => (
        <FileLanes key={file.file} {...props} file={file} text={text} />
      ))}
      {files.length > 0 && (
        <p className="up-readout">
          {describeFocus(focus, files, text) ?? <span className="mut">{text.pointHint}</span>}
        </p>
      )}
    </div>
  );
}

function Legend({ text }: { readonly text: UploadText }) {
  return (
    <span className="up-legend" role="group" aria-label={text.legend}>
      <span>
        <i className="up-bar inFlight" /> {text.lanes.inFlight}
      </span>
      <span>
        <i className="up-bar lost" /> {text.lost}
      </span>
      <span>
        <i className="up-bar saved" /> {text.lanes.saved}
      </span>
    </span>
  );
}

interface FileProps extends UploadLanesProps {
  readonly file: UploadFile;
  readonly text: UploadText;
}

function FileLanes({ file, text, focus, chosen, now, onPoint, onChoose }: FileProps) {
  const groups = groupChunks(file.chunks);
  const columns = useRef<HTMLDivElement>(null);
  const [entered, setEntered] = useState(0);
  const stop = Math.min(entered, groups.length - 1);
  const at = (event: SyntheticEvent) => indexOf(event);
  const focusAt = (event: SyntheticEvent): NetFocus | null => {
    const group = groups[at(event) ?? -1];
    return group ? bytesFocus(file, group) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = at(event);
    if (event.key === 'Escape') onChoose(null);
    const move = MOVES[event.key as keyof typeof MOVES] as ((from: number) => number) | undefined;
    if (here === null || move === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(groups.length - 1, move(here)));
    columns.current?.querySelectorAll<HTMLElement>('.up-chunk')[to]?.focus();
  };
  const { sentBytes: sent, acknowledgedBytes: acknowledged, savedBytes: saved, size } = file;
  return (
    <section className="up-file" aria-label={file.name}>
      <div className="up-head">
        <h4>{file.name}</h4>
        <span>{text.size(size)}</span>
      </div>
      <p className="up-totals">{text.totals({ size, sent, acknowledged, saved })}</p>
      <div className="up-plot">
        <Drawing file={file} text={text} />
        <div
          ref={columns}
          className="up-columns"
          role="group"
          aria-label={text.chunks(file.name)}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => onPoint(focusAt(event), 'pointer')}
          onPointerLeave={() => onPoint(null, 'pointer')}
          onFocus={(event) => {
            setEntered(at(event) ?? 0);
            onPoint(focusAt(event), 'focus');
          }}
          onBlur={() => onPoint(null, 'focus')}
          onClick={(event) => {
            const wanted = focusAt(event);
            onChoose(isSameFocus(wanted, chosen) ? null : wanted);
          }}
        >
          {groups.map((group, index) => {
            const mine = bytesFocus(file, group);
            const lit =
              isSameFocus(focus, mine) || (focus?.kind === 'message' && carries(group, focus));
            const looks = [
              'up-chunk',
              ...(lit ? ['lit'] : []),
              ...(now !== null && group.messages.includes(now) ? ['now'] : []),
            ];
            return (
              <button
                key={group.first}
                type="button"
                className={looks.join(' ')}
                data-chunk={index}
                data-state={group.state ?? 'mixed'}
                style={spanOf(group.range, file)}
                tabIndex={index === stop ? 0 : -1}
                aria-label={text.chunk(group)}
                aria-pressed={isSameFocus(chosen, mine)}
              >
                <span>{text.number(group.first, group.last)}</span>
              </button>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const MOVES = {
  ArrowRight: (at: number) => at + 1,
  ArrowLeft: (at: number) => at - 1,
  Home: () => 0,
  End: () => Infinity,
};

function indexOf({ target }: SyntheticEvent): number | null {
  const chunk = target instanceof Element ? target.closest<HTMLElement>('[data-chunk]') : null;
  return chunk ? Number(chunk.dataset['chunk']) : null;
}

const bytesFocus = ({ file }: UploadFile, { range, messages }: ChunkGroup): NetFocus => ({
  kind: 'bytes',
  file,
  range,
  messages,
});

const carries = (group: ChunkGroup, { id }: NetFocus & { readonly kind: 'message' }): boolean =>
  group.messages.includes(id);

interface DrawingProps {
  readonly file: UploadFile;
  readonly text: UploadText;
}

/** The lanes as they look; what they say stands in the totals and in the names of the chunks. */
const Drawing = memo(function Drawing({ file, text }: DrawingProps) {
  const seams = file.chunks.length <= MOST_SEAMS ? file.chunks.slice(1) : [];
  return (
    <>
      {LANES.map((lane) => (
        <div className="up-lane" key={lane} aria-hidden="true">
          <span className="up-label">{text.lanes[lane]}</span>
          <span className="up-track">
            {file.lanes[lane].map((range) => (
              <i className={`up-bar ${lane}`} key={range.start} style={spanOf(range, file)} />
            ))}
            {lane === 'inFlight' &&
              file.lost.map((range) => (
                <i className="up-bar lost" key={range.start} style={spanOf(range, file)} />
              ))}
            {seams.map(({ range }) => (
              <i
                className="up-seam"
                key={`seam ${range.start}`}
                style={{ insetInlineStart: percent(placeOf(range.start, file)) }}
              />
            ))}
          </span>
        </div>
      ))}
      <div className="up-ruler" aria-hidden="true">
        {rulerTicks(file.extent).map((byte, index, ticks) => (
          <span
            key={byte}
            className={index > 0 && index === ticks.length - 1 ? 'last' : undefined}
            style={{ insetInlineStart: percent(placeOf(byte, file)) }}
          >
            {text.tick(byte)}
          </span>
        ))}
      </div>
    </>
  );
});

/** More lines than this would hide what they part. */
const MOST_SEAMS = 100;

const percent = (x: number): string => `${(x * 100).toFixed(3)}%`;

function spanOf({ start, end }: ByteRange, file: UploadFile): CSSProperties {
  const from = placeOf(start, file);
  return { insetInlineStart: percent(from), inlineSize: percent(placeOf(end, file) - from) };
}

/** The bytes of a focus in words: of one chunk, or of all that a message speaks of. */
function describeFocus(
  focus: NetFocus | null,
  files: readonly UploadFile[],
  text: UploadText,
): React.ReactNode {
  if (focus === null) return null;
  for (const file of files) {
    const groups = groupChunks(file.chunks).filter((group) =>
      focus.kind === 'bytes' ? isSameFocus(focus, bytesFocus(file, group)) : carries(group, focus),
    );
    const [first] = groups;
    const last = groups.at(-1);
    if (!first || !last) continue;
    const state = groups.every((group) => group.state === first.state) ? first.state : null;
    const sent = Math.max(...groups.map((group) => group.sent));
    return (
      <>
        <b>{text.bytes({ start: first.range.start, end: last.range.end })}</b>
        <span>{text.length(last.range.end - first.range.start)}</span>
        <span className="up-state">
          {[text.states[state ?? 'mixed'], ...(sent > 1 ? [text.sentTimes(sent)] : [])].join(', ')}
        </span>
        {first === last && <span className="mut">{text.messages(first.messages)}</span>}
      </>
    );
  }
  return null;
}
