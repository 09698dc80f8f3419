/**
 * tus in the lab in the page: uploads in memory, for as long as the run. What the server's lab answers at `/tus/`
 * (server/README.md) without what only many readers need.
 * @see https://tus.io/protocols/resumable-upload
 */
import { createId } from '../../core/lab/create-id';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { NetId } from '../../core/protocol/net';
import type { Say } from './lab-backend';
import { objectionTo, type RequestCall, type RequestCalls } from './requests';

const MIB = 1024 * 1024;
/** All of it is in the page's memory: what the room `/upload` takes there. */
const LIMITS = { fileBytes: 32 * MIB, totalBytes: 64 * MIB, files: 64 } as const;
const VERSION = '1.0.0';
const BODY_TYPE = 'application/offset+octet-stream';
const METHODS = 'HEAD, PATCH, POST, DELETE, OPTIONS';
const COUNT = /^\d{1,15}$/;

type FetchCall = Extract<RequestCall, { readonly op: 'fetch' }>;
type Headers = Readonly<Record<string, string>>;

interface Upload {
  readonly size: number;
  readonly hash: ReturnType<typeof sha256.create>;
  offset: number;
  digest: string | null;
}

interface Answer {
  readonly status: number;
  readonly headers?: Headers;
  /** A sentence, where the answer is no. */
  readonly text?: string;
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
};

const no = (status: number, text: string, headers: Headers = {}): Answer => ({
  status,
  headers,
  text: `${text}\n`,
});
const NOT_FOUND = no(404, 'There is no upload at this address. It may have expired; start again.');

export class PageTus implements RequestCalls {
  readonly #say: Say;
  readonly #uploads = new Map<string, Upload>();
  /** Bodies that are to be read; null for one whose end is all that is left. */
  readonly #bodies = new Map<NetId, Uint8Array | null>();
  /** Requests are answered one after the other: a body that is a Blob has to be read first. */
  #last: Promise<void> = Promise.resolve();
  /** Counts connections: what was asked over one that is lost is not answered. */
  #connection = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  call(call: RequestCall): void {
    const { request } = call;
    if (call.op === 'cancel') this.#bodies.delete(request);
    else if (call.op === 'pull') {
      const bytes = this.#bodies.get(request);
      if (bytes === undefined) return;
      if (bytes === null) this.#bodies.delete(request);
      else this.#bodies.set(request, null);
      this.#say({ op: 'body', request, bytes });
    } else {
      const connection = this.#connection;
      this.#last = this.#last.then(() => this.#take(call, connection));
    }
  }

  /** Uploads stay: that is what tus is for. */
  drop(): void {
    this.#connection++;
    this.#bodies.clear();
  }

  async #take(call: FetchCall, connection: number): Promise<void> {
    const { request, method } = call;
    let answer: Answer;
    try {
      const body = call.body === null ? null : await bytesOf(call.body);
      answer = this.#answer(call, body);
    } catch {
      answer = no(400, 'The body could not be read. The file may have changed on the disk.');
    }
    if (connection !== this.#connection) return;
    const { status, headers = {}, text = '' } = answer;
    const all = { 'tus-resumable': VERSION, 'cache-control': 'no-store', ...headers };
    this.#say({
      op: 'response',
      request,
      status,
      statusText: STATUS_TEXT[status] ?? '',
      headers: Object.entries(all),
    });
    if (method === 'HEAD' || status === 204) return;
    if (text === '') this.#say({ op: 'body', request, bytes: null });
    else this.#bodies.set(request, new TextEncoder().encode(text));
  }

  #answer(call: FetchCall, body: Uint8Array | null): Answer {
    const objection = objectionTo(call);
    if (objection !== null) return no(400, objection);
    const { method } = call;
    if (method === 'OPTIONS') return { status: 204, headers: ABILITIES };
    if (!METHODS.includes(method)) {
      return no(405, 'The lab takes uploads here, and gives none back.', { allow: METHODS });
    }
    const headers = Object.fromEntries(
      call.headers.map(([name, value]) => [name.toLowerCase(), value]),
    );
    if (headers['tus-resumable'] !== VERSION) {
      return no(412, `Tus-Resumable is not ${VERSION}.`, { 'tus-version': VERSION });
    }
    const isPart = headers['content-type'] === BODY_TYPE;
    if (method === 'POST') return this.#create(headers, isPart ? body : null);
    const id = call.path.slice('/tus/'.length);
    const upload = this.#uploads.get(id);
    if (upload === undefined) return NOT_FOUND;
    if (method === 'HEAD') return { status: 200, headers: factsOf(upload) };
    if (method === 'DELETE') {
      this.#uploads.delete(id);
      return { status: 204 };
    }
    if (!isPart) return no(415, `The content type of a part is ${BODY_TYPE}.`);
    return append(upload, headers['upload-offset'], body ?? new Uint8Array());
  }

  #create(headers: Headers, body: Uint8Array | null): Answer {
    const length = headers['upload-length'];
    if (length === undefined) {
      return no(
        400,
        'Upload-Length is missing. The lab wants to know the size before it takes anything.',
      );
    }
    if (!COUNT.test(length)) {
      return no(400, 'upload-length is not a whole number of bytes. Send digits only.');
    }
    const size = Number(length);
    if (size > LIMITS.fileBytes) {
      return no(413, 'That is more than was announced, or more than the lab takes.');
    }
    let taken = 0;
    for (const each of this.#uploads.values()) taken += each.size;
    if (this.#uploads.size >= LIMITS.files || taken + size > LIMITS.totalBytes) {
      return no(
        429,
        `You have ${this.#uploads.size} uploads of ${taken} bytes here, and may have ${LIMITS.files} of ${LIMITS.totalBytes} together. Delete one (DELETE), or press Run again.`,
      );
    }
    const upload: Upload = { size, hash: sha256.create(), offset: 0, digest: null };
    const part = append(upload, '0', body ?? new Uint8Array());
    if (part.text !== undefined) return part;
    const id = createId();
    this.#uploads.set(id, upload);
    const facts = body === null ? {} : { 'upload-offset': String(upload.offset) };
    return { status: 201, headers: { location: `/tus/${id}`, ...facts, ...hashOf(upload) } };
  }
}

