/**
 * The three exercises of “Signed and unsigned”, from opening the lesson to its progress: with a keyboard and nothing else,
 * and by touch on a phone. The code is typed, key by key, as the editor has it.
 */
import type { Locator, Page } from '@playwright/test';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';
import { ending, seen, starting, wordsOn, type Words } from './support/words';

const LESSON = '/lessons/signed/';

const exercisesOf = (page: Page) => ({
  brighten: new ExercisePage(page, 'signed', 'brighten'),
  toInt8: new ExercisePage(page, 'signed', 'to-int8'),
  checksum8: new ExercisePage(page, 'signed', 'checksum8'),
});
const progressLink = (page: Page) =>
  page.getByRole('link', { name: starting(wordsOn(page).progress.linkOf) });

/** The page of progress counts all three. */
async function expectAllSolved(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/progress\/$/);
  const { progress, title } = wordsOn(page);
  const { kinds, ofTotal } = progress.page;
  const row = page.getByRole('listitem').filter({ hasText: title('signed') });
  await expect(row).toContainText(new RegExp(`${kinds.exercise}\\s*${ofTotal(3, 3)}`));
}

/** What is said when so many checks pass and this one is the first that does not. */
async function failedAt(words: Words, name: string, passed: number, first: string) {
  const checks = Object.entries((await words.checks('signed', name)).checks);
  const says = checks.find(([id]) => id === first)?.[1] ?? '';
  return `${words.exercise.score(passed, checks.length)}. ${words.exercise.firstFailed(seen(says))}`;
}
/** What is said when all pass. */
const passedAll = ({ exercise }: Words, checks: number) =>
  `${exercise.score(checks, checks)}. ${exercise.allPassed}`;
/** Why a known wrong answer is wrong. */
const whyNot = async (words: Words, name: string, mistake: string) =>
  seen((await words.checks('signed', name)).mistakes[mistake]?.why ?? '');

