import { expect, test } from 'vitest';
import { REASONS } from '../sandbox/reasons';
import './ko';
import { lostText } from './lost';

test.each(Object.entries(REASONS))('%s is said in Korean, too', (_, reason) => {
  expect(lostText.en(reason)).toBe(reason);
  expect(lostText.ko?.(reason)).toMatch(/^[^a-z]*[가-힣].*\.$/s);
});
