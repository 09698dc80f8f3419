/** The content gate's other half: snippets with a page of their own run where a reader runs them. */
import { expect, test, type Frame } from '@playwright/test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LessonExpectation, PageAct } from '../src/lessons/expectation';
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

for (const slug of readdirSync(lessons, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)) {
  const { expected } = (await import(path.join(lessons, slug, 'expected.ts'))) as {
    expected: LessonExpectation;
  };
  for (const [name, promise] of Object.entries(expected.onPage ?? {})) {
    test(`${slug}/${name} prints what its lesson promises`, async ({ page }) => {
      await page.goto(`/lessons/${slug}/`);
      const bench = new BenchPage(page, `${slug}/${name}`);
      await bench.run.scrollIntoViewIfNeeded();
      await bench.run.click();
      const { acts = [], prints, serverPrints, throws } = promise;
      if (acts.length > 0) {
        const output = await bench.root.locator('.output-frame iframe:visible').elementHandle();
        const frame = await output.contentFrame();
        if (!frame) throw new Error(`${name} has acts, and no page to do them on.`);
        for (const todo of acts) await act(frame, todo);
      }
      await expect.poll(() => bench.rows(), { message: 'console rows' }).toEqual(prints);
      if (serverPrints !== undefined)
        await expect
          .poll(() => bench.rows('Console of the server'), { message: 'rows of the server half' })
          .toEqual(serverPrints);
      if (throws === undefined) await expect(bench.alert).toHaveCount(0);
      else await expect(bench.alert).toContainText(throws.replace(/, line .*/, ''));
    });
  }
}
