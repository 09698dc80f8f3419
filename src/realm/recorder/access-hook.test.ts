import { afterEach, describe, expect, test } from 'vitest';
import { MAX_STEPS, TraceAssembler } from '../../core/trace/trace-chunk';
import { stepAt, type Step, type Trace } from '../../core/trace/trace';
import { Guard } from '../guard';
import { RealmHook } from '../hook';
import { Stacks } from '../stack';
import { Thrown } from '../thrown';
import { memoryAt } from '../../core/trace/replay';
import { Cell, fillCell } from './cell';
import { Recorder } from './recorder';

const guards: Guard[] = [];
afterEach(() => {
  for (const guard of guards.splice(0)) guard.close();
});

/** A recorder and the hook of a run, as rewritten code would call it. */
function setup({ maxSteps = MAX_STEPS, recordFrom = 0 } = {}) {
  const recorder = new Recorder();
  const assembler = new TraceAssembler([
    { line: 0, column: 0, text: '' },
    { line: 1, column: 1, text: 'first' },
    { line: 2, column: 1, text: 'second' },
  ]);
  recorder.begin({
    maxSteps,
    recordFrom,
    send: (chunk) => assembler.add(structuredClone(chunk)),
    onTask: () => undefined,
  });
  const guard = new Guard(() => undefined);
  guards.push(guard);
  const thrown = new Thrown(
    () => new Stacks('x.js', 0, []),
    guard.signal,
    () => null,
  );
  const hook = new RealmHook(guard, recorder, thrown, { fileName: 'x.js', siteCount: 3 });
  recorder.hook = hook;
  const end = (): Trace => {
    recorder.log.compare(0);
    recorder.log.ship();
    hook.flushCounts();
    return assembler.trace(null, recorder.log.counts());
  };
  return { recorder, hook, end };
}

const steps = (trace: Trace): Step[] =>
  Array.from({ length: trace.steps }, (_, i) => stepAt(trace, i + 1));

describe('sizes beyond a word', () => {
  test('do not wrap', () => {
    const { recorder, hook, end } = setup();
    hook.s = 1;
    recorder.elsewhere('blob', 'new Blob', 5e9);
    const [step] = steps(end());
    expect(step?.range).toEqual({ start: 0, end: 0xffff_ffff });
    const cell = new Cell();
    const view = hook.v(new Float64Array(2), 1);
    const record = recorder.registry.viewRecord(view);
    if (record === null) throw new Error('the view is not held');
    fillCell(cell, record, 2 ** 33);
    expect((cell.length - 1) << cell.size).toBe(2 ** 31 - 16);
  });
});

