import { expect, test } from 'vitest';
import { buffer, call, file, hex, listener, Seeded, socket, view, worker } from './inputs';
import { bytesOfFile } from './made-file';
import { formatCall, valueOf } from './values';

const FILE = { byteLength: 250_000, seed: 1 };

test.each([
  [call('f'), 'f()'],
  [call('f', 1, -0, 'a', null, undefined, 5n, true), 'f(1, -0, "a", null, undefined, 5n, true)'],
  [call('f', [1, [2]], { a: 1, b: {} }), 'f([1, [2]], { a: 1, b: {} })'],
  [call('f', hex(0x12345678), [hex(10)], hex(-256)), 'f(0x12345678, [0x0a], -0x0100)'],
  [call('f', hex(0.5), hex(NaN)), 'f(0.5, NaN)'],
  [call('f', buffer('b', 12)), 'f(ArrayBuffer(12))'],
  [call('f', buffer('b', [1, 255])), 'f(ArrayBuffer(2) [01 FF])'],
  [
    call('f', view('b', 'DataView', [1, 2, 3, 4, 5, 6, 7, 8, 9])),
    'f(DataView(9) [01 02 03 04 05 06 07 08 …])',
  ],
  [
    call('f', socket(FILE), file('a.bin', FILE), worker(FILE), listener('report')),
    'f(socket, File(250000), worker, report)',
  ],
  [call('f', view('b', 'DataView', [])), 'f(DataView(0))'],
  [call('f', view('b', 'Uint8Array', [])), 'f(Uint8Array(0) [])'],
  [
    call('f', view('b', 'Int16Array', [0xfe, 0xff], { before: 4 })),
    'f(Int16Array(1) [-2] at byteOffset 4)',
  ],
  [
    call('f', view('b', 'DataView', [1, 2], { before: 1 })),
    'f(DataView(2) [01 02] at byteOffset 1)',
  ],
  [
    call('f', view('b', 'Uint8Array', new Uint8Array(9))),
    'f(Uint8Array(9) [0, 0, 0, 0, 0, 0, 0, 0, …])',
  ],
])('a call as readers see it: %#', (probe, text) => {
  expect(formatCall(probe)).toBe(text);
});

test('references are given the bytes that an input covers', () => {
  const window = view('b', 'Uint16Array', [1, 2, 3, 4], { before: 2, after: 5 });
  expect(valueOf(window)).toEqual(Uint8Array.of(1, 2, 3, 4));
  expect(window).toMatchObject({ view: { byteOffset: 2, length: 2 } });
  expect(window).toMatchObject({
    bytes: Uint8Array.of(0xa1, 0xa2, 1, 2, 3, 4, 0xa7, 0xa8, 0xa9, 0xaa, 0xab),
  });
});

test('a window that cannot be made is refused', () => {
  expect(() => view('b', 'Uint16Array', [1, 2], { before: 1 })).toThrow(
    'A Uint16Array starts at a multiple of 2 and covers one: found 1 bytes before and 2 inside.',
  );
});

test('random inputs are the same every time, and reach both ends', () => {
  expect(new Seeded(1).bytes(4)).toEqual(new Seeded(1).bytes(4));
  expect(new Seeded(1).bytes(4)).not.toEqual(new Seeded(2).bytes(4));
  const random = new Seeded(7);
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(-1, 2)));
  expect([...drawn].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});

test('a file has the same bytes every time, others with another seed, and none that repeat', () => {
  const bytes = bytesOfFile(FILE);
  expect(bytes).toEqual(bytesOfFile({ ...FILE }));
  expect(bytes).not.toEqual(bytesOfFile({ ...FILE, seed: 2 }));
  expect(bytes.subarray(0, 1000)).not.toEqual(bytes.subarray(102_400, 103_400));
  expect(valueOf(file('a.bin', FILE))).toEqual(bytes);
});
