import { expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import { attemptOf } from './attempt';
import type { Finding } from './feedback';
import { call, view, type Argument } from './inputs';
import { all, answersOfWholeBuffers, any } from './recognise';

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

const finding = { problem: { kind: 'unsettled' }, call: null } as unknown as Finding;

test('an answer made of the whole buffers is recognised, and no other', async () => {
  const window = view('x', 'Uint8Array', [1, 2, 3], { before: 2, after: 1 });
  const sum = (x: unknown) => (x as Uint8Array).reduce((a, b) => a + b, 0);
  const asked = [view('x', 'Uint8Array', [1, 2]), window];
  const whole = await attempt('new Uint8Array(x.buffer).reduce((a, b) => a + b, 0)', ...asked);
  const covered = await attempt('x.reduce((a, b) => a + b, 0)', ...asked);
  expect(whole.calls.map(({ result: { outcome } }) => outcome)).toMatchObject([
    { value: { text: '3' } },
    { value: { text: String(0xa1 + 0xa2 + 6 + 0xa6) } },
  ]);
  expect(answersOfWholeBuffers(sum)(finding, whole)).toBe(true);
  expect(answersOfWholeBuffers(sum)(finding, covered)).toBe(false);
});

test('all and any put recognisers together', async () => {
  const made = await attempt('x', 1);
  const [yes, no] = [() => true, () => false];
  expect(all(yes, yes)(finding, made)).toBe(true);
  expect(all(yes, no)(finding, made)).toBe(false);
  expect(any(no, yes)(finding, made)).toBe(true);
  expect(any(no, no)(finding, made)).toBe(false);
});
