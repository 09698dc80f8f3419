/** Runs programs in this very realm, with recorders that only watch: what is tested is that the program does not notice. */
import type { Goal } from '../trace/run';
import type { Hook } from './context';

export const FILE = 'program-under-test.js';
const indirectEval = globalThis.eval;

export interface Ending {
  readonly log: readonly unknown[];
  readonly error: unknown;
}

/** Evaluates a program as the realm does. It reports through `log`. */
export async function runProgram(
  code: string,
  goal: Goal,
  hookName = '$unused',
  hook: Hook = quietHook(),
): Promise<Ending> {
  const log: unknown[] = [];
  const write = (...args: unknown[]): void => void log.push(structuredClone(args));
  const scope = globalThis as unknown as Record<string, unknown>;
  try {
    if (goal === 'module') {
      const body = indirectEval(
        `(async (${hookName}, log) => {"use strict"; ${code}\n})\n//# sourceURL=${FILE}`,
      ) as (hook: Hook, log: unknown) => Promise<void>;
      await body(hook, write);
    } else {
      scope['log'] = write;
      scope[hookName] = hook;
      indirectEval(`${code}\n//# sourceURL=${FILE}`);
    }
    return { log, error: null };
  } catch (error) {
    return { log, error };
  }
}

/** What a module's syntax becomes by hand, so that the plain program runs in the same wrapper. */
export function plain(source: string, goal: Goal): string {
  if (goal === 'script') return source;
  const body = source
    .replace(/^#!/, '//')
    .replace(/export default \(1, 2\)/, ';(1, 2)')
    .replace(/export default \/\* why \*\/ (class.*)$/, ';($1)')
    .replace(/export default function/, 'function')
    .replace(/^export \{[^}]*\}/gm, (text) => `;${text.replace(/[^\n]/g, '')}`)
    .replace(/^export (?=const|function|class)/gm, '')
    .replace('a<!--b', 'a < ! --b')
    .replaceAll('import.meta.url', '"snippet"');
  // A module's `this` is undefined, as a strict function's is.
  return `await (async function () {${body}\n})();`;
}

/** A recorder that does nothing. */
export function quietHook(): Hook {
  return new QuietHook();
}

/** A recorder whose recording ends after so many accesses, so that loops leave for their twins in mid-run. */
export function switchingHook(accesses: number): Hook {
  return new SwitchingHook(accesses);
}

export class QuietHook implements Hook {
  n = 3;
  k = 1;
  x = false;
  o = true;
  s = 0;
  m = { url: 'snippet:///x.js' };

  t(): void {
    this.n = 3;
  }
  g(): number {
    return 2;
  }
  r(): never {
    throw new Error('the guard was not asked to stop anything');
  }
  v<T>(value: T): T {
    return value;
  }
  f<T>(value: T): T {
    return value;
  }
  c<T>(value: T): T {
    return value;
  }
  a<T>(value: T): T {
    return value;
  }
  w<T>(value: T): T {
    return value;
  }
  i(specifier: unknown): unknown {
    return specifier;
  }
  q(): void {
    // Nobody reads the scope here.
  }
  R<K>(object: unknown, key: K, site: number): K {
    this.access(object, key, site, false);
    return key;
  }
  W<T>(value: T, object: unknown, key: unknown, site: number): T {
    this.access(object, key, site, true);
    return value;
  }
  U<T>(value: T, object: unknown, key: unknown, site: number, _by: number): T {
    this.access(object, key, site, true);
    return value;
  }
  L<T>(value: T, object: unknown, key: unknown, site: number, wrote: boolean): T {
    if (wrote) this.access(object, key, site, true);
    return value;
  }
  D(object: unknown, key: unknown, site: number, strict: boolean): { v: unknown } {
    const set = (value: unknown): void => {
      store(object, key, value, strict);
      this.access(object, key, site, true);
    };
    return {
      get v() {
        return undefined;
      },
      set v(value: unknown) {
        set(value);
      },
    };
  }
  I<T>(iterable: T, site: number, count?: number): T {
    this.iterate(iterable, site, count);
    return iterable;
  }
  O<T>(object: T, site: number, keys: readonly number[]): T {
    for (const key of keys) this.access(object, key, site, false);
    return object;
  }
  E(object: unknown, index: number, site: number): void {
    this.access(object, index, site, false);
  }
  Z(_site: number): void {
    return;
  }
  K(_count: number, _object: unknown, _reads: readonly number[], _writes: readonly number[]): void {
    return;
  }
  Q<T>(_object: unknown, key: T, _site: number, _write: boolean): T {
    return key;
  }

  /** For those that watch. */
  protected access(_object: unknown, _key: unknown, _site: number, _write: boolean): void {
    return;
  }
  protected iterate(_iterable: unknown, _site: number, _count?: number): void {
    return;
  }
}

class SwitchingHook extends QuietHook {
  #left: number;
  #asked = 0;

  constructor(accesses: number) {
    super();
    this.#left = accesses;
    this.o = accesses > 0;
  }

  /** Also a single turn: a loop must get on with it. */
  override g(): number {
    return (this.#asked++ % 3) + 1;
  }

  protected override access(): void {
    if (--this.#left <= 0) this.o = false;
  }
}

type Store = (object: unknown, key: unknown, value: unknown) => void;

const strictStore = indirectEval(
  '"use strict"; (object, key, value) => { object[key] = value }',
) as Store;
const sloppyStore = indirectEval('(object, key, value) => { object[key] = value }') as Store;

function store(object: unknown, key: unknown, value: unknown, strict: boolean): void {
  (strict ? strictStore : sloppyStore)(object, key, value);
}
