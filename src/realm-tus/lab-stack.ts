/** How the library sends: by the realm's `fetch`. */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { TusParts } from '../core/protocol/tus';

type Fetch = TusParts['fetch'];

export class LabStack implements HttpStack {
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  createRequest(method: string, url: string): HttpRequest {
    return new LabRequest(this.#fetch, method, url);
  }

  getName(): string {
    return 'LabStack';
  }
}

class LabRequest implements HttpRequest {
  readonly #fetch: Fetch;
  readonly #method: string;
  readonly #url: string;
  readonly #headers = new Map<string, string>();
  readonly #stop = new AbortController();
  #progress: (bytesSent: number) => void = () => undefined;

  constructor(fetch: Fetch, method: string, url: string) {
    this.#fetch = fetch;
    this.#method = method;
    this.#url = url;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getHeader(name: string): string | undefined {
    return this.#headers.get(name);
  }

  setProgressHandler(progress: (bytesSent: number) => void): void {
    this.#progress = progress;
  }

  async send(body: Blob | null = null): Promise<HttpResponse> {
    const answering = this.#fetch(this.#url, {
      method: this.#method,
      headers: [...this.#headers],
      body,
      signal: this.#stop.signal,
    });
    // Sent, as an XMLHttpRequest counts it: the bytes have left, and nobody has said yet that they are there.
    if (body !== null) this.#progress(body.size);
    const response = await answering;
    const isBare = this.#method === 'HEAD' || response.status === 204;
    return new LabResponse(response, isBare ? '' : await response.text());
  }

  abort(): Promise<void> {
    this.#stop.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): null {
    return null;
  }
}

class LabResponse implements HttpResponse {
  readonly #response: Response;
  readonly #body: string;

  constructor(response: Response, body: string) {
    this.#response = response;
    this.#body = body;
  }

  getStatus(): number {
    return this.#response.status;
  }

  getHeader(name: string): string | undefined {
    return this.#response.headers.get(name) ?? undefined;
  }

  getBody(): string {
    return this.#body;
  }

  getUnderlyingObject(): Response {
    return this.#response;
  }
}
