/**
 * Turns a list of attacks into tests: each attack, in each realm, in each engine, and then an ordinary run after it.
 * Those that measure how long the page stalls are tagged `@stalls`, and want the machine for themselves.
 */
import { expect } from '@playwright/test';
import type { RealmKind } from '../../src/core/trace/run';
import type { Harness } from '../support/sandbox-harness';
import type { Driver } from '../support/sandbox-harness-drivers';
import type { Order, Report } from '../support/sandbox-harness-types';
import { expectUnharmed, type Attack } from './attack';
import { test } from './fixtures';

/** Longest stall of the page's own thread, in milliseconds, while a snippet spins (issue 2, decisions.md 15). */
const STALL_LIMITS_MS = {
  chromium: { worker: 100, page: 100 },
  firefox: { worker: 150, page: 500 },
} as const;
/**
 * Other programs on the machine stall the page too. So a long stall has to show again to count, and what the page
 * stalls with nothing running, beyond two frames, is measured right after and taken off.
 */
const STALL_ATTEMPTS = 3;
const TWO_FRAMES_MS = 34;

export function testAttacks(title: string, attacks: readonly Attack[]): void {
  test.describe(title, () => {
    for (const attack of attacks)
      for (const realm of attack.realms)
        test(
          `${attack.name} · ${realm} realm`,
          { tag: attack.spins === true ? ['@stalls'] : [] },
          async ({ driver, harness }) => {
            test.setTimeout(150_000);
            const before = { visits: harness.visits.length, requests: harness.requests.length };
            const report = await attackOnce(driver, harness, attack, realm);
            attack.safe(report);
            expectUnharmed(report, harness.url);
            expectNothingLeft(driver, harness, before);
            await expectNextRun(driver, harness, realm);
            if (attack.spins === true)
              await expectShortStalls(driver, harness, attack, realm, report);
          },
        );
  });
}

export async function attackOnce(
  driver: Driver,
  harness: Harness,
  attack: Pick<Attack, 'source' | 'html' | 'goal' | 'order' | 'guardMs' | 'network'>,
  realm: RealmKind,
): Promise<Report> {
  const source = attack.source
    .replaceAll('OUTSIDE', harness.outside)
    .replaceAll('INSIDE', harness.url.slice(0, -1));
  const order: Order = {
    ...attack.order,
    program: {
      source,
      realm,
      ...(attack.goal === undefined ? {} : { goal: attack.goal }),
      ...(attack.html === undefined ? {} : { html: attack.html }),
      ...(attack.guardMs === undefined ? {} : { guardMs: attack.guardMs }),
      ...(attack.network === undefined ? {} : { network: attack.network }),
    },
  };
  return (await driver.call('run', [order])) as Report;
}

/** No request left for the world, none but the realm's own page came to us, and no window or dialog opened. */
export function expectNothingLeft(
  driver: Driver,
  harness: Harness,
  before: { visits: number; requests: number },
): void {
  expect(harness.visits.slice(before.visits), 'nothing reaches another server').toEqual([]);
  const ours = harness.requests
    .slice(before.requests)
    .filter((request) => !request.startsWith('GET ') || !isOwnFile(request, harness));
  expect(ours, 'nothing but the realm is asked of our own server').toEqual([]);
  expect(driver.incidents, 'no window, dialog, download or navigation').toEqual([]);
}

function isOwnFile(request: string, harness: Harness): boolean {
  const path = request.slice(request.indexOf('/'));
  return [
    harness.realmPath,
    // What a run with a network asks for: whether there is a lab, the one in the page, and media.
    '/healthz',
    harness.labPath,
    '/media/pattern.png',
    '/relay.worker.js',
    '/harness.js',
    '/',
    '/favicon.ico',
  ].includes(path);
}

async function expectNextRun(driver: Driver, harness: Harness, realm: RealmKind): Promise<void> {
  const source =
    'const bytes = new Uint8Array([1, 2, 3]);\nconsole.log("still here", bytes.length)';
  const next = await attackOnce(driver, harness, { source, order: { warm: false } }, realm);
  expect(next.outcome).toEqual({ kind: 'finished' });
  expect(next.lines).toEqual(['still here 3']);
}

async function expectShortStalls(
  driver: Driver,
  harness: Harness,
  attack: Attack,
  realm: RealmKind,
  first: Report,
): Promise<void> {
  const limit = STALL_LIMITS_MS[driver.engine][realm];
  const stalls = [await withoutTheMachines(driver, first)];
  while (Math.min(...stalls) >= limit && stalls.length < STALL_ATTEMPTS) {
    const report = await attackOnce(driver, harness, attack, realm);
    stalls.push(await withoutTheMachines(driver, report));
  }
  expect(Math.min(...stalls), `stalls of the page, in ms: ${stalls.join(', ')}`).toBeLessThan(
    limit,
  );
}

async function withoutTheMachines(driver: Driver, { stallMs, settledMs }: Report): Promise<number> {
  if (stallMs < TWO_FRAMES_MS * 2) return stallMs;
  const idle = (await driver.call('idleStall', [Math.min(5000, settledMs ?? 0)])) as number;
  return stallMs - Math.max(0, idle - TWO_FRAMES_MS);
}
