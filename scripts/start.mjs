// @ts-check
/** `npm start`: installs what is missing, builds what changed, serves the site. Options: --port N, --lan. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NODE_ARGS } from '../server/node-args.mjs';
import { distDir, ensureBuilt } from './lib/build-site.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { projectNode, root, toolEnv } from './lib/run.mjs';
import { main, Problem } from './lib/say.mjs';

const USAGE = 'Usage: npm start -- [--port 5000] [--lan]';

function readOptions() {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { port: { type: 'string' }, lan: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

await main(async () => {
  const { port, lan } = readOptions();
  if (!['', '/'].includes(process.env['BYTESCOPE_BASE'] ?? '')) {
    throw new Problem(
      'BYTESCOPE_BASE is for a static host, and this server has the site at the root of its name. ' +
        'Leave it out, or run "npm run build" and serve dist there.',
    );
  }
  await ensureInstalled();
  await ensureBuilt();
  const server = spawn(projectNode(), [...NODE_ARGS, path.join(root, 'server', 'index.ts')], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...toolEnv(),
      BYTESCOPE_DIST: distDir,
      ...(port === undefined ? {} : { PORT: port }),
      ...(lan ? { BYTESCOPE_LAN: '1' } : {}),
    },
  });
  // This one waits, so that the last word is the server's.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => server.kill(signal));
  }
  // npm tells a signal of its own to a shell that does not pass it on; without this the server would outlive both.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM');
  }, 500);
  process.exitCode = await new Promise((resolve) => {
    server.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
  clearInterval(watch);
});
