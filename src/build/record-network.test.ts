import { expect, test, vi } from 'vitest';
import { recordRun } from './record';
import { stepAt } from '../core/trace/trace';

// Each starts two realms, and the first bundles them.
vi.setConfig({ testTimeout: 60_000 });

const lines = (entries: readonly { values: readonly object[] }[]): string[] =>
  entries.map(({ values }) =>
    values.map((value) => ('text' in value ? String(value.text) : '?')).join(' '),
  );

test('a snippet with a network is recorded with the lab in the page, messages and steps', async () => {
  const run = await recordRun({
    source: `const file = Uint8Array.from({ length: 10 }, (_, i) => i);
const socket = io('/upload');
const { id } = await socket.emitWithAck('start', { name: 'a.bin', size: 10 });
await socket.emitWithAck('chunk', { id, offset: 0 }, file);
console.log((await socket.emitWithAck('done', { id })).kind);`,
    fileName: 'upload.js',
    goal: 'module',
    network: { serverHalf: null },
  });
  expect(run.outcome).toEqual({ kind: 'finished' });
  expect(lines(run.console)).toEqual(['saved']);
  expect(run.net?.lab).toBe('page');
  const chunk = run.net?.messages.find(({ name }) => name === 'chunk');
  expect(chunk).toMatchObject({
    byteLength: 10,
    fate: 'arrived',
    part: { says: 'sent', start: 0, end: 10, size: 10, name: 'a.bin' },
  });
  const step = stepAt(run.trace!, chunk?.step ?? 0);
  expect(step.kind).toBe('message');
  expect(step.site?.line).toBe(4);
  expect(step.detail?.operation).toBe('emit chunk');
  expect([step.range.start, step.range.end]).toEqual([0, 10]);
});

test('a server half is recorded with what it prints', async () => {
  const run = await recordRun({
    source: `const socket = io();
socket.emit('add', 1, 2, (sum) => console.log(sum));`,
    fileName: 'add.js',
    goal: 'script',
    network: {
      serverHalf: {
        source: `io.on('connection', (socket) => {
  socket.on('add', (a, b, reply) => { console.log('adding'); reply(a + b); });
});`,
        fileName: 'add.server.js',
      },
    },
  });
  expect(lines(run.console)).toEqual(['3']);
  expect(lines(run.serverConsole ?? [])).toEqual(['adding']);
  expect(run.serverConsole?.[0]?.line).toBe(2);
});

test('a thread that is busy with other things takes no answer for one that never comes', async () => {
  const recorded = recordRun({
    source: `const socket = io();
for (let i = 0; i < 400; i++) await socket.emitWithAck('ask');
console.log('answered');`,
    fileName: 'busy.js',
    goal: 'module',
    network: {
      serverHalf: {
        source: `io.on('connection', (s) => s.on('ask', (r) => r()));`,
        fileName: 's.js',
      },
    },
  });
  // Each time longer than the signs of life that an answer is waited for.
  const busy = setInterval(() => {
    const end = performance.now() + 4000;
    while (performance.now() < end);
  }, 20);
  setTimeout(() => clearInterval(busy), 9000);
  expect(lines((await recorded).console)).toEqual(['answered']);
});

test('a snippet that waits for an answer that never comes ends', async () => {
  const run = await recordRun({
    source: `await io().emitWithAck('ask');`,
    fileName: 'ask.js',
    goal: 'module',
    network: { serverHalf: { source: `io.on('connection', () => {});`, fileName: 's.js' } },
  });
  expect(run.outcome).toEqual({ kind: 'stopped', by: 'watchdog', line: null });
});

test.each([
  ['bytes=36-47', '206 bytes 36-47/141251 12'],
  ['bytes=141200-', '206 bytes 141200-141250/141251 51'],
  ['lines=1-2', '200 null 141251'],
])('a part of a file is recorded as a server sends it: %s', async (range, printed) => {
  const run = await recordRun({
    source: `const headers = { Range: '${range}' };
const response = await fetch('/media/pattern-vp8.webm', { headers });
const { byteLength } = await response.arrayBuffer();
console.log(String(response.status), String(response.headers.get('Content-Range')), String(byteLength));`,
    fileName: 'part.js',
    goal: 'module',
    network: { serverHalf: null },
  });
  expect(lines(run.console)).toEqual([printed]);
});
