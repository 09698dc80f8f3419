/**
 * A media file in a lesson. The page carries the few bytes that its tree takes; the file itself is fetched when somebody
 * shows interest. A reader's own file is read on the device, by ranges where it is large.
 */
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import type { FormatElement, FormatTree } from '../../core/formats/element';
import { mediaFacts } from '../../core/formats/media-facts';
import {
  looksLike,
  readChildren,
  readMedia,
  readMediaByRanges,
  readMediaSparsely,
  SIGNATURE_BYTES,
} from '../../core/formats/media-file';
import type { FileBytes } from '../../core/formats/reading';
import { textFor, type Locale } from '../../i18n/locale';
import { mediaFileText, type MediaFileText } from '../../i18n/media-file';
import { useIntent } from '../use-intent';
import {
  blobBytes,
  unpackBytes,
  wholeBytes,
  type PackedBytes,
  type ShownBytes,
} from './file-bytes';
import { withChildren } from './model';
import { MediaFileView } from './View';
import './media-file.css';

export interface MediaFileProps {
  readonly name: string;
  /** Where the file is fetched from. */
  readonly url: string;
  readonly packed: PackedBytes;
  readonly locale: Locale;
}

interface Shown {
  readonly name: string;
  readonly bytes: ShownBytes;
  readonly tree: FormatTree;
  /** For children that are read later. */
  readonly file: FileBytes | null;
}

/** Larger files are read by ranges, and their clusters when they are opened. */
const WHOLE_BYTES = 16 * 1024 * 1024;

export function MediaFile({ name, url, packed, locale }: MediaFileProps) {
  const text = textFor(mediaFileText, locale);
  const root = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const reading = useRef<AbortController | null>(null);
  const [alive, setAlive] = useState(false);
  const carried = useMemo<Shown>(() => {
    const bytes = unpackBytes(packed);
    const tree = readMediaSparsely(packed.byteLength, bytes.slice);
    if (tree === null) throw new Error(`${name} is neither WebM nor MP4.`);
    return { name, bytes, tree, file: null };
  }, [name, packed]);
  const [lesson, setLesson] = useState(carried);
  const [own, setOwn] = useState<Shown | null>(null);
  const [status, setStatus] = useState('');
  const [refusal, setRefusal] = useState('');
  const [isOver, setIsOver] = useState(false);
  const shown = own ?? lesson;
  const facts = useMemo(() => mediaFacts(shown.tree), [shown]);

  useEffect(() => {
    setAlive(true);
    const gone = new AbortController();
    fetchWhole(url, gone.signal).then(
      (bytes) => {
        const tree = readMedia(bytes);
        if (tree !== null) setLesson({ name, bytes: wholeBytes(bytes), tree, file: null });
      },
      () => {
        if (!gone.signal.aborted) setStatus(text.notFetched);
      },
    );
    return () => {
      gone.abort();
      reading.current?.abort();
    };
  }, [name, url, text]);
  useIntent(root, (action) => {
    if (action === 'open') picker.current?.click();
  });

  const take = async (file: File | undefined) => {
    if (!file) return;
    reading.current?.abort();
    const { signal } = (reading.current = new AbortController());
    setRefusal('');
    setStatus(text.reading(file.name));
    const outcome = await openFile(file, text, signal).catch(() =>
      text.refusals.unreadable(file.name),
    );
    if (signal.aborted) return;
    setStatus('');
    if (typeof outcome === 'string') setRefusal(outcome);
    else setOwn(outcome);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const grow = async ({ name: of, tree, file, bytes }: Shown, element: FormatElement) => {
    if (file === null) return;
    try {
      const { elements, problems } = await readChildren(file, element);
      const key = element.range.start;
      setOwn((now) =>
        now?.bytes !== bytes
          ? now
          : {
              ...now,
              tree: {
                ...now.tree,
                elements: withChildren(now.tree.elements, key, elements),
                problems: [...tree.problems, ...problems],
              },
            },
      );
    } catch {
      setRefusal(text.refusals.unreadable(of));
    }
  };

  return (
    <figure
      ref={root}
      className={isOver ? 'mf wide over' : 'mf wide'}
      aria-label={text.label(shown.name)}
      data-hydrated={alive || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget))
          setIsOver(false);
      }}
      onDrop={onDrop}
    >
      <div className="mf-bar-top">
        <h3>{shown.name}</h3>
        <span className="mf-summary">
          {[
            text.bytes(shown.bytes.byteLength),
            ...(facts.type === null ? [] : [facts.type]),
            facts.durationMs === null ? text.noDuration : text.seconds(facts.durationMs),
          ].join(' · ')}
        </span>
        <span className="mf-actions">
          {own !== null && (
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                setOwn(null);
                opener.current?.focus();
              }}
            >
              {text.backTo(name)}
            </button>
          )}
          <button
            ref={opener}
            type="button"
            className="btn"
            data-action="open"
            title={text.drop}
            onClick={() => picker.current?.click()}
          >
            {text.open}
          </button>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={text.open}
            accept="video/*,audio/*,.webm,.mkv,.mp4,.m4a,.mov"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              // The same file may be chosen again.
              target.value = '';
            }}
          />
        </span>
      </div>
      <p className="mf-status" role="status">
        {status}
      </p>
      {refusal !== '' && (
        <p className="mf-refusal" role="alert">
          {refusal}
        </p>
      )}
      <MediaFileView
        key={own === null ? '' : `${own.name} ${own.bytes.byteLength}`}
        bytes={shown.bytes}
        tree={shown.tree}
        locale={locale}
        alive={alive}
        onWanted={(element) => void grow(shown, element)}
      />
      {own !== null && <p className="mf-note">{text.stays}</p>}
    </figure>
  );
}

async function fetchWhole(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What is shown of a file, or why it is not. */
async function openFile(
  file: File,
  text: MediaFileText,
  signal: AbortSignal,
): Promise<Shown | string> {
  const { name, size } = file;
  if (size === 0) return text.refusals.empty(name);
  const blob = blobBytes(file);
  const isWhole = size <= WHOLE_BYTES;
  const all = isWhole ? await blob.read({ start: 0, end: size }) : null;
  const tree = all === null ? await readMediaByRanges(blob, signal) : readMedia(all);
  if (tree !== null)
    return {
      name,
      bytes: all === null ? blob : wholeBytes(all),
      tree,
      file: all === null ? blob : null,
    };
  const head = await blob.read({ start: 0, end: Math.min(size, SIGNATURE_BYTES) });
  const found = Array.from(head, (byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  return text.refusals.neither(name, found.join(' '), looksLike(head));
}
