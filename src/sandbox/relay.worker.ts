/**
 * Holds the host's end of every run port, in a Worker of the page's own origin. A realm that floods its port keeps this
 * thread busy, not the page's.
 */
import { buffersIn } from './moved-buffers';
import type { EndCause, FromRelay, LineId, ToRelay } from './relay-messages';
import { RelayedRun } from './relayed-run';

const TICK_MS = 500;

interface Line {
  readonly run: RelayedRun;
  readonly port: MessagePort;
}
const lines = new Map<LineId, Line>();

function open(line: LineId, runId: string, port: MessagePort, watchdogMs: number): void {
  const run = new RelayedRun({
    runId,
    watchdogMs,
    tickMs: TICK_MS,
    now: () => performance.now(),
    later: (ms) => void setTimeout(() => run.flush(), ms),
    send: (messages) => tell({ kind: 'batch', line, messages }, buffersIn(messages)),
    end: (cause) => close(line, cause),
  });
  lines.set(line, { run, port });
  port.addEventListener('message', (event: MessageEvent<unknown>) => run.receive(event.data));
  port.addEventListener('messageerror', () => run.close('invalid'));
  // Fired where the browser knows the event and the realm's process or Worker is gone.
  port.addEventListener('close', () => run.close('gone'));
  port.start();
}

function close(line: LineId, cause: EndCause): void {
  lines.get(line)?.port.close();
  lines.delete(line);
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
      if (port !== undefined) open(message.line, message.runId, port, message.watchdogMs);
      return;
    }
    case 'close':
      return lines.get(message.line)?.run.close();
    case 'tell':
      return lines.get(message.line)?.port.postMessage(message.message);
    case 'patience':
      return lines.get(message.line)?.run.setPatient(message.patient);
  }
});

setInterval(() => {
  for (const { run } of lines.values()) run.tick();
}, TICK_MS);
