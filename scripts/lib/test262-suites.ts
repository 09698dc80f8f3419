/** What of test262 is run, and what each test says about itself in its header. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const BUILT_INS = [
  'TypedArray',
  'TypedArrayConstructors',
  'DataView',
  'ArrayBuffer',
  'SharedArrayBuffer',
  'Atomics',
].map((name) => `built-ins/${name}`);

const STATEMENTS = [
  ...['for', 'for-in', 'for-of', 'for-await-of', 'while', 'do-while', 'block', 'labeled', 'break'],
  ...['continue', 'if', 'switch', 'try', 'return', 'expression', 'variable', 'let', 'const'],
  ...['class', 'function', 'generators', 'async-function', 'async-generator', 'with'],
].map((name) => `language/statements/${name}`);

const EXPRESSIONS = [
  ...['assignment', 'compound-assignment', 'logical-assignment', 'assignmenttargettype'],
  ...['prefix-increment', 'prefix-decrement', 'postfix-increment', 'postfix-decrement'],
  ...['class', 'function', 'arrow-function', 'generators', 'async-function', 'async-generator'],
  ...['async-arrow-function', 'await', 'yield', 'optional-chaining', 'member-expression', 'call'],
  ...['property-accessors', 'delete', 'typeof', 'new', 'super', 'object', 'array', 'comma'],
  ...[
    'conditional',
    'coalesce',
    'logical-and',
    'logical-or',
    'tagged-template',
    'template-literal',
  ],
].map((name) => `language/expressions/${name}`);

const OTHERS = [
  ...['destructuring', 'computed-property-names', 'arguments-object', 'asi', 'rest-parameters'],
  ...['block-scope', 'function-code', 'global-code', 'statementList', 'types', 'comments'],
  ...['literals', 'white-space', 'line-terminators', 'directive-prologue', 'identifier-resolution'],
].map((name) => `language/${name}`);

/** Without `f() = 1`, which the parser refuses: an engine waits with the error until it is evaluated. */
const ANNEX_B = ['comments', 'function-code', 'global-code', 'literals', 'statements'].map(
  (name) => `annexB/language/${name}`,
);

export const SUITES: readonly string[] = [
  ...BUILT_INS,
  ...STATEMENTS,
  ...EXPRESSIONS,
  ...OTHERS,
  ...ANNEX_B,
];

export interface Test {
  readonly suite: string;
  /** Below `test/`. */
  readonly file: string;
  readonly mode: 'sloppy' | 'strict' | 'raw';
}

export interface Header {
  readonly flags: readonly string[];
  readonly includes: readonly string[];
  /** The name of the error that must be thrown, or null. */
  readonly negative: string | null;
}

export function headerOf(source: string): Header {
  const text = /\/\*---([^]*?)---\*\//.exec(source)?.[1] ?? '';
  return {
    flags: listOf(text, 'flags'),
    includes: listOf(text, 'includes'),
    negative: /negative:[^]*?\n\s+type:\s*(\w+)/.exec(text)?.[1] ?? null,
  };
}

function listOf(header: string, key: string): readonly string[] {
  const inline = new RegExp(`^${key}:\\s*\\[([^\\]]*)\\]`, 'm').exec(header)?.[1];
  const lines = new RegExp(`^${key}:\\s*\\n((?:\\s+- .*\\n?)+)`, 'm').exec(header)?.[1];
  const items = inline?.split(',') ?? lines?.split('\n').map((line) => line.replace(/^\s*-/, ''));
  return (items ?? []).map((item) => item.trim()).filter((item) => item !== '');
}

/** Modules are left out (a snippet's module is an async function without imports), and what wants a main thread. */
const LEFT_OUT: readonly string[] = ['module', 'CanBlockIsFalse'];

/** @param every one test file in so many */
export function findTests(
  checkout: string,
  suites: readonly string[],
  every: number,
): readonly Test[] {
  const root = path.join(checkout, 'test');
  return suites.flatMap((suite) => {
    const files = readdirSync(path.join(root, suite), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js') && !file.includes('_FIXTURE'))
      .sort();
    return files
      .filter((_, index) => index % every === 0)
      .flatMap((name): readonly Test[] => {
        const file = path.join(suite, name);
        const { flags } = headerOf(readFileSync(path.join(root, file), 'utf8'));
        if (flags.some((flag) => LEFT_OUT.includes(flag))) return [];
        return modesOf(flags).map((mode) => ({ suite, file, mode }));
      });
  });
}

function modesOf(flags: readonly string[]): readonly Test['mode'][] {
  if (flags.includes('raw')) return ['raw'];
  if (flags.includes('onlyStrict')) return ['strict'];
  return flags.includes('noStrict') ? ['sloppy'] : ['sloppy', 'strict'];
}
