/** The editor of a bench: it takes the code's place, follows the caret, completes, and may break or not arrive. */
import type { Page, Worker } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import { painted } from './support/painted';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';

/** The static code's, without their numbers. */
const linesOf = async (bench: BenchPage) =>
  (await bench.code.locator('.ln').allTextContents()).map((line) => line.replace(/^\d+/, ''));

async function expectSuggested(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.type(typed, { delay: 30 });
  await expect(page.locator('.suggest-widget.visible')).toContainText(name, { timeout: 20_000 });
}

const isLanguageWorker = (worker: Worker) => /language\.worker/.test(worker.url());

test('an editor that has just been opened has nothing to undo, and is no edit', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.openEditor();
  const text = () =>
    bench.root
      .locator('.view-lines')
      .evaluate((lines) => (lines as HTMLElement).innerText.replaceAll('\u00a0', ' '));
  const before = await text();
  expect(before).toContain('new ArrayBuffer');
  await bench.editor.press('ControlOrMeta+z');
  await bench.editor.press('ControlOrMeta+Shift+z');
  await bench.editor.press('Shift+Home');
  await painted(page);
  expect(await text()).toBe(before);
  await expect(bench.root.getByText('edited', { exact: true })).toBeHidden();
  await expect(page.locator('.suggest-widget.visible')).toHaveCount(0);
});

test('an editor has typed and suggested before it is the reader’s, and has forgotten it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const typed: string[] = [];
    Reflect.set(globalThis, 'typed', typed);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('.view-line, .monaco-list-row'))
            typed.push(`${node.classList.item(0) ?? ''} ${node.textContent}`);
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  const lines = await linesOf(bench);
  await bench.openEditor();
  const typed = await page.evaluate(() => Reflect.get(globalThis, 'typed') as string[]);
  // Three letters on a line of their own, and suggestions for one on the next.
  expect(typed).toContain('view-line xxx');
  expect(typed.filter((each) => each.startsWith('monaco-list-row')).length).toBeGreaterThan(2);

  // What the browser thinks it types into, as input methods see it.
  const typedInto = () =>
    bench.root.locator('.native-edit-context').evaluate((host) => {
      const { editContext } = host as HTMLElement & { editContext: { readonly text: string } };
      return editContext.text;
    });
  expect(lines).toContain(await typedInto());
});

test.describe('an editor that breaks while it is made', () => {
  test.use({ expectedErrors: [/broken for the test/] });

  test('is the reader’s all the same, if only its rehearsal breaks', async ({ page }) => {
    await page.addInitScript(() => {
      const { EditContext } = globalThis as unknown as { EditContext: { prototype: object } };
      let letters = 0;
      Object.defineProperty(EditContext.prototype, 'selectionStart', {
        get: () => {
          letters += 1;
          if (letters === 4) throw new Error('broken for the test');
          return 0;
        },
      });
    });
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    const warned = page.waitForEvent('console', (message) =>
      message.text().includes('could not be rehearsed'),
    );
    const lines = await linesOf(bench);
    await bench.openEditor();
    expect((await warned).type()).toBe('warning');
    await bench.editor.press('ControlOrMeta+z');
    await painted(page);
    // Three letters had been typed.
    const shown = await bench.root.locator('.view-line').allTextContents();
    expect(shown.filter((line) => /^x/.test(line))).toEqual([]);
    expect(shown).toHaveLength(lines.length);
    await expect(bench.root.getByText('edited', { exact: true })).toBeHidden();
  });

  test('leaves the static code, says so, and comes when it is asked again', async ({ page }) => {
    await page.addInitScript(() => {
      const { observe } = MutationObserver.prototype;
      MutationObserver.prototype.observe = function (target, options) {
        if (
          options?.attributeFilter?.join() === 'data-theme' &&
          Reflect.get(globalThis, 'breaks') === true
        ) {
          throw new Error('broken for the test');
        }
        observe.call(this, target, options);
      };
      Reflect.set(globalThis, 'breaks', true);
    });
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.code.click({ position: { x: 120, y: 20 } });
    await expect(bench.alert).toHaveText(/The editor did not load/, { timeout: 20_000 });
    await expect(bench.code).toContainText('new ArrayBuffer');

    await page.evaluate(() => Reflect.set(globalThis, 'breaks', false));
    await bench.root.getByRole('button', { name: 'Try again' }).click();
    await expect(bench.editor).toBeFocused({ timeout: 20_000 });
  });
});

