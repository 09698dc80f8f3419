import { describe, expect, it } from 'vitest';
import { formatElement } from '../../core/bytes/format';
import { ELEMENT_KINDS, ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryState, ViewState } from '../../core/trace/memory-state';
import { memoryModel, windowStartFor, type LaneCell, type MemoryModel } from './model';
import { bufferState, callOf, lessonState, memoryOf, viewState } from './test-states';

const laneCells = (model: MemoryModel, lane: number): readonly LaneCell[] =>
  model.octets.flatMap((octet) => octet.rows[lane]?.cells ?? []);
const printedTexts = (model: MemoryModel, lane: number): readonly string[] =>
  laneCells(model, lane)
    .filter(({ printed }) => printed)
    .map(({ text }) => text);

describe('the memory model of the lesson', () => {
  const model = memoryModel(lessonState(), 0);

  it('has two octets and a lane per view in order of construction', () => {
    expect(model.octets.map(({ start, bytes }) => [start, bytes.length])).toEqual([
      [0, 8],
      [8, 8],
    ]);
    expect(model.lanes.map(({ name, family }) => [name, family])).toEqual([
      ['u8', 'u'],
      ['i16', 'i'],
      ['f32', 'f'],
      ['dv', 'd'],
    ]);
    expect(model.strip).toBeNull();
  });

  it('shows bytes in the base asked for, and which no write is known to', () => {
    const [first] = model.octets;
    expect(first?.bytes.map(({ text }) => text).join(' ')).toBe('FF 7F FE FF 00 00 C0 3F');
    const inDecimal = memoryModel(lessonState(), 0, { base: 'dec' });
    expect(inDecimal.octets[0]?.bytes[2]?.text).toBe('254');
    expect(model.octets[1]?.bytes.map(({ state }) => state)).toEqual([
      'written',
      'written',
      'zero',
      'zero',
      'written',
      'written',
      'written',
      'written',
    ]);
  });

  it('reads each view’s own values from the same bytes', () => {
    expect(printedTexts(model, 1)).toEqual([
      '32767',
      '−2',
      '0',
      '16320',
      '−257',
      '0',
      '−13107',
      '15820',
    ]);
    expect(printedTexts(model, 2)).toEqual(['NaN', '1.5', '9.148e−41', '0.1']);
  });

  it('puts a bracket where a DataView call was made', () => {
    expect(laneCells(model, 3).map(({ name, text, part }) => [name, text, part.start])).toEqual([
      ['dv.setInt16(8)', 'setInt16', 8],
      ['dv.setFloat32(12)', 'setFloat32 LE', 12],
    ]);
    expect(model.octets[0]?.rows[3]?.base).toEqual({ start: 0, end: 8 });
  });

  it('marks what a step changed and what its head touches', () => {
    const step = memoryModel(lessonState(), 0, {
      changed: new Set([2, 3]),
      head: { start: 2, end: 4, access: 'write', lane: 'view-1' },
    });
    const changed = (lane: number) =>
      laneCells(step, lane)
        .filter((cell) => cell.changed)
        .map(({ name }) => name);
    expect([changed(0), changed(1), changed(2)]).toEqual([
      ['u8[2]', 'u8[3]'],
      ['i16[1]'],
      ['f32[0]'],
    ]);
    expect(step.octets[0]?.head).toEqual({
      part: { start: 2, end: 4 },
      access: 'write',
      tagged: true,
      goesOn: false,
    });
    expect(step.octets[1]?.head).toBeNull();
    expect(
      laneCells(step, 1)
        .filter(({ now }) => now)
        .map(({ name }) => name),
    ).toEqual(['i16[1]']);
  });
});

