import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { TURN_RIGHT } from './exif.ts';
import { mediaFiles } from './files.ts';
import type { Picture } from './scene.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../public/media');
const files = mediaFiles();
const read = (name: string) => readFileSync(path.join(FOLDER, name));

async function pixelsOf(name: string): Promise<Picture> {
  const { data, info } = await sharp(read(name))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

function meanDifference(a: Picture, b: Picture): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
  return sum / a.data.length;
}

describe('public/media', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s', async (name, file) => {
    const decoded = await pixelsOf(name);
    const { width, height } = file.picture;
    expect([decoded.width, decoded.height]).toEqual([width, height]);
    // PNG loses nothing; JPEG may differ by what an eye does not see.
    if (file.format === 'png') expect(meanDifference(decoded, file.picture)).toBe(0);
    else expect(meanDifference(decoded, file.picture)).toBeLessThan(3);
  });

  test('nothing else is there, and the provenance is that of these bytes', () => {
    const { files: known } = JSON.parse(read('pictures.json').toString()) as {
      files: Record<string, { bytes: number; sha256: string }>;
    };
    const drawn = readdirSync(FOLDER).filter((name) => name.startsWith('lake-'));
    expect(drawn).toEqual(files.map(({ name }) => name).toSorted());
    for (const name of drawn) {
      const bytes = read(name);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(known[name], name).toEqual({ bytes: bytes.length, sha256 });
    }
  });

  test.each([
    ['lake-exif-ii.jpg', '49 49 2a 00 08 00 00 00 02 00 12 01 03 00 01 00 00 00 06 00'],
    ['lake-exif-mm.jpg', '4d 4d 00 2a 00 00 00 08 00 02 01 12 00 03 00 00 00 01 00 06'],
  ])('%s says its byte order and its orientation', async (name, header) => {
    const bytes = read(name);
    expect(bytes.subarray(0, 4).toString('hex')).toBe('ffd8ffe1');
    expect(bytes.subarray(6, 12).toString('latin1')).toBe('Exif\0\0');
    const wanted = Buffer.from(header.replaceAll(' ', ''), 'hex');
    expect(bytes.subarray(12, 12 + wanted.length)).toEqual(wanted);
    expect((await sharp(bytes).metadata()).orientation).toBe(TURN_RIGHT);
    // Turned as it says, it is the upright picture.
    const upright = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true });
    expect([upright.info.width, upright.info.height]).toEqual([327, 125]);
  });

  test('the turned picture is the small one on its side', () => {
    const small = files.find(({ name }) => name === 'lake-327x125.png')?.picture;
    const turned = files.find(({ name }) => name === 'lake-exif-ii.jpg')?.picture;
    const [first, last] = [small?.data.subarray(0, 4), turned?.data.subarray(326 * 125 * 4)];
    expect(last?.subarray(0, 4)).toEqual(first);
  });
});
