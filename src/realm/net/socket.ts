/** What the sockets of both ends have in common: listeners, emit, acknowledgements. The names are Socket.IO's own. */
import { NET_LIMITS, RESERVED_EVENTS } from '../../core/protocol/net-limits';
import type { NetCall, NetData, NetId } from '../../core/protocol/net';
import {
  NativeError,
  NativePromise,
  NativeTypeError,
  push,
  toNumber,
  toText,
} from '../primordials';
import type { Recorder } from '../recorder/recorder';
import { Acks } from './acks';
import { Listeners, type Listener } from './listeners';
import { bytesIn, eachBuffer, pack } from './pack';

/** The part of the recorder that the network tells. */
export type MessageRecorder = Pick<Recorder, 'message' | 'arrived'>;

type Emitted = Omit<Extract<NetCall, { op: 'emit' }>, 'socket'>;
type Answered = Omit<Extract<NetCall, { op: 'answer' }>, 'socket'>;
export type Sending = Emitted | Answered;

/** Takes what a socket says, with the copies in it that may be moved. */
export type Transmit = (sending: Sending, copies: readonly ArrayBuffer[]) => void;

/** What stands behind a socket, and learner code does not reach. */
export class SocketCore {
  readonly listeners = new Listeners();
  readonly acks = new Acks();
  readonly recorder: MessageRecorder;
  readonly #transmit: Transmit;
  /** Connections that this socket has had and lost. */
  #lost = 0;
  /** The socket that listeners find as `this`. */
  self: object | undefined;
  timeoutMs: number | null = null;

  constructor(recorder: MessageRecorder, transmit: Transmit) {
    this.recorder = recorder;
    this.#transmit = transmit;
  }

  /** @param withError takes the answer behind an error or null; `answered` does so under a timeout only */
  emit(
    event: unknown,
    args: readonly unknown[],
    answered: Listener | null,
    withError: Listener | null,
  ): void {
    const name = nameOf(event);
    const { timeoutMs } = this;
    this.timeoutMs = null;
    const { args: packed, byteLength, copies, source } = pack(args, `emit "${name}"`);
    const listener = withError ?? answered;
    const takesError = withError !== null || timeoutMs !== null;
    const ack = listener === null ? null : this.acks.wait(name, listener, takesError, timeoutMs);
    const step = this.recorder.message(`emit ${name}`, byteLength, true, source);
    this.#transmit({ op: 'emit', event: name, args: packed, ack, step }, copies);
  }

