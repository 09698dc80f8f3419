// @ts-check
/**
 * Random seeks in a trace of a million writes over buffers of 1 KB to 16 MB, in Chromium. Bars: 3 ms in the median, 16 ms
 * at worst; at most 32 bytes an event all told (the buffer itself not counted).
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { openRecordingPages } = await import('./support/recording-page.mjs');
const { median, quantile, sayBar, sayMachine } = await import('./support/figures.mjs');

const STEPS = Number(process.argv[2] ?? 1_000_000);
sayMachine();
const pages = await openRecordingPages();
for (const byteLength of [1 << 10, 1 << 16, 1 << 20, 1 << 24]) {
  const { openMs, times, near, bytesPerStep } = await pages.inFreshPage(
    ([steps, length]) => /** @type {any} */ (globalThis).bench.seek(steps, length, 400),
    [STEPS, byteLength],
  );
  const ms = (/** @type {number} */ value) => `${value.toFixed(3)} ms`;
  console.log(
    `${String(byteLength >> 10).padStart(6)} KB   seek: median ${ms(median(times))}, p99 ${ms(quantile(times, 0.99))}, worst ${ms(Math.max(...times))}` +
      `   a few steps: ${ms(median(near))}   opening ${ms(openMs)}   ${bytesPerStep.toFixed(1)} bytes a step`,
  );
  const buffer = `over ${byteLength >> 10} KB`;
  sayBar(`seek ${buffer}, median`, median(times), ' ms', 3);
  sayBar(`seek ${buffer}, worst`, Math.max(...times), ' ms', 16);
  sayBar(`memory of a trace ${buffer}`, bytesPerStep, ' bytes a step', 32);
}
await pages.close();
