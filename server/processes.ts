/** Several processes of the server on one machine, on one port: the one that starts them, and keeps as many alive. */
import cluster from 'node:cluster';
import { loadOptional } from './lab/optional.ts';

/** Starts `count` processes of this same program, replaces those that die, and ends when all have. */
export async function runProcesses(count: number): Promise<never> {
  const { setupPrimary } = await loadOptional(
    '@socket.io/cluster-adapter',
    'BYTESCOPE_LAB_PROCESSES',
    () => import('@socket.io/cluster-adapter'),
  );
  setupPrimary();
  let stopping = false;
  let exitCode = 0;

  function start(): void {
    const worker = cluster.fork();
    let hasListened = false;
    worker.on('listening', () => (hasListened = true));
    worker.on('exit', (code) => {
      // One that could not even begin is not started again: the next could not either.
      if (!stopping && hasListened) {
        start();
        return;
      }
      if (code !== 0 && !stopping) {
        exitCode = code;
        stop('SIGTERM');
      }
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(exitCode);
    });
  }
  function stop(signal: NodeJS.Signals): void {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop(signal));
  for (let i = 0; i < count; i++) start();
  // The workers are what keeps this one alive.
  return new Promise(() => undefined);
}
