import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { WiredName } from './model';
import { Endianness } from './View';

const htmlOf = (value: string, kind: WiredName) =>
  renderToString(
    <Endianness value={value} kind={kind} examples={[{ value: '1', kind: 'u64' }]} locale="en" />,
  ).replaceAll('<!-- -->', '');

const labels = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*aria-label="([^"]*)"`, 'g'))].map(
    ([, label]) => label,
  );

describe('the wiring figure, as the page is built', () => {
  test('says for each byte what it is worth and where it goes', () => {
    const html = htmlOf('0x12345678', 'u32');
    expect(labels(html, 'button').slice(0, 3)).toEqual(['16 bits', '32 bits', '64 bits']);
    expect([...html.matchAll(/<span class="vh">(hex [^<]*)/g)].map(([, name]) => name)).toEqual([
      'hex 12, times 16,777,216; big-endian at address 0x00, little-endian at address 0x07',
      'hex 34, times 65,536; big-endian at address 0x01, little-endian at address 0x06',
      'hex 56, times 256; big-endian at address 0x02, little-endian at address 0x05',
      'hex 78, times 1; big-endian at address 0x03, little-endian at address 0x04',
    ]);
    expect(labels(html, 'input').slice(1)).toEqual([
      'Big-endian, address 0x00, the byte worth most, hex',
      'Big-endian, address 0x01, byte 2 of the value, hex',
      'Big-endian, address 0x02, byte 3 of the value, hex',
      'Big-endian, address 0x03, the byte worth least, hex',
      'Little-endian, address 0x04, the byte worth least, hex',
      'Little-endian, address 0x05, byte 3 of the value, hex',
      'Little-endian, address 0x06, byte 2 of the value, hex',
      'Little-endian, address 0x07, the byte worth most, hex',
    ]);
  });

  test('has one tab stop in each row of bytes', () => {
    const html = htmlOf('0x12345678', 'u32');
    const rows = html.match(/<ol\b.*?<\/ol>|<div class="en-val".*?<\/div>/gs) ?? [];
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.match(/tabindex="0"/gi)).toHaveLength(1);
  });

  test('strikes the reading in the other order, unless it is the same', () => {
    expect(htmlOf('0x12345678', 'u32')).toContain('<span class="wrong">2,018,915,346</span>');
    expect(htmlOf('-2', 'i16')).toContain('<span class="wrong">−257</span>');
    expect(htmlOf('0', 'u32')).not.toContain('wrong');
  });

  test('draws a float’s parts and a wide integer’s powers', () => {
    expect(htmlOf('1.5', 'f32')).toContain('sign and exponent; big-endian');
    expect(htmlOf('1.5', 'f32')).toContain('>sign, exp</span>');
    expect(htmlOf('1', 'u64')).toContain('>× 256⁷</span>');
    expect(htmlOf('1', 'u64')).toContain('<b>true</b>');
  });

  test('without a press it says how to begin', () => {
    expect(htmlOf('327', 'u16')).toContain('Type any number');
  });
});
