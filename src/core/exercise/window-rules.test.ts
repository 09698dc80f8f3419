import { expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import { attemptOf } from './attempt';
import { call, view, type Argument } from './inputs';
import { leavesAround, leavesView } from './window-rules';

vi.setConfig({ testTimeout: 60_000 });

/** What `f(x)` did, for one call with each of these. */
async function attempt(body: string, ...inputs: readonly Argument[]) {
  const probes = inputs.map((input) => call('f', input));
  const source = `const f = (x) => ${body};`;
  const run = await recordRun({ source, fileName: 'f.js', goal: 'module', probes });
  const made = attemptOf(run, probes, []);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made;
}

const window = view('x', 'Uint8Array', [1, 2, 3], { before: 2, after: 1 });
const reversed = leavesView(0, (x) => (x as Uint8Array).toReversed());

test('a reference is given what the view covers, and what lies around it is another rule’s', async () => {
  const { calls } = await attempt('x.reverse()', window);
  expect(reversed(calls[0]!)).toBeNull();
  expect(leavesAround(0)(calls[0]!)).toBeNull();
});

test('a byte is named by its place in the whole buffer', async () => {
  const { calls } = await attempt('x.fill(9, 0, 1)', window);
  expect(reversed(calls[0]!)).toMatchObject({
    problem: { kind: 'bytes', range: { start: 2, end: 5 }, differing: [2, 4] },
    spot: { byteOffset: 2 },
  });
});

test.each([
  ['before it', 'new Uint8Array(x.buffer)[1] = 0', 1],
  ['behind it', 'new Uint8Array(x.buffer)[5] = 0', 5],
])('a change %s is seen', async (_where, body, byte) => {
  const { calls } = await attempt(body, window);
  expect(leavesView(0, (x) => x as Uint8Array)(calls[0]!)).toBeNull();
  expect(leavesAround(0)(calls[0]!)?.problem).toMatchObject({ kind: 'bytes', differing: [byte] });
});

test('a view over all of its buffer has nothing around it', async () => {
  const { calls } = await attempt('x.fill(9)', view('x', 'Uint16Array', [1, 2, 3, 4]));
  expect(leavesAround(0)(calls[0]!)).toBeNull();
});

test('an argument without bytes is a mistake of the exercise', async () => {
  const { calls } = await attempt('x', 5);
  expect(() => leavesAround(0)(calls[0]!)).toThrow(
    'Argument 0 of f has no bytes: make it by view(…) or buffer(…).',
  );
});
