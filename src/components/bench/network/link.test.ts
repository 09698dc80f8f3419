import { describe, expect, it } from 'vitest';
import { CLEAR_LINK } from '../../../core/trace/net-log';
import { Shelf } from '../shelf';
import { fakeStorage } from '../fake-storage';
import { fieldNumber, linkAtStart, LINKS, parseLink } from './link';

const slow = {
  ...CLEAR_LINK,
  latencyMs: 120,
  bytesPerSecond: 1e6,
  chunkBytes: 65_536,
  dropAfter: 3,
};

describe('the link of a bench', () => {
  it('is kept for the bench it was set for, and a clear link takes no room', () => {
    const storage = fakeStorage();
    const shelf = new Shelf(storage, LINKS);
    shelf.update('upload/s6', () => slow);
    expect(shelf.read('upload/s6')).toMatchObject({ value: slow });
    expect(shelf.read('upload/s7')).toMatchObject({ value: CLEAR_LINK });
    shelf.update('upload/s6', () => CLEAR_LINK);
    expect(storage.getItem('bytescope:link:upload/s6')).toBeNull();
  });

  it('opens as the reader set it, else as the program came, and opening writes nothing', () => {
    const storage = fakeStorage();
    const shelf = new Shelf(storage, LINKS);
    expect(linkAtStart(shelf, 'play/x', slow)).toEqual(slow);
    expect(linkAtStart(shelf, 'play/x', null)).toEqual(CLEAR_LINK);
    expect(storage.getItem('bytescope:link:play/x')).toBeNull();
    shelf.update('play/x', () => ({ ...CLEAR_LINK, latencyMs: 5 }));
    expect(linkAtStart(shelf, 'play/x', slow)).toEqual({ ...CLEAR_LINK, latencyMs: 5 });
    expect(linkAtStart(new Shelf(null, LINKS), 'play/x', slow)).toEqual(slow);
  });

  it.each([
    ['no JSON', '{'],
    ['another thing', '[]'],
    ['a latency below 0', JSON.stringify({ ...slow, latencyMs: -1 })],
    ['no bandwidth at all', JSON.stringify({ ...slow, bytesPerSecond: 0 })],
    ['a chunk of no bytes', JSON.stringify({ ...slow, chunkBytes: 0 })],
    ['a drop before the first message', JSON.stringify({ ...slow, dropAfter: 0 })],
    ['a word for a flag', JSON.stringify({ ...slow, reorder: 'yes' })],
  ])('is not read out of %s', (_, text) => {
    expect(parseLink(text)).toBeNull();
  });

  it('reads what it wrote, and what was written before there was a largest chunk', () => {
    expect(parseLink(JSON.stringify(slow))).toEqual(slow);
    expect(parseLink(JSON.stringify({ ...slow, chunkBytes: undefined }))).toEqual({
      ...slow,
      chunkBytes: null,
    });
  });
});

it('a field holds whole numbers within bounds, and nothing for everything else', () => {
  expect(fieldNumber('120', 0, 10_000)).toBe(120);
  expect(fieldNumber('1.6', 0, 10_000)).toBe(2);
  expect(fieldNumber('99999', 0, 10_000)).toBe(10_000);
  expect(fieldNumber('', 1, 10)).toBeNull();
  expect(fieldNumber('0', 1, 10)).toBeNull();
  expect(fieldNumber('abc', 0, 10)).toBeNull();
});
