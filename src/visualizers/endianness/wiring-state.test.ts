import { describe, expect, test } from 'vitest';
import { formatHex } from '../../core/bytes/format';
import { bitsOfName, chosen, familyOfName, openingState, poked, typed } from './wiring-state';

const hex = ({ bytes }: { bytes: Uint8Array }) => formatHex(bytes, { start: 0, end: bytes.length });

describe('the figure’s state', () => {
  test('typing changes the bytes; what is no number leaves them', () => {
    const opened = openingState('0x12345678', 'u32');
    expect(hex(opened)).toBe('12 34 56 78');
    expect(hex(typed(opened, '327'))).toBe('00 00 01 47');
    const refused = typed(opened, '32x7');
    expect(refused).toMatchObject({ text: '32x7', refusal: 'syntax' });
    expect(hex(refused)).toBe('12 34 56 78');
    expect(typed(refused, '1').refusal).toBeNull();
  });

  test('choosing a type keeps the number, as far as the type holds it', () => {
    const opened = openingState('-2', 'i16');
    expect(hex(chosen(opened, 'i', 32))).toBe('FF FF FF FE');
    expect(hex(chosen(opened, 'f', 32))).toBe('C0 00 00 00');
    const unsigned = chosen(opened, 'u', 16);
    expect(hex(unsigned)).toBe('FF FE');
    expect(unsigned.note).toBe('wrapped');
    expect(hex(chosen(unsigned, 'i', 64))).toBe('FF FF FF FF FF FF FF FE');
  });

  test('a type that has no such number shows zero and says why', () => {
    const state = chosen(openingState('1.5', 'f64'), 'i', 64);
    expect(state).toMatchObject({ text: '1.5', name: 'i64', refusal: 'fraction' });
    expect(hex(state)).toBe('00 00 00 00 00 00 00 00');
    expect(hex(chosen(state, 'f', 16))).toBe('3E 00');
  });

  test('a poke changes one byte, and the text follows in its own base', () => {
    const inHex = poked(openingState('0x12345678', 'u32'), 3, 0xff);
    expect(hex(inHex)).toBe('12 34 56 FF');
    expect(inHex.text).toBe('0x123456FF');
    expect(poked(openingState('327', 'u16'), 0, 0x47).text).toBe('18247');
    expect(poked(openingState('0', 'i16'), 0, 0x80).text).toBe('-32768');
    expect(poked(openingState('0x1', 'i16'), 0, 0xff).text).toBe('-255');
    expect(poked(openingState('1.5', 'f32'), 0, 0xbf).text).toBe('-1.5');
    expect(poked(openingState('0', 'f32'), 0, 0x80).text).toBe('-0');
    expect(poked(typed(openingState('1', 'u16'), 'one'), 1, 2)).toMatchObject({
      text: '2',
      refusal: null,
    });
  });

  test('what a poke writes can be read back', () => {
    for (const name of ['u16', 'i32', 'u64', 'i64', 'f16', 'f32', 'f64'] as const) {
      const state = poked(openingState('7', name), 0, 0xc1);
      expect(hex(typed(state, state.text)), name).toBe(hex(state));
    }
  });

  test('an author’s mistake names the correction', () => {
    expect(() => openingState('cafe', 'u32')).toThrow('value="0x12345678" kind="u32"');
    expect([familyOfName('f16'), bitsOfName('f16')]).toEqual(['f', 16]);
  });
});
