/** A reader goes through a media file by tree, bytes and timeline, opens one of their own, and scrubs a MediaSource. */
import { truncate, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startPageSite, type PageSite } from './support/page-site';
import { expect, test } from './support/test';

let site: PageSite;
let source: PageSite;
test.beforeAll(async () => {
  site = await startPageSite('media-page');
  source = await startPageSite('media-source-page');
});
test.afterAll(async () => {
  await site.close();
  await source.close();
});

const tree = (page: Page) => page.getByRole('tree');
const selected = (page: Page) => tree(page).locator('[aria-selected="true"]');
const byte = (page: Page, offset: number) => page.locator(`[role=gridcell][data-o="${offset}"]`);

test('tree, bytes and timeline choose in each other, by pointer and by keys', async ({ page }) => {
  await page.goto(site.url({ file: 'pattern-vp8.webm' }));
  await expect(selected(page)).toHaveAccessibleName(/^DocType ?, "webm" ?, offset 21$/);
  await expect(byte(page, 21)).toHaveClass(/sel/);
  await expect(page.locator('.mf-part.size')).toContainText('Drop the marker bit: 4.');
  // The island has fetched the file: all its keyframes are known.
  await expect(page.getByText('4 clusters, 4 keyframes')).toBeVisible();

  // Bytes to tree: the second byte of TimestampScale's id.
  await byte(page, 5).click();
  await expect(selected(page)).toHaveAccessibleName(/^EBMLVersion ?, 1 ?, offset 5$/);
  await page.keyboard.press('ArrowDown');
  await expect(byte(page, 21)).toBeFocused();
  await expect(selected(page)).toHaveAccessibleName(/^DocType/);
  await expect(page.locator('.mf-dump [role=status]')).toHaveText('offset 21, 42, ID of DocType');
  await page.keyboard.press('Control+End');
  await expect(byte(page, 141_250)).toBeFocused();
  await expect(selected(page)).toHaveAccessibleName(/^SimpleBlock/);

  // Timeline to tree and bytes, and its keys.
  await page.getByRole('button', { name: /^Cluster 3,/ }).click();
  await expect(selected(page)).toHaveAccessibleName(/^Cluster/);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Cluster 4,/ })).toBeFocused();
  const cluster = Number(await selected(page).getAttribute('data-e'));
  await expect(byte(page, cluster)).toHaveText('1F');

  // The tree's own keys: close, open, by name, to the ends.
  await selected(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(selected(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(selected(page)).toHaveAccessibleName(/^Timestamp ?, 3,000/);
  await page.keyboard.press('ArrowLeft');
  await expect(selected(page)).toHaveAccessibleName(/^Cluster/);
  await page.keyboard.type('tr');
  await expect(selected(page)).toHaveAccessibleName(/^Tracks/);
  await page.keyboard.press('Home');
  await expect(selected(page)).toHaveAccessibleName(/^EBML ?,/);
  await expect(selected(page)).toBeFocused();

  // Pointing lights without choosing.
  await tree(page)
    .getByRole('treeitem', { name: /^DocType ?,/ })
    .hover();
  await expect(byte(page, 21)).toHaveClass(/hot/);
  await expect(selected(page)).toHaveAccessibleName(/^EBML ?,/);
});

test('a file of one’s own is read on the device, and what is none says what it is', async ({
  page,
}) => {
  await page.goto(site.url({ file: 'clip-fragmented.mp4', theme: 'dark' }));
  await expect(tree(page).getByRole('treeitem').first()).toHaveAccessibleName(/^ftyp/);
  const requests: string[] = [];
  // The page's own clip may be asked for still.
  page.on('request', (request) => {
    if (!request.url().endsWith('/media/clip-fragmented.mp4')) requests.push(request.url());
    else expect(request.method()).toBe('GET');
  });
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'video/webm', buffer });
  await choose('a.png', Buffer.from('89504E470D0A1A0A0000000D', 'hex'));
  await expect(page.getByRole('alert')).toContainText(
    'a.png is neither WebM nor MP4, but looks like PNG: at offset 0 stands 89 50 4E 47',
  );
  await choose('nothing.webm', Buffer.alloc(0));
  await expect(page.getByRole('alert')).toContainText('nothing.webm is empty');
  // EBML, and an element that is longer than the file.
  await choose('cut.webm', Buffer.from('1A45DFA380' + '18538067' + '85' + 'EC80', 'hex'));
  await expect(page.getByRole('figure', { name: 'Media file cut.webm' })).toBeVisible();
  await page.getByRole('button', { name: /Offset 5 \(0x5\), in Segment: It is cut off/ }).click();
  await expect(selected(page)).toHaveAccessibleName(/^Segment ?, problem ?, offset 5/);
  await expect(page.getByText('Your file stays on this device.')).toBeVisible();
  // Seventeen megabytes, of which the tree takes a few hundred bytes: a cluster waits until it is opened.
  const head = Buffer.alloc(60);
  Buffer.from('1A45DFA380' + '1853806701FFFFFFFFFFFFFF', 'hex').copy(head);
  Buffer.from('1F43B67501000000007FFFFF' + 'E78105' + 'A388' + '8100008001020304', 'hex').copy(
    head,
    17,
  );
  Buffer.from('A385' + '8100280005', 'hex').copy(head, 17 + 12 + 3 + 10);
  const big = test.info().outputPath('big.webm');
  await writeFile(big, head);
  await truncate(big, 17_000_000);
  await page.locator('input[type=file]').setInputFiles(big);
  const cluster = tree(page).getByRole('treeitem', { name: /^Cluster/ });
  await expect(page.getByText('5 read so far')).toBeVisible();
  await cluster.click();
  await page.keyboard.press('ArrowRight');
  await expect(tree(page).getByRole('treeitem', { name: /^SimpleBlock/ })).toHaveCount(2);
  await page.getByRole('slider', { name: 'Place in the file' }).press('End');
  await expect(byte(page, 16_999_999)).toHaveText('00');
  expect(requests).toEqual([]);
  const back = page.getByRole('button', { name: 'Back to clip-fragmented.mp4' });
  await back.click();
  await expect(page.getByRole('button', { name: 'Open your own file' })).toBeFocused();
  await expect(tree(page).getByRole('treeitem').first()).toHaveAccessibleName(/^ftyp/);
  const { violations } = await new AxeBuilder({ page }).include('.mf').analyze();
  expect(violations).toEqual([]);
});

