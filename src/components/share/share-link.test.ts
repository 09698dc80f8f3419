import { expect, test, vi } from 'vitest';
import { openLink } from '../../core/share/link';
import { FULL, PROGRAM, shared } from '../../core/share/shared.fixture';
import type { Shared, SharedProgram } from '../../core/share/shared';
import { isLocalHost, linkTo, makeReady } from './share-link';
import type { FindExample } from './share-source';

const PAGE = 'https://bytes.example/lessons/views/#pitfalls';
const EXAMPLE: SharedProgram = { ...PROGRAM, from: 'views/create' };

const ready = (what: Shared, example: FindExample = () => Promise.resolve(EXAMPLE)) =>
  makeReady({ toShared: () => Promise.resolve(what), example });
const hrefOf = async (what: Shared, atStep = true, example?: FindExample) => {
  const made = linkTo(await ready(what, example), atStep, PAGE);
  return made.kind === 'link' ? made.href : JSON.stringify(made.problem);
};
const opened = (href: string) => openLink(new URL(href).hash);

test('a program of the site as it stands is named, in 56 characters', async () => {
  const href = await hrefOf(shared(EXAMPLE, { view: { step: 12 } }));
  expect(href).toMatch(/^https:\/\/bytes\.example\/playground\/#1\.views\/create\.[\w-]{4}\.12$/);
  expect(href.length).toBe(56);
});

test('in Korean it leads to the Korean playground', async () => {
  const href = await hrefOf(shared(EXAMPLE, { language: 'ko' }));
  expect(href).toMatch(/^https:\/\/bytes\.example\/ko\/playground\/#1\.views\/create\./);
});

test.each<[string, Shared]>([
  ['an edit', shared({ ...EXAMPLE, source: '1' })],
  ['a control that was set', shared({ ...EXAMPLE, controls: FULL.program.controls })],
  ['another realm', shared({ ...EXAMPLE, realm: 'page' })],
  ['a file', shared(EXAMPLE, { files: FULL.files })],
  ['a slow connection', shared(EXAMPLE, { view: { conditions: FULL.view.conditions } })],
  ['no example', shared()],
])('with %s all of the program goes along', async (_name, what) => {
  expect(opened(await hrefOf(what))).toEqual({ kind: 'program', shared: what });
});

test.each<[string, FindExample]>([
  ['which the site does not have', () => Promise.resolve(null)],
  ['which does not load', () => Promise.reject(new Error('offline'))],
])('a program named after an example %s is written out', async (_name, example) => {
  const what = shared(EXAMPLE);
  expect(opened(await hrefOf(what, true, example))).toEqual({ kind: 'program', shared: what });
});

test('a program of the reader’s own asks for no example', async () => {
  const example = vi.fn(() => Promise.resolve(null));
  await ready(shared(), example);
  expect(example).not.toHaveBeenCalled();
});

test('the moment goes along only when the reader wants it', async () => {
  const what = shared({}, { view: { step: 12, base: 'bin' } });
  expect(opened(await hrefOf(what, false))).toEqual({
    kind: 'program',
    shared: shared({}, { view: { base: 'bin' } }),
  });
});

test('a file that is too large is named, and an example with one left out is not one', async () => {
  const file = { control: 'a', name: 'a.bin', type: '', bytes: new Uint8Array(40_000) };
  const { left, isExample } = await ready(shared(EXAMPLE, { files: [file] }));
  expect(left).toEqual([{ name: 'a.bin', why: { kind: 'large', bytes: 40_000, most: 32_768 } }]);
  expect(isExample).toBe(false);
});

test('a program larger than a link is said to be', async () => {
  expect(await hrefOf(shared({ source: 'x'.repeat(300_000) }))).toContain('"kind":"large"');
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['r1.localhost', true],
  ['192.168.0.7', false],
  ['bytes.example', false],
])('%s answers on this computer alone: %s', (host, is) => {
  expect(isLocalHost(host)).toBe(is);
});
