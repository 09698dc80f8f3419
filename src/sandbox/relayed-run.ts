/**
 * One run, seen from the relay: every message is weighed and validated, then handed on in batches of about a frame.
 * The first console line and the end of the body go at once. Pure but for the clock and the timer it is given.
 */
import { parseRealmMessage } from '../core/protocol/parse';
import {
  RUN_BUDGET,
  type ConsoleMessage,
  type MemoryMessage,
  type RealmMessage,
} from '../core/protocol/messages';
import type { NetCall, NetEvent } from '../core/protocol/net';
import { NET_LIMITS } from '../core/protocol/net-limits';
import { CONSOLE_LIMITS } from '../core/trace/console-entry';
import { Allowance } from '../core/protocol/allowance';
import { estimateBytes } from './estimate-bytes';
import type { EndCause } from './relay-messages';

/** About one animation frame: more often would only make the page render what nobody can see. */
export const BATCH_MS = 16;
/** What one batch may weigh, so that taking it in costs the page a few milliseconds at most. */
export const BATCH_BYTES = 256 * 1024;
/** The realm keeps fewer; equal entries that arrive one by one are joined later, so there may be some more here. */
const MAX_ENTRIES = 2 * CONSOLE_LIMITS.entries;
/** The realm tells far fewer; each is shown. */
export const MAX_ERRORS = 500;
/** What a chunk of a recording counts for when batches are paced, in bytes. */
const TRACE_COST = 16 * 1024;
/** What goes along when a run is cut off while more is held than one batch takes. */
const LAST_BATCH_BYTES = 2 * BATCH_BYTES;
/** How fast a spent budget comes back: a realm may live for hours and log a little all the time. */
const REFILL_PER_SECOND = { messages: 200, bytes: 8 * 1024 * 1024 } as const;
/**
 * The network has a budget of its own, so that neither it nor a recording starves the other. A program that spends it is
 * told so (net/run-network.ts); one that then goes on all the same meets this one. Each message may be told as heard.
 */
const NET_MESSAGES = 2 * NET_LIMITS.messages;
const NET_MESSAGES_PER_SECOND = 2 * NET_LIMITS.messagesPerSecond;
const NET_BYTES = 2 * NET_LIMITS.bytes;
const NET_BYTES_PER_SECOND = 2 * NET_LIMITS.bytesPerSecond;

export interface RelayedRunOptions {
  readonly runId: string;
  readonly watchdogMs: number;
  /** How often `tick` is called. */
  readonly tickMs: number;
  now(): number;
  /** Asks for one call of `flush` after `ms`. Asked again only after that call. */
  later(ms: number): void;
  send(messages: readonly RealmMessage[]): void;
  end(cause: EndCause): void;
  /** What the program says to the lab. A run without a network that says something is a forgery. */
  net?(call: NetCall): void;
  /** What a server half says to its clients; so too. */
  serve?(event: NetEvent): void;
  /** The realm has taken its program. */
  started?(): void;
}

export class RelayedRun {
  readonly #options: RelayedRunOptions;
  readonly #messages: Allowance;
  readonly #bytes: Allowance;
  readonly #netMessages: Allowance;
  readonly #netBytes: Allowance;
  #queue: { message: RealmMessage; bytes: number }[] = [];
  #flushAsked = false;
  #started = false;
  #settled = false;
  #entries = 0;
  #droppedEntries = 0;
  #errors = 0;
  #patient = false;
  #silentTicks = 0;
  #over = false;

  constructor(options: RelayedRunOptions) {
    this.#options = options;
    const now = options.now();
    this.#messages = new Allowance(RUN_BUDGET.messages, REFILL_PER_SECOND.messages, now);
    this.#bytes = new Allowance(RUN_BUDGET.bytes, REFILL_PER_SECOND.bytes, now);
    this.#netMessages = new Allowance(NET_MESSAGES, NET_MESSAGES_PER_SECOND, now);
    this.#netBytes = new Allowance(NET_BYTES, NET_BYTES_PER_SECOND, now);
  }

