import { describe, expect, it } from 'vitest';
import { parseProgressText } from './parse';
import { NO_PROGRESS } from './progress';

const with_ = (fields: object) => JSON.stringify({ ...NO_PROGRESS, ...fields });
const mistakeIn = (text: string) => {
  const parsed = parseProgressText(text);
  return parsed.kind === 'mistake' ? parsed.mistake : null;
};

describe('progress from storage', () => {
  it.each([
    ['no JSON', 'not json', { at: '', expected: 'json', found: '"not json"' }],
    ['cut off', '{"v":1,"res', { at: '', expected: 'json', found: '"{\\"v\\":1,\\"res"' }],
    ['nothing', '', { at: '', expected: 'json', found: '""' }],
    ['null', 'null', { at: '', expected: 'object', found: 'null' }],
    [
      'lists in lists without end',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      { at: '', expected: 'object', found: '[…' },
    ],
    [
      'a lesson that is objects in objects without end',
      `{"v":1,"resets":0,"place":null,"lessons":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`,
      { at: 'lessons.a.a', expected: 'part', found: '"a"' },
    ],
    [
      'a state that is objects in objects without end',
      `{"v":1,"resets":0,"place":null,"lessons":{"a":{"section:a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_003)}`,
      { at: 'lessons.a.section:a', expected: 'state', found: '{…' },
    ],
    ['a list', '[1]', { at: '', expected: 'object', found: '[1]' }],
    ['no version', '{}', { at: 'v', expected: 'version', found: 'nothing' }],
    ['a later version', with_({ v: 2 }), { at: 'v', expected: 'version', found: '2' }],
    [
      'a fraction of a reset',
      with_({ resets: 1.5 }),
      { at: 'resets', expected: 'count', found: '1.5' },
    ],
    [
      'fewer than no resets',
      with_({ resets: -1 }),
      { at: 'resets', expected: 'count', found: '-1' },
    ],
    [
      'lessons as text',
      with_({ lessons: 'x' }),
      { at: 'lessons', expected: 'object', found: '"x"' },
    ],
    [
      'a lesson as a list',
      with_({ lessons: { views: [] } }),
      { at: 'lessons.views', expected: 'object', found: '[]' },
    ],
    [
      'a lesson called a path',
      with_({ lessons: { '../x': {} } }),
      { at: 'lessons.../x', expected: 'name', found: '"../x"' },
    ],
    [
      'a part of no kind',
      with_({ lessons: { views: { 'page:a': 'read' } } }),
      { at: 'lessons.views.page:a', expected: 'part', found: '"page:a"' },
    ],
    [
      'a kind that every object has',
      with_({ lessons: { views: { 'constructor:a': 'read' } } }),
      { at: 'lessons.views.constructor:a', expected: 'part', found: '"constructor:a"' },
    ],
    [
      'a part without a name',
      with_({ lessons: { views: { 'section:': 'read' } } }),
      { at: 'lessons.views.section:', expected: 'part', found: '"section:"' },
    ],
    [
      'a state of another kind',
      with_({ lessons: { views: { 'section:a': 'solved' } } }),
      { at: 'lessons.views.section:a', expected: 'state', found: '"solved"' },
    ],
    [
      'a place without a lesson',
      with_({ place: { section: 'a', at: 1 } }),
      { at: 'place.lesson', expected: 'name', found: 'nothing' },
    ],
    [
      'a place with markup',
      with_({ place: { lesson: 'views', section: '<b>', at: 1 } }),
      { at: 'place.section', expected: 'name', found: '"<b>"' },
    ],
    [
      'a place at no time',
      with_({ place: { lesson: 'views', section: '', at: 'now' } }),
      { at: 'place.at', expected: 'time', found: '"now"' },
    ],
  ])('is refused where it is %s, and the mistake is named', (_, text, mistake) => {
    expect(mistakeIn(text)).toEqual(mistake);
  });

  it('is refused where it has more than any course', () => {
    const many = (prefix: string, value: unknown) =>
      Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${prefix}${i}`, value]));
    expect(mistakeIn(with_({ lessons: many('l', {}) }))).toEqual({
      at: 'lessons',
      expected: 'fewer',
      found: '501',
    });
    expect(mistakeIn(with_({ lessons: { views: many('section:', 'read') } }))?.at).toBe(
      'lessons.views',
    );
  });

  it('names only the beginning of what was found', () => {
    expect(mistakeIn('x'.repeat(1000))?.found).toBe(`"${'x'.repeat(59)}…`);
  });

  it('is taken without fields that this version does not know', () => {
    const parsed = parseProgressText(
      with_({ more: 1, place: { lesson: 'views', section: 'a', at: 1, x: 2 } }),
    );
    expect(parsed).toEqual({
      kind: 'ok',
      value: { ...NO_PROGRESS, place: { lesson: 'views', section: 'a', at: 1 } },
    });
  });

  it('may name sections in any script', () => {
    expect(mistakeIn(with_({ lessons: { views: { 'section:바이트-하나': 'read' } } }))).toBeNull();
  });
});
