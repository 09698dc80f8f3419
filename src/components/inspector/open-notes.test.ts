import { expect, test } from 'vitest';
import { inspectorText } from '../../i18n/inspector';
import { formatNotes, MOST_NOTES, type Note } from '../../visualizers/inspector/note-list';
import { fakeStorage } from '../bench/fake-storage';
import { openNoteShelf } from './note-shelf';
import { openNotes, type NotesTarget } from './open-notes';

const identity = { name: 'a.png', byteLength: 100, hash: 'ab'.repeat(32) };
const note = (id: string, start = 0): Note => ({
  ...{ id, start, end: start + 1, name: id, colour: 'blue' },
});
const listOf = (notes: readonly Note[], file = identity) => ({
  name: 'notes.json',
  size: 10,
  text: () => Promise.resolve(formatNotes({ file, notes })),
});
const target = (more: Partial<NotesTarget> = {}): NotesTarget => ({
  ...{ identity, notes: [note('mine')], text: inspectorText.en, makeId: () => 'made' },
  shelf: openNoteShelf(identity, fakeStorage(), () => 'made'),
  signal: new AbortController().signal,
  ...more,
});

test('a list comes in and is kept', async () => {
  const opened = await openNotes(listOf([note('theirs', 4)]), target());
  expect(opened?.notes?.map(({ id }) => id)).toEqual(['mine', 'theirs']);
  expect(opened?.said).toBe('1 note came in.');
});

test('what did not fit, what had no room, and that nothing is kept are all said', async () => {
  const longer = { name: 'b.png', byteLength: 200, hash: 'cd' };
  const theirs = Array.from({ length: MOST_NOTES + 5 }, (_, i) => note(`their ${i}`, i % 90));
  const opened = await openNotes(
    listOf([...theirs, note('outside', 150)], longer),
    target({ shelf: openNoteShelf(identity, null, () => 'made') }),
  );
  expect(opened?.notes).toHaveLength(MOST_NOTES);
  expect(opened?.said).toBe(
    '1,999 notes came in. 1 did not fit this file. There was no room for 6 more. They were made for b.png. This browser does not keep them. Save them as JSON before you leave.',
  );
});

test('a list that cannot be read, is none, or is too large changes nothing', async () => {
  const gone = { ...listOf([]), text: () => Promise.reject(new DOMException('', 'NotFoundError')) };
  expect(await openNotes(gone, target())).toEqual({
    notes: null,
    said: 'notes.json could not be read. It may have been moved or changed; open it again.',
  });
  const none = { notes: null, said: 'notes.json holds no notes of the inspector.' };
  expect(await openNotes({ ...listOf([]), text: () => Promise.resolve('{}') }, target())).toEqual(
    none,
  );
  expect(await openNotes({ ...listOf([]), size: 1e9 }, target())).toEqual(none);
});

test('one that comes after its file was closed is dropped', async () => {
  const closed = target({ signal: AbortSignal.abort() });
  expect(await openNotes(listOf([note('theirs')]), closed)).toBeNull();
});
