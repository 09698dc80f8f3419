import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchScheme, type Scheme } from './scheme';

let shown: Scheme | 'light dark' = 'light';
let asked = 0;
let watched: MutationObserverInit | undefined;
let mutate = (): void => undefined;

beforeEach(() => {
  shown = 'light';
  asked = 0;
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('getComputedStyle', () => ({ colorScheme: (asked++, shown) }));
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined }));
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        mutate = callback;
      }
      observe(_: unknown, options: MutationObserverInit) {
        watched = options;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the page is asked once, and again when what chooses a scheme has changed', () => {
  const changes: Scheme[] = [];
  const scheme = watchScheme((next) => void changes.push(next));
  expect([scheme.now, scheme.now, asked]).toEqual(['light', 'light', 1]);
  shown = 'dark';
  mutate();
  mutate();
  expect(changes).toEqual(['dark']);
  expect(scheme.now).toBe('dark');
});

test('where the page leaves it to the system, the system is asked', () => {
  shown = 'light dark';
  expect(watchScheme(() => undefined).now).toBe('dark');
});

test('what the page notes on its root for other reasons costs no layout', () => {
  watchScheme(() => undefined);
  expect(watched?.attributeFilter).toContain('data-theme');
  expect(watched?.attributeFilter).not.toContain('data-arriving');
  expect(watched?.attributes).toBeUndefined();
});