test.describe('by keyboard alone', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test.setTimeout(180_000);

  /** Presses Tab until the focus is there, if it is not already; more presses than `most` would be a trap, or a maze. */
  async function tabTo(page: Page, target: Locator, most: number, key = 'Tab'): Promise<void> {
    const focused = target.and(page.locator(':focus'));
    for (let presses = 0; presses < most; presses++) {
      if ((await focused.count()) > 0) return;
      await page.keyboard.press(key);
    }
    await expect(target).toBeFocused({ timeout: 1 });
  }

  /** From the code, which Tab has reached, into its editor. */
  async function openEditor(page: Page, exercise: ExercisePage): Promise<void> {
    await page.keyboard.press('Enter');
    await expect(exercise.editor).toBeFocused({ timeout: 20_000 });
    // Both who sees the page and who hears it is told the way out.
    const wayOut = ending(wordsOn(page).bench.editorHelp);
    await expect(exercise.root.locator('.editor-help')).toHaveText(wayOut);
    await expect(exercise.editor).toHaveAccessibleName(wayOut);
  }

  /**
   * Replaces all of the code. The editor closes brackets by itself, so a `}` is already there: go past it. Where it has
   * not read the lines above yet, it closes none; then the bracket is typed again.
   */
  async function typeAll(
    page: Page,
    exercise: ExercisePage,
    lines: readonly string[],
  ): Promise<void> {
    await page.keyboard.press('ControlOrMeta+a');
    for (const [at, line] of lines.entries()) {
      if (line.startsWith('}')) {
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('End');
        continue;
      }
      if (at > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
      if (!line.endsWith('{')) continue;
      const typed = exercise.printedCode.locator('.ln').nth(at);
      await expect(typed).toHaveText(/\{\}?\s*$/);
      await expect(async () => {
        if (/\{\}\s*$/.test((await typed.textContent()) ?? '')) return;
        await page.keyboard.press('Backspace');
        await expect(typed).not.toHaveText(/\{\s*$/, { timeout: 1000 });
        await page.keyboard.type('{');
        await expect(typed).toHaveText(/\{\}\s*$/, { timeout: 1000 });
      }).toPass();
    }
  }

  const check = (page: Page) => page.keyboard.press('ControlOrMeta+Shift+Enter');

  /** Out of the editor, which keeps Tab for itself until Escape. */
  async function leaveEditor(page: Page, exercise: ExercisePage): Promise<void> {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(exercise.editor).not.toBeFocused();
  }

  inEachLanguage(() => {
    test('every exercise is reached, written, checked and passed', async ({ page, words }) => {
      const { brighten, toInt8, checksum8 } = exercisesOf(page);
      const [whereToLook] = words.exercise.hintNames;
      await page.goto(words.path(LESSON));
      const rail = page.getByRole('navigation', { name: words.shell.chapterList });
      const section = words.heading('signed', 'Wrap or clamp');
      await tabTo(page, rail.getByRole('link', { name: starting(section) }), 40);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: section })).toBeInViewport();

      await tabTo(page, brighten.code, 60);
      await openEditor(page, brighten);
      await typeAll(page, brighten, [
        'function brighten(pixels, by) {',
        'for (let i = 0; i < pixels.length; i++) {',
        'pixels[i] = Math.min(255, pixels[i] + by);',
        '}',
        '}',
      ]);
      await check(page);
      await expect(brighten.status).toHaveText(await failedAt(words, 'brighten', 2, 'bottom'));
      await expect(
        brighten.root.getByText(await whyNot(words, 'brighten', 'min-only')),
      ).toBeVisible();
      await expect(brighten.editor).toBeFocused();
      await typeAll(page, brighten, [
        'function brighten({ buffer, byteOffset, length }, by) {',
        'const pixels = new Uint8ClampedArray(buffer, byteOffset, length);',
        'for (let i = 0; i < length; i++) {',
        'pixels[i] += by;',
        '}',
        '}',
      ]);
      await check(page);
      await expect(brighten.status).toHaveText(passedAll(words, 4));
      await expect(brighten.solved).toBeVisible();
      await leaveEditor(page, brighten);

      await tabTo(page, toInt8.code, 60);
      await openEditor(page, toInt8);
      await typeAll(page, toInt8, ['function toInt8(n) {', 'return n & 255;', '}']);
      await check(page);
      await expect(toInt8.status).toHaveText(await failedAt(words, 'to-int8', 1, 'value'));
      await expect(toInt8.root.getByText(await whyNot(words, 'to-int8', 'unsigned'))).toBeVisible();
      await typeAll(page, toInt8, [
        'function toInt8(n) {',
        'const byte = n & 255;',
        'return byte < 128 ? byte : byte - 256;',
        '}',
      ]);
      await check(page);
      await expect(toInt8.status).toHaveText(passedAll(words, 2));
      await leaveEditor(page, toInt8);

      // A hint on the way.
      await tabTo(page, toInt8.hint(whereToLook), 20);
      await page.keyboard.press('Enter');
      await expect(
        toInt8.root.getByText(seen(words.task('signed', 'to-int8').hints[0])),
      ).toBeVisible();

      await tabTo(page, checksum8.code, 40);
      await openEditor(page, checksum8);
      await typeAll(page, checksum8, [
        'function checksum8(bytes) {',
        'let sum = 0;',
        'for (const byte of bytes) {',
        'sum += byte;',
        '}',
        'return sum & 255;',
        '}',
      ]);
      await check(page);
      await expect(checksum8.status).toHaveText(passedAll(words, 2));
      // What was typed stands as one would have it: the editor's own brackets were not doubled.
      await expect(checksum8.printedCode).toHaveText(/return sum & 255;\s*\d+\}\s*$/);
      await leaveEditor(page, checksum8);

      await expect(progressLink(page)).toHaveAccessibleName(
        new RegExp(words.progress.partsDone('(?:[3-9]|\\d\\d)', 777).replace('777', '\\d+')),
      );
      // The header is far above by now; opened again, the page begins with it, and has forgotten nothing.
      await page.reload();
      await tabTo(page, progressLink(page), 12);
      await page.keyboard.press('Enter');
      await expectAllSolved(page);
    });
  });
});

