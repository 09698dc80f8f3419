/**
 * Resumable uploads by the tus protocol, at `/tus/` of the site's port: `@tus/server`, and around it what it leaves open.
 * Who may ask, how large, how many, how long, under which names, and what is told of it.
 * @see https://tus.io/protocols/resumable-upload
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Locker, type ServerOptions, type Upload } from '@tus/server';
import { cleanFileName } from '../../src/core/wire/file-name.ts';
import { WIRE_LIMITS } from '../../src/core/wire/limits.ts';
import { TUS_PATH, type HttpOptions } from '../http.ts';
import { objectionTo } from './door.ts';
import type { Log } from './log.ts';
import { createSlowBodies, type BodyLimits } from './slow-bodies.ts';
import { notFound, TusRefusal } from './tus-refusal.ts';
import { TUS_ID, type MarkedUpload, type StoredUpload, type TusStore } from './tus-store.ts';
import { createId, type UploadQuotas, type Validator } from './uploads.ts';

const METHODS = 'HEAD, PATCH, POST, DELETE, OPTIONS';

/** How long the holder of an upload has to finish what it is at, when another request asks for it. */
const DRAIN_MS = 300;

export interface TusOptions extends HttpOptions {
  readonly store: TusStore;
  readonly locker: Locker;
  readonly quotas: UploadQuotas;
  /** Requests at once. */
  readonly requests: number;
  readonly log: Log;
  readonly validate?: Validator | undefined;
  readonly body: BodyLimits;
}

export interface Tus {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Looks at what only time tells. Call it every second or so. */
  check(): void;
  /** Removes what has stayed long enough, finished or not. */
  expire(): Promise<void>;
  /** Takes nothing more. Uploads stay: that is what tus is for. */
  stop(): Promise<void>;
}

type TusRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0];

/** What Node gave, which `handle` below put in. */
function nodeOf(request: TusRequest): { req: IncomingMessage; res: ServerResponse } {
  const node = request.runtime?.node;
  if (node?.res === undefined) throw new Error('a request that did not come through Node');
  return { req: node.req as IncomingMessage, res: node.res as ServerResponse };
}

/**
 * Who asks, as far as a quota goes: the address, since a client that wants more room would leave a cookie at home. Where
 * a proxy on this machine stands in front, the address is the last one it names.
 */
export function readerOf(request: IncomingMessage): string {
  const address = unmapped(request.socket.remoteAddress ?? '');
  const isLocal = address === '::1' || address.startsWith('127.');
  const forwarded = isLocal ? request.headers['x-forwarded-for'] : undefined;
  const last = [forwarded ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return networkOf(last === '' ? address : unmapped(last));
}

const unmapped = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/, '');

/** A household has 2^64 addresses of IPv6, which begin alike. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const groups = before === '' ? [] : before.split(':');
  // `::` stands for as many noughts as are missing.
  const behind = after === undefined || after === '' ? [] : after.split(':');
  while (after !== undefined && groups.length + behind.length < 8) groups.push('0');
  return [...groups, ...behind].slice(0, 4).join(':');
}

const META_NAME = /^[A-Za-z][\w.-]{0,39}$/;
/** What the S3 store would make headers of. */
const HEADER_NAMES = new Set(['contentType', 'cacheControl']);

/** Metadata as it is kept: few and short fields, and a name that is fit to be shown. */
function cleanMetadata(given: Upload['metadata']): Record<string, string | null> {
  const fields = Object.entries(given ?? {});
  if (fields.length > WIRE_LIMITS.metaFields) {
    throw new TusRefusal(
      400,
      `Upload-Metadata has ${fields.length} fields. Send at most ${WIRE_LIMITS.metaFields}.`,
    );
  }
  const cleaned: Record<string, string | null> = {};
  for (const [name, value] of fields) {
    if (!META_NAME.test(name) || HEADER_NAMES.has(name)) {
      throw new TusRefusal(
        400,
        'Upload-Metadata has a field name that is not taken. Names have at most 40 letters, digits, _ . -',
      );
    }
    if ((value?.length ?? 0) > WIRE_LIMITS.metaUnits) {
      throw new TusRefusal(
        400,
        `A field of Upload-Metadata has ${value?.length ?? 0} characters. Send at most ${WIRE_LIMITS.metaUnits}.`,
      );
    }
    cleaned[name] = name === 'filename' ? cleanFileName(value ?? '') : value;
  }
  return cleaned;
}

const COUNT = /^\d{1,15}$/;

/** Why these headers are none of tus, or null. `@tus/server` would read `1e+30` as 1. */
function objectionToHeaders({ headers, method }: IncomingMessage): string | null {
  for (const name of ['upload-length', 'upload-offset'] as const) {
    const value = headers[name];
    if (value !== undefined && !(typeof value === 'string' && COUNT.test(value))) {
      return `${name} is not a whole number of bytes. Send digits only.`;
    }
  }
  if (method === 'POST' && headers['upload-length'] === undefined) {
    return 'Upload-Length is missing. The lab wants to know the size before it takes anything.';
  }
  return null;
}

