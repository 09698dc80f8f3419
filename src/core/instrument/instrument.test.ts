import { describe, expect, test } from 'vitest';
import type { Goal } from '../trace/run';
import { originalColumn } from './columns';
import type { Hook } from './context';
import { instrument } from './index';
import { FAILING, PROGRAMS } from './programs.fixture';

const indirectEval = globalThis.eval;
const FILE = 'program-under-test.js';

/** A recorder that does nothing: what is tested is that the program does not notice. */
function quietHook(): Hook {
  return {
    n: 3,
    x: false,
    t() {
      this.n = 3;
    },
    g: () => 2,
    r: () => {
      throw new Error('the guard was not asked to stop anything');
    },
    v: (value) => value,
    f: (value) => value,
    c: (value) => value,
    a: (value) => value,
    w: (value) => value,
    i: (specifier) => specifier,
    m: { url: 'snippet:///x.js' },
  };
}

interface Ending {
  readonly log: readonly unknown[];
  readonly error: unknown;
}

async function run(code: string, goal: Goal, hookName: string): Promise<Ending> {
  const log: unknown[] = [];
  const write = (...args: unknown[]): void => void log.push(structuredClone(args));
  const scope = globalThis as unknown as Record<string, unknown>;
  try {
    if (goal === 'module') {
      const body = indirectEval(
        `(async (${hookName}, log) => {"use strict"; ${code}\n})\n//# sourceURL=${FILE}`,
      ) as (hook: Hook, log: unknown) => Promise<void>;
      await body(quietHook(), write);
    } else {
      scope['log'] = write;
      scope[hookName] = quietHook();
      indirectEval(`${code}\n//# sourceURL=${FILE}`);
    }
    return { log, error: null };
  } catch (error) {
    return { log, error };
  }
}

/** What a module's syntax becomes by hand, so that the plain program runs in the same wrapper. */
function plain(source: string, goal: Goal): string {
  if (goal === 'script') return source;
  const body = source
    .replace(/^#!/, '//')
    .replace(/export default \(1, 2\)/, ';(1, 2)')
    .replace(/export default \/\* why \*\/ (class.*)$/, ';($1)')
    .replace(/export default function/, 'function')
    .replace(/^export \{[^}]*\}/gm, (text) => `;${text.replace(/[^\n]/g, '')}`)
    .replace(/^export (?=const|function|class)/gm, '')
    .replace('a<!--b', 'a < ! --b')
    .replaceAll('import.meta.url', '"snippet"');
  // A module's `this` is undefined, as a strict function's is.
  return `await (async function () {${body}\n})();`;
}

function rewritten(source: string, goal: Goal): { code: string; hookName: string } {
  const result = instrument(source, { goal, fileName: FILE });
  if (result.kind === 'syntax') throw new Error(JSON.stringify(result.error));
  return result;
}

describe('a rewritten program', () => {
  test.each(PROGRAMS)('behaves as the plain one: $name', async ({ source, goal }) => {
    const { code, hookName } = rewritten(source, goal);
    const expected = await run(plain(source, goal), goal, '$unused');
    const actual = await run(code, goal, hookName);
    expect(expected.error).toBeNull();
    expect(expected.log.length).toBeGreaterThan(0);
    expect(actual).toEqual(expected);
  });

  test.each([...PROGRAMS, ...FAILING])('keeps every line where it was: $name', (program) => {
    const { code } = rewritten(program.source, program.goal);
    const lines = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/);
    expect(lines(code)).toHaveLength(lines(program.source).length);
  });

  test.each(FAILING)('fails on the same line: $name', async ({ source, goal, line, message }) => {
    const { code, hookName } = rewritten(source, goal);
    const { error } = await run(code, goal, hookName);
    expect((error as Error).message).toBe(message);
    expect(new RegExp(`${FILE}:(\\d+)`).exec((error as Error).stack ?? '')?.[1]).toBe(String(line));
  });

  test('reports the learner’s column, however much was inserted before it', async () => {
    const source = `const a = new Map(), b = new Set(); for (const x of [1]) { const y = String(x); missing(y) }`;
    const result = instrument(source, { goal: 'module', fileName: FILE });
    if (result.kind === 'syntax') throw new Error('it parses');
    const { error } = await run(result.code, 'module', result.hookName);
    const found = new RegExp(`${FILE}:(\\d+):(\\d+)`).exec((error as Error).stack ?? '');
    const prefix = `(async (${result.hookName}, log) => {"use strict"; `.length;
    const column = originalColumn(result.columns, 1, Number(found?.[2]) - prefix);
    expect(column).toBe(source.indexOf('missing') + 1);
  });
});

