import { expect, test } from 'vitest';
import LabUrl from './url';

test.each([
  ['/tus/abc', '/tus/', '/tus/abc'],
  ['abc', '/tus/', '/tus/abc'],
  ['https://example.com/files/1', '/tus/', 'https://example.com/files/1'],
  ['/files/1', 'https://example.com/files/', 'https://example.com/files/1'],
])('%s, told by %s, is %s', (link, base, url) => {
  expect(new LabUrl(link, base).toString()).toBe(url);
});
