import { describe, expect, test } from 'vitest';
import { QuietHook } from './hooks.fixture';
import { instrument, originalPlace } from './index';
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
  override K(
    count: number,
    object: unknown,
    reads: readonly number[],
    writes: readonly number[],
  ): void {
    const name = this.#names.get(object);
    if (name === undefined) return;
    for (let i = 0; i < reads.length; i++) this.#count(count, name, false);
    for (let i = 0; i < writes.length; i++) this.#count(count, name, true);
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

/** Records nothing, and has a guard that stops the program soon. */
class StoppedLogger extends Logger {
  #asked = 0;

  override g(): number {
    if (++this.#asked > 14) throw new Error('stopped');
    return 2;
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
  const rewritten = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
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
    [
      'updates and chains in parameters',
      'const a = make(3), o = { a }; ((x = a[0]++, { [a[2]]: y = (o?.a[1] ?? 0) } = {}) => [x, y])()',
      'ra0 wa0 ra2 ra1',
    ],
    [
      'compound and logical stores in class fields',
      'const a = make(3), o = { a }; new (class { x = (a[0] += a[1]); y = (o.a[0] ??= 1); z = ++a[2] })()',
      'ra0 ra1 wa0 ra0 ra2 wa2',
    ],
    [
      'spread in an object, and the rest of one',
      'const a = make(2); ({ ...a }); const { ...b } = a',
      'ra0 ra1 ra0 ra1',
    ],
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

describe('the places of accesses', () => {
  const sitesOf = (source: string): readonly string[] => {
    const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
    if (result.kind === 'syntax') throw new Error(result.error.message);
    expect(result.sites[0]).toEqual({ line: 0, column: 0, text: '' });
    return result.sites.slice(1).map(({ line, column, text }) => `${line}:${column} ${text}`);
  };

  test('the statement as written, on one line', () => {
    expect(sitesOf('let x;\n  x =\n    a[0] +  b[1]; a[2]++')).toEqual([
      '3:5 x = a[0] + b[1];',
      '3:13 x = a[0] + b[1];',
      '3:19 a[2]++',
    ]);
  });

  test('the head’s expression where the statement goes on', () => {
    const source =
      'for (let i = a[0]; i < a[1]; i += a[2]) { if (a[3]) { b[i] } }\nwhile (a[4]) switch (a[5]) {}';
    expect(sitesOf(source)).toEqual([
      '1:14 let i = a[0]',
      '1:24 i < a[1]',
      '1:35 i += a[2]',
      '1:47 a[3]',
      '1:55 b[i]',
      '2:8 a[4]',
      '2:22 a[5]',
    ]);
  });

  test('a parameter, a field, an arrow, what is iterated', () => {
    const source = 'const f = (x = a[0]) => x[1];\nclass A { y = a[2] }\nfor (const v of a) ;';
    expect(sitesOf(source)).toEqual([
      '1:25 const f = (x = a[0]) => x[1];',
      '1:16 x = a[0]',
      '2:15 y = a[2]',
      '3:17 a',
    ]);
  });

  test('long texts are cut', () => {
    const [site] = sitesOf(`a[0] = ${'1 + '.repeat(60)}1`);
    expect(site?.length).toBe('1:1 '.length + 120);
    expect(site?.endsWith('…')).toBe(true);
  });

  test('an error in a twin is found on the learner’s line', () => {
    const source =
      'const a = [1, 2];\nfor (let i = 0; i < 2; i++) {\n  a[i]; // why\n  null.x;\n}\n';
    const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
    if (result.kind === 'syntax') throw new Error(result.error.message);
    const { code, columns } = result;
    const lines = code.split('\n');
    const column = (lines[4] ?? '').indexOf('null.x') + 1;
    expect(column).toBeGreaterThan(0);
    expect(originalPlace(columns, 5, column)).toEqual({ line: 4, column: 3 });
  });
});

describe('what natives are told', () => {
  const code = (source: string): string => {
    const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
    return result.kind === 'syntax' ? result.error.message : result.code;
  };

  test.each([
    ['the site, behind the arguments', 'u8.fill(x)', 'u8.fill(($b.s=1,x));'],
    [
      'when the argument itself calls',
      'd.getInt8(f())',
      'let $b1;d.getInt8(($b1=f(),$b.s=1,$b1));',
    ],
    ['where there is no argument', 'u8.reverse()', ';($b.s=1,u8).reverse();'],
    ['behind an object that calls', 'f().sort()', 'let $b1;;($b1=f(),$b.s=1,$b1).sort();'],
    ['at a constructor', 'new Uint8Array(b)', '$b.v(new Uint8Array($b.a(($b.s=1,b))),1);'],
    ['for a method by a key', 'd["get" + n](0)', 'd[$b.R(d,"get" + n,2)](($b.s=1,0));'],
    ['for functions', 'structuredClone(x)', 'structuredClone(($b.s=1,x));'],
    ['not for others', 'list.push(x)', 'list.push(x);'],
  ])('%s', (_, source, expected) => {
    expect(code(source).replace(/\$b\.Z\(\d+\);/, '')).toBe(expected);
  });

  test.each([
    ['f()', true],
    ['const x = f(a), y = 1', true],
    ['new F()', true],
    ['await x', true],
    ['u8.fill(0)', true],
    ['f`x`', true],
    ['export const z = f()', true],
    ['x = 1', false],
    ['console.log(Math.max(x), String(y))', false],
    ['d.getUint8(0)', false],
    ['const g = () => f()', false],
    ['const u8 = new Uint8Array(4)', false],
    ['const mix = (a, b) => a ^ b; x = mix(1, 2)', false],
    ['if (x) f()', false],
  ])('%s is followed by a look at memory: %s', (source, expected) => {
    expect(/\$b\.Z\(\d+\)/.test(code(source))).toBe(expected);
  });
});

describe('the twin of a hot loop', () => {
  const recorded = (source: string): { code: string; hookName: string } => {
    const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
    if (result.kind === 'syntax') throw new Error(result.error.message);
    return result;
  };
  const twinOf = (source: string): string => {
    const result = recorded(source);
    const twin = /if\(\$b1\)(.*)\}$/.exec(result.code)?.[1] ?? '';
    return twin.replace(/if\(--\$bk<1\)\$bk=\$b\.g\(1\)\+1;/g, '');
  };

  test('counts a run of accesses by one increment', () => {
    const source = 'const a = f(); for (let i = 0; i < 9; i++) { a[i] = 255 - a[i + 1] }';
    expect(twinOf(source)).toBe(
      '{let $bc1=0;try{do{ $bc1++;a[i] = 255 - a[i + 1]; }while(i++,i < 9);}' +
        'finally{$b.K($bc1,a,[3],[2]);}}',
    );
  });

  test('has its turns counted by the guard, where that counts no other loop', () => {
    const source = 'const a = f(); for (let i = 0; i < n; i++) { a[i] = 255 - a[i + 1] }';
    expect(twinOf(source)).toBe(
      '{let $bt1=0;try{$bt1=$bk+1;do{if($bk===0)$bk=$b.g(1)+1,$bt1+=$bk;do{ a[i] = 255 - a[i + 1]; }' +
        'while((i++,i < n)&&--$bk!==0);}while($bk===0);}' +
        'finally{$b.K($bt1-($bk||1),a,[3],[2]);}}',
    );
  });

  // 17 turns come before the guard is asked, then 3 at a time.
  test.each([
    ['is left by a break', 'while (true) { a[i & 1] = i; if (++i > 40) break }', 41],
    ['goes on by continue', 'while (i < 41) { a[i & 1] = i; if (++i > 20) continue; b++ }', 41],
    ['is left by its condition', 'for (; i < 17; i++) { a[i & 1] = i }', 17],
    ['is left by an error', 'while (true) { a[i & 1] = i; if (++i > 20) throw 1 }', 21],
    ['makes one turn', 'do { a[i & 1] = i; i++ } while (i < 0)', 1],
    ['is stopped by its guard', 'while (true) { a[i & 1] = i; i++ }', 17 + 14 * 3],
    ['holds a loop', 'while (i < 5) { a[0] = i; for (let k = i; k < 9; k++) b++; i++ }', 5],
  ])('has exact totals when it %s', (_, loop, turns) => {
    const source = `const a = make(2); let i = 0, b = 0; ${loop}`;
    const result = recorded(source);
    const logger = new StoppedLogger(0);
    const array = logger.make(2);
    run(result.code, result.hookName, () => array, logger);
    expect(logger.totals.get('wa')).toBe(turns);
    expect(Math.max(...array)).toBe(Math.max(1, turns - 1));
  });

  test.each([
    ['for (let k = 0; k < 2; k++) row[k] = i;', 80],
    ['for (const k of [0, 1]) row[k | 0] = i;', 80],
    ['for (let k = 0; k < 2; k++) { if (k) row[k | 0] = i }', 40],
  ])(
    'has exact totals of what an inner loop alone holds, while the outer is asked: %s',
    (inner, writes) => {
      const source = `const a = make(2), n = 40; for (let i = 0; i < n; i++) { const row = i < 0 ? [] : a; ${inner} }`;
      const result = recorded(source);
      const logger = new Logger(0);
      const array = logger.make(2);
      run(result.code, result.hookName, () => array, logger);
      expect(logger.totals.get('wa')).toBe(writes);
      expect(array[1]).toBe(39);
    },
  );

  test('asks for each access where the object or the key is not settled', () => {
    expect(twinOf('for (let i = 0; i < 9; i++) { a[i] = 1; n += b[k] }')).toContain(
      'a[$b.Q(a,i,1,true)] = 1; n += b[$b.Q(b,k,2,false)];',
    );
  });

  test('of an iteration stands beside the recorded body', () => {
    const result = instrument('for (const x of a) n += x', {
      goal: 'module',
      fileName: 'x.js',
      record: 'full',
    });
    expect(result.kind === 'instrumented' && result.code).toBe(
      'let $b1,$b2;let $bk=17;{let $bc1=0;try{for (const x of ($b2=0,$b1=a)) {' +
        'if($b.o){{if(--$bk<1)$bk=$b.g(1)+1;$b.E($b1,$b2++,1);n += x;}}' +
        'else{{if(--$bk<1)$bk=$b.g(1)+1;$bc1++;n += x;}}}' +
        '}finally{$b.K($bc1,$b1,[1],[]);}}',
    );
  });

  test.each([
    ['for (let i = 0; i < n; i++) { for (let k = 0; k < 1024; k++) a[k] = i }', 1],
    ['for (const i of b) { for (let k = 0; k < 9; k++) a[k] = i }', 1],
    ['for (let i = 0; i < n; i++) { for (let k = 0; k < 9999; k++) a[k] = i }', 2],
    [
      'for (let i = 0; i < n; i++) { for (let k = 0; k < 9; k++) for (let m = 0; m < n; m++) a[m] = k }',
      3,
    ],
    ['for (let k = 0; k < 9; k++) a[k] = k', 1],
  ])('is not made for a short loop inside one that looks: %s', (source, looks) => {
    const result = recorded(source);
    expect(result.code.split('$b.o)')).toHaveLength(looks + 1);
  });

  test('is not made where the text may not be there twice, nor for nothing', () => {
    const without = [
      'for (let i = 0; i < 9; i++) { fs.push(() => a[i]) }',
      'for (let i = 0; i < 9; i++) { await a[i] }',
      'while (x) t`${a[0]}`',
      'while (x) { class A { y = a[0] } }',
      'while (x) x--',
      'for await (const x of a) b[x]++',
      'for (const x of [1, 2]) x',
    ];
    for (const source of without) {
      const result = instrument(source, { goal: 'module', fileName: 'x.js', record: 'full' });
      expect(result.kind === 'instrumented' && result.code.includes('.o)'), source).toBe(false);
    }
  });
});
