import { expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import { defineExercise, everyCall } from './exercise';
import { call, view } from './inputs';
import { judge } from './judge';
import { firstFailed } from './verdict';
import { bytesReadAtMost } from './read-rules';

vi.setConfig({ testTimeout: 60_000 });

const exercise = defineExercise({
  probes: [call('f', view('bytes', 'Uint8Array', new Uint8Array(140_000), { before: 8 }))],
  checks: { little: { judge: everyCall(bytesReadAtMost(8, { input: 0 })) } },
  words: { en: { checks: { little: 'Reads at most 8 bytes' }, mistakes: {} } },
});

test.each([
  ['by index', 'return bytes[0] + bytes[1] + bytes[0];', null],
  [
    'by DataView',
    'const view = new DataView(bytes.buffer); return view.getFloat64(8) + view.getUint8(8);',
    9,
  ],
  ['by a built-in', 'return bytes.subarray(0, 9).indexOf(5);', 9],
  ['to copy them', 'return bytes.slice(4, 20);', 16],
  ['from another buffer', 'return new Uint8Array(100).fill(1).slice(0, 50).indexOf(2);', null],
  [
    'more of them than are recorded',
    'let sum = 0; for (let turn = 0; turn < 2; turn++) for (let i = 0; i < bytes.length; i++) sum += bytes[i]; return sum;',
    280_000,
  ],
])('bytes of an input are counted: %s', async (_, body, found) => {
  const source = `function f(bytes) { ${body} }`;
  const run = await recordRun({
    source,
    fileName: 'read.js',
    goal: 'module',
    probes: exercise.probes,
  });
  const problem = firstFailed(judge(exercise, run))?.feedback?.problem ?? null;
  expect(problem).toEqual(found === null ? null : { kind: 'bytes-read', found, most: 8 });
});
