// @ts-check
/**
 * Lets Playwright drive Debian's Firefox ESR: `NODE_OPTIONS=--import=…/firefox-esr.mjs` (playwright.config.ts sets it).
 *
 * Playwright 1.65 always sends `emulation.setMediaFeaturesOverride`, a draft command of WebDriver BiDi that ESR 153 does
 * not know, and gives up when it is refused. This swallows that refusal. It can go with the next ESR.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const SENDS =
  /await (this\.\w+(?:\.\w+)?)\.send\("emulation\.setMediaFeaturesOverride", (\{[\s\S]*?\n\s+\})\);/g;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('/playwright-core/lib/coreBundle.js')) return nextLoad(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8').replace(
      SENDS,
      'await $1.send("emulation.setMediaFeaturesOverride", $2).catch(() => {});',
    );
    return { format: 'commonjs', source, shortCircuit: true };
  },
});
