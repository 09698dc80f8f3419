import { expect, test } from 'vitest';
import { fitFiles } from './fit-files';
import { MAX_SHARED_FILES, MAX_SHARED_FILES_BYTES } from './limits';
import { writeLink } from './link';
import type { SharedFile } from './shared';
import { shared } from './shared.fixture';

const file = (name: string, length: number, type = ''): SharedFile => ({
  control: name,
  name,
  type,
  bytes: new Uint8Array(length),
});

test('what is too large is left out and named, and the rest goes along in its order', () => {
  const most = MAX_SHARED_FILES_BYTES;
  const { files, left } = fitFiles([file('c', 300), file('big', most + 1), file('a', 20)]);
  expect(files.map(({ name }) => name)).toEqual(['c', 'a']);
  expect(left).toEqual([{ name: 'big', why: { kind: 'large', bytes: most + 1, most } }]);
});

test('all files together have room for so many bytes: the small ones first', () => {
  const half = MAX_SHARED_FILES_BYTES / 2;
  const { files, left } = fitFiles([file('a', half + 2), file('b', half + 1), file('c', 8)]);
  expect(files.map(({ name }) => name)).toEqual(['b', 'c']);
  expect(left.map(({ name }) => name)).toEqual(['a']);
});

test('more files than a link carries are left out', () => {
  const many = Array.from({ length: MAX_SHARED_FILES + 1 }, (_, n) => file(`f${n}`, 1));
  const { files, left } = fitFiles(many);
  expect(files).toHaveLength(MAX_SHARED_FILES);
  expect(left).toEqual([{ name: 'f16', why: { kind: 'many', most: MAX_SHARED_FILES } }]);
});

test('whatever goes along can be written', () => {
  const odd = [
    file('a/b.bin', 1),
    file('x\u202ey', 1),
    file('ok', 1, 'no type'),
    file('b', 2, 'image/png'),
  ];
  const { files, left } = fitFiles(odd);
  expect(left.map(({ why }) => why.kind)).toEqual(['name', 'name']);
  expect(files.map(({ type }) => type)).toEqual(['', 'image/png']);
  expect(writeLink(shared({}, { files })).kind).toBe('link');
});
