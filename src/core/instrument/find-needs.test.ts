import { expect, test } from 'vitest';
import { TOO_DEEP_SOURCES } from './programs.fixture';
import { findNeeds } from './find-needs';

test.each([
  ['bytes alone', 'const u8 = new Uint8Array(4);\nconsole.log(u8);', 'worker', null],
  ['the document', 'document.body.append("x");', 'page', 'document'],
  ['the window', 'window.onresize = () => {};', 'page', 'window'],
  [
    'a kind of element',
    'console.log(x instanceof HTMLCanvasElement);',
    'page',
    'HTMLCanvasElement',
  ],
  ['a picture', 'const image = new Image();', 'page', 'Image'],
  ['media', 'const source = new MediaSource();', 'page', 'MediaSource'],
  ['typeof alone', 'if (typeof document === "undefined") console.log("none");', 'page', 'document'],
  ['a comment', '// the document of the page\nconsole.log(1);', 'worker', null],
  ['a text', 'console.log("document");', 'worker', null],
  ['a property', 'const file = {};\nfile.document = 1;', 'worker', null],
  ['a key', 'console.log({ document: 1, window: 2 });', 'worker', null],
  ['a parameter of the name', 'const show = (document) => document.size;', 'worker', null],
  [
    'a variable of the name',
    'function f() { const window = new Uint8Array(2); return window; }',
    'worker',
    null,
  ],
  ['a canvas off screen', 'const canvas = new OffscreenCanvas(2, 2);', 'worker', null],
] as const)('a program with %s runs in a %s', (_what, source, realm, pageName) => {
  expect(findNeeds(source)).toMatchObject({ realm, pageName });
});

test.each([
  ['await at the top', 'await null;', 'module'],
  ['import', 'import("x");', 'module'],
  ['strict or not alike', 'let x = 1;', 'module'],
  ['with', 'with ({ a: 1 }) console.log(a);', 'script'],
  ['an old octal', 'console.log(017);', 'script'],
  ['a variable named await', 'var await = 1;', 'script'],
] as const)('a program with %s is a %s', (_what, source, goal) => {
  expect(findNeeds(source)?.goal).toBe(goal);
});

test.each([
  ['io', 'const socket = io("/upload");', true],
  ['tus', 'new tus.Upload(file, {});', true],
  ['fetch of media', 'const r = await fetch("/media/clip.webm");', true],
  ['fetch of media in a template', 'const r = await fetch(`/media/${name}`);', true],
  ['fetch of a Blob', 'const r = await fetch(URL.createObjectURL(blob));', false],
  ['an address without fetch', 'console.log("/media/clip.webm");', false],
  ['an io of its own', 'const io = () => 1; io();', false],
] as const)('a program with %s: network %s', (_what, source, network) => {
  expect(findNeeds(source)?.network).toBe(network);
});

test('a program that does not parse says nothing', () => {
  expect(findNeeds('const = 1')).toBeNull();
});

test.each(TOO_DEEP_SOURCES)('a program of %s says nothing', (_what, source) => {
  expect(findNeeds(source)).toBeNull();
});
