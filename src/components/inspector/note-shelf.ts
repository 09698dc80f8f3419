/** Where notes are kept: in localStorage, a list a file. What other tabs wrote is joined, and what cannot be read is set aside. */
import { sha256 } from '../../core/bytes/sha-256';
import type { FileBytes } from '../../core/formats/reading';
import {
  formatNotes,
  mergeNotes,
  parseNotes,
  type FileIdentity,
  type Note,
} from '../../visualizers/inspector/notes';
import type { ShelfStorage } from '../bench/shelf';

const PREFIX = 'bytescope:notes:';
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

const keyOf = ({ name, byteLength, hash }: FileIdentity): string =>
  `${PREFIX}${hash.slice(0, 32)}:${byteLength}:${name}`;

export interface Shelf {
  readonly notes: readonly Note[];
  /** What was kept could not be read: it is under another key now. */
  readonly wasSetAside: boolean;
  /** Keeps these instead of those that were taken or kept last. @returns whether they are kept */
  keep(notes: readonly Note[]): boolean;
}

/** The shelf of a file. `storage` is null where the browser forbids it. */
export function openShelf(
  file: FileIdentity,
  storage: ShelfStorage | null,
  makeId: () => string,
): Shelf {
  const key = keyOf(file);
  const read = (): readonly Note[] | null | 'spoilt' => {
    const text = storage?.getItem(key) ?? null;
    return text === null ? null : (parseNotes(text)?.notes ?? 'spoilt');
  };
  let known: readonly Note[] = [];
  let wasSetAside = false;
  try {
    const kept = read();
    if (kept === 'spoilt') {
      storage?.setItem(`${key}:aside:${makeId()}`, storage.getItem(key) ?? '');
      storage?.removeItem(key);
      wasSetAside = true;
    } else known = kept ?? [];
  } catch {
    // Neither read nor set aside: `keep` will say that nothing is kept.
  }
  return {
    notes: known,
    wasSetAside,
    keep(notes) {
      if (storage === null) return false;
      try {
        // Notes that another tab has added since are kept too; those that this one had and removed are not.
        const kept = read();
        const theirs = Array.isArray(kept) ? (kept as readonly Note[]) : [];
        const foreign = theirs.filter(
          ({ id }) =>
            !known.some((each) => each.id === id) && !notes.some((each) => each.id === id),
        );
        const all = mergeNotes(notes, foreign, makeId);
        if (all.length === 0) storage.removeItem(key);
        else storage.setItem(key, formatNotes({ file, notes: all }));
        known = notes;
        return true;
      } catch {
        return false;
      }
    },
  };
}
