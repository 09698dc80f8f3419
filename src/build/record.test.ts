import { describe as inOrder, expect, test, vi } from 'vitest';
import type { ConsoleEntry, Preview } from '../core/trace/console-entry';
import type { MemoryState } from '../core/trace/memory-state';
import { recordRun, type RecordedRun } from './record';

// A recording is a thread of its own, and most of its time is waiting.
const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

const record = (source: string, guardMs = 20_000): Promise<RecordedRun> =>
  recordRun({ source, fileName: 'test.js', goal: 'module', html: null, guardMs });

/** A preview in a few characters, so that a table of cases can be read. */
function text(value: Preview | null): string {
  if (value === null) return '·';
  switch (value.kind) {
    case 'primitive':
      return value.text;
    case 'string':
      return JSON.stringify(value.text) + (value.omitted > 0 ? `+${value.omitted}` : '');
    case 'function':
      return `${value.isClass ? 'class' : 'ƒ'} ${value.name}`;
    case 'object':
      return `${value.name ?? 'null'}{${value.entries.map((e) => `${e.key}:${text(e.value)}`).join()}${more(value.omitted)}}`;
    case 'list':
      return `${value.name}(${value.length})[${value.items.map(text).join()}${more(value.omitted)}]`;
    case 'accessor':
      return `<${[value.get && 'get', value.set && 'set'].filter(Boolean).join('/')}>`;
    case 'error':
      return `${value.name}: ${value.message} @${value.line ?? '?'}`;
    case 'elided':
      return `${value.name}…`;
    case 'typed-array':
      return `${value.type}(${value.length})[${value.items.join()}] at ${value.byteOffset} of ${value.bufferByteLength}`;
    case 'data-view':
      return `DataView ${value.byteOffset}+${value.byteLength} of ${value.bufferByteLength}`;
    case 'array-buffer':
      return `${value.shared ? 'Shared' : ''}Buffer ${value.byteLength}/${value.maxByteLength ?? '-'}${value.detached ? ' detached' : ''}`;
    case 'blob':
      return `${value.file ?? 'Blob'} ${value.size} ${value.type} [${value.bytes?.join() ?? 'unread'}]`;
    default:
      return value.kind;
  }
}
const more = (omitted: number): string => (omitted > 0 ? `,+${omitted}` : '');

const rows = (entries: readonly ConsoleEntry[]): string[] =>
  entries.map(({ kind, level, values, depth, count }) =>
    [
      '>'.repeat(depth),
      level === 'log' ? '' : `${level} `,
      kind === 'values' ? '' : `${kind} `,
      values.map(text).join(' '),
      count > 1 ? ` ×${count}` : '',
    ].join(''),
  );

const printed = async (source: string): Promise<string[]> => rows((await record(source)).console);

