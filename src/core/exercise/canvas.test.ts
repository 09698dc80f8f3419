/** How a probe's canvas keeps colours, against what was measured in Chromium 156 and Firefox 153. */
import { expect, test } from 'vitest';
import { readValue, storedValue } from './canvas';

const roundTrip = (value: number, alpha: number) => readValue(storedValue(value, alpha), alpha);

test.each([
  [[40, 90, 200], 5, [51, 102, 204]],
  [[200, 100, 50], 1, [255, 0, 0]],
  [[255, 255, 255], 0, [0, 0, 0]],
  [[1, 127, 254], 255, [1, 127, 254]],
])('%j with an alpha of %i comes back as %j', (colour, alpha, back) => {
  expect(colour.map((value) => roundTrip(value, alpha))).toEqual(back);
});

test('32,640 of 65,536 pairs of value and alpha change, opaque ones never, and none a second time', () => {
  const changed: number[] = [];
  for (let alpha = 0; alpha < 256; alpha++)
    for (let value = 0; value < 256; value++) {
      const back = roundTrip(value, alpha);
      if (back !== value) changed.push(alpha);
      expect(roundTrip(back, alpha)).toBe(back);
    }
  expect(changed).toHaveLength(32_640);
  expect(changed).not.toContain(255);
});
