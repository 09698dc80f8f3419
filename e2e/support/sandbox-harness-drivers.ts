/**
 * Two browsers for the harness page, which gets its orders over HTTP. Chromium is watched by Playwright. Firefox is started plainly, as a reader starts
 * it, because automation can turn its site isolation off and with it what the measurements are about.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { findBrowser } from '../../scripts/lib/browsers.mjs';
import type { Harness } from './sandbox-harness.ts';

export interface Driver {
  readonly engine: 'chromium' | 'firefox';
  /** Calls a method of the harness page; rejects when the page does not answer in time. */
  call(method: string, args: readonly unknown[], timeoutMs?: number): Promise<unknown>;
  /** What the browser showed or opened although nobody asked: dialogs, windows, requests to the outside. */
  readonly incidents: readonly string[];
  close(): Promise<void>;
}

const CALL_MS = 60_000;

let drivers = 0;
/** Each page has a name of its own, under which its orders wait for it. */
function nameDriver(): string {
  drivers += 1;
  return `page${drivers}`;
}

export async function driveChromium(browser: Browser, harness: Harness): Promise<Driver> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const incidents: string[] = [];
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => incidents.push(`download: ${download.url()}`));
  context.on('page', (popup) => {
    if (popup !== page) incidents.push(`window: ${popup.url()}`);
  });
  page.on('response', (response) => {
    if (response.url().startsWith(harness.outside)) incidents.push(`answered: ${response.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) incidents.push(`navigated: ${frame.url()}`);
  });
  const name = nameDriver();
  await page.goto(`${harness.url}#obey=${name}`);
  incidents.length = 0;
  return {
    engine: 'chromium',
    incidents,
    call: (method, args, timeoutMs = CALL_MS) => harness.call(name, method, args, timeoutMs),
    close: () => context.close(),
  };
}

/** The Firefox on this machine, or null. */
export const firefoxPath = findBrowser('firefox')?.executablePath ?? null;

/** No first-run pages and no calls home; nothing here touches process or site isolation. */
const FIREFOX_PREFS = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.update.enabled': false,
} as const;

export interface PlainFirefox {
  close(): Promise<void>;
}

/** Starts Firefox on a URL with a profile of its own. */
export async function openFirefox(url: string): Promise<PlainFirefox> {
  if (firefoxPath === null) throw new Error('There is no Firefox on this machine.');
  const profile = await mkdtemp(path.join(tmpdir(), 'bytescope-firefox-'));
  const prefs = Object.entries(FIREFOX_PREFS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profile, 'user.js'), prefs.join('\n'));
  const child = spawn(firefoxPath, ['--headless', '--no-remote', '--profile', profile, url], {
    stdio: 'ignore',
    // Its own group, so that its content processes end with it.
    detached: true,
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    async close() {
      if (child.pid !== undefined && child.exitCode === null) {
        try {
          process.kill(-child.pid, 'SIGKILL');
        } catch {
          // It had left by itself.
        }
      }
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function driveFirefox(harness: Harness): Promise<Driver> {
  const name = nameDriver();
  const firefox = await openFirefox(`${harness.url}#obey=${name}`);
  return {
    engine: 'firefox',
    incidents: [],
    call: (method, args, timeoutMs = CALL_MS) => harness.call(name, method, args, timeoutMs),
    close: () => firefox.close(),
  };
}
