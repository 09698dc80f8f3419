/** Notes on ranges of a file: what they are, as a text that is kept and exchanged, and how two lists become one. */

export const NOTE_COLOURS = ['red', 'green', 'blue', 'grey'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

export interface Note {
  readonly id: string;
  /** Half-open, in bytes. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly colour: NoteColour;
}

/** What a file is known by: the hash is of its first and last bytes. */
export interface FileIdentity {
  readonly name: string;
  readonly byteLength: number;
  readonly hash: string;
}

export interface NoteList {
  readonly file: FileIdentity;
  readonly notes: readonly Note[];
}

export const MOST_NOTES = 2000;
export const MOST_NAME_LETTERS = 200;
/** Of a list that is opened. */
export const MOST_LIST_BYTES = 2_000_000;

const FORMAT = 'bytescope-notes';

/** A list as it is kept and written. */
export interface NoteRecord extends NoteList {
  readonly format: typeof FORMAT;
  readonly version: 1;
}

export const recordOf = ({ file, notes }: NoteList): NoteRecord => ({
  format: FORMAT,
  version: 1,
  file,
  notes,
});

export const formatNotes = (list: NoteList): string =>
  `${JSON.stringify(recordOf(list), null, 2)}\n`;

/** A list as it was read: notes that make no sense are left out and counted. */
export interface ReadNotes extends NoteList {
  readonly leftOut: number;
}

/** The list that a text holds; null where it holds none. */
export function parseNotes(text: string): ReadNotes | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['format'] !== FORMAT || value['version'] !== 1) return null;
  const { file, notes } = value;
  if (!isRecord(file) || !Array.isArray(notes)) return null;
  const { name, byteLength, hash } = file;
  if (typeof name !== 'string' || !isOffset(byteLength) || typeof hash !== 'string') return null;
  const good = (notes as readonly unknown[]).flatMap((note) => parseNote(note, byteLength) ?? []);
  return { file: { name, byteLength, hash }, notes: good, leftOut: notes.length - good.length };
}

function parseNote(value: unknown, byteLength: number): Note | null {
  if (!isRecord(value)) return null;
  const { id, start, end, name, colour } = value;
  const known = NOTE_COLOURS.find((each) => each === colour);
  if (typeof id !== 'string' || id === '' || id.length > 64 || typeof name !== 'string')
    return null;
  if (!isOffset(start) || !isOffset(end) || start >= end || end > byteLength) return null;
  if (known === undefined) return null;
  return { id, start, end, name: name.slice(0, MOST_NAME_LETTERS), colour: known };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

export const inOrder = (notes: readonly Note[]): readonly Note[] =>
  notes.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));

/**
 * Both lists, all of mine and of theirs what there is room for. One note that both have in different words is kept twice,
 * so that nothing is lost.
 *
 * @param makeId for a note that has to be another one
 */
export function mergeNotes(
  mine: readonly Note[],
  theirs: readonly Note[],
  makeId: () => string,
): { readonly notes: readonly Note[]; readonly noRoom: number } {
  const ids = new Set(mine.map(({ id }) => id));
  const added = theirs.flatMap((note) => {
    if (!ids.has(note.id)) return [note];
    return mine.some((each) => isSame(each, note)) ? [] : [{ ...note, id: makeId() }];
  });
  const room = Math.max(0, MOST_NOTES - mine.length);
  return {
    notes: inOrder([...mine, ...added.slice(0, room)]),
    noRoom: Math.max(0, added.length - room),
  };
}

const isSame = (a: Note, b: Note): boolean =>
  a.start === b.start && a.end === b.end && a.name === b.name && a.colour === b.colour;
