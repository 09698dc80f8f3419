// @ts-check
/**
 * Scrolling through a file of 100 MB, and one of 1 GiB, in the inspector of the built site, in Chromium: the time from frame
 * to frame, against an empty box of the same height scrolled the same way on the same page. Bar: 60 frames a second through
 * 100 MB.
 */
import { mkdtemp, open, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { launchChromium } = await import('./support/browsers.mjs');
const { median, quantile, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');
const { withSite } = await import('../scripts/lib/site.ts');

const FRAMES = Number(process.argv[2] ?? 240);
const FRAME_MS = 1000 / 60;
const MB = 1_000_000;

sayMachine();
const folder = await mkdtemp(path.join(tmpdir(), 'bytescope-inspector-'));
const hundred = await makeFile('hundred.bin', 100 * MB, 100 * MB);
// Only its first bytes are written: the rest is read as zeros, and takes no disk.
const gigabyte = await makeFile('gigabyte.bin', 2 ** 30, MB);

await withSite(async (origin) => {
  const browser = await launchChromium();
  try {
    for (const [name, file] of [
      ['100 MB', hundred],
      ['1 GiB', gigabyte],
    ]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${origin}/inspect/`);
      await page.getByRole('button', { name: 'Open a file' }).focus();
      await page.locator('.ins[data-hydrated]').waitFor();
      await page.locator('.ins-top input[type=file]').setInputFiles(String(file));
      await page.locator('.ins-row i').first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('.ins-row').length > 10);
      await page.evaluate(addEmptyBox);
      for (const [how, pixels] of /** @type {const} */ ([
        ['by 120 pixels a frame', 120],
        ['by 2,400 pixels a frame', 2400],
        ['by jumps all over the file', 0],
      ])) {
        const empty = await page.evaluate(scroll, { box: '#empty', frames: FRAMES, pixels });
        const ours = await page.evaluate(scroll, { box: '.ins-scroll', frames: FRAMES, pixels });
        sayFigures(`${name}, ${how}: empty box`, empty);
        sayFigures(`${name}, ${how}: the inspector`, ours);
        const late = ours.filter((ms) => ms > 1.5 * FRAME_MS).length;
        console.log(
          `  median ${(median(ours) / median(empty)).toFixed(2)}×, p95 ${(quantile(ours, 0.95) / quantile(empty, 0.95)).toFixed(2)}× the empty box’s; ${late} of ${ours.length} frames came late`,
        );
        // The browser tells time in tenths of a millisecond.
        const told = Math.round(median(ours) * 10) / 10;
        if (file === hundred) sayBar(`scrolling ${name} ${how}, frame`, told, ' ms', 16.7);
        console.log('');
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
await rm(folder, { recursive: true, force: true });

/** @param {string} name @param {number} byteLength @param {number} written */
async function makeFile(name, byteLength, written) {
  const file = path.join(folder, name);
  const handle = await open(file, 'w');
  const chunk = new Uint8Array(MB);
  for (let at = 0; at < written; at += MB) {
    for (let i = 0; i < MB; i++) chunk[i] = (i * 31 + at) & 0xff;
    await handle.write(chunk);
  }
  await handle.close();
  await truncate(file, byteLength);
  return file;
}

function addEmptyBox() {
  const box = document.createElement('div');
  const space = document.createElement('div');
  const scroller = /** @type {HTMLElement} */ (document.querySelector('.ins-scroll'));
  box.id = 'empty';
  box.style.cssText = `block-size: ${scroller.clientHeight}px; overflow-y: scroll`;
  space.style.blockSize = `${scroller.scrollHeight}px`;
  box.append(space);
  document.querySelector('main')?.append(box);
}

/** Milliseconds from frame to frame. @param {{ box: string, frames: number, pixels: number }} how */
async function scroll({ box, frames, pixels }) {
  const scroller = /** @type {HTMLElement} */ (document.querySelector(box));
  scroller.scrollIntoView({ block: 'center', behavior: 'instant' });
  scroller.scrollTop = 0;
  const frame = () =>
    new Promise((/** @type {(at: number) => void} */ resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < 10; i++) await frame();
  const times = [];
  let last = await frame();
  for (let i = 0; i < frames; i++) {
    if (pixels > 0) scroller.scrollTop += pixels;
    else scroller.scrollTop = ((i * 0.618034) % 1) * scroller.scrollHeight;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}
