/** The page of a program that has one: its file field and its drop zone are a reader's, by keyboard and by touch. */
import { expect, test as base, type FileChooser } from '@playwright/test';
import { openNetBench } from './support/net-page';
import { startHarness, type Harness } from './support/sandbox-harness';

const test = base.extend<object, { harness: Harness }>({
  harness: [
    async ({}, use) => {
      const harness = await startHarness();
      await use(harness);
      await harness.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const HTML =
  '<p><label>File <input type="file" id="field"></label></p><p id="zone" style="padding:20px;border:1px dashed">Drop</p><p id="said"></p>';
const SOURCE = `
const said = document.getElementById('said');
const zone = document.getElementById('zone');
document.getElementById('field').onchange = (event) => {
  said.textContent = 'chosen ' + event.target.files[0].name + ' ' + event.target.files[0].size;
};
zone.ondragover = (event) => event.preventDefault();
zone.ondrop = async (event) => {
  event.preventDefault();
  const file = event.dataTransfer.files[0];
  said.textContent = 'dropped ' + file.name + ' ' + (await file.text());
};
`;

test('the pane is as high before its page is there as with it, and says what it is for', async ({
  page,
}) => {
  await openNetBench(page, { output: true });
  const pane = page.locator('.output');
  const before = await pane.boundingBox();
  await expect(pane).toContainText('Run the program, and its page is here.');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(pane.locator('iframe')).toBeVisible();
  await expect(pane).not.toContainText('Run the program');
  expect((await pane.boundingBox())?.height).toBe(before?.height);
  const inside = await pane.locator('iframe').boundingBox();
  expect(inside?.height).toBeGreaterThan(150);
});

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a file is chosen by keyboard and by touch, and dropped', async ({ page, harness }) => {
  // Listened for from the start: the realm's process hears in its own time that choosers are to be caught.
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  const nextChooser = async (): Promise<FileChooser | undefined> => {
    await expect.poll(() => choosers.length).toBe(1);
    return choosers.pop();
  };
  await page.goto(harness.url);
  await page.evaluate(
    ([source, html]) =>
      (window as unknown as { harness: { run(order: object): Promise<unknown> } }).harness.run({
        program: { source, html, realm: 'page' },
        keep: true,
      }),
    [SOURCE, HTML] as const,
  );
  const realm = page.frameLocator('#pane iframe:not([aria-hidden])');
  const field = realm.locator('#field');
  const said = realm.locator('#said');
  const file = (name: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('six by'),
  });

  await page.locator('#sign').evaluate((sign) => {
    sign.tabIndex = 0;
    sign.focus();
  });
  await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await (await nextChooser())?.setFiles(file('keys.bin'));
  await expect(said).toHaveText('chosen keys.bin 6');

  expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await field.tap();
  await (await nextChooser())?.setFiles(file('touch.bin'));
  await expect(said).toHaveText('chosen touch.bin 6');

  await realm.locator('#zone').evaluate((zone) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['six by'], 'drop.bin'));
    for (const type of ['dragover', 'drop'])
      zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(said).toHaveText('dropped drop.bin six by');
  expect(
    await realm
      .locator('body')
      .evaluate((body) => body.scrollWidth <= body.ownerDocument.defaultView!.innerWidth),
  ).toBe(true);
});
