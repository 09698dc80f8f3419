import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NumberCircle } from './View';

const htmlOf = (signed: boolean) =>
  renderToString(
    <NumberCircle bits={8} from={200} by={60} signed={signed} locale="en" />,
  ).replaceAll('<!-- -->', '');

describe('the number circle', () => {
  it('is a picture with its numbers as text, and a slider that says where the walker is', () => {
    const html = htmlOf(true);
    expect(html).toContain('aria-label="Number circle, 8 bits"');
    expect(html).toContain('from 0 to 255, with a seam at the top between 255 and 0.');
    expect(html).toContain('from −128 to 127, with a seam at the bottom between 127 and −128.');
    expect(html).toContain('role="slider" tabindex="0"');
    expect(html).toContain('aria-valuenow="60" aria-valuetext="60, unsigned 4, signed 4"');
    expect(html).toContain('<span>200 + 60 = 260</span><span>past the seam: 260 − 256 = 4</span>');
    expect(html).toContain('<span>−56 + 60 = 4</span></dd>');
  });

  it('says nothing of signs before a lesson has come to them', () => {
    const html = htmlOf(false);
    expect(html).not.toMatch(/signed numbers stand inside/i);
    expect(html).not.toContain('−128');
    expect(html).toContain('aria-valuetext="60, unsigned 4"');
  });

  it('is a few kilobytes, whatever the number of values', () => {
    expect(htmlOf(true).length).toBeLessThan(8000);
  });
});
