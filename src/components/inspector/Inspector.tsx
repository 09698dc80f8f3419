/** The file inspector: opens a file on this device, reads it by ranges, searches it in a worker and keeps notes on it. */
import { useEffect, useRef, useState } from 'react';
import { copyAs, type CopyForm } from '../../core/bytes/copy-as';
import type { ByteRange } from '../../core/bytes/ranges';
import type { FormatElement, FormatName, FormatTree } from '../../core/formats/element';
import { readChildren, readStructure } from '../../core/formats/file-format';
import { SIGNATURE_BYTES } from '../../core/formats/media-file';
import type { FileBytes } from '../../core/formats/reading';
import { inspectorText } from '../../i18n/inspector';
import { textFor, type Locale } from '../../i18n/locale';
import { downloadText } from '../../loader/download';
import { formatNotes, type FileIdentity, type Note } from '../../visualizers/inspector/note-list';
import { InspectorView } from '../../visualizers/inspector/View';
import { blobBytes, type ShownBytes } from '../../visualizers/media-file/file-bytes';
import { withChildren } from '../../visualizers/media-file/model';
import { useIntent } from '../../visualizers/use-intent';
import { randomId } from '../bench/random-id';
import { pageStorage } from '../bench/shelf';
import { copyText } from '../share/copy-text';
import { takeDrops } from './dropped';
import { identify, openNoteShelf, type NoteShelf } from './note-shelf';
import { openNotes } from './open-notes';
import { Openings } from './openings';
import { useSearch } from './use-search';

export interface InspectorProps {
  /** Files of this site, and where they are fetched from. */
  readonly examples: readonly { readonly name: string; readonly url: string }[];
  readonly locale: Locale;
}

interface Opened {
  readonly blob: Blob;
  readonly bytes: ShownBytes & FileBytes;
  readonly identity: FileIdentity;
  readonly shelf: NoteShelf;
  readonly first: string;
  /** Ends when the file is open no more. */
  readonly signal: AbortSignal;
}

type Structure =
  | { readonly kind: 'reading' | 'failed' }
  | { readonly kind: 'none'; readonly looksLike: string | null }
  | { readonly kind: 'tree'; readonly tree: FormatTree<FormatName> };

const READING: Structure = { kind: 'reading' };

