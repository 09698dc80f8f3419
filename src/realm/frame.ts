/** The iframe's page: the handshake with the host (README.md here), then either Workers for runs or one run on the page. */
import { PROTOCOL_VERSION } from '../core/protocol/messages';
import { post } from './primordials';
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
    if (event.source !== host) return;
    const mode = modeOf(event.data);
    const port = event.ports[0];
    if (mode === null || port === undefined || event.ports.length !== 1) return;
    window.removeEventListener('message', takeInit);
    event.stopImmediatePropagation();
    applyScheme((event.data as { scheme?: unknown }).scheme);
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
  port.onmessage = ({ data, ports }: MessageEvent<ControlMessage>) => {
    if (data.kind === 'spare') pool.spare();
    else if (data.kind === 'terminate') pool.terminate(data.runId);
    else if (data.kind === 'start-worker' && ports[0]) pool.start(data.runId, ports[0]);
  };
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
  port.onmessage = ({ data, ports }: MessageEvent<ControlMessage>) => {
    if (data.kind === 'scheme') applyScheme(data.scheme);
    if (data.kind !== 'run-page' || used || !ports[0]) return;
    used = true;
    realm.runOn(ports[0]);
  };
  tell(port, { kind: 'spare-ready' });
}

function tell(port: MessagePort, message: object): void {
  post(port, { v: PROTOCOL_VERSION, ...message });
}

const root = typeof document === 'undefined' ? null : document.documentElement;

function applyScheme(scheme: unknown): void {
  if (root && (scheme === 'light' || scheme === 'dark')) root.style.colorScheme = scheme;
}
