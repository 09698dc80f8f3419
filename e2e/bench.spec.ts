/** A reader on the first lesson: reads, runs, edits, gets it wrong, comes back. */
import { BenchPage } from './pages/bench-page';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader sees the code, the bytes and what was printed', async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/one-buffer');
    await expect(bench.code).toContainText('new ArrayBuffer');
    expect((await bench.bytes()).length).toBeGreaterThan(0);
    expect((await bench.printed()).length).toBeGreaterThan(0);
  });
});

test('a reader presses Run before anything has loaded, and it runs', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  // As it is read once it has been laid out, which a bench far below is not at first.
  await bench.root.scrollIntoViewIfNeeded();
  await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
  const before = await bench.printed();
  expect(before.length).toBeGreaterThan(0);
  await bench.run.click();
  await expect(bench.status).toHaveText(/^Finished/);
  expect(await bench.printed()).toEqual(before);
});

test('where the lesson asks for a prediction, the answer is covered until the reader runs it', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/lost-write');
  await expect(bench.root.getByText('Say what you expect, then press Run.')).toBeVisible();
  await expect(bench.status).toHaveText('Not run yet');
  await expect(bench.console).toBeHidden();
  const height = (await bench.root.boundingBox())?.height;
  await bench.run.click();
  await expect.poll(() => bench.printed()).toEqual(['9 :7', '0 :8']);
  await expect(bench.root.getByText('Say what you expect, then press Run.')).toBeHidden();
  expect((await bench.root.boundingBox())?.height).toBe(height);
});

test(
  'a reader edits the code, runs it by the keyboard and sees other bytes',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/one-buffer');
    await bench.write('const u8 = new Uint8Array(4);\nu8[2] = 300;\nconsole.log(u8);\n');
    await expect(bench.root.getByText('edited', { exact: true })).toBeVisible();
    await expect(bench.root.getByText('From the last run')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(bench.status).toHaveText(/^Finished/);
    expect(await bench.bytes()).toEqual(['00', '00', '2C', '00']);
    expect(await bench.printed()).toEqual(['Uint8Array(4) [0, 0, 44, 0] :3']);
    await expect(bench.root.getByText('From the last run')).toBeHidden();
  },
);

test(
  'an edit survives a reload; Reset asks once and brings the lesson’s code back',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    // Below the window it is not laid out yet, and has no text that a reader sees.
    await bench.root.scrollIntoViewIfNeeded();
    await expect(bench.code).toHaveText(/ArrayBuffer/, { useInnerText: true });
    const original = await bench.code.innerText();
    await bench.write('console.log("mine");\n');
    await expect(bench.root.getByText('edited', { exact: true })).toBeVisible();
    // Saved a moment after the last key; leaving the page saves at once.
    await page.reload();
    await expect(bench.root.getByText('edited', { exact: true })).toBeVisible();
    await bench.run.click();
    await expect.poll(() => bench.printed()).toEqual(['mine :1']);

    await bench.reset.click();
    await expect(bench.root.getByText('Throw away your edit?')).toBeVisible();
    await bench.root.getByRole('button', { name: 'Reset' }).click();
    await expect(bench.root.getByText('edited', { exact: true })).toBeHidden();
    await page.reload();
    await expect(bench.code).toHaveText(original, { useInnerText: true });
    await expect(bench.root.getByText('edited', { exact: true })).toBeHidden();
  },
);

test('two tabs edit the same snippet and neither loses its work', async ({ page, context }) => {
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(LESSON);
  const mine = new BenchPage(page, 'views/create');
  const theirs = new BenchPage(other, 'views/create');
  await mine.write('console.log("one");\n');
  await theirs.write('console.log("two");\n');
  await expect(mine.root.getByText(/also edited in another tab/)).toBeVisible();
  await mine.root.getByRole('button', { name: 'Use the other version' }).click();
  await mine.run.click();
  await expect.poll(() => mine.printed()).toEqual(['two :1']);
  // The version given up is kept, also over a reload, and can be had again.
  await page.reload();
  await expect(mine.root.getByText('Kept because another edit took its place')).toBeVisible();
  await mine.root.getByRole('button', { name: /^Use it: Saved / }).click();
  await mine.run.click();
  await expect.poll(() => mine.printed()).toEqual(['one :1']);
});

test('“Keep this one” and Reset keep the other tab’s version in reach, until it is deleted', async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(LESSON);
  const mine = new BenchPage(page, 'views/create');
  const theirs = new BenchPage(other, 'views/create');
  await mine.write('console.log("one");\n');
  await theirs.write('console.log("two");\n');
  await mine.root.getByRole('button', { name: 'Keep this one' }).click();
  await expect(mine.run).toBeFocused();
  await expect(mine.root.getByText(/also edited in another tab/)).toBeHidden();
  await mine.root.getByRole('button', { name: '1 other version' }).click();
  await expect(mine.root.getByText('console.log("two");')).toBeVisible();

  await mine.reset.click();
  await mine.root.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(mine.root.getByText('console.log("two");')).toBeVisible();
  await expect(theirs.root.getByText(/was reset in another tab/)).toBeVisible();
  await other.close();
  await mine.root.getByRole('button', { name: /^Delete it: Saved / }).click();
  await expect(mine.root.getByText('console.log("two");')).toBeHidden();
  await expect(mine.root.getByRole('button', { name: /other version/ })).toBeHidden();
});

