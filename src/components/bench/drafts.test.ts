import { describe, expect, test } from 'vitest';
import { EMPTY_SLOT, type Draft } from './draft-slot';
import { Drafts } from './drafts';
import { fakeStorage } from './fake-storage';

const draft = (source: string): Draft => ({ source, base: 'b', tab: 'a', savedAt: 1 });
const put = (source: string) => () => ({ ...EMPTY_SLOT, current: draft(source) });

describe('drafts', () => {
  test('what was written is read again', () => {
    const disk = fakeStorage();
    expect(new Drafts(disk, 'a').update('views/s1', put('let x;'))).toMatchObject({
      kind: 'saved',
    });
    expect(new Drafts(disk, 'b').read('views/s1')).toEqual({
      kind: 'read',
      value: { v: 1, current: draft('let x;'), others: [] },
      unreadable: null,
    });
  });

  test('a slot without versions leaves nothing behind', () => {
    const disk = fakeStorage();
    const drafts = new Drafts(disk, 'a');
    drafts.update('x', put('1'));
    drafts.update('x', () => EMPTY_SLOT);
    expect(disk.map.size).toBe(0);
  });

  test.each([
    '{',
    '[]',
    '{"v":2}',
    '{"v":1,"current":{"source":3},"others":[]}',
    '{"v":1,"current":null,"others":[{"source":"","base":"","tab":"","savedAt":1e999}]}',
    'null',
  ])('unreadable storage %s is told, kept and replaced', (text) => {
    const disk = fakeStorage();
    disk.map.set('bytescope:draft:x', text);
    const drafts = new Drafts(disk, 'a', () => 7);
    const unreadable = 'bytescope:draft:x:unreadable:7';
    expect(drafts.read('x')).toEqual({ kind: 'read', value: EMPTY_SLOT, unreadable });
    expect(disk.map.get(unreadable)).toBe(text);
    expect(drafts.update('x', put('new'))).toMatchObject({ kind: 'saved', unreadable: null });
  });

  test('a text that became unreadable since is told by the write that meets it', () => {
    const disk = fakeStorage();
    disk.map.set('bytescope:draft:x', '{');
    expect(new Drafts(disk, 'a', () => 7).update('x', put('new'))).toMatchObject({
      kind: 'saved',
      unreadable: 'bytescope:draft:x:unreadable:7',
    });
    expect(disk.map.get('bytescope:draft:x:unreadable:7')).toBe('{');
  });

  test('an unreadable text that there is no room to set aside is never written over', () => {
    const disk = fakeStorage(0);
    disk.map.set('bytescope:draft:x', '{');
    const drafts = new Drafts(disk, 'a');
    expect(drafts.read('x')).toMatchObject({ unreadable: 'bytescope:draft:x' });
    expect(drafts.update('x', put('new'))).toEqual({ kind: 'full', unreadable: null });
    expect(disk.map.get('bytescope:draft:x')).toBe('{');
  });

  test('a full storage is told, and what was saved before stays', () => {
    const disk = fakeStorage(200);
    const drafts = new Drafts(disk, 'a');
    drafts.update('x', put('short'));
    expect(drafts.update('x', put('y'.repeat(500)))).toMatchObject({ kind: 'full' });
    expect(drafts.read('x')).toMatchObject({ value: { current: { source: 'short' } } });
  });

  test('without storage the draft is unavailable, not an exception', () => {
    expect(new Drafts(null, 'a').read('x')).toEqual({ kind: 'unavailable' });
    expect(new Drafts(null, 'a').update('x', put('1'))).toMatchObject({ kind: 'unavailable' });
  });
});
