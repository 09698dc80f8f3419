/** A console value that can be opened: the line of text first, its parts below on request. */
import { useId, useState } from 'react';
import { formatByte } from '../../../core/bytes/format';
import type { Preview } from '../../../core/trace/console-entry';
import type { ConsoleText } from '../../../i18n/console';
import { previewText } from './preview-text';

interface Part {
  readonly key: string;
  readonly value: Preview | string;
}

/** What a value has inside, as rows; empty when there is nothing to open. */
function partsOf(preview: Preview, text: ConsoleText): Part[] {
  const { facts } = text;
  switch (preview.kind) {
    case 'object':
      return [
        ...preview.entries.map(({ key, value }) => ({ key, value })),
        ...more(preview.omitted, text),
      ];
    case 'list':
      return [
        ...preview.items.map((item, index) => ({
          key: String(index),
          value: item ?? text.emptySlots(1),
        })),
        ...more(preview.omitted, text),
      ];
    case 'typed-array':
      return [
        { key: facts.length, value: String(preview.length) },
        { key: facts.byteOffset, value: String(preview.byteOffset) },
        { key: facts.byteLength, value: String(preview.byteLength) },
        { key: facts.buffer, value: text.bufferOf(preview.bufferId, preview.bufferByteLength) },
        { key: facts.bytes, value: hex(preview.bytes, preview.byteLength, text) },
      ];
    case 'data-view':
      return [
        { key: facts.byteOffset, value: String(preview.byteOffset) },
        { key: facts.byteLength, value: String(preview.byteLength) },
        { key: facts.buffer, value: text.bufferOf(preview.bufferId, preview.bufferByteLength) },
        { key: facts.bytes, value: hex(preview.bytes, preview.byteLength, text) },
      ];
    case 'array-buffer':
      return [
        { key: facts.byteLength, value: String(preview.byteLength) },
        ...(preview.maxByteLength === null
          ? []
          : [{ key: facts.maxByteLength, value: String(preview.maxByteLength) }]),
        { key: facts.bytes, value: hex(preview.bytes, preview.byteLength, text) },
      ];
    case 'blob':
      return [
        { key: facts.size, value: String(preview.size) },
        { key: facts.type, value: `'${preview.type}'` },
        {
          key: facts.bytes,
          value: preview.bytes === null ? text.unreadBytes : hex(preview.bytes, preview.size, text),
        },
      ];
    default:
      return [];
  }
}

const more = (omitted: number, text: ConsoleText): Part[] =>
  omitted > 0 ? [{ key: '', value: text.moreItems(omitted) }] : [];

function hex(bytes: Uint8Array, total: number, text: ConsoleText): string {
  const shown = Array.from(bytes, (byte) => formatByte(byte, 'hex')).join(' ');
  return total > bytes.length ? `${shown} ${text.moreBytes(total - bytes.length)}` : shown;
}

export function PreviewTree({
  preview,
  text,
  nested = false,
}: {
  preview: Preview;
  text: ConsoleText;
  nested?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const line = previewText(preview, nested);
  const omitted = preview.kind === 'string' ? preview.omitted : 0;
  const parts = partsOf(preview, text);
  if (parts.length === 0) {
    return (
      <span className={`pv pv-${preview.kind}`}>
        {line}
        {omitted > 0 && <span className="pv-more"> {text.moreText(omitted)}</span>}
      </span>
    );
  }
  return (
    <span className={`pv pv-${preview.kind}`}>
      <button
        type="button"
        className="pv-open"
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${line}. ${open ? text.collapse : text.expand}`}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {line}
      </button>
      <span id={id} className="pv-parts" role="list" hidden={!open}>
        {open &&
          parts.map(({ key, value }, index) => (
            <span className="pv-part" role="listitem" key={index}>
              {key !== '' && <span className="pv-key">{key}: </span>}
              {typeof value === 'string' ? (
                value
              ) : (
                <PreviewTree preview={value} text={text} nested />
              )}
            </span>
          ))}
      </span>
    </span>
  );
}
