// @ts-check
/** The attack suite's own list, bundled on the fly: its files are written for the test runner, not for Node. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/run.mjs';

/** @returns {Promise<readonly import('../../e2e/attacks/attack').Attack[]>} those that keep their thread busy */
export async function spinningAttacks() {
  // Inside the project, so that what stays external is found.
  const folder = await mkdtemp(path.join(root, 'node_modules', '.bench-'));
  try {
    const outfile = path.join(folder, 'hang.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('../../e2e/attacks/hang.ts', import.meta.url))],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    });
    const { HANGS, FLOODS, HEAP_BOMBS } = await import(pathToFileURL(outfile).href);
    return [...HANGS, ...FLOODS, ...HEAP_BOMBS].filter((attack) => attack.spins === true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
