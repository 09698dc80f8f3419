import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Goal } from '../trace/run';
import type { Hook } from './context';
import { ACCESS_PROGRAMS } from './accesses.fixture';
import { instrument, originalPlace, type RecordMode } from './index';
import { FILE, plain, quietHook, runProgram, switchingHook } from './hooks.fixture';
import { FAILING, PROGRAMS as ORDINARY, TOO_DEEP_SOURCES } from './programs.fixture';

const indirectEval = globalThis.eval;
const PROGRAMS = [...ORDINARY, ...ACCESS_PROGRAMS];
const MODES: readonly RecordMode[] = ['none', 'light', 'full'];

function rewritten(
  source: string,
  goal: Goal,
  record: RecordMode = 'light',
): { code: string; hookName: string } {
  const result = instrument(source, { goal, fileName: FILE, record });
  if (result.kind === 'syntax') throw new Error(JSON.stringify(result.error));
  return result;
}

describe('a rewritten program', () => {
  test.each(PROGRAMS)('behaves as the plain one: $name', async ({ source, goal }) => {
    const expected = await runProgram(plain(source, goal), goal);
    expect(expected.error).toBeNull();
    expect(expected.log.length).toBeGreaterThan(0);
    for (const mode of ['none', 'light'] as const) {
      const { code, hookName } = rewritten(source, goal, mode);
      expect(await runProgram(code, goal, hookName, quietHook()), mode).toEqual(expected);
    }
  });

  test.each(PROGRAMS)('behaves so when it is recorded: $name', async ({ source, goal }) => {
    const { code, hookName } = rewritten(source, goal, 'full');
    const expected = await runProgram(plain(source, goal), goal);
    expect(await runProgram(code, goal, hookName, quietHook())).toEqual(expected);
    for (const accesses of [0, 1, 2, 3, 5, 8, 13, 21]) {
      const actual = await runProgram(code, goal, hookName, switchingHook(accesses));
      expect(actual, `recording ends after ${accesses} accesses`).toEqual(expected);
    }
  });

  test.each([...PROGRAMS, ...FAILING])('keeps every line where it was: $name', (program) => {
    const lines = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/).length;
    for (const record of MODES) {
      const { code } = rewritten(program.source, program.goal, record);
      expect(lines(code)).toBe(lines(program.source));
    }
  });

  test.each(FAILING)('fails on the same line: $name', async ({ source, goal, line, message }) => {
    for (const record of MODES) {
      const { code, hookName } = rewritten(source, goal, record);
      const { error } = await runProgram(code, goal, hookName, quietHook());
      expect((error as Error).message).toBe(message);
      const stack = (error as Error).stack ?? '';
      expect(new RegExp(`${FILE}:(\\d+)`).exec(stack)?.[1]).toBe(String(line));
    }
  });

  test('reports the learner’s column, however much was inserted before it', async () => {
    const source = `const a = new Map(), b = new Set(); for (const x of [1]) { const y = String(x); missing(y) }`;
    const result = instrument(source, { goal: 'module', fileName: FILE });
    if (result.kind === 'syntax') throw new Error('it parses');
    const { error } = await runProgram(result.code, 'module', result.hookName, quietHook());
    const found = new RegExp(`${FILE}:(\\d+):(\\d+)`).exec((error as Error).stack ?? '');
    const prefix = `(async (${result.hookName}, log) => {"use strict"; `.length;
    const place = originalPlace(result.columns, 1, Number(found?.[2]) - prefix);
    expect(place).toEqual({ line: 1, column: source.indexOf('missing') + 1 });
  });
});

