/** Programs with a network, and server halves, that want more than their lab: each with its safe outcome. */
import { expect } from '@playwright/test';
import { NET_LIMITS } from '../../src/core/protocol/net-limits';
import { CLEAR_LINK } from '../../src/core/trace/net-log';
import type { Report } from '../support/sandbox-harness-types';
import { finished, nothingWorked, tryAll, type Attack } from './attack';
import { testAttacks } from './run-attacks';

const network = (serverHalf: string | null = null): NonNullable<Attack['network']> => ({
  lab: serverHalf === null ? 'server' : 'page',
  serverHalf: serverHalf === null ? null : { source: serverHalf, fileName: 'server.js' },
  conditions: CLEAR_LINK,
});
const program = { realms: ['worker'], goal: 'module', network: network() } as const;

/** Gets at the run's own port by the realm's own posting, as a program could that finds a way to it. */
const POSTS = `
const post = MessagePort.prototype.postMessage;
let port = null;
MessagePort.prototype.postMessage = function (...args) { port = this; return post.apply(this, args); };`;

testAttacks('programs with a network', [
  {
    ...program,
    name: 'asking for other paths, other hosts, with cookies, by other methods',
    source: tryAll([
      'fetch("/healthz")',
      'fetch("/")',
      'fetch("/media/../healthz")',
      'fetch("/media/%2e%2e/healthz")',
      'fetch("/media//OUTSIDE/a")',
      'fetch("OUTSIDE/media/a.png")',
      'fetch("INSIDE/media/pattern.png")',
      'fetch("//evil.example/media/a.png")',
      'fetch("/media/pattern.png", { method: "DELETE" })',
      'fetch("/media/pattern.png", { headers: { Cookie: "a=b" } })',
      'fetch("/media/pattern.png", { headers: { Host: "evil.example" } })',
      'new WebSocket("ws://localhost/socket.io/?EIO=4&transport=websocket")',
    ]),
    safe: nothingWorked,
  },
  {
    ...program,
    name: 'a room of another host is the lab’s own',
    source: `io('OUTSIDE/upload').on('connect', () => console.log('here'));`,
    order: { untilLine: 'here' },
    safe: (report) => expect(report.lines).toEqual(['here']),
  },
  {
    ...program,
    name: 'more sockets than a run may have',
    source: `
      for (let i = 0; i < 20; i++) {
        io('/image').on('connect_error', (error) => console.log(i, error.message));
      }
      setTimeout(() => console.log('end'), 1000);`,
    order: { untilLine: 'end' },
    safe: (report) => {
      const refused = report.lines.filter((line) => line.includes('The run has 8 sockets open'));
      expect(refused).toHaveLength(12);
    },
  },
  {
    ...program,
    // More than the server takes, and fewer than the host counts: which of the two is first is never a race.
    name: 'a flood of events, to the server, which has seen enough before the host has',
    source: `
      const socket = io('/image', { reconnection: false });
      socket.on('disconnect', (reason) => console.log(reason));
      socket.on('connect', () => { for (let i = 0; i < ${NET_LIMITS.messages / 2}; i++) socket.emit('x', {}); });`,
    order: { untilLine: 'io server disconnect' },
    safe: (report) => expect(report.lines).toEqual(['io server disconnect']),
  },
  {
    ...program,
    name: 'a flood of events, to a lab that takes them all',
    network: network(`io.of('/image').on('connection', () => {});`),
    source: `
      const socket = io('/image', { reconnection: false });
      socket.on('disconnect', (reason) => { console.log(reason.slice(0, 12)); });
      const flood = () => {
        for (let i = 0; i < 2000; i++) socket.emit('x', {});
        if (socket.connected) setTimeout(flood, 20);
      };
      socket.on('connect', flood);`,
    order: { untilLine: 'The run has ', patienceMs: 45_000 },
    // One that sends on before it can hear of it ends as any flood does.
    safe: (report) => {
      const told = report.lines[0] ?? (report.ended?.kind === 'lost' ? report.ended.reason : '');
      expect(told).toMatch(/^The run has |faster than this page takes them/);
    },
  },
  {
    ...program,
    name: 'events of a reserved name, data that holds itself, far too much of it, and what is no data',
    source: tryAll([
      'io("/image").emit("connect")',
      'io("/image").emit("disconnect")',
      '(() => { const a = []; a.push(a); io("/image").emit("a", a); })()',
      '(() => { let a = 0; for (let i = 0; i < 1e5; i++) a = [a]; io("/image").emit("a", a); })()',
      `io("/image").emit("a", new Uint8Array(${NET_LIMITS.messageBytes + 1}))`,
      'io("/image").emit("a", 1n)',
      'io("/image").emit("a", Array(20000).fill(0))',
      'io("/image").emit("x".repeat(1000))',
    ]).replaceAll('"worked"', '"silent"'),
    safe: (report) => {
      finished(report);
      expect(report.lines.filter((line) => line.startsWith('refused'))).toHaveLength(8);
    },
  },
  {
    ...program,
    name: 'prototypes that lie about what is sent',
    source: `
      const socket = io('/upload');
      Array.prototype.push = () => { throw new Error('push'); };
      Array.prototype[Symbol.iterator] = () => { throw new Error('iterator'); };
      Object.prototype.toJSON = undefined;
      Map.prototype.get = Map.prototype.set = () => { throw new Error('map'); };
      Promise.prototype.then = ((then) => function (...args) { return then.apply(this, args); })(Promise.prototype.then);
      socket.emit('start', { name: 'a', size: 1 }, (answer) => console.log(answer.kind));`,
    order: { untilLine: 'ready' },
    safe: (report) => expect(report.lines).toEqual(['ready']),
  },
  {
    ...program,
    name: 'more prototypes that lie, under every call and key that the facade has',
    network: network(`io.on('connection', (s) => s.on('a', (bytes, reply) => reply(bytes)));`),
    source: `
      const socket = io({ reconnection: false });
      for (const key of ['socket', 'op', 'kind', 'ack', 'call', 'event']) Object.prototype[key] = 99;
      Object.defineProperty(Object.prototype, 'step', { set() { throw new Error('step'); }, configurable: true });
      Object.defineProperty(Array.prototype, '0', { get: () => 'lie', set() { throw new Error('0'); }, configurable: true });
      const lie = () => { throw new Error('a lie'); };
      Function.prototype.call = Function.prototype.apply = lie;
      Reflect.apply = Reflect.construct = Reflect.ownKeys = Object.keys = Object.entries = lie;
      ArrayBuffer.prototype.slice = Uint8Array.prototype.slice = RegExp.prototype.exec = lie;
      globalThis.Promise = class {};
      MessagePort.prototype.postMessage = () => console.log('caught');
      socket.emit('a', new Uint8Array([1, 2]).subarray(1), (bytes) => console.log(bytes.byteLength));`,
    // The log comes once a frame.
    order: { untilLine: '1', lingerMs: 300 },
    safe: (report) => {
      expect(report.lines).toEqual(['1']);
      const sizes = report.net?.messages.map(({ name, byteLength }) => [name, byteLength]);
      expect(sizes?.filter(([name]) => name === 'a')).toEqual(Array(2).fill(['a', 1]));
    },
  },
  {
    ...program,
    name: 'a Blob of 4 GiB',
    network: network(`io.on('connection', () => {});`),
    source: `
      let blob = new Blob([new Uint8Array(2 ** 20)]);
      for (let i = 0; i < 12; i++) blob = new Blob([blob, blob]);
      ${tryAll(['io().emit("a", blob)', 'fetch("/tus/", { method: "POST", body: blob })'])}`,
    safe: nothingWorked,
  },
  {
    ...program,
    name: 'none at all: 100 MB go up, and each answer comes',
    network: network(`
      let taken = 0;
      io.on('connection', (s) => s.on('chunk', (bytes, reply) => reply((taken += bytes.byteLength))));`),
    source: `
      const socket = io({ reconnection: false });
      const chunk = new Uint8Array(100_000);
      let taken = 0;
      for (let i = 0; i < 1000; i++) taken = await socket.emitWithAck('chunk', chunk);
      console.log(taken);`,
    order: { untilLine: '100000000', patienceMs: 60_000 },
    safe: (report) => {
      finished(report);
      expect(report.lines).toEqual(['100000000']);
    },
  },
  {
    ...program,
    name: 'forged messages through whatever port it gets hold of',
    source: `${POSTS}
      io('/image');
      console.log(port === null ? 'no port' : 'worked');`,
    order: { untilLine: 'no port' },
    safe: (report) => expect(report.lines).toEqual(['no port']),
  },
]);

