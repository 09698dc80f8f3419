import { expect, test } from 'vitest';
import { atByte, destinationOf, moved, ofRange, rangeOf, type Selection } from './selection';

const GRID = { rowBytes: 8, rows: 10 };
const press = (selection: Selection, key: string, more = {}) =>
  moved(
    selection,
    { ...{ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false }, ...more },
    100,
    GRID,
  );

test('keys move by bytes, rows and screens, and stop at the ends', () => {
  expect(press(atByte(5), 'ArrowRight')).toEqual(atByte(6));
  expect(press(atByte(5), 'ArrowUp')).toEqual(atByte(5));
  expect(press(atByte(5), 'ArrowDown')).toEqual(atByte(13));
  expect(press(atByte(5), 'PageDown')).toEqual(atByte(85));
  expect(press(atByte(13), 'Home')).toEqual(atByte(8));
  expect(press(atByte(13), 'End')).toEqual(atByte(15));
  expect(press(atByte(13), 'End', { ctrlKey: true })).toEqual(atByte(99));
  expect(press(atByte(99), 'ArrowRight')).toEqual(atByte(99));
  expect(press(atByte(5), 'x')).toBeNull();
});

test('Shift selects in both directions from where it began', () => {
  let selection: Selection | null = atByte(20);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp'])
    selection = press(selection ?? atByte(0), key, { shiftKey: true });
  expect(selection && rangeOf(selection)).toEqual({ start: 14, end: 21 });
  expect(press({ anchor: 20, at: 14 }, 'Escape')).toEqual(atByte(14));
  expect(press(atByte(14), 'Escape')).toBeNull();
  const all = press(atByte(14), 'a', { ctrlKey: true });
  expect(all && rangeOf(all)).toEqual({ start: 0, end: 100 });
  expect(press(atByte(14), 'ㅁ', { code: 'KeyA', ctrlKey: true })).toEqual(all);
  expect(rangeOf(ofRange({ start: 4, end: 8 }))).toEqual({ start: 4, end: 8 });
});

test.each([
  ['0x10', { start: 16, end: 17 }],
  ['+4', { start: 54, end: 55 }],
  ['0x10..0x1F', { start: 16, end: 32 }],
  ['10..+4', { start: 10, end: 15 }],
  ['100', 'outside'],
  ['-51', 'outside'],
  ['90..100', 'outside'],
  ['20..10', null],
  ['1..2..3', null],
  ['somewhere', null],
])('%s', (text, destination) => {
  expect(destinationOf(text, 50, 100)).toEqual(destination);
});
