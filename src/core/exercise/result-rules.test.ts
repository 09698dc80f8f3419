import { expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import type { Rule } from './access-rules';
import { attemptOf, type Attempt, type Call } from './attempt';
import type { Problem } from './feedback';
import { buffer, call, view, type Argument } from './inputs';
import {
  leaves,
  leavesNamed,
  prints,
  returns,
  returnsBytes,
  returnsView,
  throws,
} from './result-rules';

vi.setConfig({ testTimeout: 60_000 });

async function attempt(source: string, ...args: readonly Argument[]): Promise<Attempt> {
  const probes = [call('f', ...args)];
  const run = await recordRun({ source, fileName: 'f.js', goal: 'module', probes });
  const made = attemptOf(run, probes, []);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made;
}

async function problem(
  rule: Rule<Call>,
  body: string,
  ...args: readonly Argument[]
): Promise<Problem | null> {
  const { calls } = await attempt(`const f = (x, y) => ${body};`, ...args);
  return rule(calls[0]!)?.problem ?? null;
}

test.each<[Parameters<typeof returns>[0], string, Argument]>([
  [8, '2 * x', 4],
  [-0, '-x', 0],
  [NaN, 'x / 0', 0],
  [0.1 + 0.2, 'x + 0.2', 0.1],
  [5n, 'x + 2n', 3n],
  [null, 'x', null],
  [undefined, 'x', undefined],
  ['a"b', 'x', 'a"b'],
  [[1, [2, 'c']], '[1, x]', [2, 'c']],
  [{ a: 1, b: { c: true } }, '({ b: x, a: 1 })', { c: true }],
  [(x) => Number(x) + 1, 'x + 1', 7],
])('returns %o', async (expected, body, arg) => {
  expect(await problem(returns(expected), body, arg)).toBeNull();
});

test.each<[Parameters<typeof returns>[0], string, string, string]>([
  [0, '-0', '0', '-0'],
  [5, '5n', '5', '5n'],
  ['5', '5', '"5"', '5'],
  [null, 'undefined', 'null', 'undefined'],
  [[1, 2], '[1, 2, 3]', '[1, 2]', '[1, 2, 3]'],
  [[1], 'Uint8Array.of(1)', '[1]', 'Uint8Array(1) [1]'],
  [{ a: 1 }, '({ a: 1, b: 2 })', '{ a: 1 }', '{ a: 1, b: 2 }'],
])('tells %o from %s', async (rule, body, expected, found) => {
  expect(await problem(returns(rule), body)).toEqual({ kind: 'value', expected, found });
});

test.each([
  ['x', '0x12345678', '0x78563412'],
  ['-1', '0x12345678', '-0x01'],
  ['String(x)', '0x12345678', '"2018915346"'],
  ['undefined', '0x12345678', 'undefined'],
])('a number that readers see in hexadecimal: %s', async (body, expected, found) => {
  const rule = returns(0x12345678, { hex: true });
  expect(await problem(rule, body, 0x78563412)).toEqual({ kind: 'value', expected, found });
  expect(await problem(rule, '0x12345678')).toBeNull();
});

test('bytes that were returned, of a view or a buffer', async () => {
  const rule = returnsBytes((x) => (x as Uint8Array).toReversed());
  const window = view('x', 'Uint8Array', [1, 2, 3], { before: 2, after: 1 });
  expect(await problem(rule, 'x.toReversed()', window)).toBeNull();
  expect(await problem(rule, 'x.toReversed().buffer', window)).toBeNull();
  expect(await problem(rule, 'x', window)).toMatchObject({
    kind: 'bytes',
    expected: Uint8Array.of(3, 2, 1),
    found: Uint8Array.of(1, 2, 3),
    differing: [0, 2],
    slip: { kind: 'reversed' },
  });
  expect(await problem(rule, 'x.buffer', window)).toMatchObject({
    kind: 'bytes',
    differing: [0, 1, 3, 4, 5],
  });
  expect(await problem(rule, '[3, 2, 1]', window)).toEqual({
    kind: 'type',
    expected: 'ArrayBuffer',
    found: '[3, 2, 1]',
  });
  expect(
    await problem(returnsBytes(new Uint8Array(2), { type: 'DataView' }), 'new Int8Array(2)'),
  ).toMatchObject({
    kind: 'type',
    expected: 'DataView',
  });
});

test('fields: a rule speaks of its own bytes, and knows the slip in them', async () => {
  const rule = returnsBytes(Uint8Array.of(0x12, 0x34, 0x56, 0x78, 9), {
    range: { start: 0, end: 4 },
  });
  expect(await problem(rule, 'Uint8Array.of(0x12, 0x34, 0x56, 0x78, 0)')).toBeNull();
  expect(await problem(rule, 'Uint8Array.of(0x78, 0x56, 0x34, 0x12, 0)')).toMatchObject({
    range: { start: 0, end: 4 },
    differing: [0, 1, 2, 3, 4],
    slip: { kind: 'reversed' },
  });
});

test('the line and the step that wrote the first wrong byte', async () => {
  const source = `function f(x) {
  const bytes = new Uint8Array(x, 1);
  bytes[0] = 7;
  bytes[1] = 9;
}`;
  const { calls } = await attempt(source, buffer('x', 3));
  const finding = leaves(0, Uint8Array.of(0, 7, 8))(calls[0]!);
  expect(finding?.spot).toEqual({ line: 4, step: 2, bufferId: 0, byteOffset: 2 });
  const untouched = leaves(0, Uint8Array.of(1, 7, 9))(calls[0]!);
  expect(untouched?.spot).toEqual({ line: null, step: 2, bufferId: 0, byteOffset: 0 });
});

test('what surrounds a window is part of what is left', async () => {
  const rule = leaves(0, Uint8Array.of(0xa1, 5, 5, 0xa4));
  const window = view('x', 'Uint8Array', [1, 2], { before: 1, after: 1 });
  expect(await problem(rule, 'x.fill(5)', window)).toBeNull();
  expect(await problem(rule, 'new Uint8Array(x.buffer).fill(5)', window)).toMatchObject({
    differing: [0, 3],
  });
});

test.each([
  ['new Uint16Array(x, 2, 3)', null],
  ['new Uint16Array(x.slice(), 2, 3)', { kind: 'view', property: 'buffer' }],
  ['new Uint16Array(x, 4, 3)', { kind: 'view', property: 'byteOffset', expected: 2, found: 4 }],
  ['new Uint16Array(x, 2)', { kind: 'view', property: 'length', expected: 3, found: 4 }],
  ['new Int16Array(x, 2, 3)', { kind: 'type', expected: 'Uint16Array' }],
  ['x', { kind: 'type', found: 'ArrayBuffer(10)' }],
  ['undefined', { kind: 'type', found: 'undefined' }],
])('a view: %s', async (body, expected) => {
  const rule = returnsView({ kind: 'Uint16Array', over: { input: 0 }, byteOffset: 2, length: 3 });
  const found = await problem(rule, body, buffer('x', 10));
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});

test('errors that are asked for, and those that are not', async () => {
  expect(await problem(throws('RangeError'), 'new Uint8Array(-1)')).toBeNull();
  expect(await problem(throws('RangeError'), 'null.x')).toMatchObject({
    kind: 'threw',
    error: { name: 'TypeError' },
  });
  expect(await problem(throws('RangeError'), '5')).toEqual({
    kind: 'no-error',
    expected: 'RangeError',
    found: '5',
  });
  expect(await problem(returns(5), 'null.x')).toMatchObject({ kind: 'threw' });
  const { calls } = await attempt('const f = 5;');
  expect(returns(5)(calls[0]!)?.problem).toEqual({
    kind: 'no-function',
    name: 'f',
    found: 'number',
  });
});

test('what the program itself left and printed', async () => {
  const made = await attempt(
    'const bytes = new Uint8Array(2), buffer = bytes.buffer; bytes[1] = 3;\nconsole.log("a", 1);\nconst f = () => console.log(2);',
  );
  expect(leavesNamed('buffer', Uint8Array.of(0, 3))(made)).toBeNull();
  expect(leavesNamed('buffer', Uint8Array.of(0, 4))(made)?.problem).toMatchObject({
    differing: [1],
  });
  expect(leavesNamed('other', Uint8Array.of(0))(made)?.problem).toMatchObject({
    found: new Uint8Array(0),
  });
  expect(prints([['a', 1]])(made)).toBeNull();
  expect(prints([['a', 2]])(made)).toMatchObject({
    problem: { kind: 'printed', index: 0, expected: '"a" 2', found: '"a" 1' },
    spot: { line: 2 },
  });
  expect(prints([])(made)?.problem).toMatchObject({ expected: null });
});

test('whose buffer a view looks at cannot be told of one that is not held', async () => {
  const lines = Array.from({ length: 63 }, (_, i) => `const b${i} = new ArrayBuffer(1);`);
  const source = `const f = (x) => new Uint8Array(x, 1, 2);\n${lines.join('\n')}`;
  const rule = returnsView({ kind: 'Uint8Array', over: { input: 0 }, byteOffset: 1, length: 2 });
  const { calls } = await attempt(source, buffer('x', 4));
  expect(rule(calls[0]!)?.problem).toEqual({ kind: 'capped' });
});
