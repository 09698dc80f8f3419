/**
 * What a message says of a file: which of its bytes it carries, or how far the other end has them. Understood are the
 * lab's own rooms (core/wire), what is spoken like them, socketio-file-upload, and tus.
 */
import { fromBase64 } from '../../core/bytes/base64';
import type { NetData, NetId } from '../../core/protocol/net';
import type { FilePart } from '../../core/trace/net-log';

/** Files and questions that are remembered; older ones are forgotten. */
const REMEMBERED = 200;

interface KnownFile {
  readonly name: string | null;
  readonly size: number | null;
}
interface Asked {
  readonly event: string;
  readonly head: Head;
  readonly sent: FilePart | null;
}
type Head = Readonly<Record<string, NetData>>;

const isHead = (value: NetData | undefined): value is Head =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof ArrayBuffer) &&
  !ArrayBuffer.isView(value) &&
  !(typeof Blob === 'function' && value instanceof Blob);

const numberOf = (value: NetData | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
const textOf = (value: NetData | undefined): string | null =>
  typeof value === 'string'
    ? value.slice(0, 200)
    : typeof value === 'number'
      ? String(value)
      : null;

export class FileParts {
  readonly #files = new Map<string, KnownFile>();
  readonly #asked = new Map<string, Asked>();
  /** How far the last message that carried bytes of a file went. */
  readonly #sentTo = new Map<string, number>();

  /** An event, from either end. `ack` names the answer that it waits for. */
  event(
    from: 'client' | 'lab',
    socket: NetId,
    event: string,
    args: readonly NetData[],
    byteLength: number,
    ack: NetId | null,
  ): FilePart | null {
    const head = isHead(args[0]) ? args[0] : {};
    const part = this.#ofEvent(event, head, byteLength);
    if (ack !== null)
      remember(this.#asked, `${from} ${socket} ${ack}`, { event, head, sent: part });
    return part;
  }

  /** An answer from `from` to what the other end asked. */
  answer(
    from: 'client' | 'lab',
    socket: NetId,
    ack: NetId,
    args: readonly NetData[],
    byteLength: number,
  ): FilePart | null {
    const key = `${from === 'lab' ? 'client' : 'lab'} ${socket} ${ack}`;
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    if (asked === undefined) return null;
    const answer = isHead(args[0]) ? args[0] : {};
    const id = textOf(answer['id']) ?? textOf(asked.head['id']);
    const next = numberOf(answer['next']);
    switch (answer['kind']) {
      case 'ready':
      case 'opened':
      case 'sending': {
        if (id === null) return null;
        const name = textOf(asked.head['name']);
        const size = numberOf(answer['size']) ?? numberOf(asked.head['size']);
        remember(this.#files, id, { name, size });
        return answer['kind'] === 'ready' && next !== null
          ? this.#part(id, 'wanted', next, next)
          : null;
      }
      case 'ack':
        return id === null || next === null ? null : this.#part(id, 'acknowledged', 0, next);
      case 'saved':
      case 'finished': {
        const size = numberOf(answer['size']);
        return id === null || size === null ? null : this.#part(id, 'saved', 0, size);
      }
      case 'refused':
        return id === null || next === null ? null : this.#part(id, 'wanted', next, next);
      case 'file': {
        const name = textOf(answer['name']);
        if (name === null) return null;
        remember(this.#files, name, { name, size: byteLength });
        return this.#part(name, 'sent', 0, byteLength);
      }
      default:
        // Whoever answers a chunk without words has it.
        return asked.sent === null ? null : { ...asked.sent, says: 'acknowledged', start: 0 };
    }
  }

  #ofEvent(event: string, head: Head, byteLength: number): FilePart | null {
    const id = textOf(head['id']) ?? textOf(head['name']);
    if (id === null) return null;
    const offset = numberOf(head['offset']);
    if (event.startsWith('siofu_')) return this.#ofSiofu(event, head, id, byteLength);
    if (byteLength > 0 && offset !== null) {
      return this.#part(id, 'sent', offset, offset + byteLength);
    }
    const saved = numberOf(head['saved']);
    return event === 'progress' && saved !== null ? this.#part(id, 'saved', 0, saved) : null;
  }

  /** @see socketio-file-upload 0.7, lib/server.js */
  #ofSiofu(event: string, head: Head, id: string, byteLength: number): FilePart | null {
    const size = numberOf(head['size']);
    if (event === 'siofu_start') {
      remember(this.#files, id, { name: textOf(head['name']), size });
      return null;
    }
    if (event === 'siofu_progress' && byteLength > 0) {
      const start = numberOf(head['start']) ?? 0;
      return this.#part(id, 'sent', start, start + byteLength);
    }
    const sentTo = this.#sentTo.get(id) ?? 0;
    if (event === 'siofu_chunk') return this.#part(id, 'acknowledged', 0, sentTo);
    if (event !== 'siofu_complete' || head['success'] !== true) return null;
    return this.#part(id, 'saved', 0, sentTo);
  }

  /** A request of tus. */
  request(
    path: string,
    method: string,
    headers: readonly (readonly [string, string])[],
    byteLength: number,
  ): FilePart | null {
    if (!path.startsWith('/tus/') || method !== 'PATCH') return null;
    const offset = headerNumber(headers, 'upload-offset');
    return offset === null ? null : this.#part(path.slice(5), 'sent', offset, offset + byteLength);
  }

  response(
    asked: {
      readonly path: string;
      readonly method: string;
      readonly headers: readonly (readonly [string, string])[];
    },
    headers: readonly (readonly [string, string])[],
  ): FilePart | null {
    if (!asked.path.startsWith('/tus/')) return null;
    const location = header(headers, 'location')?.split('/').at(-1);
    if (asked.method === 'POST' && location !== undefined) {
      remember(this.#files, location, {
        name: nameInMetadata(header(asked.headers, 'upload-metadata')),
        size: headerNumber(asked.headers, 'upload-length'),
      });
      return this.#part(location, 'wanted', 0, 0);
    }
    const offset = headerNumber(headers, 'upload-offset');
    if (offset === null) return null;
    const id = asked.path.slice(5);
    if (asked.method === 'PATCH') return this.#part(id, 'saved', 0, offset);
    return asked.method === 'HEAD' ? this.#part(id, 'wanted', offset, offset) : null;
  }

  #part(file: string, says: FilePart['says'], start: number, end: number): FilePart {
    if (says === 'sent') remember(this.#sentTo, file, end);
    const { name, size } = this.#files.get(file) ?? { name: null, size: null };
    return { file, name, size, says, start, end };
  }
}

function header(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

function headerNumber(
  headers: readonly (readonly [string, string])[],
  name: string,
): number | null {
  const value = header(headers, name);
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** @see https://tus.io/protocols/resumable-upload#upload-metadata */
function nameInMetadata(metadata: string | undefined): string | null {
  const encoded = /(?:^|,)filename ([\w+/=]+)/.exec(metadata ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return new TextDecoder().decode(fromBase64(encoded));
  } catch {
    return null;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > REMEMBERED) map.delete(map.keys().next().value as string);
}