  /**
   * An event came, for listeners that there are.
   *
   * @param ack null where no answer is asked for
   * @param noted is told the step at which it was heard, before the program hears it
   */
  deliver(
    event: string,
    args: readonly NetData[],
    ack: NetId | null,
    noted: (step: number) => void,
  ): void {
    if (!this.listeners.has(event)) return;
    noted(this.#hear(`on ${event}`, args));
    const given: unknown[] = [];
    for (let i = 0; i < args.length; i++) push(given, args[i]);
    if (ack !== null) push(given, this.#replyTo(event, ack));
    this.listeners.callAny(this.self, named(event, given));
    this.listeners.call(event, this.self, given);
  }

  /** An answer came. A second one, or one that nobody waits for any more, is not heard. */
  answered(ack: NetId, args: readonly NetData[], noted: (step: number) => void): void {
    const event = this.acks.eventOf(ack);
    if (event === null) return;
    noted(this.#hear(`answer to ${event}`, args));
    this.acks.answer(ack, this.self, args);
  }

  /** The connection is gone: what was asked over it, by either end, is not answered any more. */
  lose(): void {
    this.#lost++;
    this.acks.lose();
  }

  /** Says something of the socket's own: connect, disconnect. */
  fire(event: string, args: readonly unknown[]): void {
    this.listeners.call(event, this.self, args);
  }

  #hear(operation: string, args: readonly NetData[]): number {
    let byteLength = 0;
    for (let i = 0; i < args.length; i++) {
      byteLength += bytesIn(args[i]);
      eachBuffer(args[i], (buffer) => this.recorder.arrived(buffer));
    }
    return this.recorder.message(operation, byteLength, false, null);
  }

  #replyTo(event: string, ack: NetId): Listener {
    let isSent = false;
    const lost = this.#lost;
    return (...answer: unknown[]) => {
      // The other end counts its questions from nought again: another one would take this for its answer.
      if (isSent || this.#lost !== lost) return;
      isSent = true;
      const { args, byteLength, copies, source } = pack(answer, `the answer to "${event}"`);
      const step = this.recorder.message(`answer ${event}`, byteLength, true, source);
      this.#transmit({ op: 'answer', ack, args, step }, copies);
    };
  }
}

/** The methods that a client's and a server's socket share. */
export class Socket {
  readonly #core: SocketCore;

  constructor(core: SocketCore) {
    this.#core = core;
    core.self = this;
  }

  on(event: string, listener: Listener): this {
    this.#core.listeners.add(toText(event), listener, false);
    return this;
  }
  once(event: string, listener: Listener): this {
    this.#core.listeners.add(toText(event), listener, true);
    return this;
  }
  off(event?: string, listener?: Listener): this {
    this.#core.listeners.remove(event, listener);
    return this;
  }
  onAny(listener: Listener): this {
    this.#core.listeners.addAny(listener);
    return this;
  }
  offAny(listener?: Listener): this {
    this.#core.listeners.removeAny(listener);
    return this;
  }
  listeners(event: string): Listener[] {
    return this.#core.listeners.of(event);
  }
  hasListeners(event: string): boolean {
    return this.#core.listeners.of(event).length > 0;
  }

  /** The acknowledgement of the next emit is waited for so long. */
  timeout(ms: number): this {
    this.#core.timeoutMs = toNumber(ms);
    return this;
  }
  emit(event: string, ...args: unknown[]): this {
    const last = args.length === 0 ? undefined : args[args.length - 1];
    if (typeof last !== 'function') this.#core.emit(event, args, null, null);
    else this.#core.emit(event, allButLast(args), last as Listener, null);
    return this;
  }
  send(...args: unknown[]): this {
    this.#core.emit('message', args, null, null);
    return this;
  }
  emitWithAck(event: string, ...args: unknown[]): Promise<unknown> {
    return new NativePromise((resolve, reject) => {
      const settle = (error: Error | null, answer: unknown): void => {
        if (error === null) resolve(answer);
        else reject(error);
      };
      this.#core.emit(event, args, null, settle as Listener);
    });
  }
}

// Names of older releases, which programs still use.
for (const [old, name] of [
  ['addEventListener', 'on'],
  ['removeListener', 'off'],
  ['removeEventListener', 'off'],
  ['removeAllListeners', 'off'],
] as const) {
  Reflect.defineProperty(Socket.prototype, old, {
    value: Socket.prototype[name],
    writable: true,
    configurable: true,
  });
}

function nameOf(event: unknown): string {
  const name = toText(event);
  for (let i = 0; i < RESERVED_EVENTS.length; i++) {
    if (RESERVED_EVENTS[i] === name) throw new NativeError(`"${name}" is a reserved event name`);
  }
  if (name.length > NET_LIMITS.eventUnits) {
    throw new NativeTypeError(
      `emit: found a name of ${name.length} units, and an event's has ${NET_LIMITS.eventUnits} at most.`,
    );
  }
  return name;
}

function allButLast(args: readonly unknown[]): unknown[] {
  const list: unknown[] = [];
  for (let i = 0; i < args.length - 1; i++) push(list, args[i]);
  return list;
}

function named(event: string, args: readonly unknown[]): unknown[] {
  const list: unknown[] = [event];
  for (let i = 0; i < args.length; i++) push(list, args[i]);
  return list;
}
