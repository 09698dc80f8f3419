/**
 * `npm run report`: where the project stands, on one page. Builds, measures each part anew, prints Markdown and keeps it in
 * .cache/report as Markdown and HTML. A part that fails says so, and the others go on. What the last `npm test` found is
 * told with its commit and age.
 *
 * `npm run report -- --quick` measures fewer rounds of the benchmarks; `-- --only=size,axe` only these parts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { ensureBuilt } from './lib/build-site.mjs';
import { measureSize, PHASES } from './lib/measure-size.ts';
import { benchesOf, readBars } from './lib/report/bars.ts';
import { findViolations } from './lib/report/find-violations.ts';
import { PAGES, type PageToLookAt } from './lib/report/page-kinds.ts';
import { summary, toHtml, toMarkdown, type Part, type Row } from './lib/report/page.ts';
import { testRows, type StageRun } from './lib/report/test-runs.ts';
import { KINDS, weighPage } from './lib/report/weigh-page.ts';
import { missedScores } from './lib/lighthouse-score.ts';
import { runLighthouse, scoresOf } from './lib/run-lighthouse.ts';
import { projectNode, root, run } from './lib/run.mjs';
import { main, Problem, say } from './lib/say.mjs';
import { withChromium, withSite } from './lib/site.ts';
import { readBudget } from './lib/size-budget.ts';

const USAGE = 'Usage: npm run report -- [--quick] [--only=size,lighthouse,axe,benchmarks,tests]';
const FOLDER = path.join(root, '.cache', 'report');

/** Fewer rounds, where a benchmark takes some: its arguments with `--quick`. */
const QUICK: Readonly<Record<string, readonly string[]>> = {
  recording: ['3'],
  replay: ['100000'],
  pixels: ['15'],
  'run-latency': ['15'],
  'check-latency': ['4'],
  'stop-latency': ['4'],
  'host-stall': ['1'],
  upload: ['3', '16'],
  playback: ['2'],
  formats: ['5'],
  interaction: ['4'],
  runs: ['50'],
};

/** Where rows go, one by one: what was measured before a failure stays. */
type Add = (row: Row) => void;
interface Plan {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly header: readonly string[];
  measure(add: Add): Promise<void>;
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sentence = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** One page after the other; one that cannot be looked at is a row of its own. */
async function onEachPage(
  add: Add,
  columns: number,
  look: (page: PageToLookAt, origin: string, browser: Browser) => Promise<Row>,
): Promise<void> {
  await withSite((origin) =>
    withChromium(async (browser) => {
      for (const page of PAGES) {
        say(`  ${page.localePath}`);
        const failed = (why: string): Row => ({
          cells: [page.name, page.locale, ...Array.from({ length: columns }, () => '')],
          missed: [why],
        });
        try {
          const { status } = await fetch(origin + page.localePath);
          add(status === 200 ? await look(page, origin, browser) : failed(`answers ${status}`));
        } catch (error) {
          add(failed(sentence(error)));
        }
      }
    }),
  );
}

const PLANS: readonly Plan[] = [
  {
    id: 'size',
    name: 'Size',
    about:
      'Compressed bytes on the wire: before the reader does anything, and, on lessons, what comes at the first sign of interest in a bench and later. ' +
      'Bars (size-budget.json) hold for lessons: JavaScript at first 20 kB, at intent 150 kB, rewriter and realm 60 kB each, the editor 2.2 MB.',
    header: [
      ...['page', 'language', 'HTML', 'CSS', 'JS', 'fonts', 'pictures', 'other'],
      ...['at first', 'at intent', 'rewriter', 'realm', 'editor'],
    ],
    measure: (add) =>
      onEachPage(add, KINDS.length + PHASES.length, async (page, origin, browser) => {
        const context = await browser.newContext();
        try {
          const url = origin + page.localePath;
          const weight = await weighPage(await context.newPage(), url);
          const cells = [
            ...[page.name, page.locale, kB(weight.document), kB(weight.stylesheet)],
            ...[kB(weight.script), kB(weight.font), kB(weight.image), kB(weight.other)],
          ];
          if (!page.isLesson) return { cells: [...cells, ...PHASES.map(() => '')], missed: null };
          const fresh = await browser.newContext();
          const { bytes } = await measureSize(await fresh.newPage(), url);
          await fresh.close();
          const ceilings = { ...readBudget() };
          const missed = PHASES.flatMap((phase) => {
            const ceiling = phase === 'prefetch' ? EDITOR_BYTES : ceilings[phase].ceiling;
            return ceiling !== null && bytes[phase] > ceiling
              ? [`${phase} over ${kB(ceiling)}`]
              : [];
          });
          return { cells: [...cells, ...PHASES.map((phase) => kB(bytes[phase]))], missed };
        } finally {
          await context.close();
        }
      }),
  },
  {
    id: 'lighthouse',
    name: 'Lighthouse',
    about:
      'Mobile profile. Bars: accessibility, best practices and SEO 100, performance 95, layout shift 0. Performance is timed: on a busy machine it says little.',
    header: [
      ...['page', 'language', 'performance', 'accessibility', 'best practices', 'SEO'],
      ...['layout shift', 'largest paint', 'blocking'],
    ],
    measure: (add) =>
      onEachPage(add, 7, async ({ name, locale, localePath }, origin) => {
        const result = await runLighthouse(origin + localePath);
        const scores = scoresOf(result);
        const shift = result.audits['cumulative-layout-shift']?.numericValue ?? NaN;
        const missed = missedScores(scores).map((each) => `${each.name} ${each.score}`);
        // What is drawn cannot shift by less than a thousandth of a screen.
        if (!(shift < 0.0005)) missed.push(`layout shift ${shift.toFixed(3)}`);
        const shown = (id: string) => result.audits[id]?.displayValue ?? '?';
        return {
          cells: [
            ...[name, locale, ...scores.map(({ score }) => String(score))],
            ...[shift.toFixed(3), shown('largest-contentful-paint'), shown('total-blocking-time')],
          ],
          missed,
        };
      }),
  },
  {
    id: 'axe',
    name: 'axe',
    about:
      'Every rule, 1440 pixels in the light theme and 390 in the dark one. Bar: nothing found.',
    header: ['page', 'language', 'found'],
    measure: (add) =>
      onEachPage(add, 1, async ({ name, locale, localePath }, origin, browser) => {
        const found = new Set<string>();
        for (const [width, colorScheme] of [
          [1440, 'light'],
          [390, 'dark'],
        ] as const) {
          const context = await browser.newContext({
            viewport: { width, height: 900 },
            colorScheme,
            reducedMotion: 'reduce',
          });
          const page = await context.newPage();
          await page.goto(origin + localePath);
          await page.evaluate(() => document.fonts.ready);
          for (const each of await findViolations(page)) found.add(each);
          await context.close();
        }
        return {
          cells: [name, locale, found.size === 0 ? 'nothing' : [...found].join('; ')],
          missed: [...found],
        };
      }),
  },
  {
    id: 'benchmarks',
    name: 'Benchmarks',
    about: quick()
      ? 'Fewer rounds than `npm run bench` takes (--quick): medians of a few are rough.'
      : 'As `npm run bench` prints them; all it said is in .cache/report/bench-*.txt.',
    header: ['what', 'figure', 'held to'],
    async measure(add) {
      const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
        scripts: Readonly<Record<string, string>>;
      };
      for (const file of benchesOf(scripts['bench'] ?? '')) {
        const name = path.basename(file, '.mjs');
        say(`  ${file}`);
        const args = quick() ? (QUICK[name] ?? []) : [];
        const { code, output } = await run(projectNode(), [path.join(root, file), ...args], {
          quiet: true,
          timeoutMs: 30 * 60_000,
        });
        writeFileSync(path.join(FOLDER, `bench-${name}.txt`), output);
        readBars(output).forEach(add);
        if (code === 0) continue;
        const last =
          output
            .trimEnd()
            .split('\n')
            .findLast((line) => /\w/.test(line)) ?? '';
        const why = code === 124 ? 'did not end in 30 minutes' : `ended with code ${code}`;
        add({ cells: [file, last.slice(0, 120), ''], missed: [why] });
      }
    },
  },
  {
    id: 'tests',
    name: 'Tests',
    about:
      'What the last `npm test` found, stage by stage; not run anew. Bars: none failed, and of this commit.',
    header: ['stage', 'passed', 'failed', 'skipped', 'took', 'of commit', 'when'],
    measure(add) {
      const file = path.join(root, '.cache', 'reports', 'stages.json');
      if (!existsSync(file)) throw new Problem('No `npm test` has run here yet.');
      const runs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, StageRun>;
      testRows(runs, git('rev-parse', 'HEAD'), new Date()).forEach(add);
      return Promise.resolve();
    },
  },
];

