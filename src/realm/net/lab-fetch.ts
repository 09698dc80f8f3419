/** `fetch` to the lab: `/media/…` and `/tus/…`. A body comes in chunks, each when its reader asks for it. */
import { LAB_PATH, NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetEvent, NetId } from '../../core/protocol/net';
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import {
  apply,
  arrayBufferOf,
  blobSize,
  bytesSlice,
  construct,
  define,
  getOwnPropertyDescriptor,
  isArray,
  NativeError,
  NativePromise,
  NativeTypeError,
  NativeUint8Array,
  ownKeys,
  prototypeOf,
  push,
  regExpExec,
  SafeMap,
  stringSlice,
  toText,
  tryGet,
  typedArrayBuffer,
  typedArrayLength,
  uncurry,
  urlHref,
} from '../primordials';
import { isProxy } from '../proxies';
import { shortText } from '../console/format';
import type { MessageRecorder } from './socket';
import type { NetTransport } from './transport';

type RequestEvent = Extract<NetEvent, { readonly request: NetId }>;
type Controller = ReadableStreamDefaultController<Uint8Array>;

/** What a response is made of. */
interface Natives {
  readonly Response: new () => object;
  readonly Stream: new () => object;
  readonly enqueue: (stream: Controller, chunk: Uint8Array) => void;
  readonly close: (stream: Controller) => void;
  readonly fail: (stream: Controller, reason: unknown) => void;
  readonly headersForEach: (
    headers: unknown,
    callback: (value: string, name: string) => void,
  ) => void;
}

const scope = globalThis as unknown as Record<string, new () => object>;

function takeNatives(): Natives {
  const { Response, ReadableStream: Stream } = scope;
  const controller = prototypeOf('ReadableStreamDefaultController') as Controller | undefined;
  const headers = prototypeOf('Headers') as Headers | undefined;
  if (!Response || !Stream || !controller || !headers) {
    throw new NativeError('fetch: this engine has no Response');
  }
  return {
    Response,
    Stream,
    enqueue: uncurry(controller.enqueue),
    close: uncurry(controller.close),
    fail: uncurry(controller.error as (reason: unknown) => void),
    headersForEach: uncurry(
      headers.forEach as (callback: (value: string, name: string) => void) => void,
    ),
  };
}

/** Before they are watched; Node reads these from the disk when they are first asked for, so there it is done later. */
const EARLY = getOwnPropertyDescriptor(globalThis, 'Response')?.value ? takeNatives() : null;

const encoder = new TextEncoder();
const encode = uncurry(TextEncoder.prototype.encode);
const addListener = uncurry(EventTarget.prototype.addEventListener);
const isAborted = (signal: object): boolean => (signal as AbortSignal).aborted;

interface Open {
  readonly path: string;
  readonly resolve: (response: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly isHead: boolean;
  stream: Controller | null;
  /** The reader wants a chunk and has asked for none. */
  asked: boolean;
}

export class LabFetch {
  readonly #transport: NetTransport;
  readonly #recorder: MessageRecorder;
  readonly #requests = new SafeMap<NetId, Open>();
  readonly #natives = EARLY ?? takeNatives();
  #made = 0;

  constructor(transport: NetTransport, recorder: MessageRecorder) {
    this.#transport = transport;
    this.#recorder = recorder;
  }

  /** The lab's path in what `fetch` was given; null where it is no address of the lab. */
  static pathOf(input: unknown): string | null {
    const address =
      typeof input === 'object' && input !== null && !isProxy(input)
        ? tryGet(urlHref, input)
        : input;
    return typeof address === 'string' && regExpExec(LAB_PATH, address) !== null ? address : null;
  }

  /** The same for a library that has nowhere else to go. */
  static own(input: unknown): string {
    const path = LabFetch.pathOf(input);
    if (path !== null) return path;
    throw new NativeTypeError(
      `${shortText(input)} is no address of the lab. In a lesson there is no other: write endpoint: '/tus/'.`,
    );
  }

