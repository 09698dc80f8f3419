/**
 * Holds the host's end of every run port, in a Worker of the page's own origin. A realm that floods its port keeps this
 * thread busy, not the page's.
 */
import { buffersIn } from './moved-buffers';
import type { LineEnd, RelayNetwork } from './net/relay-networks';
import type { EndCause, FromRelay, LineId, LineNetwork, ToRelay } from './relay-messages';
import { RelayedRun } from './relayed-run';

const TICK_MS = 500;

type Opening = Extract<ToRelay, { readonly kind: 'open' }>;

interface Line {
  readonly run: RelayedRun;
  readonly port: MessagePort;
  /** Calls wait for it in order while it loads. */
  readonly network: Promise<RelayNetwork> | null;
}
const lines = new Map<LineId, Line>();

function open({ line, runId, watchdogMs, network: kind }: Opening, port: MessagePort): void {
  const network = kind === null ? null : openNetwork(line, runId, port, kind);
  let opened: RelayNetwork | null = null;
  const say = (what: (network: RelayNetwork) => void): void => {
    // Where it cannot be loaded the run ends, below.
    void network?.then(what, () => undefined);
  };
  const run = new RelayedRun({
    runId,
    watchdogMs,
    tickMs: TICK_MS,
    now: () => performance.now(),
    later: (ms) => void setTimeout(() => run.flush(), ms),
    send: (messages) => {
      // A run that has settled has its whole log.
      if (messages.some(({ kind: each }) => each === 'settled')) opened?.flush();
      tell({ kind: 'batch', line, messages }, buffersIn(messages));
    },
    end: (cause) => close(line, cause),
    ...(network !== null && {
      net: (call) => say((each) => each.call(call)),
      started: () => say((each) => each.started()),
    }),
    ...(kind?.role === 'server' && { serve: (event) => say((each) => each.serve(event)) }),
  });
  lines.set(line, { run, port, network });
  network?.then(
    (each) => (opened = each),
    () => run.close('no-network'),
  );
  port.addEventListener('message', (event: MessageEvent<unknown>) => run.receive(event.data));
  port.addEventListener('messageerror', () => run.close('invalid'));
  // Fired where the browser knows the event and the realm's process or Worker is gone.
  port.addEventListener('close', () => run.close('gone'));
  port.start();
  tell({ kind: 'opened', line });
}

let networks: Promise<typeof import('./net/relay-networks')> | null = null;

/** Most runs have no network, and never load what makes one. */
function loadNetworks(): Promise<typeof import('./net/relay-networks')> {
  networks ??= import('./net/relay-networks').catch((error: unknown) => {
    networks = null;
    throw error;
  });
  return networks;
}

async function openNetwork(
  line: LineId,
  runId: string,
  port: MessagePort,
  kind: LineNetwork,
): Promise<RelayNetwork> {
  const { openClient, openServer } = await loadNetworks();
  const end: LineEnd = {
    runId,
    post: (message) => port.postMessage(message),
    changed: (changes, omitted) => tell({ kind: 'net', line, changes, omitted }),
  };
  return kind.role === 'client' ? openClient(end, kind) : openServer(end, kind.base);
}

function close(line: LineId, cause: EndCause): void {
  const closed = lines.get(line);
  lines.delete(line);
  closed?.port.close();
  void closed?.network?.then((network) => network.close()).catch(() => undefined);
  tell({ kind: 'ended', line, cause });
}

function tell(message: FromRelay, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

addEventListener('message', (event: MessageEvent<ToRelay>) => {
  const message = event.data;
  switch (message.kind) {
    case 'open': {
      const [port] = event.ports;
      if (port !== undefined) open(message, port);
      return;
    }
    case 'close':
      return lines.get(message.line)?.run.close();
    case 'tell':
      return lines.get(message.line)?.port.postMessage(message.message);
    case 'link':
      return void lines
        .get(message.line)
        ?.network?.then((network) => network.setConditions(message.conditions));
    case 'disconnect':
      return void lines.get(message.line)?.network?.then((network) => network.disconnect());
    case 'lab-gone':
      return void loadNetworks()
        .then(({ leaveLab }) => leaveLab(message.labRunId, message.reason))
        .catch(() => undefined);
    case 'patience':
      return lines.get(message.line)?.run.setPatient(message.patient);
  }
});

setInterval(() => {
  for (const { run } of lines.values()) run.tick();
}, TICK_MS);
