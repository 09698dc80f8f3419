// @ts-check
/**
 * How long the lesson page's own thread stands still while somebody else's code spins, floods or fills the memory: the
 * longest stall of each attack, in each realm, in Chromium and in a Firefox launched plainly (automation can turn its
 * site isolation off). Bars: Chromium 100 ms; Firefox 150 ms for the worker realm, 500 ms for the page realm.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { startHarness } = await import('../e2e/support/sandbox-harness.ts');
const { driveChromium, driveFirefox, firefoxPath } =
  await import('../e2e/support/sandbox-harness-drivers.ts');
const { spinningAttacks } = await import('./support/attacks.mjs');
const { launchChromium } = await import('./support/browsers.mjs');
const { median, sayBar, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 3);
const BARS = { chromium: { worker: 100, page: 100 }, firefox: { worker: 150, page: 500 } };

sayMachine();
const harness = await startHarness();
const browser = await launchChromium();
const drivers = [await driveChromium(browser, harness)];
if (firefoxPath !== null) drivers.push(await driveFirefox(harness));

for (const driver of drivers) {
  const idle = [];
  for (let round = 0; round < 3; round++) idle.push(Number(await driver.call('idleStall', [3000])));
  console.log(`${driver.engine}: ${Math.max(...idle).toFixed(0)} ms while nothing runs`);
  const worst = { worker: 0, page: 0 };
  for (const attack of await spinningAttacks())
    for (const realm of attack.realms) {
      const stalls = [];
      for (let round = 0; round < ROUNDS; round++) {
        const program = {
          source: attack.source.replaceAll('OUTSIDE', harness.outside),
          realm,
          goal: attack.goal ?? 'script',
          guardMs: attack.guardMs ?? 2000,
        };
        const report = /** @type {import('../e2e/support/sandbox-harness-types').Report} */ (
          await driver.call('run', [{ ...attack.order, program }])
        );
        stalls.push(report.stallMs);
      }
      const longest = Math.max(...stalls);
      const bar = BARS[driver.engine][realm];
      console.log(
        `  ${attack.name.padEnd(52)} ${realm.padEnd(6)}  longest ${longest.toFixed(0).padStart(4)} ms` +
          `   median ${median(stalls).toFixed(0).padStart(4)} ms   bar ${bar} ms${longest < bar ? '' : '   over'}`,
      );
      worst[realm] = Math.max(worst[realm], longest);
    }
  for (const realm of /** @type {const} */ (['worker', 'page']))
    sayBar(
      `longest stall of the page in ${driver.engine}, ${realm} realm`,
      Math.round(worst[realm]),
      ' ms',
      BARS[driver.engine][realm],
    );
}

for (const driver of drivers) await driver.close();
await browser.close();
await harness.close();
