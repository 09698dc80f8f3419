import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('all are done, a few at a time', async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await inTurn([1, 2, 3, 4, 5, 6, 7, 8, 9], async (item) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    done.push(item);
  });
  expect(done).toHaveLength(9);
  expect(most).toBe(4);
});

test('after one that fails no other begins', async () => {
  const begun: number[] = [];
  const all = inTurn([1, 2, 3, 4, 5, 6, 7, 8, 9], async (item) => {
    begun.push(item);
    await Promise.resolve();
    if (item === 2) throw new Error('no');
  });
  await expect(all).rejects.toThrow('no');
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun.length).toBeLessThan(9);
});