describe('the console', () => {
  test.each([
    [
      'console.log("a", 1, -0, 12n, true, null, undefined, Symbol("s"))',
      '"a" 1 -0 12n true null undefined Symbol(s)',
    ],
    ['console.log("%s is %d, %i, %f%%", "x", "5", 5.9, "1.5", "rest")', '"x is 5, 5, 1.5%" "rest"'],
    ['console.log("%cred", "color: url(http://x)")', '"red"'],
    ['console.log("a: %o b", [1], 2)', '"a:" Array(1)[1] "b" 2'],
    ['console.log("100%", 1)', '"100%" 1'],
    ['console.log("%d %s", Symbol("x"))', '"NaN %s"'],
    [
      'console.log({ a: 1, b: { c: [2] }, [Symbol("k")]: 3 })',
      'Object{a:1,b:Object{c:Array(1)[2]},Symbol(k):3}',
    ],
    ['console.log([1, , 3], new (class P extends Array {})())', 'Array(3)[1,·,3] P(0)[]'],
    [
      'console.log(new Map([["k", 1]]), new Set([1, "b"]))',
      'Map(1)[Array(2)["k",1]] Set(2)[1,"b"]',
    ],
    [
      'class Point { x = 1; #y = 2 }; console.log(new Point(), Object.create(null), Point, () => 1)',
      'Point{x:1} null{} class Point ƒ ',
    ],
    [
      'console.log(new Date(0), /a+/g)',
      'Date{date:"1970-01-01T00:00:00.000Z"} RegExp{source:"a+"}',
    ],
    ['const c = { n: { } }; c.n.up = c; console.log(c)', 'Object{n:Object{up:circular}}'],
    ['console.log([[[[[1]]]]])', 'Array(1)[Array(1)[Array(1)[Array(1)[Array…]]]]'],
    ['console.log(new RangeError("far"))', 'RangeError: far @1'],
    ['console.log(new Uint16Array([1, 300]).subarray(1))', 'Uint16Array(1)[300] at 2 of 4'],
    [
      'console.log(new BigInt64Array([-1n]), new Float32Array([0.5, -0]))',
      'BigInt64Array(1)[-1] at 0 of 8 Float32Array(2)[0.5,-0] at 0 of 8',
    ],
    [
      'console.log(new DataView(new ArrayBuffer(12), 2, 2), new ArrayBuffer(4, { maxByteLength: 8 }), new SharedArrayBuffer(2))',
      'DataView 2+2 of 12 Buffer 4/8 SharedBuffer 2/-',
    ],
    [
      'const b = new ArrayBuffer(4), u = new Uint8Array(b); b.transfer(); console.log(b, u)',
      'Buffer 0/- detached Uint8Array(0)[] at 0 of 0',
    ],
    [
      'console.log(new Blob([Uint8Array.of(1, 2)], { type: "A/b" }), new File(["x"], "n.txt"))',
      'Blob 2 a/b [1,2] n.txt 1  [120]',
    ],
    ['console.log("x".repeat(10_001))', `"${'x'.repeat(10_000)}"+1`],
    ['console.log(Array(200).fill(0))', `Array(200)[${'0,'.repeat(100)}+100]`],
  ])('shows %s', async (source, expected) => {
    expect(await printed(source)).toEqual([expected]);
  });

  test('has every method that people use', async () => {
    const source = `
      console.info('i'); console.warn('w'); console.error('e'); console.debug('d'); console.dirxml('x', 1);
      console.dir({ a: 1 }, { depth: 0 });
      console.group('g', 1); console.log('in'); console.groupCollapsed(); console.log('deep'); console.groupEnd();
      console.groupEnd(); console.groupEnd(); console.log('out');
      console.count(); console.count(); console.countReset(); console.count(); console.count('k'); console.countReset('zz');
      console.assert(true, 'no'); console.assert(false); console.assert(0, 'p %d', 5); console.assert(0, { a: 1 });
      console.table([{ a: 1, b: 2 }], ['b']); console.table(5); console.timeEnd('none'); console.clear(); console.log('last');`;
    expect(await printed(source)).toEqual([
      'info "i"',
      'warn "w"',
      'error "e"',
      'debug "d"',
      '"x" 1',
      'Object{a:1}',
      'group "g" 1',
      '>"in"',
      '>groupCollapsed ',
      '>>"deep"',
      '"out"',
      'info "default: 1"',
      'info "default: 2"',
      'info "default: 1"',
      'info "k: 1"',
      'warn "No count called “zz” to reset: call console.count(\\"zz\\") first."',
      'error "Assertion failed"',
      'error "Assertion failed: p 5"',
      'error "Assertion failed:" Object{a:1}',
      'table Array(1)[Object{b:2}]',
      '5',
      'warn "No timer called “none”: call console.time(\\"none\\") first."',
      'clear ',
      '"last"',
    ]);
  });

  test('times, and tells the time in milliseconds', async () => {
    const [log, end, again] = await printed(
      `console.time('t'); console.timeLog('t', 1); console.timeEnd('t'); console.time('t'); console.time('t')`,
    );
    expect(log).toMatch(/^"t: \d+\.\d\d ms" 1$/);
    expect(end).toMatch(/^"t: \d+\.\d\d ms"$/);
    expect(again).toBe('warn "A timer called “t” is running already."');
  });

  test('knows the line of every call, also through other functions and callbacks', async () => {
    const { console } = await record(
      `console.log(1)\nconst say = (x) => {\n  console.log(x)\n}\nsay(2)\n;[3].forEach((x) =>\n  console.log(x))\nsetTimeout(() => console.log(4), 1)`,
    );
    expect(console.map((entry) => entry.line)).toEqual([1, 3, 7, 8]);
  });

  test('shows the learner’s frames for trace', async () => {
    const { console } = await record(
      `function inner() {\n  console.trace('t')\n}\nconst outer = () => inner()\n\nouter()`,
    );
    expect(console[0]?.stack).toEqual([
      { name: 'inner', line: 2 },
      { name: 'outer', line: 4 },
      { name: '', line: 6 },
    ]);
  });

  test('counts equal lines in a row, across batches', async () => {
    const source = `for (let i = 0; i < 500; i++) console.log('same', [1]); console.log('other'); console.log('same')`;
    expect(await printed(source)).toEqual(['"same" Array(1)[1] ×500', '"other"', '"same"']);
  });

  test('shows a value as it was at the moment of the call', async () => {
    expect(
      await printed(`const a = [1], u = new Uint8Array(1); console.log(a, u); a[0] = 2; u[0] = 9`),
    ).toEqual(['Array(1)[1] Uint8Array(1)[0] at 0 of 1']);
  });

  test('stops keeping lines at its budget and says how many are missing', async () => {
    const run = await record(`for (let i = 0; i < 1500; i++) console.log(i)`);
    expect(run.console).toHaveLength(1000);
    expect(run.omittedConsole).toBe(500);
  });

  test('keeps a run of enormous values small enough to send', async () => {
    const run = await record(
      `const big = 'x'.repeat(1e6); for (let i = 0; i < 900; i++) console.log(i, Array(300).fill(big))`,
    );
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(run.omittedConsole).toBeGreaterThan(0);
  });
});