const CLIENT = `
  const socket = io({ reconnection: false });
  socket.on('disconnect', (reason) => console.log('disconnect', reason));
  socket.on('connect_error', (error) => console.log('refused', error.message.slice(0, 30)));`;

testAttacks('server halves', [
  {
    ...program,
    name: 'that try the host’s storage and network',
    network: network(`
      const tries = {
        storage: () => localStorage.length,
        cookie: () => document.cookie,
        database: () => indexedDB.open('a'),
        fetch: () => fetch('/healthz'),
        outside: () => fetch('https://evil.example/'),
        socket: () => new WebSocket('wss://evil.example/'),
        parent: () => parent.document,
        caches: () => caches.open('a'),
        file: () => fs.promises.readFile('/etc/passwd'),
        climb: () => fs.promises.readFile('../healthz'),
      };
      for (const [name, attempt] of Object.entries(tries)) {
        try { await attempt(); console.log('worked', name); } catch (error) { console.log('refused', name); }
      }
      io.on('connection', (socket) => socket.emit('ready'));`),
    source: `${CLIENT} socket.on('ready', () => console.log('ready'));`,
    order: { untilLine: 'ready' },
    safe: (report: Report) => {
      expect(report.serverLines.filter((line) => line.startsWith('worked'))).toEqual([]);
      expect(report.serverLines).toHaveLength(10);
      expect(report.lines).toEqual(['ready']);
    },
  },
  {
    ...program,
    name: 'that never answer',
    network: network(`io.on('connection', (socket) => socket.on('ask', () => {}));`),
    source: `${CLIENT}
      socket.timeout(300).emit('ask', (error) => console.log(error.message));`,
    order: { untilLine: 'operation has timed out' },
    safe: (report) => expect(report.lines).toEqual(['operation has timed out']),
  },
  {
    ...program,
    name: 'that spin when they are asked',
    network: network(`io.on('connection', (socket) => {
      socket.on('spin', () => { for (;;); });
      socket.on('ask', (reply) => reply('still there'));
    });`),
    source: `${CLIENT} socket.emit('spin'); console.log(await socket.emitWithAck('ask'));`,
    // An error goes with the next batch, a frame after.
    order: { lingerMs: 1000 },
    safe: (report) => {
      finished(report);
      expect(report.lines).toEqual(['still there']);
      expect(report.serverErrors).toEqual([expect.stringMatching(/^Stopped: .* \(2\)$/)]);
    },
  },
  {
    ...program,
    name: 'that throw once they listen',
    network: network(`io.on('connection', (s) => s.emit('ready')); throw new Error('boom');`),
    source: `${CLIENT} socket.on('ready', () => console.log('let in'));`,
    order: { untilLine: 'refused The server half does not run: ', lingerMs: 300 },
    safe: (report) => {
      expect(report.serverErrors).toEqual(['Error: boom (1)']);
      expect(report.lines).toEqual(['refused The server half does not run: ']);
    },
  },
  {
    ...program,
    name: 'that spin before they listen',
    network: network(`for (;;);`),
    source: CLIENT,
    order: { untilLine: 'refused The server half does not run: ' },
    safe: (report) => {
      expect(report.serverErrors).toEqual([expect.stringMatching(/^Stopped: /)]);
      expect(report.lines).toEqual([expect.stringContaining('refused The server half')]);
    },
  },
  {
    ...program,
    name: 'that speak for sockets that are not there, flood, and send what is no data',
    network: network(`
      io.on('connection', (socket) => {
        try { socket.emit('disconnect'); } catch (error) { console.log('refused'); }
        try { const a = []; a.push(a); socket.emit('a', a); } catch (error) { console.log('refused'); }
        socket.on('flood', () => { for (let i = 0; i < 200000; i++) socket.emit('news', i); });
      });`),
    source: `${CLIENT}
      let news = 0;
      socket.on('news', () => { news += 1; });
      socket.on('disconnect', () => console.log('end'));
      socket.on('connect', () => setTimeout(() => socket.emit('flood'), 300));`,
    order: { untilLine: 'end', lingerMs: 300 },
    safe: (report) => {
      expect(report.serverLines).toEqual(['refused', 'refused']);
      expect(report.lines).toEqual([
        expect.stringContaining('disconnect The lab has sent 20000 messages'),
        'end',
      ]);
      expect(report.outcome).toEqual({ kind: 'finished' });
    },
  },
]);
