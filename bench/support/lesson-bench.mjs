// @ts-check
/** A bench of an English lesson page, for benchmarks: Node reads this without a bundler, which e2e/pages needs. */

export class LessonBench {
  /** @param {import('@playwright/test').Page} page @param {string} id `views/create` */
  constructor(page, id) {
    this.page = page;
    this.root = page.locator(`[data-bench="${id}"]`);
    this.run = this.root.locator('[data-action="run"]');
    this.step = this.root.locator('[data-action="step"]');
    this.slider = this.root.getByRole('slider', { name: 'Step' });
    this.editor = this.root.getByRole('textbox', { name: /^Code: / });
    this.printedCode = this.root.locator('.code');
  }

  /** Brings it alive, as a pointer does. */
  async wake() {
    await this.root.scrollIntoViewIfNeeded();
    await this.root.hover({ position: { x: 20, y: 20 } });
    await this.root.and(this.page.locator('[data-hydrated]')).waitFor();
  }

  async openEditor() {
    await this.root.getByRole('region', { name: /^Code: / }).click({ position: { x: 120, y: 20 } });
    await this.editor.waitFor({ state: 'attached' });
    await this.page.waitForFunction(() =>
      document.activeElement?.matches('textarea, [role="textbox"]'),
    );
  }

  /** Replaces the whole program by pasting: typing would meet the editor's own closing brackets. @param {string} source */
  async write(source) {
    await this.openEditor();
    await this.editor.press('ControlOrMeta+a');
    await this.editor.evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, source);
  }
}
