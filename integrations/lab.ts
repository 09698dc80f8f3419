/** The lab beside the development server, on its port, as `npm start` has it beside the built site. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseLabConfig } from '../server/config';
import { TUS_PATH } from '../server/http';
import { openLab, type Lab } from '../server/lab/lab';
import { createLog } from '../server/lab/log';
import { quotasOf } from '../server/lab/uploads';

export function lab(): AstroIntegration {
  let publicDir = '';
  let running: Lab | null = null;
  let putFirst: (() => void) | null = null;
  return {
    name: 'bytescope:lab',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicDir = fileURLToPath(config.publicDir);
      },
      'astro:server:setup': async ({ server, logger }) => {
        if (server.httpServer === null) return;
        const problems: string[] = [];
        const config = parseLabConfig(process.env, problems);
        if (problems.length > 0) throw new Error(problems.join('\n'));
        running = await openLab({
          // `astro dev --host` is for others on the network.
          lan: Boolean(server.config.server.host),
          hosts: [],
          realmOrigins: [],
          tempDir: config.tempDir,
          tusDir: config.tusDir,
          processes: 1,
          redisUrl: config.redisUrl,
          s3: config.s3,
          mediaDir: `${publicDir}media`,
          connections: config.connections,
          quotas: quotasOf(config),
          log: createLog((line) => logger.debug(line)),
        });
        // Vite has a WebSocket of its own on the same port.
        running.attach(server.httpServer as Server, 'leave');
        const opened = running;
        const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const url = request.url ?? '';
          if (url.startsWith(`${TUS_PATH}/`)) opened.handle(request, response);
          else if (url === '/healthz') {
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify({ status: 'ok', lab: { status: 'ok', ...opened.health } }));
          } else next();
        };
        putFirst = () => server.middlewares.stack.unshift({ route: '', handle });
      },
      // By now Astro's own are there, which refuse what has no slash at its end: /healthz, and each upload by tus.
      'astro:server:start': () => {
        putFirst?.();
      },
      'astro:server:done': async () => {
        await running?.stop();
      },
    },
  };
}
