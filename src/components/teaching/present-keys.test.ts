import { expect, test } from 'vitest';
import { actionOf, addressOf, benchInAddress, limitPresses, zoomFor } from './present-keys';

test('an address presents a bench by its id, or the first one', () => {
  expect(benchInAddress(addressOf('bench-views-create'))).toBe('bench-views-create');
  expect(benchInAddress('#present')).toBe('');
  expect(benchInAddress('#presents')).toBeNull();
  expect(benchInAddress('#a-section')).toBeNull();
  expect(benchInAddress('')).toBeNull();
});

test('keys of a keyboard and of a remote control have a meaning, others have none', () => {
  expect(actionOf('PageDown')).toBe('next');
  expect(actionOf('=')).toBe('larger');
  expect(actionOf('Escape')).toBe('leave');
  expect(actionOf('a')).toBeNull();
  expect(actionOf('toString')).toBeNull();
});

test('type fills a projector, follows the presses, and is never smaller than on the page', () => {
  const hd = zoomFor(1280, 720, 0);
  expect(zoomFor(1920, 1080, 0)).toBeCloseTo(hd * 1.5);
  expect(hd).toBeGreaterThan(1.25);
  expect(zoomFor(1280, 720, 1)).toBeGreaterThan(hd);
  expect(zoomFor(1280, 720, -8)).toBe(1);
  expect(zoomFor(390, 844, 0)).toBe(1);
  expect(limitPresses(40)).toBeLessThan(40);
});
