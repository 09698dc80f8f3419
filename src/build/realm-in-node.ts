/** The realm in a Node worker thread: the same runtime, for recording snippets at build and in tests. */
import { workerData, type MessagePort as NodePort } from 'node:worker_threads';
import { prepareRealm } from '../realm/runtime';
import { define } from '../realm/primordials';

type Uncaught = (value: unknown, origin: 'throw' | 'rejection', at: null) => void;

const nodeProcess = process;
const nodeBuffer = Buffer;
const port = (workerData as { port: NodePort }).port;

const realm = prepareRealm({
  kind: 'node',
  listen(uncaught: Uncaught) {
    nodeProcess.on('uncaughtException', (error) => uncaught(error, 'throw', null));
    nodeProcess.on('unhandledRejection', (reason) => uncaught(reason, 'rejection', null));
  },
  whenIdle(callback) {
    nodeProcess.on('exit', callback);
  },
});

// A snippet finds what a Worker in a browser has, and nothing of Node.
for (const name of ['process', 'require', 'module', 'exports', 'Buffer', 'global']) {
  Reflect.deleteProperty(globalThis, name);
}
for (const name of ['setImmediate', 'clearImmediate', '__filename', '__dirname']) {
  Reflect.deleteProperty(globalThis, name);
}
define(globalThis, 'self', globalThis);
Object.defineProperty(globalThis, 'Buffer', {
  configurable: true,
  // Node's own fetch reads the global Buffer; learner code finds it undefined.
  get: () => (/^.*\n.*\n\s+at .*\(node:/.test(new Error().stack ?? '') ? nodeBuffer : undefined),
});
realm.runOn(port as unknown as MessagePort);
