import { describe, expect, test } from 'vitest';
import { findViewMentions } from './index';
import { TOO_DEEP_SOURCES } from './programs.fixture';

/** The mentions as `name:family`, in order. */
const mentions = (source: string): string | null =>
  findViewMentions(source)
    ?.map(({ name, family }) => `${name}:${family}`)
    .join(' ') ?? null;

describe('findViewMentions', () => {
  test('finds the variable wherever it is mentioned, and the constructor', () => {
    expect(mentions('const px = new Uint8Array(4); px[0] = px.length;')).toBe(
      'px:u Uint8Array:u px:u px:u',
    );
  });

  test('tells where, in UTF-16 units', () => {
    const source = `const 값 = '😀'; const v = new DataView(b); v.getInt8(0)`;
    const found = findViewMentions(source);
    expect(found?.map(({ start, end }) => source.slice(start, end))).toEqual([
      'v',
      'DataView',
      'v',
    ]);
  });

  test.each([
    ['let a; a = new Int16Array(2)', 'a:i a:i Int16Array:i'],
    ['const a = new Float32Array(2).subarray(1)', 'a:f Float32Array:f'],
    ['const a = Uint8Array.of(1), b = a.map(f), c = b', 'a:u Uint8Array:u b:u a:u c:u b:u'],
    ['const a = Float64Array.from(x)', 'a:f Float64Array:f'],
    ['const a = new TextEncoder().encode("x")', 'a:u'],
    ['const a = await blob.bytes()', 'a:u'],
    ['const d = ctx.getImageData(0, 0, 1, 1).data', 'd:u'],
    ['const a = ok ? new Int8Array(1) : null', 'a:i Int8Array:i'],
    ['function f(v = new DataView(b)) { return v }', 'v:d DataView:d v:d'],
    [
      'use(later); const later = new Uint8Array(1); function use() { return later }',
      'later:u later:u Uint8Array:u later:u',
    ],
    ['x instanceof Uint8Array', 'Uint8Array:u'],
    [
      'const o = { px: 1 }; o.px; const px = new Uint8Array(1); f({ px, px: px })',
      'px:u Uint8Array:u px:u px:u',
    ],
  ])('infers from %j', (source, expected) => {
    expect(mentions(source)).toBe(expected);
  });

  test.each([
    ['const a = new Uint8Array(1); { const a = 1; a } a', 'a:u Uint8Array:u a:u'],
    ['const a = new Uint8Array(1); function f(a) { return a }', 'a:u Uint8Array:u'],
    ['const a = new Uint8Array(1); try {} catch (a) { a }', 'a:u Uint8Array:u'],
    ['const a = new Uint8Array(1); for (const a of []) a; a', 'a:u Uint8Array:u a:u'],
    ['var a = 1; { var a = new Int8Array(1) } a', 'a:i a:i Int8Array:i a:i'],
    ['class Uint8Array {} const a = new Uint8Array(1)', ''],
    ['function f() { a } let a = new Uint8Array(1); { function a() {} a }', 'a:u a:u Uint8Array:u'],
    ['a: for (;;) break a; const a = new Uint8Array(1)', 'a:u Uint8Array:u'],
  ])('is not misled by another variable of the same name: %j', (source, expected) => {
    expect(mentions(source)).toBe(expected);
  });

  test('finds none in ordinary code, and tells what does not parse from it', () => {
    expect(mentions('const list = [1].slice(); const m = new Map(); list.map(String)')).toBe('');
    expect(mentions('')).toBe('');
    expect(mentions('const a = new Uint8Array(')).toBe(null);
  });

  test.each(TOO_DEEP_SOURCES)('says nothing about %s', (_what, source) => {
    expect(mentions(source)).toBe(null);
  });

  test('reads sloppy scripts too', () => {
    expect(mentions('with (o) { var a = new Uint8Array(1) }')).toBe('a:u Uint8Array:u');
  });
});
