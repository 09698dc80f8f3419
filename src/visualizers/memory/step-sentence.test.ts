import { describe, expect, test } from 'vitest';
import { recordRun } from '../../build/record';
import type { ElementKind } from '../../core/bytes/view-kinds';
import { StepMemory } from '../../core/trace/step-memory';
import { lessonTrace, Recording } from '../../core/trace/step-trace.fixture';
import type { Trace } from '../../core/trace/trace';
import { memoryText } from '../../i18n/memory';
import { stepFacts, traceNames } from './step-facts';
import { spokenStep, stepReading, stepTitle } from './step-sentence';

const text = memoryText.en;

function factsOf(trace: Trace, step: number) {
  const memory = new StepMemory(trace);
  memory.seek(step);
  const facts = stepFacts(memory, traceNames(trace));
  if (!facts) throw new Error(`No facts for step ${String(step)}.`);
  return facts;
}
const whyOf = (trace: Trace, step = 1) => stepReading(factsOf(trace, step), trace.steps, text).why;

describe('a step in words', () => {
  test('a write names its element, bytes, value and what else it changed', () => {
    expect(stepReading(factsOf(lessonTrace(), 7), 23, text)).toEqual({
      tag: 'i16',
      family: 'i',
      name: 'i16[1]',
      span: 'bytes 2–3',
      hex: 'FE FF',
      value: '−2',
      why: 'the write also changed u8[2], u8[3] and f32[0]',
    });
    expect(stepTitle(factsOf(lessonTrace(), 7), text)).toBe('Write i16[1] = −2, bytes 2 to 3');
    expect(spokenStep(factsOf(lessonTrace(), 7), 23, text)).toBe(
      'Step 7 of 23, line 16. Write i16[1] = −2, bytes 2 to 3. The write also changed u8[2], u8[3] and f32[0].',
    );
  });

  test('a read says its value and changes nothing', () => {
    const reading = stepReading(factsOf(lessonTrace(), 3), 23, text);
    expect(reading.value).toBe('32767');
    expect(reading.why).toBe('reading changes nothing');
  });

  test('a step whose bytes are in a Blob says what was done with them', async () => {
    const { trace } = await recordRun({
      source: `const blob = new Blob(['abcd']);
const url = URL.createObjectURL(blob.slice(1, 3));
URL.revokeObjectURL(url);
await blob.text();`,
      fileName: 'test.js',
      goal: 'module',
    });
    const readings = Array.from({ length: 5 }, (_, i) => {
      const { name, span, why } = stepReading(factsOf(trace as Trace, i + 1), 5, text);
      return `${name}, ${span}: ${why}`;
    });
    expect(readings).toEqual([
      'new Blob, bytes 0–3: a Blob with a copy of its parts',
      'Blob.slice, bytes 1–2: a Blob for these bytes of another one, none of them is read',
      'createObjectURL, bytes 0–1: the address keeps what it stands for until it is revoked',
      'revokeObjectURL, : the address leads nowhere from now on',
      'Blob.text, bytes 0–3: reads these bytes of the Blob',
    ]);
  });

  test('a DataView call says its byte order', () => {
    expect(stepReading(factsOf(lessonTrace(), 12), 23, text)).toMatchObject({
      tag: 'dv',
      name: 'dv.setFloat32(12)',
      hex: 'CD CC CC 3D',
      why: '0.1 was rounded to the nearest 32-bit float; written little-endian, low byte first; the write also changed u8[12–15], i16[6], i16[7] and f32[3]',
    });
    expect(whyOf(lessonTrace(), 10)).toMatch(/^written big-endian, high byte first; /);
  });

  test.each<[ElementKind, number | bigint, string]>([
    ['Uint8Array', 300, '300 does not fit in eight bits, 44 was stored'],
    ['Uint8Array', -1, 'an unsigned element has no −1, its eight bits read 255'],
    ['Uint16Array', -1, 'an unsigned element has no −1, its 16 bits read 65535'],
    ['Uint8Array', -129, '−129 does not fit in eight bits, 127 was stored'],
    ['Int8Array', 200, '200 needs the top bit, which counts negative here, so it reads −56'],
    ['Int8Array', 300, '300 does not fit in eight bits, 44 was stored'],
    ['Int8Array', -129, '−129 does not fit in eight bits, 127 was stored'],
    ['Uint8Array', 1.9, '1.9 is not whole, its fraction was dropped and 1 was stored'],
    ['Uint8Array', NaN, 'NaN is no integer, 0 was stored'],
    ['Uint32Array', Infinity, 'Infinity is no integer, 0 was stored'],
    ['Uint8ClampedArray', 300, '300 is above 255, so it was clamped to 255'],
    ['Uint8ClampedArray', -5, '−5 is below 0, so it was clamped to 0'],
    ['Uint8ClampedArray', Infinity, 'Infinity is above 255, so it was clamped to 255'],
    ['Uint8ClampedArray', 2.5, '2.5 is halfway, so it went to the even number, 2'],
    ['Uint8ClampedArray', 2.7, '2.7 was rounded to 3'],
    ['Float32Array', 0.1, '0.1 was rounded to the nearest 32-bit float'],
    ['Float32Array', 1e39, '1e+39 is beyond the largest 32-bit float, Infinity was stored'],
    ['Float32Array', 1e-50, '1e−50 is below the smallest 32-bit float, 0 was stored'],
    [
      'BigUint64Array',
      -1n,
      'an unsigned element has no -1n, its 64 bits read 18446744073709551615',
    ],
    [
      'BigUint64Array',
      2n ** 64n + 5n,
      '18446744073709551621n does not fit in 64 bits, 5 was stored',
    ],
    [
      'BigInt64Array',
      2n ** 63n,
      '9223372036854775808n does not fit in 64 bits, −9223372036854775808 was stored',
    ],
    ['Uint8Array', 255, ''],
    ['Float64Array', 0.1, ''],
    ['Float32Array', NaN, ''],
    ['BigInt64Array', -1n, ''],
  ])('%s = %s: "%s"', (kind, value, why) => {
    const recording = new Recording();
    const buffer = recording.buffer('buffer', 8, {
      initial: Uint8Array.of(9, 9, 9, 9, 9, 9, 9, 9),
    });
    recording.view('view', kind, buffer).write(0, value);
    expect(whyOf(recording.trace())).toBe(why);
  });

  test('another value is converted first', () => {
    const recording = new Recording();
    const u8 = recording.view('u8', 'Uint8Array', recording.buffer('buffer', 2));
    u8.write(0, 7, [1, 'u8[0] = "7"'], '"7"');
    expect(whyOf(recording.trace())).toBe('"7" was converted to a number, 7 was stored');
  });

  test('the same bytes, a copy with its source, native code, a new length, a transfer', () => {
    const recording = new Recording();
    const from = recording.buffer('from', 8);
    const to = recording.buffer('to', 8, { maxByteLength: 16 });
    const u8 = recording.view('u8', 'Uint8Array', to);
    u8.write(0, 0);
    recording.range('copy', to, u8.id, 2, [1, 2], 'set', [2, 'u8.set(other, 2)'], {
      bufferId: from,
      start: 4,
    });
    recording.range('host', to, null, 6, [9], '');
    recording.resize(to, 16);
    recording.resize(to, 4);
    recording.detach(to, 'structuredClone');
    const trace = recording.trace();
    expect(whyOf(trace, 1)).toBe('the same bytes stood there before');
    expect(whyOf(trace, 2)).toBe('by set; from bytes 4 to 5 of from');
    expect(stepTitle(factsOf(trace, 2), text)).toBe('Copy into u8[2–3], bytes 2 to 3');
    expect(whyOf(trace, 3)).toBe(
      'changed by native code between steps 2 and 4; this changed u8[6]',
    );
    expect(whyOf(trace, 4)).toBe('grew by 8 bytes, the new ones are 0');
    expect(stepTitle(factsOf(trace, 5), text)).toBe('Resize to from 16 bytes to 4 bytes');
    expect(whyOf(trace, 5)).toBe('shrank by 12 bytes, what stood there is gone');
    expect(whyOf(trace, 6)).toBe(
      'structuredClone moved its bytes to a new owner, every view over it has length 0',
    );
  });
});
