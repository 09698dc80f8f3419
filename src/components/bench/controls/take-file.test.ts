import { expect, test } from 'vitest';
import type { FileControl } from '../../../core/controls/control';
import { refuse } from './take-file';

const control: FileControl = { kind: 'file', name: 'p', accept: 'image/png, .jpg', maxBytes: 64 };

function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width, false);
  new DataView(bytes.buffer).setUint32(20, height, false);
  return bytes;
}

test.each([
  ['a picture', new File([png(640, 400)], 'a.png', { type: 'image/png' }), null],
  ['one by its ending', new File(['x'], 'A.JPG'), null],
  ['text', new File(['x'], 'a.txt', { type: 'text/plain' }), { kind: 'type', type: 'text/plain' }],
  [
    'a large file',
    new File([new Uint8Array(65)], 'a.png', { type: 'image/png' }),
    { kind: 'bytes', bytes: 65, most: 64 },
  ],
  [
    'a small file of a huge picture',
    new File([png(60_000, 60_000)], 'a.png', { type: 'image/png' }),
    { kind: 'pixels', width: 60_000 },
  ],
])('%s', async (_name, file, refusal) => {
  const found = await refuse(file, control);
  if (refusal === null) expect(found).toBeNull();
  else expect(found).toMatchObject(refusal);
});

test('a file that is gone is said to be', async () => {
  const file = new File(['x'], 'a.jpg');
  file.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as Blob;
  expect(await refuse(file, control)).toEqual({ kind: 'unreadable' });
});