describe('an access', () => {
  test.each([
    [Uint8Array, 300, [44], 300],
    [Uint8Array, 200, [200], null],
    [Int8Array, 200, [200], 200],
    [Int8Array, -2, [254], null],
    [Uint8ClampedArray, 300, [255], 300],
    [Uint8ClampedArray, 2.5, [2], 2.5],
    [Uint16Array, 70_000, [112, 17], 70_000],
    [Int16Array, -2, [254, 255], null],
    [Uint32Array, 0xdeadbeef, [239, 190, 173, 222], null],
    [Int32Array, 0xdeadbeef, [239, 190, 173, 222], 0xdeadbeef],
    [Float32Array, 0.5, [0, 0, 0, 63], null],
    [Float32Array, 0.1, [205, 204, 204, 61], 0.1],
    [Float64Array, 0.1, [154, 153, 153, 153, 153, 153, 185, 63], null],
    [Float64Array, NaN, [0, 0, 0, 0, 0, 0, 248, 127], null],
    [Uint8Array, NaN, [0], NaN],
  ])(
    'keeps raw bytes, and what was assigned where it is another value: %o ← %d',
    (Kind, value, bytes, assigned) => {
      const { recorder, hook, end } = setup();
      const view = new Kind(2);
      recorder.made(view, 1, 'view', false);
      hook.W((view[1] = value), view, 1, 1);
      hook.R(view, 1, 2);
      const [write, read] = steps(end());
      expect(write).toMatchObject({
        kind: 'write',
        bufferId: 0,
        viewId: 0,
        range: { start: bytes.length, end: 2 * bytes.length },
        before: Uint8Array.from(bytes, () => 0),
        after: Uint8Array.from(bytes),
        assigned,
        type: Kind.name,
        site: { line: 1 },
      });
      expect(read).toMatchObject({ kind: 'read', range: write?.range, site: { line: 2 } });
    },
  );

  test.each([
    ['abc', 0, '"abc"'],
    [undefined, 0, 'undefined'],
    [null, 0, 'null'],
    [true, 1, 'true'],
  ])('keeps an assigned value that is no number as text: %o', (value, stored, text) => {
    const { recorder, hook, end } = setup();
    const view = new Uint8Array(1);
    recorder.made(view, 1, null, false);
    view[0] = value as never;
    hook.W(value, view, 0, 1);
    expect(stepAt(end(), 1)).toMatchObject({ after: Uint8Array.of(stored), assigned: text });
  });

  test('of a BigInt keeps eight bytes, and the assigned value where it wrapped', () => {
    const { recorder, hook, end } = setup();
    const view = new BigInt64Array(1);
    recorder.made(view, 1, null, false);
    hook.W((view[0] = 2n ** 63n), view, 0, 1);
    hook.U(view[0]++, view, 0, 1, 1);
    const [first, second] = steps(end());
    expect(first).toMatchObject({
      after: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 128),
      assigned: '9223372036854775808n',
    });
    expect(second).toMatchObject({ before: first?.after, assigned: null });
  });

  test('outside a view, by another key, or of another object is none', () => {
    const { recorder, hook, end } = setup();
    const view = new Uint8Array(2);
    recorder.made(view, 1, null, false);
    for (const key of [2, -1, 1.5, 'length', '01', Symbol.iterator, { toString: () => '0' }]) {
      hook.R(view, key, 1);
      hook.W(1, view, key, 1);
    }
    for (const other of [
      [1],
      null,
      undefined,
      'text',
      { 0: 1 },
      new DataView(new ArrayBuffer(1)),
    ]) {
      hook.R(other, 0, 2);
      hook.W(1, other, 0, 2);
    }
    hook.R(view, '1', 1);
    expect(steps(end()).map(({ range }) => range)).toEqual([{ start: 1, end: 2 }]);
  });

  test('through a view nobody registered is recorded from its first sight', () => {
    const { hook, end } = setup();
    const view = new Uint16Array([7, 8]);
    hook.R(view, 1, 1);
    const trace = end();
    expect(trace.buffers[0]?.initial).toEqual(Uint8Array.of(7, 0, 8, 0));
    expect(stepAt(trace, 1)).toMatchObject({ viewId: 0, range: { start: 2, end: 4 } });
  });
});

