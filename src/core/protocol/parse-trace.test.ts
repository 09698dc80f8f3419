import { describe, expect, test } from 'vitest';
import { MAX_TRACKED_BYTES } from '../trace/memory-state';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED, STEP_KINDS, WAS_ZERO } from '../trace/rows';
import { PROTOCOL_VERSION } from './messages';
import { parseRealmMessage } from './parse';

const part = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes + 1);

/** What the door says to a chunk with these parts. */
function told(parts: Readonly<Record<string, unknown>>): string {
  const chunk = {
    firstStep: 1,
    rows: new Uint32Array(7),
    payload: new Uint8Array(0),
    details: [],
    buffers: [],
    views: [],
    assigned: [],
    tasks: [],
    ...parts,
  };
  const message = { v: PROTOCOL_VERSION, runId: 'r', kind: 'trace', chunk };
  const parsed = parseRealmMessage(message, 'r');
  return parsed.kind === 'ok' ? 'ok' : parsed.reason;
}

const row = (kind: number, size: number, flags = 0, length = 0, kept = 0) => ({
  rows: Uint32Array.of(packMeta(kind, size, flags, NO_BUFFER, NO_VIEW), 0, 0, 0, length, 0, kept),
});

describe('rows of a chunk', () => {
  test('of every kind and size that there is pass', () => {
    for (let kind = 0; kind < STEP_KINDS.length; kind++) {
      for (let size = 0; size <= RANGED; size++) expect(told(row(kind, size))).toBe('ok');
    }
    expect(told(row(KIND.write, 0, 0, 0xffff_ffff, 0xffff_ffff))).toBe('ok');
    expect(told(row(KIND.copy, RANGED, 0, MAX_TRACKED_BYTES, MAX_TRACKED_BYTES))).toBe('ok');
    // Four gigabytes given up: the length does not fit in its word.
    expect(told(row(KIND.resize, RANGED, 0, 0, MAX_TRACKED_BYTES))).toBe('ok');
  });

  test.each([
    ['a size that is none', row(KIND.write, 5)],
    ['a kind that is none', row(STEP_KINDS.length, 0)],
    ['more kept than is tracked', row(KIND.copy, RANGED, WAS_ZERO, 0xffff_ffff, 0xffff_ffff)],
    ['more kept than it covers', row(KIND.host, RANGED, WAS_ZERO, 4, 5)],
  ])('that say %s are refused', (_, parts) => {
    expect(told(parts)).toMatch(/^trace\.chunk\.rows\[0\]: found \d+, expected a row$/);
  });
});

test.each([
  ['rows', { rows: new Uint32Array(new ArrayBuffer(56), 0, 7) }, 'rows: found a view of 28 bytes'],
  ['rows, at an offset', { rows: new Uint32Array(new ArrayBuffer(56), 28, 7) }, 'rows: found'],
  ['a payload', { payload: new Uint8Array(part(4), 0, 4) }, 'payload: found a view of 4 bytes'],
])('%s over a part of a buffer are refused: all of it would travel', (_, parts, reason) => {
  expect(told(parts)).toContain(`trace.chunk.${reason}`);
  expect(told(parts)).toContain('expected a view of the whole of its buffer');
});

test.each([
  ['a picture', {}, 'ok'],
  ['one of no canvas', { canvas: null, rect: null, image: null }, 'ok'],
  [
    'a canvas without a number',
    { canvas: { id: -1, width: 1, height: 1 } },
    'picture.canvas.id: found -1, expected a number from 0',
  ],
  [
    'half pixels',
    { rect: { x: 0.5, y: 0, width: 1, height: 1 } },
    'picture.rect.x: found 0.5, expected a whole number',
  ],
  [
    'a width that no canvas has',
    { rect: { x: 0, y: 0, width: 2 ** 40, height: 1 } },
    'picture.rect.width: found 1099511627776, expected a number from 0 to 2147483648',
  ],
  [
    'a buffer that cannot be',
    { image: { bufferId: 99, byteOffset: 0, width: 1, height: 1, x: 0, y: 0 } },
    'picture.image.bufferId: found 99, expected a number from 0 to 63',
  ],
])('a step with %s', (_name, parts, said) => {
  const picture = {
    canvas: { id: 0, width: 327, height: 125 },
    rect: { x: 0, y: 62, width: 327, height: 63 },
    image: { bufferId: 0, byteOffset: 0, width: 327, height: 63, x: 0, y: 62 },
    ...parts,
  };
  expect(told({ details: [{ operation: 'getImageData', source: null, picture }] })).toContain(said);
});

test.each<[string, object, string]>([
  ['media', {}, 'ok'],
  [
    'media that has no end yet',
    { state: { element: null, source: source({ duration: NaN }) } },
    'ok',
  ],
  [
    'media without an end',
    { state: { element: null, source: source({ duration: Infinity }) } },
    'ok',
  ],
  [
    'a duration in words',
    { state: { element: null, source: source({ duration: '4' }) } },
    'source.duration: found "4", expected a number',
  ],
  ['an object of no number', { id: 0 }, 'playback.id: found 0, expected a number from 1'],
  [
    'a phase of its own',
    { phase: 'done' },
    'playback.phase: found "done", expected one of call, threw, event',
  ],
  [
    'too many ranges',
    { state: { element: null, source: source({}, Array(65).fill({ start: 0, end: 1 })) } },
    'source.buffers[0].buffered: found a list of 65, expected a list of at most 64',
  ],
  [
    'a range that ends before it starts',
    { state: { element: null, source: source({}, [{ start: 2, end: 1 }]) } },
    'buffered[0].end: found 1, expected a number from 2',
  ],
  [
    'a range that is none',
    { state: { element: null, source: source({}, [{ start: 2, end: NaN }]) } },
    'buffered[0].end: found NaN, expected a number',
  ],
  [
    'a range without an end',
    { state: { element: null, source: source({}, [{ start: 2, end: Infinity }]) } },
    'buffered[0].end: found Infinity, expected a number',
  ],
  [
    'a message that has no end',
    { error: { name: 'E', message: 'x'.repeat(501), code: null } },
    'playback.error.message: found a string of 501 units',
  ],
  ['time before the run', { time: -1 }, 'playback.time: found -1'],
])('a step with %s', (_name, parts, said) => {
  const playback = {
    target: 'source-buffer',
    id: 1,
    phase: 'event',
    error: null,
    append: { number: 1, byteLength: 10, bufferId: null, byteOffset: 0 },
    state: { element: null, source: source({}) },
    time: 12.5,
    ...parts,
  };
  expect(told({ details: [{ operation: 'updateend', source: null, playback }] })).toContain(said);
});

function source(parts: object, buffered: readonly object[] = []) {
  const buffer = { id: 1, type: '', updating: false, mode: 'segments', timestampOffset: 0 };
  return { id: 1, readyState: 'open', duration: 4, buffers: [{ ...buffer, buffered }], ...parts };
}
