import { describe, expect, test } from 'vitest';
import { QuietHook } from './hooks.fixture';
import { instrument } from './index';
import { randomProgram } from './random-program.fixture';

const indirectEval = globalThis.eval;

/** `r3` or `w3`: what was done to element 3 of one of the arrays, which are told apart by their letters. */
type Access = string;

const isWhole = (key: unknown): key is number => typeof key === 'number' && Number.isInteger(key);

/** Makes arrays for the plain program: proxies that say what is really done. */
class Witness {
  readonly accesses: Access[] = [];
  #made = 0;

  readonly make = (length: number): number[] => {
    const name = 'abcdefgh'.charAt(this.#made++);
    const note = (kind: string, key: string | symbol): void => {
      const index = typeof key === 'string' ? Number(key) : NaN;
      if (isWhole(index) && String(index) === key) this.accesses.push(`${kind}${name}${key}`);
    };
    return new Proxy(numbers(length), {
      get: (target, key, receiver) => {
        note('r', key);
        return Reflect.get(target, key, receiver) as unknown;
      },
      // Told when it has happened, as the recorder is.
      set: (target, key, value) => {
        note('w', key);
        return Reflect.set(target, key, value);
      },
    });
  };
}

const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** A recorder of plain arrays: notes accesses while recording is on, counts them always. */
class Logger extends QuietHook {
  readonly accesses: Access[] = [];
  readonly totals = new Map<string, number>();
  readonly #names = new Map<unknown, string>();
  #left: number;

  constructor(cap: number) {
    super();
    this.#left = cap;
    this.o = cap > 0;
  }

  readonly make = (length: number): number[] => {
    const array = numbers(length);
    this.#names.set(array, 'abcdefgh'.charAt(this.#names.size));
    return array;
  };

  protected override access(object: unknown, key: unknown, _site: number, write: boolean): void {
    const name = this.#names.get(object);
    if (name === undefined || !isWhole(key)) return;
    this.#count(1, name, write);
    if (!this.o) return;
    this.accesses.push(`${write ? 'w' : 'r'}${name}${key}`);
    if (--this.#left <= 0) this.o = false;
  }
  protected override iterate(iterable: unknown, site: number, count?: number): void {
    if (!this.#names.has(iterable)) return;
    const { length } = iterable as number[];
    for (let i = 0; i < Math.min(length, count ?? length); i++)
      this.access(iterable, i, site, false);
  }
  override K(count: number, object: unknown, _site: number, write: boolean): void {
    const name = this.#names.get(object);
    if (name !== undefined) this.#count(count, name, write);
  }
  override Q<T>(object: unknown, key: T, site: number, write: boolean): T {
    this.access(object, key, site, write);
    return key;
  }

  #count(count: number, name: string, write: boolean): void {
    const kind = `${write ? 'w' : 'r'}${name}`;
    this.totals.set(kind, (this.totals.get(kind) ?? 0) + count);
  }
}

function totalsOf(accesses: readonly Access[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const access of accesses) {
    const kind = access.slice(0, 2);
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
  }
  return totals;
}

interface Done {
  readonly log: readonly unknown[];
  readonly error: string | null;
}

type Body = (
  make: (length: number) => number[],
  log: (...args: unknown[]) => void,
  hook?: QuietHook,
) => void;

function run(code: string, hookName: string, make: Witness['make'], hook?: QuietHook): Done {
  const log: unknown[] = [];
  const body = indirectEval(`(make, log, ${hookName}) => { 'use strict'; ${code}\n}`) as Body;
  try {
    body(make, (...args) => log.push(args), hook);
    return { log, error: null };
  } catch (error) {
    return { log, error: String(error) };
  }
}

function compare(source: string, caps: readonly number[]): readonly Access[] {
  const witness = new Witness();
  const expected = run(source, '$unused', witness.make);
  const rewritten = instrument(source, { goal: 'module', fileName: 'x.js', record: true });
  if (rewritten.kind === 'syntax') throw new Error(JSON.stringify(rewritten.error));
  const { code, hookName } = rewritten;
  for (const cap of caps) {
    const logger = new Logger(cap);
    const actual = run(code, hookName, logger.make, logger);
    const context = `${source}\n// cap ${cap}\n${code}`;
    expect(actual, context).toEqual(expected);
    const kept = witness.accesses.slice(0, logger.accesses.length);
    expect(logger.accesses.join(' '), context).toBe(kept.join(' '));
    expect(kept.length, context).toBe(Math.min(cap, witness.accesses.length));
    expect(sorted(logger.totals), context).toEqual(sorted(totalsOf(witness.accesses)));
  }
  return witness.accesses;
}

/** Counters that stayed 0 say nothing. */
const sorted = (totals: Map<string, number>): unknown[] =>
  [...totals].filter(([, count]) => count > 0).sort();

describe('what is recorded', () => {
  test.each([
    ['a read', 'x = make(2)[1]', 'ra1'],
    ['a store', 'const a = make(2); a[1] = a[0]', 'ra0 wa1'],
    ['a compound store reads first', 'const a = make(3); a[0] += a[1]', 'ra0 ra1 wa0'],
    ['an update', 'const a = make(3); a[0]++; --a[a[1]]', 'ra0 wa0 ra1 ra1 wa1'],
    ['a logical store that is made', 'const a = make(3); a[0] ||= a[2]', 'ra0 ra2 wa0'],
    ['a logical store that is not made', 'const a = make(3); a[1] ||= a[2]', 'ra1'],
    ['chains', 'const a = make(3), o = { a }; o?.a[0]; o.b?.[a[1]]; a?.[2]', 'ra0 ra2'],
    ['swapping', 'const a = make(3); [a[0], a[1]] = [a[1], a[0]]', 'ra1 ra0 wa0 wa1'],
    ['patterns', 'const a = make(3); const [p, , q] = a, { 1: r } = a', 'ra0 ra1 ra2 ra1'],
    ['iteration', 'for (const x of make(2)) ;', 'ra0 ra1'],
    ['spread', 'Math.max(...make(2)); [...make(1)]; new Set([...make(1)])', 'ra0 ra1 rb0 rc0'],
    ['parameter defaults', 'const a = make(2); ((x = a[0], y = (a[1] = x)) => y)()', 'ra0 wa1'],
    ['class fields', 'const a = make(2); new (class { x = a[1]; y = (a[0] = 1) })()', 'ra1 wa0'],
    ['a head of for…in', 'const a = make(2); for (a[1] in { z: 1 });', 'wa1'],
    ['keys that are no whole numbers are not', 'const a = make(2); a.length; a["x"]; a[0.5]', ''],
  ])('%s', (_, source, expected) => {
    const program = source.replace(/^x = /, 'const x = ');
    expect(compare(program, [Infinity, 0, 1, 2]).join(' ')).toBe(expected);
  });

  test('is what random programs do, in order, and their totals when recording ends in mid-run', () => {
    let accesses = 0;
    for (let seed = 1; seed <= 60; seed++) {
      accesses += compare(randomProgram(seed), [Infinity, 0, 1, 3, 7, 20, 60]).length;
    }
    expect(accesses).toBeGreaterThan(2_000);
  });
});
