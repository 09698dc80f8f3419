/**
 * What an attack is: code a stranger might share, where it runs, and what must come of it.
 *
 * Not here yet, because there are no shared links before step 8: a link that runs by itself, that inflates beyond
 * 256 KB, that breaks its schema or overwrites the reader's own draft, and a link whose server half tries the host's
 * storage and network. That hostile text is shown as text is the bench's test; here it is only handed on.
 */
import { expect } from '@playwright/test';
import type { RealmKind } from '../../src/core/trace/run';
import type { ProgramNetwork } from '../../src/sandbox';
import type { Order, Report } from '../support/sandbox-harness-types';

export interface Attack {
  readonly name: string;
  readonly realms: readonly RealmKind[];
  /** `OUTSIDE` becomes the origin of a server that nothing may reach, `INSIDE` the lesson page's own. */
  readonly source: string;
  readonly html?: string;
  readonly goal?: 'module' | 'script';
  readonly order?: Omit<Partial<Order>, 'program'>;
  readonly guardMs?: number;
  readonly network?: ProgramNetwork;
  /** The run keeps its thread busy, so the page's own stalls are what matters. */
  readonly spins?: boolean;
  /** The safe outcome. Everything in `expectUnharmed` is checked for every attack besides. */
  readonly safe: (report: Report) => void;
}

export const BOTH = ['worker', 'page'] as const;

export function stoppedBy(by: 'guard' | 'watchdog' | 'reader', line?: number) {
  return (report: Report): void => {
    expect(report.outcome).toMatchObject({ kind: 'stopped', by });
    if (line !== undefined) expect(report.outcome).toMatchObject({ line });
  };
}

export function finished(report: Report): void {
  expect(report.outcome).toEqual({ kind: 'finished' });
}

/** The code prints one line for each thing it tried; none of them may say that it worked. */
export function nothingWorked(report: Report): void {
  finished(report);
  expect(report.lines.filter((line) => line.startsWith('worked'))).toEqual([]);
  expect(report.lines).toContain('tried everything');
}

/** Whatever the code did, the run has one end, the page is where and what it was, and nothing was stored. */
export function expectUnharmed(report: Report, url: string): void {
  expect(report.outcome, 'the run has to end').not.toBeNull();
  expect(report.settledCount, 'settled is said exactly once').toBe(1);
  expect(report.page.href.split('#')[0]).toBe(url);
  expect(report.page.title).toBe('Sandbox harness');
  expect(report.page.storage).toEqual([]);
}

/** Makes a program that tries each of the given expressions and prints what came of it; promises are awaited. */
export function tryAll(attempts: readonly string[]): string {
  const calls = attempts.map(
    (code) => `await attempt(${JSON.stringify(code)}, async () => ${code});`,
  );
  return [
    'async function attempt(name, action) {',
    '  const late = new Promise((resolve) => setTimeout(resolve, 700, "nothing came of it"));',
    '  try {',
    '    const result = await Promise.race([action(), late]);',
    '    console.log(result === "nothing came of it" ? "silent" : result === undefined ? "ignored" : "worked", name, String(result));',
    '  } catch (error) { console.log("refused", name, String(error)); }',
    '}',
    ...calls,
    'console.log("tried everything");',
  ].join('\n');
}

/** Resolves true when the element loads, throws when it fails. */
export function loads(make: string): string {
  return `new Promise((resolve, reject) => { const element = ${make}; element.onload = () => resolve(true); element.onerror = () => reject(new Error("blocked")); if (!element.isConnected && element instanceof Node && typeof document === "object") document.body.append(element); })`;
}
