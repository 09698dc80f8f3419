/** The realm's runtime in a thread of Node, for recordings: built once per process. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { build } from 'esbuild';

/** A realm in a thread of its own, and the host's end of its port. */
export async function startRealm(): Promise<{ worker: Worker; port: MessagePort }> {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(await realmBundle(), {
    eval: true,
    workerData: { port: port2 },
    transferList: [port2],
    stdout: true,
    stderr: true,
    env: {},
  });
  return { worker, port: port1 };
}

let bundle: Promise<string> | null = null;

/** The realm's runtime for Node as one script, built once per process. */
function realmBundle(): Promise<string> {
  bundle ??= buildBundle();
  return bundle;
}

async function buildBundle(): Promise<string> {
  const root = findRoot();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/build/realm-in-node.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'node',
    target: 'es2023',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The project's folder. Looked for from the working folder upwards, since a built Astro page that calls this stands
 * somewhere in the output folder, and its own address says nothing.
 */
export function findRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'src/build/realm-in-node.ts'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `src/build/realm-in-node.ts was not found from ${process.cwd()} upwards: run this in the project's folder.`,
      );
    }
  }
}
