/** A reader looks at files by structure, bytes and values, finds things in a gigabyte, and writes notes that stay. */
import { open, truncate, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const tree = (page: Page) => page.getByRole('tree', { name: 'Structure' });
const grid = (page: Page) => page.getByRole('listbox', { name: 'Bytes of the file, by rows' });
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' });
const values = (page: Page) => page.getByRole('region', { name: 'Values' });
const notes = (page: Page) => page.getByRole('region', { name: 'Notes' });
const row = (page: Page) => grid(page).locator('[aria-selected="true"]');

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByLabel('Go to offset').fill(place);
  await page.getByRole('button', { name: 'Go', exact: true }).click();
}

async function search(page: Page, what: string, as = 'Hex'): Promise<void> {
  await page.getByRole('combobox', { name: /^As/ }).selectOption(as);
  await page
    .locator('.ins')
    .getByRole('textbox', { name: /^Search/ })
    .fill(what);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
}

async function findViolations(page: Page): Promise<string> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`).join('\n');
}

test.describe('a picture of this site', () => {
  test.use({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1440, height: 900 },
  });

  test('is read by structure, bytes and values, which choose in each other', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto('/inspect/');
    expect(await findViolations(page)).toBe('');
    await page.getByRole('button', { name: 'lake-exif-ii.jpg' }).click();
    await expect(page.getByText('lake-exif-ii.jpg is open: JPEG.')).toBeVisible();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));

    // Structure to bytes and values: an entry of EXIF, 12 bytes of it.
    await tree(page)
      .getByRole('treeitem', { name: /^Orientation/ })
      .click();
    await expect(selection(page)).toContainText('0x16 to 0x21, 12 bytes');
    await expect(row(page)).toHaveAccessibleName(/^offset 0x10, 16 bytes: 08 00 00 00 02 00 12 01/);
    await expect(values(page).getByRole('row', { name: /^Uint16/ })).toHaveText('Uint162744609');
    await page.getByRole('button', { name: 'value 6' }).click();
    await expect(selection(page)).toContainText('0x1E to 0x1F, 2 bytes');
    await expect(values(page).getByRole('row', { name: /^Uint16/ })).toHaveText('Uint1661536');

    await expect(page.getByRole('region', { name: 'As typed arrays' })).toContainText('Int16Array');

    // Bytes to structure, by keys: the marker behind EXIF.
    await grid(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(selection(page)).toContainText('0x1 to 0x11, 17 bytes');
    await expect(tree(page).locator('[aria-selected="true"]')).toHaveAccessibleName(/^TIFF header/);
    await expect(page.getByText('0x11: 00, TIFF header')).toBeAttached();
    await page.keyboard.press('Control+End');
    await expect(tree(page).locator('[aria-selected="true"]')).toHaveAccessibleName(/^EOI/);
    await expect(row(page)).toHaveAccessibleName(/FF D9$/);

    // By a written place.
    await goTo(page, '0x2..0x3');
    await expect(selection(page)).toContainText('0x2 to 0x3, 2 bytes');
    await goTo(page, '+16');
    await expect(selection(page)).toContainText('0x12, 1 byte');
    await goTo(page, '999999');
    await expect(
      page.getByText(/^999999 lies outside the file, whose last byte is at 0x1CFE/),
    ).toBeVisible();
    await goTo(page, 'there');
    await expect(page.getByText(/^“there” is no offset/)).toBeVisible();
    const place = page.getByLabel('Go to offset');
    await expect(place).toHaveAttribute('aria-invalid', 'true');
    await expect(place).toHaveAccessibleDescription(/^“there” is no offset/);
    await goTo(page, '0x12');
    await expect(place).not.toHaveAttribute('aria-invalid');

    // By what is there: with a wildcard, on from there, as text, and what is not.
    await search(page, 'FF C?');
    await expect(page.getByText(/^Found at 0xD4 to 0xD5/)).toBeVisible();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText(/^Found at 0xE7 to 0xE8/)).toBeVisible();
    await page.getByRole('button', { name: 'Previous', exact: true }).click();
    await expect(page.getByText(/^Found at 0xD4 to 0xD5/)).toBeVisible();
    await search(page, 'exif', 'Text, UTF-8');
    await expect(page.getByText('It is not in this file.')).toBeVisible();
    await page.getByLabel('Ignore case (A–Z)').check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText(/^Found at 0x6 to 0x9/)).toBeVisible();
    await search(page, 'FF C');
    await expect(page.getByText(/^“FF C” is no bytes/)).toBeVisible();
    await expect(
      page.locator('.ins').getByRole('textbox', { name: /^Search/ }),
    ).toHaveAccessibleDescription(/^“FF C” is no bytes/);

    // What is selected goes to the clipboard.
    await page.getByRole('button', { name: 'JS array' }).click();
    await expect(page.getByText('4 bytes copied as JS array.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('new Uint8Array([0x45, 0x78, 0x69, 0x66])');
    expect(requests.filter((url) => !url.includes('/_astro/'))).toEqual([]);

    expect(await findViolations(page)).toBe('');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await findViolations(page)).toBe('');
  });
});

test('a gigabyte is scrolled, searched and annotated, and the notes stay', async ({ page }) => {
  test.setTimeout(180_000);
  const big = test.info().outputPath('big.bin');
  await writeFile(big, 'begins');
  await truncate(big, 2 ** 30);
  const handle = await open(big, 'r+');
  // Over the border of two chunks of the search, and at the end.
  await handle.write('needle', 3 * 4 * 1024 * 1024 - 3);
  await handle.write('last', 2 ** 30 - 4);
  await handle.close();

  await page.goto('/inspect/');
  const picker = page.locator('.ins-top input[type=file]');
  await page.getByRole('button', { name: 'Open a file' }).focus();
  await expect(page.locator('.ins[data-hydrated]')).toBeAttached();
  await picker.setInputFiles(big);
  await expect(
    page.getByText(/^No format that is known here: at offset 0 stands 62 65 67/),
  ).toBeVisible();

  // The bar's handle reaches everything, the wheel the row beside.
  await grid(page).evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await expect(grid(page).locator('.ins-row:not([hidden])').last()).toContainText('last');
  await grid(page).hover();
  await page.mouse.wheel(0, -48);
  await expect(grid(page).locator('.ins-row').first()).not.toContainText('NaN');
  await goTo(page, 'end');
  await expect(row(page)).toHaveAccessibleName(/^offset 0x3FFFFFF0, .* 6C 61 73 74$/);

  await search(page, 'needle', 'Text, UTF-8');
  await expect(page.getByText(/^Found at 0xBFFFFD to 0xC00002/)).toBeVisible();
  await search(page, 'no such text', 'Text, UTF-8');
  await expect(page.getByRole('progressbar', { name: /^Search/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled.')).toBeVisible();

  // What is too much to copy says so.
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Base64' }).click();
  await expect(
    page.getByText(/^1,073,741,824 bytes are selected, and at most 1,048,576/),
  ).toBeVisible();

  // A note on the needle.
  await goTo(page, '0xBFFFFD..0xC00002');
  await page.getByLabel('Note on the selection').fill('over the border');
  await notes(page).getByLabel('Colour', { exact: true }).selectOption('blue');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Kept in this browser, for this file.')).toBeVisible();
  await expect(grid(page).locator('i.note.blue')).toHaveCount(6);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  const saved = await (await download).path();

  // It is there again when the file is, dropped before the page has come alive.
  await page.reload();
  await page.evaluate(() => {
    const drag = new DataTransfer();
    drag.items.add(new File(['other'], 'other.txt'));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: drag }),
      );
  });
  await expect(page.getByText('other.txt', { exact: true })).toBeVisible();
  await expect(notes(page).getByRole('listitem')).toHaveCount(0);
  await picker.setInputFiles(big);
  await expect(page.getByText('big.bin', { exact: true })).toBeVisible();
  await notes(page)
    .getByRole('button', { name: /^over the border, 0xBFFFFD to 0xC00002/ })
    .click();
  await expect(selection(page)).toContainText('0xBFFFFD to 0xC00002, 6 bytes');
  await notes(page).getByRole('button', { name: 'Remove the note over the border' }).click();
  await expect(notes(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(page).getByRole('listitem')).toHaveCount(1);
  await notes(page).getByRole('button', { name: 'Remove the note over the border' }).click();
  await expect(notes(page).getByRole('listitem')).toHaveCount(0);
  await notes(page).locator('input[type=file]').setInputFiles(saved);
  await expect(page.getByText('1 note came in.')).toBeVisible();
  await expect(notes(page).getByRole('listitem')).toHaveCount(1);
  await notes(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'else.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
  await expect(page.getByText('else.json holds no notes of the inspector.')).toBeVisible();
});

test('a file that comes late, or is none, takes nothing from the one that is open', async ({
  page,
}) => {
  let answer = () => {};
  const isAsked = new Promise<void>((asked) => {
    void page.route('**/media/*.png', async (route) => {
      asked();
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue().catch(() => undefined);
    });
  });
  await page.goto('/inspect/');
  await page
    .getByRole('button', { name: /\.png$/ })
    .first()
    .click();
  await isAsked;
  const picker = page.locator('.ins-top input[type=file]');
  const own = { name: 'own.txt', mimeType: 'text/plain', buffer: Buffer.from('BMW, a text') };
  await picker.setInputFiles(own);
  await expect(page.getByText('own.txt is open.')).toBeVisible();
  answer();
  await picker.setInputFiles({ ...own, name: 'empty.txt', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toHaveText(/^empty\.txt is empty/);
  await expect(page.getByText('own.txt', { exact: true })).toBeVisible();
  await expect(page.getByText(/^No format that is known here: at offset 0 stands/)).toBeVisible();
});

test.describe('on a phone, in Korean', () => {
  test.use({ viewport: { width: 320, height: 720 }, hasTouch: true });

  test('a spoilt picture is read as far as it goes, in rows of eight bytes', async ({ page }) => {
    await page.goto('/ko/inspect/');
    await page.getByRole('button', { name: '파일 열기' }).focus();
    await expect(page.locator('.ins[data-hydrated]')).toBeAttached();
    const png = Buffer.from('89504E470D0A1A0A' + '0000000D49484452' + '0000000200000002', 'hex');
    const input = page.locator('.ins-top input[type=file]');
    await input.setInputFiles({ name: 'cut.jpg', mimeType: 'image/jpeg', buffer: png });
    await expect(page.getByText('cut.jpg 파일을 열었습니다. 형식: PNG.')).toBeVisible();
    await page.getByRole('button', { name: /^오프셋 8 \(0x8\), IHDR 안: 잘렸습니다/ }).tap();
    const grids = page.getByRole('listbox', { name: '파일의 바이트, 한 줄씩' });
    const active = grids.locator('[aria-selected="true"]');
    await expect(active).toHaveAccessibleName(/^오프셋 0x8, 8바이트: 00 00 00 0D 49 48 44 52$/);
    await grids.locator('.ins-hex i').nth(1).tap();
    await expect(active).toHaveAccessibleName(/^오프셋 0x0, 8바이트/);
    await input.setInputFiles({ name: 'nothing', mimeType: '', buffer: Buffer.alloc(0) });
    await expect(page.getByRole('alert')).toHaveText(
      'nothing 파일이 비어 있습니다. 볼 바이트가 없습니다.',
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await findViolations(page)).toBe('');
  });
});
