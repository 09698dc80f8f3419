/** The console that snippets see. Every method turns its call into a ConsoleEntry and hands it to the outbox. */
import {
  CONSOLE_LIMITS,
  type ConsoleEntry,
  type ConsoleLevel,
  type Preview,
} from '../../core/trace/console-entry';
import {
  define,
  getOwnPropertyDescriptor,
  isArray,
  now,
  numberToFixed,
  push,
} from '../primordials';
import { isProxy } from '../proxies';
import type { Frame, Stacks } from '../stack';
import { formatArguments, shortText } from './format';
import { Previewer } from './preview';
import type { BufferIds } from './preview-binary';

/** Calls that are looked at in one run; equal lines in a row make no new entry, but each costs time. */
const CALLS = 20_000;

export interface ConsoleSink {
  add(entry: ConsoleEntry): void;
  /** One more call that is only counted. */
  omit(): void;
  /** Entries that made it into the run so far. */
  readonly count: number;
  blob(blob: object, preview: Preview): void;
}

type Kind = ConsoleEntry['kind'];
const NO_FRAMES: readonly Frame[] = [];

export class RealmConsole {
  #depth = 0;
  #calls = 0;
  readonly #counts = new Labels();
  readonly #timers = new Labels();

  constructor(
    readonly sink: ConsoleSink,
    readonly stacks: Stacks,
    readonly buffers: BufferIds,
    /** Steps recorded so far. */
    readonly stepNow: () => number,
  ) {}

  /** Puts a console of this run in place of the global one. */
  install(): void {
    const log = (level: ConsoleLevel) => ({
      [level]: (...args: unknown[]): void => this.#write(level, args),
    });
    const table = {
      ...log('log'),
      ...log('info'),
      ...log('warn'),
      ...log('error'),
      ...log('debug'),
      dirxml: (...args: unknown[]): void => this.#write('log', args),
      dir: (value: unknown): void => this.#values('log', this.#previewAll([value])),
      table: (...args: unknown[]): void => this.#table(args),
      trace: (...args: unknown[]): void => this.#trace(args),
      assert: (condition?: unknown, ...args: unknown[]): void => this.#assert(condition, args),
      clear: (): void => this.#clear(),
      count: (label?: unknown): void => this.#count(label),
      countReset: (label?: unknown): void => this.#countReset(label),
      group: (...args: unknown[]): void => this.#group('group', args),
      groupCollapsed: (...args: unknown[]): void => this.#group('groupCollapsed', args),
      groupEnd: (): void => {
        if (this.#depth > 0) this.#depth--;
      },
      time: (label?: unknown): void => this.#time(label),
      timeLog: (label?: unknown, ...args: unknown[]): void => this.#timeLog(label, args, false),
      timeEnd: (label?: unknown): void => this.#timeLog(label, [], true),
      profile: (): void => {},
      profileEnd: (): void => {},
      timeStamp: (): void => {},
    };
    const names = Object.keys(table) as (keyof typeof table)[];
    const target = {};
    for (const name of names) define(target, name, table[name], true);
    define(target, Symbol.toStringTag, 'console');
    define(globalThis, 'console', target);
  }

  /** A sentence of the sandbox's own, in the learner's console. */
  say(level: ConsoleLevel, sentence: string): void {
    this.#values(level, [{ kind: 'string', text: sentence, omitted: 0 }]);
  }

  #write(
    level: ConsoleLevel,
    args: readonly unknown[],
    kind: Kind = 'values',
    stack = NO_FRAMES,
  ): void {
    if (this.#isOver()) this.sink.omit();
    else this.#add(level, formatArguments(args, this.#previewer()), kind, stack);
  }

  #values(level: ConsoleLevel, values: readonly Preview[], kind: Kind = 'values'): void {
    if (this.#isOver()) this.sink.omit();
    else this.#add(level, values, kind, NO_FRAMES);
  }

  #isOver(): boolean {
    this.#calls++;
    return this.#calls > CALLS || this.sink.count > CONSOLE_LIMITS.entries;
  }