test('a MediaSource is scrubbed: what is buffered, why it waits, and the bytes of an append', async ({
  page,
}) => {
  await page.goto(source.url({}));
  const view = page.getByRole('region', { name: 'MediaSource' });
  await expect(
    view.getByText(/^Stalled at 2.98 s, where the buffered range ends: chunk 5 is/),
  ).toBeVisible();
  await expect(
    view.getByRole('img', { name: /missing from 3.00 to 4.00 seconds.*playhead is at 2.98/ }),
  ).toBeVisible();
  await expect(view.getByText('chunk 6 came before chunk 5, which left a gap')).toBeVisible();
  await expect(
    view.getByRole('button', { name: /^Append 6, threw, InvalidStateError/ }),
  ).toBeVisible();
  await view.getByText('Elements and bytes of chunk 5').click();
  await expect(view.getByRole('tree')).toBeVisible();

  // A press on a chunk goes to the step of its append.
  await view.getByRole('button', { name: /^Chunk 3, appended, .* line 11/ }).click();
  await expect(view.getByText('0.00–1.00', { exact: true })).toBeVisible();
  await expect(view.getByRole('button', { name: /^Chunk 3, appending/ })).toBeVisible();
  await expect(view.locator('[aria-current="true"]')).toHaveText('open');
  const tree = view.getByRole('tree');
  await expect(tree.locator('[aria-selected="true"]')).toHaveAccessibleName(/^Cluster/);
  await expect(view.locator('.mf-row .part').first()).toHaveText('1F');
  await view.getByRole('button', { name: /^sourceopen/ }).click();
  await expect(view.getByText('Nothing has been appended, and nothing waits.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('.msv').analyze();
  expect(violations).toEqual([]);
});
