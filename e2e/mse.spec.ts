/** What only a browser can say of MediaSource: that the simulated one is as the real one, and where engines differ. */
import type { Page } from '@playwright/test';
import { LOG, operations } from '../src/realm/probe-media.fixture.ts';
import { BenchPage } from './pages/bench-page';
import { expect, test } from './support/test';

test('a real MediaSource does what the simulated one of exercises does', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Firefox takes garbage for the beginning of something.');
  await page.goto('/lessons/mse/');
  // As text: the page's own policy lets no other code make functions of text.
  const log = await page.evaluate<string[]>(`(async () => {
    const file = await fetch('/media/pattern-vp8.webm');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const video = document.createElement('video');
    const ms = new MediaSource();
    return (${operations.toString()})({
      ms,
      video,
      open: () => (video.src = URL.createObjectURL(ms)),
      parts: [bytes.slice(0, 70000), bytes.slice(70000), bytes],
      garbage: new Uint8Array(3000).fill(0xff),
    });
  })()`);
  expect(log).toEqual(LOG);
});

async function rowsOf(page: Page, snippet: string, count: number): Promise<string[]> {
  const bench = new BenchPage(page, `mse/${snippet}`);
  await bench.run.scrollIntoViewIfNeeded();
  await bench.run.click();
  // A row is there before it is laid out.
  await expect
    .poll(async () => (await bench.rows()).filter((row) => row !== '').length)
    .toBe(count);
  return await bench.rows();
}

test('what Firefox does otherwise is what the lesson says of it', async ({ page, browserName }) => {
  test.skip(browserName !== 'firefox', 'What Chromium does is in the lesson’s expected.ts.');
  await page.goto('/lessons/mse/');
  expect(await rowsOf(page, 'mismatch', 2)).toEqual(['8: update', '8: updateend']);
  expect(await rowsOf(page, 'garbage', 3)).toEqual([
    '10: update',
    '10: updateend',
    '18: readyState 0',
  ]);
  expect(await rowsOf(page, 'types', 7)).toContain('12: true video/webm');
  expect(await rowsOf(page, 'modes', 3)).toEqual([
    '28: segments 0 0.0 4.0',
    '28: sequence 0 0.0 8.0',
    '28: segments 4 0.0 8.0',
  ]);
  expect(await rowsOf(page, 'mp4', 2)).toContain('19: /media/clip-plain.mp4 0 ranges');
  expect(await rowsOf(page, 'queue', 1)).toEqual(['34: ended 1']);
});
