/** Programs that replace what the realm itself might lean on, in a Node thread: a run ends as if they had not. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { instrument } from '../core/instrument';
import { PROTOCOL_VERSION, type RealmMessage } from '../core/protocol/messages';
import { Replay } from '../core/trace/replay';
import { stepAt, type Step } from '../core/trace/trace';
import { NO_COUNTS, TraceAssembler } from '../core/trace/trace-chunk';

/**
 * Node's own timers live in an array, whose holes the programs here lie about: it is grown, and so without holes, first.
 */
const ENTRY = `
import { workerData } from 'node:worker_threads';
import { prepareRealm } from './runtime';
const timers = Array.from({ length: 50 }, (_, i) => setTimeout(() => {}, 1e6 + i));
for (const timer of timers) clearTimeout(timer);
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
  const program = instrument(source, { goal, fileName: 'test.js', record: 'full' });
  if (program.kind === 'syntax') throw new Error(program.error.message);
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    eval: true,
    workerData: { port: port2 },
    transferList: [port2],
    // Node alone: what the runner has Node load in its own threads leans on `Reflect` (vitest's process.emit).
    execArgv: [],
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
    const { code, columns, functions, hookName, sites } = program;
    const run = {
      code,
      columns,
      source,
      functions,
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
    // An entry waits a tenth of a second for a Blob's bytes (outbox.ts), which a busy machine may need for the reading.
    for (let tries = 1; ; tries++) {
      const finished = await said(`${oneLine}\nconsole.log(new Blob(['x']));`, 'script');
      expect(finished.at(-1)).toMatchObject({ kind: 'settled', outcome: 'finished' });
      const logged = finished.find((message) => message.kind === 'console')?.entries[0]?.values[0];
      if (tries < 5 && logged?.kind === 'blob' && logged.bytes === null) continue;
      expect(logged).toMatchObject({ kind: 'blob', bytes: new Uint8Array([120]) });
      break;
    }
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

/** A program's steps, and whether they replay to its real bytes. */
async function recorded(source: string): Promise<readonly Step[]> {
  const messages = await said(source, 'module');
  expect(messages.at(-1)).toMatchObject({ kind: 'settled', error: null, outcome: 'finished' });
  const program = instrument(source, { goal: 'module', fileName: 'test.js', record: 'full' });
  const assembler = new TraceAssembler(program.kind === 'syntax' ? [] : program.sites);
  for (const message of messages) if (message.kind === 'trace') assembler.add(message.chunk);
  const told = messages.find((message) => message.kind === 'memory');
  const trace = assembler.trace(told?.memory ?? null, told?.counts ?? NO_COUNTS);
  const replay = new Replay(trace);
  replay.seek(trace.steps);
  for (const { id, bytes } of trace.final?.buffers ?? []) {
    expect([...replay.bytesOf(id)]).toEqual([...bytes]);
  }
  return Array.from({ length: trace.steps }, (_, i) => stepAt(trace, i + 1));
}

/** Bulk operations of every kind the recorder watches, from line 3 on. */
const BULK = `
const bytes = new Uint8Array([5, 3, 1, 0, 0, 0, 0, 2]);
const words = new Uint16Array(64);
bytes.fill(7, 3); words.set([1, 2, 3], 4); words.copyWithin(0, 4, 7); bytes.sort(); bytes.reverse();
bytes.fill(); words.set(bytes.subarray(1));
const copy = words.slice(2, 5); copy.fill(9); const memory = new ArrayBuffer(8); new Int32Array(memory).fill(-2); const doubled = copy.map((x) => 2 * x); doubled.fill(3, 1);
new TextEncoder().encodeInto('abc', bytes); new TextDecoder().decode(bytes); bytes.at(1); Atomics.add(words, 1, 2);
const wide = new ArrayBuffer(4, { maxByteLength: 64 }); const tail = new Uint8Array(wide, 1);
wide.resize(48); tail.fill(4); wide.resize(40);
const moved = memory.transfer(); const part = wide.slice(2, 9); new DataView(part).setInt16(1, -2);
bytes.set({ length: 2, 0: 1, 1: 2 }); Reflect.set(bytes, 3, 77);
`;
/** Natives that are JavaScript in Node, which leans on what a program may have replaced, as no browser does. */
const OF_THE_HOST = `
const sent = structuredClone(moved, { transfer: [moved] }); const blob = new Blob([bytes, 'x', words]); blob.slice(1);
`;
const GETTERS = ['length', 'byteLength', 'byteOffset', 'buffer'];
const getters = (answer: string): string =>
  `for (const name of ${JSON.stringify(GETTERS)}) {
    for (const owner of [Object.getPrototypeOf(Uint8Array.prototype), DataView.prototype, ArrayBuffer.prototype])
      if (Object.hasOwn(owner, name)) Object.defineProperty(owner, name, { get() { ${answer} } });
  }`;
/** Not the symbols, and nothing that the rest of the patch calls itself. */
const methods = (owners: string, kept: string): string =>
  `for (const owner of [${owners}]) {
    for (const key of Object.getOwnPropertyNames(owner)) {
      const { value } = Object.getOwnPropertyDescriptor(owner, key);
      if (typeof value === 'function' && !${kept}.test(key)) Object.defineProperty(owner, key, { value() { throw new Error('called ' + key); } });
    }
  }`;
const HOSTILE = {
  'getters of views and buffers that throw': getters(`throw new Error('asked for ' + name);`),
  'getters of views and buffers that lie': getters(`return 1;`),
  'indices on prototypes that lie': `for (let i = 0; i < 200; i++) {
    const trap = { __proto__: null, configurable: true, get() { return 1e9; }, set() {} };
    if (i > 2) Object.defineProperty(Object.prototype, i, trap);
    Object.defineProperty(Array.prototype, i, trap);
  }`,
  'the methods of collections': methods(
    'WeakMap.prototype, Map.prototype, Set.prototype, String.prototype, Array.prototype, Number.prototype',
    '/^(constructor|test)$/',
  ),
  'the functions of Reflect, Math and Number': methods('Reflect, Math, Number', '/^(set|max)$/'),
  'keys of details and records on Object.prototype': `for (const key of ['written', 'lengths', 'source', 'operation', 'flush', 'shadow', 'data', 'range', 'line', 'name', 'filled'])
    Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, get() { return 7; }, set() {} });`,
};

const isEngines = (name: string): boolean => /getters|indices/.test(name);

test.each(Object.entries(HOSTILE))(
  'what natives do is recorded as without it: %s',
  async (name, patch) => {
    const program = `${BULK}${isEngines(name) ? '' : OF_THE_HOST}`;
    const plain = await recorded(`;${program}`);
    const hostile = await recorded(`${patch.replaceAll(/\n\s*/g, ' ')};${program}`);
    expect(plain.length).toBeGreaterThan(22);
    const shown = (steps: readonly Step[]) =>
      steps.map(({ site, ...step }) => ({ ...step, line: site?.line }));
    expect(shown(hostile)).toEqual(shown(plain));
  },
);
