import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BitPanel } from './View';

const htmlOf = (value: number) =>
  renderToString(
    <BitPanel byteOffset={2} value={value} locale="en" onPoke={() => undefined} />,
  ).replaceAll('<!-- -->', '');

describe('the bit panel', () => {
  it('is eight switches under their weights, with one tab stop', () => {
    const html = htmlOf(254);
    expect(html).toContain('aria-label="Bits of byte 2"');
    expect(
      [...html.matchAll(/role="switch"[^>]*aria-checked="(\w+)" aria-label="([^"]*)"/g)].map(
        ([, on, name]) => `${String(name)}: ${String(on)}`,
      ),
    ).toEqual([
      'bit 7, weight 128: true',
      'bit 6, weight 64: true',
      'bit 5, weight 32: true',
      'bit 4, weight 16: true',
      'bit 3, weight 8: true',
      'bit 2, weight 4: true',
      'bit 1, weight 2: true',
      'bit 0, weight 1: false',
    ]);
    expect(html.match(/role="switch"[^>]*tabindex="0"/gi)).toHaveLength(1);
  });

  it('says how the bits become a negative number', () => {
    expect(htmlOf(254)).toContain(
      'Two’s complement: flip every bit to get <code>0000 0001</code>, add 1 to get 2, so the value is −2.',
    );
    expect(htmlOf(128)).toContain('add 1 to get 128, so the value is −128.');
    expect(htmlOf(127)).toContain('The top bit is 0, so signed and unsigned agree.');
  });
});
