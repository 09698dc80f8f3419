/**
 * `npm run gallery`: takes the pictures of e2e/gallery anew, for who changed how a visualizer looks and has looked at what
 * changed. With a palette each, a third of the size, and the same to the eye that compares them.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureBuilt } from './lib/build-site.mjs';
import { root, runTool } from './lib/run.mjs';
import { main, Problem, say } from './lib/say.mjs';

await main(async () => {
  await ensureBrowser('chromium');
  await ensureBuilt();
  const { code } = await runTool('@playwright/test/cli.js', [
    ...['test', '--project=chromium', 'e2e/gallery.spec.ts', '--update-snapshots=all'],
  ]);
  if (code !== 0) throw new Problem('The pictures could not be taken.');
  const files = globSync(path.join(root, 'e2e', 'gallery', '*.png'));
  let bytes = 0;
  for (const file of files) {
    const small = await sharp(readFileSync(file))
      .png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 })
      .toBuffer();
    writeFileSync(file, small);
    bytes += small.length;
  }
  say(
    `${files.length} pictures, ${(bytes / 1000).toFixed(0)} kB. Look at what "git diff" says changed.`,
  );
});
