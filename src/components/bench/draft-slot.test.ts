import { describe, expect, test } from 'vitest';
import {
  EMPTY_SLOT,
  forget,
  hashSource,
  keepBeside,
  parseSlot,
  putCurrent,
  type Draft,
} from './draft-slot';

const draft = (source: string, tab = 'one', savedAt = 1): Draft => ({
  source,
  base: 'b',
  tab,
  savedAt,
});

describe('a slot', () => {
  const first = draft('first');
  const second = draft('second', 'two');
  const slot = putCurrent(EMPTY_SLOT, first, null);

  test('a text takes the place of the one it descends from', () => {
    expect(putCurrent(slot, second, first)).toEqual({ v: 1, current: second, others: [] });
  });

  test('a text that descends from another one goes in front and keeps what was there', () => {
    expect(putCurrent(slot, second, null)).toEqual({ v: 1, current: second, others: [first] });
  });

  test('the lesson’s code in front keeps what somebody else wrote', () => {
    expect(putCurrent(slot, null, second)).toEqual({ v: 1, current: null, others: [first] });
  });

  test('a text given up for another one is kept with the others', () => {
    const mine = draft('mine');
    expect(putCurrent(slot, second, null, mine).others).toEqual([mine, first]);
  });

  test('however many versions lose their place, none is dropped', () => {
    let many = EMPTY_SLOT;
    for (let n = 0; n < 20; n++) many = putCurrent(many, draft(`text ${n}`), null);
    expect(many.others).toHaveLength(19);
  });

  test('the same text is kept once', () => {
    expect(keepBeside(slot, draft('first', 'two'))).toBe(slot);
    expect(keepBeside(slot, second).others).toEqual([second]);
    expect(putCurrent(slot, draft('first', 'two'), null).others).toEqual([]);
  });

  test('a version the reader deletes is gone, the current one is not', () => {
    expect(forget(keepBeside(slot, second), second)).toEqual(slot);
    expect(forget(slot, first)).toEqual(slot);
  });

  test('is read back from what was written', () => {
    const full = putCurrent(slot, second, null);
    expect(parseSlot(JSON.stringify(full))).toEqual(full);
  });
});

test('the hash of a source is FNV-1a', () => {
  expect(hashSource('')).toBe('811c9dc5');
  expect(hashSource('a')).toBe('e40c292c');
  expect(hashSource('a; // one\nb')).toBe(hashSource('a; // 하나\nb'));
  expect(hashSource('/**\n * One\n */\nb')).toBe(hashSource('/**\n * 하나\n */\nb'));
  expect(hashSource('a; // one\nb')).not.toBe(hashSource('a; // one\nc'));
});
