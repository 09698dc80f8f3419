/** A reader looks at memory: points, pins, walks through it by keys, follows a word of the text, types into the hero. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';

/** The memory of the lesson's bench with five views over sixteen bytes. */
async function openMemory(page: Page): Promise<Locator> {
  await page.goto(LESSON);
  const bench = page.locator('[data-bench="views/one-buffer"]');
  await bench.scrollIntoViewIfNeeded();
  await bench.hover();
  await expect(bench).toHaveAttribute('data-hydrated', 'true');
  return bench.getByRole('group', { name: 'Memory', exact: true });
}

const cell = (memory: Locator, name: string) => memory.locator(`[data-name="${name}"]`).first();
const lit = (memory: Locator) => memory.locator('.src').first();
const readout = (memory: Locator) => memory.locator('.readout-live');

test('pointing at a value lights its bytes and whatever else reads them', async ({ page }) => {
  const memory = await openMemory(page);
  await cell(memory, 'f32[1]').hover();
  await expect(memory.locator('.byte.hot')).toHaveText(['00', '00', 'C0', '3F']);
  await expect(memory.locator('.cell.i.hot')).toHaveText(['0', '16320']);
  await expect(readout(memory)).toHaveText('f32f32[1]bytes 4–700 00 C0 3F1.5');
  await page.mouse.move(0, 0);
  await expect(memory.locator('.hot')).toHaveCount(0);
});

test('pointing never renders the grid again', async ({ page }) => {
  const memory = await openMemory(page);
  const rendered = await memory.evaluate(async (root) => {
    let count = 0;
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (!element?.closest('.readout-live')) count++;
      }
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    for (const each of root.querySelectorAll('[data-b]')) {
      each.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    return { count, lit: root.querySelectorAll('.hot').length };
  });
  expect(rendered.count).toBe(0);
  expect(rendered.lit).toBeGreaterThan(0);
});

test('a click pins, pointing elsewhere looks away for a moment, Escape unpins', async ({
  page,
}) => {
  const memory = await openMemory(page);
  await cell(memory, 'i16[4]').click();
  await expect(cell(memory, 'i16[4]')).toHaveAttribute('aria-selected', 'true');
  await cell(memory, 'u8[0]').hover();
  await expect(lit(memory)).toHaveAttribute('data-name', 'u8[0]');
  await page.mouse.move(0, 0);
  await expect(lit(memory)).toHaveAttribute('data-name', 'i16[4]');
  await page.keyboard.press('Escape');
  await expect(memory.locator('.hot')).toHaveCount(0);
});

