import { describe, expect, it } from 'vitest';
import { parseBase, withBase, withoutBase } from './base-path';

describe('the base of the site', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['/teach', '/teach/'],
    ['/teach/bytescope', '/teach/bytescope/'],
    ['/teach/bytescope/', '/teach/bytescope/'],
    ['/~name/v1.2_3', '/~name/v1.2_3/'],
  ])('reads %j as %s', (value, base) => {
    expect(parseBase(value)).toBe(base);
  });

  it.each([
    'teach/bytescope',
    './teach',
    'https://host.example/teach/',
    '//host.example/teach',
    '/teach//bytescope',
    '/teach//',
    '/teach/../bytescope',
    '/./teach',
    '/teach?x',
    '/teach#x',
    '/te ach',
    '/teach\n',
    '/te%20ach',
    '/te"ach',
    '/teach;frame-src',
    '\\teach',
    '/강의',
  ])('refuses %j, and says what it takes', (value) => {
    expect(() => parseBase(value)).toThrow(
      `BYTESCOPE_BASE is "${value}", but it has to be a path from the root of the host`,
    );
  });
});

describe.each([
  ['/', '/lessons/views/#map'],
  ['/teach/bytescope/', '/teach/bytescope/lessons/views/#map'],
  // As Vite or Astro may hand it on.
  ['/teach/bytescope', '/teach/bytescope/lessons/views/#map'],
])('under %s', (base, asked) => {
  it('puts a path of the site under the base, and takes it out again', () => {
    expect(withBase(base, '/lessons/views/#map')).toBe(asked);
    expect(withoutBase(base, asked)).toBe('/lessons/views/#map');
    expect(withoutBase(base, withBase(base, '/'))).toBe('/');
  });
});

it('knows what is outside', () => {
  expect(withoutBase('/teach/', '/lessons/views/')).toBeNull();
  expect(withoutBase('/teach/', '/teacher/')).toBeNull();
});
