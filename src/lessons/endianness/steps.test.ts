/** The lesson sends readers to steps by number: what they find there, recorded anew. */
import { expect, test } from 'vitest';
import { loadSnippet } from '../../build/snippets';
import { StepMemory } from '../../core/trace/step-memory';
import { memoryText } from '../../i18n/memory';
import { stepFacts, traceNames } from '../../visualizers/memory/step-facts';
import { stepReading } from '../../visualizers/memory/step-sentence';

async function stepsOf(snippet: string): Promise<string[]> {
  const { run } = await loadSnippet('endianness', snippet);
  if (!run?.trace) throw new Error(`${snippet}.js has no recorded steps.`);
  const { trace } = run;
  const memory = new StepMemory(trace);
  const names = traceNames(trace);
  return Array.from({ length: trace.steps }, (_, at) => {
    memory.seek(at + 1);
    const facts = stepFacts(memory, names);
    if (!facts) throw new Error(`${snippet}.js has no step ${String(at + 1)}.`);
    const { span, hex, why } = stepReading(facts, trace.steps, memoryText.en);
    return `${span}: ${hex}, ${why}`;
  });
}

test('both ways: two writes, two reads in their own order, and one in the other', async () => {
  expect(await stepsOf('both-ways')).toEqual([
    'bytes 0–3: 12 34 56 78, written big-endian, high byte first',
    'bytes 4–7: 78 56 34 12, written little-endian, low byte first',
    'bytes 0–3: 12 34 56 78, read big-endian, high byte first',
    'bytes 4–7: 78 56 34 12, read little-endian, low byte first',
    'bytes 4–7: 78 56 34 12, read big-endian, high byte first',
  ]);
}, 60_000);

test('the WAV header: steps 8 and 11 read the same bytes in different orders', async () => {
  const steps = await stepsOf('wav');
  expect(steps[7]).toBe('bytes 24–27: 44 AC 00 00, read big-endian, high byte first');
  expect(steps[10]).toBe('bytes 24–27: 44 AC 00 00, read little-endian, low byte first');
  expect(steps).toHaveLength(12);
}, 60_000);

test.each([
  ['png-width', ['bytes 16–19: 00 00 01 47', 'bytes 20–23: 00 00 00 7D']],
  ['host-order', ['byte 0: 01']],
  ['other-host', ['bytes 0–3: 4E 61 BC 00', 'bytes 0–3: 00 BC 61 4E']],
  ['as-text', ['bytes 0–7: 31 32 33 34 35 36 37 38']],
  ['utf-16', ['bytes 0–1: AC 00', 'bytes 2–3: 00 AC']],
])(
  '%s touches the bytes that the prose quotes',
  async (snippet, quoted) => {
    const touched = (await stepsOf(snippet)).map((step) => step.split(',')[0]);
    for (const bytes of quoted) expect(touched).toContain(bytes);
  },
  60_000,
);
