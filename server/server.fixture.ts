/** For tests and benchmarks: the whole server as a process of its own, and an upload that lives through its death. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Upload } from 'tus-js-client';
import { NODE_ARGS } from './node-args.mjs';

export interface ServerProcess {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves when it has said something that matches. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

/** Starts `server/index.ts` with these variables, on a free port unless one is given. */
export function startServer(env: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(
    process.execPath,
    [...NODE_ARGS, path.join(import.meta.dirname, 'index.ts')],
    {
      env: { ...process.env, PORT: '0', ...env },
    },
  );
  let output = '';
  const waiting: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const each of waiting) each();
    });
  }
  return {
    child,
    output: () => output,
    said: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        waiting.push(look);
        look();
      }),
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
}

/** The port that a server says it is at. */
export const portOf = async (server: ServerProcess): Promise<number> =>
  Number((await server.said(/localhost:(\d+)/))[1]);

const BLOCK = 2 ** 20;

/** A file of `bytes` bytes that nowhere repeats, and its SHA-256. */
async function makeFile(file: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  function* blocks() {
    for (let at = 0; at < bytes; at += BLOCK) {
      const block = Buffer.alloc(Math.min(BLOCK, bytes - at));
      for (let i = 0; i + 4 <= block.length; i += 4) block.writeUInt32LE((at + i) >>> 2, i);
      hash.update(block);
      yield block;
    }
  }
  await pipeline(Readable.from(blocks()), createWriteStream(file));
  return hash.digest('hex');
}

/** Resident memory of a process in bytes, now and at its highest; NaN where the system does not tell. */
function memoryOf({ pid }: ChildProcess): { now: number; most: number } {
  try {
    const status = readFileSync(`/proc/${pid ?? ''}/status`, 'utf8');
    const find = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
    return { now: find('VmRSS'), most: find('VmHWM') };
  } catch {
    return { now: NaN, most: NaN };
  }
}

export interface RestartReport {
  readonly sha256: string;
  readonly expected: string;
  /** Uploads that were begun: more than one means that it did not go on. */
  readonly begun: number;
  readonly restarts: number;
  readonly pauses: number;
  /** Of each server process: how much its memory rose above what it had once a first small upload was through, in bytes. */
  readonly growth: readonly number[];
  readonly seconds: number;
}

/**
 * Sends a file by tus-js-client; the server is killed (SIGKILL) after a third and started again, and the sender pauses
 * after two thirds.
 */
export async function uploadThroughRestart(options: {
  readonly folder: string;
  readonly bytes: number;
  readonly env: Readonly<Record<string, string>>;
}): Promise<RestartReport> {
  const file = path.join(options.folder, 'file.bin');
  const expected = await makeFile(file, options.bytes);
  const growth: number[] = [];
  let restarts = 0;
  let output = '';
  let pauses = 0;

  const server = { now: startServer(options.env), ready: 0 };
  const port = await portOf(server.now);
  server.ready = await warmUp();

  /** What Node and tus load at the first upload is not what a large one costs. Memory of the server after it. */
  async function warmUp(): Promise<number> {
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-length': '1000000',
      'content-type': 'application/offset+octet-stream',
    };
    const url = `http://localhost:${port}/tus/`;
    const body = Buffer.alloc(1_000_000);
    const { headers: answer } = await fetch(url, { method: 'POST', headers, body });
    const mine = new URL(answer.get('location') ?? '', url);
    await fetch(mine, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    return memoryOf(server.now.child).now;
  }

  async function restart(): Promise<void> {
    growth.push(memoryOf(server.now.child).most - server.ready);
    server.now.child.kill('SIGKILL');
    await server.now.ended;
    output += server.now.output();
    server.now = startServer({ ...options.env, PORT: String(port) });
    await portOf(server.now);
    server.ready = await warmUp();
  }

  const startedAt = Date.now();
  const sha256 = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(createReadStream(file), {
      endpoint: `http://localhost:${port}/tus/`,
      // In one piece, a fast machine has taken all of it before the server is killed.
      chunkSize: Math.ceil(options.bytes / 4),
      // As many tries as it takes: the server is away for a second or two.
      retryDelays: Array.from({ length: 300 }, () => 100),
      metadata: { filename: 'file.bin' },
      onError: reject,
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('Lab-Sha256') ?? ''),
      onProgress(sent) {
        if (restarts === 0 && sent > options.bytes / 3) {
          restarts++;
          restart().catch(reject);
        } else if (restarts === 1 && pauses === 0 && sent > (options.bytes * 2) / 3) {
          pauses++;
          upload.abort().then(() => upload.start(), reject);
        }
      },
    });
    upload.start();
  });
  const seconds = (Date.now() - startedAt) / 1000;
  growth.push(memoryOf(server.now.child).most - server.ready);
  server.now.child.kill('SIGTERM');
  await server.now.ended;
  output += server.now.output();
  rmSync(file);
  const begun = output
    .split('\n')
    .filter(
      (line) => line.includes('"tus-started"') && line.includes(`"bytes":${options.bytes}`),
    ).length;
  return { sha256, expected, begun, restarts, pauses, growth, seconds };
}