/** Monaco with its JavaScript language service, once. */
const EDITOR_BYTES = 2_200_000;

function options() {
  try {
    return parseArgs({
      options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new Problem(`${sentence(error)}\n${USAGE}`);
  }
}
function quick(): boolean {
  return process.argv.includes('--quick');
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

async function take({ measure, ...plan }: Plan): Promise<Part> {
  say(`${plan.name}…`);
  const rows: Row[] = [];
  const measuredAt = new Date();
  const load = os.loadavg()[0] ?? 0;
  let failure: string | null = null;
  try {
    await measure((row) => rows.push(row));
  } catch (error) {
    failure = sentence(error);
  }
  const part = {
    ...plan,
    rows,
    failure,
    measuredAt,
    seconds: (Date.now() - measuredAt.getTime()) / 1000,
    load,
  };
  say(`${plan.name}: ${summary(part)}`);
  return part;
}

await main(async () => {
  const only = options().only?.split(',');
  const unknown = only?.find((id) => !PLANS.some((plan) => plan.id === id));
  if (unknown !== undefined) throw new Problem(`There is no part "${unknown}".\n${USAGE}`);
  await ensureBuilt();
  mkdirSync(FOLDER, { recursive: true });
  const changed =
    git('status', '--porcelain') === '' ? '' : ', with changes that are not committed';
  const processors = os.cpus();
  const facts = [
    ['commit', `${git('log', '-1', '--format=%h %cs %s')}${changed}`],
    ['begun', new Date().toISOString().replace(/\.\d+Z$/, 'Z')],
    [
      'machine',
      `${processors.length} processors (${processors[0]?.model.trim() ?? '?'}), ${os.type()} ${os.release()}, Node ${process.version}`,
    ],
    [
      'load when this began',
      os
        .loadavg()
        .map((each) => each.toFixed(1))
        .join(', '),
    ],
  ] as const;
  const parts: Part[] = [];
  for (const plan of PLANS) if (only?.includes(plan.id) ?? true) parts.push(await take(plan));
  const markdown = toMarkdown({ facts, parts });
  writeFileSync(path.join(FOLDER, 'report.md'), markdown);
  writeFileSync(path.join(FOLDER, 'report.html'), toHtml({ facts, parts }));
  console.log(`\n${markdown}`);
  say('Kept in .cache/report/report.md and report.html.');
});
