// @ts-check
/**
 * What pictures cost, in Chromium. Bars: a threshold on 640 × 400 is on the program's canvas within a frame of 16.7 ms of
 * the reader's input, in the median, lightly recorded; pointing at a pixel lights its bytes within a frame; 30 steps a
 * second backwards through the inversion of 327 × 125, fully recorded; that inversion on 4 megapixels, lightly recorded,
 * at most 1.3× of the bare loop.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { launchChromium } = await import('./support/browsers.mjs');
const { median, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');
const { openRecordingPages, RUNS, WARM_FROM } = await import('./support/recording-page.mjs');
const { startPixelsSite } = await import('../e2e/support/pixels-site.ts');

const ROUNDS = Number(process.argv[2] ?? 60);
const FRAME_MS = 1000 / 60;

/** The lower half of the picture, as the seed inverts it. */
const INVERT = `function run(d) {
  for (let i = 0; i < d.length; i += 4) {
    d[i] = 255 - d[i];
    d[i + 1] = 255 - d[i + 1];
    d[i + 2] = 255 - d[i + 2];
  }
  return d[4];
}`;

sayMachine();
const site = await startPixelsSite();
const browser = await launchChromium();
try {
  await thresholds();
  await pointing();
  await scrubbing();
} finally {
  await browser.close();
  await site.close();
}
await inverting();

/** @param {string} snippet @param {boolean} runs */
async function open(snippet, runs) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1400 } });
  await page.goto(site.url(snippet));
  if (runs) {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('.bench-bar', { hasText: 'Finished' }).waitFor();
    await page.locator('.pixels').waitFor();
  }
  return page;
}

/** @param {import('@playwright/test').Page} page @param {number} count */
async function paintedIn(page, count) {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const times = await frame.evaluate(() => /** @type {any} */ (globalThis).painted ?? null);
    if (times === null) continue;
    return /** @type {number[]} */ (times).slice(-count);
  }
  throw new Error('The program has painted nothing.');
}

async function thresholds() {
  const light = await open('threshold', false);
  const sent = await light.evaluate(async (rounds) => {
    const mount = document.createElement('div');
    mount.style.blockSize = '500px';
    document.body.prepend(mount);
    const handle = /** @type {any} */ (globalThis).startLight(mount);
    while (!mount.hasAttribute('data-settled')) await new Promise((r) => setTimeout(r, 20));
    const times = [];
    for (let i = 0; i < rounds; i++) {
      await new Promise((r) => setTimeout(r, 60));
      times.push(performance.timeOrigin + performance.now());
      handle.setControl('t', 60 + ((i * 37) % 160));
    }
    await new Promise((r) => setTimeout(r, 500));
    return times;
  }, ROUNDS);
  const painted = await paintedIn(light, sent.length);
  sayLatency('threshold on 640 × 400, light: input to canvas', sent, painted);
  await light.close();

  // As a bench runs it: the first 250,000 steps are kept, and its pixels are drawn again as memory comes in.
  const full = await open('threshold', true);
  const moved = await full.evaluate(async (rounds) => {
    const line = /** @type {HTMLInputElement} */ (document.querySelector('[data-px=line]'));
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const times = [];
    for (let i = 0; i < rounds; i++) {
      await new Promise((r) => setTimeout(r, 60));
      times.push(performance.timeOrigin + performance.now());
      set?.call(line, String(60 + ((i * 37) % 160)));
      line.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await new Promise((r) => setTimeout(r, 500));
    return times;
  }, ROUNDS);
  const shown = await paintedIn(full, moved.length);
  sayLatency('the same in a bench, past the cap, its line dragged', moved, shown);
  await full.close();
}

/** @param {string} name @param {readonly number[]} sent @param {readonly number[]} painted */
function sayLatency(name, sent, painted) {
  if (painted.length !== sent.length) {
    console.log(`${name}: ${sent.length} inputs, ${painted.length} repaints (some were joined)`);
    // Each input, and the first repaint after it.
    const after = sent.map((at) => painted.find((time) => time > at) ?? NaN);
    painted = after;
  }
  const ms = sent.map((at, i) => (painted[i] ?? NaN) - at).filter(Number.isFinite);
  sayFigures(name, ms);
  sayBar(name, median(ms), ' ms', FRAME_MS);
}

async function pointing() {
  const page = await open('threshold', true);
  const ms = await page.evaluate(async (rounds) => {
    const stage = /** @type {HTMLElement} */ (document.querySelector('[data-px=stage]'));
    const { port1, port2 } = new MessageChannel();
    const turn = () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve(undefined);
        port2.postMessage(0);
      });
    const times = [];
    for (let i = 0; i < rounds; i++) {
      await new Promise((r) => setTimeout(r, 50));
      const box = stage.getBoundingClientRect();
      const clientX = box.left + ((i * 97) % (box.width - 40)) + 20;
      const clientY = box.top + ((i * 61) % (box.height - 40)) + 20;
      const at = performance.now();
      stage.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX, clientY }));
      const index = Number(
        document.querySelector('[data-px=index]')?.textContent?.replaceAll(',', ''),
      );
      while (document.querySelector(`.mem .byte.hot[data-b="${index}"]`) === null) await turn();
      // What has been written has also been laid out.
      document.body.getBoundingClientRect();
      times.push(performance.now() - at);
    }
    return times;
  }, ROUNDS);
  sayFigures('pointing at a pixel: its bytes are lit and laid out', ms);
  sayBar('pointing at a pixel', median(ms), ' ms', FRAME_MS);
  await page.close();
}

async function scrubbing() {
  const page = await open('invert', true);
  const ms = await page.evaluate(async (rounds) => {
    const slider = document.querySelector('.trace [role=slider]');
    const times = [];
    for (let i = 0; i < rounds * 4; i++) {
      if (i % 30 === 0) await new Promise((r) => requestAnimationFrame(r));
      const at = performance.now();
      slider?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, repeat: true }),
      );
      await null;
      document.body.getBoundingClientRect();
      times.push(performance.now() - at);
    }
    return times;
  }, ROUNDS);
  sayFigures('one step back through the inversion of 327 × 125', ms);
  sayBar('scrubbing', Math.round(1000 / median(ms)), ' steps a second', 30, 'at least');
  await page.close();
}

async function inverting() {
  const pages = await openRecordingPages();
  /** @type {Record<string, number[]>} */
  const times = { plain: [], guarded: [] };
  for (let round = 0; round < 9; round++) {
    for (const variant of ['plain', 'guarded']) {
      const sample = await pages.inFreshPage(
        ({ source, runs, variant: each }) =>
          /** @type {any} */ (globalThis).bench.time(
            source,
            each,
            { kind: 'pixels', length: 16_000_000 },
            runs,
          ),
        { source: INVERT, runs: RUNS, variant },
      );
      times[variant]?.push(...sample.times.slice(WARM_FROM));
    }
  }
  await pages.close();
  sayFigures('inverting 4 megapixels, bare', times['plain'] ?? []);
  sayFigures('inverting 4 megapixels, light recording', times['guarded'] ?? []);
  const ratio = median(times['guarded'] ?? []) / median(times['plain'] ?? []);
  sayBar('inverting 4 megapixels, lightly recorded, against the bare loop', ratio, '×', 1.3);
}
