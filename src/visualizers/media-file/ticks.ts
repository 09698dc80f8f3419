/** Labels along a time axis: at most nine, at 1, 2 or 5 seconds, or minutes' worth of them. None for a time without end. */
export function tickSeconds(seconds: number): readonly number[] {
  if (!Number.isFinite(seconds)) return [];
  const step =
    [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].find((s) => seconds / s <= 8) ??
    Math.ceil(seconds / 8);
  const ticks: number[] = [];
  for (let second = 0; second <= seconds + 1e-6; second += step) ticks.push(second);
  return ticks;
}
