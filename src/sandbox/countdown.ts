/**
 * A timeout that counts ticks instead of time. While the thread is blocked or the machine sleeps no tick passes, so
 * nobody is declared dead for silence that was ours.
 */
const TICK_MS = 250;

export interface Countdown {
  cancel(): void;
}

export function countdown(durationMs: number, onEnd: () => void): Countdown {
  let ticksLeft = Math.max(1, Math.ceil(durationMs / TICK_MS));
  let timer = setTimeout(tick, TICK_MS);
  function tick(): void {
    ticksLeft -= 1;
    if (ticksLeft <= 0) onEnd();
    else timer = setTimeout(tick, TICK_MS);
  }
  return { cancel: () => clearTimeout(timer) };
}
