import { describe, expect, test } from 'vitest';
import type { ViewKind } from '../../core/bytes/view-kinds';
import { StepMemory } from '../../core/trace/step-memory';
import { oneRange } from '../../core/trace/step-trace.fixture';
import { layoutOf } from './layout';
import { memoryText } from '../../i18n/memory';
import { stepFacts, traceNames } from './step-facts';
import { stepReading } from './step-sentence';

function alsoOf(kinds: readonly ViewKind[], byteLength: number, after: Uint8Array) {
  const trace = oneRange(kinds, byteLength, after);
  const memory = new StepMemory(trace);
  memory.seek(1);
  return stepFacts(memory, traceNames(trace))?.also;
}

/** Longer than any row can truly say: what a hostile realm would write. */
const ENDLESS = 0xffffffff;

describe('what a step changed in other lanes', () => {
  test('neighbours are one group, two of them are named each', () => {
    expect(
      alsoOf(['Uint32Array', 'Uint8Array', 'Int16Array'], 8, Uint8Array.of(1, 2, 0, 3)),
    ).toEqual(['v1[0]', 'v1[1]', 'v1[3]', 'v2[0]', 'v2[1]']);
    const later = new Uint8Array(24).fill(1, 9, 20);
    expect(alsoOf(['Uint8Array', 'Uint32Array', 'Float64Array'], 24, later)).toEqual([
      'v1[2–4]',
      'v2[1]',
      'v2[2]',
    ]);
  });

  test('a fill that changes every fourth byte of a large buffer names as many as are read', () => {
    const after = new Uint8Array(1 << 18);
    for (let at = 0; at < after.length; at += 4) after[at] = 1;
    const also = alsoOf(['Uint32Array', 'Uint8Array', 'Int8Array'], after.length, after);
    expect(also).toHaveLength(8);
    const trace = oneRange(['Uint32Array', 'Uint8Array', 'Int8Array'], after.length, after);
    const memory = new StepMemory(trace);
    memory.seek(1);
    const facts = stepFacts(memory, traceNames(trace));
    expect(facts?.alsoMore).toBe(true);
    expect(facts && stepReading(facts, 1, memoryText.en).why).toMatch(/, v1\[16\] and others$/);
    expect(also?.slice(0, 2)).toEqual(['v1[0]', 'v1[4]']);
    expect(alsoOf(['Uint32Array', 'Float32Array'], after.length, after)).toEqual(['v1[0–65535]']);
  });

  test('goes by the bytes that are kept, not by the length of the row', () => {
    expect(alsoOf(['Uint32Array', 'Uint8Array'], ENDLESS, Uint8Array.of(0, 7))).toEqual(['v1[1]']);
    const { written } = layoutOf(oneRange(['Uint8Array'], ENDLESS, Uint8Array.of(0, 7)))
      .buffers[0]!;
    expect(written.indexOf(0)).toBe(2);
  });
});