describe('the log', () => {
  test('shows what nobody claimed as made by the host', () => {
    const { recorder, hook, end } = setup();
    const view = new Uint8Array(200);
    recorder.made(view, 1, 'view', false);
    hook.W((view[0] = 1), view, 0, 1);
    Reflect.set(view, 3, 9);
    Reflect.set(view, 4, 9);
    Reflect.set(view, 150, 9);
    hook.Z(2);
    expect(
      steps(end()).map(({ kind, range, after, site }) => [
        kind,
        range.start,
        [...after],
        site?.line,
      ]),
    ).toEqual([
      ['write', 0, [1], 1],
      ['host', 3, [9, 9], 2],
      ['host', 150, [9], 2],
    ]);
  });

  test('keeps the first steps, and counts the rest exactly by site and view', () => {
    const { recorder, hook, end } = setup({ maxSteps: 5 });
    const view = new Uint8Array(4);
    recorder.made(view, 1, null, false);
    for (let i = 0; i < 20; i++) {
      hook.R(view, i % 4, 1);
      hook.W((view[i % 4] = i), view, i % 4, 2);
    }
    expect(hook.o).toBe(false);
    hook.K(100, view, [1], []);
    hook.Q(view, 0, 2, true);
    hook.K(7, [1, 2], [1], []);
    const trace = end();
    expect(trace.steps).toBe(5);
    expect(trace.unrecorded).toBe(35 + 101);
    expect(trace.totals).toEqual([
      { site: 1, view: 0, reads: 120, writes: 0 },
      { site: 2, view: 0, reads: 0, writes: 21 },
    ]);
  });

  test('can begin later: what came before is where it starts', () => {
    const { recorder, hook, end } = setup({ recordFrom: 3 });
    const view = new Uint8Array(2);
    recorder.made(view, 1, 'view', false);
    for (let i = 1; i <= 5; i++) hook.W((view[0] = i), view, 0, 1);
    const trace = end();
    expect(trace).toMatchObject({ steps: 2, skipped: 3, tasks: [1] });
    expect(trace.buffers[0]?.initial).toEqual(Uint8Array.of(3, 0));
    expect(stepAt(trace, 1)).toMatchObject({ before: Uint8Array.of(3), after: Uint8Array.of(4) });
  });

  test('that begins later begins with the lengths that buffers have then', () => {
    const { recorder, hook, end } = setup({ recordFrom: 4 });
    const buffer = new ArrayBuffer(2, { maxByteLength: 8 });
    const view = new Uint8Array(buffer);
    const gone = new Uint8Array(4).fill(1);
    recorder.made(view, 1, 'view', false);
    recorder.made(gone, 1, 'gone', false);
    buffer.resize(6);
    recorder.resized(buffer);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    recorder.findDetached('structuredClone');
    for (let i = 1; i <= 3; i++) hook.W((view[5] = i), view, 5, 1);
    const trace = end();
    expect(trace).toMatchObject({ steps: 1, skipped: 4 });
    expect(trace.buffers[0]).toMatchObject({
      byteLength: 6,
      initial: Uint8Array.of(0, 0, 0, 0, 0, 2),
    });
    expect(trace.buffers[1]).toMatchObject({ byteLength: 0, initial: new Uint8Array(0) });
    expect([...(memoryAt(trace, 1).buffers[0]?.bytes ?? [])]).toEqual([0, 0, 0, 0, 0, 3]);
  });

  test('counts the range for whose bytes there is no room, and all after it', () => {
    const { recorder, end } = setup();
    const view = new Uint8Array(1 << 20);
    recorder.made(view, 1, 'view', true);
    for (let i = 1; i <= 20; i++) {
      recorder.hook.s = 1;
      view.fill(i);
      recorder.wrote(view, 'fill', 0, Infinity);
    }
    const trace = end();
    expect(trace.steps + trace.unrecorded).toBe(20);
    expect(trace.totals).toEqual([{ site: 1, view: 0, reads: 0, writes: 20 }]);
  });

  test('goes on over chunks: step numbers, bytes and details stay in order', () => {
    const { recorder, hook, end } = setup();
    const view = new Uint8Array(16);
    recorder.made(view, 1, 'view', false);
    for (let i = 0; i < 200_000; i++) {
      hook.W((view[i % 16] = i), view, i % 16, 1);
      if (i % 1000 === 0) {
        view.fill(i);
        recorder.wrote(view, `fill ${i}`, 0, 16);
      }
    }
    const trace = end();
    expect(trace.steps).toBe(200_200);
    const fills = steps(trace).filter(({ kind }) => kind === 'copy');
    expect(fills.map(({ detail }) => detail?.operation)).toEqual(
      Array.from({ length: 200 }, (_, i) => `fill ${i * 1000}`),
    );
    expect(fills[3]?.after).toEqual(new Uint8Array(16).fill(3000));
    // Many steps, and a busy machine: only the outcome is asserted.
  }, 60_000);

  test('follows a resizable buffer, and knows the bytes it gave up', () => {
    const { recorder, hook, end } = setup();
    const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
    const view = new Uint8Array(buffer);
    recorder.made(view, 1, 'view', false);
    hook.W((view[3] = 7), view, 3, 1);
    buffer.resize(2);
    recorder.resized(buffer);
    hook.R(view, 3, 1);
    buffer.resize(8);
    recorder.resized(buffer);
    hook.W((view[7] = 1), view, 7, 1);
    expect(steps(end()).map(({ kind, range }) => [kind, range.start, range.end])).toEqual([
      ['write', 3, 4],
      ['resize', 2, 4],
      ['resize', 2, 8],
      ['write', 7, 8],
    ]);
  });

  test('hears of a buffer that was transferred, and of nothing in it afterwards', () => {
    const { recorder, hook, end } = setup();
    const view = new Uint8Array(4);
    recorder.made(view, 1, 'view', false);
    hook.W((view[0] = 1), view, 0, 1);
    structuredClone(view, { transfer: [view.buffer] });
    hook.R(view, 0, 1);
    recorder.findDetached('structuredClone');
    hook.W((view[0] = 2), view, 0, 1);
    expect(steps(end()).map(({ kind, detail }) => [kind, detail?.operation])).toEqual([
      ['write', undefined],
      ['detach', 'structuredClone'],
    ]);
  });

  test('has one event for what is iterated or taken apart', () => {
    const { recorder, hook, end } = setup();
    const view = new Uint16Array([1, 2, 3]);
    recorder.made(view, 1, 'view', false);
    hook.I(view, 1);
    hook.I(view, 2, 2);
    hook.I([1], 2);
    hook.O(view, 1, [2]);
    hook.E(view, 0, 2);
    expect(steps(end()).map(({ kind, range }) => [kind, range.start, range.end])).toEqual([
      ['read', 0, 6],
      ['read', 0, 4],
      ['read', 4, 6],
      ['read', 0, 2],
    ]);
  });
});
