/**
 * Network, dialogs and messages to a page: the sandbox has none. The iframe's CSP blocks them anyhow; what stands here
 * says so in a sentence, instead of an engine's terse error.
 */
import { disguise } from './disguise';
import {
  apply,
  construct,
  define,
  deleteProperty,
  getOwnPropertyDescriptor,
  NativeTypeError,
  prototypeOf,
  stringSlice,
  stringStartsWith,
  tryGet,
  urlHref,
} from './primordials';
import { isProxy } from './proxies';
import { shortText } from './console/format';

/** Says something in the learner's console, from the sandbox. */
export type Say = (sentence: string) => void;

const NO_NETWORK =
  'the sandbox has no network. Snippets work on bytes they make themselves, on blob: and on data: addresses.';

export function replaceNetwork(): void {
  replaceFetch();
  // No policy that every browser knows keeps WebRTC from the network. Frames have it too, but no script (realm-page.ts).
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel']) {
    deleteProperty(globalThis, name);
  }
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'WebSocketStream']) {
    if (name in globalThis) replaceConstructor(name);
  }
  replaceOpen();
  const refuse = (): never => {
    throw new NativeTypeError(`importScripts: ${NO_NETWORK}`);
  };
  if ('importScripts' in globalThis) define(globalThis, 'importScripts', refuse);
  const scope = globalThis as { navigator?: object };
  const navigatorPrototype = scope.navigator && (Object.getPrototypeOf(scope.navigator) as object);
  if (navigatorPrototype && 'sendBeacon' in navigatorPrototype) {
    define(navigatorPrototype, 'sendBeacon', () => false);
  }
}

/** The address a request goes to, as far as it is known without running learner code. */
function addressOf(input: unknown): string | null {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null || isProxy(input)) return null;
  return tryGet(urlHref, input);
}

function isLocal(address: string): boolean {
  return stringStartsWith(address, 'blob:') || stringStartsWith(address, 'data:');
}

function replaceFetch(): void {
  const native = globalThis.fetch as typeof fetch | undefined;
  if (native === undefined) return;
  const wrapper = {
    fetch(input?: unknown, init?: unknown): unknown {
      const address = addressOf(input);
      if (address === null || isLocal(address)) return apply(native, globalThis, [input, init]);
      return rejected(`fetch("${stringSlice(address, 0, 200)}"): ${NO_NETWORK}`);
    },
  }.fetch;
  disguise(wrapper, native);
  define(globalThis, 'fetch', wrapper);
}

/** Made while the caller is on the stack, so that the error knows the learner's line. */
// eslint-disable-next-line @typescript-eslint/require-await -- rejects, as fetch does, instead of throwing
async function rejected(sentence: string): Promise<never> {
  throw new NativeTypeError(sentence);
}

function replaceConstructor(name: string): void {
  const native = (globalThis as unknown as Record<string, object>)[name];
  if (!native) return;
  const wrapper = function (): never {
    throw new NativeTypeError(`${name}: ${NO_NETWORK}`);
  };
  disguise(wrapper, native);
  define(globalThis, name, wrapper);
}

function replaceOpen(): void {
  const prototype = prototypeOf('XMLHttpRequest');
  const native = prototype && (getOwnPropertyDescriptor(prototype, 'open')?.value as object);
  if (!prototype || !native) return;
  const wrapper = {
    open(this: unknown, ...args: unknown[]): unknown {
      const address = addressOf(args[1]);
      if (address !== null && !isLocal(address)) {
        throw new NativeTypeError(`XMLHttpRequest: ${NO_NETWORK}`);
      }
      return apply(native as () => unknown, this, args);
    },
  }.open;
  disguise(wrapper, native);
  define(prototype, 'open', wrapper, true);
}

/** alert, confirm, prompt and print say what they would have shown. */
export function replaceDialogs(say: Say): void {
  const dialog = (name: string, answer: unknown) => (message?: unknown) => {
    const text = message === undefined ? '' : `: ${stringSlice(shortText(message), 0, 1000)}`;
    say(`${name}()${text} (the sandbox shows no dialogs; use console.log)`);
    return answer;
  };
  define(globalThis, 'alert', dialog('alert', undefined), true);
  define(globalThis, 'confirm', dialog('confirm', false), true);
  define(globalThis, 'prompt', dialog('prompt', null), true);
  define(globalThis, 'print', dialog('print', undefined), true);
}

/** In a Worker: postMessage would reach nobody, and close would end the run from inside. */
export function replaceWorkerScope(say: Say): void {
  const postMessage = (): void =>
    say('postMessage() was called, but no page listens: the snippet itself runs in the Worker.');
  const close = (): void => say('close() was called; the sandbox ends the Worker itself.');
  const scope = Object.getPrototypeOf(globalThis) as object;
  for (const owner of [globalThis, scope]) {
    if ('postMessage' in owner) define(owner, 'postMessage', postMessage);
    if ('close' in owner) define(owner, 'close', close);
  }
}

/** Workers that a snippet starts, at most `limit` at once. */
export function limitWorkers(limit: number): void {
  const NativeWorker = globalThis.Worker as typeof Worker | undefined;
  if (NativeWorker === undefined) return;
  let alive = 0;
  const counted = new WeakSet<object>();
  const has = WeakSet.prototype.has.bind(counted);
  const add = WeakSet.prototype.add.bind(counted);
  const remove = WeakSet.prototype.delete.bind(counted);
  const terminate = NativeWorker.prototype.terminate;
  function Counted(this: unknown, ...args: unknown[]): object {
    if ((new.target as unknown) === undefined)
      throw new NativeTypeError("Constructor Worker requires 'new'");
    if (alive >= limit) {
      throw new NativeTypeError(
        `A snippet may have ${limit} Workers at once, and this would be one more. Call terminate() on one first.`,
      );
    }
    const worker = construct(NativeWorker as unknown as () => unknown, args, new.target) as object;
    alive++;
    add(worker);
    return worker;
  }
  disguise(Counted, NativeWorker);
  // A function's own prototype can be assigned to, not redefined.
  Counted.prototype = NativeWorker.prototype;
  const ending = {
    terminate(this: object): void {
      apply(terminate, this, []);
      if (has(this) && remove(this)) alive--;
    },
  }.terminate;
  disguise(ending, terminate);
  define(NativeWorker.prototype, 'terminate', ending, true);
  define(NativeWorker.prototype, 'constructor', Counted);
  define(globalThis, 'Worker', Counted);
}