const ABILITIES: Headers = {
  'tus-version': VERSION,
  'tus-extension': 'creation,creation-with-upload,termination',
  'tus-max-size': String(LIMITS.fileBytes),
};

function append(upload: Upload, offset: string | undefined, bytes: Uint8Array): Answer {
  if (offset === undefined || !COUNT.test(offset)) {
    return no(400, 'upload-offset is not a whole number of bytes. Send digits only.');
  }
  if (Number(offset) !== upload.offset) {
    return no(
      409,
      'Upload-Offset is not where this upload stands. Ask with HEAD, and go on from there.',
    );
  }
  if (upload.offset + bytes.length > upload.size) {
    return no(413, 'That is more than was announced, or more than the lab takes.');
  }
  // A finished hash takes nothing more, not even nothing.
  if (bytes.length > 0) upload.hash.update(bytes);
  upload.offset += bytes.length;
  return {
    status: 204,
    headers: { 'upload-offset': String(upload.offset), ...hashOf(upload) },
  };
}

const factsOf = (upload: Upload): Headers => ({
  'upload-offset': String(upload.offset),
  'upload-length': String(upload.size),
  ...hashOf(upload),
});

/** A finished upload says what arrived. */
function hashOf(upload: Upload): Headers {
  if (upload.offset < upload.size) return {};
  upload.digest ??= bytesToHex(upload.hash.digest());
  return { 'lab-sha256': upload.digest };
}

async function bytesOf(body: ArrayBuffer | Blob): Promise<Uint8Array> {
  return new Uint8Array(body instanceof Blob ? await body.arrayBuffer() : body);
}
