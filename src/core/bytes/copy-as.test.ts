import { expect, test } from 'vitest';
import { fromBase64 } from './base64';
import { copyAs } from './copy-as';

const some = Uint8Array.of(0xff, 0xd8, 0x00, 0x41);
const many = Uint8Array.from({ length: 40 }, (_, i) => i);

test('a few bytes in each form', () => {
  expect(copyAs(some, 'hex')).toBe('FF D8 00 41');
  expect(copyAs(some, 'js')).toBe('new Uint8Array([0xFF, 0xD8, 0x00, 0x41])');
  expect(copyAs(some, 'base64')).toBe('/9gAQQ==');
  expect(copyAs(some, 'c')).toBe('const unsigned char bytes[4] = {\n  0xFF, 0xD8, 0x00, 0x41\n};');
});

test('many bytes stand sixteen in a line, and are what they were', () => {
  expect(copyAs(many, 'hex').split('\n')).toHaveLength(3);
  const code = copyAs(many, 'js');
  expect(code).toContain('0x0F,\n  0x10,');
  expect(code.match(/0x../g)?.map(Number)).toEqual([...many]);
  expect(fromBase64(copyAs(many, 'base64'))).toEqual(many);
  expect(copyAs(many, 'c').match(/0x/g)).toHaveLength(40);
});

test('no bytes', () => {
  expect(copyAs(new Uint8Array(0), 'hex')).toBe('');
  expect(copyAs(new Uint8Array(0), 'js')).toBe('new Uint8Array([])');
  expect(copyAs(new Uint8Array(0), 'c')).toBe('/* no bytes */');
});
