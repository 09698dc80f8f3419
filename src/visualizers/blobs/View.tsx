/** Blobs as tapes: parts in their order, slices under them, what was read; and the ledger of object URLs. */
import type { CSSProperties } from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import { blobsText, type BlobsText } from '../../i18n/blobs';
import { textFor, type Locale } from '../../i18n/locale';
import type { BlobsModel, LedgerRow, Tape, TapePart } from './model';
import './blobs.css';

export interface BlobsViewProps {
  readonly model: BlobsModel;
  /** The shown step: what it did is marked. */
  readonly step: number;
  readonly locale: Locale;
  readonly onSeek: (step: number) => void;
}

export function BlobsView({ model, step, locale, onSeek }: BlobsViewProps) {
  const text = textFor(blobsText, locale);
  if (model.tapes.length === 0 && model.ledger.length === 0) return null;
  return (
    <div className="blobs" role="group" aria-label={text.title}>
      <div className="pane-head">
        <h3>{text.title}</h3>
      </div>
      {model.tapes.map((tape) => (
        <TapeView key={tape.id} tape={tape} step={step} text={text} onSeek={onSeek} />
      ))}
      {model.ledger.length > 0 && <Ledger model={model} step={step} text={text} onSeek={onSeek} />}
      {model.omitted > 0 && <p className="mem-note">{text.omitted(model.omitted)}</p>}
    </div>
  );
}

interface TapeViewProps {
  readonly tape: Tape;
  readonly step: number;
  readonly text: BlobsText;
  readonly onSeek: (step: number) => void;
}

function TapeView({ tape, step, text, onSeek }: TapeViewProps) {
  const name = tape.name ?? text.unnamed(tape.id);
  const bytes = text.bytes(tape.size);
  return (
    <div className="tape" role="group" aria-label={text.tape(name, bytes)}>
      <p className="tape-head">
        <Seek step={tape.step} now={step} onSeek={onSeek}>
          <b>{name}</b>
        </Seek>
        <span>{bytes}</span>
        <code>{tape.type || text.noType}</code>
      </p>
      {tape.size === 0 ? (
        <p className="mem-note">{text.empty}</p>
      ) : (
        <ol className="tape-parts">
          {tape.parts.map((part) => (
            <li
              key={part.range.start}
              className={`tape-part ${part.kind}`}
              style={place(part.range, tape.size)}
              title={`${partName(part, text)}, ${text.range(part.range.start, part.range.end)}`}
            >
              <span>{partName(part, text)}</span>
              <small>{text.range(part.range.start, part.range.end)}</small>
            </li>
          ))}
        </ol>
      )}
      {tape.slices.length + tape.reads.length > 0 && (
        <ol className="tape-uses">
          {tape.slices.map((slice) => (
            <Use
              key={`slice-${slice.id}`}
              kind="slice"
              label={`${text.slice} ${slice.name ?? text.unnamed(slice.id)}`}
              use={slice}
              size={tape.size}
              step={step}
              text={text}
              onSeek={onSeek}
            />
          ))}
          {tape.reads.map((read) => (
            <Use
              key={`read-${read.step}`}
              kind="read"
              label={`${text.read} ${read.operation}`}
              use={read}
              size={tape.size}
              step={step}
              text={text}
              onSeek={onSeek}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface UseProps {
  readonly kind: 'slice' | 'read';
  readonly label: string;
  readonly use: { readonly range: ByteRange; readonly step: number; readonly line: number | null };
  readonly size: number;
  readonly step: number;
  readonly text: BlobsText;
  readonly onSeek: (step: number) => void;
}

/** A slice or a read: a bar under the bytes that it means, and words. */
function Use({ kind, label, use, size, step, text, onSeek }: UseProps) {
  return (
    <li className={`tape-use ${kind}`}>
      <span className="tape-track" aria-hidden="true">
        <i style={place(use.range, size)} />
      </span>
      <Seek step={use.step} now={step} onSeek={onSeek}>
        {label}
        {', '}
        {text.range(use.range.start, use.range.end)}
        {use.line !== null && `, ${text.line(use.line)}`}
      </Seek>
    </li>
  );
}

function partName({ kind, of }: TapePart, text: BlobsText): string {
  const what = text.parts[kind];
  return of === null ? what : kind === 'blob' ? of : text.partOf(what, of);
}

/** Where a range lies on a tape of `size` bytes. */
function place({ start, end }: ByteRange, size: number): CSSProperties {
  const percent = (bytes: number): string => `${size === 0 ? 0 : (bytes / size) * 100}%`;
  return { insetInlineStart: percent(start), inlineSize: percent(end - start) };
}

interface SeekProps {
  readonly step: number;
  readonly now: number;
  readonly onSeek: (step: number) => void;
  readonly children: React.ReactNode;
}

/** Words that lead to their step. */
function Seek({ step, now, onSeek, children }: SeekProps) {
  return (
    <button
      type="button"
      className="to-step"
      aria-current={step === now ? 'step' : undefined}
      onClick={() => {
        onSeek(step);
      }}
    >
      {children}
    </button>
  );
}

interface LedgerProps {
  readonly model: BlobsModel;
  readonly step: number;
  readonly text: BlobsText;
  readonly onSeek: (step: number) => void;
}

function Ledger({ model, step, text, onSeek }: LedgerProps) {
  const { columns } = text;
  return (
    <div className="ledger">
      <table>
        <caption>{text.ledger}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.url}</th>
            <th scope="col">{columns.blob}</th>
            <th scope="col">{columns.size}</th>
            <th scope="col">{text.made}</th>
            <th scope="col">{text.revoked}</th>
          </tr>
        </thead>
        <tbody>
          {model.ledger.map((row) => (
            <LedgerLine key={row.id} row={row} step={step} text={text} onSeek={onSeek} />
          ))}
        </tbody>
      </table>
      <p className="mem-note">{text.held(model.liveUrls, text.bytes(model.heldBytes))}</p>
    </div>
  );
}

interface LedgerLineProps extends Omit<LedgerProps, 'model'> {
  readonly row: LedgerRow;
}

function LedgerLine({ row, step, text, onSeek }: LedgerLineProps) {
  const at = (line: number | null): string => (line === null ? '–' : text.line(line));
  return (
    <tr className={row.revokedStep === null ? 'live' : 'revoked'}>
      <th scope="row">{text.urlName(row.id)}</th>
      <td>{row.blob ?? text.noBlob}</td>
      <td>{row.size.toLocaleString('en')}</td>
      <td>
        <Seek step={row.madeStep} now={step} onSeek={onSeek}>
          {at(row.madeLine)}
        </Seek>
      </td>
      <td>
        {row.revokedStep === null ? (
          text.live
        ) : (
          <Seek step={row.revokedStep} now={step} onSeek={onSeek}>
            {at(row.revokedLine)}
          </Seek>
        )}
      </td>
    </tr>
  );
}
