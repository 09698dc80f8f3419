import { expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import { atMost, inOrder, none, only, type Rule } from './access-rules';
import { attemptOf, type Attempt } from './attempt';
import { view } from './inputs';
import { allocations, copies, dataView, reads, views, writes } from './pattern';

vi.setConfig({ testTimeout: 60_000 });

/** Two calls of `f` with windows of four bytes, `bytes`, at byteOffset 0 and 2. */
async function attempt(body: string, maxSteps = 1000): Promise<Attempt> {
  const source = `function f(bytes) {\n${body}\n}`;
  const probes = [0, 2].map((before) => ({
    call: 'f',
    inputs: [view('bytes', 'Uint8Array', [1, 2, 3, 4], { before, after: 3 })],
  }));
  const run = await recordRun({ source, fileName: 'f.js', goal: 'module', probes, maxSteps });
  const made = attemptOf(run, probes, []);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made;
}

async function problem(rule: Rule, body: string, index = 1, maxSteps = 1000) {
  const { calls } = await attempt(body, maxSteps);
  return rule(calls[index]!)?.problem ?? null;
}

const at = (start: number, end: number) => ({ start, end });
const RECORD = `const dv = new DataView(bytes.buffer, bytes.byteOffset, 4);
dv.setUint8(0, 9); dv.setUint16(1, 0x1234, true);`;
const both = only(({ probe: { inputs } }) => {
  const input = inputs[0]!;
  const from = input.kind === 'bytes' ? (input.view?.byteOffset ?? 0) : 0;
  return [
    dataView('set', at(from + 1, from + 3), { littleEndian: true, type: 'Uint16Array' }),
    dataView('set', at(from, from + 1)),
  ];
});

test.each([0, 1])('only: each once, in any order, in call %i', async (index) => {
  expect(await problem(both, RECORD, index)).toBeNull();
  expect(
    await problem(both, `bytes.forEach(() => {});${RECORD}`, index),
    'reads are free',
  ).toBeNull();
  expect(await problem(both, `${RECORD} new Uint8Array(9);`, index), 'so is memory').toBeNull();
});

test.each([
  ['twice', `${RECORD} dv.setUint8(0, 9);`],
  ['in another byte order', RECORD.replace(', true', '')],
  ['as another type', RECORD.replace('setUint16', 'setInt16')],
  ['at another place', RECORD.replace('Uint16(1', 'Uint16(2')],
  ['through an index', `${RECORD} bytes[3] = 0;`],
  ['by a built-in', `${RECORD} bytes.fill(0);`],
])('only: not %s', async (_, body) => {
  expect(await problem(both, body)).toMatchObject({
    rule: 'only',
    extra: { kind: 'step' },
    missing: null,
  });
});

test('only: nothing may be missing', async () => {
  expect(await problem(both, RECORD.replace('dv.setUint8(0, 9);', ''))).toMatchObject({
    rule: 'only',
    extra: null,
    missing: { range: at(2, 3) },
  });
});

test('only, in one buffer: what happens in others is free', async () => {
  const one = only([writes({ via: 'index' })], { in: { input: 0 } });
  expect(await problem(one, 'new Uint8Array(4)[1] = 5; bytes[0] = 5;')).toBeNull();
  expect(await problem(one, 'bytes[0] = 5; bytes[0] = 6;')).toMatchObject({
    rule: 'only',
    count: 2,
  });
});

test('only may speak of reads, or of memory that is made', async () => {
  expect(await problem(only([reads({ range: at(2, 3) })]), 'bytes[0]; bytes[1] = 3;')).toBeNull();
  expect(await problem(only([reads({ range: at(2, 3) })]), 'bytes[0]; bytes[1];')).toMatchObject({
    count: 2,
  });
  expect(await problem(only([allocations({ byteLength: 8 })]), 'new Uint32Array(2);')).toBeNull();
});

test.each([
  ['new Uint8Array(bytes.buffer, 1);', false, none(allocations())],
  ['bytes.slice();', true, none(allocations())],
  ['bytes.map((x) => x);', true, none(allocations())],
  ['new ArrayBuffer(8);', false, none(allocations({ byteLength: 9 }))],
  ['bytes.set([1, 2]);', true, none(copies())],
  ['bytes.set([1, 2]);', false, none(copies({ operation: 'fill' }))],
  ['new Uint8Array(1);', false, none(views({ type: 'Float32Array' }))],
  ['new Float32Array(1);', true, none(views({ type: 'Float32Array' }))],
  ['return bytes.subarray(0, 2);', true, none(views({ range: at(2, 4), in: { input: 0 } }))],
  ['return new Uint8Array(2);', true, none(views({ in: 'returned' }))],
  ['return [...bytes];', true, none(reads({ via: 'native' }))],
  ['return bytes[0];', false, none(reads({ via: 'native' }))],
  ['return bytes.length;', false, none(writes(), reads())],
])('none, in %s: %s', async (body, isFound, rule) => {
  expect((await problem(rule, body)) !== null).toBe(isFound);
});

test('at most: the first too many is pointed at', async () => {
  const rule = atMost(2, reads({ in: { input: 0 } }));
  expect(await problem(rule, 'bytes[0] + bytes[1];')).toBeNull();
  expect(await problem(rule, 'bytes[0];\nbytes[1];\nbytes[2];\nbytes[3];')).toMatchObject({
    rule: 'at-most',
    count: 4,
    most: 2,
    extra: { line: 4 },
  });
  const perByte = atMost(
    ({ args: [bytes] }) => (bytes as Uint8Array).length,
    () => writes(),
  );
  expect(await problem(perByte, 'for (const i in bytes) bytes[i] = 0;')).toBeNull();
});

test('in this order, whatever stands between', async () => {
  const rule = inOrder([allocations(), reads(), writes({ via: 'dataview' })]);
  const good = 'const v = new DataView(new ArrayBuffer(2));\nbytes[0]; bytes[1];\nv.setInt8(1, 5);';
  expect(await problem(rule, good)).toBeNull();
  expect(await problem(rule, `bytes[0]; ${good.replace('bytes[0]; bytes[1];', '')}`)).toMatchObject(
    {
      rule: 'in-order',
      missing: { kind: 'read' },
    },
  );
});

test('the program itself has a stretch too, without the inputs of calls', async () => {
  const source = 'const b = new Uint8Array(2);\nb[0] = 1;\nfunction f(bytes) { bytes[0]; }';
  const probes = [{ call: 'f', inputs: [view('bytes', 'Uint8Array', [1])] }];
  const run = await recordRun({ source, fileName: 'f.js', goal: 'module', probes });
  const { program } = attemptOf(run, probes, []) as Attempt;
  expect(only([allocations(), views(), writes()])(program)).toBeNull();
  const alone = await recordRun({
    source,
    fileName: 'f.js',
    goal: 'module',
    probes: [],
    maxSteps: 1,
  });
  const { program: whole } = attemptOf(alone, [], []) as Attempt;
  expect(only([allocations(), writes()])(whole)).toBeNull();
});

/** 40 writes and 40 reads for each call, of which only the first rows are kept. */
const LOOP = 'for (let i = 0; i < 40; i++) bytes[0] = bytes[1] + i;';
test.each<[string, Rule, string | null]>([
  [
    'none of what was not done',
    none(writes({ via: 'dataview' }), copies({ via: 'dataview' })),
    null,
  ],
  ['none of what was done', none(reads()), 'access'],
  ['none of what a count cannot tell', none(reads({ range: at(9, 10) })), 'capped'],
  ['enough', atMost(40, reads()), null],
  ['too many', atMost(39, reads()), 'access'],
  ['perhaps too many', atMost(39, writes({ littleEndian: true })), 'capped'],
  ['only so many', only([reads()]), 'access'],
  ['an order that cannot be told', inOrder([reads(), writes({ range: at(9, 10) })]), 'capped'],
  ['another buffer', none(reads({ in: 'returned' })), null],
])('behind the cap: %s', async (_, rule, kind) => {
  for (const maxSteps of [100, 10]) {
    expect((await problem(rule, LOOP, 1, maxSteps))?.kind ?? null).toBe(kind);
  }
});

test.each<[string, Rule]>([
  ['none', none(writes({ in: { input: 0 } }))],
  ['at most', atMost(9, writes({ in: { input: 0 } }))],
  ['only', only([writes()], { in: { input: 0 } })],
  ['in order', inOrder([writes({ in: { input: 0 } })])],
  ['none, of what was returned', none(writes({ in: 'returned' }))],
])('in a buffer that is not held nobody can tell: %s', async (_, rule) => {
  const lines = Array.from({ length: 63 }, (_, i) => `const b${i} = new ArrayBuffer(1);`);
  const body = `bytes[0] = 5; return bytes; }\n${lines.join('\n')} {`;
  expect(await problem(rule, body)).toEqual({ kind: 'capped' });
});
