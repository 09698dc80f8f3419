/** The iframe's page: the handshake with the host (README.md here), then either Workers for runs or one run on the page. */
import { PROTOCOL_VERSION } from '../core/protocol/messages';
import {
  firstPort,
  messageData,
  messagePorts,
  messageSource,
  post,
  stopImmediatePropagation,
} from './primordials';
import { prepareRealm, type Realm } from './runtime';
import { listenOn } from './uncaught';
import { WorkerPool } from './worker-pool';

type Scheme = 'light' | 'dark';

/** Host → frame, on the control port. */
type ControlMessage =
  | { readonly kind: 'spare' }
  | { readonly kind: 'start-worker' | 'terminate' | 'run-page'; readonly runId: string }
  | { readonly kind: 'scheme'; readonly scheme: Scheme };

const REFUSAL =
  'This page runs the code of Bytescope’s lessons inside a sandbox. It does nothing by itself: open a lesson instead.';

export function bootFrame(): void {
  const script = document.currentScript;
  const source = script?.textContent ?? '';
  script?.remove();
  // Only an opaque origin may run learner code, and only a host may ask for it.
  if (self.origin !== 'null' || window.parent === window) {
    document.body.textContent = REFUSAL;
    return;
  }
  const host = window.parent;
  const takeInit = (event: MessageEvent<unknown>): void => {
    if (messageSource(event) !== host) return;
    const data = messageData(event);
    const ports = messagePorts(event);
    const mode = modeOf(data);
    const port = ports[0];
    if (mode === null || port === undefined || ports.length !== 1) return;
    window.removeEventListener('message', takeInit);
    stopImmediatePropagation(event);
    applyScheme((data as { scheme?: unknown }).scheme);
    if (mode === 'worker') serveWorkers(port, source);
    else servePage(port);
  };
  window.addEventListener('message', takeInit);
  host.postMessage({ v: PROTOCOL_VERSION, kind: 'ready' }, '*');
}

function modeOf(data: unknown): 'worker' | 'page' | null {
  const message = data as { v?: unknown; kind?: unknown; mode?: unknown } | null;
  if (typeof message !== 'object' || message?.v !== PROTOCOL_VERSION || message.kind !== 'init')
    return null;
  return message.mode === 'worker' || message.mode === 'page' ? message.mode : null;
}

function serveWorkers(port: MessagePort, source: string): void {
  const pool = new WorkerPool(source, (message) => tell(port, message));
  hear(port, (message, given) => {
    if (message.kind === 'spare') pool.spare();
    else if (message.kind === 'terminate') pool.terminate(message.runId);
    else if (message.kind === 'start-worker' && given) pool.start(message.runId, given);
  });
  pool.spare();
}

function servePage(port: MessagePort): void {
  const realm: Realm = prepareRealm({
    kind: 'page',
    listen: (uncaught) => listenOn(window, uncaught),
    prepare: ({ html }) => {
      if (html !== null) document.body.innerHTML = html;
    },
  });
  let used = false;
  hear(port, (message, given) => {
    if (message.kind === 'scheme') applyScheme(message.scheme);
    if (message.kind !== 'run-page' || used || !given) return;
    used = true;
    realm.runOn(given);
  });
  tell(port, { kind: 'spare-ready' });
}

/** On a page realm this goes on while learner code runs, which may own `MessageEvent.prototype` by then. */
function hear(
  port: MessagePort,
  heard: (message: ControlMessage, given: MessagePort | undefined) => void,
): void {
  port.onmessage = (event) => heard(messageData(event) as ControlMessage, firstPort(event));
}

function tell(port: MessagePort, message: object): void {
  post(port, { v: PROTOCOL_VERSION, ...message });
}

const root = typeof document === 'undefined' ? null : document.documentElement;

function applyScheme(scheme: unknown): void {
  if (root && (scheme === 'light' || scheme === 'dark')) root.style.colorScheme = scheme;
}
