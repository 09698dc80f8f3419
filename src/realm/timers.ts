/**
 * Timer ids are numbers that count up, and programs clear them by the hundred ("stop whatever runs"). The realm's own
 * stay: without them it gives no sign of life, and what is printed later is not sent.
 */
import { disguise } from './disguise';
import { apply, define, isOwnTimer, toNumber } from './primordials';

export function shieldTimers(): void {
  shield('clearTimeout', globalThis.clearTimeout);
  shield('clearInterval', globalThis.clearInterval);
}

function shield(name: string, native: (id?: number) => void): void {
  const wrappers = {
    [name](id?: unknown): void {
      // As Web IDL turns it into a long: once, and 2 ** 32 + 7 is 7.
      const handle = toNumber(id) | 0;
      if (!isOwnTimer(handle)) apply(native, globalThis, [handle]);
    },
  };
  const wrapper = wrappers[name] as object;
  disguise(wrapper, native);
  define(globalThis, name, wrapper, true);
}
