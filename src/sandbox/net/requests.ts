/**
 * Requests to this site's `/tus/` and `/media/`, with bodies that stream when their reader asks. Nothing of the reader's
 * goes along (no cookies, no referrer), and nothing is followed elsewhere.
 */
import { LAB_PATH, NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetId } from '../../core/protocol/net';
import type { Say } from './lab-backend';

export type RequestCall = Extract<NetCall, { readonly request: NetId }>;
type FetchCall = Extract<NetCall, { readonly op: 'fetch' }>;

const METHODS: Readonly<Record<'tus' | 'media', readonly string[]>> = {
  tus: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'],
  media: ['GET', 'HEAD'],
};
const HEADERS = /^(?:accept|content-type|range|tus-[a-z-]{1,40}|upload-[a-z-]{1,40})$/;

interface Open {
  readonly stop: AbortController;
  body: ReadableStreamDefaultReader<Uint8Array> | null;
  /** The first chunk, read before it is asked for. */
  first: Promise<ReadableStreamReadResult<Uint8Array>> | null;
  reading: boolean;
}

/** Why a request is not made, as a sentence; null when it may be. */
export function objectionTo(call: FetchCall): string | null {
  const place =
    LAB_PATH.exec(call.path) === null ? null : call.path.startsWith('/tus/') ? 'tus' : 'media';
  if (place === null) {
    return `fetch: ${JSON.stringify(call.path.slice(0, 80))} is no address of the lab. It answers at /media/<name> and /tus/.`;
  }
  if (!METHODS[place].includes(call.method)) {
    return `fetch: found the method ${JSON.stringify(call.method)}. /${place}/ takes ${METHODS[place].join(', ')}.`;
  }
  const other = call.headers.find(([name]) => !HEADERS.test(name.toLowerCase()));
  if (other !== undefined) {
    return `fetch: the header ${JSON.stringify(other[0])} is not sent to the lab. Accept, Content-Type, Range, Tus-… and Upload-… are.`;
  }
  return null;
}

/** Whoever answers requests. */
export interface RequestCalls {
  call(call: RequestCall): void;
  drop(): void;
}

export class Requests implements RequestCalls {
  readonly #base: string;
  readonly #say: Say;
  readonly #open = new Map<NetId, Open>();

  /** @param base the site's own address, with the slash at its end */
  constructor(base: string, say: Say) {
    this.#base = base;
    this.#say = say;
  }

  /** Calls have been looked at (`objectionTo`). */
  call(call: RequestCall): void {
    switch (call.op) {
      case 'fetch':
        return void this.#fetch(call);
      case 'pull':
        return void this.#pull(call.request);
      case 'cancel':
        return this.#end(call.request);
    }
  }

  drop(): void {
    for (const request of [...this.#open.keys()]) this.#end(request);
  }

  async #fetch({ request, path, method, headers, body }: FetchCall): Promise<void> {
    const open: Open = { stop: new AbortController(), body: null, first: null, reading: false };
    this.#open.set(request, open);
    try {
      const response = await fetch(new URL(path.slice(1), this.#base), {
        method,
        headers: headers.map(([name, value]) => [name, value] as [string, string]),
        body,
        signal: open.stop.signal,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (this.#open.get(request) !== open) {
        // Its twin has the answer; a body that nobody reads would keep the connection.
        await response.body?.cancel();
        return;
      }
      open.body = response.body?.getReader() ?? null;
      this.#say({
        op: 'response',
        request,
        status: response.status,
        statusText: response.statusText.slice(0, 100),
        headers: this.#headersOf(response),
      });
      // An empty body ends by itself: few programs read what is not there, and its place is needed.
      open.first = open.body?.read() ?? null;
      const isEmpty = (await open.first)?.done ?? true;
      if (!isEmpty || open.reading || this.#open.get(request) !== open) return;
      this.#open.delete(request);
      this.#say({ op: 'body', request, bytes: null });
    } catch {
      this.#fail(request, open);
    }
  }

  async #pull(request: NetId): Promise<void> {
    const open = this.#open.get(request);
    if (open === undefined || open.body === null || open.reading) return;
    open.reading = true;
    try {
      const { done, value } = await (open.first ?? open.body.read());
      open.first = null;
      open.reading = false;
      if (this.#open.get(request) !== open) return;
      if (done) this.#open.delete(request);
      this.#say({ op: 'body', request, bytes: done ? null : wholeOf(value) });
    } catch {
      this.#fail(request, open);
    }
  }

  #fail(request: NetId, open: Open): void {
    if (this.#open.get(request) !== open) return;
    this.#open.delete(request);
    this.#say({ op: 'failed', request, reason: 'NetworkError: the lab could not be reached.' });
  }

  #end(request: NetId): void {
    const open = this.#open.get(request);
    this.#open.delete(request);
    open?.stop.abort();
  }

  /** An address of this site's own is told as a path, so that the program can ask for it again. */
  #headersOf(response: Response): [string, string][] {
    const found: [string, string][] = [];
    response.headers.forEach((value, name) => {
      if (found.length < NET_LIMITS.headers) {
        const told = name === 'location' ? this.#pathOf(value, response.url) : value;
        found.push([name, told.slice(0, NET_LIMITS.headerUnits)]);
      }
    });
    return found;
  }

  #pathOf(location: string, from: string): string {
    const { href } = new URL(location, from);
    return href.startsWith(this.#base) ? `/${href.slice(this.#base.length)}` : location;
  }
}

/** A view of the whole of its buffer. */
function wholeOf(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
