/** Predictions and questions: answered by keyboard and by touch, remembered, printed, and read without scripts. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import { paste } from './support/paste';
import { expect, inEachLanguage, test } from './support/test';
import { seen, starting, wordsOn, type Words } from './support/words';

interface Mark {
  readonly kind: string;
  readonly lesson: string;
  readonly id: string;
  readonly correct: boolean;
}

/** One question, in the language of the page. */
class QuizPage {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, id: string) {
    this.page = page;
    this.root = page.locator(`form[data-quiz="${id}"]`);
  }

  get #text(): Words['quiz'] {
    return wordsOn(this.page).quiz;
  }

  get check(): Locator {
    return this.root.getByRole('button', { name: this.#text.check });
  }
  get again(): Locator {
    return this.root.getByRole('button', { name: this.#text.again });
  }
  get status(): Locator {
    return this.root.getByRole('status');
  }
  get answer(): Locator {
    return this.root.getByText(this.#text.show);
  }
  get because(): Locator {
    return this.root.locator('.q-because');
  }
  byte(index: number): Locator {
    return this.root.getByLabel(this.#text.byte(index), { exact: true });
  }
  async bytes(): Promise<readonly string[]> {
    return this.root
      .locator('.q-byte input')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  }
}

/** What is said to a wrong answer that the lesson has words for. */
async function saidTo(words: Words, lesson: string, name: string, answer: string): Promise<string> {
  const { wrong } = await words.question(lesson, name);
  return `${words.quiz.notThis} ${seen(wrong[answer] ?? '')}`;
}

/** What the page was told of answers, from now on. */
async function collectMarks(page: Page): Promise<() => Promise<readonly Mark[]>> {
  await page.evaluate(() => {
    const marks: unknown[] = [];
    Object.assign(window, { marks });
    document.addEventListener('bytescope:progress', (event) => {
      const mark = (event as CustomEvent<{ kind: string }>).detail;
      if (mark.kind === 'quiz') marks.push(mark);
    });
  });
  return () => page.evaluate(() => (window as unknown as { marks: Mark[] }).marks);
}

/** Tabs until the focus is on `target`. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The focus never came there.');
}

async function findViolations(page: Page, quiz: QuizPage): Promise<string> {
  const id = await quiz.root.getAttribute('id');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(`#${id}`).analyze();
  return violations
    .map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(', ')}`)
    .join('\n');
}

const isCovered = (page: Page, bench: string) =>
  page.evaluate(
    (id) =>
      getComputedStyle(document.querySelector(`[data-bench="${id}"] [data-covered] > *`)!)
        .visibility === 'hidden',
    bench,
  );

inEachLanguage(() => {
  test('a prediction is made, missed and made again by keyboard alone, and uncovers its bench', async ({
    page,
    words,
  }) => {
    await page.goto(words.path('/lessons/views/'));
    const marks = await collectMarks(page);
    const quiz = new QuizPage(page, 'views/lost-write');
    await expect(quiz.because).toBeHidden();
    expect(await isCovered(page, 'views/lost-write')).toBe(true);

    await tabTo(page, quiz.root.getByRole('radio').first());
    await page.keyboard.press('Enter');
    await expect(quiz.root.getByText(words.quiz.choose)).toBeVisible();
    await expect(quiz.root.getByRole('radio').first()).toBeFocused();
    expect(await findViolations(page, quiz)).toBe('');

    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(quiz.status).toHaveText(await saidTo(words, 'views', 'lost-write', '9 and 9'));
    expect(await isCovered(page, 'views/lost-write')).toBe(true);
    expect(await findViolations(page, quiz)).toBe('');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(quiz.status).toHaveText(words.quiz.right);
    await expect(quiz.because).toBeVisible();
    expect(await isCovered(page, 'views/lost-write')).toBe(false);
    expect(await findViolations(page, quiz)).toBe('');
    const mark = { kind: 'quiz', lesson: 'views', id: 'lost-write' };
    expect(await marks()).toEqual([
      { ...mark, correct: false },
      { ...mark, correct: true },
    ]);

    // The bench knows it too: its recorded run can be stepped through, then and on return.
    const bench = new BenchPage(page, 'views/lost-write');
    const recorded = words.bench.recordedAtBuild(1);
    await bench.step.press('Enter');
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '1');
    await expect(bench.status).toHaveText(recorded);
    await page.reload();
    await bench.root.scrollIntoViewIfNeeded();
    await bench.step.focus();
    await expect(bench.status).toHaveText(recorded);
  });

  test(
    'a row of bytes is typed, corrected and named by keyboard alone',
    { tag: '@firefox' },
    async ({ page, words }) => {
      await page.goto(words.path('/lessons/views/'));
      const quiz = new QuizPage(page, 'views/record-bytes');
      await quiz.byte(0).focus();
      // Two digits lead on; the arrow keys and Backspace lead back.
      await page.keyboard.type('12340000');
      await expect.poll(() => quiz.bytes()).toEqual(['12', '34', '00', '00']);
      await expect(quiz.byte(3)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(quiz.status).toHaveText(
        await saidTo(words, 'views', 'record-bytes', '12 34 00 00'),
      );
      await expect(quiz.byte(0)).toHaveAttribute('aria-invalid', 'true');
      await expect(quiz.byte(3)).not.toHaveAttribute('aria-invalid');
      expect(await findViolations(page, quiz)).toBe('');

      await page.keyboard.press('Home');
      for (const field of [2, 1, 0]) {
        await page.keyboard.press('ArrowLeft');
        await expect(quiz.byte(field)).toBeFocused();
      }
      await page.keyboard.type('0012340');
      await expect(quiz.byte(3)).toHaveValue('0');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await expect(quiz.byte(2)).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(quiz.byte(3)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(quiz.root.getByText(words.quiz.refused('empty', '', 3))).toBeVisible();
      await expect(quiz.byte(3)).toBeFocused();
      await expect(quiz.byte(3)).toHaveAccessibleDescription(
        starting(words.quiz.refused('empty', '', 3)),
      );
      expect(await findViolations(page, quiz)).toBe('');

      await page.keyboard.type('0x0');
      await page.keyboard.press('Enter');
      await expect(quiz.status).toHaveText(words.quiz.right);
      // The row does not hold the focus.
      await page.keyboard.press('Tab');
      await expect(quiz.check).toBeFocused();
    },
  );
});

test(
  'a row that was typed before its script had come is laid out when it comes',
  { tag: '@firefox' },
  async ({ page }) => {
    const script = Promise.withResolvers<undefined>();
    await page.route('**/quiz-form*.js', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.goto('/lessons/views/');
    const quiz = new QuizPage(page, 'views/record-bytes');
    const asked = page.waitForRequest('**/quiz-form*.js');
    await quiz.byte(0).focus();
    await asked;
    await page.keyboard.type('12340000');
    expect(await quiz.bytes()).toEqual(['12340000', '', '', '']);
    script.resolve(undefined);
    await expect.poll(() => quiz.bytes()).toEqual(['12', '34', '00', '00']);
    await expect(quiz.byte(3)).toBeFocused();
  },
);

test('a pasted row fills all fields, and decimal is told from hexadecimal', async ({ page }) => {
  await page.goto('/lessons/endianness/');
  const quiz = new QuizPage(page, 'endianness/little-bytes');
  const field = quiz.byte(2);
  await field.focus();
  await expect
    .poll(async () => (await paste(field, '00 bc 61 4e'), quiz.bytes()))
    .toEqual(['00', 'bc', '61', '4e']);
  await page.keyboard.press('Enter');
  await expect(quiz.status).toHaveText(/^Right bytes, other order\./);
  await paste(field, '78 97 188 0');
  await page.keyboard.press('Enter');
  await expect(quiz.status).toHaveText(/^Decimal, where hexadecimal is asked for\./);
  await paste(field, '4E61BC00');
  await page.keyboard.press('Enter');
  await expect(quiz.status).toHaveText('Right.');
});

test(
  'an answer is remembered, and one that was looked up counts as not found',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto('/lessons/signed/');
    const marks = await collectMarks(page);
    const seen = new QuizPage(page, 'signed/negate');
    await seen.answer.click();
    await expect(seen.because).toBeVisible();
    await expect
      .poll(marks)
      .toEqual([{ kind: 'quiz', lesson: 'signed', id: 'negate', correct: false }]);
    expect(await isCovered(page, 'signed/negate')).toBe(false);
    await seen.root.getByLabel('Your answer').fill('−128');
    await seen.check.click();
    await expect(seen.status).toHaveText(/^Right\. You had looked/);
    expect((await marks()).at(-1)?.correct).toBe(false);

    const missed = new QuizPage(page, 'signed/same-byte');
    await missed.root.getByLabel('Your answer').fill('-56');
    await missed.check.click();
    await expect(missed.status).toHaveText(/^Read with a sign\./);

    await page.reload();
    await expect(missed.status).toHaveText(/^Read with a sign\./);
    await expect(missed.root.getByLabel('Your answer')).toHaveValue('-56');
    await expect(seen.status).toHaveText(/^Right\. You had looked/);
    expect(await isCovered(page, 'signed/negate')).toBe(false);

    await missed.again.click();
    await expect(missed.root.getByLabel('Your answer')).toHaveValue('');
    await expect(missed.root.getByLabel('Your answer')).toBeFocused();
    await expect(missed.status).toBeEmpty();
    await page.reload();
    await expect(seen.status).toHaveText(/^Right\. You had looked/);
    await expect(missed.root.getByLabel('Your answer')).toHaveValue('');
  },
);

test('what storage holds of something else is let be', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('bytescope:quiz:signed/negate', '{"v":1,"typed":[7]');
    localStorage.setItem('bytescope:quiz:signed/same-byte', '{"v":1,"typed":["7"],"seen":false}');
  });
  await page.goto('/lessons/signed/');
  await expect(new QuizPage(page, 'signed/same-byte').status).toHaveText(/^Not quite/);
  await expect(new QuizPage(page, 'signed/negate').status).toBeEmpty();
  await expect(new QuizPage(page, 'signed/negate').root.getByLabel('Your answer')).toHaveValue('');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  inEachLanguage(() => {
    test('the questions of a lesson are answered by touch', async ({ page, words }) => {
      await page.goto(words.path('/lessons/signed/'));
      const { choices = {} } = await words.question('signed', 'wrap-or-clamp');
      const choice = new QuizPage(page, 'signed/wrap-or-clamp');
      await choice.root.getByRole('radio', { name: choices['1, 2, 3, 4'] ?? '' }).tap();
      await choice.check.tap();
      await expect(choice.status).toHaveText(
        await saidTo(words, 'signed', 'wrap-or-clamp', '1, 2, 3, 4'),
      );
      await choice.root.getByRole('radio', { name: choices['3, 4'] ?? '' }).tap();
      await choice.check.tap();
      await expect(choice.status).toHaveText(words.quiz.right);

      const row = new QuizPage(page, 'signed/int8-ends');
      await row.byte(0).tap();
      await page.keyboard.type('7f80');
      await row.check.tap();
      await expect(row.status).toHaveText(await saidTo(words, 'signed', 'int8-ends', '7F 80'));
      await row.again.tap();
      await expect(row.byte(0)).toBeFocused();
      await page.keyboard.type('807f');
      await row.check.tap();
      await expect(row.status).toHaveText(words.quiz.right);

      const value = new QuizPage(page, 'signed/int8-200');
      await value.root.getByLabel(words.quiz.value(10)).tap();
      await page.keyboard.type('127');
      await value.check.tap();
      await expect(value.status).toHaveText(starting(words.slip('clamped', 'value').name));
      await value.answer.tap();
      await expect(value.because).toBeVisible();

      for (const target of [choice.check, row.byte(0), row.again, value.root.locator('summary')]) {
        const box = await target.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(43.5);
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      for (const quiz of [choice, row, value]) expect(await findViolations(page, quiz)).toBe('');
    });
  });
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('axe finds nothing in a wrong and a right answer', async ({ page }) => {
    await page.goto('/lessons/signed/');
    const row = new QuizPage(page, 'signed/int8-ends');
    await row.byte(0).focus();
    await page.keyboard.type('007F');
    await page.keyboard.press('Enter');
    await expect(row.status).not.toBeEmpty();
    expect(await findViolations(page, row)).toBe('');
    await row.byte(0).focus();
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await expect(row.status).toHaveText('Right.');
    expect(await findViolations(page, row)).toBe('');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a question can be read, and its answer looked up', async ({ page }) => {
    await page.goto('/lessons/signed/');
    const quiz = new QuizPage(page, 'signed/negate');
    await expect(quiz.check).toBeHidden();
    await expect(quiz.because).toBeHidden();
    await quiz.answer.click();
    await expect(quiz.because).toBeVisible();
    await expect(quiz.root.locator('.q-right')).toHaveText('-128');
  });
});

test('on paper there are boxes to fill, whatever was typed, and no answer', async ({ page }) => {
  await page.goto('/lessons/signed/');
  const quiz = new QuizPage(page, 'signed/int8-ends');
  await quiz.byte(0).focus();
  await page.keyboard.type('7F80');
  await page.keyboard.press('Enter');
  await expect(quiz.status).not.toBeEmpty();
  await page.emulateMedia({ media: 'print' });
  await expect(quiz.byte(0)).toBeVisible();
  await expect(quiz.byte(0)).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await expect(quiz.root.getByText('Answer: 80 7F')).toBeHidden();
  for (const gone of [quiz.check, quiz.status, quiz.answer]) await expect(gone).toBeHidden();
});
