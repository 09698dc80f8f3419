/**
 * `node scripts/test262.ts <checkout> [--suite <part of its path>] [--every <n>] [--hooks <module>]`: runs suites of
 * test262 (github.com/tc39/test262, which is not part of this repository) plain and recorded in the same engine. A test
 * that passes plain must pass recorded; how many do not is printed for each suite and must be 0.
 *
 * Tests that read a function's source text see the rewritten text, as `String(f)` would in a snippet. The suites here
 * hold none that mind. For the realm, `Instrumented.functions` says where each function stands in the rewritten
 * program and in the learner's, so that its `Function.prototype.toString` can give the learner's own text.
 */
import { build } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Order, Outcome } from './lib/test262-child.ts';
import { main, Problem, say } from './lib/say.mjs';
import { findTests, SUITES, type Test } from './lib/test262-suites.ts';

const root = path.resolve(import.meta.dirname, '..');
const CACHE = path.join(root, '.cache/test262');
const PROCESSES = 2;
const BATCH = 50;
/** Without a verdict for so long, the process is ended and the test counted as failed. */
const SILENCE_MS = 60_000;

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      suite: { type: 'string', default: '' },
      every: { type: 'string', default: '1' },
      hooks: { type: 'string', default: path.join(root, 'scripts/lib/test262-hooks.ts') },
    },
  });
  const [checkout] = positionals;
  if (checkout === undefined)
    throw new Problem('Say where test262 is: node scripts/test262.ts ../test262');
  const suites = SUITES.filter((suite) => suite.includes(values.suite));
  const tests = findTests(path.resolve(checkout), suites, Number(values.every));
  const { hooks, hookNames } = await bundleHooks(path.resolve(values.hooks));
  const child = await bundleChild();
  say(`${tests.length} runs, with these recorders: ${hookNames.join(', ')}`);

  const outcomes = new Map<Test, Outcome>();
  const batches: (readonly Test[])[] = [];
  for (let i = 0; i < tests.length; i += BATCH) batches.push(tests.slice(i, i + BATCH));
  const order = { checkout: path.resolve(checkout), hooks, hookNames };
  await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift())
        await runBatch(child, { ...order, tests: batch }, outcomes);
    }),
  );
  report(suites, outcomes);
});

async function bundleHooks(file: string): Promise<{ hooks: string; hookNames: readonly string[] }> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bytescopeHooks',
    logLevel: 'error',
  });
  // Nothing but the hook itself may be seen by a test.
  const hooks = `(() => { ${outputFiles[0]?.text ?? ''}\nreturn bytescopeHooks.hooks; })()`;
  const { Script } = await import('node:vm');
  const made = new Script(hooks).runInThisContext() as Record<string, unknown>;
  return { hooks, hookNames: Object.keys(made) };
}

async function bundleChild(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = path.join(CACHE, 'child.mjs');
  await build({
    entryPoints: [path.join(root, 'scripts/lib/test262-child.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** Runs a batch; when its process falls silent, the test it was at is given up and the rest goes to another. */
async function runBatch(file: string, order: Order, outcomes: Map<Test, Outcome>): Promise<void> {
  let left = order.tests;
  while (left.length > 0) {
    const answered = await runInChild(fork(file), { ...order, tests: left }, outcomes);
    const [stuck] = left.slice(answered);
    if (stuck) outcomes.set(stuck, { plain: 'the process died or fell silent', recorded: {} });
    left = left.slice(answered + 1);
  }
}

/** @returns how many tests it has answered */
function runInChild(
  child: ChildProcess,
  order: Order,
  outcomes: Map<Test, Outcome>,
): Promise<number> {
  return new Promise((resolve) => {
    let answered = 0;
    let timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
    child.on('message', ({ index, outcome }: { index: number; outcome: Outcome }) => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
      answered = index + 1;
      const test = order.tests[index];
      if (test) outcomes.set(test, outcome);
      if (answered === order.tests.length) child.kill();
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(answered);
    });
    child.send(order);
  });
}

function report(suites: readonly string[], outcomes: ReadonlyMap<Test, Outcome>): void {
  let differ = 0;
  let passed = 0;
  for (const suite of suites) {
    const own = [...outcomes].filter(([test]) => test.suite === suite);
    const passing = own.filter(([, { plain }]) => plain === null);
    const failing = passing.flatMap(([test, { recorded }]) =>
      Object.entries(recorded).flatMap(([hook, verdict]) =>
        verdict === null ? [] : [`${test.file} (${test.mode}, ${hook}): ${verdict}`],
      ),
    );
    passed += passing.length;
    differ += failing.length;
    say(
      `${suite}: ${passing.length} of ${own.length} pass plain, ${failing.length} of them fail recorded`,
    );
    for (const line of failing) console.log(`  ${line}`);
  }
  say(`${passed} of ${outcomes.size} pass plain; ${differ} differ`);
  if (differ > 0) throw new Problem('Recording changed what these programs do.');
}
