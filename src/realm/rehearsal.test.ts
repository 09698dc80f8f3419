import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { instrument } from '../core/instrument';
import { PROTOCOL_VERSION, type RealmMessage, type RunMessage } from '../core/protocol/messages';

/** Counts what a realm does while it boots, from before its first line on. */
const COUNTERS = `
globalThis.posted = []; globalThis.timers = 0;
const { postMessage, close } = MessagePort.prototype;
let opened = 0, closed = 0;
globalThis.MessageChannel = class extends MessageChannel { constructor() { super(); opened += 2; } };
MessagePort.prototype.close = function () { closed++; return close.call(this); };
MessagePort.prototype.postMessage = function (data, ...rest) {
  if (data?.kind) posted.push(data.kind);
  return postMessage.call(this, data, ...rest);
};
for (const name of ['setTimeout', 'setInterval']) {
  const native = globalThis[name];
  globalThis[name] = (...args) => (timers++, native(...args));
}
globalThis.leftOpen = () => opened - closed;
`;
/** A realm as a browser's page has it, or as the build has it, which rehearses nothing. */
const ENTRY = `
import { parentPort, workerData } from 'node:worker_threads';
import { prepareRealm } from './runtime';
const before = Object.getOwnPropertyDescriptor(globalThis, 'console');
const realm = prepareRealm({ kind: workerData.kind, listen() {} });
const after = Object.getOwnPropertyDescriptor(globalThis, 'console');
parentPort.postMessage({
  posted: [...posted], timers, leftOpen: leftOpen(), console: before.value === after.value,
});
posted.length = 0;
realm.runOn(workerData.port);
`;
/** Asks for everything in which a run before this one could show. */
const SOURCE = `const matched = [RegExp.$1, RegExp.lastMatch, RegExp.input]; const bytes = new Uint8Array([1, 2, 3]);
const view = new DataView(bytes.buffer);
console.log(bytes, view.getUint8(1));
console.log(...matched);
console.log(timers, Error.stackTraceLimit, Reflect.ownKeys(Error));
console.log(Reflect.ownKeys(globalThis).filter((key) => key !== 'posted'), Object.keys(console));
console.count(); console.count('default'); console.group('group'); console.log('inside');
console.log(performance.getEntries().length, typeof $b, new Uint16Array(2).subarray(1));`;

/** Without a dot: the realm itself matches one in a file's name, which would hide what was matched before. */
const FILE = 'test';

let script = '';
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'ts' },
    banner: { js: COUNTERS },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'es2023',
  });
  script = outputFiles[0]?.text ?? '';
});

interface Boot {
  readonly posted: readonly string[];
  readonly timers: number;
  readonly leftOpen: number;
  readonly console: boolean;
}

/** What a realm did while it booted, and all it said of one run. */
async function bootAndRun(kind: 'page' | 'node'): Promise<{ boot: Boot; said: RealmMessage[] }> {
  const program = instrument(SOURCE, { goal: 'module', fileName: FILE });
  if (program.kind === 'syntax') throw new Error(program.error.message);
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    eval: true,
    workerData: { kind, port: port2 },
    transferList: [port2],
  });
  const said: RealmMessage[] = [];
  try {
    const boot = await new Promise<Boot>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const settled = new Promise<void>((resolve) => {
      port1.on('message', (message: RealmMessage) => {
        if (message.kind === 'alive') return;
        said.push(message.kind === 'settled' ? { ...message, durationMs: 0 } : message);
        if (message.kind === 'settled') resolve();
      });
    });
    const { code, columns, functions, hookName } = program;
    const run = {
      code,
      columns,
      source: SOURCE,
      functions,
      hookName,
      goal: 'module',
      fileName: FILE,
      html: null,
    } as const;
    const message: RunMessage = {
      ...run,
      v: PROTOCOL_VERSION,
      kind: 'run',
      runId: 'a',
      siteCount: 0,
      record: null,
      guardMs: 5000,
    };
    port1.postMessage(message);
    await settled;
    return { boot, said };
  } finally {
    port1.close();
    await worker.terminate();
  }
}

test('A realm rehearses a whole run while it boots, and leaves no timer, port or console behind', async () => {
  const { boot } = await bootAndRun('page');
  const posted = ['started', 'console', 'trace', 'memory', 'settled'];
  // It rehearses twice. Its chunks are small, so there are several of them in a row.
  const kinds = boot.posted.filter((kind, i) => kind !== boot.posted[i - 1]);
  expect({ ...boot, posted: kinds }).toEqual({
    posted: [...posted, ...posted],
    timers: 0,
    leftOpen: 0,
    console: true,
  });
});

test('The run after a rehearsal starts with clean ids and an empty console', async () => {
  const { said } = await bootAndRun('page');
  const first = said.find((message) => message.kind === 'console');
  expect(first?.entries[0]).toMatchObject({ line: 3, depth: 0, values: [{ bufferId: 0 }, {}] });
  const memory = said.find((message) => message.kind === 'memory')?.memory;
  expect(memory?.buffers.map(({ id, name, line }) => ({ id, name, line }))[0]).toEqual({
    id: 0,
    name: null,
    line: 1,
  });
  expect(memory?.views.map(({ id, name }) => `${id} ${name}`).slice(0, 2)).toEqual([
    '0 bytes',
    '1 view',
  ]);
  expect(memory?.omittedBuffers).toBe(0);
});

test('A program cannot tell a realm that has rehearsed from one that has not', async () => {
  const [rehearsed, fresh] = await Promise.all([bootAndRun('page'), bootAndRun('node')]);
  expect(fresh.boot.posted).toEqual([]);
  expect(rehearsed.said.at(-1)).toMatchObject({ kind: 'settled', outcome: 'finished' });
  expect(rehearsed.said).toEqual(fresh.said);
});
