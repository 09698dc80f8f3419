/** Joins batches of console entries: equal calls in a row become one entry with a count, across batches too. */
import type { ConsoleEntry } from './console-entry';

/** Whether two entries show the same thing from the same line, so that the second only raises the first's count. */
export function isRepeat(previous: ConsoleEntry, next: ConsoleEntry): boolean {
  return (
    next.kind === 'values' &&
    previous.kind === 'values' &&
    previous.level === next.level &&
    previous.depth === next.depth &&
    previous.line === next.line &&
    next.stack.length === 0 &&
    previous.stack.length === 0 &&
    sameData(previous.values, next.values)
  );
}

/**
 * The entries of `list` followed by `entries`, with repeats folded into counts. Neither argument is changed, so a
 * renderer may compare by identity.
 */
export function appendConsole(
  list: readonly ConsoleEntry[],
  entries: readonly ConsoleEntry[],
): readonly ConsoleEntry[] {
  const joined = list.slice();
  for (const entry of entries) {
    const last = joined.at(-1);
    if (last !== undefined && isRepeat(last, entry)) {
      joined[joined.length - 1] = {
        ...last,
        count: last.count + entry.count,
        lastStep: entry.lastStep,
      };
    } else {
      joined.push(entry);
    }
  }
  return joined;
}

/**
 * Deep equality of plain data (previews). Indexed loops and own keys only: the realm calls it too, where a learner may
 * have patched iterators.
 */
function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = ownKeys(a);
  if (keys.length !== ownKeys(b).length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as keyof typeof a;
    if (!hasOwn(b, key) || !sameData(a[key], b[key])) return false;
  }
  return true;
}

const ownKeys = Reflect.ownKeys;
const hasOwn = Object.hasOwn;