describe('edges', () => {
  it('cut a call at the octet and print it once, in the larger part', () => {
    const state = memoryOf(
      [bufferState(new Uint8Array(16))],
      [viewState(0, 'DataView', 0, 16)],
      [callOf(0, 'get', 'Uint32Array', 5)],
    );
    const cells = laneCells(memoryModel(state, 0), 0);
    expect(
      cells.map(({ part, cutLeft, cutRight, printed }) => [part, cutLeft, cutRight, printed]),
    ).toEqual([
      [{ start: 5, end: 8 }, false, true, true],
      [{ start: 8, end: 9 }, true, false, false],
    ]);
  });

  it('lay overlapping calls under each other and count what no longer fits', () => {
    const state = memoryOf(
      [bufferState(new Uint8Array(8))],
      [viewState(0, 'DataView', 0, 8)],
      [
        callOf(0, 'set', 'Uint16Array', 0),
        callOf(0, 'get', 'Uint16Array', 0),
        callOf(0, 'get', 'Uint16Array', 0),
        callOf(0, 'get', 'Uint8Array', 1),
        callOf(0, 'get', 'Uint32Array', 0),
        callOf(0, 'get', 'Uint16Array', 2),
      ],
    );
    const model = memoryModel(state, 0);
    const brackets = laneCells(model, 0).map((cell) =>
      cell.kind === 'bracket'
        ? `${cell.text}@${cell.range.start} row ${cell.track} ×${cell.count}`
        : '',
    );
    expect(brackets).toEqual([
      'setUint16@0 row 0 ×1',
      'getUint16@0 row 1 ×2',
      'getUint8@1 row 2 ×1',
      'getUint16@2 row 0 ×1',
    ]);
    expect([model.lanes[0]?.tracks, model.lanes[0]?.omittedCalls]).toEqual([3, 1]);
  });

  it('keep a view’s window: it starts at its offset and ends with its length', () => {
    const state = memoryOf(
      [bufferState(Array.from({ length: 12 }, (_, i) => i))],
      [viewState(0, 'Uint8Array', 2, 3, { name: 'part' })],
    );
    const model = memoryModel(state, 0);
    expect(laneCells(model, 0).map(({ name, text }) => `${name}=${text}`)).toEqual([
      'part[0]=2',
      'part[1]=3',
      'part[2]=4',
    ]);
    expect(model.octets[1]?.bytes.length).toBe(4);
  });

  it('draw the room a resizable buffer may grow into', () => {
    const state = memoryOf([bufferState([1, 2, 3, 4], { maxByteLength: 12 })], []);
    const model = memoryModel(state, 0);
    expect(model.octets.flatMap(({ bytes }) => bytes.map((byte) => byte.state))).toEqual([
      ...Array<string>(4).fill('written'),
      ...Array<string>(8).fill('room'),
    ]);
  });

  it.each([
    ['detached', { detached: true }, {}, 0, 'detached'],
    ['shrunk from under a fixed view', { maxByteLength: 8 }, {}, 4, 'out-of-bounds'],
    ['of length zero', {}, {}, 0, 'empty'],
    ['followed by a view at its end', { maxByteLength: 8 }, { lengthTracking: true }, 0, 'empty'],
  ] as const)('say why a lane has no cells: a buffer %s', (_, buffer, view, byteOffset, note) => {
    const state = memoryOf(
      [bufferState([], buffer)],
      [viewState(0, 'Uint8Array', byteOffset, 0, view)],
    );
    const model = memoryModel(state, 0);
    expect(model.lanes[0]?.note).toBe(note);
    expect(laneCells(model, 0)).toEqual([]);
  });

  it('say which buffers there are when asked for another', () => {
    expect(() => memoryModel(lessonState(), 7)).toThrow('No buffer 7 in this state; it has: 0.');
  });
});

describe('a large buffer', () => {
  const bytes = Array.from({ length: 100 }, (_, i) => i);
  const state = memoryOf(
    [bufferState(bytes, { written: Uint8Array.from(bytes, (i) => Number(i >= 40 && i < 50)) })],
    [viewState(0, 'Float64Array', 0, 96), viewState(1, 'Uint8Array', 0, 100)],
  );

  it.each([
    [0, 0, 32],
    [13, 8, 40],
    [-5, 0, 32],
    [9999, 72, 100],
  ])('asked to start at %i, the window starts at %i and ends at %i', (wanted, start, end) => {
    const model = memoryModel(state, 0, { windowStart: wanted });
    expect(model.window).toEqual({ start, end });
    expect(model.octets.flatMap(({ bytes: cells }) => cells.map(({ offset }) => offset))).toEqual(
      bytes.slice(start, end),
    );
  });

  it('has a strip with the written areas', () => {
    expect(memoryModel(state, 0).strip).toEqual({
      byteLength: 100,
      written: [{ start: 40, end: 50 }],
      maxStart: 72,
      step: 8,
    });
  });

  it('moves its window no further than it must', () => {
    const model = memoryModel(state, 0, { windowStart: 32 });
    expect([10, 32, 63, 64, 99].map((offset) => windowStartFor(model, offset))).toEqual([
      8, 32, 32, 40, 72,
    ]);
  });
});

