import { expect, test } from 'vitest';
import {
  formatNotes,
  inOrder,
  mergeNotes,
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
  expect(mergeNotes(mine, mine, makeId)).toEqual(mine);
  const merged = mergeNotes(mine, [note('2', 8, { name: 'other words' }), note('3', 2)], makeId);
  expect(merged.map(({ id, name }) => [id, name])).toEqual([
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
