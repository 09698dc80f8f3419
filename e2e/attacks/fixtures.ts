/**
 * One harness server per worker process; in the Chromium project a fresh context per test; in the Firefox project one
 * plainly launched Firefox per worker process, which lives through all attacks as a reader's browser would, and is
 * started again only after a failure.
 */
import { test as base } from '@playwright/test';
import { startHarness, type Harness } from '../support/sandbox-harness';
import {
  driveChromium,
  driveFirefox,
  firefoxPath,
  type Driver,
} from '../support/sandbox-harness-drivers';

class Firefoxes {
  #driver: Promise<Driver> | null = null;
  readonly #harness: Harness;

  constructor(harness: Harness) {
    this.#harness = harness;
  }

  async get(): Promise<Driver> {
    this.#driver ??= driveFirefox(this.#harness);
    return this.#driver;
  }

  /** After a failure nobody knows what state it is in. */
  async discard(): Promise<void> {
    const driver = this.#driver;
    this.#driver = null;
    await (await driver)?.close();
  }
}

export const test = base.extend<{ driver: Driver }, { harness: Harness; firefoxes: Firefoxes }>({
  harness: [
    async ({}, use) => {
      const harness = await startHarness();
      await use(harness);
      await harness.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  firefoxes: [
    async ({ harness }, use) => {
      const firefoxes = new Firefoxes(harness);
      await use(firefoxes);
      await firefoxes.discard();
    },
    { scope: 'worker' },
  ],
  driver: async ({ playwright, browserName, harness, firefoxes }, use, info) => {
    if (browserName === 'chromium') {
      const browser = await playwright.chromium.launch(info.project.use.launchOptions);
      const driver = await driveChromium(browser, harness);
      await use(driver);
      await browser.close();
      return;
    }
    info.skip(
      firefoxPath === null,
      'There is no Firefox on this machine that can be started plainly.',
    );
    await use(await firefoxes.get());
    if (info.status !== info.expectedStatus) await firefoxes.discard();
  },
});