test.describe('when the editor does not arrive', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test('a saved edit stays readable and runs, the reader is told once and can try again', async ({
    page,
  }) => {
    await page.goto(LESSON);
    await page.evaluate(() => {
      const draft = { source: 'console.log("kept");\n', base: '0', tab: 't', savedAt: 1 };
      localStorage.setItem(
        'bytescope:draft:views/create',
        JSON.stringify({ v: 1, current: draft, others: [] }),
      );
    });
    let asked = 0;
    await page.route(/MonacoPane[^/]*\.js/, async (route) => {
      asked++;
      await route.abort();
    });
    await page.reload();
    const bench = new BenchPage(page, 'views/create');
    await bench.run.scrollIntoViewIfNeeded();
    await expect(bench.alert).toHaveText(/The editor did not load/);
    await expect(bench.code).toContainText('console.log("kept");');
    await bench.run.click();
    await expect.poll(() => bench.printed()).toEqual(['kept :1']);
    expect(asked).toBeLessThanOrEqual(2);
    await expect(bench.alert).toHaveCount(1);

    await page.unrouteAll();
    await bench.root.getByRole('button', { name: 'Try again' }).click();
    await expect(bench.editor).toBeFocused({ timeout: 20_000 });
    await expect(bench.alert).toHaveCount(0);
  });
});

test(
  'with the keyboard alone: into the editor by Enter, out by Escape and Tab',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.code.focus();
    await page.keyboard.press('Enter');
    await expect(bench.editor).toBeFocused({ timeout: 20_000 });
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Tab');
    await expect(bench.editor).toBeFocused();
    await expect(bench.root.getByText('edited', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(bench.editor).not.toBeFocused();
  },
);

test('the editor takes the code’s place without moving anything', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.code.scrollIntoViewIfNeeded();
  // Until the benches above have been laid out, heights change and the browser keeps the place to a whole pixel.
  await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
  await page.evaluate(() => document.fonts.ready);
  const box = await bench.root.boundingBox();
  const place = () =>
    bench.root.evaluate((root) => {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent?.indexOf('ArrayBuffer') ?? -1;
        const element = node.parentElement;
        if (at < 0 || !element?.closest('.code, .view-line')) continue;
        if (!element.checkVisibility()) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 'ArrayBuffer'.length);
        const { x, y, width } = range.getBoundingClientRect();
        return { x, y, width, color: getComputedStyle(element).color };
      }
      return null;
    });
  const before = await place();
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push((entry as PerformanceEntry & { value: number }).value);
      }
    }).observe({ type: 'layout-shift' });
  });
  await bench.openEditor();
  const after = await place();
  expect(await bench.root.boundingBox()).toEqual(box);
  expect(before).not.toBeNull();
  expect(after?.color).toBe(before?.color);
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
  expect(Math.abs((after?.width ?? 0) - (before?.width ?? 0))).toBeLessThan(1);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test(
  'the page goes along with the caret, down and up, stays where it is for one in sight, and for all of the text',
  { tag: '@firefox' },
  async ({ page }) => {
    const height = 360;
    await page.setViewportSize({ width: 1280, height });
    await page.goto('/lessons/views/');
    const bench = new BenchPage(page, 'views/one-buffer');
    await bench.openEditor();
    const header = await page.locator('.site-header').evaluate((it) => it.clientHeight);
    const isInSight = async () => {
      const box = await bench.root.locator('.monaco-editor .cursor').first().boundingBox();
      return box !== null && box.y >= header && box.y + box.height <= height;
    };
    const scrollY = () => page.evaluate(() => globalThis.scrollY);
    /** Where the page is once a key has been pressed and followed. */
    const after = async (...keys: string[]) => {
      for (const key of keys) await bench.editor.press(key);
      // The editor draws the caret in one frame, and the page follows in the next.
      await painted(page);
      await painted(page);
      await expect.poll(isInSight).toBe(true);
      return scrollY();
    };
    const top = await after('ControlOrMeta+Home');
    const bottom = await after('ControlOrMeta+End');
    expect(bottom).toBeGreaterThan(top);
    expect(await after(...Array.from({ length: 6 }, () => 'Enter'))).toBeGreaterThan(bottom);
    const home = await after('ControlOrMeta+Home');
    expect(home).toBeLessThan(bottom);
    expect(await after('ArrowDown', 'x')).toBe(home);

    await bench.editor.press('ControlOrMeta+a');
    await painted(page);
    await painted(page);
    expect(await scrollY()).toBe(home);
  },
);

