/**
 * One harness server and one browser per worker process, which lives through all attacks as a reader's browser would:
 * in the Chromium project Playwright's, with a fresh context per test; in the Firefox project one that is launched
 * plainly. After a failure nobody knows what state it is in, and Playwright goes on with a new process.
 */
import { test as base } from '@playwright/test';
import { startHarness, type Harness } from '../support/sandbox-harness';
import {
  driveChromium,
  driveFirefox,
  firefoxPath,
  type Driver,
} from '../support/sandbox-harness-drivers';

/** Hands a driver to one test. */
type Lend = (use: (driver: Driver) => Promise<void>) => Promise<void>;

export const test = base.extend<{ driver: Driver }, { harness: Harness; lendDriver: Lend }>({
  harness: [
    async ({}, use) => {
      const harness = await startHarness();
      await use(harness);
      await harness.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  lendDriver: [
    async ({ playwright, browserName, launchOptions, harness }, use) => {
      if (browserName === 'chromium') {
        const browser = await playwright.chromium.launch(launchOptions);
        await use(async (lend) => {
          const driver = await driveChromium(browser, harness);
          await lend(driver);
          await driver.close();
        });
        await browser.close();
        return;
      }
      let firefox: Promise<Driver> | null = null;
      await use(async (lend) => lend(await (firefox ??= driveFirefox(harness))));
      await (await (firefox as Promise<Driver> | null))?.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  driver: async ({ browserName, lendDriver }, use, info) => {
    info.skip(
      browserName === 'firefox' && firefoxPath === null,
      'There is no Firefox on this machine that can be started plainly.',
    );
    await lendDriver(use);
  },
});
