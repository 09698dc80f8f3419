import { expect, test } from 'vitest';
import { findOverweight, readBudget, type Budget } from './size-budget.ts';

const allowance = { why: 'Because.', ceiling: 1000, expected: 500, tolerancePercent: 10 };
const budget: Budget = {
  initial: allowance,
  intent: allowance,
  run: allowance,
  realm: allowance,
  prefetch: { ...allowance, ceiling: null },
};
const within = { initial: 500, intent: 549, run: 500, realm: 10, prefetch: 550 };

test('within the tolerance nothing is said', () => {
  expect(findOverweight(budget, within)).toEqual([]);
});
test('growth past the tolerance is told, with the reason and the way to accept it', () => {
  const [sentence] = findOverweight(budget, { ...within, initial: 551 });
  expect(sentence).toContain('initial grew from 500 to 551 bytes');
  expect(sentence).toContain('Because.');
  expect(sentence).toContain('--update');
});
test('the ceiling holds whatever is expected', () => {
  const high = { ...budget, initial: { ...allowance, expected: 5000 } };
  expect(findOverweight(high, { ...within, initial: 1001 })[0]).toContain('1000 are allowed');
});
test('where there is no ceiling only growth is watched', () => {
  expect(findOverweight(budget, { ...within, prefetch: 5000 })).toHaveLength(1);
});
test('the bars of the project stand in the file', () => {
  expect(readBudget().initial.ceiling).toBeLessThanOrEqual(20_000);
  expect(readBudget().intent.ceiling).toBeLessThanOrEqual(150_000);
});
