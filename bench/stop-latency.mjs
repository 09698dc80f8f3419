// @ts-check
/**
 * The reader presses Stop on a program that spins, and Run right after it: how long until the second program's first
 * line? Per realm, per engine. Bar: median under 150 ms.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { startHarness } = await import('../e2e/support/sandbox-harness.ts');
const { driveChromium, driveFirefox, firefoxPath } =
  await import('../e2e/support/sandbox-harness-drivers.ts');
const { launchChromium } = await import('./support/browsers.mjs');
const { median, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 15);
/** What keeps the thread busy in a way that only Stop ends: the guard's check is not in native code. */
const SPINNING = { 'for(;;);': 'a loop', '/^(a+)+$/.test("a".repeat(60) + "!")': 'a regex' };

sayMachine();
const harness = await startHarness();
const browser = await launchChromium();
const drivers = [await driveChromium(browser, harness)];
if (firefoxPath !== null) drivers.push(await driveFirefox(harness));

for (const driver of drivers)
  for (const realm of ['worker', 'page'])
    for (const [source, name] of Object.entries(SPINNING)) {
      const figures = [];
      for (let round = 0; round < ROUNDS; round++)
        figures.push(Number(await driver.call('stopAndRunAgain', [realm, source])));
      sayFigures(`${driver.engine}, ${realm} realm, ${name}: Stop to next line`, figures);
      sayBar(
        `Stop to next line, ${driver.engine}, ${realm} realm, ${name}`,
        median(figures),
        ' ms',
        150,
      );
    }

for (const driver of drivers) await driver.close();
await browser.close();
await harness.close();
