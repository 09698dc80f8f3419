/** The network of a run: what the facades say goes through the run's port, and what the host answers comes back there. */
import {
  PROTOCOL_VERSION,
  type NetEventMessage,
  type ServeCallMessage,
} from '../../core/protocol/messages';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import { postMoving } from '../primordials';
import type { NetTransport } from './transport';

export class RunPort implements NetTransport {
  readonly #port: MessagePort;
  readonly #runId: string;
  #event: (event: NetEvent) => void = () => undefined;
  #call: (call: NetCall) => void = () => undefined;

  constructor(port: MessagePort, runId: string) {
    this.#port = port;
    this.#runId = runId;
  }

  send(call: NetCall, transfer: readonly ArrayBuffer[] = []): void {
    this.#post('net', 'call', call, transfer);
  }

  hear(listener: (event: NetEvent) => void): void {
    this.#event = listener;
  }

  /** Of a server half. */
  answer(event: NetEvent, transfer: readonly ArrayBuffer[] = []): void {
    this.#post('serve', 'event', event, transfer);
  }

  serve(listener: (call: NetCall) => void): void {
    this.#call = listener;
  }

  take(message: NetEventMessage | ServeCallMessage): void {
    if (message.kind === 'net') this.#event(message.event);
    else this.#call(message.call);
  }

  #post(kind: string, key: string, value: object, transfer: readonly ArrayBuffer[]): void {
    const message = { v: PROTOCOL_VERSION, runId: this.#runId, kind, [key]: value };
    postMoving(this.#port, message, transfer);
  }
}
