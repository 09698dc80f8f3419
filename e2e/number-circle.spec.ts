/** The number circle: a walk past the seam by buttons, by keys and by dragging. */
import { expect, inEachLanguage, test } from './support/test';

const LESSON = '/lessons/signed/';

inEachLanguage(() => {
  test('a press that comes before the code counts, and walking on passes the seam', async ({
    page,
    words,
  }) => {
    const text = words.numberCircle;
    const unsigned = (steps: number, value: string) =>
      `${steps}, ${text.reading(text.readings.unsigned, value)}`;
    await page.goto(words.path(LESSON));
    const circle = page.getByRole('group', { name: text.label(8) }).first();
    const walker = circle.getByRole('slider', { name: text.walker });
    await expect(circle).toContainText(`200 + 60 = 260${text.pastSeam('260 − 256 = 4')}`);
    await circle.getByRole('button', { name: text.walk(-1), exact: true }).click();
    await expect(walker).toHaveAttribute('aria-valuetext', unsigned(59, '3'));
    await expect(circle.getByRole('status')).toHaveText(
      `${text.readings.unsigned}: 200 + 59 = 259, ${text.pastSeam('259 − 256 = 3')}`,
    );

    await walker.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await circle.getByRole('button', { name: text.startHere }).click();
    await walker.press('ArrowLeft');
    await expect(circle).toContainText(`0 − 1 = −1${text.pastSeam('−1 + 256 = 255')}`);
    await walker.press('End');
    await expect(walker).toHaveAttribute('aria-valuetext', unsigned(256, '0'));
    await circle.getByRole('button', { name: text.reset }).click();
    await expect(walker).toHaveAttribute('aria-valuetext', unsigned(60, '4'));
  });
});

test('the walker is dragged, and is large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LESSON);
  const circle = page.getByRole('group', { name: 'Number circle, 4 bits' });
  const walker = circle.getByRole('slider');
  await walker.scrollIntoViewIfNeeded();
  await walker.hover();
  await expect(circle).toHaveAttribute('data-hydrated', 'true');
  const dot = await walker.boundingBox();
  const dial = await circle.getByRole('img').boundingBox();
  if (!dot || !dial) throw new Error('The circle is not drawn.');
  expect(Math.min(dot.width, dot.height)).toBeGreaterThanOrEqual(44);
  const middle = { x: dial.x + dial.width / 2, y: dial.y + dial.height / 2 };
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  // From 8, at the bottom, clockwise to the left: between 11 and 12, then just above.
  await page.mouse.move(middle.x - dial.width / 3, middle.y + dial.width / 3, { steps: 8 });
  await page.mouse.move(middle.x - dial.width / 3, middle.y - 10, { steps: 8 });
  await page.mouse.up();
  await expect(walker).toHaveAttribute('aria-valuetext', '5, unsigned 12, signed −4');
});
