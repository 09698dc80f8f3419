import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mediaFacts } from '../../core/formats/media-facts';
import { readMedia, readMediaSparsely } from '../../core/formats/media-file';
import type { FormatTree } from '../../core/formats/element';
import { anatomyOf } from './apart';
import { blobBytes, packBytes, unpackBytes, wholeBytes } from './file-bytes';
import {
  bytesAtFirst,
  chosenAtFirst,
  elementOf,
  lastTopRow,
  meaningsOf,
  nextOffset,
  openAtFirst,
  pathTo,
  rowByName,
  ROWS,
  timelineOf,
  timeOf,
  topRowFor,
  treeRows,
  withChildren,
} from './model';
import { tickSeconds } from './ticks';

const media = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../public/media/${name}`, import.meta.url)));
const treeOf = (bytes: Uint8Array): FormatTree => {
  const tree = readMedia(bytes);
  if (tree === null) throw new Error('neither format');
  return tree;
};
const clip = media('pattern-vp8.webm');
const tree = treeOf(clip);
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));

describe('the tree', () => {
  test('what every file has once is open at first, and the way to what is chosen', () => {
    const chosen = chosenAtFirst(tree);
    const rows = treeRows(tree.elements, openAtFirst(tree, chosen));
    expect(rows.slice(0, 3).map(({ element, level }) => [element.name, level])).toEqual([
      ['EBML', 1],
      ['EBMLVersion', 2],
      ['EBMLReadVersion', 2],
    ]);
    const cluster = rows.find(({ element }) => element.name === 'Cluster');
    expect(cluster).toMatchObject({ isOpen: false, level: 2 });
    expect(rows.find(({ key }) => key === chosen)?.element.name).toBe('DocType');
    const block = tree.elements[1]?.children.at(-1)?.children.at(-1)?.range.start ?? 0;
    expect(treeRows(tree.elements, openAtFirst(tree, block)).some(({ key }) => key === block)).toBe(
      true,
    );
  });

  test('every element is found by the offset of its first byte, with all that it stands in', () => {
    const block = tree.elements[1]?.children.at(-1)?.children.at(-1);
    expect(pathTo(tree.elements, block?.range.start ?? 0).map(({ name }) => name)).toEqual([
      'Segment',
      'Cluster',
      'SimpleBlock',
    ]);
    expect(elementOf(tree.elements, (block?.range.start ?? 0) + 1)).toBeNull();
    expect(elementOf(tree.elements, null)).toBeNull();
  });

  test('a letter goes on to the next name, more letters stay where they fit', () => {
    const rows = treeRows(tree.elements, openAtFirst(tree, null));
    const nameAt = (at: number | null) => (at === null ? null : rows[at]?.element.name);
    expect(nameAt(rowByName(rows, 0, 'e'))).toBe('EBMLVersion');
    expect(nameAt(rowByName(rows, 0, 'EBMLR'))).toBe('EBMLReadVersion');
    expect(nameAt(rowByName(rows, rows.length - 1, 'd'))).toBe('DocType');
    expect(rowByName(rows, 0, 'z')).toBeNull();
  });

  test('children that are read later take the place of the first ones', () => {
    const key = tree.elements[1]?.children[0]?.range.start ?? 0;
    const grown = withChildren(tree.elements, key, []);
    expect(elementOf(grown, key)).toMatchObject({ children: [], childrenAreRead: true });
    expect(grown[0]).toBe(tree.elements[0]);
  });
});

describe('bytes', () => {
  test('each byte is of the innermost element: id, size, or data by how it is read', () => {
    // EBML of 4 bytes: EBMLVersion 1. Then Info with a Duration, and bytes that nothing holds.
    const { elements } = treeOf(hex('1A45DFA384 42868101  1549A966 87 4489 84 3F800000  00'));
    const meanings = meaningsOf(elements, { start: 3, end: 22 }).map(
      ({ key, role, tint }) =>
        `${key ?? ''}${role?.charAt(0) ?? '-'}${role === 'data' ? tint : ''}`,
    );
    expect(meanings).toEqual([
      ...['0i', '0s', '5i', '5i', '5s', '5du'],
      ...['9i', '9i', '9i', '9i', '9s', '14i', '14i', '14s', '14df', '14df', '14df', '14df'],
      '-',
    ]);
  });

  test('numbers among the fields of a box are numbers, and a size of 64 bits is all size', () => {
    const { elements } = treeOf(
      hex('00000010 66747970 69736F35 00000200  00000001 66726565 0000000000000012 AABB'),
    );
    const roles = meaningsOf(elements, { start: 8, end: 34 }).map(({ role, tint }) =>
      role === 'data' ? tint : (role?.charAt(0) ?? '-'),
    );
    expect(roles.join('')).toBe('xxxxuuuussssiiiissssssssxx');
  });

  test.each([
    ['ArrowDown', 5, false, 21],
    ['ArrowUp', 5, false, 5],
    ['ArrowLeft', 0, false, 0],
    ['ArrowRight', 99, false, 99],
    ['ArrowDown', 95, false, 95],
    ['End', 5, false, 15],
    ['End', 5, true, 99],
    ['Home', 21, false, 16],
    ['Home', 21, true, 0],
    ['PageDown', 5, false, 99],
    ['PageUp', 21, false, 5],
    ['a', 5, false, null],
  ] as const)(
    '%s from %i (with Control: %s) leads to %s of 100 bytes',
    (key, from, control, to) => {
      expect(nextOffset(key, from, 100, control)).toBe(to);
    },
  );

  test('what is gone to is in sight, and a file shorter than the window begins at its beginning', () => {
    expect(topRowFor(0, 16 * ROWS - 1, 10_000)).toBe(0);
    expect(topRowFor(0, 16 * ROWS, 10_000)).toBe(ROWS - 1);
    expect(topRowFor(300, 0, 10_000)).toBe(0);
    expect(topRowFor(0, 9999, 10_000)).toBe(lastTopRow(10_000));
    expect(topRowFor(0, 99, 100)).toBe(0);
  });

  test('an element apart has its marker bits, and MP4 has the size first', () => {
    const element = elementOf(tree.elements, chosenAtFirst(tree));
    if (element === null) throw new Error('nothing chosen');
    const parts = anatomyOf(element, 'webm', wholeBytes(clip));
    expect(parts.map(({ role }) => role)).toEqual(['id', 'size', 'data']);
    expect(parts[0]?.bytes.map(({ bits }) => bits)).toEqual([
      { before: '0', marker: '1', rest: '000010' },
      { before: '', marker: '', rest: '10000010' },
    ]);
    expect(parts[2]).toMatchObject({ bytes: [{ value: 0x77, bits: null }, {}, {}, {}], more: 0 });
    const box = treeOf(media('clip-plain.mp4')).elements[0];
    if (!box) throw new Error('no box');
    expect(anatomyOf(box, 'mp4', wholeBytes(new Uint8Array(0)))).toMatchObject([
      { role: 'size', bytes: [{ value: null }, {}, {}, {}] },
      { role: 'id' },
      { role: 'data', more: box.data.end - box.data.start - 8 },
    ]);
  });
});

describe('what a page carries', () => {
  test.each([
    'pattern-vp8.webm',
    'clip-vp8.webm',
    'recorded.webm',
    'clip-fragmented.mp4',
    'clip-plain.mp4',
  ])('of %s makes the tree, the timeline and the bytes that are drawn first', (name) => {
    const bytes = media(name);
    const ranges: { start: number; end: number }[] = [];
    const built = readMediaSparsely(bytes.length, (range) => {
      ranges.push(range);
      return bytes.subarray(range.start, range.end);
    });
    if (built === null) throw new Error(name);
    const packed = packBytes(bytes, [...ranges, ...bytesAtFirst(built, bytes.length)]);
    expect(packed.pieces.length).toBeLessThan(6000);
    const carried = unpackBytes(packed);
    expect(readMediaSparsely(bytes.length, carried.slice)).toEqual(built);
    for (let offset = 0; offset < 16 * ROWS; offset++)
      expect(carried.at(offset)).toBe(bytes[offset]);
    expect(mediaFacts(built).segments.map(({ time }) => time)).toEqual(
      mediaFacts(treeOf(bytes)).segments.map(({ time }) => time),
    );
    const middle = bytes.length >> 1;
    expect(() => carried.slice({ start: middle, end: middle + 9 })).toThrow(RangeError);
  });

  test('a Blob is read where it is looked at, and once', async () => {
    const blob = blobBytes(new Blob([Uint8Array.from({ length: 50_000 }, (_, i) => i)]));
    expect(blob.at(40_000)).toBeUndefined();
    expect(await blob.load({ start: 39_990, end: 40_010 })).toBe(true);
    expect(await blob.load({ start: 39_990, end: 40_010 })).toBe(false);
    expect(blob.at(40_000)).toBe(40_000 % 256);
    expect(blob.at(0)).toBeUndefined();
    expect(await blob.read({ start: 3, end: 5 })).toEqual(Uint8Array.of(3, 4));
  });
});

describe('the timeline', () => {
  test('clusters go from one beginning to the next, with their keyframes', () => {
    const facts = mediaFacts(tree);
    const line = timelineOf(facts, tree.elements);
    expect(line?.pieces.map(({ first, start, end }) => [first, start, end])).toEqual([
      [1, 0, 1000],
      [2, 1000, 2000],
      [3, 2000, 3000],
      [4, 3000, 4000],
    ]);
    expect(line?.keyframes.map(({ time }) => time)).toEqual([0, 1000, 2000, 3000]);
    expect(line?.isWhole).toBe(true);
    const key = line?.keyframes[2]?.key ?? 0;
    expect(timeOf(facts, key)).toBe(2000);
    expect(elementOf(tree.elements, key)?.name).toBe('SimpleBlock');
    expect(timeOf(facts, 0)).toBeNull();
  });

  test('many are joined, one of unknown end is as long as the others, and a file without any has none', () => {
    const segments = Array.from({ length: 1000 }, (_, i) => ({
      range: { start: i * 10, end: i * 10 + 10 },
      time: i * 500,
      frames: [],
    }));
    const line = timelineOf({ type: null, durationMs: null, tracks: [], init: null, segments }, []);
    expect(line?.pieces).toHaveLength(63);
    expect(line?.pieces[1]).toMatchObject({
      first: 17,
      last: 32,
      key: 160,
      start: 8000,
      end: 16_000,
    });
    expect(line?.end).toBe(500_000);
    expect(timelineOf(mediaFacts(treeOf(media('clip-plain.mp4'))), [])).toBeNull();
  });

  test.each([
    [4, [0, 1, 2, 3, 4]],
    [12, [0, 2, 4, 6, 8, 10, 12]],
    [3700, [0, 600, 1200, 1800, 2400, 3000, 3600]],
    [80_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000]],
    [Infinity, []],
    [NaN, []],
  ])('%i seconds have ticks at %j', (seconds, ticks) => {
    expect(tickSeconds(seconds)).toEqual(ticks);
  });

  test.each([1e12, 1e300, Number.MAX_VALUE])('%d seconds have a few ticks, too', (seconds) => {
    expect(tickSeconds(seconds).length).toBeLessThanOrEqual(9);
  });
});
