// @ts-check
/** One hash over everything a build depends on, so that an unchanged tree is never built twice. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders and files that the built site is made from. */
const SOURCES = [
  'src',
  'public',
  'integrations',
  'scripts/build.mjs',
  'scripts/lib/build-site.mjs',
  'scripts/lib/compress.mjs',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Environment variables that end up in the built pages. */
const BUILD_VARIABLES = /^(?:BYTESCOPE_SITE|BYTESCOPE_BASE|PUBLIC_\w+)$/;

/** Tests stand beside the code but never reach the site. */
const IGNORED = /(?:^|\/)\.|\.test\.tsx?$|\.md$/;

/**
 * @param {string} root
 * @param {string} relative
 * @returns {string[]} Files under it, with forward slashes, in one order everywhere.
 */
function filesUnder(root, relative) {
  try {
    return readdirSync(path.join(root, relative), { withFileTypes: true })
      .flatMap((entry) => {
        const child = `${relative}/${entry.name}`;
        return entry.isDirectory() ? filesUnder(root, child) : [child];
      })
      .sort();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTDIR') return [relative];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * @param {string} root The project's folder.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} Hexadecimal.
 */
export function fingerprint(root, env) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(root, source))) {
    if (IGNORED.test(file)) continue;
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  for (const name of Object.keys(env)
    .filter((each) => BUILD_VARIABLES.test(each))
    .sort()) {
    hash.update(`${name}=${env[name]}\0`);
  }
  return hash.digest('hex');
}