test('one tab stop; arrows go by cell and lane and keep the column', async ({ page }) => {
  const memory = await openMemory(page);
  await memory.getByRole('radio', { name: 'hexadecimal' }).focus();
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('data-name', 'byte 0');
  const walk: readonly (readonly [string, string])[] = [
    ['ArrowRight', 'byte 1'],
    ['ArrowRight', 'byte 2'],
    ['ArrowRight', 'byte 3'],
    ['ArrowDown', 'u8[3]'],
    ['ArrowDown', 'i16[1]'],
    ['ArrowDown', 'u32[0]'],
    ['ArrowUp', 'i16[1]'],
    ['ArrowUp', 'u8[3]'],
    ['End', 'u8[15]'],
    ['ArrowDown', 'i16[7]'],
    ['Home', 'i16[0]'],
  ];
  for (const [key, name] of walk) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAttribute('data-name', name);
  }
  await expect(memory.getByRole('status')).toHaveText(/^hex /);
  // Left of the first cell is the lane's tag.
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAccessibleName('Show lane i16');
  await page.keyboard.press('Enter');
  await expect(cell(memory, 'i16[0]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(cell(memory, 'i16[0]')).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await memory.evaluate((root) => root.contains(document.activeElement))).toBe(false);
});

test('the base switch changes the bytes only, by arrow keys too', async ({ page }) => {
  const memory = await openMemory(page);
  const values = await memory.locator('.cell').allInnerTexts();
  await memory.getByRole('radio', { name: 'hexadecimal' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(memory.getByRole('radio', { name: 'decimal', exact: true })).toBeChecked();
  await expect(cell(memory, 'byte 0')).toHaveText('255');
  await page.keyboard.press('ArrowRight');
  await expect(memory.getByRole('radio', { name: 'binary' })).toBeFocused();
  await expect(cell(memory, 'byte 0')).toHaveAccessibleName('byte 0, bits 1111 1111, 255');
  expect(await memory.locator('.cell').allInnerTexts()).toEqual(values);
});

test('a word of the text lights its cell before the bench is alive, and pins it after', async ({
  page,
}) => {
  await page.goto(LESSON);
  const memory = page.locator('[data-bench="views/one-buffer"] .mem');
  const word = page.getByRole('button', { name: 'i16[4]', exact: true });
  // While the benches above are laid out, the word may still move from under the pointer.
  await word.scrollIntoViewIfNeeded();
  await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
  await word.hover();
  await expect(lit(memory)).toHaveAttribute('data-name', 'i16[4]');
  await page.mouse.move(0, 0);
  await expect(memory.locator('.hot')).toHaveCount(0);

  await openMemory(page);
  await word.click();
  await page.mouse.move(0, 0);
  await expect(word).toHaveAttribute('aria-pressed', 'true');
  await expect(lit(memory)).toHaveAttribute('data-name', 'i16[4]');
  await word.click();
  await expect(word).toHaveAttribute('aria-pressed', 'false');
  await page.mouse.move(0, 0);
  await expect(memory.locator('.hot')).toHaveCount(0);
});

for (const width of [320, 390, 720, 1440]) {
  test(`at ${width} px every cell lies inside the pane, over its own bytes`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const memory = await openMemory(page);
    const misplaced = await memory.evaluate((root) => {
      const bytes = new Map<number, DOMRect>();
      for (const byte of root.querySelectorAll<HTMLElement>('.byte[data-b]')) {
        bytes.set(Number(byte.dataset['b']), byte.getBoundingClientRect());
      }
      const right = document.documentElement.clientWidth;
      return [...root.querySelectorAll<HTMLElement>('.cell')]
        .filter((each) => {
          const box = each.getBoundingClientRect();
          const start = Number(each.dataset['b']);
          const first = bytes.get(start);
          const last = bytes.get(start + Number(each.dataset['w']) - 1);
          if (!first || !last || box.right > right + 0.5 || box.left < 0) return true;
          return Math.abs(box.left - first.left) > 2 || Math.abs(box.right - last.right) > 2;
        })
        .map((each) => each.dataset['name']);
    });
    expect(misplaced).toEqual([]);
    expect(await memory.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
  });
}

test.describe('the hero', () => {
  const open = async (page: Page) => {
    await page.goto('/');
    const input = page.getByLabel('Text to encode');
    const memory = page.getByRole('group', { name: 'Memory of the encoded text' });
    const bytes = async () => (await memory.locator('.byte:not(.zero)').allInnerTexts()).join(' ');
    return { input, memory, bytes };
  };

  test('shows the bytes of what is typed', async ({ page }) => {
    const { input, memory, bytes } = await open(page);
    expect(await bytes()).toBe('42 79 74 65 20 EB B0 94 EC 9D B4 ED 8A B8');
    await input.fill('€😀');
    await expect(page.getByText('7 bytes, 2 characters')).toBeVisible();
    expect(await bytes()).toBe('E2 82 AC F0 9F 98 80');
    await expect(memory.locator('.cell.x')).toHaveText(['€', '😀']);
    await input.fill('');
    await expect(page.getByText('0 bytes, 0 characters')).toBeVisible();
    expect(await bytes()).toBe('');
  });

  test('takes part in composing Hangul without disturbing it', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'composition is driven through the DevTools protocol');
    const { input, bytes } = await open(page);
    await input.fill('');
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await compose('ㄱ');
    await expect.poll(bytes).toBe('E3 84 B1');
    await compose('가');
    await expect.poll(bytes).toBe('EA B0 80');
    await session.send('Input.insertText', { text: '가' });
    await expect(input).toHaveValue('가');
    expect(await bytes()).toBe('EA B0 80');
  });

  test('looks at a long string through a window that follows the end', async ({ page }) => {
    const { input, memory } = await open(page);
    await input.fill('x'.repeat(100));
    const strip = memory.getByRole('slider', { name: 'Window over the buffer' });
    await expect(strip).toHaveAttribute('aria-valuetext', 'bytes 72 to 103 of 104');
    await strip.press('Home');
    await expect(cell(memory, 'byte 0')).toBeVisible();
    await cell(memory, 'u8[31]').click();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator(':focus')).toHaveAttribute('data-name', 'u8[32]');
    await expect(strip).toHaveAttribute('aria-valuetext', 'bytes 8 to 39 of 104');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing for axe to say while a cell is lit, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const { input, memory } = await open(page);
      await input.fill('Byte 바이트');
      await cell(memory, 'f32[0]').hover();
      const { violations } = await new AxeBuilder({ page }).include('.hero-inst').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  }
});
