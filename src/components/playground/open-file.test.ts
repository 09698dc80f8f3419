import { expect, test } from 'vitest';
import { isProgramFile, MAX_PROGRAM_BYTES, readProgramFile } from './open-file';

test('a program is read as text, with line feeds alone', async () => {
  expect(await readProgramFile(new File(['let a;\r\nlet b;\r'], 'a.js'))).toEqual({
    kind: 'text',
    text: 'let a;\nlet b;\n',
  });
});

test('a byte order mark is no character of it', async () => {
  const file = new File([Uint8Array.of(0xef, 0xbb, 0xbf, 0x31)], 'a.js');
  expect(await readProgramFile(file)).toEqual({ kind: 'text', text: '1' });
});

test.each([
  ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe, 0x41), { kind: 'binary' }],
  ['a zero byte', Uint8Array.of(0x41, 0, 0x41), { kind: 'binary' }],
  [
    'too much',
    new Uint8Array(MAX_PROGRAM_BYTES + 1).fill(0x41),
    { kind: 'large', bytes: MAX_PROGRAM_BYTES + 1, most: MAX_PROGRAM_BYTES },
  ],
])('a file with %s is refused, with the reason', async (_what, bytes, why) => {
  expect(await readProgramFile(new File([bytes], 'a.js'))).toEqual({ kind: 'refused', why });
});

test('a file that went away is refused', async () => {
  const gone = Object.assign(new File(['x'], 'a.js'), {
    arrayBuffer: () => Promise.reject(new Error('gone')),
  });
  expect(await readProgramFile(gone)).toEqual({ kind: 'refused', why: { kind: 'unreadable' } });
});

test.each([
  ['a.js', '', true],
  ['a.mjs', '', true],
  ['A.JS', '', true],
  ['a', 'text/javascript', true],
  ['a.json', 'application/json', false],
  ['a.png', 'image/png', false],
  ['js', '', false],
])('%s of type "%s" is a program: %s', (name, type, is) => {
  expect(isProgramFile(new File([''], name, { type }))).toBe(is);
});
