import { describe, expect, it } from 'vitest';
import { copyName, formatCopy, isKept, MOST_COPY_BYTES, parseCopy } from './copy';
import { markDone, NO_PROGRESS } from './progress';

const progress = markDone(NO_PROGRESS, { kind: 'section', lesson: 'views', id: 'a' });
const now = new Date(2026, 10, 5, 12);
const copyWith = (fields: object) =>
  JSON.stringify({ format: 'bytescope-progress', v: 1, progress, kept: {}, ...fields });
const mistakeIn = (text: string) => {
  const parsed = parseCopy(text);
  return parsed.kind === 'mistake' ? parsed.mistake : null;
};

describe('a copy', () => {
  it('comes back as it was saved', () => {
    const kept = { 'bytescope:draft:views/create': '{"v":1}' };
    expect(parseCopy(formatCopy({ progress, kept }, now))).toEqual({
      kind: 'ok',
      value: { progress, kept },
    });
  });

  it('is named by the day', () => {
    expect(copyName(now)).toBe('bytescope-progress-2026-11-05.json');
  });

  it.each([
    ['other JSON', '{"name":"bytescope"}', { at: 'format', expected: 'format', found: 'nothing' }],
    ['a later version', copyWith({ v: 2 }), { at: 'v', expected: 'version', found: '2' }],
    [
      'no progress',
      copyWith({ progress: null }),
      { at: 'progress', expected: 'object', found: 'null' },
    ],
    [
      'wrong progress',
      copyWith({ progress: { ...progress, lessons: { views: 1 } } }),
      { at: 'progress.lessons.views', expected: 'object', found: '1' },
    ],
    [
      'a key of somebody else',
      copyWith({ kept: { 'bytescope:theme': 'dark' } }),
      { at: 'kept.bytescope:theme', expected: 'key', found: '"bytescope:theme"' },
    ],
    [
      'no text',
      copyWith({ kept: { 'bytescope:draft:x': {} } }),
      { at: 'kept.bytescope:draft:x', expected: 'text', found: '{}' },
    ],
  ])('is refused where it is %s', (_, text, mistake) => {
    expect(mistakeIn(text)).toEqual(mistake);
  });

  it('is read again whatever localStorage had room for, and refused with more', () => {
    const filled = (length: number) => ({ 'bytescope:draft:x': '\uac00'.repeat(length) });
    const full = formatCopy({ progress, kept: filled(5 * 1024 * 1024) }, now);
    expect(new TextEncoder().encode(full).length).toBeLessThan(MOST_COPY_BYTES);
    expect(parseCopy(full).kind).toBe('ok');
    expect(mistakeIn(copyWith({ kept: filled(5 * 1024 * 1024 + 1) }))?.expected).toBe('text');
  });

  it('takes along edits, attempts and answers, and neither settings nor what was set aside', () => {
    expect(
      [
        'bytescope:draft:views/create',
        'bytescope:attempts:views/window',
        'bytescope:quiz:views/q',
        'bytescope:draft:views/create:unreadable:5',
        'bytescope:progress',
        'bytescope:theme',
        'other:draft:x',
      ].filter(isKept),
    ).toEqual([
      'bytescope:draft:views/create',
      'bytescope:attempts:views/window',
      'bytescope:quiz:views/q',
    ]);
  });
});