/** The words for what `@tus/server` refuses by itself. */
const SENTENCES: Readonly<Record<number, string>> = {
  404: notFound().message,
  409: 'Upload-Offset is not where this upload stands. Ask with HEAD, and go on from there.',
  410: 'This upload is not here any more. Start again.',
  413: 'That is more than was announced, or more than the lab takes.',
};

/** Names an upload in the log, where its address must not stand: whoever has that may write to it. */
const tagOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

export function createTus(options: TusOptions): Tus {
  const { store, quotas, log } = options;
  const key = store.key ?? randomBytes(32);
  /** What is kept of a reader with an upload: it tells the same reader again, and nothing without the upload's own secret. */
  const markOf = (id: string, reader: string): string =>
    createHmac('sha256', key).update(`${id} ${reader}`).digest('base64url');
  const bodies = createSlowBodies(options.body, () => log('dropped', { reason: 'slow-body' }));
  /** The mark of who wrote an upload last, as this process knows. */
  const readers = new Map<string, string>();
  const hashes = new Map<string, Promise<string>>();
  /** Uploads that are being made: two at once must not both fit into the last free room. */
  const starting = new Map<string, { readonly reader: string; readonly size: number }>();
  let stopping = false;

  const idOf = (url: string): string | undefined => {
    const id = url.slice(url.lastIndexOf('/') + 1);
    return TUS_ID.test(id) ? id : undefined;
  };

  async function holdQuotas(reader: string, upload: Upload): Promise<void> {
    const size = upload.size ?? 0;
    const stored = await store.list();
    // From here on without a pause, so that two do not count the same free room.
    const all = stored.map(({ id, size: each, reader: by }) => ({
      ...{ id, size: each, reader: readers.get(id) ?? by },
    }));
    const known = new Set(all.map(({ id }) => id));
    for (const [id, each] of starting) if (!known.has(id)) all.push({ id, ...each });
    const sum = (list: readonly { size: number }[]) => list.reduce((n, each) => n + each.size, 0);
    const own = all.filter((each) => each.reader === markOf(each.id, reader));
    if (own.length >= quotas.ownerFiles || sum(own) + size > quotas.ownerBytes) {
      throw new TusRefusal(
        429,
        `You have ${own.length} uploads of ${sum(own)} bytes here, and may have ${quotas.ownerFiles} of ` +
          `${quotas.ownerBytes} together. Delete one (DELETE), or wait until one expires.`,
      );
    }
    if (all.length >= quotas.totalFiles || sum(all) + size > quotas.totalBytes) {
      throw new TusRefusal(
        507,
        'The lab is full of other readers’ uploads. They are deleted after a while; try again later.',
      );
    }
    starting.set(upload.id, { reader: markOf(upload.id, reader), size });
  }

  function validate({ size = 0 }: Upload, metadata: Record<string, string | null>): void {
    const file = {
      name: metadata['filename'] ?? 'unnamed',
      size,
      ...(metadata['filetype'] && { type: metadata['filetype'] }),
    };
    const objects = options.validate?.(file) ?? null;
    if (objects !== null) throw new TusRefusal(403, objects);
  }

  const expiryHeader = (after: number): string => new Date(Date.now() + after).toUTCString();

  /** Of a finished upload. Read back from where it is kept, since what came may have come through several processes. */
  function hashOf(id: string): Promise<string> {
    const known = hashes.get(id);
    if (known !== undefined) return known;
    const hashing = store.digest(id);
    hashes.set(id, hashing);
    hashing.catch(() => hashes.delete(id));
    return hashing;
  }

  const server = new Server({
    path: TUS_PATH,
    datastore: store.data,
    locker: options.locker,
    lockDrainTimeout: DRAIN_MS,
    relativeLocation: true,
    maxSize: quotas.fileBytes,
    // No other origin is welcome.
    allowedOrigins: () => false,
    namingFunction: createId,
    getFileIdFromRequest: ({ url }) => idOf(url),
    async onUploadCreate(request, upload) {
      const metadata = cleanMetadata(upload.metadata);
      validate(upload, metadata);
      const { req, res } = nodeOf(request);
      const reader = readerOf(req);
      await holdQuotas(reader, upload);
      readers.set(upload.id, markOf(upload.id, reader));
      // After a restart it still counts as this reader's.
      if (store.key !== null) (upload as MarkedUpload).reader = markOf(upload.id, reader);
      res.once('close', () => starting.delete(upload.id));
      log('tus-started', { upload: tagOf(upload.id), bytes: upload.size ?? 0 });
      return { metadata };
    },
    async onUploadFinish(_request, upload) {
      const sha256 = await hashOf(upload.id);
      log('tus-saved', { upload: tagOf(upload.id), bytes: upload.size ?? 0 });
      return { headers: { 'Lab-Sha256': sha256, 'Upload-Expires': expiryHeader(quotas.keepMs) } };
    },
    onResponseError(_request, error) {
      if (error instanceof TusRefusal) return error;
      if (!('status_code' in error)) {
        // What a system says of a file may have its path in it.
        log('failed', { room: 'tus', reason: 'code' in error ? String(error.code) : error.name });
        return {
          status_code: 500,
          body: 'The lab made a mistake. Its log has the reason; try again.\n',
        };
      }
      const words = SENTENCES[error.status_code];
      return words === undefined ? undefined : { ...error, body: `${words}\n` };
    },
  });

  /** Comes back once nobody writes to an upload; a wait that is in vain is told by what follows. */
  async function settle(id: string, response: ServerResponse): Promise<void> {
    const lock = options.locker.newLock(id);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      await lock.lock(gone.signal, () => undefined);
      await lock.unlock();
    } catch (error) {
      if (!(error instanceof TusRefusal)) throw error;
    }
  }

  /** A finished upload says what arrived. */
  async function addFacts(id: string, response: ServerResponse): Promise<void> {
    const find = () => store.data.getUpload(id).catch(() => null);
    let upload = await find();
    if (upload === null) return;
    if (upload.offset !== upload.size) {
      // Whoever writes it may be at its last bytes: the answer waits for that, and then has to know the hash.
      await settle(id, response);
      upload = (await find()) ?? upload;
    }
    const isFinished = upload.offset === upload.size;
    response.setHeader('Upload-Expires', expiryHeader(isFinished ? quotas.keepMs : quotas.idleMs));
    if (!isFinished) return;
    const sha256 = await hashOf(id).catch(() => null);
    if (sha256 !== null) response.setHeader('Lab-Sha256', sha256);
  }

  function refuse(response: ServerResponse, status: number, sentence: string): void {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${sentence}\n`);
  }

  /** Answers what goes no further; true where it did. */
  function stopAtTheDoor(request: IncomingMessage, response: ServerResponse): boolean {
    const objection = objectionTo(request, options);
    if (objection !== null) {
      log('refused', { reason: 'origin' });
      refuse(response, 403, objection);
    } else if (!METHODS.split(', ').includes(request.method ?? '')) {
      response.setHeader('Allow', METHODS);
      refuse(response, 405, 'The lab takes uploads here, and gives none back.');
    } else if (stopping || bodies.count >= options.requests) {
      log('refused', { reason: 'requests' });
      response.setHeader('Retry-After', '5');
      refuse(response, 503, 'The lab has as much to do as it takes. Try again in a while.');
    } else {
      const wrong = objectionToHeaders(request);
      if (wrong === null) return false;
      refuse(response, 400, wrong);
    }
    return true;
  }

  return {
    async handle(request, response) {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
      if (stopAtTheDoor(request, response)) return;
      bodies.watch(request, response);
      const id = idOf(request.url ?? '');
      try {
        if (request.method === 'HEAD' && id !== undefined) await addFacts(id, response);
        if (request.method === 'POST' || request.method === 'PATCH') {
          response.setHeader('Upload-Expires', expiryHeader(quotas.idleMs));
        }
        await server.handle(request, response);
        if (request.method === 'PATCH' && id !== undefined && response.statusCode === 204) {
          readers.set(id, markOf(id, readerOf(request)));
        }
      } catch (error) {
        log('failed', { room: 'tus', reason: error instanceof Error ? error.name : 'unknown' });
        if (response.headersSent) response.destroy();
        else refuse(response, 500, 'The lab made a mistake. Its log has the reason; try again.');
      }
    },
    check: () => bodies.check(),
    async expire() {
      const stored = await store.list();
      const isOld = ({ isFinished, touchedAt }: StoredUpload) =>
        touchedAt + (isFinished ? quotas.keepMs : quotas.idleMs) <= Date.now();
      for (const each of stored.filter(isOld)) {
        const lock = options.locker.newLock(each.id);
        // Whoever writes to it right now keeps it alive.
        try {
          await lock.lock(AbortSignal.abort(), () => undefined);
        } catch {
          continue;
        }
        // Others were removed meanwhile, and somebody may have written to this one and be done.
        const here = await store.look(each.id);
        if (here !== null && isOld(here)) {
          await store.remove(each.id);
          log('tus-removed', { upload: tagOf(each.id), code: 'expired' });
        }
        await lock.unlock();
      }
      const ids = new Set(stored.map((each) => each.id));
      for (const map of [readers, hashes]) {
        for (const id of map.keys()) if (!ids.has(id) && !starting.has(id)) map.delete(id);
      }
    },
    async stop() {
      stopping = true;
      bodies.close();
      await store.close();
    },
  };
}
