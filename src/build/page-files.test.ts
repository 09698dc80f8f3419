import { expect, test } from 'vitest';
import { fetchedByPage, filesOfPage, type SiteFiles } from './page-files';

const site: SiteFiles = {
  assets: new Map([
    [
      'Page.aaaaaaaa.css',
      '@font-face{src:url(/_astro/sans.bbbbbbbb.woff2)}@font-face{src:url(/_astro/other.bbbbbbbb.woff2?whole)}',
    ],
    ['sans.bbbbbbbb.woff2', null],
    ['other.bbbbbbbb.woff2', null],
    [
      'Bench.cccccccc.js',
      'import{a}from"./react.dddddddd.js";const d=["_astro/Monaco.eeeeeeee.js","_astro/late.ffffffff.js"];new Worker("/_astro/relay.worker-gggggggg.js")',
    ],
    ['react.dddddddd.js', 'export const a=1'],
    ['late.ffffffff.js', 'import"./react.dddddddd.js"'],
    ['relay.worker-gggggggg.js', ''],
    ['Monaco.eeeeeeee.js', 'import{a}from"./react.dddddddd.js";import"./huge.hhhhhhhh.js"'],
    ['huge.hhhhhhhh.js', ''],
  ]),
  media: new Set(['clip.webm', 'lake.png', 'other.png']),
  editor: new Set(['Monaco.eeeeeeee.js', 'react.dddddddd.js', 'huge.hhhhhhhh.js']),
};
const html = `<link rel="stylesheet" href="/_astro/Page.aaaaaaaa.css">
<astro-island component-url="/_astro/Bench.cccccccc.js" props="fetch('/media/clip.webm'); lake.png">`;

test('a page needs what it names, and what that names: styles, fonts, chunks, workers, media', () => {
  expect(filesOfPage(html, site)).toEqual([
    '_astro/Bench.cccccccc.js',
    '_astro/Page.aaaaaaaa.css',
    '_astro/late.ffffffff.js',
    '_astro/react.dddddddd.js',
    '_astro/relay.worker-gggggggg.js',
    '_astro/sans.bbbbbbbb.woff2',
    'media/clip.webm',
    'media/lake.png',
  ]);
});

test('an editor is no part of a page, but what both of them import is', () => {
  const files = filesOfPage(html, site);
  expect(files).not.toContain('_astro/Monaco.eeeeeeee.js');
  expect(files).not.toContain('_astro/huge.hhhhhhhh.js');
  expect(files).toContain('_astro/react.dddddddd.js');
});

test('the playground needs the programs of its language, and no other page does', () => {
  const examples = ['examples/index.json', 'examples/views.json', 'ko/examples/views.json'];
  expect(fetchedByPage('playground/', examples)).toEqual(examples.slice(0, 2));
  expect(fetchedByPage('ko/playground/', examples)).toEqual(examples.slice(2));
  expect(fetchedByPage('lessons/views/', examples)).toEqual([]);
});
