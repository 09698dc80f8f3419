import { describe, expect, test } from 'vitest';
import { addToByte, bitModel, flipBit, wavePath } from './model';

describe('a byte as bits', () => {
  test('254 is −2 when the top bit counts −128', () => {
    expect(bitModel(254)).toMatchObject({
      hex: 'FE',
      signed: '−2',
      unsignedSum: '128+64+32+16+8+4+2',
      signedSum: '−128+64+32+16+8+4+2',
      flipped: '0000 0001',
      magnitude: 2,
    });
  });

  test('every byte: the sums add up, and flipping and adding one gives the magnitude', () => {
    const add = (sum: string) =>
      sum
        .replaceAll('−', '-')
        .split('+')
        .reduce((total, part) => total + Number(part), 0);
    for (let value = 0; value < 256; value++) {
      const model = bitModel(value);
      const signed = new Int8Array([value])[0] ?? 0;
      expect(add(model.unsignedSum)).toBe(value);
      expect(add(model.signedSum)).toBe(signed);
      expect(Number(model.signed.replace('−', '-'))).toBe(signed);
      expect(model.flipped === null).toBe(signed >= 0);
      if (model.flipped !== null) {
        expect(Number.parseInt(model.flipped.replace(' ', ''), 2) + 1).toBe(-signed);
        expect(model.magnitude).toBe(-signed);
      }
    }
  });

  test('the waveform rises and falls where bits differ, and nowhere else', () => {
    expect(wavePath(bitModel(0xfe).bits)).toBe('M0 3H38H76H114H152H190H228H266V27H304');
    expect(wavePath(bitModel(0).bits)).toBe('M0 27H38H76H114H152H190H228H266H304');
  });

  test('flipping twice is nothing; adding wraps', () => {
    expect(flipBit(flipBit(0x42, 7), 7)).toBe(0x42);
    expect(flipBit(0, 7)).toBe(128);
    expect(addToByte(255, 1)).toBe(0);
    expect(addToByte(0, -1)).toBe(255);
  });
});
