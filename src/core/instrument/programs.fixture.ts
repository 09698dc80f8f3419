/**
 * Programs that run plain and rewritten and must behave alike. Each reports through `log`. Every repair of the rewriter
 * adds one here.
 */
import type { Goal } from '../trace/run';

export interface ProgramCase {
  readonly name: string;
  readonly goal: Goal;
  readonly source: string;
}

const moduleCase = (name: string, source: string): ProgramCase => ({
  name,
  goal: 'module',
  source,
});
const scriptCase = (name: string, source: string): ProgramCase => ({
  name,
  goal: 'script',
  source,
});

export const PROGRAMS: readonly ProgramCase[] = [
  moduleCase(
    'loops without braces',
    `let n = 0\nfor (let i = 0; i < 5; i++) n += i\nwhile (n < 20) n++\ndo n++; while (n < 25)\nlog(n)`,
  ),
  moduleCase('empty loop bodies', `let i = 0; for (; i < 3; i++); while (i++ < 6); log(i)`),
  moduleCase(
    'labels with break and continue',
    `outer: for (let i = 0; i < 4; i++) { inner: for (const j of [1, 2, 3]) { if (j === 2) continue outer; if (i === 2) break outer; log(i, j) } }`,
  ),
  moduleCase('a label on a block', `a: { if (log) break a; log('never') } log('after')`),
  moduleCase('dangling else after a loop', `if (1) for (const x of [1]) log(x); else log('else')`),
  moduleCase(
    'statements that end at a line break',
    `let a = 1\nlet b = a\n++b\nlog(a, b)\nconst f = function () { return 7 }\n;[1, 2].forEach((x) => log(x))\nlog(f())`,
  ),
  moduleCase(
    'a declaration pattern before a bracket',
    `const { a, b = 2 } = { a: 1 }\nlog(a, b)\nconst [c, ...d] = [1, 2, 3]\nlog(c, d)`,
  ),
  moduleCase(
    'patterns with defaults that make things',
    `const make = ({ a = new Map(), b: { c = new Set() } = {} } = {}) => [a.size, c.size]\nlog(make(), make({ a: new Map([[1, 2]]) }))`,
  ),
  moduleCase(
    'for await',
    `async function* g() { yield 1; yield 2 }\nfor await (const x of g()) log(x)\nfor await (const x of [Promise.resolve(3)]) log(x)`,
  ),
  moduleCase(
    'let in a loop head is fresh for each turn',
    `const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); log(fs.map((f) => f()))`,
  ),
  moduleCase(
    'closures over the loop body',
    `const fs = []; for (const k in { a: 1, b: 2 }) { let v = k; fs.push(() => v) } log(fs.map((f) => f()))`,
  ),
  moduleCase(
    'generators',
    `function* g(n) { while (true) { const x = yield n++; if (x) return x } }\nconst it = g(5); log(it.next(), it.next(), it.next('done'), it.next())`,
  ),
  moduleCase(
    'yield in a declaration',
    `function* g() { const a = yield 1; const b = yield* [2, 3]; log(a, b) }\nconst i = g(); i.next(); i.next('x'); i.next(); i.next()`,
  ),
  moduleCase(
    'generator closed early runs finally',
    `function* g() { try { yield 1; yield 2 } finally { log('closed') } }\nfor (const x of g()) { log(x); break }`,
  ),
  moduleCase(
    'async functions and arrows',
    `const wait = async (x) => { await null; return x }\nlog(await wait(1), await (async () => (await wait(2)) + 1)())`,
  ),
  moduleCase(
    'classes',
    `class A { #p = new Map([[1, 2]]); static s = new Set([1]).size; x = this.#p.get(1); get y() { return this.x } set y(v) { this.x = v } static { for (let i = 0; i < 2; i++) this.s += i } has(o) { return #p in o } static async *gen() { yield* [1, 2] } }\nconst a = new A(); a.y = 9; log(a.x, a.y, A.s, a.has(a), a.has({})); for await (const v of A.gen()) log(v)`,
  ),
  moduleCase(
    'derived constructors',
    `class A { constructor(v) { this.v = v } }\nclass B extends A { constructor(v) { const w = super(v); this.same = w === this } }\nclass C extends (class { z = 1 }) {}\nlog(new B(4).v, new B(4).same, new C().z)`,
  ),
  moduleCase(
    'a class that extends a made object',
    `const Base = { K: class { k = 3 } }\nclass D extends new Proxy(Base.K, {}) {}\nlog(new D().k)`,
  ),
  moduleCase(
    'names of anonymous functions and classes',
    `const f = () => {}, g = function () {}, K = class {}\nlet h; h = () => {}\nconst { p = () => {} } = {}\nlog(f.name, g.name, K.name, h.name, p.name, (() => {}).name)`,
  ),
  moduleCase(
    'arrow bodies that are objects, sequences and arrows',
    `const o = (a) => ({ a, f: String(a) })\nconst s = (a) => (log('side'), a + 1)\nconst c = (a) => (b) => Math.max(a, b)\nlog(o(1), s(1), c(2)(3))`,
  ),
  moduleCase(
    'comments around an arrow',
    `const f = (a /* => */, b = '=>') /* => */ => // a comment =>\n  Math.max(a, b.length)\nlog(f(1))`,
  ),
  moduleCase(
    'an async arrow without parentheses',
    `const f = async x => String(x)\nlog(await f(2))`,
  ),
  moduleCase(
    'default parameters that call',
    `let n = 0; const next = () => n++\nfunction f(a = next(), b = a + next()) { return [a, b] }\nlog(f(), f(5))`,
  ),
  moduleCase(
    'catch without a binding, with a pattern, and finally',
    `try { null.x } catch { log('a') }\ntry { throw { m: 1 } } catch ({ m }) { log(m) } finally { log('f') }\nconst r = (() => { try { return 1 } finally { log('g') } })(); log(r)`,
  ),
  moduleCase(
    'throwing sequences, values and errors',
    `for (const f of [() => { throw 1, 2 }, () => { throw (3, 4) }, () => { throw new RangeError('r') }, () => { throw /* c */ null }]) try { f() } catch (e) { log(String(e)) }`,
  ),
  moduleCase(
    'new in every place',
    `class X { constructor(a) { this.a = a } m() { return X } }\nlog(new X(1).a, new X().m() === X, new (new X(2).m())(3).a, new (X)(4).a, new (class { b = 5 })().b)\nlog(new new X().constructor(6).a, new X instanceof X, typeof new X)`,
  ),
  moduleCase(
    'typed arrays keep kind, identity and contents',
    `const b = new ArrayBuffer(8), a = new Uint8Array(b, 2, 4); let c = a\nc ??= new Uint8Array(1)\nlog(c === a, a.buffer === b, new Uint16Array(b, 2).length, new Float32Array([1.5]), Uint8Array.from([1, 300]))\nconst s = a.subarray(1); s[0] = 7; log(a, [...s], ArrayBuffer.isView(a))`,
  ),
  moduleCase(
    'optional chaining',
    `const o = { f() { return this === o }, n: null, a: [new Map([[1, 2]])] }\nconst x = o?.f(), y = o.n?.g.h(), z = o.a?.[0]?.get(1), w = o.q?.()\nlog(x, y, z, w, delete o?.n, 'n' in o)`,
  ),
  moduleCase(
    'tagged templates keep their strings object',
    'const seen = []; const t = (s, ...v) => (seen.push(s), s.raw.join() + v)\nconst f = () => t`a${1}b\\n${[2].map(String)}`\nlog(f(), f(), seen[0] === seen[1], `x${`y${new Date(0).getTime()}`}`)',
  ),
  moduleCase(
    'regular expressions and division',
    `const a = 8, g = 2; log(a /g/ 1, /[/]\\/(?<x>b)/u.exec('//b')?.groups.x, 4 / 2 / 1)`,
  ),
  moduleCase(
    'comma, conditional, exponent, in and instanceof',
    `let x; x = (1, new Map([[1, 2]])); const y = x.size ? new Set([1]) : null, z = 2 ** 3 ** 2\nlog(x.size, y.size, z, 'size' in x, x instanceof Map); for (const i = ('a' in {}) ? 1 : 2; ;) { log(i); break }`,
  ),
  moduleCase(
    'an arrow with "in" in a loop head',
    `for (let f = (k) => Boolean((k in { a: 1 })), i = 0; i < 1; i++) log(f('a'), f('b'))`,
  ),
  moduleCase(
    'switch with declarations and fallthrough',
    `for (const v of [1, 2, 3]) switch (v) { case 1: { log('one') } case 2: const { a } = { a: v }; log(a); break\n default: log('other') }`,
  ),
  moduleCase(
    'getters, setters, computed and shorthand members',
    `const k = 'dyn', m = new Map()\nconst o = { m, get [k]() { return 1 }, set [k](v) { log('set', v) }, async *g() { yield 1 }, 'quoted'() { return String(2) }, 3: 4 }\no.dyn = 5; log(o.dyn, o.m === m, o.quoted(), o[3])`,
  ),
  moduleCase(
    'assignment targets of every kind',
    `const o = {}, a = []; [o.x, a[0], ...o.rest] = [1, 2, 3, 4]; ({ p: o.p = new Map().size, ...o.q } = { r: 1 }); for (o.i of [7]); for (a[1] in { z: 1 });\nlog(o, a); new Map().zz = 1; let n = 1; n ||= new Set(); n &&= 5; log(n)`,
  ),
  moduleCase(
    'directives in functions',
    `function f() { 'use strict'\n return this }\nfunction g() { 'a'; "b"\n while (log) { break }\n return String(1) }\nlog(f(), g())`,
  ),
  moduleCase(
    'this and import.meta at the top',
    `log(this, typeof import.meta.url, (() => this)(), { f() { return this !== undefined } }.f(), class { static a = typeof this }.a)`,
  ),
  moduleCase(
    'exports',
    `log(typeof one)\nexport const two = 2, { three } = { three: 3 }\nexport function f() { return 4 }\nexport class K {}\nlog(two, three, f())\nexport { two as zwei, f as g }\nexport default function named() { return 5 }\nlog(named())\nfunction one() {}`,
  ),
  moduleCase(
    'export default of an expression after a line without a semicolon',
    `const a = () => log('not called')\nexport default (1, 2)\nlog('after')`,
  ),
  moduleCase(
    'export default of anonymous functions and classes',
    `log('x')\nexport default /* why */ class { static { log('static') } }`,
  ),
  moduleCase(
    'export list over lines',
    `const a = 1\nexport {\n  a, // why\n  a as b\n}\n;(() => log(new Error().stack !== ''))()`,
  ),
  moduleCase('less-than not minus minus', `let b = 3, a = 1; log(a<!--b, b)`),
  moduleCase(
    'unicode names and astral strings',
    `const größe = new Uint8Array(2), 값 = '😀'; log(größe.length, 값.length)`,
  ),
  moduleCase(
    'a carriage return and line separators',
    `let a = 1\r\nlet s = "\u2028"\r\nlog(a, s.length)`,
  ),
  moduleCase(
    'names that look like the hook',
    `const $b = 1, $bk = 2, $b0$ = 3; for (let i = 0; i < log.length + 3; i++) { if (i) break } log($b, $bk, $b0$)`,
  ),
  moduleCase('a hashbang', `#!/usr/bin/env node\nwhile (log) break\nlog(1)`),
  moduleCase(
    'loops whose bounds are constant',
    `let n = 0; for (let i = 0; i < 8; i++) for (let j = 7; j > 0; j -= 2) n += j; for (let i = 0; i < 3; i++) { i += 0 } log(n)`,
  ),
  moduleCase(
    'asynchronous recursion and microtasks in order',
    `const order = []; queueMicrotask(() => order.push('m')); Promise.resolve().then(() => order.push('t')); order.push('s'); await null; await null; log(order)`,
  ),
  moduleCase(
    'errors that pass through finally',
    `const f = () => { for (const x of [1]) { try { throw new TypeError('inner') } finally { log('cleanup', x) } } }\ntry { f() } catch (e) { log(e.message) }`,
  ),
  moduleCase(
    'loops that are left between their turns: tests and updates with effects, once for each turn',
    `const r = [], t = (v) => (r.push(v), v)\nlet n = log.length, i = 0\nfor (t('init'); t(i) < 7; t(-1), i++) { if (i === 3) continue; t('body') }\nwhile (t(n++) < 6) if (n === 2) continue; else t('w')\ndo { if (n === 9) continue; t('d') } while (t(n++) < 13)\nfor (let j = t(0), k = 9; j < k ? t(1) : t(0); j++, --k) t(j * k)\nlog(r, n, i)`,
  ),
  moduleCase(
    'loops in loops, left by every label',
    `const r = []\na: /* why */ b:\nfor (let i = log.length; i < 9; i++) {\n  c: while (r.length < 90) { d: do { r.push(i); for (let j = i; j < 9; j++) { r.push(j); if (j === 4) continue d; if (j === 5) continue c; if (j === 6) continue b; if (j === 7) continue a; if (r.length > 80) break a; if (j === 8) break c } if (i & 1) break d; if (i === 4) break; } while (r.length % 3) ; if (i > 5) break }\n}\nlog(r)`,
  ),
  moduleCase(
    'loops without a test, a body, or a head',
    `let n = log.length, r = []\nfor (;;) if (n++ > 5) break\nfor (;; n++) { if (n > 9) break }\nfor (let i = 0, q = n; /* no; test */ ;) { if (i++ > q) break; r.push(i) }\nfor (var v = 0; v < n; r.push(v++));\nwhile (n-- > 0);\ndo ; while (n++ < 5)\nfor (n = 0, v = 1; n < 5; n++) v *= 2\nfor ({ n } = { n: 3 }; n < 6; n++) r.push(n)\nfor (function () {}; n < 9; ) n++\nif (n) for (; n < 20; n++) r.push(n); else log('no')\nlog(n, v, r)`,
  ),
  moduleCase(
    'a body that declares the name of the head, and a head that stands on many lines',
    `const r = [];\nfor (let i = 0; i < log.length + 4; i++) { let i = 'own'; r.push(i) }\nfor (let\n  i = 0, // from ;\n  n = log.length + 4;\n  i < n; // to\n  i++ /* by */\n)\n  r.push(i)\nlet i = 'outer'; for (let j = 0; j < log.length + 3; j++) { const i = j; r.push(i) } for (const o = { i: 0 }; o.i < log.length + 3; o.i++) r.push(o.i)\nlog(i, r)`,
  ),
  moduleCase(
    'closures in loops whose variables are not the turn’s own',
    `const fs = [], n = log.length + 3; for (var i = 0; i < n; i++) fs.push(() => i); for (const o = { i: 0 }; o.i < n; o.i++) fs.push(() => o.i); let k = 0; while (fs.length < 9) { const j = k++; fs.push(() => j) } do { let j = k++; fs.push(() => j++) } while (fs.length < 12); for (let j = 0; j < n; fs.push(() => j), j++); for (let j = 0, f = () => j; j < n; j++) fs.push(f); log(fs.map((f) => f()))`,
  ),
  moduleCase(
    'loops in finally, catch, switch and recursion share what they count with',
    `const r = [], f = (n) => { for (let i = 0; i < n; i++) { r.push(i); f(n - 1); try { while (true) { if (r.length % 4 === 1) break; if (r.length % 5 === 2) throw n; r.push('w') } } catch { do r.push('c'); while (r.length % 3) } finally { for (let j = n; j > 0; j--) { r.push(j); if (j === 2) continue } } switch (n) { case 1: for (; r.length % 7; ) r.push('s'); break; default: while (r.length % 2) r.push('x') } } return r.length }\nlog(f(3), r)\nlog((() => { try { for (let i = 0; i < n; i++) if (i === 4) return i } finally { for (let i = 0; i < n; i++) if (i === 5) break } function n() {} })(), (() => { a: for (let i = 9; ; i++) for (let j = 0; j < i; j++) if (i * j > 200) return [i, j]; else if (j === 3) continue a; else if (i > 40) break a })())`,
  ),
  scriptCase(
    'loops of var and functions in their blocks',
    `for (var i = 0, n = log.length + 4; i < n; i++) { if (i > 1) function g() { return i } } var r = [typeof g, g && g()]; while (n--) { function h() { return n } r.push(h()) } l: do { r.push(i); if (i === 2) continue l } while (i-- > 0) if (i) log(r)`,
  ),
  scriptCase(
    'sloppy this and arguments',
    `function f(a) { arguments[0] = 2; return [a, this === globalThis] } log(f(1))`,
  ),
  scriptCase('html comments', `let a = 1 <!-- hidden\n--> also hidden\nlog(a)`),
  scriptCase(
    'html comments on the first line',
    `/* one line */ --> hidden\nlet a = 1; while (a < 4) a++\n/* over\nlines */ --> hidden\nlog(a)`,
  ),
  scriptCase(
    'a directive prologue',
    `'use strict'\nlog((function () { return this })())\nwhile (log) break`,
  ),
  scriptCase('with', `with ({ zz: 1, log }) { for (const x of [1]) log(zz + x) }`),
  scriptCase(
    'functions in blocks and var in loops',
    `if (1) { function q() { return String(1) } } for (var i = 0; i < 2; i++) var last = i\nlog(q(), i, last)`,
  ),
  scriptCase(
    'a variable called async, let, yield, of',
    `var async = 1, yield = 2, of = 3; for (of of [4]); log(async, yield, of); for ((async) of [5]) log(async)`,
  ),
  scriptCase(
    'direct eval sees the scope',
    `(function () { var inner = 5; log(eval('inner + 1')) })()`,
  ),
  scriptCase(
    'a function called by its hoisted name',
    `log(later()); function later() { for (;;) return 'hoisted' }`,
  ),
  moduleCase(
    'this at the head of a line, after lines without semicolons',
    `const f = () => log('not called')\nconst g = f\nthis\nconst list = [1, 2]\nthis?.missing\nlet n = 1\nn++\nthis\nlog(n, list.length, g === f)`,
  ),
  moduleCase(
    'this wherever an operand may stand',
    `const undefined = 'shadowed', e = (f) => { try { return f() } catch (error) { return error.name } }\nlog(typeof this, !this, this ?? 'none', this === void 0, [this], \`\${this}\`, { a: this }, delete this)\nlog(e(() => this.x), e(() => this()), e(() => new this()), e(() => new this.x()), e(() => this\`x\`), this?.x, this?.[0], await this, (() => { return this })())\nif (this) log('no'); else log('yes')\nfor (const x of this ?? [1]) log(x)`,
  ),
  scriptCase(
    'a counter that is a var, assigned by what the body calls',
    `var turns = 0; function back() { if (turns++ < 3) i = 0 } for (var i = 0; i < 3; i++) back(); log(i, turns)`,
  ),
];

