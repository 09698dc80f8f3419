import { expect, test } from 'vitest';
import type { Note } from '../../visualizers/inspector/note-list';
import { fakeStorage } from '../bench/fake-storage';
import { identify, openNoteShelf } from './note-shelf';

const file = { name: 'a.png', byteLength: 100, hash: 'ab'.repeat(32) };
const note = (id: string, start = 0): Note => ({
  ...{ id, start, end: start + 1, name: id, colour: 'blue' },
});
let made = 0;
const makeId = () => `made-${++made}`;
const idsOf = (notes: readonly Note[]) => notes.map(({ id }) => id);

test('notes are there again, for the same file alone', () => {
  const storage = fakeStorage();
  expect(openNoteShelf(file, storage, makeId).keep([note('1'), note('2', 4)])).toBe(true);
  expect(idsOf(openNoteShelf(file, storage, makeId).notes)).toEqual(['1', '2']);
  expect(openNoteShelf({ ...file, name: 'b.png' }, storage, makeId).notes).toEqual([]);
  expect(openNoteShelf({ ...file, hash: 'cd'.repeat(32) }, storage, makeId).notes).toEqual([]);
});

test('two tabs lose nothing of each other', () => {
  const storage = fakeStorage();
  openNoteShelf(file, storage, makeId).keep([note('1')]);
  const here = openNoteShelf(file, storage, makeId);
  const there = openNoteShelf(file, storage, makeId);
  there.keep([note('1'), note('there', 9)]);
  here.keep([note('here', 5)]);
  expect(idsOf(openNoteShelf(file, storage, makeId).notes)).toEqual(['here', 'there']);
});

test('what cannot be read is set aside, untouched', () => {
  const storage = fakeStorage();
  openNoteShelf(file, storage, makeId).keep([note('1')]);
  const [key = ''] = storage.map.keys();
  storage.setItem(key, 'spoilt');
  const shelf = openNoteShelf(file, storage, makeId);
  expect(shelf).toMatchObject({ notes: [], wasSetAside: true });
  shelf.keep([note('2')]);
  expect([...storage.map.values()]).toContain('spoilt');
  expect(idsOf(openNoteShelf(file, storage, makeId).notes)).toEqual(['2']);
});

test('a browser that keeps nothing says so', () => {
  expect(openNoteShelf(file, null, makeId).keep([note('1')])).toBe(false);
  expect(openNoteShelf(file, fakeStorage(10), makeId).keep([note('1')])).toBe(false);
});

test('a file is known by its name, its length and its ends', async () => {
  const bytes = new Uint8Array(200_000);
  const of = (changed: number) => {
    const copy = bytes.slice();
    copy[changed] = 1;
    return identify('a', {
      byteLength: copy.length,
      read: ({ start, end }) => Promise.resolve(copy.subarray(start, end)),
    });
  };
  const [first, last, middle, same] = await Promise.all([
    of(0),
    of(199_999),
    of(100_000),
    of(99_999),
  ]);
  expect(new Set([first.hash, last.hash, middle.hash]).size).toBe(3);
  expect(middle.hash).toBe(same.hash);
});
