/**
 * What leaves the realm for one run. The first console entry goes out at once, so that the reader sees it; the rest go
 * in batches by number and by time, also out of a busy loop. Blobs are given a moment to show their first bytes.
 */
import { PROTOCOL_VERSION, type RealmMessage } from '../core/protocol/messages';
import { weigh } from '../core/protocol/weigh';
import { isRepeat } from '../core/trace/append-console';
import { CONSOLE_LIMITS, type ConsoleEntry, type Preview } from '../core/trace/console-entry';
import type { ConsoleSink } from './console/console';
import {
  blobArrayBuffer,
  blobSlice,
  cancel,
  later,
  NativeUint8Array,
  now,
  post,
  push,
  soon,
  whenSettled,
} from './primordials';

const BATCH = 50;
const BATCH_MS = 50;
/** A delayed batch goes out after this long at the latest, with or without its Blobs' bytes. */
const BLOB_MS = 100;
/** Bytes of console in one run; a snippet that prints more has its later calls counted only. */
const CONSOLE_BYTES = 16 * 1024 * 1024;

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'v' | 'runId'> : never;

export class Outbox implements ConsoleSink {
  #entries: ConsoleEntry[] = [];
  #last: ConsoleEntry | null = null;
  #count = 0;
  #bytes = 0;
  #omitted = 0;
  #omittedSent = 0;
  #lastFlush = -Infinity;
  #timer: unknown = null;
  /** What is printed from now on is not the program's own. */
  muted = false;
  #openBlobs = 0;
  #whenBlobsAreRead: (() => void) | null = null;

  constructor(
    readonly port: MessagePort,
    readonly runId: string,
  ) {}

  send(message: WithoutEnvelope<RealmMessage>): void {
    post(this.port, { v: PROTOCOL_VERSION, runId: this.runId, ...message });
  }

  get count(): number {
    return this.#bytes > CONSOLE_BYTES ? Infinity : this.#count;
  }

  omit(): void {
    if (this.muted) return;
    this.#omitted++;
    this.#schedule();
  }

  add(entry: ConsoleEntry): void {
    if (this.muted) return;
    const last = this.#last;
    if (last !== null && isRepeat(last, entry)) {
      this.#repeat(entry);
    } else if (this.#count >= CONSOLE_LIMITS.entries) {
      this.#count = CONSOLE_LIMITS.entries + 1;
      this.#omitted++;
    } else {
      this.#count++;
      this.#bytes += weigh(entry);
      this.#last = entry;
      push(this.#entries, entry);
    }
    if (this.#openBlobs === 0 && (this.#lastFlush < 0 || this.#isDue())) this.flush();
    else this.#schedule();
  }

  /** Counts an equal entry: in place while the first of them is still here, else as an entry of its own. */
  #repeat(entry: ConsoleEntry): void {
    const at = this.#entries.length - 1;
    // An index that is not there would be looked for on the prototypes, where a learner's getter is handed the list.
    const waiting = at < 0 ? undefined : this.#entries[at];
    if (waiting === undefined) push(this.#entries, entry);
    else this.#entries[at] = { ...waiting, count: waiting.count + 1, lastStep: entry.lastStep };
  }

  blob(blob: object, preview: Preview): void {
    if (preview.kind !== 'blob' || blobSlice === null || blobArrayBuffer === null) return;
    this.#openBlobs++;
    const bytes = blobArrayBuffer(blobSlice(blob, 0, CONSOLE_LIMITS.bytes));
    whenSettled(
      bytes,
      (buffer) => {
        (preview as { bytes: Uint8Array }).bytes = new NativeUint8Array(buffer as ArrayBuffer);
        this.#blobRead();
      },
      // A file that changed since it was chosen cannot be read: its bytes stay unknown.
      () => this.#blobRead(),
    );
  }

  #blobRead(): void {
    this.#openBlobs--;
    if (this.#openBlobs > 0) return;
    this.#whenBlobsAreRead?.();
    this.#schedule();
  }

  /** Calls back, once, when every Blob that was logged shows its bytes, or when that takes too long. */
  whenBlobsAreRead(callback: () => void): void {
    if (this.#openBlobs === 0) {
      soon(callback);
      return;
    }
    const once = (): void => {
      if (this.#whenBlobsAreRead !== once) return;
      this.#whenBlobsAreRead = null;
      callback();
    };
    this.#whenBlobsAreRead = once;
    later(once, BLOB_MS);
  }

  flush(): void {
    cancel(this.#timer);
    this.#timer = null;
    this.#lastFlush = now();
    if (this.#entries.length === 0 && this.#omitted === this.#omittedSent) return;
    const entries = this.#entries;
    this.#entries = [];
    this.#omittedSent = this.#omitted;
    this.send({ kind: 'console', entries, omitted: this.#omitted });
  }

  #isDue(): boolean {
    return this.#entries.length >= BATCH || now() - this.#lastFlush > BATCH_MS;
  }

  #schedule(): void {
    this.#timer ??= later(() => this.flush(), this.#openBlobs > 0 ? BLOB_MS : BATCH_MS);
  }
}
