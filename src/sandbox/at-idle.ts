/** Work that is in nobody's way: once this thread has nothing else to do, or after `timeout` at the latest. */
import type { Countdown } from './countdown';

export function atIdle(timeout: number, work: () => void): Countdown {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(work, { timeout });
    return { cancel: () => cancelIdleCallback(id) };
  }
  // Safari has no idle callbacks.
  const timer = setTimeout(work, Math.min(timeout, 200));
  return { cancel: () => clearTimeout(timer) };
}
