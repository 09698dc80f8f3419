// @ts-check
/** A Chromium for a benchmark, with the arguments the tests use. */
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/lib/browsers.mjs';

export async function launchChromium() {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('There is no Chromium on this machine. "npm test" gets one.');
  return chromium.launch({
    ...(found.own ? {} : { executablePath: found.executablePath }),
    args: [...CHROMIUM_ARGS],
  });
}
