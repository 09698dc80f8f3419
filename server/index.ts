/** Starts the server: configuration, site, lab, port, and a graceful stop. `node server/index.ts` needs Node 22.18 or newer. */
import cluster from 'node:cluster';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { parseConfig, VARIABLES, type Config } from './config.ts';
import { createHandler } from './http.ts';
import { openLab } from './lab/lab.ts';
import { createLog } from './lab/log.ts';
import { quotasOf } from './lab/uploads.ts';
import { listen, PortTakenError, stopListening } from './listen.ts';
import { runProcesses } from './processes.ts';
import { openSite } from './static.ts';

const STOP_GRACE_MS = 3000;

function fail(lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

function readConfig(): Config {
  const result = parseConfig(process.env);
  if (result.kind === 'ok') return result.config;
  const table = Object.entries(VARIABLES).map(([name, meaning]) => `  ${name}: ${meaning}`);
  return fail([...result.problems, '', 'The variables:', ...table]);
}

/** This machine's addresses as others on the network see them. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => each.address);
}

function announce(config: Config, port: number): void {
  if (port !== config.port && config.port !== 0) {
    console.log(`Port ${config.port} is taken by another program, so this one uses ${port}.`);
  }
  console.log(`Bytescope is at http://localhost:${port}/`);
  if (config.lan) {
    const addresses = lanAddresses();
    for (const address of addresses) console.log(`  for the classroom: http://${address}:${port}/`);
    if (addresses.length === 0)
      console.log('  This machine has no address on a network right now.');
    console.log(
      '  On those addresses there is no HTTPS, so browsers give no secure context: hashing, shared memory and the\n' +
        '  offline copy do not work there, and say so. Everything else does.',
    );
  }
  console.log('Ctrl+C stops it.');
}

const config = readConfig();
if (config.lab.processes > 1 && cluster.isPrimary) await runProcesses(config.lab.processes);
const site = await openSite(config.distDir);
const lab = await openLab({
  lan: config.lan,
  hosts: config.hosts,
  realmOrigins: config.realmOrigins,
  tempDir: config.lab.tempDir,
  tusDir: config.lab.tusDir,
  processes: config.lab.processes,
  redisUrl: config.lab.redisUrl,
  s3: config.lab.s3,
  mediaDir: path.join(config.distDir, 'media'),
  connections: config.lab.connections,
  quotas: quotasOf(config.lab),
  log: createLog((line) => console.log(line)),
}).catch((error: unknown) =>
  fail([error instanceof Error ? error.message : 'The lab could not start.']),
);
const handler = createHandler(
  site,
  config,
  () => ({ lab: { status: 'ok', ...lab.health } }),
  lab.handle,
);
const listening = await listen(handler, {
  port: config.port,
  fallbacks: config.portFallbacks,
  lan: config.lan,
}).catch(async (error: unknown) => {
  await lab.stop();
  if (!(error instanceof PortTakenError)) throw error;
  const last = config.port + config.portFallbacks;
  const which =
    config.portFallbacks > 0 ? `Ports ${config.port} to ${last} are` : `Port ${config.port} is`;
  return fail([
    `${which} taken by another program. Stop that one, or choose another port: npm start -- --port ${last + 1}`,
  ]);
});
for (const server of listening.servers) lab.attach(server);
// One of them speaks for all.
if ((cluster.worker?.id ?? 1) === 1) announce(config, listening.port);

/** One Ctrl+C reaches this process more than once: from the terminal, and from what started it. */
const SAME_PRESS_MS = 500;
let stoppingSince: number | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stoppingSince !== null) {
      // A second one means now.
      if (Date.now() - stoppingSince > SAME_PRESS_MS) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    void Promise.all([lab.stop(), stopListening(listening, STOP_GRACE_MS)]).then(() =>
      process.exit(0),
    );
  });
}
