/** What the facades of the network lean on: the run's port to the host, or a lab that is simulated inside the realm. */
import type { NetCall, NetEvent } from '../../core/protocol/net';

export interface NetTransport {
  /** @param transfer buffers in the call that nobody else needs */
  send(call: NetCall, transfer?: readonly ArrayBuffer[]): void;
  /** Once, by the end that uses it. */
  hear(listener: (event: NetEvent) => void): void;
}
