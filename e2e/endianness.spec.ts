/** A reader follows a value’s wires, types another, and pokes its bytes: by pointer, by keyboard alone, by touch. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, inEachLanguage, test } from './support/test';
import { starting } from './support/words';

const LESSON = '/lessons/endianness/';

const figure = (page: Page) => page.locator('.endian');
const value = (page: Page) => figure(page).getByRole('textbox', { name: 'Value', exact: true });
const rowOf = (page: Page, order: 'Big' | 'Little') =>
  figure(page).getByRole('list', { name: `${order}-endian bytes by address` });
/** A row's bytes by address, `12 34 56 78`. */
const bytesOf = async (page: Page, order: 'Big' | 'Little') =>
  (
    await rowOf(page, order)
      .getByRole('textbox')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  ).join(' ');

test('pointing at a byte lights it in all three rows and dims the rest', async ({ page }) => {
  await page.goto(LESSON);
  await figure(page)
    .getByRole('button', { name: /^hex 34,/ })
    .hover();
  await expect(figure(page)).toHaveAttribute('data-lit');
  await expect(figure(page).locator('[data-on]:is(li, button)')).toHaveCount(3);
  await expect(rowOf(page, 'Little').getByRole('textbox').nth(2)).toHaveCSS('opacity', '1');
  await expect(rowOf(page, 'Little').getByRole('listitem').first()).toHaveCSS('opacity', '0.28');
  await page.mouse.move(0, 0);
  await expect(figure(page)).not.toHaveAttribute('data-lit');
});

test('a typed value is stored both ways, and what is no number says so', async ({ page }) => {
  await page.goto(LESSON);
  await value(page).fill('327');
  await expect.poll(() => bytesOf(page, 'Big')).toBe('00 00 01 47');
  expect(await bytesOf(page, 'Little')).toBe('47 01 00 00');
  await expect(figure(page).locator('.wrong').first()).toHaveText('1,191,247,872');
  await value(page).fill('three');
  await expect(value(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(figure(page).getByText('That is not a number.')).toBeVisible();
  expect(await bytesOf(page, 'Big')).toBe('00 00 01 47');
});

inEachLanguage(() => {
  test(
    'the keyboard alone types, chooses, walks, pokes and lets go',
    { tag: '@firefox' },
    async ({ page, words }) => {
      const text = words.endianness;
      const value = figure(page).getByRole('textbox', { name: text.input, exact: true });
      const row = (order: 'big' | 'little') =>
        figure(page)
          .getByRole('list', { name: text.row(order) })
          .getByRole('textbox');
      const bytes = async (order: 'big' | 'little') =>
        (
          await row(order).evaluateAll((inputs) =>
            inputs.map((input) => (input as HTMLInputElement).value),
          )
        ).join(' ');
      await page.goto(words.path(LESSON));
      const say = figure(page).getByRole('status');
      await value.focus();
      // Keys that come before are the browser's own, and a group of radio buttons does not know the arrows yet.
      await expect(figure(page)).toHaveAttribute('data-hydrated');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('-2');
      await page.keyboard.press('Tab');
      const radio = (name: string) => figure(page).getByRole('radio', { name, exact: true });
      await expect(radio(text.families.u)).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(radio(text.families.i)).toBeChecked();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowLeft');
      await expect(radio(text.bits(16).long)).toBeFocused();
      await expect(say).toHaveText(text.stored('−2', 'FF FE', 'FE FF'));

      await row('big').first().focus();
      await page.keyboard.press('ArrowRight');
      await expect(row('big').nth(1)).toBeFocused();
      await page.keyboard.type('00');
      expect(await bytes('little')).toBe('00 FF');
      await expect(say).toHaveText(text.poked('00', 'big', '0x01', '−256'));
      await page.keyboard.press('ArrowDown');
      expect(await bytes('big')).toBe('FF FF');
      await expect(value).toHaveValue('-1');

      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const byte = text.valueByte('FF', text.weight(256n, 1, 'spoken'), '', '').split(';')[0] ?? '';
      await expect(
        figure(page).getByRole('button', { name: starting(`${byte};`) }),
      ).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Escape');
      await expect(figure(page)).not.toHaveAttribute('data-lit');
    },
  );
});

test('a press that comes before the figure is alive is not lost', async ({ page }) => {
  await page.goto(LESSON);
  await figure(page).getByRole('button', { name: '1.5 as 32-bit float' }).click();
  await expect.poll(() => bytesOf(page, 'Big')).toBe('3F C0 00 00');
  await expect(figure(page).getByText('dv.setFloat32(4, v, true)')).toBeVisible();
});

test('on a phone a tap pins a byte, a tap elsewhere lets go, and nothing is too wide', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(LESSON);
  await figure(page).getByRole('button', { name: '1n as 64-bit unsigned' }).tap();
  await expect.poll(() => bytesOf(page, 'Big')).toBe('00 00 00 00 00 00 00 01');
  await figure(page)
    .getByRole('button', { name: /^hex 01,/ })
    .tap();
  await expect(rowOf(page, 'Little').getByRole('listitem').first()).toHaveAttribute('data-on');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('heading', { name: 'Which end comes first?' }).tap();
  await expect(figure(page).locator('[aria-pressed=true]')).toHaveCount(0);
  await context.close();
});

test('the one Hangul syllable of the lesson has a font, whatever the reader has installed', async ({
  page,
}) => {
  await page.goto(LESSON);
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ family, weight }) => family.includes('Plex Sans KR') && weight === '400 500')
          .map(({ status }) => status),
      ),
    )
    .toEqual(['loaded']);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the figure has no barrier that axe can see, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(LESSON);
    for (const name of [
      '0x12345678 as 32-bit unsigned',
      '-2 as 16-bit signed',
      '1n as 64-bit unsigned',
    ]) {
      await figure(page).getByRole('button', { name }).click();
      await page.mouse.move(0, 0);
      const { violations } = await new AxeBuilder({ page }).include('.endian').analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ).toEqual([]);
    }
  });