describe('random states', () => {
  // A small generator with a fixed seed, so that a failure can be looked at again.
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };

  function randomState(seed: number): MemoryState {
    const next = random(seed);
    const upTo = (limit: number) => Math.floor(next() * (limit + 1));
    const byteLength = upTo(150);
    const bytes = Array.from({ length: byteLength }, () => upTo(255));
    const written = Uint8Array.from(bytes, () => upTo(1));
    const views: ViewState[] = [];
    for (let id = 0; id < 6; id++) {
      const kind = ELEMENT_KINDS[upTo(ELEMENT_KINDS.length - 1)] ?? 'Uint8Array';
      const { byteSize } = ELEMENT_TYPES[kind];
      const byteOffset = upTo(Math.floor(byteLength / byteSize)) * byteSize;
      const count = upTo(Math.floor((byteLength - byteOffset) / byteSize));
      views.push(viewState(id, kind, byteOffset, count * byteSize));
    }
    return memoryOf([bufferState(bytes, { written })], views);
  }

  /** The plain oracle: DataView, asked for one element. */
  function oracle(bytes: Uint8Array, kind: ElementKind, at: number): number | bigint {
    const view = new DataView(bytes.buffer);
    switch (kind) {
      case 'BigInt64Array':
        return view.getBigInt64(at, true);
      case 'BigUint64Array':
        return view.getBigUint64(at, true);
      case 'Float64Array':
        return view.getFloat64(at, true);
      case 'Float32Array':
        return view.getFloat32(at, true);
      case 'Float16Array': {
        const bits = view.getUint16(at, true);
        const size =
          bits & 0x7c00
            ? (1024 + (bits & 0x3ff)) * 2 ** (((bits >> 10) & 31) - 25)
            : (bits & 0x3ff) * 2 ** -24;
        if ((bits & 0x7c00) === 0x7c00)
          return bits & 0x3ff ? NaN : bits & 0x8000 ? -Infinity : Infinity;
        return bits & 0x8000 ? -size : size;
      }
      case 'Int32Array':
        return view.getInt32(at, true);
      case 'Uint32Array':
        return view.getUint32(at, true);
      case 'Int16Array':
        return view.getInt16(at, true);
      case 'Uint16Array':
        return view.getUint16(at, true);
      case 'Int8Array':
        return view.getInt8(at);
      default:
        return view.getUint8(at);
    }
  }

  it.each(Array.from({ length: 200 }, (_, seed) => seed))(
    'number %i is drawn truthfully',
    (seed) => {
      const state = randomState(seed);
      const bytes = state.buffers[0]?.bytes ?? new Uint8Array();
      const model = memoryModel(state, 0, { windowStart: (seed * 8) % 160 });

      // Every byte in sight is drawn once, in order.
      const drawn = model.octets.flatMap((octet) => octet.bytes);
      expect(drawn.map(({ offset }) => offset)).toEqual(
        Array.from(
          { length: model.window.end - model.window.start },
          (_, i) => model.window.start + i,
        ),
      );
      for (const { offset, value } of drawn) expect(value).toBe(bytes[offset]);

      for (const [laneIndex, view] of state.views.entries()) {
        const cells = laneCells(model, laneIndex);
        const { byteSize, family } = ELEMENT_TYPES[view.kind as ElementKind];
        // Every byte the view covers is in exactly one piece, and no other byte is in any.
        for (const { offset } of drawn) {
          const covered = offset >= view.byteOffset && offset < view.byteOffset + view.byteLength;
          const pieces = cells.filter(({ part }) => part.start <= offset && offset < part.end);
          expect(pieces.length).toBe(covered ? 1 : 0);
        }
        const printed = new Map<string, number>();
        for (const cell of cells) {
          expect(cell.text).toBe(
            formatElement(oracle(bytes, view.kind as ElementKind, cell.range.start), family),
          );
          expect(cell.range.end - cell.range.start).toBe(byteSize);
          printed.set(cell.name, (printed.get(cell.name) ?? 0) + Number(cell.printed));
        }
        for (const [name, times] of printed)
          expect(`${name} printed ${times}`).toBe(`${name} printed 1`);
      }
    },
  );
});
