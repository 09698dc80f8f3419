/** Reads the figures with bars that benchmarks print (`sayBar` in bench/support/figures.mjs). */
import type { Row } from './page.ts';

const LINE = /^bar: (.+): (-?[\d.]+|NaN)(\D*), (at most|at least) ([\d.]+)(\D*): (met|missed)$/;

/** `what`, `figure`, `bar`, one row for each line that has a bar. */
export function readBars(output: string): Row[] {
  return output.split('\n').flatMap((line) => {
    const found = LINE.exec(line.trimEnd());
    if (!found) return [];
    const [, what = '', figure = '', unit = '', side = '', bar = '', , verdict] = found;
    const held = `${side} ${bar}${unit}`;
    return [
      {
        cells: [what, `${figure}${unit}`, held],
        missed: verdict === 'met' ? [] : [`${figure}${unit}`],
      },
    ];
  });
}

/** The benchmarks of `npm run bench`, in its order: `bench/recording.mjs` … */
export function benchesOf(script: string): string[] {
  return Array.from(script.matchAll(/\bbench\/[\w-]+\.mjs\b/g), ([file]) => file);
}
