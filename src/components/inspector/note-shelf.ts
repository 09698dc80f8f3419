/** Where notes are kept: in localStorage, a list a file. What other tabs wrote is joined, and what cannot be read is set aside. */
import { sha256 } from '../../core/bytes/sha-256';
import type { FileBytes } from '../../core/formats/reading';
import {
  mergeNotes,
  parseNotes,
  recordOf,
  type FileIdentity,
  type Note,
} from '../../visualizers/inspector/note-list';
import { Shelf, type ShelfStorage } from '../bench/shelf';

/** Read at each end of a file, for its identity. */
const END_BYTES = 65_536;

/** What a file is known by: its name, its length, and a hash of its first and last bytes. */
export async function identify(name: string, file: FileBytes): Promise<FileIdentity> {
  const { byteLength } = file;
  const first = await file.read({ start: 0, end: Math.min(byteLength, END_BYTES) });
  const from = Math.max(first.length, byteLength - END_BYTES);
  const last = await file.read({ start: from, end: byteLength });
  const both = new Uint8Array(first.length + last.length);
  both.set(first);
  both.set(last, first.length);
  return { name, byteLength, hash: sha256(both) };
}

export interface NoteShelf {
  readonly notes: readonly Note[];
  /** What was kept could not be read: it is under another key now. */
  readonly wasSetAside: boolean;
  /** Keeps these instead of those that were taken or kept last. @returns whether they are kept */
  keep(notes: readonly Note[]): boolean;
}

/** The shelf of a file. `storage` is null where the browser forbids it. */
export function openNoteShelf(
  file: FileIdentity,
  storage: ShelfStorage | null,
  makeId: () => string,
): NoteShelf {
  const id = `${file.hash.slice(0, 32)}:${file.byteLength}:${file.name}`;
  const shelf = new Shelf(storage, {
    prefix: 'bytescope:notes:',
    empty: recordOf({ file, notes: [] }),
    isEmpty: ({ notes }) => notes.length === 0,
    parse: (text) => {
      const list = parseNotes(text);
      return list === null ? null : recordOf(list);
    },
  });
  const kept = shelf.read(id);
  let known = kept.kind === 'read' ? kept.value.notes : [];
  return {
    notes: known,
    wasSetAside: kept.kind === 'read' && kept.unreadable !== null,
    keep(notes) {
      const isMine = ({ id: of }: Note) =>
        known.some((each) => each.id === of) || notes.some((each) => each.id === of);
      const { kind } = shelf.update(id, ({ notes: theirs }) => {
        // Notes that another tab has added since are kept too; those that this one had and removed are not.
        const foreign = theirs.filter((note) => !isMine(note));
        return recordOf({ file, notes: mergeNotes(notes, foreign, makeId).notes });
      });
      if (kind !== 'saved') return false;
      known = notes;
      return true;
    },
  };
}
