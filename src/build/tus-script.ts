/** How `tus` of a realm is built: a script whose value makes it (core/protocol/tus.ts). */
import type { BuildOptions } from 'esbuild';

/** In the project's folder (`absWorkingDir`). */
export const TUS_SCRIPT = {
  entryPoints: ['src/realm-tus/main.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  logLevel: 'silent',
  // The library as it was written: its other form is for engines that no realm runs in.
  alias: {
    'tus-js-client': 'tus-js-client/lib/browser/index.js',
    'url-parse': './src/realm-tus/url.ts',
  },
  globalName: 'script',
  banner: { js: '(() => {' },
  footer: { js: 'return script.makeTus; })()' },
} as const satisfies BuildOptions;