test('the editor completes what typed arrays and buffers can do', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('const buffer = new ArrayBuffer(8);\n');
  await expectSuggested(page, 'buffer.trans', 'transfer');
  const list = page.locator('.suggest-widget.visible');
  // In its row, and not pushed out of it by a style of the page.
  const row = list.locator('.monaco-list-row', { hasText: 'transfer' }).first();
  const outer = await row.boundingBox();
  const inner = await row.locator('.label-name').boundingBox();
  if (outer === null || inner === null) throw new Error('The suggestion is not drawn.');
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - 1);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1);
  expect(page.workers().filter(isLanguageWorker)).toHaveLength(1);
});

test('private names are completed, past their #', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('class Album {\n  #loading = 1;\n  get() {\n    return ');
  await expectSuggested(page, 'this.#lo', '#loading');
});

test('a word that begins before the one before it was answered is completed as itself', async ({
  page,
}) => {
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (!String(url).includes('language.worker')) return;
        const post = this.postMessage.bind(this) as (message: unknown) => void;
        // A service that is slow, as it is on its first day.
        this.postMessage = (message: unknown) => setTimeout(() => post(message), 1500);
      }
    };
  });
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('');
  await expectSuggested(page, 'new Uint8', 'Uint8ClampedArray');
});

test.describe('where all of the editor has been fetched ahead', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test('its language service starts before Monaco has come, and once', async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/create');
    await bench.code.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await expect(page.locator('html')).toHaveAttribute('data-editor-is-here', '', {
      timeout: 20_000,
    });
    await page.route('**/MonacoPane*', (route) => route.abort());
    const started = page.waitForEvent('worker', isLanguageWorker);
    await bench.code.click({ position: { x: 120, y: 20 } });
    await started;
    await expect(bench.alert).toHaveText(/The editor did not load/, { timeout: 20_000 });

    await page.unroute('**/MonacoPane*');
    await bench.root.getByRole('button', { name: 'Try again' }).click();
    await expect(bench.editor).toBeFocused({ timeout: 20_000 });
    // The caret is in the middle of a word, where nothing is suggested.
    await bench.write('');
    await expectSuggested(page, 'new Uint8', 'Uint8ClampedArray');
    expect(page.workers().filter(isLanguageWorker)).toHaveLength(1);

    // Editors of a page share it.
    const other = new BenchPage(page, 'views/one-buffer');
    await other.openEditor();
    await painted(page);
    expect(page.workers().filter(isLanguageWorker)).toHaveLength(1);
  });
});

test('code that has no views any more has no colours of views, and code that is half written keeps its own', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  const coloured = bench.root.locator('.view-lines .v');
  await bench.write('const px = new Uint8Array(4);\n');
  await expect(coloured).toHaveText(['px']);
  await page.keyboard.type('= =');
  // Told after the colours have been looked for.
  await expect(bench.root.locator('.squiggly-error').first()).toBeVisible({ timeout: 20_000 });
  await expect(coloured).toHaveText(['px']);
  await bench.write('const plain = [1, 2, 3, 4, 5];\n');
  await expect(coloured).toHaveCount(0);
});

test('the page’s own styles leave the editor’s find box alone', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/create');
  await bench.write('const buffer = new ArrayBuffer(8);\n');
  await bench.editor.press('ControlOrMeta+f');
  const toggles = page.locator('.find-widget.visible .find-part .controls').first();
  await expect(toggles).toBeVisible();
  await expect(toggles).toHaveCSS('padding-top', '0px');
  await expect(toggles).toHaveCSS('border-bottom-width', '0px');
});
