import { afterEach, expect, test, vi } from 'vitest';
import { watchLinks } from './watch-links';

vi.mock('./show-link', () => {
  throw new Error('The network is gone.');
});
afterEach(() => vi.unstubAllGlobals());

const page = (hash: string) => {
  const window = new EventTarget();
  vi.stubGlobal('window', Object.assign(window, { location: { hash } }));
};

test('a link is not opened without a word where what opens it does not come', async () => {
  page('#1.views/create.abcd');
  const fail = vi.fn();
  const example = () => Promise.resolve(null);
  watchLinks({ locale: 'en', example, open: () => undefined, fail });
  await expect.poll(() => fail.mock.calls.length).toBe(1);
});

test('an address that is gone by then is not spoken of', async () => {
  page('#1.views/create.abcd');
  const fail = vi.fn();
  const example = () => Promise.resolve(null);
  watchLinks({ locale: 'en', example, open: () => undefined, fail })();
  await import('./show-link').catch(() => undefined);
  expect(fail).not.toHaveBeenCalled();
});
