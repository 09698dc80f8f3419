/** The page's end of the relay Worker: opens and closes lines, and hands batches to the run they belong to. */
import type { HostMessage, RealmMessage } from '../core/protocol/messages';
import type { LinkConditions, NetMessage } from '../core/trace/net-log';
import type { EndCause, FromRelay, LineId, LineNetwork, ToRelay } from './relay-messages';

export interface LineListener {
  /** The relay listens: it had to load first. */
  opened?(): void;
  batch(messages: readonly RealmMessage[]): void;
  /** What is new in the log of the network. */
  net?(changes: readonly NetMessage[], omitted: number): void;
  ended(cause: EndCause | 'relay-failed'): void;
}

export class RelayLink {
  readonly #listeners = new Map<LineId, LineListener>();
  #opened = 0;
  #worker: Worker | null = null;

  warm(): void {
    this.#ensureWorker();
  }

  open(
    runId: string,
    port: MessagePort,
    watchdogMs: number,
    listener: LineListener,
    network: LineNetwork | null = null,
  ): LineId {
    const line = this.#opened++;
    this.#listeners.set(line, listener);
    const message: ToRelay = { kind: 'open', line, runId, watchdogMs, network };
    this.#ensureWorker().postMessage(message, [port]);
    return line;
  }

  /** What the relay still holds comes first, then the line's end is told. */
  close(line: LineId): void {
    this.#tell({ kind: 'close', line });
  }

  /** Closes a line of which nothing more is to be heard, not even its end. */
  drop(line: LineId): void {
    this.#listeners.delete(line);
    this.close(line);
  }

  tell(line: LineId, message: HostMessage): void {
    this.#tell({ kind: 'tell', line, message });
  }

  setConditions(line: LineId, conditions: LinkConditions): void {
    this.#tell({ kind: 'link', line, conditions });
  }

  disconnect(line: LineId): void {
    this.#tell({ kind: 'disconnect', line });
  }

  labGone(labRunId: string, reason: string): void {
    this.#tell({ kind: 'lab-gone', labRunId, reason });
  }

  setPatience(line: LineId, patient: boolean): void {
    this.#tell({ kind: 'patience', line, patient });
  }

  dispose(): void {
    this.#listeners.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #tell(message: ToRelay): void {
    this.#worker?.postMessage(message);
  }

  #ensureWorker(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./relay.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<FromRelay>) => this.#hear(event.data));
    // It did not load, or it threw, which is our own mistake: either way nothing more will come from it.
    worker.addEventListener('error', () => this.#fail());
    this.#worker = worker;
    return worker;
  }

  #hear(message: FromRelay): void {
    const listener = this.#listeners.get(message.line);
    switch (message.kind) {
      case 'opened':
        return listener?.opened?.();
      case 'batch':
        return listener?.batch(message.messages);
      case 'net':
        return listener?.net?.(message.changes, message.omitted);
      case 'ended':
        this.#listeners.delete(message.line);
        return listener?.ended(message.cause);
    }
  }

  #fail(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of listeners) listener.ended('relay-failed');
  }
}