  /** @param path as `pathOf` gave it */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return new NativePromise<Response>((resolve, reject) => {
      const { signal } = init;
      if (signal && isAborted(signal)) throw signal.reason as Error;
      const method = stringSlice(toText(init.method ?? 'GET'), 0, 20);
      const headers = headersOf(init.headers, this.#natives);
      const body = bodyOf(init.body);
      const size =
        body === null ? 0 : (tryGet(blobSize, body) ?? bufferSlots(body as ArrayBuffer).byteLength);
      if (size > NET_LIMITS.messageBytes) {
        throw new NativeTypeError(
          `fetch: found a body of ${size} bytes, and one request takes ${NET_LIMITS.messageBytes} at most. Send slices.`,
        );
      }
      const request = this.#made++;
      const open: Open = {
        path,
        resolve: resolve as (response: unknown) => void,
        reject,
        isHead: method === 'HEAD',
        stream: null,
        asked: false,
      };
      // Throws for what is no signal: before anything is sent, or recorded as sent.
      if (signal) {
        addListener(signal, 'abort', () => {
          if (this.#requests.get(request) !== open) return;
          this.#cancel(request);
          this.#end(request, open, signal.reason);
        });
      }
      this.#requests.set(request, open);
      const step = this.#recorder.message(`fetch ${method} ${path}`, size, true, null);
      const copies = body !== null && isBuffer(body) ? [body] : [];
      this.#transport.send({ op: 'fetch', request, method, path, headers, body, step }, copies);
    });
  }

  take(event: RequestEvent): void {
    const open = this.#requests.get(event.request);
    if (open === undefined) return;
    switch (event.op) {
      case 'response':
        this.#heard(event.message, `response ${open.path}`, null);
        return open.resolve(this.#respond(event, open));
      case 'body':
        return this.#body(event, open);
      case 'failed':
        this.#heard(event.message, `failed ${open.path}`, null);
        return this.#end(event.request, open, new NativeTypeError(event.reason));
    }
  }

  #heard(message: NetId, operation: string, bytes: Uint8Array | null): void {
    if (bytes !== null) this.#recorder.arrived(typedArrayBuffer(bytes));
    const byteLength = bytes === null ? 0 : typedArrayLength(bytes);
    const step = this.#recorder.message(operation, byteLength, false, bytes);
    this.#transport.send({ op: 'heard', message, step });
  }

  #respond(event: Extract<RequestEvent, { op: 'response' }>, open: Open): object {
    const { status, request } = event;
    const headers = { __proto__: null } as unknown as Record<string, string>;
    for (let i = 0; i < event.headers.length; i++) {
      const header = event.headers[i] as readonly [string, string];
      headers[header[0]] = header[1];
    }
    const hasBody = !open.isHead && status !== 204 && status !== 205 && status !== 304;
    const body = hasBody ? this.#stream(request, open) : null;
    if (!hasBody) this.#requests.delete(request);
    const init = { __proto__: null, status, statusText: event.statusText, headers };
    const response = construct(this.#natives.Response, [body, init]) as object;
    define(response, 'url', open.path);
    return response;
  }

  #stream(request: NetId, open: Open): object {
    const source = {
      __proto__: null,
      start: (given: Controller) => {
        open.stream = given;
      },
      pull: () => {
        if (open.asked) return;
        open.asked = true;
        this.#transport.send({ op: 'pull', request, step: 0 });
      },
      cancel: () => {
        this.#cancel(request);
        this.#requests.delete(request);
      },
    };
    // A chunk is asked for when somebody reads, not before.
    return construct(this.#natives.Stream, [
      source,
      { __proto__: null, highWaterMark: 0 },
    ]) as object;
  }

  #body({ bytes, message, request }: Extract<RequestEvent, { op: 'body' }>, open: Open): void {
    const { stream } = open;
    if (stream === null) return;
    open.asked = false;
    if (bytes === null) {
      this.#requests.delete(request);
      return this.#natives.close(stream);
    }
    this.#heard(message, `body ${open.path}`, bytes);
    this.#natives.enqueue(stream, bytes);
  }

  #cancel(request: NetId): void {
    this.#transport.send({ op: 'cancel', request, step: 0 });
  }

  #end(request: NetId, open: Open, reason: unknown): void {
    this.#requests.delete(request);
    if (open.stream === null) open.reject(reason);
    else this.#natives.fail(open.stream, reason);
  }
}

function headersOf(given: unknown, natives: Natives): [string, string][] {
  const headers = pairsOf(given, natives);
  let longest = 0;
  for (let i = 0; i < headers.length; i++) {
    const { length } = (headers[i] as [string, string])[1];
    if (length > longest) longest = length;
  }
  if (headers.length > NET_LIMITS.headers || longest > NET_LIMITS.headerUnits) {
    throw new NativeTypeError(
      `fetch: found ${headers.length} headers, the longest of ${longest} units. A request to the lab takes ${NET_LIMITS.headers} of ${NET_LIMITS.headerUnits} units at most.`,
    );
  }
  return headers;
}

function pairsOf(given: unknown, { headersForEach }: Natives): [string, string][] {
  const headers: [string, string][] = [];
  const add = (name: unknown, value: unknown): void =>
    push(headers, [stringSlice(toText(name), 0, 100), toText(value)]);
  if (typeof given !== 'object' || given === null) return headers;
  if (isArray(given)) {
    for (let i = 0; i < given.length; i++)
      add((given[i] as string[])[0], (given[i] as string[])[1]);
    return headers;
  }
  try {
    headersForEach(given, (value, name) => add(name, value));
  } catch {
    const names = ownKeys(given);
    for (let i = 0; i < names.length; i++) add(names[i], given[names[i] as keyof typeof given]);
  }
  return headers;
}

/** A body as bytes of its own, or the Blob itself. */
function bodyOf(given: unknown): ArrayBuffer | Blob | null {
  if (given === undefined || given === null) return null;
  if (typeof given === 'string') return arrayBufferOf(encode(encoder, given));
  if (typeof given === 'object') {
    if (tryGet(blobSize, given) !== null) return given as Blob;
    const view = viewSlots(given);
    const buffer = view?.buffer ?? (isBuffer(given) ? given : null);
    if (buffer !== null) {
      const length = view?.byteLength ?? bufferSlots(buffer).byteLength;
      if (length === 0) return arrayBufferOf(new NativeUint8Array(0));
      return arrayBufferOf(bytesSlice(new NativeUint8Array(buffer, view?.byteOffset ?? 0, length)));
    }
  }
  throw new NativeTypeError(
    'fetch: the body of a request to the lab is a text, bytes or a Blob. Read what else it is first.',
  );
}

/** Puts a `fetch` in the global's place that knows the lab; what is not the lab's goes to the one before. */
export function replaceFetch(lab: LabFetch): void {
  const before = (globalThis as unknown as { fetch?: (...args: unknown[]) => unknown }).fetch;
  const wrapper = {
    fetch(input?: unknown, init?: unknown): unknown {
      const path = LabFetch.pathOf(input);
      if (path !== null) return lab.fetch(path, init ?? {});
      return before === undefined ? undefined : apply(before, globalThis, [input, init]);
    },
  }.fetch;
  define(globalThis, 'fetch', wrapper, true);
}
