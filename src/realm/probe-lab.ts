/**
 * The lab at the other end of a probe's socket. It stands in the realm and answers as the room `/upload` does, within a
 * few milliseconds; what it noted is what a check reads. Nothing here goes through what a program may have replaced.
 */
import { sha256 } from '../core/bytes/sha-256';
import {
  MAX_LAB_MESSAGES,
  type LabBehaviour,
  type LabEvent,
  type LabMessage,
  type LabRecord,
} from '../core/exercise/lab';
import { byteOfFile, type MadeFile } from '../core/exercise/made-file';
import type { NetCall, NetData, NetEvent } from '../core/protocol/net';
import type { RefusalCode } from '../core/wire/refusal';
import { WIRE_LIMITS } from '../core/wire/limits';
import { bufferSlots, isBuffer, viewSlots } from './buffers';
import type { NetTransport } from './net/transport';
import {
  arraySet,
  blobArrayBuffer,
  blobSize,
  construct,
  dataProperty,
  isSafeInteger,
  iterable,
  later,
  min,
  NativeFile,
  NativeUint8Array,
  push,
  tryGet,
  typedArrayLength,
  whenSettled,
} from './primordials';
import { isProxy } from './proxies';

/** The upload's id; `parse.ts` wants 22 characters. */
const ID = 'probe-upload-000000001';
const ACK_MS = 1;
const BACK_MS = 2;
/**
 * How long it waits for more chunks before it acknowledges all the same: so long, and then as long as so many reads of a
 * chunk take. On a busy machine the program's own read takes longer, too, and no clock may decide about an attempt.
 */
const PATIENCE_MS = 150;
const PATIENCE_READS = 30;
const READ_BYTES = 102_400;

type Emitted = Extract<NetCall, { op: 'emit' }>;
/** A chunk without an acknowledgement, and where the lab stood behind it. */
interface Held {
  readonly call: Emitted;
  readonly next: number;
}

export class ProbeLab implements NetTransport {
  /** Bytes it has acknowledged. */
  acknowledged = 0;
  /** Grows as long as something goes on. */
  activity = 0;
  readonly #behaviour: LabBehaviour;
  readonly #stepsNow: () => number;
  readonly #reach: () => void;
  readonly #messages: LabMessage[] = [];
  #omitted = 0;
  #listener: (event: NetEvent) => void = () => undefined;
  #heard = 0;
  #socket = 0;
  /** This connection has started the upload. */
  #isStarted = false;
  #size = 0;
  #bytes = new NativeUint8Array(0);
  #next = 0;
  #chunks = 0;
  #held: Held[] = [];
  #turn = 0;
  #hasDied = false;
  #hash: string | null = null;
  #isClosed = false;

  /** @param reach connects again after the lab was lost: sooner than a socket does by itself */
  constructor(behaviour: LabBehaviour, stepsNow: () => number, reach: () => void) {
    this.#behaviour = behaviour;
    this.#stepsNow = stepsNow;
    this.#reach = reach;
  }

  hear(listener: (event: NetEvent) => void): void {
    this.#listener = listener;
  }

  send(call: NetCall): void {
    // Who goes on for ever is not answered for ever: the call is then over, too.
    if (this.#isClosed || this.#messages.length >= MAX_LAB_MESSAGES) return;
    if (call.op === 'open') {
      this.#socket = call.socket;
      this.#note('connect');
      this.#say({ op: 'opened', socket: call.socket, id: 'probe' });
    } else if (call.op === 'close') this.#forget();
    else if (call.op === 'emit') this.#receive(call);
  }

  /** The call is over: whatever still comes or waits is nobody's. */
  close(): void {
    this.#isClosed = true;
  }

  record(): LabRecord {
    return {
      kind: 'lab',
      messages: this.#messages,
      omitted: this.#omitted,
      sha256: this.#hash,
    };
  }

  #receive(call: Emitted): void {
    const head = itemOf(call.args, 0);
    const bytes = itemOf(call.args, 1);
    switch (call.event) {
      case 'start':
        this.#start(call, head);
        return;
      case 'chunk':
        this.#takeBytes(call, head, bytes);
        return;
      case 'done':
        this.#done(call, head);
        return;
      default:
        this.#note('other');
        this.#refuse(call, 'unknown-event', `The room has no event “${call.event}”.`);
    }
  }