test.describe('on a phone, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test.setTimeout(180_000);

  /** A line of the open editor. */
  const line = (exercise: ExercisePage, text: string) =>
    exercise.root.locator('.cm-line', { hasText: text });

  /** Taps behind the end of a line, where the caret then is. */
  async function tapEndOf(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    await target.tap({ position: { x: (box?.width ?? 10) - 5, y: (box?.height ?? 10) / 2 } });
  }

  /** Deletes a line's text from its end with the Backspace key, as thumbs do, and types another. */
  async function retype(page: Page, target: Locator, next: string): Promise<void> {
    const text = (await target.textContent()) ?? '';
    await tapEndOf(target);
    for (let presses = text.trim().length; presses > 0; presses--)
      await page.keyboard.press('Backspace');
    await page.keyboard.type(next);
  }

  async function openEditor(exercise: ExercisePage): Promise<void> {
    await exercise.code.tap({ position: { x: 120, y: 20 } });
    await expect(exercise.editor).toBeFocused({ timeout: 20_000 });
  }

  inEachLanguage(() => {
    test('every exercise: a wrong answer and its feedback, a hint, the right one', async ({
      page,
      words,
    }) => {
      const { brighten, toInt8, checksum8 } = exercisesOf(page);
      const [whereToLook] = words.exercise.hintNames;
      await page.goto(words.path(LESSON));

      await openEditor(brighten);
      await retype(
        page,
        line(brighten, 'pixels[i] += by'),
        'pixels[i] = Math.min(255, pixels[i] + by);',
      );
      await brighten.check.tap();
      await expect(brighten.status).toHaveText(starting(words.exercise.score(2, 4)));
      await expect(
        brighten.root.getByText(await whyNot(words, 'brighten', 'min-only')),
      ).toBeVisible();
      await brighten.hint(whereToLook).tap();
      await expect(
        brighten.root.getByText(seen(words.task('signed', 'brighten').hints[0])),
      ).toBeVisible();
      await retype(page, line(brighten, 'Math.min'), 'clamps[i] += by;');
      await tapEndOf(line(brighten, 'function brighten'));
      await page.keyboard.press('Enter');
      await page.keyboard.type(
        'const clamps = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);',
      );
      await brighten.check.tap();
      await expect(brighten.status).toHaveText(passedAll(words, 4));
      await expect(brighten.solved).toBeVisible();

      await openEditor(toInt8);
      await retype(page, line(toInt8, 'TODO'), 'return n & 255;');
      await toInt8.check.tap();
      await expect(toInt8.status).toHaveText(starting(words.exercise.score(1, 2)));
      await expect(toInt8.root.getByText(await whyNot(words, 'to-int8', 'unsigned'))).toBeVisible();
      await toInt8.hint(whereToLook).tap();
      await expect(
        toInt8.root.getByText(seen(words.task('signed', 'to-int8').hints[0])),
      ).toBeVisible();
      await retype(page, line(toInt8, 'return n'), 'return ((n & 255) ^ 128) - 128;');
      await toInt8.check.tap();
      await expect(toInt8.solved).toBeVisible();

      await openEditor(checksum8);
      await retype(page, line(checksum8, 'TODO'), 'let sum = 0;');
      await page.keyboard.press('Enter');
      await page.keyboard.type('for (const byte of bytes) sum += byte;');
      await page.keyboard.press('Enter');
      await page.keyboard.type('return sum;');
      await checksum8.check.tap();
      await expect(checksum8.status).toHaveText(starting(words.exercise.score(1, 2)));
      await expect(
        checksum8.root.getByText(await whyNot(words, 'checksum8', 'unwrapped')),
      ).toBeVisible();
      await checksum8.hint(whereToLook).tap();
      await expect(
        checksum8.root.getByText(seen(words.task('signed', 'checksum8').hints[0])),
      ).toBeVisible();
      await retype(page, line(checksum8, 'return sum'), 'return sum & 255;');
      await checksum8.check.tap();
      await expect(checksum8.solved).toBeVisible();

      // The header of a phone has no room for it.
      const footer = page.getByRole('contentinfo');
      await footer.getByRole('link', { name: words.progress.link, exact: true }).tap();
      await expectAllSolved(page);
    });
  });
});
