import { expect, test } from 'vitest';
import { parseToWorker } from './messages';
import { localeAt, planFor } from './plan';
import { partOf, rangeOf } from './range';

const SCOPE = 'https://site.example/teach/';
const get = (path: string, mode = 'cors') => ({ method: 'GET', url: SCOPE + path, mode });

test.each([
  ['lessons/views/?a#b', 'navigate', 'page'],
  ['_astro/a.js', 'cors', 'file'],
  ['media/clip.webm', 'no-cors', 'media'],
  ['pagefind/pagefind-entry.json?ts=1', 'cors', 'search'],
  ['favicon.svg', 'no-cors', 'other'],
  ['socket.io/?EIO=4', 'cors', 'leave'],
  ['tus/', 'cors', 'leave'],
  ['healthz', 'cors', 'leave'],
  ['realm/0123456789abcdef.html', 'navigate', 'leave'],
  ['sw.js', 'cors', 'leave'],
] as const)('%s (%s): %s', (path, mode, plan) => {
  expect(planFor(get(path, mode), SCOPE)).toBe(plan);
});

test('what is sent, and what is of another site or beside the path, is left alone', () => {
  expect(planFor({ ...get('media/clip.webm'), method: 'POST' }, SCOPE)).toBe('leave');
  expect(planFor({ ...get(''), url: 'https://other.example/teach/' }, SCOPE)).toBe('leave');
  expect(planFor({ ...get(''), url: 'https://site.example/other/' }, SCOPE)).toBe('leave');
});

test('the stand-in page speaks the language of the address', () => {
  expect(localeAt(`${SCOPE}ko/lessons/views/`, SCOPE)).toBe('ko');
  expect(localeAt(`${SCOPE}lessons/ko/`, SCOPE)).toBe('en');
});

test.each([
  ['bytes=0-3', [0, 4]],
  ['bytes=4-', [4, 10]],
  ['bytes=-3', [7, 10]],
  ['bytes=8-99', [8, 10]],
  ['bytes=-', null],
  ['bytes=0-1,4-5', null],
  ['items=0-1', null],
  [null, null],
] as const)('%s of ten bytes', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range);
});

test('a part comes with its place, a range beyond the end with the length, and no range as the whole', async () => {
  const whole = () => new Response('0123456789', { headers: { 'Content-Type': 'video/webm' } });
  const part = await partOf(whole(), 'bytes=2-4');
  expect([part.status, await part.text()]).toEqual([206, '234']);
  expect(part.headers.get('Content-Range')).toBe('bytes 2-4/10');
  expect(part.headers.get('Content-Type')).toBe('video/webm');
  const beyond = await partOf(whole(), 'bytes=10-');
  expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, 'bytes */10']);
  const all = await partOf(whole(), null);
  expect([all.status, await all.text()]).toEqual([200, '0123456789']);
});

test('only what a page may say is heard', () => {
  expect(parseToWorker({ kind: 'visited', page: 'x', more: 1 })).toEqual({
    kind: 'visited',
    page: 'x',
  });
  expect(parseToWorker({ kind: 'keep', pages: ['x', 1] })).toBeNull();
  expect(parseToWorker({ kind: 'other' })).toBeNull();
  expect(parseToWorker(null)).toBeNull();
});