  #start(call: Emitted, head: NetData): void {
    const size = fieldOf(head, 'size');
    const resume = fieldOf(head, 'resume');
    this.#note('start');
    if (typeof fieldOf(head, 'name') !== 'string' || !isSafeInteger(size)) {
      this.#refuse(call, 'malformed', 'start takes { name: file.name, size: file.size }.');
      return;
    }
    if (resume !== undefined && resume !== ID) {
      this.#refuse(call, 'unknown-id', 'There is no upload with the id in resume.');
      return;
    }
    if (resume !== undefined && size !== this.#size) {
      this.#refuse(call, 'changed', `The upload was started with ${this.#size} bytes.`);
      return;
    }
    if (resume === undefined) {
      this.#size = size as number;
      this.#bytes = new NativeUint8Array(min(this.#size, this.#behaviour.file.byteLength));
      this.#next = 0;
    }
    this.#isStarted = true;
    this.#held = [];
    this.acknowledged = this.#next;
    this.#note('ready');
    const window = WIRE_LIMITS.window;
    const { chunkBytes } = WIRE_LIMITS;
    this.#answer(call, { kind: 'ready', id: ID, next: this.#next, chunkBytes, window });
  }

  #takeBytes(call: Emitted, head: NetData, data: NetData): void {
    const bytes = bytesIn(data);
    const size = bytes === null ? tryGet(blobSize, data) : null;
    if (size === null || blobArrayBuffer === null) {
      this.#take(call, head, bytes);
      return;
    }
    const read = blobArrayBuffer(data);
    const taken = (buffer: unknown): void => {
      if (!this.#isClosed) this.#take(call, head, bytesIn(buffer));
    };
    whenSettled(read, taken, () => taken(null));
  }

  #take(call: Emitted, head: NetData, bytes: Uint8Array | null): void {
    const offset = fieldOf(head, 'offset');
    const length = bytes === null ? 0 : typedArrayLength(bytes);
    const known = isSafeInteger(offset) && (offset as number) >= 0 ? (offset as number) : null;
    if (known === null || bytes === null) {
      this.#note('chunk', known, length);
      this.#refuse(call, 'malformed', 'chunk takes { id, offset } and bytes behind it.');
      return;
    }
    const mistake = this.#mistake(head, known, length);
    const same = isPart(this.#behaviour.file, known, bytes);
    if (mistake !== null) {
      this.#note('chunk', known, length, same);
      this.#refuse(call, mistake[0], mistake[1]);
      return;
    }
    const { diesAt } = this.#behaviour;
    const dies = diesAt !== null && !this.#hasDied && this.#chunks === diesAt.chunk;
    this.#chunks++;
    if (!dies || diesAt.stored) {
      arraySet(this.#bytes, bytes, known);
      this.#next = known + length;
    }
    if (!dies) push(this.#held, { call, next: this.#next });
    this.#note('chunk', known, length, same);
    if (dies) this.#die();
    else this.#acknowledgeSoon();
  }

  #mistake(head: NetData, offset: number, length: number): [RefusalCode, string] | null {
    const next = this.#next;
    if (fieldOf(head, 'id') !== ID || !this.#isStarted)
      return ['unknown-id', 'This connection has not started the upload. Begin by start.'];
    if (length === 0 || length > WIRE_LIMITS.chunkBytes)
      return ['malformed', `A chunk has 1 to ${WIRE_LIMITS.chunkBytes} bytes.`];
    if (offset < next)
      return [
        'duplicate',
        `The lab has the bytes up to ${next}, and this chunk begins at ${offset}. Go on at ${next}.`,
      ];
    if (offset > next)
      return [
        'gap',
        `The lab wants the bytes at ${next}, and this chunk begins at ${offset}. Go on at ${next}.`,
      ];
    // What is larger than the file that a probe gave has nowhere to go.
    const size = typedArrayLength(this.#bytes);
    if (offset + length > size)
      return ['overrun', `This chunk ends at ${offset + length}, and the file has ${size} bytes.`];
    return null;
  }

  #done(call: Emitted, head: NetData): void {
    this.#note('done');
    if (fieldOf(head, 'id') !== ID || !this.#isStarted) {
      this.#refuse(call, 'unknown-id', 'This connection has not started the upload.');
    } else if (this.#next < this.#size) {
      const message = `${this.#next} of ${this.#size} bytes are here. Send the rest from ${this.#next} on, then say done.`;
      this.#refuse(call, 'incomplete', message);
    } else {
      this.#hash = sha256(this.#bytes);
      this.#note('saved');
      this.#answer(call, { kind: 'saved', id: ID, size: this.#size, sha256: this.#hash });
    }
  }

  /** The oldest chunk is acknowledged once the lab holds enough of them, or has waited for more in vain. */
  #acknowledgeSoon(): void {
    const turn = ++this.#turn;
    if (this.#held.length >= this.#behaviour.holds || this.#next >= this.#size)
      later(() => this.#wait(turn, 0), ACK_MS);
    else later(() => this.#wait(turn, PATIENCE_READS), PATIENCE_MS);
  }

  /** Acknowledges after so many reads of a chunk, unless something else has come. */
  #wait(turn: number, reads: number): void {
    if (turn !== this.#turn || this.#isClosed) return;
    this.activity++;
    if (reads === 0 || blobArrayBuffer === null) {
      this.#acknowledge();
      return;
    }
    const blob: unknown = construct(NativeFile, [iterable([new NativeUint8Array(READ_BYTES)]), '']);
    const next = (): void => void later(() => this.#wait(turn, reads - 1), 0);
    whenSettled(blobArrayBuffer(blob), next, next);
  }

  #acknowledge(): void {
    const held = this.#held;
    const first = held.length > 0 ? held[0] : undefined;
    if (first === undefined) return;
    const rest: Held[] = [];
    for (let i = 1; i < held.length; i++) push(rest, held[i] as Held);
    this.#held = rest;
    this.acknowledged = first.next;
    this.#note('ack', null, 0, true, first.next);
    if (rest.length > 0) this.#acknowledgeSoon();
    this.#answer(first.call, { kind: 'ack', next: first.next, saved: first.next });
  }

  #die(): void {
    this.#hasDied = true;
    this.#forget();
    this.#say({ op: 'closed', socket: this.#socket, reason: 'transport close' });
    later(() => {
      if (!this.#isClosed) this.#reach();
    }, BACK_MS);
  }

  #forget(): void {
    this.#isStarted = false;
    this.#held = [];
    this.#turn++;
    this.#note('disconnect');
  }

  #refuse(call: Emitted, code: RefusalCode, message: string): void {
    this.#note('refused', null, 0, true, this.#next, code);
    const answer = { kind: 'refused', code, message, next: this.#next };
    later(() => {
      if (!this.#isClosed) this.#answer(call, answer);
    }, 0);
  }

  #answer({ ack }: Emitted, answer: NetData): void {
    if (ack !== null) this.#say({ op: 'answer', socket: this.#socket, ack, args: [answer] });
  }

  #say(event: WithoutMessage<NetEvent>): void {
    this.#listener({ ...event, message: this.#heard++ });
  }

  #note(
    event: LabEvent,
    offset: number | null = null,
    byteLength = 0,
    same = true,
    next = this.#next,
    code: string | null = null,
  ): void {
    if (this.#messages.length >= MAX_LAB_MESSAGES) {
      this.#omitted++;
      return;
    }
    this.activity++;
    const step = this.#stepsNow();
    const inFlight = this.#held.length;
    push(this.#messages, { event, step, offset, byteLength, next, inFlight, code, same });
  }
}

type WithoutMessage<E> = E extends unknown ? Omit<E, 'message'> : never;

/** Whether bytes are those of the file at an offset. */
export function isPart({ byteLength, seed }: MadeFile, offset: number, bytes: Uint8Array): boolean {
  const length = typedArrayLength(bytes);
  if (offset + length > byteLength) return false;
  for (let i = 0; i < length; i++) if (bytes[i] !== byteOfFile(seed, offset + i)) return false;
  return true;
}

/** The bytes of a view or a buffer; null for anything else. */
export function bytesIn(data: unknown): Uint8Array | null {
  if (typeof data !== 'object' || data === null || isProxy(data)) return null;
  const view = viewSlots(data);
  const buffer = view === null ? (isBuffer(data) ? data : null) : view.buffer;
  if (buffer === null) return null;
  const byteLength = view?.byteLength ?? bufferSlots(buffer).byteLength;
  return byteLength === 0
    ? new NativeUint8Array(0)
    : new NativeUint8Array(buffer, view?.byteOffset ?? 0, byteLength);
}

const itemOf = (list: readonly NetData[], index: number): NetData =>
  index < list.length ? list[index] : undefined;

/** An own or inherited data property of an object that came from the program. */
export function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || isProxy(value)) return undefined;
  return dataProperty(value, key, isProxy);
}
