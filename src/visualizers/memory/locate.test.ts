import { describe, expect, it } from 'vitest';
import { locateCell } from './locate';
import { bufferState, lessonState, memoryOf } from './test-states';

describe('a reference in prose', () => {
  it.each([
    ['byte 3', { start: 3, end: 4 }],
    ['buffer byte 3', { start: 3, end: 4 }],
    ['u8[2]', { start: 2, end: 3 }],
    ['i16[1]', { start: 2, end: 4 }],
    ['f32[3]', { start: 12, end: 16 }],
    ['dv.setInt16(8)', { start: 8, end: 10 }],
  ])('"%s" finds its bytes', (name, range) => {
    expect(locateCell(lessonState(), name)).toEqual({ bufferId: 0, range });
  });

  it.each(['byte 16', 'other byte 0', 'u8[16]', 'dv[0]', 'f64[0]', 'dv.getInt16(8)', 'nonsense'])(
    '"%s" finds nothing',
    (name) => {
      expect(locateCell(lessonState(), name)).toBeNull();
    },
  );

  it('can name one of several buffers', () => {
    const state = memoryOf([bufferState([1]), bufferState([2], { id: 1, name: 'copy' })], []);
    expect(locateCell(state, 'copy byte 0')?.bufferId).toBe(1);
  });
});
