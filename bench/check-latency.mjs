// @ts-check
/**
 * From pressing Check to the verdict, on a warm page of the built site, against pressing Run with the same code: each of
 * the first lesson's exercises with its solution, one of each in turn. Both end where the toolbar says what came of it.
 * Bar: at most 4× Run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { projectNode, root } = await import('../scripts/lib/run.mjs');
const { launchChromium } = await import('./support/browsers.mjs');
const { median, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 30);
const LESSON = process.argv[3] ?? 'views';
const exercises = path.join(root, 'src/lessons', LESSON, 'exercises');

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

sayMachine();
const port = await freePort();
const server = spawn(projectNode(), ['server/index.ts'], {
  cwd: root,
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(`http://localhost:${port}/lessons/${LESSON}/`);

/**
 * Presses a button of an exercise and waits, in the page, until the toolbar says that this run is over.
 * @param {string} name @param {'run' | 'check'} action @returns {Promise<number>} milliseconds
 */
const press = (name, action) =>
  page.evaluate(
    ([exercise, what]) =>
      new Promise((resolve) => {
        const section = /** @type {HTMLElement} */ (
          document.querySelector(`[data-exercise="${exercise}"]`)
        );
        const status = /** @type {HTMLElement} */ (section.querySelector('.bench-bar .status'));
        const isOver = () =>
          what === 'run'
            ? status.textContent?.startsWith('Finished')
            : status.textContent?.includes('pass');
        const button = /** @type {HTMLElement} */ (
          section.querySelector(`[data-action="${what}"]`)
        );
        const at = performance.now();
        const observer = new MutationObserver(() => {
          if (!isOver()) return;
          observer.disconnect();
          resolve(performance.now() - at);
        });
        observer.observe(status, { subtree: true, childList: true, characterData: true });
        button.click();
      }),
    /** @type {const} */ ([name, action]),
  );

/** @type {Record<'run' | 'check', number[]>} */
const figures = { run: [], check: [] };
for (const name of readdirSync(exercises)) {
  const source = readFileSync(path.join(exercises, name, 'solution.js'), 'utf8');
  const section = page.locator(`[data-exercise="${name}"]`);
  await section.scrollIntoViewIfNeeded();
  await section.locator('.code').click();
  const editor = section.getByRole('textbox');
  await editor.waitFor({ state: 'attached' });
  await editor.press('ControlOrMeta+a');
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, source);
  /** @type {Record<'run' | 'check', number[]>} */
  const own = { run: [], check: [] };
  for (let round = -3; round < ROUNDS; round++)
    for (const action of /** @type {const} */ (['run', 'check'])) {
      const took = await press(name, action);
      // The first few warm the engine's code caches up, for both alike.
      if (round >= 0) own[action].push(took);
      // The next realm boots beside; a reader reads meanwhile.
      await page.waitForTimeout(150);
    }
  sayFigures(`${name}: Run to “Finished”`, own.run);
  sayFigures(`${name}: Check to its verdict`, own.check);
  figures.run.push(...own.run);
  figures.check.push(...own.check);
}
await browser.close();
server.kill();

sayBar(
  'Check against Run, medians over all exercises',
  median(figures.check) / median(figures.run),
  '×',
  4,
);
