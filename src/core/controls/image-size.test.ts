import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageSize } from './image-size';

test.each(['png', 'jpeg', 'gif', 'webp'] as const)('%s says its size', async (format) => {
  const create = { width: 37, height: 21, channels: 3, background: '#123456' } as const;
  const bytes = await sharp({ create }).toFormat(format).toBuffer();
  expect(imageSize(bytes)).toEqual({ width: 37, height: 21 });
});

test('lossless WebP and WebP with alpha too', async () => {
  const create = { width: 300, height: 7, channels: 4, background: '#12345680' } as const;
  for (const lossless of [true, false]) {
    const bytes = await sharp({ create }).webp({ lossless }).toBuffer();
    expect(imageSize(bytes)).toEqual({ width: 300, height: 7 });
  }
});

test('a JPEG with an EXIF block before its frame', () => {
  expect(imageSize(readFileSync('public/media/lake-exif-mm.jpg'))).toEqual({
    width: 125,
    height: 327,
  });
});

test.each([
  ['nothing', []],
  ['text', [...new TextEncoder().encode('hello, world')]],
  [
    'a PNG that ends early',
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0],
  ],
  ['a JPEG that ends early', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 1]],
])('%s has none', (_name, bytes) => {
  expect(imageSize(Uint8Array.from(bytes))).toBeNull();
});

test('a small file may say that it is huge', () => {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, 100_000, false);
  new DataView(bytes.buffer).setUint32(20, 100_000, false);
  expect(imageSize(bytes)).toEqual({ width: 100_000, height: 100_000 });
});