describe('a large program', () => {
  // Six thousand lines, rewritten and run twice.
  test('the parser, rewritten, parses itself as before', { timeout: 60_000 }, () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('acorn'), 'utf8');
    const program = `(function (exports, module, globalThis) {${source}\n})`;
    const parseWith = (code: string): unknown => {
      const parser = {} as { parse: (source: string, options: object) => unknown };
      (indirectEval(code) as (exports: object, module: object, scope: object) => void)(
        parser,
        { exports: parser },
        {},
      );
      return parser.parse(source, { ecmaVersion: 'latest' });
    };
    const expected = JSON.stringify(parseWith(program));
    const { code, hookName } = rewritten(program, 'script', 'full');
    for (const accesses of [0, 500, Infinity]) {
      const hook = switchingHook(accesses);
      hook.g = () => 1000;
      hook.t = () => void (hook.n = 1000);
      Object.assign(globalThis, { [hookName]: hook });
      expect(JSON.stringify(parseWith(code)) === expected, `${accesses}`).toBe(true);
    }
  });
});

describe('the text of a function', () => {
  test.each(MODES)('can be given back (record: %s)', (record) => {
    const source = `function f(a) { return a[0] } const o = { m(x) { return x[1] }, get g() { return f(this) },
      async *'s'() { yield* [1] }, h: async (a, b = a[0]) => { for (const c of a) b[c]++ } };
      class A { static /* s */ m() { return [...arguments] } static async k() {} n() { f() } static set p(v) { v[0] = 1 } }
      const i = x => x[2], fs = [f, o.m, Object.getOwnPropertyDescriptor(o, 'g').get, o.s, o.h, A, A.m, A.k, A.prototype.n,
        Object.getOwnPropertyDescriptor(A, 'p').set, i, function* () { yield f(a[0]) }];
      fs.map(String)`;
    const result = instrument(source, { goal: 'script', fileName: FILE, record });
    if (result.kind === 'syntax') throw new Error(result.error.message);
    const { code, functions, hookName } = result;
    const texts = new Map<string, string>();
    for (let i = 0; i < functions.length; i += 4) {
      const text = code.slice(functions[i], functions[i + 1]);
      texts.set(text, source.slice(functions[i + 2], functions[i + 3]));
    }
    const plain = indirectEval(
      `(() => { ${source.replace('fs.map', 'return fs.map')} })()`,
    ) as string[];
    const rewritten = indirectEval(
      `((${hookName}) => { ${code.replace('fs.map', 'return fs.map')} })`,
    ) as (hook: Hook) => string[];
    expect(rewritten(quietHook()).map((text) => texts.get(text))).toEqual(plain);
  });
});

