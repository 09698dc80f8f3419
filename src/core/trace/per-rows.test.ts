import { expect, test, vi } from 'vitest';
import { perRows } from './per-rows';
import { EMPTY_TRACE } from './trace';

test('the same rows are looked at once, whatever else is said of them', () => {
  const make = vi.fn(({ rows }: { rows: Uint32Array }) => ({ steps: rows.length }));
  const once = perRows(make);
  const trace = { ...EMPTY_TRACE, rows: new Uint32Array(7) };
  expect(once(trace)).toBe(once({ ...trace, unrecorded: 5 }));
  expect(make).toHaveBeenCalledTimes(1);
  once({ ...trace, rows: new Uint32Array(7) });
  expect(make).toHaveBeenCalledTimes(2);
});
