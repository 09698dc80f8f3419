// @ts-check
/** Medians and tables: what a benchmark says in the end. */
import os from 'node:os';

/** @param {readonly number[]} values @param {number} part 0.5 is the median */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {string} name @param {readonly number[]} values milliseconds */
export function sayFigures(name, values) {
  const figure = (/** @type {number} */ ms) => `${ms.toFixed(2).padStart(8)} ms`;
  console.log(
    `${name.padEnd(58)} median ${figure(median(values))}   p95 ${figure(quantile(values, 0.95))}   n ${values.length}`,
  );
}

/**
 * A figure that is held to a bar, in the one form that `npm run report` reads (scripts/lib/report/bars.ts).
 * @param {string} what @param {number} figure @param {string} unit as it follows a number: `×`, ` ms`
 * @param {number} bar @param {'at most' | 'at least'} [side]
 */
export function sayBar(what, figure, unit, bar, side = 'at most') {
  const met = side === 'at most' ? figure <= bar : figure >= bar;
  const told = Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
  console.log(
    `bar: ${what}: ${told}${unit}, ${side} ${Number(bar.toFixed(2))}${unit}: ${met ? 'met' : 'missed'}`,
  );
}

export function sayMachine() {
  const load = os.loadavg()[0] ?? 0;
  console.log(
    `${os.cpus().length} processors (${os.cpus()[0]?.model.trim()}), load ${load.toFixed(1)} when this began\n`,
  );
}
