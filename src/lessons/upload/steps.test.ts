/** What the lesson says of steps: where the file is read, and where it is not. */
import { expect, test } from 'vitest';
import { loadSnippet } from '../../build/snippets';
import { siteLine } from '../../core/trace/selectors';
import { stepAt } from '../../core/trace/trace';

async function stepsOf(snippet: string) {
  const { run } = await loadSnippet('upload', snippet);
  if (!run?.trace) throw new Error(`${snippet}.js has no recorded steps.`);
  const { trace } = run;
  return Array.from({ length: trace.steps }, (_, i) => {
    const { kind, range } = stepAt(trace, i + 1);
    return { kind, line: siteLine(trace, i + 1), start: range.start, end: range.end };
  });
}

test('slices are cut in the loop, and the file is read once, behind it', async () => {
  const steps = await stepsOf('cut');
  expect(steps.filter(({ kind, line }) => kind === 'blob' && line === 6)).toHaveLength(3);
  expect(steps.filter(({ kind }) => kind === 'blobread')).toEqual([
    { kind: 'blobread', line: 11, start: 204_800, end: 250_000 },
  ]);
}, 60_000);

test('what changes hands is detached, in line 7', async () => {
  const steps = await stepsOf('moved');
  expect(steps.filter(({ kind }) => kind === 'detach')).toMatchObject([{ line: 7 }]);
}, 60_000);
