import { describe, expect, test } from 'vitest';
import { KIND, NO_VIEW } from '../../core/trace/rows';
import type { Trace } from '../../core/trace/trace';
import { writeTrace, type TraceWriter } from '../../core/trace/trace-writer';
import { MAX_COLUMNS, ROWS, stepAtX, timelineModel, xOfStep } from './model';

function traceOf(sizes: readonly number[], write: (writer: TraceWriter) => void): Trace {
  return writeTrace(
    {
      buffers: sizes.map((byteLength) => ({
        name: null,
        at: 0,
        byteLength,
        maxByteLength: null,
        shared: false,
        line: null,
        initial: new Uint8Array(0),
        filled: false,
      })),
      views: [
        {
          name: 'i16',
          at: 0,
          bufferId: 0,
          kind: 'Int16Array',
          byteOffset: 0,
          byteLength: sizes[0] ?? 0,
          lengthTracking: false,
          line: null,
        },
      ],
    },
    write,
  );
}

describe('timelineModel', () => {
  test('a write covers the bytes it touched, one row a byte in a buffer of sixteen', () => {
    const model = timelineModel(
      traceOf([16], (writer) => {
        writer.element(KIND.write, 1, 0, 0, 0, 0, 2, 0, 0, 1, 0);
        writer.element(KIND.read, 0, 0, 0, NO_VIEW, 0, 7, 0, 0, 0, 0);
      }),
    );
    expect(model.blocks).toEqual([
      { column: 0, top: 2, bottom: 4, family: 'i', kind: 'write', step: 1 },
      { column: 1, top: 7, bottom: 8, family: 'host', kind: 'read', step: 2 },
    ]);
    expect(model.buffers[0]?.labels.map(({ byteOffset }) => byteOffset)).toEqual([0, 4, 8, 12]);
  });

  test('an access that says it lies far beyond its buffer is drawn at its end', () => {
    const model = timelineModel(
      traceOf([16], (writer) => {
        writer.element(KIND.write, 2, 0, 0, 0, 0, 0xfffffff0, 0, 0, 1, 0);
      }),
    );
    expect(model.blocks[0]).toMatchObject({ top: 15, bottom: 16 });
  });

  test('a long trace is binned into columns, and every step keeps its place', () => {
    const steps = 10_007;
    const model = timelineModel(
      traceOf([64], (writer) => {
        for (let i = 0; i < steps; i++)
          writer.element(KIND.write, 0, 0, 0, 0, 0, i % 64, 0, 0, 1, 0);
      }),
    );
    expect(model.columns).toBeLessThanOrEqual(MAX_COLUMNS);
    expect(model.blocks.length).toBeLessThanOrEqual(MAX_COLUMNS * ROWS);
    for (let step = 1; step <= steps; step += 97)
      expect(stepAtX(model, xOfStep(model, step))).toBe(step);
    expect(stepAtX(model, -1)).toBe(1);
    expect(stepAtX(model, 2)).toBe(steps);
  });

  test('buffers share the rows by size, and even the smallest has one', () => {
    const model = timelineModel(traceOf([4096, 1, 8], () => undefined));
    const heights = model.buffers.map(({ top, bottom }) => bottom - top);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(1);
    expect(heights.reduce((a, b) => a + b, 0)).toBeCloseTo(ROWS);
  });

  test.each([
    [0, []],
    [1, [1]],
    [4, [1, 4]],
    [23, [1, 5, 10, 15, 20, 23]],
    [21, [1, 5, 10, 15, 21]],
  ])('an axis of %i steps is numbered %j', (steps, ticks) => {
    const model = timelineModel(
      traceOf([4], (writer) => {
        for (let i = 0; i < steps; i++) writer.element(KIND.read, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      }),
    );
    expect(model.ticks).toEqual(ticks);
  });

  test('no axis has more than a dozen numbers', () => {
    for (const steps of [51, 99, 200, 1000, 9999, 250_000]) {
      const model = timelineModel(
        traceOf([4], (writer) => {
          for (let i = 0; i < steps; i++) writer.element(KIND.read, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }),
      );
      expect(model.ticks.length).toBeLessThanOrEqual(12);
    }
  });
});