describe('previews never run learner code', () => {
  test.each([
    [
      'getters',
      `console.log({ get a() { ran() }, set b(v) { ran() } })`,
      'Object{a:<get>,b:<set>}',
    ],
    [
      'toString and friends',
      `console.log({ toString: ran, valueOf: ran, toJSON: ran, [Symbol.toPrimitive]: ran }, 1)`,
      'Object{toString:ƒ ran,valueOf:ƒ ran,toJSON:ƒ ran,Symbol(Symbol.toPrimitive):ƒ ran} 1',
    ],
    [
      'traps of a proxy',
      `console.log(new Proxy({}, new Proxy({}, { get: ran })), [Proxy.revocable([], {}).proxy])`,
      'proxy Array(1)[proxy]',
    ],
    [
      'a proxy as prototype',
      `console.log(Object.create(new Proxy({}, { get: ran, getPrototypeOf: ran, getOwnPropertyDescriptor: ran })))`,
      'Object{}',
    ],
    [
      'a hostile constructor',
      `console.log({ constructor: { get name() { ran() } } }, Object.create({ get constructor() { ran() } }))`,
      'Object{constructor:Object{name:<get>}} Object{}',
    ],
    [
      'an error with getters',
      `const e = new Error('m'); for (const k of ['name', 'message', 'stack']) Object.defineProperty(e, k, { get: ran }); console.log(e)`,
      'Error:  @?',
    ],
    [
      'patched prototypes',
      `Array.prototype[Symbol.iterator] = ran; Array.prototype.push = ran; Array.prototype.map = ran; Map.prototype.forEach = ran; WeakMap.prototype.get = ran; Object.prototype.get = ran; Object.defineProperty(Array.prototype, 0, { set: ran, configurable: true }); Function.prototype.call = ran; Function.prototype.apply = ran; Reflect.apply = ran; console.log(new Map(), [1], { a: 1 })`,
      null,
    ],
    [
      'a polluted Object.prototype',
      `Object.prototype.kind = 'x'; Object.prototype.stack = 5; Object.prototype.value = ran; Object.prototype.enumerable = true; console.log({ get a() { ran() } }, () => 1)`,
      'Object{a:<get>} ƒ ',
    ],
    [
      'a format label',
      `console.count({ toString: ran }); console.log('%s %d', { toString: ran }, { valueOf: ran })`,
      null,
    ],
    ['prepareStackTrace', `Error.prepareStackTrace = ran; console.log(1)`, '1'],
    [
      'species and lengths of views',
      `const u = new Uint8Array(2); for (const k of ['length', 'buffer', 'byteOffset', 'constructor', Symbol.toStringTag]) Object.defineProperty(u, k, { get: ran }); console.log(u)`,
      'Uint8Array(2)[0,0] at 0 of 2',
    ],
  ])('not %s', async (_name, source, expected) => {
    const run = await record(
      `let count = 0; const ran = function ran() { count++; return 1 };\n${source}\nawait null;\nconst after = count; console.log('ran', after)`,
    );
    const shown = rows(run.console);
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(shown.at(-1)).toBe('"ran" 0');
    if (expected !== null) expect(shown[0]).toBe(expected);
  });

  test('nor overflow on something nested 10,000 deep', async () => {
    const [shown] = await printed(
      `let deep = {}; for (let i = 0; i < 10_000; i++) deep = { deep }; console.log(deep)`,
    );
    expect(shown).toBe('Object{deep:Object{deep:Object{deep:Object{deep:Object…}}}}');
  });

  test('a native that is watched looks native', async () => {
    expect(
      await printed(
        `const f = DataView.prototype.getInt16, s = Uint8Array.prototype.subarray; console.log(f.name, f.length, String(f), s.name, s.length, String(s), String(Proxy), String(Function.prototype.toString), 'prototype' in s)`,
      ),
    ).toEqual([
      '"getInt16" 1 "function getInt16() { [native code] }" "subarray" 2 "function subarray() { [native code] }" ' +
        '"function Proxy() { [native code] }" "function toString() { [native code] }" false',
    ]);
  });
});

