/**
 * The content gate's other half: snippets with a page of their own run where a reader runs them, a lesson's one after
 * the other on its page, since to load the page takes longer than to run them.
 */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LessonExpectation, PageAct, PageExpectation } from '../src/lessons/expectation';
import { BenchPage } from './pages/bench-page';

const lessons = path.join(import.meta.dirname, '../src/lessons');

/** Does what a reader would do on the snippet's page. */
async function act(frame: Frame, todo: PageAct): Promise<void> {
  if (todo.kind === 'press') {
    await frame.getByRole('button', { name: todo.name }).click();
    return;
  }
  const { name, byteLength } = todo.file;
  const buffer = Buffer.from(Array.from({ length: byteLength }, (_, i) => i % 251));
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await frame.getByLabel(todo.label).setInputFiles(file);
}

/** Fails the test at its end, so that each snippet is heard. */
const softly = expect.configure({ soft: true });

async function expectPromise(page: Page, id: string, promise: PageExpectation): Promise<void> {
  const bench = new BenchPage(page, id);
  const { acts = [], serverPrints, throws } = promise;
  const prints = promise.prints.map((row): unknown =>
    typeof row === 'string' ? row : expect.stringMatching(row),
  );
  await bench.run.scrollIntoViewIfNeeded();
  await bench.run.click();
  // Only then do its buttons do something. And one that prints nothing has not run by that: it has a row that says so.
  if (throws === undefined) await softly(bench.status, id).toContainText('Finished');
  if (acts.length > 0) {
    const output = await bench.root.locator('.output-frame iframe:visible').elementHandle();
    const frame = await output.contentFrame();
    if (!frame) throw new Error(`${id} has acts, and no page to do them on.`);
    for (const todo of acts) await act(frame, todo);
  }
  const shown = promise.andMore === true ? prints.length : undefined;
  const rows = async () => (await bench.rows()).filter((row) => row !== '').slice(0, shown);
  await softly.poll(rows, { message: `console rows of ${id}` }).toEqual(prints);
  if (serverPrints !== undefined)
    await softly
      .poll(() => bench.rows('Console of the server'), {
        message: `rows of the server half of ${id}`,
      })
      .toEqual(serverPrints);
  if (throws === undefined) await softly(bench.alert, id).toHaveCount(0);
  else await softly(bench.alert, id).toContainText(throws.replace(/, line .*/, ''));
}

for (const slug of readdirSync(lessons, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)) {
  const { expected } = (await import(path.join(lessons, slug, 'expected.ts'))) as {
    expected: LessonExpectation;
  };
  const promises = Object.entries(expected.onPage ?? {});
  if (promises.length === 0) continue;
  test.describe(slug, () => {
    test.setTimeout(60_000 + promises.length * 20_000);

    test('its snippets with a page of their own print what it promises', async ({ page }) => {
      await page.goto(`/lessons/${slug}/`);
      for (const [name, promise] of promises)
        await test.step(name, () => expectPromise(page, `${slug}/${name}`, promise));
    });
  });
}
