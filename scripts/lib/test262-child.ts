/** Runs tests of test262, each in a realm of its own, plain and recorded. Talks to scripts/test262.ts, which forks it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import vm from 'node:vm';
import { instrument } from '../../src/core/instrument/index';
import { headerOf, type Header, type Test } from './test262-suites';

/** Null where the test passed, else what went wrong. */
export type Verdict = string | null;
export interface Outcome {
  readonly plain: Verdict;
  /** By the hook's name; empty where the plain program failed already. */
  readonly recorded: Readonly<Record<string, Verdict>>;
}
export interface Order {
  readonly checkout: string;
  /** A classic script that gives `{ [name]: () => Hook }`. */
  readonly hooks: string;
  readonly hookNames: readonly string[];
  readonly tests: readonly Test[];
}

const SYNC_MS = 10_000;
const ASYNC_MS = 10_000;

process.on('message', (order: Order) => void perform(order));
process.on('unhandledRejection', () => undefined);

async function perform(order: Order): Promise<void> {
  const hooks = new vm.Script(order.hooks);
  for (const [index, test] of order.tests.entries()) {
    process.send?.({ index, outcome: await runTest(test, order, hooks) });
  }
}

async function runTest(test: Test, order: Order, hooks: vm.Script): Promise<Outcome> {
  const source = readFileSync(path.join(order.checkout, 'test', test.file), 'utf8');
  const header = headerOf(source);
  const text = test.mode === 'strict' ? `"use strict";\n${source}` : source;
  const harness = test.mode === 'raw' ? [] : harnessOf(order.checkout, header);
  const plain = await run(harness, header, () => ({ code: text, prepare: () => undefined }));
  if (plain !== null) return { plain, recorded: {} };
  const recorded: Record<string, Verdict> = {};
  for (const name of order.hookNames) {
    recorded[name] = await run(harness, header, () => {
      const result = instrument(text, { goal: 'script', fileName: 'test.js', record: 'full' });
      if (result.kind === 'syntax') throw new SyntaxError(`refused: ${result.error.message}`);
      return {
        code: result.code,
        prepare: (realm) => {
          const made = hooks.runInContext(realm) as Record<string, () => unknown>;
          const value = made[name]?.();
          Object.defineProperty(realm, result.hookName, {
            value,
            writable: true,
            configurable: true,
          });
        },
      };
    });
  }
  return { plain, recorded };
}

interface Program {
  readonly code: string;
  readonly prepare: (realm: vm.Context) => void;
}

async function run(
  harness: readonly vm.Script[],
  header: Header,
  programOf: () => Program,
): Promise<Verdict> {
  const realm = makeRealm();
  const done: Verdict[] = [];
  realm['print'] = () => undefined;
  realm['$DONE'] = (error: unknown) => {
    done.push(error ? `$DONE with ${describe(error)}` : null);
  };
  try {
    for (const script of harness) script.runInContext(realm);
    const { code, prepare } = programOf();
    prepare(realm);
    new vm.Script(code, { filename: 'test.js' }).runInContext(realm, { timeout: SYNC_MS });
  } catch (error) {
    if (header.negative !== null && nameOf(error) === header.negative) return null;
    return describe(error);
  }
  if (header.negative !== null) return `no ${header.negative}`;
  if (!header.flags.includes('async')) return null;
  for (const end = Date.now() + ASYNC_MS; done.length === 0 && Date.now() < end;) await wait(1);
  return done.length === 0 ? 'never done' : (done[0] ?? null);
}

function makeRealm(): vm.Context {
  const realm = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  realm['$262'] = {
    global: realm,
    createRealm: () => makeRealm()['$262'] as unknown,
    detachArrayBuffer: (buffer: ArrayBuffer) => {
      structuredClone(buffer, { transfer: [buffer] });
      return null;
    },
    evalScript: (code: string) => vm.runInContext(code, realm) as unknown,
    gc: () => undefined,
  };
  return realm;
}

const scripts = new Map<string, vm.Script>();

function harnessOf(checkout: string, { flags, includes }: Header): readonly vm.Script[] {
  const names = ['assert.js', 'sta.js', ...(flags.includes('async') ? ['asyncHelpers.js'] : [])];
  return [...new Set([...names, ...includes])].map((name) => {
    const script =
      scripts.get(name) ??
      new vm.Script(readFileSync(path.join(checkout, 'harness', name), 'utf8'), { filename: name });
    scripts.set(name, script);
    return script;
  });
}

function nameOf(error: unknown): string {
  return (error as { constructor?: { name?: string } } | null)?.constructor?.name ?? '';
}

function describe(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return `${nameOf(error)}: ${typeof message === 'string' ? message : typeof error}`;
}