describe('the guard', () => {
  test.each([
    ['an endless loop', `let a;\nfor (;;) continue`, 2],
    ['one that catches', `while (true) {\n  try { null.x } catch {} finally { }\n}`, 1],
    [
      'one that continues out of finally',
      `for (;;) { try { f() } catch { } finally { continue } }`,
      1,
    ],
    [
      'one inside a function inside a try',
      `const spin = () => {\n  for (;;) { }\n}\ntry { spin() } catch (e) { console.log('caught', e) } finally { console.log('finally') }`,
      2,
    ],
    [
      'a microtask storm',
      `const f = () => Promise.resolve().then(f)\nf(); await new Promise(() => {})`,
      1,
    ],
    [
      'a storm of awaits',
      `(async () => {\n  for (;;) await null\n})()\nawait new Promise((r) => setTimeout(r, 5000))`,
      2,
    ],
    [
      'a recursion without end but with little depth',
      `function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }\nfib(70)`,
      1,
    ],
    ['a generator', `function* g() { for (;;) yield 1 } for (const x of g()) ;`, 1],
    ['a loop whose every turn is slow', `while (true) JSON.stringify(Array(50_000).fill(1))`, 1],
  ])('stops %s', async (_name, source, line) => {
    const run = await record(source, 200);
    expect(run.outcome).toEqual({ kind: 'stopped', by: 'guard', line });
    expect(rows(run.console)).toEqual([]);
    expect(run.durationMs).toBeLessThan(4000);
  });

  test('leaves a long program alone that yields', async () => {
    const run = await record(
      `for (let i = 0; i < 30; i++) { const until = performance.now() + 15; while (performance.now() < until); await new Promise((r) => setTimeout(r)) }\nconsole.log('done')`,
      200,
    );
    expect(run.outcome).toEqual({ kind: 'finished' });
  });

  test('lets recursion end by itself', async () => {
    const { outcome } = await record(`function f() {\n  f()\n}\nf()`);
    // The engine notices at the call or at the function's head.
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'RangeError' } });
  });

  test('stops a callback that runs after the body has settled', async () => {
    const run = await record(`setTimeout(() => {\n  for (;;);\n}, 5)`, 200);
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(run.lateErrors).toEqual([
      {
        name: 'Stopped',
        message: 'A callback ran for 0.2 s without a pause, so it was stopped.',
        line: 2,
        column: null,
        origin: 'throw',
      },
    ]);
  });
});