describe('what the rewriter inserts', () => {
  const code = (source: string, goal: Goal = 'module') => rewritten(source, goal).code;

  test('a guard around a loop that leaves between its turns, and a counter for its function', () => {
    const tail = '}while($bk===0);';
    const ask = 'do{if($bk===0)$bk=$b.g(1)+1;';
    const turn = '$bk-->1';
    const declared = 'let $bk=17;';
    expect(code('while (x) y')).toBe(`${declared}${ask}while (${turn}&&(x)) y${tail}`);
    expect(code('a: do y\nwhile (x)')).toBe(
      `${declared}${ask}a: do y\nwhile ((x)&&--$bk!==0);${tail}`,
    );
    expect(code('b: for (let i = 0 /* ; */; i < n; i++) y')).toBe(
      `${declared}{let i = 0;${ask}b:for( /* ; */; $bk!==0&&(i < n); i++,$bk=$bk-1|0) y${tail}}`,
    );
    expect(code('for (x = 0, y = 1; /* ; */;) {}')).toBe(
      `${declared}{(x = 0, y = 1);${ask}for(;${turn} /* ; */;) {}${tail}}`,
    );
    expect(code('for (;;);')).toBe(`${declared}${ask}for (;${turn};);${tail}`);
  });

  test('few turns at the start of a loop that calls something', () => {
    expect(code('while (x) y()')).toContain(
      '{if($bk>$b.k)$bk=$b.k+1;do{if($bk===0)$bk=$b.g(1,1)+1;',
    );
    expect(code('for (const a of x) y()')).toContain('{if($bk>$b.k)$bk=$b.k+1;for');
  });

  test('a guard at the head of the turns of an iteration, and where turns have variables of their own', () => {
    const guard = 'if(--$bk<1)$bk=$b.g(1)+1;';
    expect(code('for (const a of x) y')).toBe(`let $bk=17;for (const a of x) {${guard}y}`);
    for (const source of [
      'for (let i = 0; i < n; i++) { fs.push(() => i) }',
      'for (let i = 0; f(function () { return i }); i++) {}',
      "for (let i = 0; i < n; i++) { eval('f = () => i') }",
      'for (let i = 0; i < n; i++) { await i }',
      'while (await x) {}',
    ]) {
      const guards = [guard, guard.replace('g(1)', 'g(1,1)')];
      expect(
        guards.some((each) => code(source).includes(each)),
        source,
      ).toBe(true);
    }
  });

  test('behind its last line, what reads names of its outermost scope', () => {
    const options = { goal: 'module', fileName: FILE, expose: ['pack', 'size'] } as const;
    const source = 'const pack = 1 // the end';
    const result = instrument(source, options);
    expect(result).toMatchObject({
      code:
        `${source}\n;$b.q(($bq)=>$bq==="pack"?typeof pack==="undefined"?void 0:pack:` +
        '$bq==="size"?typeof size==="undefined"?void 0:size:void 0);',
    });
    expect(instrument(source, { ...options, expose: [] })).toMatchObject({ code: source });
  });

  test('no guard in a leaf function, nor in a loop with constant bounds', () => {
    const source = `function add(a, b) { return a + b }\nfor (let i = 0; i < 64; i++) n += i;
      for (let i = 0; i < 64; i++) { a[i] = i; a[i].i++; [a[i], { b: a[i + 1] }] = c; }`;
    expect(code(source)).toBe(source);
  });

  test('a guard where a constant loop assigns its own variable', () => {
    expect(code('for (let i = 0; i < 9; i++) { i = 0 }')).toContain('$b.g(1)');
    expect(code('for (var i = 0; i < 9; i++) { for (var i of []); }')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 9; i++) { f = () => i-- }')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 9; i++) { [{ a: [...i] }] = b }')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 9; i++) { a[i = 0] }')).toContain('$b.g(1)');
  });

  test('a guard where a constant loop goes the wrong way or is long', () => {
    expect(code('for (let i = 0; i < 9; i--) {}')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 1e6; i++) {}')).toContain('$b.g(1)');
    expect(code('for (let i = 0; i < 300; i++) f()')).toContain('$b.g(1,1)');
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

  test('no registration where nothing is to be told', () => {
    const source =
      'const a = new Uint8Array(list), { b } = c(), d = new DataView(b, 1, 2), e = await f';
    expect(rewritten(source, 'module', 'none').code).toBe(source);
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
    // What a script would take for a comment can stand nowhere in a module: `--` is not postfix after a line break.
    ['let a = 1\n--> a', 'module', 'Unexpected token', 2, 3],
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

  test.each(TOO_DEEP_SOURCES)('%s is nested too deeply', (_what, source) => {
    expect(failure(source)).toMatchObject({ name: 'SyntaxError', origin: 'syntax' });
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
    expect(code('for (var i = 0; i < 9; i++) f()', 'script')).toContain('$b.g(1,1)');
    expect(code('for (var i = 0; i < 9; i++) a.b')).toContain('$b.g(1)');
  });

  test('a step that is lost in rounding', () => {
    expect(code('for (let i = 9007199254740992; i < 9007199254740996; i++) {}')).toContain('$b.g(');
    expect(code('for (let i = -9007199254740996; i < 9; i++) {}')).toContain('$b.g(');
    expect(code('for (let i = 1; i < 2; i += 1e-17) {}')).toContain('$b.g(');
    expect(code('for (let i = 1e300; i > 1e299; i -= 1e298) {}')).toContain('$b.g(');
  });
});
