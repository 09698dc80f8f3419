/** What this lesson says beyond its console: steps that the prose sends the reader to, and the table cell by cell. */
import { describe, expect, test, vi } from 'vitest';
import { loadSnippet } from '../../build/snippets';
import { tableRows } from '../../components/bench/console/ConsoleTable';
import { StepMemory } from '../../core/trace/step-memory';
import { memoryText } from '../../i18n/memory';
import { stepFacts, traceNames } from '../../visualizers/memory/step-facts';
import { stepReading, stepTitle } from '../../visualizers/memory/step-sentence';

// The first run waits until the realm is bundled.
vi.setConfig({ testTimeout: 60_000 });

async function recordingOf(name: string) {
  const { run } = await loadSnippet('signed', name);
  if (!run?.trace) throw new Error(`${name}.js has no recording.`);
  return { trace: run.trace, console: run.console };
}

async function stepOf(name: string, step: number) {
  const { trace } = await recordingOf(name);
  const memory = new StepMemory(trace);
  memory.seek(step);
  const facts = stepFacts(memory, traceNames(trace));
  if (!facts) throw new Error(`${name}.js has no step ${step}.`);
  const title = stepTitle(facts, memoryText.en);
  return `${title}: ${stepReading(facts, trace.steps, memoryText.en).why}`;
}

describe('the steps that the prose names', () => {
  test.each([
    ['brighten', 6, 'Write pixels[2] = 4, byte 2: 260 does not fit in eight bits, 4 was stored'],
    ['nine-bits', 3, 'Write bytes[2] = 44, byte 2: 300 does not fit in eight bits, 44 was stored'],
    [
      'ranges',
      5,
      'Write int8View[2] = −128, byte 2: 128 needs the top bit, which is the sign here, so it reads −128',
    ],
    [
      'lost-number',
      3,
      'Write byte[0] = 44, byte 0: 300 does not fit in eight bits, 44 was stored; the same bytes stood there before',
    ],
    ['lost-number', 4, 'Write pair[0] = 300, bytes 0 to 1: '],
    [
      'wrap-or-clamp',
      11,
      'Write wraps[2] = 4, byte 2: 260 does not fit in eight bits, 4 was stored',
    ],
    [
      'wrap-or-clamp',
      13,
      'Write clamps[2] = 255, byte 2: 260 is above 255, so it was clamped to 255',
    ],
  ])('%s, step %i', async (name, step, says) => {
    expect(await stepOf(name, step)).toBe(says);
  });
});

test('every cell of the table of conversions', async () => {
  const { console } = await recordingOf('conversions');
  const preview = console[0]?.values[0];
  const table = preview && tableRows(preview);
  expect(table?.columns).toEqual(['value', 'u8', 'i8', 'u8c', 'u16', 'i16', 'u32', 'i32']);
  expect(table?.rows.map(({ cells }) => [...cells.values()].join(' '))).toEqual([
    '-1 255 -1 0 65535 -1 4294967295 -1',
    '128 128 -128 128 128 128 128 128',
    '255 255 -1 255 255 255 255 255',
    '256 0 0 255 256 256 256 256',
    '300 44 44 255 300 300 300 300',
    '-128 128 -128 0 65408 -128 4294967168 -128',
    '-129 127 127 0 65407 -129 4294967167 -129',
    '2.5 2 2 2 2 2 2 2',
    '-1.9 255 -1 0 65535 -1 4294967295 -1',
    'NaN 0 0 0 0 0 0 0',
    '10000000000 0 0 255 58368 -7168 1410065408 1410065408',
  ]);
});
