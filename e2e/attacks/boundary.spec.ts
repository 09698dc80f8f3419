/** Attacks that are no snippet: somebody else frames the realm, opens it, initialises it again or replays its messages. */
import { expect } from '@playwright/test';
import { driveChromium, openFirefox } from '../support/sandbox-harness-drivers';
import type { Report } from '../support/sandbox-harness-types';
import { test } from './fixtures';
import { attackOnce } from './run-attacks';

test('a second init finds no listener in a realm', async ({ driver, harness }) => {
  const order = { order: { keep: true } };
  await attackOnce(driver, harness, { source: 'console.log(1)', ...order }, 'page');
  await attackOnce(driver, harness, { source: 'console.log(1)', ...order }, 'worker');
  expect(await driver.call('secondInit', [])).toBe(false);
});

test('a replay of an older run’s verdict changes nothing', async ({ driver, harness }) => {
  const old = await attackOnce(driver, harness, { source: 'console.log(1)' }, 'page');
  const verdict = `{ v: 1, kind: "settled", runId: "${old.runId}", outcome: "finished", error: null, line: null, durationMs: 1 }`;
  const source = `parent.postMessage(${verdict}, "*"); postMessage(${verdict}, "*");\nthrow new Error("the truth")`;
  const report = await attackOnce(driver, harness, { source }, 'page');
  expect(report.errorText).toBe('the truth');
  expect(report.settledCount).toBe(1);
});

test('the realm in a page of another site says nothing and runs nothing', async ({
  harness,
  playwright,
  browserName,
}) => {
  const realm = `http://localhost:${harness.port}${harness.realmPath}`;
  const page = harness.serveOutside(
    '/framing',
    `<!doctype html><iframe sandbox="allow-scripts" src="${realm}"></iframe><script>
      let said = 'nothing';
      addEventListener('message', (event) => { if (event.data?.kind === 'ready') said = 'ready'; });
      setTimeout(() => fetch('/verdict/' + said), 1500);
    </script>`,
  );
  const browser =
    browserName === 'chromium'
      ? await playwright.chromium.launch(test.info().project.use.launchOptions)
      : null;
  const firefox = browser === null ? await openFirefox(page) : null;
  await (await browser?.newPage())?.goto(page);
  const verdict = (): string | undefined =>
    harness.visits.find((visit) => visit.startsWith('GET /verdict/'));
  await expect.poll(verdict, { timeout: 30_000 }).toBe('GET /verdict/nothing');
  await browser?.close();
  await firefox?.close();
});

test('a realm cannot go back in the reader’s history', async ({
  harness,
  playwright,
  browserName,
}) => {
  test.setTimeout(90_000);
  const name = `history${browserName}`;
  // A page that was there before, left when it had loaded, so that it has an entry of its own.
  const before = harness.serveOutside(
    '/before',
    `<!doctype html><script>onload = () => setTimeout(() => { location = '${harness.url}#obey=${name}' }, 100)</script>`,
  );
  const browser =
    browserName === 'chromium'
      ? await playwright.chromium.launch(test.info().project.use.launchOptions)
      : null;
  const firefox = browser === null ? await openFirefox(before) : null;
  await (await browser?.newPage())?.goto(before);
  const source = `const { length } = history;
history.pushState(null, '', '#one'); history.pushState(null, '', '#two');
console.log(history.length - length);
history.back(); history.forward(); history.go(-1); history.go(-length);`;
  const order = { program: { source, realm: 'page' }, lingerMs: 1500 };
  const report = (await harness.call(name, 'run', [order], 60_000)) as Report;
  expect(report.outcome).toEqual({ kind: 'finished' });
  expect(report.lines[0]).toBe('0');
  const next = { program: { source: 'console.log("still here")', realm: 'page' } };
  expect(((await harness.call(name, 'run', [next], 30_000)) as Report).lines).toEqual([
    'still here',
  ]);
  await browser?.close();
  await firefox?.close();
});

test.describe('in Chromium', () => {
  test.skip(({ browserName }) => browserName !== 'chromium');

  test('the realm opened as a page of its own is opaque and does not start', async ({
    browser,
    harness,
  }) => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`http://localhost:${harness.port}${harness.realmPath}`);
    expect(await page.evaluate(() => self.origin)).toBe('null');
    const answered = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(true);
          postMessage({ v: 1, kind: 'init', mode: 'worker', scheme: 'light' }, '*', [port2]);
          setTimeout(() => resolve(false), 1000);
        }),
    );
    expect(answered).toBe(false);
    await page.close();
  });

  test('a realm that runs out of memory takes only its run with it', async ({
    playwright,
    harness,
  }) => {
    // A small heap, so that the crash comes soon and costs the machine nothing.
    test.setTimeout(90_000);
    const { launchOptions = {} } = test.info().project.use;
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--js-flags=--max-old-space-size=64'],
    });
    const driver = await driveChromium(browser, harness);
    for (const realm of ['worker', 'page'] as const) {
      const source = 'const heap = [];\nfor(;;) heap.push({ a: 1, b: [1, 2, 3] })';
      const report = await attackOnce(driver, harness, { source }, realm);
      expect(['lost', 'stopped']).toContain(report.outcome?.kind);
      expect(report.settledCount).toBe(1);
      const next = await attackOnce(driver, harness, { source: 'console.log("again")' }, realm);
      expect(next.lines).toEqual(['again']);
    }
    await browser.close();
  });
});
