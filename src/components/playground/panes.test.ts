import { expect, test, vi } from 'vitest';
import { fakeStorage } from '../bench/fake-storage';
import { DEFAULT_SHARES, LEAST_SHARE, MOST_SHARE, Panes } from './panes';

test('what the reader sets is there again, and each pane by itself', () => {
  const storage = fakeStorage();
  const panes = new Panes(storage);
  panes.put('columns', 0.4);
  const again = new Panes(storage);
  again.restore();
  expect(again.shares).toEqual({ ...DEFAULT_SHARES, columns: 0.4 });
  again.reset('columns');
  expect(again.shares).toEqual(DEFAULT_SHARES);
  expect(storage.map.size).toBe(0);
});

test('no pane is lost', () => {
  const panes = new Panes(fakeStorage());
  panes.put('rows', -3);
  expect(panes.shares.rows).toBe(LEAST_SHARE);
  panes.put('rows', 3);
  expect(panes.shares.rows).toBe(MOST_SHARE);
});

test('a pointer on its way keeps nothing until it is let go', () => {
  const storage = fakeStorage();
  const panes = new Panes(storage);
  const heard = vi.fn();
  panes.subscribe(heard);
  panes.move('columns', 0.3);
  panes.move('columns', 0.3);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(storage.map.size).toBe(0);
  panes.keep();
  expect(storage.map.size).toBe(1);
});

test.each(['{', '{"columns":9}', '{"columns":"wide"}', '[]'])(
  'stored %s gives the panes as they come',
  (text) => {
    const storage = fakeStorage();
    storage.map.set('bytescope:playground:panes', text);
    const panes = new Panes(storage);
    panes.restore();
    expect(panes.shares).toEqual(DEFAULT_SHARES);
  },
);

test('without storage they move all the same', () => {
  const panes = new Panes(null);
  panes.restore();
  panes.put('rows', 0.5);
  expect(panes.shares.rows).toBe(0.5);
});
