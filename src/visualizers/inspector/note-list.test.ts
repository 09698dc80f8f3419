import { expect, test } from 'vitest';
import {
  formatNotes,
  inOrder,
  mergeNotes,
  MOST_NOTES,
  parseNotes,
  type Note,
  type NoteList,
} from './note-list';

const note = (id: string, start = 0, more: Partial<Note> = {}): Note => ({
  ...{ id, start, end: start + 4, name: `note ${id}`, colour: 'red' },
  ...more,
});
const list: NoteList = {
  file: { name: 'a.png', byteLength: 100, hash: 'ab' },
  notes: [note('1'), note('2', 8, { colour: 'grey', name: '머리 “x”' })],
};

test('a list goes out and comes in', () => {
  expect(parseNotes(formatNotes(list))).toEqual({ ...list, leftOut: 0 });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":"other"}',
  '{"format":"bytescope-notes","version":2}',
])('%j is no list', (text) => {
  expect(parseNotes(text)).toBeNull();
});

test('notes that make no sense are left out, and counted', () => {
  const wrong = [
    ...[note('a', 98), note('b', -1), note('c', 5, { end: 5 }), note('')],
    ...[note('d', 0.5), { ...note('e'), colour: 'pink' }, { ...note('f'), name: 3 }, null, 'x'],
  ];
  const text = formatNotes({ ...list, notes: [...list.notes, ...wrong] as Note[] });
  expect(parseNotes(text)).toEqual({ ...list, leftOut: wrong.length });
});

test('two lists become one, and nothing is lost', () => {
  let made = 0;
  const makeId = () => `new ${++made}`;
  const mine = [note('1'), note('2', 8)];
  expect(mergeNotes(mine, mine, makeId)).toEqual({ notes: mine, noRoom: 0 });
  const merged = mergeNotes(mine, [note('2', 8, { name: 'other words' }), note('3', 2)], makeId);
  expect(merged.notes.map(({ id, name }) => [id, name])).toEqual([
    ['1', 'note 1'],
    ['3', 'note 3'],
    ['2', 'note 2'],
    ['new 1', 'other words'],
  ]);
  expect(inOrder([note('b', 4), note('a', 4), note('c')]).map(({ id }) => id)).toEqual([
    'c',
    'a',
    'b',
  ]);
});

test('where there is no room for all, mine stay, and what falls off is counted', () => {
  const mine = Array.from({ length: MOST_NOTES - 2 }, (_, i) => note(`mine ${i}`, 1000 + i));
  const theirs = [note('a'), note('b'), note('c'), { ...note('d') }];
  const { notes, noRoom } = mergeNotes(mine, theirs, String);
  expect(noRoom).toBe(2);
  expect(notes).toHaveLength(MOST_NOTES);
  expect(notes.at(-1)).toEqual(mine.at(-1));
});
