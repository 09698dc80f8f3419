// @ts-check
/** `npm run build`: builds the site into dist, compresses it, and notes what it was built from. */
import { buildSite } from './lib/build-site.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureInstalled();
  await buildSite();
});