  #add(level: ConsoleLevel, values: readonly Preview[], kind: Kind, stack: readonly Frame[]): void {
    const step = this.stepNow();
    this.sink.add({
      step,
      lastStep: step,
      kind,
      level,
      values,
      depth: this.#depth,
      line: this.stacks.here()?.line ?? null,
      count: 1,
      stack,
    });
  }

  #previewer(): Previewer {
    return new Previewer(this.stacks, this.buffers, (blob, preview) =>
      this.sink.blob(blob, preview),
    );
  }

  #previewAll(args: readonly unknown[]): Preview[] {
    const previewer = this.#previewer();
    const values: Preview[] = [];
    for (let i = 0; i < args.length; i++) push(values, previewer.preview(args[i]));
    return values;
  }

  #table(args: readonly unknown[]): void {
    const data = args[0];
    if (typeof data !== 'object' || data === null || isProxy(data)) {
      this.#write('log', args);
      return;
    }
    const previewer = this.#previewer();
    previewer.columns = columnsOf(args[1]);
    this.#values('log', [previewer.preview(data)], 'table');
  }

  #trace(args: readonly unknown[]): void {
    const stack = this.stacks.frames();
    const shown = args.length === 0 ? ['console.trace'] : args;
    this.#write('log', shown, 'values', stack);
  }

  #assert(condition: unknown, args: readonly unknown[]): void {
    if (condition) return;
    const all: unknown[] = [];
    const first = args[0];
    if (typeof first === 'string') push(all, `Assertion failed: ${first}`);
    else push(all, args.length === 0 ? 'Assertion failed' : 'Assertion failed:');
    for (let i = typeof first === 'string' ? 1 : 0; i < args.length; i++) push(all, args[i]);
    this.#write('error', all);
  }

  #clear(): void {
    this.#depth = 0;
    this.#values('log', [], 'clear');
  }

  #group(kind: 'group' | 'groupCollapsed', args: readonly unknown[]): void {
    this.#write('log', args, kind);
    this.#depth++;
  }

  #count(label: unknown): void {
    const name = labelOf(label);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    this.#sentence('info', `${name}: ${count}`);
  }

  #countReset(label: unknown): void {
    const name = labelOf(label);
    if (this.#counts.get(name) === undefined) {
      this.#sentence(
        'warn',
        `No count called “${name}” to reset: call console.count("${name}") first.`,
      );
    } else {
      this.#counts.set(name, 0);
    }
  }

  #time(label: unknown): void {
    const name = labelOf(label);
    if (this.#timers.get(name) !== undefined) {
      this.#sentence('warn', `A timer called “${name}” is running already.`);
    } else {
      this.#timers.set(name, now());
    }
  }

  #timeLog(label: unknown, args: readonly unknown[], ends: boolean): void {
    const name = labelOf(label);
    const start = this.#timers.get(name);
    if (start === undefined) {
      this.#sentence('warn', `No timer called “${name}”: call console.time("${name}") first.`);
      return;
    }
    const all: unknown[] = [];
    push(all, `${name}: ${numberToFixed(now() - start, 2)} ms`);
    for (let i = 0; i < args.length; i++) push(all, args[i]);
    this.#values('log', this.#previewAll(all));
    if (ends) this.#timers.set(name, undefined);
  }

  #sentence(level: ConsoleLevel, text: string): void {
    this.#values(level, this.#previewAll([text]));
  }
}

function labelOf(label: unknown): string {
  return label === undefined ? 'default' : shortText(label);
}

function columnsOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || isProxy(value) || !isArray(value)) return null;
  const columns: string[] = [];
  for (let i = 0; i < value.length && i < CONSOLE_LIMITS.items; i++) {
    const column: unknown = getOwnPropertyDescriptor(value, i)?.value;
    if (typeof column === 'string') push(columns, column);
  }
  return columns;
}

/** Numbers by label, in an object without a prototype. */
class Labels {
  readonly #values = { __proto__: null } as unknown as Record<string, number | undefined>;

  get(label: string): number | undefined {
    return this.#values[label];
  }
  set(label: string, value: number | undefined): void {
    this.#values[label] = value;
  }
}
