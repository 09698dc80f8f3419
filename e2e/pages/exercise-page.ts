/** One exercise of a lesson page, by what a reader sees: a bench with a task, checks, hints and a solution. */
import { expect, type Locator, type Page } from '@playwright/test';
import { starting } from '../support/words';
import { BenchPage } from './bench-page';

export class ExercisePage extends BenchPage {
  constructor(page: Page, lesson: string, name: string) {
    super(page, `${lesson}/exercises/${name}`);
  }

  get check(): Locator {
    return this.root.getByRole('button', { name: this.words.exercise.check, exact: true });
  }
  get solution(): Locator {
    return this.root.getByRole('button', { name: starting(this.words.exercise.solution) });
  }
  get checks(): Locator {
    return this.root.locator('.checks').getByRole('listitem');
  }
  /** “Solved”, over the exercise, in the language of the page. */
  get solved(): Locator {
    return this.root.locator('.ex-head').getByText(this.words.exercise.solved, { exact: true });
  }
  /** A hint, by the sentence that opens it. */
  hint(name: string): Locator {
    return this.root.locator('.hints summary', { hasText: name });
  }

  /** The checks as they went: `Returns 8 bytes, passed`. */
  async went(): Promise<string[]> {
    return await this.root.locator('.ct').allTextContents();
  }

  /** Checks what is given, which fails, and then this code, which passes. */
  async solve(solution: string): Promise<void> {
    const { failed, passed } = this.words.exercise.state;
    await this.check.click();
    await expect(this.root.locator('.ct').first()).toContainText(failed, { timeout: 30_000 });
    await this.write(solution);
    await this.check.click();
    await expect
      .poll(async () => (await this.went()).every((check) => check.endsWith(passed)), {
        timeout: 30_000,
      })
      .toBe(true);
  }
}
