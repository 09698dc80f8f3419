import { describe as inOrder, expect, test, vi } from 'vitest';
import type { Probe, ProbeInput, ProbeResult } from '../core/exercise/probe';
import { recordRun, type RecordedRun } from './record';

// A recording is a thread of its own, and most of its time is waiting.
const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

const plain = (value: number | string | undefined): ProbeInput => ({ kind: 'plain', value });
const window = (bytes: number[], byteOffset: number, length: number): ProbeInput => ({
  kind: 'bytes',
  name: 'bytes',
  bytes: Uint8Array.from(bytes),
  view: { kind: 'Uint8Array', byteOffset, length },
});

const run = (source: string, probes: readonly Probe[], more = {}): Promise<RecordedRun> =>
  recordRun({ source, fileName: 'probed.js', goal: 'module', guardMs: 20_000, probes, ...more });

async function results(source: string, probes: readonly Probe[]): Promise<readonly ProbeResult[]> {
  const done = await run(source, probes);
  expect(done.outcome.kind).toBe('finished');
  return done.probes ?? [];
}

const returned = (result: ProbeResult | undefined) =>
  result?.outcome.kind === 'returned' ? result.outcome : null;

describe('probes', () => {
  test.each([
    ['a declaration', 'function twice(n) { return 2 * n; }'],
    ['a constant', 'const twice = (n) => 2 * n;'],
    ['a let that was assigned last', 'let twice; twice = (n) => 2 * n; // end'],
    ['an export', 'export default function twice(n) { return 2 * n; }'],
    [
      'a name like the parameter of the accessor',
      'const $b = 1, name = 2; const twice = (n) => $b * name * n',
    ],
  ])('reach %s', async (_, source) => {
    const [first, second] = await results(source, [
      { call: 'twice', inputs: [plain(4)] },
      { call: 'twice', inputs: [plain(-0)] },
    ]);
    expect(returned(first)?.value).toEqual({ kind: 'primitive', type: 'number', text: '8' });
    expect(returned(second)?.value).toMatchObject({ text: '-0' });
  });

  test('reach functions of a script', async () => {
    const done = await run('const twice = (n) => 2 * n;', [{ call: 'twice', inputs: [plain(4)] }], {
      goal: 'script',
    });
    expect(returned(done.probes?.[0])?.value).toMatchObject({ text: '8' });
  });

  test('say when there is no such function', async () => {
    const found = await results('const taken = 5;', [
      { call: 'taken', inputs: [] },
      { call: 'missing', inputs: [] },
    ]);
    expect(found.map(({ outcome }) => outcome)).toEqual([
      { kind: 'no-function', found: 'number' },
      { kind: 'no-function', found: 'undefined' },
    ]);
  });

  test('are a stretch of the trace each, with the learner’s lines, names and buffers', async () => {
    const source = `
function fill(bytes) {
  for (let i = 0; i < bytes.length; i++) bytes[i] = i + 1;
  return bytes.subarray(1);
}
fill(new Uint8Array(2));`;
    const probes = [window([9, 9, 9, 9, 9], 1, 3), window([], 0, 0)].map((input) => ({
      call: 'fill',
      inputs: [input],
    }));
    const { trace, probes: found } = await run(source, probes);
    expect(found?.map(({ from, to }) => [from.steps, to.steps])).toEqual([
      [2, 5],
      [5, 5],
    ]);
    const [first] = found ?? [];
    expect(first?.inputs[0]?.bytes).toEqual(Uint8Array.of(9, 1, 2, 3, 9));
    expect(returned(first)?.bytes).toEqual(Uint8Array.of(2, 3));
    expect(returned(first)?.value).toMatchObject({
      kind: 'typed-array',
      byteOffset: 2,
      bufferId: first?.inputs[0]?.bufferId,
    });
    expect(trace?.views[first?.from.views ?? 0]).toMatchObject({ byteOffset: 2, line: 4 });
    expect(first?.to.buffers).toBe(first?.from.buffers);
    expect(trace?.buffers[first?.inputs[0]?.bufferId ?? 0]).toMatchObject({ filled: true });
  });

  test('make objects, lists and views of every kind', async () => {
    const [list, view] = await results(
      `function show(x) { return JSON.stringify(x) + Array.isArray(x); }
       function kind(x) { return Object.prototype.toString.call(x) + x.byteLength; }`,
      [
        {
          call: 'show',
          inputs: [
            {
              kind: 'list',
              items: [plain(1), { kind: 'object', entries: [{ key: 'a', value: plain('b') }] }],
            },
          ],
        },
        {
          call: 'kind',
          inputs: [
            {
              kind: 'bytes',
              name: null,
              bytes: new Uint8Array(9),
              view: { kind: 'DataView', byteOffset: 3, length: 5 },
            },
          ],
        },
      ],
    );
    expect(returned(list)?.value).toMatchObject({ text: '[1,{"a":"b"}]true' });
    expect(returned(view)?.value).toMatchObject({ text: '[object DataView]5' });
  });

  test('wait for promises, but not for ever', async () => {
    const found = await results(
      `async function late(n) { await null; if (n === 0) throw new RangeError('none'); return n; }
       const never = () => new Promise(() => {});`,
      [
        { call: 'late', inputs: [plain(3)] },
        { call: 'late', inputs: [plain(0)] },
        { call: 'never', inputs: [] },
        { call: 'late', inputs: [plain(4)] },
      ],
    );
    expect(found.map(({ outcome }) => outcome.kind)).toEqual([
      'returned',
      'threw',
      'unsettled',
      'returned',
    ]);
  });

  test('wait in vain once, not as often as there are calls', async () => {
    const found = await results(
      `const never = () => new Promise(() => {});
       const slow = () => new Promise((resolve) => setTimeout(resolve, 200));
       const soon = async () => 1;`,
      [
        { call: 'slow', inputs: [] },
        { call: 'never', inputs: [] },
        { call: 'slow', inputs: [] },
        { call: 'soon', inputs: [] },
      ],
    );
    expect(found.map(({ outcome }) => outcome.kind)).toEqual([
      'returned',
      'unsettled',
      'unsettled',
      'returned',
    ]);
  });

  test('go on behind a call that throws', async () => {
    const [first, second] = await results('\nconst at = (v, i) => v.getUint16(i);', [
      { call: 'at', inputs: [plain('x'), plain(0)] },
      {
        call: 'at',
        inputs: [
          {
            kind: 'bytes',
            name: 'v',
            bytes: Uint8Array.of(1, 2),
            view: { kind: 'DataView', byteOffset: 0, length: 2 },
          },
          plain(0),
        ],
      },
    ]);
    expect(first?.outcome).toMatchObject({ kind: 'threw', error: { name: 'TypeError', line: 2 } });
    expect(returned(second)?.value).toMatchObject({ text: '258' });
  });

  test('are not made when the program throws, and end with the guard', async () => {
    const threw = await run('function f() {} throw new Error("x");', [{ call: 'f', inputs: [] }]);
    expect(threw.outcome.kind).toBe('threw');
    expect(threw.probes).toBeNull();
    const stuck = await run(
      'function f(n) { while (n) {} }',
      [
        { call: 'f', inputs: [plain(0)] },
        { call: 'f', inputs: [plain(1)] },
      ],
      { guardMs: 100 },
    );
    expect(stuck.outcome).toMatchObject({ kind: 'stopped', by: 'guard', line: 1 });
    expect(stuck.probes).toHaveLength(1);
  });

  test('may be many: each call has buffers of its own', async () => {
    const probes = Array.from({ length: 20 }, (_, i) => ({
      call: 'copy',
      inputs: [window([i, 0], 0, 2)],
    }));
    const found = await results('const copy = (bytes) => bytes.slice();', probes);
    expect(
      found.every(({ outcome }) => outcome.kind === 'returned' && outcome.viewId !== null),
    ).toBe(true);
    expect(found.every(({ inputs: [input] }) => input?.bufferId !== null)).toBe(true);
    expect(found.at(-1)?.to.omitted).toBe(0);
  });

  test('do not print into the program’s console', async () => {
    const done = await run('console.log("own"); const f = () => console.log("probed");', [
      { call: 'f', inputs: [] },
    ]);
    expect(done.console).toHaveLength(1);
    expect(done.omittedConsole).toBe(0);
  });

  test('are made with natives that the program cannot replace', async () => {
    const [only] = await results(
      `Uint8Array = Map; Array.prototype.push = null; Object.prototype.probes = [];
       Array.prototype[Symbol.iterator] = null;
       function length(bytes) { return bytes.length; }`,
      [{ call: 'length', inputs: [window([1, 2, 3], 1, 2)] }],
    );
    expect(returned(only)?.value).toMatchObject({ text: '2' });
  });

  test('count to the end where the recording has reached its cap', async () => {
    const { probes, trace } = await run(
      'function f(bytes) { for (let i = 0; i < 100; i++) bytes[0] = i; }',
      [window([0], 0, 1), window([0], 0, 1)].map((input) => ({ call: 'f', inputs: [input] })),
      { maxSteps: 150 },
    );
    expect(trace?.steps).toBe(150);
    expect(probes?.map(({ from, to }) => [from.counts?.unrecorded, to.counts?.unrecorded])).toEqual(
      [
        [undefined, undefined],
        [undefined, 50],
      ],
    );
  });
});