describe('what the rewriter inserts', () => {
  const code = (source: string, goal: Goal = 'module') => rewritten(source, goal).code;

  test('a guard at the head of a loop, and a counter for its function', () => {
    expect(code('while (x) y()')).toBe('let $bk=16;while (x) {if(--$bk<0)$bk=$b.g(1);y()}');
  });

  test('no guard in a leaf function, nor in a loop with constant bounds', () => {
    const source = `function add(a, b) { return a + b }\nfor (let i = 0; i < 64; i++) n += i`;
    expect(code(source)).toBe(source);
  });

  test('a guard where a constant loop assigns its own variable', () => {
    expect(code('for (let i = 0; i < 9; i++) { i = 0 }')).toContain('$b.g(1)');
    expect(code('for (var i = 0; i < 9; i++) { for (var i of []); }')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 9; i++) { f = () => i-- }')).toContain('$b.g(1)');
  });

  test('a guard where a constant loop goes the wrong way or is long', () => {
    expect(code('for (let i = 0; i < 9; i--) {}')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 1e6; i++) {}')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 300; i++) f()')).toContain('$b.g(1)');
  });

  test('a guard in functions that call, also in arrows without braces', () => {
    expect(code('function f() { f() }')).toBe('function f() {if(--$b.n<0)$b.t(1); f() }');
    expect(code('const f = () => f()')).toBe('const f = () =>(--$b.n<0&&$b.t(1), f())');
  });

  test('a rethrow at the head of catch and finally', () => {
    expect(code('try { f() } catch { } finally { }')).toBe(
      'try { f() } catch {if($b.x)$b.r(); } finally {if($b.x)$b.r(); }',
    );
  });

  test('registration of what new makes, with line and name', () => {
    expect(code('\nconst px = new Uint8Array(4)')).toBe(
      '\nconst px = $b.v(new Uint8Array(4),2,"px")',
    );
    expect(code('px = new DataView(b, 1, 2)')).toBe('px = $b.f(new DataView(b, 1, 2),1,"px")');
    expect(code('f(new Uint8Array(list))')).toBe('f($b.v(new Uint8Array($b.a(list)),1))');
    expect(code('const a = b ? new X() : c()')).toBe(
      'const a = b ? $b.v(new X(),1,"a") : $b.c(c(),1,"a")',
    );
  });

  test('registration of calls, awaits and members that get a name, but not of plain numbers', () => {
    expect(code('const b = await blob.bytes()')).toBe('const b = $b.c(await blob.bytes(),1,"b")');
    expect(code('const b = view.buffer')).toBe('const b = $b.c(view.buffer,1,"b")');
    const numbers = 'const n = px[i], m = px.length, k = Math.max(n, m), v = d.getUint8(0)';
    expect(code(numbers)).toBe(numbers);
  });

  test('registration behind a destructuring declaration', () => {
    expect(code('const { data, ...rest } = image')).toBe(
      'const { data, ...rest } = image;$b.c(data,1,"data"),$b.c(rest,1,"rest");',
    );
  });

  test('a hook name that does not occur in the source', () => {
    expect(rewritten('const $b = 1', 'module').hookName).toBe('$b0$');
    expect(rewritten('const \\u0024b = 1', 'module').hookName).toBe('$bytescope$');
  });
});

describe('a source that cannot run', () => {
  const failure = (source: string, goal: Goal = 'module') => {
    const result = instrument(source, { goal, fileName: FILE });
    if (result.kind !== 'syntax') throw new Error('it was expected not to parse');
    return result.error;
  };

  test.each([
    ['const a = ;', 'module', 'Unexpected token', 1, 11],
    ['let a = 1;\nlet a = 2;', 'module', "Identifier 'a' has already been declared", 2, 5],
    ['await 1', 'script', 'Unexpected token', 1, 7],
    ['return 1', 'module', "'return' outside of function", 1, 1],
    ['const s = "open', 'script', 'Unterminated string constant', 1, 11],
  ] as const)('says where: %j as a %s', (source, goal, message, line, column) => {
    expect(failure(source, goal)).toEqual({
      name: 'SyntaxError',
      message,
      line,
      column,
      origin: 'syntax',
    });
  });

  test.each([
    'import x from "three"',
    'import "three"',
    'export * from "three"',
    'export { a } from "three"',
  ])('explains that nothing can be imported: %s', (statement) => {
    const error = failure(`let a = 1;\n  ${statement}`);
    expect(error.message).toBe(
      '"three" cannot be imported: a snippet runs in a sandbox without a network, and there are no other files ' +
        'beside it. Paste the code you need into the editor instead.',
    );
    expect([error.name, error.line, error.column]).toEqual(['ImportError', 2, 3]);
  });
});

describe('a loop that looks constant and is not', () => {
  const code = (source: string, goal: Goal = 'module') => rewritten(source, goal).code;

  test('a var, which a callee, a closure or an alias of the global may set back', () => {
    expect(code('for (var i = 0; i < 9; i++) f()', 'script')).toContain('$b.g(1)');
    expect(code('for (var i = 0; i < 9; i++) a.b')).toContain('$b.g(1)');
  });

  test('a step that is lost in rounding', () => {
    expect(code('for (let i = 9007199254740992; i < 9007199254740996; i++) {}')).toContain('$b.g(');
    expect(code('for (let i = -9007199254740996; i < 9; i++) {}')).toContain('$b.g(');
    expect(code('for (let i = 1; i < 2; i += 1e-17) {}')).toContain('$b.g(');
    expect(code('for (let i = 1e300; i > 1e299; i -= 1e298) {}')).toContain('$b.g(');
  });
});