describe('errors', () => {
  test.each([
    [
      'const b = new ArrayBuffer(3)\n\n  new Uint16Array(b)',
      'RangeError',
      'byte length of Uint16Array should be a multiple of 2',
      3,
      3,
    ],
    ['null.x', 'TypeError', "Cannot read properties of null (reading 'x')", 1, 6],
    ['await 1\nthrow new TypeError("late")', 'TypeError', 'late', 2, 7],
    ['let a = 1;   throw "text"', 'Error', 'text', 1, 20],
    ['throw { code: 5 }', 'Error', 'an object was thrown: Object', 1, 7],
    ['throw new (class Odd { message = "own" })()', 'Error', 'Odd: own', 1, 7],
    ['throw new Proxy({}, {})', 'Error', 'a Proxy was thrown', 1, 7],
    ['throw undefined', 'Error', 'undefined', 1, 7],
    ['const e = new Error("first")\nthrow e', 'Error', 'first', 1, 11],
    [
      'class MyError extends Error { name = "MyError" }\nthrow new MyError("m")',
      'MyError',
      'm',
      2,
      7,
    ],
    ['await Promise.reject(new DOMException("gone", "AbortError"))', 'AbortError', 'gone', 1, 22],
  ])('%j is told as it is', async (source, name, message, line, column) => {
    const { outcome } = await record(source);
    expect(outcome).toEqual({
      kind: 'threw',
      error: { name, message, line, column, origin: 'throw' },
    });
  });

  test('a DataView call past the end says which bytes it needed', async () => {
    const { outcome } = await record(
      'const dv = new DataView(new ArrayBuffer(12), 2, 8)\ntry { dv.getInt8(99) } catch {}\ndv.setUint32(5, 1)',
    );
    expect(outcome).toMatchObject({
      kind: 'threw',
      error: {
        line: 3,
        access: { method: 'setUint32', byteOffset: 5, byteSize: 4, viewByteLength: 8 },
      },
    });
  });

  test('another error than the call’s own has no bytes to name', async () => {
    const { outcome } = await record(
      'try { new DataView(new ArrayBuffer(1)).getInt16(0) } catch {}\nthrow new RangeError("mine")',
    );
    expect(outcome).toMatchObject({ kind: 'threw', error: { message: 'mine' } });
    expect(outcome).not.toHaveProperty('error.access');
  });

  test('any truthy last argument reads little-endian, and the record says so', async () => {
    const { memory } = await record('new DataView(new ArrayBuffer(2)).setInt16(0, 1, 1)');
    expect(memory.calls).toMatchObject([{ littleEndian: true }]);
    expect([...(memory.buffers[0]?.bytes ?? [])]).toEqual([1, 0]);
  });

  test('syntax errors are told without running anything', async () => {
    const { outcome } = await record('let a = ;');
    expect(outcome).toMatchObject({
      kind: 'threw',
      error: { name: 'SyntaxError', line: 1, column: 9, origin: 'syntax' },
    });
  });

  test('callbacks and rejections that nobody handled', async () => {
    const run = await record(
      `setTimeout(() => {\n  missing()\n}, 1)\nPromise.reject(new RangeError('no'))\nsetTimeout(() => { throw 42 }, 2)`,
    );
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(
      run.lateErrors.map(({ name, message, line, origin }) => [name, message, line, origin]),
    ).toEqual([
      ['RangeError', 'no', 4, 'rejection'],
      ['ReferenceError', 'missing is not defined', 2, 'throw'],
      ['Error', '42', 5, 'throw'],
    ]);
  });

  test('network and imports get a sentence', async () => {
    expect(
      await printed(
        `await fetch('https://x.test/').catch((e) => console.log(e.message))\nawait import('three').catch((e) => console.log(e.message))\nconsole.log(await (await fetch('data:,ok')).text())`,
      ),
    ).toEqual([
      '"fetch(\\"https://x.test/\\"): the sandbox has no network. Snippets work on bytes they make themselves, on blob: and on data: addresses."',
      '"\\"three\\" cannot be imported: a snippet runs in a sandbox without a network, and there are no other files beside it. Paste the code you need into the editor instead."',
      '"ok"',
    ]);
  });

  test('nothing of Node is there', async () => {
    expect(
      await printed(
        `console.log(typeof process, typeof require, typeof Buffer, typeof global, self === globalThis)`,
      ),
    ).toEqual(['"undefined" "undefined" "undefined" "undefined" true']);
  });

  test('an await that nothing will resolve ends the recording', async () => {
    const run = await record(
      `const u = new Uint8Array(1); console.log('before'); await new Promise(() => {})`,
    );
    expect(run.outcome).toEqual({ kind: 'stopped', by: 'watchdog', line: null });
    expect(rows(run.console)).toEqual(['"before"']);
  });
});