test('an editor that is open and untouched shows what another tab writes, and typing goes on from there', async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(LESSON);
  const mine = new BenchPage(page, 'views/create');
  const theirs = new BenchPage(other, 'views/create');
  await theirs.openEditor();
  await mine.write('console.log("one");\n');
  await expect(theirs.root.locator('.view-lines')).toContainText('console.log("one");');
  await theirs.editor.press('ControlOrMeta+End');
  await other.keyboard.type('console.log(2)');
  await theirs.run.click();
  await expect.poll(() => theirs.printed()).toEqual(['one :1', '2 :2']);
  // The first tab still shows its own text, and is told.
  await expect(mine.root.getByText(/also edited in another tab/)).toBeVisible();
  await mine.run.click();
  await expect.poll(() => mine.printed()).toEqual(['one :1']);
});

test('while a run goes on, the memory of the run before says that it is', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.write('console.log(1);\nawait new Promise((done) => setTimeout(done, 4000));\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.status).toHaveText('Recording');
  expect(await bench.printed()).toEqual(['1 :1']);
  await expect(bench.lastRunLabel).toBeVisible();
  await bench.stop.click();
  await expect(bench.status).toHaveText('Stopped');
  await expect(bench.lastRunLabel).toBeHidden();
});

test('a bench that follows a prediction says that it records while it does', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/lost-write');
  await bench.write('await new Promise((done) => setTimeout(done, 4000));\n');
  await expect(bench.status).toHaveText('Not run yet');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.status).toHaveText('Recording');
  await bench.stop.click();
  await expect(bench.status).toHaveText('Stopped');
});

test(
  'the keyboard never falls off the toolbar: not by “Keep it”, Escape, or Reset',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.write('await new Promise((done) => setTimeout(done, 4000));\n');
    const keep = bench.root.getByRole('button', { name: 'Keep it' });
    // It is told of the edit after the letter is painted; until then nothing takes the focus there.
    await expect(bench.reset).toBeEnabled();
    await bench.reset.press('Enter');
    await keep.press('Enter');
    await expect(bench.reset).toBeFocused();
    await bench.reset.press('Enter');
    await page.keyboard.press('Escape');
    await expect(bench.reset).toBeFocused();
    await bench.run.press('Enter');
    await expect(bench.stop).toBeFocused();
    await bench.reset.press('Enter');
    await page.keyboard.press('Enter');
    await expect(bench.run).toBeFocused();
  },
);

test('on paper an open editor is the whole code, as it was edited', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  const lines = Array.from({ length: 80 }, (_, i) => `const x${i} = ${i};`);
  await bench.write(lines.join('\n'));
  await expect(bench.printedCode).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(bench.root.locator('.monaco-editor').first()).toBeHidden();
  await expect(bench.printedCode).toBeVisible();
  await expect(bench.printedCode.locator('.ln')).toHaveCount(80);
  const last = await bench.printedCode.locator('.ln').last().boundingBox();
  const frame = await bench.root.boundingBox();
  expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(
    (frame?.y ?? 0) + (frame?.height ?? 0),
  );
});

test(
  'a throw is explained in words, marked on its line, and the engine’s words are one step away',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.write(
      'const buffer = new ArrayBuffer(18);\n\nconst u32 = new Uint32Array(buffer);\n',
    );
    await bench.run.click();
    await expect(bench.alert).toContainText(
      'Uint32Array needs a buffer whose length is a multiple of 4.',
    );
    await expect(bench.status).toHaveText('RangeError on line 3');
    await expect(bench.root.locator('.line-err.line-mark')).toHaveCount(1);
    await bench.alert.getByText('What the engine said').click();
    await expect(bench.alert).toContainText('should be a multiple of 4');
    await bench.alert.getByRole('button', { name: 'Go to line 3' }).click();
    await expect(bench.editor).toBeFocused();
  },
);

test('a syntax error names its line and nothing runs', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('console.log(1);\nconst = 2;\n');
  await bench.run.click();
  await expect(bench.status).toHaveText('SyntaxError on line 2');
  expect(await bench.console.innerText()).toContain('No output.');
});

test(
  'an endless loop is stopped by the guard, can be given more time, and can be stopped',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.write(
      'const u8 = new Uint8Array(8);\nu8[0] = 7;\nlet i = 0;\nwhile (i < 6) {\n  u8[i] = 1;\n}\n',
    );
    await bench.run.click();
    await expect(bench.alert).toContainText('Stopped after 2 seconds without a pause.', {
      timeout: 10_000,
    });
    await expect(bench.alert).toContainText('Line 4');
    expect((await bench.bytes())[0]).toBe('01');
    await bench.alert
      .getByRole('button', { name: 'Run it again with 20 seconds, without steps' })
      .click();
    await expect(bench.status).toHaveText('Recording');
    await bench.stop.click();
    await expect(bench.status).toHaveText('Stopped');
    await bench.write('console.log("alive");\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => bench.printed()).toEqual(['alive :1']);
  },
);