  receive(data: unknown): void {
    if (this.#over) return;
    const now = this.#options.now();
    // The count comes first: it is what a flood of tiny messages meets.
    const isNet = this.#hasNetwork && isOfNetwork(data);
    if (!(isNet ? this.#netMessages : this.#messages).spend(1, now)) return this.#cut('flood');
    const bytes = estimateBytes(data, RUN_BUDGET.bytes);
    if (!(isNet ? this.#netBytes : this.#bytes).spend(bytes, now)) return this.#cut('flood');
    // A replay of an older run: it says nothing about this one, not even that it lives.
    if (isOfAnotherRun(data, this.#options.runId)) return;
    const message = parseOrNull(data, this.#options.runId);
    if (message === null) return this.#cut('invalid');
    this.#silentTicks = 0;
    this.#take(message, bytes);
  }

  /** Called every `tickMs`; ticks rather than time, so that a sleeping machine does not look like a silent realm. */
  tick(): void {
    if (this.#over || !this.#started || this.#patient) return;
    this.#silentTicks += 1;
    if ((this.#silentTicks - 1) * this.#options.tickMs >= this.#options.watchdogMs)
      this.#cut('silent');
  }

  setPatient(patient: boolean): void {
    this.#patient = patient;
    this.#silentTicks = 0;
  }

  /** Sends one batch, and asks for the next when something is left. */
  flush(): void {
    this.#flushAsked = false;
    if (this.#over) return;
    this.#sendBatch(BATCH_BYTES);
    if (this.#queue.length > 0) this.#askFlush();
  }

  /** Hands over whatever is held and stops listening. */
  close(cause: EndCause = 'closed'): void {
    this.#cut(cause);
  }

  #take(message: RealmMessage, bytes: number): void {
    switch (message.kind) {
      case 'alive':
        return;
      case 'started':
        if (this.#started) return;
        this.#started = true;
        this.#options.started?.();
        return this.#enqueue(message, bytes, true);
      case 'settled':
        if (this.#settled) return;
        this.#settled = true;
        return this.#enqueue(message, bytes, true);
      case 'memory':
        return this.#takeMemory(message, bytes);
      case 'trace':
        // Its rows are handed over, not copied: what it costs the page does not grow with their bytes.
        return this.#enqueue(message, TRACE_COST, false);
      case 'console':
        return this.#takeConsole(message, bytes);
      case 'error':
        this.#errors += 1;
        if (this.#errors > MAX_ERRORS) return this.#cut('flood');
        return this.#enqueue(message, bytes, false);
      case 'net':
        if (this.#options.net === undefined) return this.#cut('invalid');
        return this.#options.net(message.call);
      case 'serve':
        if (this.#options.serve === undefined) return this.#cut('invalid');
        return this.#options.serve(message.event);
      default:
        message satisfies never;
    }
  }

  get #hasNetwork(): boolean {
    return this.#options.net !== undefined;
  }

  /** Only the latest memory of a batch can be seen. */
  #takeMemory(message: MemoryMessage, bytes: number): void {
    let latest = message;
    let weight = bytes;
    const others = this.#queue.filter((held) => {
      if (held.message.kind !== 'memory') return true;
      if (latest.memory === null) {
        latest = { ...latest, memory: held.message.memory };
        weight = held.bytes;
      }
      return false;
    });
    this.#queue = others;
    this.#enqueue(latest, weight, false);
  }

  #takeConsole(message: ConsoleMessage, bytes: number): void {
    const first = this.#entries === 0;
    const entries = message.entries.slice(0, Math.max(0, MAX_ENTRIES - this.#entries));
    this.#entries += entries.length;
    this.#droppedEntries += message.entries.length - entries.length;
    const kept = { ...message, entries, omitted: message.omitted + this.#droppedEntries };
    const parts = splitConsole(kept, Math.ceil(bytes / BATCH_BYTES));
    for (const part of parts) this.#enqueue(part, bytes / parts.length, first);
  }

  #enqueue(message: RealmMessage, bytes: number, urgent: boolean): void {
    this.#queue.push({ message, bytes });
    // Urgent goes now unless a heavy queue is being paced out in front of it.
    if (urgent && this.#queuedBytes() <= BATCH_BYTES) this.#sendBatch(Infinity);
    else this.#askFlush();
  }

  #queuedBytes(): number {
    return this.#queue.reduce((sum, held) => sum + held.bytes, 0);
  }

  #askFlush(): void {
    if (this.#flushAsked) return;
    this.#flushAsked = true;
    this.#options.later(BATCH_MS);
  }

  #sendBatch(limit: number): void {
    let bytes = 0;
    let count = 0;
    for (const held of this.#queue) {
      // One message always goes, however heavy.
      if (count > 0 && bytes + held.bytes > limit) break;
      bytes += held.bytes;
      count += 1;
    }
    const batch = this.#queue.splice(0, count).map((held) => held.message);
    if (batch.length > 0) this.#options.send(joinConsole(batch));
  }

  /** Console lines that are dropped because the run ends now are counted, never silently gone. */
  #tellWhatIsLeftOut(): void {
    const held = this.#queue.flatMap(({ message }) =>
      message.kind === 'console' ? [message] : [],
    );
    const last = held.at(-1);
    if (last === undefined) return;
    const dropped = held.reduce((sum, message) => sum + message.entries.length, 0);
    this.#options.send([{ ...last, entries: [], omitted: last.omitted + dropped }]);
  }

  #cut(cause: EndCause): void {
    if (this.#over) return;
    this.#sendBatch(LAST_BATCH_BYTES);
    this.#tellWhatIsLeftOut();
    this.#over = true;
    this.#options.end(cause);
  }
}

function isOfNetwork(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  return data.kind === 'net' || data.kind === 'serve';
}

function isOfAnotherRun(data: unknown, runId: string): boolean {
  if (typeof data !== 'object' || data === null || !('runId' in data)) return false;
  return typeof data.runId === 'string' && data.runId !== runId;
}

function parseOrNull(data: unknown, runId: string): RealmMessage | null {
  try {
    const parsed = parseRealmMessage(data, runId);
    return parsed.kind === 'ok' ? parsed.message : null;
  } catch {
    // Nested so deeply that looking at it overflows the stack: no message of ours is.
    return null;
  }
}

/** A heavy console message in parts, so that it can be paced. */
function splitConsole(message: ConsoleMessage, parts: number): ConsoleMessage[] {
  const size = Math.max(1, Math.ceil(message.entries.length / Math.max(1, parts)));
  const split: ConsoleMessage[] = [];
  for (let at = 0; at === 0 || at < message.entries.length; at += size) {
    split.push({ ...message, entries: message.entries.slice(at, at + size) });
  }
  return split;
}

/** Neighbouring console messages become one, so that a batch wakes the page's console once. */
function joinConsole(batch: readonly RealmMessage[]): RealmMessage[] {
  const joined: RealmMessage[] = [];
  for (const message of batch) {
    const last = joined.at(-1);
    if (message.kind === 'console' && last?.kind === 'console') {
      const merged: ConsoleMessage = {
        ...message,
        entries: [...last.entries, ...message.entries],
      };
      joined[joined.length - 1] = merged;
    } else joined.push(message);
  }
  return joined;
}
