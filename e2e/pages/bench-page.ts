/** One bench of a lesson page, by what a reader sees: names, roles and words, in the language of the page. */
import { expect, type Locator, type Page } from '@playwright/test';
import { painted } from '../support/painted';
import { paste } from '../support/paste';
import { anyNumber, either, starting, wordsOn, type Words } from '../support/words';

export class BenchPage {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, id: string) {
    this.page = page;
    this.root = page.locator(`[data-bench="${id}"]`);
  }

  protected get words(): Words {
    return wordsOn(this.page);
  }

  get run(): Locator {
    return this.root.getByRole('button', { name: this.words.bench.run, exact: true });
  }
  get stop(): Locator {
    return this.root.getByRole('button', { name: this.words.bench.stop, exact: true });
  }
  get step(): Locator {
    return this.root.getByRole('button', { name: this.words.bench.step, exact: true });
  }
  /** The timeline. */
  get slider(): Locator {
    return this.root.getByRole('slider', { name: this.words.timeline.slider });
  }
  get reset(): Locator {
    return this.root.getByRole('button', { name: this.words.bench.reset, exact: true });
  }
  get code(): Locator {
    return this.root.getByRole('region', { name: starting(this.words.bench.code('')) });
  }
  get editor(): Locator {
    return this.root.getByRole('textbox', { name: starting(this.words.bench.code('')) });
  }
  get status(): Locator {
    return this.root.locator('.bench-bar').getByRole('status');
  }
  get console(): Locator {
    return this.root.getByRole('log', {
      name: either(this.words.bench.console, this.words.network.clientConsole),
    });
  }
  get alert(): Locator {
    return this.root.getByRole('alert');
  }

  /** The word over a memory that is not this run's or not this code's. */
  get lastRunLabel(): Locator {
    return this.root.getByText(this.words.bench.fromLastRun, { exact: true });
  }
  /** The static code as it is printed: there, but hidden from who reads the screen, while an editor is open. */
  get printedCode(): Locator {
    return this.root.locator('.code');
  }

  /** The console's rows as text, the line number apart: `text :line`. */
  async printed(console?: string): Promise<string[]> {
    const log =
      console === undefined
        ? this.console
        : this.root.getByRole('log', { name: console, exact: true });
    await painted(this.page);
    // In one go: on a busy machine a question for each row takes longer than a row is there.
    return await log.getByRole('listitem').evaluateAll((rows) =>
      rows.map((row) => {
        const textOf = (selector: string) =>
          Array.from(row.querySelectorAll<HTMLElement>(selector), (each) => each.innerText);
        // A row's values stand side by side on screen; innerText puts a line break between them.
        const text = textOf('.console-values').join(' ').replace(/\s+/g, ' ');
        const line = textOf('.src-l').join('');
        return line === '' ? text : `${text} ${line}`;
      }),
    );
  }

  /** The console's rows as `expected.ts` writes them: `line: text`. */
  async rows(console?: string): Promise<string[]> {
    return (await this.printed(console)).map((row) => row.replace(/^(.*) :(\d+)$/s, '$2: $1'));
  }

  /** The byte cells of the bench's only (or first) buffer, as written. */
  async bytes(): Promise<string[]> {
    await painted(this.page);
    return await this.root
      .getByRole('gridcell', { name: anyNumber((byte) => `${this.words.memory.byteName(byte)},`) })
      .allInnerTexts();
  }

  /** Opens a byte's bits by keyboard. */
  async openByte(byteOffset: number): Promise<void> {
    await this.root
      .getByRole('gridcell', { name: starting(`${this.words.memory.byteName(byteOffset)},`) })
      .press('Enter');
  }

  /** Opens the editor as a reader would, by pressing on the code. */
  async openEditor(): Promise<void> {
    await this.code.scrollIntoViewIfNeeded();
    await this.code.click({ position: { x: 120, y: 20 } });
    // It is two megabytes of code, on a machine that may do other things.
    await expect(this.editor).toBeFocused({ timeout: 40_000 });
  }

  /** Replaces the whole program by pasting: typing would meet the editor's own closing brackets. */
  async write(source: string): Promise<void> {
    if ((await this.editor.count()) === 0) await this.openEditor();
    await this.editor.press('ControlOrMeta+a');
    await paste(this.editor, source);
  }
}
