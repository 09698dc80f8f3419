import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sayBar } from '../../../bench/support/figures.mjs';
import { root } from '../run.mjs';
import { benchesOf, readBars } from './bars.ts';
import { PAGES } from './page-kinds.ts';
import { summary, toHtml, toMarkdown, type Part } from './page.ts';
import { ageOf, testRows, type StageRun } from './test-runs.ts';

/** What benchmarks print, by the function that they print it with. */
function printed(...bars: readonly Parameters<typeof sayBar>[]): string {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
  for (const bar of bars) sayBar(...bar);
  log.mockRestore();
  return lines.join('\n');
}

describe('figures with bars', () => {
  it('are read as benchmarks print them', () => {
    const output = printed(
      ['Check against Run, medians over all exercises', 1.234, '×', 4],
      ['room /upload, 256 KiB, window 4, as fast as PUT, plainly', 0.931, '×', 1, 'at least'],
      ['scrubbing', 75, ' steps a second', 30, 'at least'],
      ['pointing at a pixel', 20.5, ' ms', 1000 / 60],
      ['views/create: urls left by 1000 runs', 0, ' more', 0],
      ['heap after 10 runs', -0.52, ' MB more', 20],
    );
    expect(readBars(`2 processors, load 3.0\n${output}\nsandbox  median 3 ms\n`)).toEqual([
      {
        cells: ['Check against Run, medians over all exercises', '1.23×', 'at most 4×'],
        missed: [],
      },
      {
        cells: ['room /upload, 256 KiB, window 4, as fast as PUT, plainly', '0.93×', 'at least 1×'],
        missed: ['0.93×'],
      },
      { cells: ['scrubbing', '75 steps a second', 'at least 30 steps a second'], missed: [] },
      { cells: ['pointing at a pixel', '20.50 ms', 'at most 16.67 ms'], missed: ['20.50 ms'] },
      { cells: ['views/create: urls left by 1000 runs', '0 more', 'at most 0 more'], missed: [] },
      { cells: ['heap after 10 runs', '-0.52 MB more', 'at most 20 MB more'], missed: [] },
    ]);
  });

  it('are missed where nothing was measured', () => {
    expect(readBars(printed(['nothing', NaN, ' ms', 1]))).toEqual([
      { cells: ['nothing', 'NaN ms', 'at most 1 ms'], missed: ['NaN ms'] },
    ]);
  });

  it('come from the benchmarks of `npm run bench`', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: { bench: string };
    };
    const benches = readdirSync(path.join(root, 'bench')).filter((file) => file.endsWith('.mjs'));
    const byHand = ['upload-resume.mjs'];
    expect(benchesOf(scripts.bench).toSorted()).toEqual(
      benches.filter((file) => !byHand.includes(file)).map((file) => `bench/${file}`),
    );
    expect(benchesOf('node bench/a.mjs && node bench/b-c.mjs 3')).toEqual([
      'bench/a.mjs',
      'bench/b-c.mjs',
    ]);
  });
});

describe('what the last test run found', () => {
  const now = new Date('2026-11-26T06:00:00Z');
  const run: StageRun = {
    ...{ commit: 'aaaaaaaaaa', changed: false, at: '2026-11-26T05:00:00Z', seconds: 61.4 },
    ...{ passed: 12, failed: 0, skipped: 1 },
  };

  it('says of which commit and how old it is', () => {
    expect(testRows({ unit: run, e2e: { ...run, changed: true } }, 'aaaaaaaaaa', now)).toEqual([
      { cells: ['unit', '12', '0', '1', '61 s', 'aaaaaaa', '60 minutes ago'], missed: [] },
      {
        cells: ['e2e', '12', '0', '1', '61 s', 'aaaaaaa with changes', '60 minutes ago'],
        missed: [],
      },
    ]);
  });

  it('misses its bar when something failed, or when it is of another commit', () => {
    const [row] = testRows({ unit: { ...run, failed: 2 } }, 'bbbbbbbbbb', now);
    expect(row?.missed).toEqual(['2 failed', 'of another commit']);
  });

  it.each([
    ['2026-11-26T05:55:00Z', '5 minutes ago'],
    ['2026-11-26T01:00:00Z', '5 hours ago'],
    ['2026-11-21T06:00:00Z', '5 days ago'],
    ['2026-11-26T06:10:00Z', '0 minutes ago'],
  ])('%s is %s', (at, age) => {
    expect(ageOf(at, now)).toBe(age);
  });
});

describe('the report', () => {
  const part: Part = {
    ...{ name: 'Sizes', about: 'Bytes.', header: ['page', 'bytes'], failure: null },
    ...{ measuredAt: new Date('2026-11-26T05:00:00.123Z'), seconds: 12.3, load: 4.26 },
    rows: [
      { cells: ['home', '7'], missed: null },
      { cells: ['a | b', '<8>'], missed: [] },
      { cells: ['c', '9'], missed: ['over 8', 'late'] },
    ],
  };
  const broken: Part = { ...part, name: 'axe', rows: [], failure: 'There is no Chromium.' };
  const report = { facts: [['commit', 'abc']] as const, parts: [part, broken] };

  it('says how many bars are met, and why a part could not be measured', () => {
    expect(summary(part)).toBe('1 of 2 bars missed');
    expect(summary({ ...part, rows: part.rows.slice(0, 2) })).toBe('all 1 bars met');
    expect(summary({ ...part, failure: 'It stopped.' })).toBe(
      '1 of 2 bars missed; failed: It stopped.',
    );
    expect(summary(broken)).toBe('failed: There is no Chromium.');
  });

  it('is one page of Markdown, with when and at which load each part was measured', () => {
    expect(toMarkdown(report)).toBe(`# Where Bytescope stands

- commit: abc

- **Sizes**: 1 of 2 bars missed
- **axe**: failed: There is no Chromium.

## Sizes

Bytes.

Measured 2026-11-26T05:00:00Z in 12 s, at a load of 4.3.

| page | bytes | bar |
| --- | --- | --- |
| home | 7 |  |
| a \\| b | <8> | met |
| c | 9 | missed: over 8, late |

## axe

Bytes.

Measured 2026-11-26T05:00:00Z in 12 s, at a load of 4.3.

**Failed:** There is no Chromium.
`);
  });

  it('is a page of HTML too, in which text stays text', () => {
    const html = toHtml(report);
    expect(html).toContain('<td>&lt;8&gt;</td><td>met</td>');
    expect(html).toContain('<tr class="missed"><td>c</td><td>9</td>');
    expect(html).toContain('<strong>Failed:</strong> There is no Chromium.');
  });

  it('looks at every page in both languages', () => {
    expect(PAGES.map(({ localePath }) => localePath)).toContain('/ko/lessons/mse/');
    expect(new Set(PAGES.map(({ localePath }) => localePath)).size).toBe(PAGES.length);
  });
});
