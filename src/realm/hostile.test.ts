/** Programs that replace what the realm itself might lean on, in a Node thread: a run ends as if they had not. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { instrument } from '../core/instrument';
import { PROTOCOL_VERSION, type RealmMessage } from '../core/protocol/messages';

const ENTRY = `
import { workerData } from 'node:worker_threads';
import { prepareRealm } from './runtime';
prepareRealm({ kind: 'node', listen() {} }).runOn(workerData.port);
`;
let script = '';
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'es2023',
  });
  script = outputFiles[0]?.text ?? '';
});

/** All that the realm says until it has settled; a realm that never does lets the test time out. */
async function said(source: string, goal: 'module' | 'script'): Promise<readonly RealmMessage[]> {
  const program = instrument(source, { goal, fileName: 'test.js' });
  if (program.kind === 'syntax') throw new Error(program.error.message);
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    eval: true,
    workerData: { port: port2 },
    transferList: [port2],
  });
  const messages: RealmMessage[] = [];
  try {
    const settled = new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      // After all it has said; the Worker's own `exit` may come before.
      port1.once('close', () => reject(new Error('the realm ended without settling')));
      port1.on('message', (message: RealmMessage) => {
        messages.push(message);
        if (message.kind === 'settled') resolve();
      });
    });
    const { code, columns, hookName, sites } = program;
    const run = {
      code,
      columns,
      hookName,
      goal,
      fileName: 'test.js',
      html: null,
      guardMs: 5000,
      siteCount: sites.length,
      record: { maxSteps: 1000, from: 0 },
    };
    port1.postMessage({ ...run, v: PROTOCOL_VERSION, kind: 'run', runId: 'a' });
    await settled;
    return messages;
  } finally {
    port1.close();
    await worker.terminate();
  }
}

const SPECIES = `
const bytes = new Uint8Array([1, 2, 3]);
class Trap extends Uint8Array { constructor() { throw new Error('species was asked'); } }
`;

test.each([
  ['Symbol.species', `Object.defineProperty(Uint8Array, Symbol.species, { get: () => Trap });`],
  [
    'constructor',
    `Object.defineProperty(Uint8Array.prototype, 'constructor', { get: () => ({ [Symbol.species]: Trap }) });`,
  ],
])('bytes are copied without asking %s', async (_name, patch) => {
  const messages = await said(`${SPECIES}${patch}\nconsole.log(bytes);`, 'module');
  expect(messages.at(-1)).toMatchObject({ kind: 'settled', outcome: 'finished' });
  const memory = messages.find((message) => message.kind === 'memory')?.memory;
  expect(memory?.buffers.map(({ bytes }) => [...bytes])).toEqual([[1, 2, 3]]);
});

const PROMISE_PATCHES = {
  'a then that never calls back': `Promise.prototype.then = () => new Promise(() => {});`,
  'a then that says all is well': `Promise.prototype.then = (kept) => kept?.();`,
  'a constructor of its own': `Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object });`,
  'a constructor that throws': `Object.defineProperty(Promise.prototype, 'constructor', { get() { throw new Error('asked'); } });`,
  'a species of its own': `Object.defineProperty(Promise, Symbol.species, { get: () => function (run) { run(() => {}, () => {}); } });`,
  'all of them': `Promise.prototype.then = (kept) => kept?.();
    Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('asked'); } });
    Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object });`,
};

test.each(Object.entries(PROMISE_PATCHES))(
  'a run ends as it ended, with %s',
  async (_name, patch) => {
    const oneLine = patch.replaceAll('\n', ' ');
    const threw = await said(
      `${oneLine}\nconsole.log(new Blob(['x']));\nthrow new Error('the truth');`,
      'module',
    );
    expect(threw.at(-1)).toMatchObject({
      kind: 'settled',
      outcome: 'threw',
      error: { message: 'the truth', line: 3 },
    });
    const finished = await said(`${oneLine}\nconsole.log(new Blob(['x']));`, 'script');
    expect(finished.at(-1)).toMatchObject({ kind: 'settled', outcome: 'finished' });
    const logged = finished.find((message) => message.kind === 'console')?.entries[0]?.values[0];
    expect(logged).toMatchObject({ kind: 'blob', bytes: new Uint8Array([120]) });
  },
);

test('a run ends, and does not pass for a good one, when its bytes cannot be read', async () => {
  const messages = await said(
    `const bytes = new Uint8Array(4);
    for (const name of ['length', 'byteLength', 'buffer', 'byteOffset'])
      Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), name, {
        get() { throw new Error('asked for ' + name); },
      });
    console.log('said');`,
    'module',
  );
  const memory = messages.find((message) => message.kind === 'memory');
  expect(messages.at(-1)).toMatchObject({
    kind: 'settled',
    outcome: memory === undefined ? 'threw' : 'finished',
  });
});

test('entries that wait to be sent are handed to nobody', async () => {
  const messages = await said(
    `let caught = 'nothing';
    Object.defineProperty(Object.prototype, -1, { get() { caught = 'the list'; } });
    for (let i = 0; i < 3; i++) console.log('again');
    console.log(caught);`,
    'module',
  );
  expect(messages.at(-1)).toMatchObject({ kind: 'settled', outcome: 'finished' });
  const entries = messages.flatMap((message) =>
    message.kind === 'console' ? message.entries : [],
  );
  expect(entries.at(-1)?.values).toMatchObject([{ text: 'nothing' }]);
});
