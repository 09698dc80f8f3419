// @ts-check
/** `npm run dev`: the contributor's loop. Further options go to `astro dev`. */
import path from 'node:path';
import { spawn } from 'node:child_process';
import { ensureInstalled } from './lib/install.mjs';
import { projectNode, root, toolEnv } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  await ensureInstalled();
  say('Starting the development server: pages follow your files as you save, drafts are shown.');
  say(
    'Beside it: "npm run test:unit -- --watch" for unit tests, "npm test" for everything CI runs.',
  );
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const server = spawn(projectNode(), [astro, 'dev', ...process.argv.slice(3)], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(),
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve) => {
    server.on('exit', (code) => {
      resolve(code ?? 0);
    });
  });
});
