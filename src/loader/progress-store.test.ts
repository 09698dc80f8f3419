import { describe, expect, it } from 'vitest';
import {
  formatProgress,
  markDone,
  NO_PROGRESS,
  reset,
  type Progress,
} from '../core/progress/progress';
import { PROGRESS_KEY, ProgressStore, type ProgressStorage, type Trouble } from './progress-store';

const read = (id: string) => (progress: Progress) =>
  markDone(progress, { kind: 'section', lesson: 'views', id });
const sections = ({ lessons }: Progress) => Object.keys(lessons['views'] ?? {});

/** localStorage as a map that can run out of room, and the tabs that share it. */
function device(texts: Readonly<Record<string, string>> = {}) {
  const map = new Map(Object.entries(texts));
  const storage = {
    /** What setItem throws. */
    error: null as Error | null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem(key: string, value: string) {
      if (storage.error) throw storage.error;
      map.set(key, value);
    },
  };
  const tab = (of: () => ProgressStorage = () => storage) => {
    const troubles: Trouble[] = [];
    const store = new ProgressStore(of, () => 5);
    store.onTrouble = (trouble) => void troubles.push(trouble);
    store.load();
    return { store, troubles };
  };
  return { map, storage, tab };
}
const named = (name: string) => Object.assign(new Error(name), { name });

describe('a store of progress', () => {
  it('adds to what another tab wrote without a word', () => {
    const { tab } = device();
    const [one, other] = [tab().store, tab().store];
    one.update(read('a'));
    other.update(read('b'));
    one.update(read('c'));
    expect(sections(one.progress)).toEqual(['section:a', 'section:b', 'section:c']);
    expect(tab().store.progress).toEqual(one.progress);
  });

  it('puts back what another tab wrote over, and then both are at rest', () => {
    const { map, tab } = device();
    const [one, other] = [tab().store, tab().store];
    one.update(read('a'));
    // Another process may not have seen that yet, and writes what it knows.
    const over = formatProgress(read('b')(NO_PROGRESS));
    map.set(PROGRESS_KEY, over);
    one.hear(over);
    const both = map.get(PROGRESS_KEY);
    expect(both).toContain('section:a');
    expect(both).toContain('section:b');
    other.hear(both ?? null);
    expect(map.get(PROGRESS_KEY)).toBe(both);
    expect(other.progress).toEqual(one.progress);
  });

  it('forgets with a reset in another tab', () => {
    const { map, tab } = device();
    const [one, other] = [tab().store, tab().store];
    one.update(read('a'));
    other.update(reset);
    one.hear(map.get(PROGRESS_KEY) ?? null);
    one.update(read('b'));
    expect(sections(one.progress)).toEqual(['section:b']);
  });

  it('forgets where the reader cleared the browser’s storage', () => {
    const { map, tab } = device();
    const { store } = tab();
    store.update(read('a'));
    map.clear();
    store.hear(null);
    expect(store.progress).toEqual(NO_PROGRESS);
    expect(map.size).toBe(0);
  });

  it('writes nothing where nothing changes', () => {
    const { map, storage, tab } = device();
    const { store, troubles } = tab();
    store.update((progress) => progress);
    expect(map.size).toBe(0);
    store.update(read('a'));
    storage.error = named('QuotaExceededError');
    store.update(read('a'));
    expect(troubles).toEqual([]);
  });

  it('sets aside what is no progress, says so once, and begins anew', () => {
    const { map, tab } = device({ [PROGRESS_KEY]: '{"v":1,' });
    const { store, troubles } = tab();
    store.update(read('a'));
    expect(map.get(`${PROGRESS_KEY}:unreadable:5`)).toBe('{"v":1,');
    expect(map.get(PROGRESS_KEY)).toBe(formatProgress(store.progress));
    expect(troubles).toEqual([{ kind: 'unreadable', keptAs: `${PROGRESS_KEY}:unreadable:5` }]);
  });

  it('puts what this tab still knows in place of what somebody spoilt', () => {
    const { map, tab } = device();
    const { store } = tab();
    store.update(read('a'));
    map.set(PROGRESS_KEY, 'spoilt');
    store.hear('spoilt');
    expect(map.get(PROGRESS_KEY)).toBe(formatProgress(store.progress));
    expect(sections(store.progress)).toEqual(['section:a']);
  });

  it('never writes over what it could not set aside', () => {
    const { map, storage, tab } = device({ [PROGRESS_KEY]: 'spoilt' });
    storage.error = named('QuotaExceededError');
    const { store, troubles } = tab();
    storage.error = null;
    // There is room again: it is set aside now.
    store.update(read('a'));
    expect([...map.values()]).toContain('spoilt');
    expect(map.get(PROGRESS_KEY)).toBe(formatProgress(store.progress));
    expect(sections(store.progress)).toEqual(['section:a']);
    expect(troubles).toEqual([{ kind: 'unreadable', keptAs: PROGRESS_KEY }]);

    storage.error = named('QuotaExceededError');
    map.set(PROGRESS_KEY, 'spoilt again');
    store.update(read('b'));
    expect(map.get(PROGRESS_KEY)).toBe('spoilt again');
  });

  it.each([
    ['full', 'QuotaExceededError'],
    ['full', 'NS_ERROR_DOM_QUOTA_REACHED'],
    ['forbidden', 'SecurityError'],
  ])('tells once that storage is %s (%s), and counts on', (kind, name) => {
    const { storage, tab } = device();
    const { store, troubles } = tab();
    storage.error = named(name);
    store.update(read('a'));
    store.update(read('b'));
    expect(troubles).toEqual([{ kind }]);
    expect(sections(store.progress)).toEqual(['section:a', 'section:b']);
    storage.error = null;
    store.update(read('c'));
    expect(sections(tab().store.progress)).toEqual(['section:a', 'section:b', 'section:c']);
  });

  it('says nothing of forbidden storage to somebody who only looks', () => {
    const { tab } = device();
    const { store, troubles } = tab(() => {
      throw named('SecurityError');
    });
    expect(troubles).toEqual([]);
    store.update(read('a'));
    expect(troubles).toEqual([{ kind: 'forbidden' }]);
  });

  it('lets our own mistakes through', () => {
    const { store, troubles } = device().tab();
    expect(() => store.update(read('no name'))).toThrow(RangeError);
    expect(troubles).toEqual([]);
  });
});