/** Memory in a few characters: `id name length[bytes/written] line`, then the views and calls. */
function sketch({ buffers, views, calls, omittedBuffers }: MemoryState): string[] {
  return [
    ...buffers.map(
      (b) =>
        `${b.id} ${b.name ?? '-'} ${b.byteLength}${b.maxByteLength === null ? '' : `/${b.maxByteLength}`}${b.shared ? ' shared' : ''}${b.detached ? ' detached' : ''} [${b.bytes.join(' ')}] ${b.written.join('')} @${b.line ?? '?'}`,
    ),
    ...views.map(
      (v) =>
        `${v.bufferId}: ${v.kind} ${v.name ?? '-'} ${v.byteOffset}+${v.byteLength}${v.lengthTracking ? ' tracking' : ''} @${v.line ?? '?'}`,
    ),
    ...calls.map(
      (c) =>
        `${c.method}${c.type} ${c.byteOffset} ${c.littleEndian ? 'LE' : 'BE'} @${c.line ?? '?'}`,
    ),
    ...(omittedBuffers > 0 ? [`+${omittedBuffers}`] : []),
  ];
}

describe('the memory state', () => {
  test.each<[string, string, string[]]>([
    [
      'a buffer and a view',
      `const buffer = new ArrayBuffer(4)\nconst u8 = new Uint8Array(buffer)\nu8[1] = 7`,
      ['0 buffer 4 [0 7 0 0] 0100 @1', '0: Uint8Array u8 0+4 @2'],
    ],
    [
      'views over one buffer at offsets',
      `const b = new ArrayBuffer(8), a = new Int16Array(b, 2, 2)\nnew DataView(b, 6)`,
      ['0 b 8 [0 0 0 0 0 0 0 0] 00000000 @1', '0: Int16Array a 2+4 @1', '0: DataView - 6+2 @2'],
    ],
    [
      'values given to a constructor count as written',
      `const a = Uint8Array.of(0, 1), b = new Uint8Array([0, 0]), c = new Uint8Array(2), n = 2, d = new Uint8Array(n)`,
      [
        '0 - 2 [0 1] 11 @1',
        '1 - 2 [0 0] 11 @1',
        '2 - 2 [0 0] 00 @1',
        '3 - 2 [0 0] 00 @1',
        '0: Uint8Array a 0+2 @1',
        '1: Uint8Array b 0+2 @1',
        '2: Uint8Array c 0+2 @1',
        '3: Uint8Array d 0+2 @1',
      ],
    ],
    [
      'DataView calls',
      `const v = new DataView(new ArrayBuffer(6), 1)\nv.setUint16(1, 0)\nv.setInt8(0, -1)\nv.getUint16(\n  1, true)\ntry { v.getInt32(4) } catch {}`,
      [
        '0 - 6 [0 255 0 0 0 0] 011100 @1',
        '0: DataView v 1+5 @1',
        'setUint16Array 2 BE @2',
        'setInt8Array 1 BE @3',
        'getUint16Array 2 LE @4',
      ],
    ],
    [
      'set, fill and copyWithin with zeros',
      `const u = new Uint8Array(8)\nu.set([0, 0], 1); u.fill(0, -2); u.copyWithin(4, 0, 1)`,
      ['0 - 8 [0 0 0 0 0 0 0 0] 01101011 @1', '0: Uint8Array u 0+8 @1'],
    ],
    [
      'subarray and slice',
      `const u = new Uint16Array([1, 2, 3])\nconst s = u.subarray(1)\nconst c = u.slice(2)`,
      [
        '0 - 6 [1 0 2 0 3 0] 111111 @1',
        '1 - 2 [3 0] 11 @3',
        '0: Uint16Array u 0+6 @1',
        '0: Uint16Array s 2+4 @2',
        '1: Uint16Array c 0+2 @3',
      ],
    ],
    [
      'text and blobs',
      `const t = new TextEncoder().encode('a\\0')\nconst b = await new Blob([t]).arrayBuffer()`,
      ['0 - 2 [97 0] 11 @1', '1 b 2 [97 0] 11 @2', '0: Uint8Array t 0+2 @1'],
    ],
    [
      'resizable buffers',
      `const b = new ArrayBuffer(4, { maxByteLength: 8 }), t = new Uint8Array(b, 1), f = new Uint8Array(b, 0, 4)\nb.resize(2)`,
      ['0 b 2/8 [0 0] 00 @1', '0: Uint8Array t 1+1 tracking @1', '0: Uint8Array f 0+0 @1'],
    ],
    [
      'transferred and detached buffers',
      `const b = new ArrayBuffer(2), u = new Uint8Array(b); u[0] = 5\nconst m = b.transfer(3)`,
      ['0 b 0 detached []  @1', '1 m 3 [5 0 0] 100 @2', '0: Uint8Array u 0+0 @1'],
    ],
    [
      'shared memory and Atomics',
      `const s = new SharedArrayBuffer(4), i = new Int32Array(s); Atomics.store(i, 0, 0)`,
      ['0 s 4 shared [0 0 0 0] 1111 @1', '0: Int32Array i 0+4 @1'],
    ],
    [
      'a buffer with neither name nor view is not shown',
      `f(new ArrayBuffer(2)); function f() {}\nconst u = new Uint8Array(1)`,
      ['1 - 1 [0] 0 @2', '1: Uint8Array u 0+1 @2'],
    ],
    [
      'the first name stays',
      `const a = new Uint8Array(1); const b = a; const { buffer } = b`,
      ['0 buffer 1 [0] 0 @1', '0: Uint8Array a 0+1 @1'],
    ],
    [
      'subclasses keep their kind',
      `class Px extends Uint8ClampedArray {}\nconst p = new Px(2); p[0] = 300`,
      ['0 - 2 [255 0] 10 @2', '0: Uint8ClampedArray p 0+2 @2'],
    ],
    [
      'what a later callback wrote',
      `const u = new Uint8Array(1); setTimeout(() => { u[0] = 9 }, 10)`,
      ['0 - 1 [9] 1 @1', '0: Uint8Array u 0+1 @1'],
    ],
    ['nothing', `console.log(1)`, []],
  ])('shows %s', async (_name, source, expected) => {
    const run = await record(source);
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(sketch(run.memory)).toEqual(expected);
  });

  test('is taken when a program throws or is stopped, too', async () => {
    const thrown = await record(`const u = new Uint8Array(1); u[0] = 3; null.x`);
    expect(sketch(thrown.memory)[0]).toBe('0 - 1 [3] 1 @1');
    const stopped = await record(`const u = new Uint8Array(1); u[0] = 4; for (;;);`, 100);
    expect(sketch(stopped.memory)[0]).toBe('0 - 1 [4] 1 @1');
  });

  test('holds the first megabyte of a large buffer', async () => {
    const { memory } = await record(
      `const big = new Uint8Array(3 << 20); big[(1 << 20) - 1] = 1; big[1 << 20] = 2`,
    );
    expect(memory.buffers[0]?.byteLength).toBe(3 << 20);
    expect(memory.buffers[0]?.bytes).toHaveLength(1 << 20);
    expect(memory.buffers[0]?.bytes.at(-1)).toBe(1);
    expect(memory.buffers[0]?.written.at(-1)).toBe(1);
  });

  test('keeps what has a name when a loop makes many buffers', async () => {
    const { memory } = await record(
      `for (let i = 0; i < 1000; i++) new Uint8Array(i)\nconst last = new Uint8Array(2)`,
    );
    expect(memory.views.map((view) => view.name)).toContain('last');
    expect(memory.buffers.length + memory.omittedBuffers).toBe(1001);
  });
});

test('every message of a run that does everything passes the door', async () => {
  // recordRun parses each message, and rejects when one is refused.
  const run = await record(
    `console.log([1, , {}], new Map([[1, 2]]), class A {}, Symbol('x'), 1n, new Error('e'), new Proxy({}, {}));
    console.log({ get a() { return 1 } }, new Float16Array(1), new DataView(new ArrayBuffer(2)), new ArrayBuffer(1), new Blob(['a']), new File([], 'f'));
    console.table([{ a: 1 }]); console.trace(); console.group(); console.clear(); new DataView(new ArrayBuffer(2)).getInt8(0);
    setTimeout(() => { throw 1 }); throw new Error('end')`,
  );
  expect(run.outcome.kind).toBe('threw');
  expect(run.console).toHaveLength(6);
  expect(run.lateErrors).toHaveLength(1);
});

test('the same source is recorded once', () => {
  const recording = {
    source: 'console.log(1)',
    fileName: 'a.js',
    goal: 'script',
    html: null,
  } as const;
  expect(recordRun(recording)).toBe(recordRun({ ...recording }));
});
