import { expect, test } from 'vitest';
import type { Preview } from '../../../core/trace/console-entry';
import { previewText } from './preview-text';

const num = (text: string): Preview => ({ kind: 'primitive', type: 'number', text });
const str = (text: string): Preview => ({ kind: 'string', text, omitted: 0 });

test.each<[string, Preview, string]>([
  ['a string stands without quotes at the top', str('hi'), 'hi'],
  ['a bigint keeps its n', { kind: 'primitive', type: 'bigint', text: '5n' }, '5n'],
  [
    'an object quotes what needs quoting',
    {
      kind: 'object',
      name: 'Object',
      entries: [
        { key: 'a', value: num('1') },
        { key: 'b c', value: str("it's") },
      ],
      omitted: 0,
    },
    "{ a: 1, 'b c': 'it\\'s' }",
  ],
  ['an empty object', { kind: 'object', name: 'Object', entries: [], omitted: 0 }, '{}'],
  [
    'a class instance is named',
    { kind: 'object', name: 'Point', entries: [{ key: 'x', value: num('1') }], omitted: 2 },
    'Point { x: 1, … }',
  ],
  [
    'a sparse array names its holes',
    { kind: 'list', name: 'Array', length: 3, items: [num('1'), null, num('3')], omitted: 0 },
    '[1, empty, 3]',
  ],
  [
    'a map shows pairs',
    {
      kind: 'list',
      name: 'Map',
      length: 1,
      items: [{ kind: 'list', name: 'Array', length: 2, items: [str('k'), num('1')], omitted: 0 }],
      omitted: 0,
    },
    "Map(1) ['k' => 1]",
  ],
  [
    'a typed array says its length and first elements',
    {
      kind: 'typed-array',
      type: 'Uint8Array',
      length: 12,
      byteOffset: 0,
      byteLength: 12,
      bufferByteLength: 12,
      bufferId: 0,
      detached: false,
      items: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      bytes: new Uint8Array(12),
    },
    'Uint8Array(12) [1, 2, 3, 4, 5, 6, 7, 8, …]',
  ],
  [
    'a Blob says its size and type',
    { kind: 'blob', file: null, size: 3, type: 'image/png', bytes: null },
    "Blob(3) 'image/png'",
  ],
])('%s', (_name, preview, text) => {
  expect(previewText(preview)).toBe(text);
});
