/** Reads the site's media for a server half, each file once. */
import type { NetEvent, NetId } from '../../core/protocol/net';
import type { NamedFile } from '../../core/wire/media';
import { bytesJoined, NativeError, push, SafeMap } from '../primordials';
import type { NetTransport } from './transport';

type Done = (error: Error | null, bytes: Uint8Array<ArrayBuffer> | null) => void;

interface Reading {
  readonly name: string;
  readonly chunks: Uint8Array[];
}

export class MediaReader {
  readonly #transport: NetTransport;
  readonly #files: readonly NamedFile[];
  readonly #kept = new SafeMap<string, Uint8Array<ArrayBuffer>>();
  readonly #waiting = new SafeMap<string, Done[]>();
  readonly #readings = new SafeMap<NetId, Reading>();
  #made = 0;

  constructor(transport: NetTransport, files: readonly NamedFile[]) {
    this.#transport = transport;
    this.#files = files;
  }

  get files(): readonly NamedFile[] {
    return this.#files;
  }

  find(name: string): NamedFile | null {
    for (let i = 0; i < this.#files.length; i++) {
      const file = this.#files[i] as NamedFile;
      if (file.name === name) return file;
    }
    return null;
  }

  read(name: string, done: Done): void {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return done(null, kept);
    const waiting = this.#waiting.get(name);
    if (waiting !== undefined) {
      push(waiting, done);
      return;
    }
    this.#waiting.set(name, [done]);
    const request = this.#made++;
    this.#readings.set(request, { name, chunks: [] });
    const path = `/media/${name}`;
    this.#transport.send({
      ...{ op: 'fetch', request, method: 'GET', path, headers: [], body: null, step: 0 },
    });
  }

  take(event: Extract<NetEvent, { readonly request: NetId }>): void {
    const { request } = event;
    const reading = this.#readings.get(request);
    if (reading === undefined) return;
    if (event.op === 'failed') return this.#fail(request, reading, event.reason);
    if (event.op === 'response') {
      if (event.status !== 200) return this.#fail(request, reading, `status ${event.status}`);
    } else if (event.bytes === null) {
      const bytes = bytesJoined(reading.chunks);
      this.#kept.set(reading.name, bytes);
      return this.#end(request, reading, null, bytes);
    } else push(reading.chunks, event.bytes);
    this.#transport.send({ op: 'pull', request, step: 0 });
  }

  #fail(request: NetId, reading: Reading, why: string): void {
    this.#end(
      request,
      reading,
      new NativeError(`The file ${reading.name} cannot be read: ${why}`),
      null,
    );
  }

  #end(
    request: NetId,
    { name }: Reading,
    error: Error | null,
    bytes: Uint8Array<ArrayBuffer> | null,
  ): void {
    this.#readings.delete(request);
    const waiting = this.#waiting.get(name) ?? [];
    this.#waiting.delete(name);
    for (let i = 0; i < waiting.length; i++) (waiting[i] as Done)(error, bytes);
  }
}
