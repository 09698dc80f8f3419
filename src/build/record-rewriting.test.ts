import { expect, test, vi } from 'vitest';
import { recordRun, type RecordedRun } from './record';

vi.setConfig({ testTimeout: 60_000 });

/** With so few accesses to record, hot loops go on in their unrecorded twin. */
const record = (source: string, maxSteps = 4): Promise<RecordedRun> =>
  recordRun({ source, fileName: 'test.js', goal: 'module', guardMs: 20_000, maxSteps });

const thrown = ({ outcome }: RecordedRun): unknown =>
  outcome.kind === 'threw'
    ? [outcome.error.message, outcome.error.line, outcome.error.column]
    : outcome;

test.concurrent(
  'an error in a loop’s unrecorded twin stands where the learner wrote it',
  async () => {
    const run = await record(`const a = new Uint8Array(9);
for (let i = 0; i < 9; i++) {
  a[i] = i;
  if (i === 7)
    missing(a[i]);
}`);
    expect(thrown(run)).toEqual(['missing is not defined', 5, 5]);
  },
);

test.concurrent('so does one in the head of a loop whose guard stands outside', async () => {
  const run = await record(`let n = 0;
for (
  let i = 0;
  i < (n < 40 ? 99 : n.a.b);
  i++
) n++;`);
  expect(thrown(run)).toEqual(["Cannot read properties of undefined (reading 'b')", 4, 26]);
});

test.concurrent('a line in the console is the learner’s too', async () => {
  const run = await record(`const a = new Uint8Array(9);
let n = 0;
while (n < 9) {
  a[n] = n++;
  if (n === 8)
    console.log(new Error('here'));
  a[0]++;
}`);
  expect(run.console.map(({ values }) => values)).toMatchObject([
    [{ kind: 'error', message: 'here', line: 6 }],
  ]);
});
