// @ts-check
/**
 * `npm test`: everything CI runs, from a fresh clone on. Installs packages and browsers, then goes through the stages,
 * all of them even when one fails, and ends with the line `N passed, N failed`. Every static check counts as one.
 *
 * `npm test -- unit e2e` runs only those stages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureBuilt } from './lib/build-site.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, runTool } from './lib/run.mjs';
import { bold, main, Problem, say, seconds } from './lib/say.mjs';
import {
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
} from './lib/test-reports.mjs';

/**
 * @typedef {import('./lib/test-reports.mjs').Count} Count
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} what
 * @property {boolean} [withNext] Runs beside the next stage: it keeps one core busy, and prints nothing but what is wrong.
 * @property {() => Promise<Count>} run
 */

const reports = path.join(root, '.cache', 'reports');

/**
 * A check that is right or wrong as a whole.
 * @param {string} tool
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function check(tool, args) {
  const { code, output } = await runTool(tool, args, { quiet: true });
  if (code !== 0) console.log(output.trimEnd());
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * A test runner that writes a JSON report; without one it crashed.
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {string} name
 * @param {{ count: (report: any) => Count, failures: (report: any) => string[] }} reader
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
async function runTests(tool, args, name, { count, failures }, env = {}) {
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const { code } = await runTool(tool, args, { env });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const counted = report === null ? { passed: 0, failed: 0, skipped: 0 } : count(report);
  if (report !== null) failed.push(...failures(report));
  // An exit code without a failed test is a crash, and so are no tests at all.
  if (counted.failed === 0 && (code !== 0 || counted.passed === 0)) {
    console.log(
      `The ${name} runner ended with code ${code}, after ${counted.passed} tests that passed.`,
    );
    return { ...counted, failed: 1 };
  }
  return counted;
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
const sum = (counts) =>
  counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));

/** Things that could not be looked at here; said again at the end. @type {Set<string>} */
const notRun = new Set();

/** Tests that failed, with the beginning of their errors; said again at the end. @type {string[]} */
const failed = [];

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function runPlaywright(name, args) {
  if (!(await ensureBrowser('chromium'))) {
    throw new Problem('The end-to-end tests need a Chromium, and there is none to be had.');
  }
  if (!(await ensureBrowser('firefox'))) notRun.add('the Firefox project (no Firefox to be had)');
  return runTests(
    '@playwright/test/cli.js',
    ['test', ...args, '--reporter=list,json'],
    name,
    { count: countPlaywright, failures: failuresOfPlaywright },
    { PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(reports, `${name}.json`) },
  );
}

/** @type {readonly Stage[]} */
const STAGES = [
  {
    name: 'format',
    what: 'Prettier',
    withNext: true,
    run: () => check('prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn']),
  },
  {
    name: 'types',
    what: 'astro check',
    run: () => check('astro/bin/astro.mjs', ['check', '--minimumSeverity', 'warning']),
  },
  // After the types: `astro check` writes the types of the content, which typed rules read.
  { name: 'lint', what: 'ESLint', withNext: true, run: () => check('eslint/bin/eslint.js', ['.']) },
  {
    name: 'unused',
    what: 'Knip: files, exports and packages that nothing uses',
    withNext: true,
    run: () => check('knip/bin/knip.js', ['--no-progress']),
  },
  {
    name: 'unit',
    what: 'Vitest: units, content, rooms',
    run: () =>
      runTests(
        'vitest/vitest.mjs',
        [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${path.join(reports, 'unit.json')}`,
        ],
        'unit',
        { count: countVitest, failures: failuresOfVitest },
      ),
  },
  {
    name: 'build',
    what: 'the site',
    run: async () => {
      await ensureBuilt();
      return { passed: 1, failed: 0, skipped: 0 };
    },
  },
  {
    name: 'e2e',
    what: 'Playwright: journeys, accessibility, size',
    run: () => runPlaywright('e2e', ['e2e[\\\\/][^\\\\/]+\\.spec\\.ts$']),
  },
  {
    name: 'attacks',
    what: 'Playwright: what untrusted code may not do',
    run: async () => {
      const attacks = 'e2e[\\\\/]attacks';
      // Most wait to see that nothing comes; a third fills the cores meanwhile.
      const apart = ['--grep-invert=@stalls', '--workers=3'];
      // One at a time: these measure how long the page stalls, which a second browser on two cores would add to.
      const alone = ['--grep=@stalls', '--workers=1'];
      return sum([
        await runPlaywright('attacks', [attacks, ...apart]),
        await runPlaywright('stalls', [attacks, ...alone]),
      ]);
    },
  },
];

/** @param {readonly string[]} args */
function git(args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/**
 * For `npm run report`, which tells what was found without running it again.
 * @param {string} name @param {number} startedAt @param {Count} count
 */
function remember(name, startedAt, count) {
  const file = path.join(reports, 'stages.json');
  /** @type {Record<string, unknown>} */
  const stages = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  stages[name] = {
    commit: git(['rev-parse', 'HEAD']),
    changed: git(['status', '--porcelain']) !== '',
    at: new Date().toISOString(),
    seconds: (Date.now() - startedAt) / 1000,
    ...count,
  };
  writeFileSync(file, JSON.stringify(stages, null, 2));
}

/**
 * @param {Stage} stage
 * @returns {Promise<Count>}
 */
async function runStage(stage) {
  const startedAt = Date.now();
  say(bold(`${stage.name}: ${stage.what}`));
  /** @type {Count} */
  let count;
  try {
    count = await stage.run();
  } catch (error) {
    if (error instanceof Problem && error.details) console.log(error.details.trimEnd());
    console.log(error instanceof Problem ? error.message : error);
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const result = `${count.passed} passed, ${count.failed} failed${skipped}`;
  remember(stage.name, startedAt, count);
  say(
    `${stage.name}: ${count.failed > 0 ? bold(`FAILED (${result})`) : `ok (${result})`}, ${seconds(startedAt)}`,
  );
  return count;
}

await main(async () => {
  const names = process.argv.slice(3);
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown) {
    throw new Problem(
      `There is no stage "${unknown}". The stages are: ${STAGES.map((each) => each.name).join(', ')}.`,
    );
  }
  const startedAt = Date.now();
  await ensureInstalled();
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const failures = [];
  const stages = STAGES.filter((each) => names.length === 0 || names.includes(each.name));
  while (stages.length > 0) {
    const last = stages.findIndex(({ withNext }) => withNext !== true);
    const together = stages.splice(0, last < 0 ? stages.length : last + 1);
    const counts = await Promise.all(together.map(runStage));
    for (const [index, { name }] of together.entries()) {
      const count = counts[index] ?? { passed: 0, failed: 1 };
      total.passed += count.passed;
      total.failed += count.failed;
      if (count.failed > 0) failures.push(name);
    }
  }

  for (const what of notRun) say(bold(`NOT RUN: ${what}.`));
  for (const each of failed) say(`Failed: ${each}`);
  if (failures.length > 0) say(`Failed: ${failures.join(', ')}.`);
  say(`Took ${seconds(startedAt)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
