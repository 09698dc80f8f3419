/** Opens a list of notes from a file, into those of the file that is open. */
import type { InspectorText } from '../../i18n/inspector';
import {
  MOST_LIST_BYTES,
  mergeNotes,
  parseNotes,
  type FileIdentity,
  type Note,
} from '../../visualizers/inspector/note-list';
import type { NoteShelf } from './note-shelf';

export interface NotesTarget {
  readonly identity: FileIdentity;
  readonly shelf: NoteShelf;
  /** Ends when the file is open no more. */
  readonly signal: AbortSignal;
  readonly notes: readonly Note[];
  readonly text: InspectorText;
  readonly makeId: () => string;
}

export interface OpenedNotes {
  /** Both lists, as far as theirs fit the file and there is room; null where none came. */
  readonly notes: readonly Note[] | null;
  readonly said: string;
}

/** @returns null where another file is open by now */
export async function openNotes(
  file: Pick<File, 'name' | 'size' | 'text'>,
  { identity, shelf, signal, notes: mine, text, makeId }: NotesTarget,
): Promise<OpenedNotes | null> {
  let list;
  try {
    list = file.size > MOST_LIST_BYTES ? null : parseNotes(await file.text());
  } catch {
    return signal.aborted ? null : { notes: null, said: text.said.unreadable(file.name) };
  }
  if (signal.aborted) return null;
  if (list === null) return { notes: null, said: text.notes.noList(file.name) };

  const { byteLength, hash } = identity;
  const fitting = list.notes.filter(({ end }) => end <= byteLength);
  const { notes, noRoom } = mergeNotes(mine, fitting, makeId);
  const isOther = list.file.hash !== hash || list.file.byteLength !== byteLength;
  const said = text.notes.imported({
    count: fitting.length - noRoom,
    leftOut: list.leftOut + list.notes.length - fitting.length,
    noRoom,
    ofOther: isOther ? list.file.name : null,
  });
  return { notes, said: shelf.keep(notes) ? said : `${said} ${text.notes.notKept}` };
}
