/** localStorage for tests: a map, and a limit on the length of one value. */
import type { ShelfStorage } from './shelf';

export interface FakeStorage extends ShelfStorage {
  readonly map: Map<string, string>;
  /** Longest value there is room for. */
  limit: number;
}

export function fakeStorage(limit = Infinity): FakeStorage {
  const map = new Map<string, string>();
  return {
    map,
    limit,
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => void map.delete(key),
    setItem(key, value) {
      if (value.length > this.limit) {
        throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
      }
      map.set(key, value);
    },
  };
}