/** Programs that end by throwing, with the line on which they do. */
export const FAILING: readonly (ProgramCase & {
  readonly line: number;
  readonly message: string;
})[] = [
  {
    ...moduleCase('in a loop', `const a = [];\nfor (const x of [1]) {\n  a.b.c;\n}`),
    line: 3,
    message: "Cannot read properties of undefined (reading 'c')",
  },
  {
    ...moduleCase(
      'in a constructor',
      `const b = new ArrayBuffer(3);\n\nconst v =\n  new Uint16Array(b);`,
    ),
    line: 4,
    message: 'byte length of Uint16Array should be a multiple of 2',
  },
  {
    ...moduleCase('after exports over lines', `const a = 1;\nexport {\n  a,\n};\nmissing;`),
    line: 5,
    message: 'missing is not defined',
  },
  {
    ...moduleCase('in an arrow', `const f = (x) =>\n  x.y.z;\n\nf({});`),
    line: 2,
    message: "Cannot read properties of undefined (reading 'z')",
  },
  {
    ...moduleCase(
      'thrown on',
      `try {\n  throw new Error('first');\n} catch (e) {\n  throw e;\n} finally {\n}`,
    ),
    line: 2,
    message: 'first',
  },
  {
    ...scriptCase('in a script', `"use strict"\nfor (var i = 0; i < 3; i++)\n  undeclared = i`),
    line: 3,
    message: 'undeclared is not defined',
  },
];

/** Nested more deeply than any engine's stack allows: for the parser itself, or for what walks the tree after it. */
export const TOO_DEEP_SOURCES: readonly (readonly [what: string, source: string])[] = [
  ['100,000 opening brackets', '['.repeat(100_000)],
  ['a chain of 100,000 members', `x${'.a'.repeat(100_000)};`],
];
