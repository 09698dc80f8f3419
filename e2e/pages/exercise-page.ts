/** One exercise of a lesson page, by what a reader sees: a bench with a task, checks, hints and a solution. */
import type { Locator, Page } from '@playwright/test';
import { BenchPage } from './bench-page';

export class ExercisePage extends BenchPage {
  constructor(page: Page, lesson: string, name: string) {
    super(page, `${lesson}/exercises/${name}`);
  }

  get check(): Locator {
    return this.root.getByRole('button', { name: 'Check', exact: true });
  }
  get solution(): Locator {
    return this.root.getByRole('button', { name: /^Show solution/ });
  }
  get checks(): Locator {
    return this.root.locator('.checks').getByRole('listitem');
  }
  /** “Solved”, over the exercise. */
  get solved(): Locator {
    return this.root.locator('.ex-head').getByText('Solved', { exact: true });
  }
  /** A hint, by the sentence that opens it. */
  hint(name: string): Locator {
    return this.root.locator('.hints summary', { hasText: name });
  }

  /** The checks as they went: `Returns 8 bytes, passed`. */
  async went(): Promise<string[]> {
    return await this.root.locator('.ct').allTextContents();
  }
}
