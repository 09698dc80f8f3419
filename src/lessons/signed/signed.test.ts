/** The steps that this lesson's prose sends the reader to are what it says they are. */
import { describe, expect, test, vi } from 'vitest';
import { loadSnippet } from '../../build/snippets';
import { StepMemory } from '../../core/trace/step-memory';
import { memoryText } from '../../i18n/memory';
import { stepFacts, traceNames } from '../../visualizers/memory/step-facts';
import { stepReading, stepTitle } from '../../visualizers/memory/step-sentence';

// The first run waits until the realm is bundled.
vi.setConfig({ testTimeout: 60_000 });

async function stepOf(name: string, step: number) {
  const trace = (await loadSnippet('signed', name)).run?.trace;
  if (!trace) throw new Error(`${name}.js has no recording.`);
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
      'Write int8View[2] = −128, byte 2: 128 needs the top bit, which counts negative here, so it reads −128',
    ],
    [
      'lost-number',
      3,
      'Write byte[0] = 44, byte 0: 300 does not fit in eight bits, 44 was stored; the same bytes stood there before',
    ],
    ['lost-number', 4, 'Write pair[0] = 300, bytes 0 to 1: '],
    [
      'wrap-or-clamp',
      10,
      'Write wraps[2] = 4, byte 2: 260 does not fit in eight bits, 4 was stored',
    ],
    [
      'wrap-or-clamp',
      12,
      'Write clamps[2] = 255, byte 2: 260 is above 255, so it was clamped to 255',
    ],
  ])('%s, step %i', async (name, step, says) => {
    expect(await stepOf(name, step)).toBe(says);
  });
});
