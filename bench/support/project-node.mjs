// @ts-check
/** The helpers are TypeScript, so a benchmark started by an older Node starts again under the project's own. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { projectNode } from '../../scripts/lib/run.mjs';

/** @param {string} moduleUrl the benchmark's `import.meta.url` */
export function enterProjectNode(moduleUrl) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  const args = [fileURLToPath(moduleUrl), ...process.argv.slice(2)];
  const { status } = spawnSync(projectNode(), args, { stdio: 'inherit' });
  process.exit(status ?? 1);
}