export function Inspector({ examples, locale }: InspectorProps) {
  const text = textFor(inspectorText, locale);
  const root = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [openings] = useState(() => new Openings());
  const [alive, setAlive] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [structure, setStructure] = useState<Structure>(READING);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [notesSaid, setNotesSaid] = useState('');
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState('');
  const search = useSearch();

  const refuse = (why: string) => {
    setSaid('');
    setRefusal(why);
  };
  const open = async (blob: Blob, name: string, signal = openings.ask()): Promise<void> => {
    const isOld = () => signal.aborted;
    setRefusal('');
    if (blob.size === 0) {
      refuse(text.said.empty(name));
      return;
    }
    setSaid(text.said.opening(name));
    const bytes = blobBytes(blob);
    try {
      const identity = await identify(name, bytes);
      const head = await bytes.read({ start: 0, end: Math.min(blob.size, SIGNATURE_BYTES) });
      if (isOld()) return;
      openings.accept();
      const shelf = openNoteShelf(identity, pageStorage(), randomId);
      search.reset();
      setOpened({ blob, bytes, identity, shelf, first: copyAs(head, 'hex'), signal });
      setNotes(shelf.notes);
      setNotesSaid(shelf.wasSetAside ? text.notes.setAside : '');
      setStructure(READING);
    } catch {
      if (!isOld()) refuse(text.said.unreadable(name));
      return;
    }
    try {
      const { tree, looksLike } = await readStructure(bytes, signal);
      if (isOld()) return;
      setStructure(tree === null ? { kind: 'none', looksLike } : { kind: 'tree', tree });
      setSaid(text.said.opened(name, tree === null ? looksLike : text.formats[tree.format]));
    } catch {
      if (isOld()) return;
      setStructure({ kind: 'failed' });
      setSaid('');
    }
  };
  const openExample = async (name: string): Promise<void> => {
    const example = examples.find((each) => each.name === name);
    if (example === undefined) return;
    const signal = openings.ask();
    setRefusal('');
    setSaid(text.said.opening(name));
    try {
      const response = await fetch(example.url, { signal });
      if (!response.ok) throw new Error(`${example.url}: ${response.status}`);
      await open(await response.blob(), name, signal);
    } catch {
      if (!signal.aborted) refuse(text.said.notFetched(name));
    }
  };
  const close = () => {
    openings.close();
    search.reset();
    if (opened) setSaid(text.said.closed(opened.identity.name));
    setOpened(null);
    opener.current?.focus();
  };
  useIntent(root, (action) => {
    if (action === 'open') picker.current?.click();
    else void openExample(action);
  });
  const latestOpen = useRef(open);
  useEffect(() => {
    latestOpen.current = open;
  });
  useEffect(() => {
    setAlive(true);
    const leave = takeDrops((file) => void latestOpen.current(file, file.name));
    return () => {
      leave();
      openings.close();
    };
  }, [openings]);

  const change = (next: readonly Note[]) => {
    setNotes(next);
    if (opened) setNotesSaid(opened.shelf.keep(next) ? text.notes.kept : text.notes.notKept);
  };
  const bringIn = async (file: File): Promise<void> => {
    if (opened === null) return;
    const came = await openNotes(file, { ...opened, notes, text, makeId: randomId });
    if (came === null) return;
    if (came.notes !== null) setNotes(came.notes);
    setNotesSaid(came.said);
  };
  const grow = async ({ bytes, identity, signal }: Opened, element: FormatElement) => {
    try {
      const { elements, problems } = await readChildren(bytes, element, signal);
      if (signal.aborted) return;
      setStructure((now) =>
        now.kind !== 'tree'
          ? now
          : {
              kind: 'tree',
              tree: {
                ...now.tree,
                elements: withChildren(now.tree.elements, element.range.start, elements),
                problems: [...now.tree.problems, ...problems],
              },
            },
      );
    } catch {
      if (!signal.aborted) setRefusal(text.said.unreadable(identity.name));
    }
  };

  return (
    <div ref={root} className="ins" data-hydrated={alive || undefined}>
      <div className="ins-top">
        {opened !== null && (
          <p className="ins-name">
            <b>{opened.identity.name}</b>{' '}
            <span>
              {text.bytes(opened.bytes.byteLength)}
              {structure.kind === 'tree' && `, ${text.formats[structure.tree.format]}`}
            </span>
          </p>
        )}
        <span className="ins-actions">
          <button
            ref={opener}
            type="button"
            className={opened === null ? 'btn primary lg' : 'btn'}
            data-action="open"
            onClick={() => picker.current?.click()}
          >
            {opened === null ? text.open : text.openOther}
          </button>
          {opened !== null && (
            <button type="button" className="btn quiet" onClick={close}>
              {text.close}
            </button>
          )}
        </span>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={text.open}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void open(file, file.name);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
        {opened === null && <p className="ins-drop">{text.drop}</p>}
      </div>
      <p className="ins-said ins-opened" role="status">
        {said}
      </p>
      {refusal !== '' && (
        <p className="mf-refusal" role="alert">
          {refusal}
        </p>
      )}
      {opened === null ? (
        <div className="ins-examples">
          <p>{text.examples}</p>
          <ul>
            {examples.map(({ name }) => (
              <li key={name}>
                <button
                  type="button"
                  className="btn"
                  data-action={name}
                  onClick={() => void openExample(name)}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <InspectorView
          key={`${opened.identity.hash} ${opened.identity.name}`}
          bytes={opened.bytes}
          tree={structure.kind === 'tree' ? structure.tree : null}
          treeSaid={treeSaid(structure, opened)}
          locale={locale}
          search={search.state}
          notes={notes}
          notesSaid={notesSaid}
          makeId={randomId}
          onSearch={(pattern, direction, from) =>
            search.start(opened.blob, pattern, direction, from)
          }
          onCancelSearch={search.cancel}
          onCopy={(range, form) => copyRange(opened.bytes, range, form)}
          onWanted={(element) => void grow(opened, element)}
          onNotes={change}
          onSaveNotes={() =>
            downloadText(
              `${opened.identity.name}.notes.json`,
              formatNotes({ file: opened.identity, notes }),
            )
          }
          onOpenNotes={(file) => void bringIn(file)}
        />
      )}
    </div>
  );

  function treeSaid(of: Structure, { identity, first }: Opened): string {
    switch (of.kind) {
      case 'reading':
        return text.structure.reading;
      case 'failed':
        return text.said.unreadable(identity.name);
      case 'none':
        return text.unknownFormat(of.looksLike, first);
      case 'tree':
        return '';
    }
  }
}

async function copyRange(file: FileBytes, range: ByteRange, form: CopyForm): Promise<boolean> {
  return copyText(copyAs(await file.read(range), form));
}
