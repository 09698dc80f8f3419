import { describe, expect, test } from 'vitest';
import {
  circleLabels,
  endOf,
  patternAt,
  pointAt,
  readPattern,
  readWalk,
  sizeOf,
  sumText,
  turnOf,
  turnText,
  walkOn,
  walkPath,
  walkTo,
  type CircleBits,
  type Walk,
} from './model';

const walk = (bits: CircleBits, from: number, by: number): Walk => ({ bits, from, by });

describe('numbers on a circle', () => {
  test('every walk ends where a typed array would store its sum', () => {
    const wrong: string[] = [];
    const u8 = new Uint8Array(1);
    const i8 = new Int8Array(u8.buffer);
    for (let from = 0; from < 256; from++) {
      for (let by = -256; by <= 256; by++) {
        u8[0] = from + by;
        const ends = [
          [readWalk(walk(8, from, by), 'unsigned'), u8[0]],
          [readWalk(walk(8, from, by), 'signed'), i8[0]],
        ] as const;
        for (const [{ sum, end, passesSeam }, stored] of ends)
          if (end !== stored || Math.abs(sum - end) !== (passesSeam ? 256 : 0))
            wrong.push(`${from} + ${by}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('four bits read 0 to 15, or −8 to 7', () => {
    const patterns = Array.from({ length: 16 }, (_, pattern) => pattern);
    expect(patterns.map((pattern) => readPattern(pattern, 4, 'unsigned'))).toEqual(patterns);
    expect(patterns.map((pattern) => readPattern(pattern, 4, 'signed'))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, -8, -7, -6, -5, -4, -3, -2, -1,
    ]);
  });

  test('the sums are written as one would on paper', () => {
    const hook = readWalk(walk(8, 200, 60), 'unsigned');
    expect([sumText(hook), turnText(hook)]).toEqual(['200 + 60 = 260', '260 − 256 = 4']);
    expect(sumText(readWalk(walk(8, 200, 60), 'signed'))).toBe('−56 + 60 = 4');
    const back = readWalk(walk(8, 0, -1), 'unsigned');
    expect([sumText(back), turnText(back)]).toEqual(['0 − 1 = −1', '−1 + 256 = 255']);
    expect(sumText(readWalk(walk(8, 200, 0), 'unsigned'))).toBe('200');
  });

  test('a walk goes once round at most, and to a place the shorter way', () => {
    expect(walkOn(walk(8, 200, 250), 16).by).toBe(256);
    expect(walkOn(walk(4, 0, -10), -16).by).toBe(-16);
    expect(walkTo(walk(8, 250, 0), 4).by).toBe(10);
    expect(walkTo(walk(8, 4, 0), 250).by).toBe(-10);
    expect(endOf(walkTo(walk(8, 200, 60), 7))).toBe(7);
  });
});

describe('the drawing', () => {
  test('a point lies in the sector of the pattern drawn there', () => {
    for (const bits of [4, 8] as const)
      for (let pattern = 0; pattern < sizeOf(bits); pattern++)
        expect(patternAt(pointAt(turnOf(pattern, bits), 122), bits)).toBe(pattern);
  });

  test('the seams are at the top and at the bottom, between two patterns', () => {
    expect(patternAt({ x: 0.1, y: -100 }, 8)).toBe(0);
    expect(patternAt({ x: -0.1, y: -100 }, 8)).toBe(255);
    expect(patternAt({ x: 0.1, y: 100 }, 8)).toBe(127);
    expect(patternAt({ x: -0.1, y: 100 }, 8)).toBe(128);
  });

  test('a walk is drawn from its start, clockwise when it adds; no walk is no line', () => {
    expect(walkPath(walk(4, 15, 8), 100)).toBe(
      'M-19.5 -98.1A100 100 0 0 1 98.1 -19.5A100 100 0 0 1 19.5 98.1',
    );
    expect(walkPath(walk(4, 0, -16), 100)).toBe(
      'M19.5 -98.1A100 100 0 0 0 -19.5 98.1A100 100 0 0 0 19.5 -98.1',
    );
    expect(walkPath(walk(4, 3, 0), 100)).toBe('');
  });

  test('a byte has ten labels, the four beside the seams set apart from each other', () => {
    const labels = circleLabels(8, 146);
    expect(labels.map(({ pattern }) => pattern)).toEqual([
      0, 32, 64, 96, 127, 128, 160, 192, 224, 255,
    ]);
    expect(labels.filter(({ anchor }) => anchor !== 'middle').map(({ x }) => x)).toEqual([
      7, 7, -7, -7,
    ]);
    expect(circleLabels(4, 146)).toHaveLength(16);
  });
});
