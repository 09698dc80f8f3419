import { describe, expect, it } from 'vitest';
import { heroText } from '../../i18n/hero';
import { memoryModel } from '../../visualizers/memory/model';
import { heroMemory } from './hero-memory';

const of = (value: string) => heroMemory(value, heroText.en);
const labelsOf = (value: string) =>
  of(value).labels.labels.map(({ start, end, text }) => `${start}–${end - 1} ${text}`);

describe('the hero’s memory', () => {
  it('holds what a TextEncoder writes, in a buffer of whole octets', () => {
    const memory = of('Byte 바이트');
    const [buffer] = memory.state.buffers;
    expect([...(buffer?.bytes ?? [])]).toEqual([...new TextEncoder().encode('Byte 바이트'), 0, 0]);
    expect([...(buffer?.written ?? [])].join('')).toBe('1111111111111100');
    expect([memory.byteLength, memory.codePoints, memory.characters]).toEqual([14, 8, 8]);
  });

  it.each([
    ['', 16],
    ['0123456789abcdef', 16],
    ['0123456789abcdefg', 24],
  ])('of "%s" is %i bytes long', (value, byteLength) => {
    expect(of(value).state.buffers[0]?.byteLength).toBe(byteLength);
  });

  it('labels each code point over its bytes', () => {
    expect(labelsOf('a 가€😀')).toEqual(['0–0 a', '1–1 space', '2–4 가', '5–7 €', '8–11 😀']);
  });

  it('shows what is inside one emoji, and counts as a reader does', () => {
    const family = '👩‍👧';
    expect(labelsOf(family)).toEqual(['0–3 👩', '4–6 joiner', '7–10 👧']);
    const memory = of(family);
    expect(heroText.en.size(memory.byteLength, memory.codePoints, memory.characters)).toBe(
      '11 bytes, 3 code points, 1 character',
    );
  });

  it('gives a combining mark a circle to sit on and a control character its number', () => {
    expect(labelsOf('e\u0301\u0007')).toEqual(['0–0 e', '1–2 ◌\u0301', '3–3 U+0007']);
  });

  it('writes a lone surrogate as the replacement character, and says so', () => {
    const { state, labels } = of('\ud83d');
    expect([...(state.buffers[0]?.bytes.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbf, 0xbd]);
    expect(labels.labels[0]).toMatchObject({
      name: '"\\uD83D"',
      text: '\ufffd',
      full: 'half a pair, U+D83D; written as U+FFFD',
    });
  });

  it('has the head on the last code point, and none when there is nothing', () => {
    expect(of('Byte 바이트').step?.head).toEqual({
      start: 11,
      end: 14,
      access: 'write',
      lane: 'labels',
    });
    expect(of('').step).toBeUndefined();
  });

  it('can be drawn at any length', () => {
    for (const length of [0, 1, 15, 16, 17, 63, 64, 65, 400]) {
      const { state, labels, step } = of('트'.repeat(length));
      const model = memoryModel(state, 0, { labels, ...(step?.head ? { head: step.head } : {}) });
      expect(model.lanes.map(({ name }) => name)).toEqual(['text', 'u8', 'i16', 'f32']);
    }
  });
});
