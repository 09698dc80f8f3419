import { describe, expect, test } from 'vitest';
import { Drafts, hashSource, type DraftStorage } from './drafts';

function storage(limit = Infinity): DraftStorage & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => void map.delete(key),
    setItem: (key, value) => {
      if (value.length > limit) {
        throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
      }
      map.set(key, value);
    },
  };
}

describe('drafts', () => {
  test('an edit is there again after a reload', () => {
    const disk = storage();
    expect(new Drafts(disk, 'a', () => 1).save('views/s1', 'let x;', 'b')).toEqual({
      kind: 'saved',
    });
    expect(new Drafts(disk, 'b').read('views/s1')).toEqual({
      kind: 'draft',
      draft: { source: 'let x;', base: 'b', tab: 'a', savedAt: 1 },
      others: [],
    });
  });

  test('a snippet brought back to the lesson’s code leaves nothing behind', () => {
    const disk = storage();
    const drafts = new Drafts(disk, 'a');
    drafts.save('x', '1', 'b');
    drafts.save('x', null, 'b');
    expect(disk.map.size).toBe(0);
    expect(drafts.read('x')).toEqual({ kind: 'none' });
  });

  test('two tabs that edit the same snippet both keep their work', () => {
    const disk = storage();
    const one = new Drafts(disk, 'one', () => 1);
    const two = new Drafts(disk, 'two', () => 2);
    one.read('x');
    two.read('x');
    one.save('x', 'from one', 'b');
    expect(two.save('x', 'from two', 'b')).toMatchObject({
      kind: 'conflict',
      other: { source: 'from one', tab: 'one' },
    });
    const read = new Drafts(disk, 'three').read('x');
    expect(read).toMatchObject({
      draft: { source: 'from two' },
      others: [{ source: 'from one' }],
    });
  });

  test('a tab that has seen the other’s version may go over it without a word', () => {
    const disk = storage();
    const one = new Drafts(disk, 'one');
    const two = new Drafts(disk, 'two');
    one.save('x', 'from one', 'b');
    two.read('x');
    expect(two.save('x', 'from two', 'b')).toEqual({ kind: 'saved' });
  });

  test('a reset in one tab does not throw away what another tab wrote meanwhile', () => {
    const disk = storage();
    const one = new Drafts(disk, 'one');
    const two = new Drafts(disk, 'two');
    one.save('x', 'mine', 'b');
    two.save('x', 'yours', 'b');
    expect(one.save('x', null, 'b')).toMatchObject({
      kind: 'conflict',
      other: { source: 'yours' },
    });
    expect(disk.map.get('bytescope:draft:x')).toContain('yours');
  });

  test('a version given up for another is kept with the others', () => {
    const disk = storage();
    const drafts = new Drafts(disk, 'a');
    drafts.save('x', 'mine', 'b');
    drafts.save('x', 'theirs', 'b', 'mine');
    expect(drafts.read('x')).toMatchObject({
      draft: { source: 'theirs' },
      others: [{ source: 'mine' }],
    });
  });

  test.each(['{', '[]', '{"v":2}', '{"v":1,"current":{"source":3},"others":[]}', 'null'])(
    'unreadable storage %s is told, kept and replaced',
    (text) => {
      const disk = storage();
      disk.map.set('bytescope:draft:x', text);
      const drafts = new Drafts(disk, 'a', () => 7);
      expect(drafts.read('x')).toEqual({
        kind: 'corrupt',
        keptAs: 'bytescope:draft:x:unreadable:7',
      });
      expect(disk.map.get('bytescope:draft:x:unreadable:7')).toBe(text);
      expect(drafts.save('x', 'new', 'b')).toEqual({ kind: 'saved' });
    },
  );

  test('a full storage is told, and what was saved before stays', () => {
    const disk = storage(200);
    const drafts = new Drafts(disk, 'a');
    drafts.save('x', 'short', 'b');
    expect(drafts.save('x', 'y'.repeat(500), 'b')).toEqual({ kind: 'full' });
    expect(drafts.read('x')).toMatchObject({ draft: { source: 'short' } });
  });

  test('without storage the draft is unavailable, not an exception', () => {
    expect(new Drafts(null, 'a').read('x')).toEqual({ kind: 'unavailable' });
    expect(new Drafts(null, 'a').save('x', '1', 'b')).toEqual({ kind: 'unavailable' });
  });
});

test('the hash of a source is FNV-1a', () => {
  expect(hashSource('')).toBe('811c9dc5');
  expect(hashSource('a')).toBe('e40c292c');
});
