import { expect, test } from 'vitest';
import { part } from '../core/formats/parts';
import { tellingValue } from './inspector';

const range = { start: 0, end: 4 };
const value = (fields: Readonly<Record<string, number | string>>) =>
  tellingValue(
    part('image', range, {
      fields: Object.entries(fields).map(([name, each]) => ({ name, value: each, range })),
    }),
    () => 'usual',
  );

test('a row says the most telling field, and sizes with both sides', () => {
  expect(value({ compressionMethod: 8, fileName: 'a.txt' })).toBe('a.txt');
  expect(value({ applicationIdentifier: 'NETSCAPE' })).toBe('NETSCAPE');
  expect(value({ width: 2, height: 3 })).toBe('2 × 3');
  expect(value({ imageWidth: 2, imageHeight: 3 })).toBe('2 × 3');
  expect(value({ logicalScreenWidth: 2, logicalScreenHeight: 3 })).toBe('2 × 3');
  expect(value({ delayTime: 10 })).toBe('usual');
});