test('top-level await works, and shared memory does where the lab serves', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write(
    [
      'await new Promise((done) => setTimeout(done, 20));',
      'const shared = new SharedArrayBuffer(8);',
      'const i32 = new Int32Array(shared);',
      'Atomics.add(i32, 1, 5);',
      'console.log(crossOriginIsolated, i32[1]);',
    ].join('\n'),
  );
  await bench.run.click();
  await expect.poll(() => bench.printed()).toEqual(['true 5 :5']);
  expect(await bench.bytes()).toEqual(['00', '00', '00', '00', '05', '00', '00', '00']);
});

test('an import from the network is refused in a sentence that says what to do', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write("import x from 'https://example.com/x.js';\nconsole.log(x);\n");
  await bench.run.click();
  await expect(bench.alert).toContainText('https://example.com/x.js');
  await expect(bench.alert).toContainText('network');
});

test('an error in a later callback and a rejected promise point at the learner’s line', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('setTimeout(() => {\n  missing();\n}, 10);\nconsole.log(1);\n');
  await bench.run.click();
  await expect(bench.status).toHaveText('ReferenceError on line 2');
  await bench.write('console.log(1);\n\nPromise.reject(new TypeError("no"));\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.status).toHaveText('TypeError on line 3');
  await expect(bench.alert).toContainText('A promise was rejected and nothing handled it.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('what the bench is doing can be read, and the buttons stay where they are', async ({
    page,
  }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/one-buffer');
    await expect(bench.status).toBeVisible();
    await expect(bench.status).toHaveText(/^Recorded run/);
    // As a reader has it who is about to run the code: its toolbar in sight, not at the very edge.
    const toBench = () =>
      bench.root.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await toBench();
    await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
    // What is above may have become higher or lower.
    await toBench();
    const before = await bench.run.boundingBox();
    await bench.run.tap();
    await expect(bench.status).toHaveText(/^Finished/);
    await expect(bench.status).toBeInViewport();
    const after = await bench.run.boundingBox();
    expect(after?.x).toBe(before?.x);
  });

  test('a tap opens an editor made for touch, and Run works', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'Playwright has no touch-first Firefox');
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.code.tap({ position: { x: 120, y: 20 } });
    await expect(bench.root.locator('.cm-editor')).toBeVisible({ timeout: 20_000 });
    await expect(bench.root.locator('.monaco-editor')).toHaveCount(0);
    await bench.editor.fill('console.log(new Uint8Array([1, 2]));');
    await bench.run.tap();
    await expect.poll(() => bench.printed()).toEqual(['Uint8Array(2) [1, 2] :1']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test.describe('in the dark', () => {
    test.use({ colorScheme: 'dark' });

    test('the editor for touch looks as the code did: lines where they were, numbers and caret to be seen', async ({
      page,
      browserName,
    }) => {
      test.skip(browserName === 'firefox', 'Playwright has no touch-first Firefox');
      await page.goto(LESSON);
      const bench = new BenchPage(page, 'views/create');
      await bench.code.scrollIntoViewIfNeeded();
      const line = bench.code.locator('[data-l="5"]');
      const before = await line.locator('span').first().boundingBox();
      const top = (await bench.root.boundingBox())?.y ?? 0;
      const colour = await line.evaluate((element) => getComputedStyle(element).color);
      const size = await line.evaluate((element) => getComputedStyle(element).font);
      await bench.code.tap({ position: { x: 120, y: 20 } });
      await expect(bench.root.locator('.cm-editor')).toBeVisible({ timeout: 20_000 });
      const edited = bench.root.locator('.cm-line').nth(4);
      await expect(bench.editor).toBeFocused();
      const after = await edited.boundingBox();
      const newTop = (await bench.root.boundingBox())?.y ?? 0;
      expect(after?.x).toBeCloseTo(before?.x ?? 0, 0);
      expect((after?.y ?? 0) - newTop).toBeCloseTo((before?.y ?? 0) - top, 0);
      expect(await edited.evaluate((element) => getComputedStyle(element).font)).toBe(size);
      await expect(bench.editor).toHaveCSS('caret-color', colour);
      const panel = await bench.root.evaluate(
        (element) => getComputedStyle(element).backgroundColor,
      );
      await expect(bench.root.locator('.cm-gutters')).toHaveCSS('background-color', panel);
    });
  });
});

test('a word in the prose lights its cell', { tag: '@firefox' }, async ({ page }) => {
  await page.goto(LESSON);
  const reference = page.getByRole('main').locator('.ref[data-cell]').first();
  const [benchId, cell] = await reference.evaluate((element) => [
    element.dataset['for'],
    element.dataset['cell'],
  ]);
  // The first scroll lays out what is above, which may move the word away from under a pointer that rests.
  await reference.scrollIntoViewIfNeeded();
  await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
  await reference.hover();
  await expect(page.locator(`[data-bench="${benchId ?? ''}"] .src`)).toHaveCount(1);
  expect(cell).toBeTruthy();
});
