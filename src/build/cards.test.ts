import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cardTree, drawCard } from './cards';

it('draws a PNG of 1200 by 630 for a title', { timeout: 20_000 }, async () => {
  const png = await drawCard({ kicker: 'Containers  2 / 14', title: 'ArrayBuffer and its views' });
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  expect(png.byteLength).toBeLessThan(120_000);
});

it('shows the bytes of the title itself', () => {
  const text = JSON.stringify(cardTree({ kicker: '', title: 'AB' }));
  // 'A' and 'B' are 41 and 42; read as one little-endian Int16, 16961.
  for (const shown of ['"41"', '"42"', '"65"', '"66"', '"16961"']) expect(text).toContain(shown);
});

it(
  'draws Hangul: no two Korean titles of the same length look alike',
  { timeout: 20_000 },
  async () => {
    const drawn = await Promise.all(
      ['뷰', '값'].map(async (title) => {
        // Where the title stands, above the bytes that spell it.
        const region = { left: 56, top: 130, width: 200, height: 240 };
        const png = await drawCard({ kicker: '담는 것', title });
        return sharp(png).extract(region).raw().toBuffer();
      }),
    );
    // A font without Hangul draws the same box for both, or nothing.
    expect(drawn[0]?.equals(drawn[1] ?? Buffer.of())).toBe(false);
  },
);
