/** Writes the log of what went over the network, and says what is new in it. */
import type { NetData, NetId } from '../../core/protocol/net';
import type { NetMessage } from '../../core/trace/net-log';

/** Messages kept of one run; later ones are counted. */
export const MAX_NET_MESSAGES = 4000;
const BRIEF_UNITS = 200;

export type Entry = Pick<
  NetMessage,
  'from' | 'what' | 'room' | 'name' | 'answers' | 'brief' | 'byteLength' | 'part'
> & { readonly step: number | null };

export class NetBook {
  readonly #now: () => number;
  readonly #messages = new Map<NetId, NetMessage>();
  #changed = new Set<NetId>();
  #made = 0;
  omitted = 0;

  /** @param now milliseconds since the run began */
  constructor(now: () => number) {
    this.#now = now;
  }

  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** A message is sent. @returns its number, which it has also where it is only counted */
  add(entry: Entry): NetId {
    const id = this.#made++;
    if (this.#messages.size >= MAX_NET_MESSAGES) {
      this.omitted++;
      this.#changed.add(-1);
      return id;
    }
    this.#put({ ...entry, id, sentAt: this.#now(), arrivedAt: null, fate: 'on its way' });
    return id;
  }

  arrived(id: NetId): void {
    this.#change(id, ({ fate, arrivedAt }) => ({
      arrivedAt: arrivedAt ?? this.#now(),
      fate: fate === 'twice' ? fate : 'arrived',
    }));
  }

  doubled(id: NetId): void {
    this.#change(id, () => ({ fate: 'twice' }));
  }

  lost(id: NetId): void {
    this.#change(id, () => ({ fate: 'lost' }));
  }

  heard(id: NetId, step: number): void {
    this.#change(id, (message) =>
      message.from === 'lab' && message.step === null ? { step } : {},
    );
  }

  /** What was added or changed since the last call. */
  takeChanges(): NetMessage[] {
    const changes: NetMessage[] = [];
    for (const id of this.#changed) {
      const message = this.#messages.get(id);
      if (message !== undefined) changes.push(message);
    }
    this.#changed = new Set();
    return changes;
  }

  #change(id: NetId, how: (message: NetMessage) => Partial<NetMessage>): void {
    const message = this.#messages.get(id);
    if (message !== undefined) this.#put({ ...message, ...how(message) });
  }

  #put(message: NetMessage): void {
    this.#messages.set(message.id, message);
    this.#changed.add(message.id);
  }
}

/** Arguments in brief. */
export function brief(args: readonly NetData[]): string {
  return args
    .map((each) => briefOf(each, 0))
    .join(', ')
    .slice(0, BRIEF_UNITS);
}

function briefOf(value: NetData, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, BRIEF_UNITS));
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength})`;
  if (typeof Blob === 'function' && value instanceof Blob) return `Blob(${value.size})`;
  if (depth >= 3) return '…';
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 10)
      .map((each: NetData) => briefOf(each, depth + 1))
      .join(', ')}${value.length > 10 ? ', …' : ''}]`;
  }
  const fields = Object.entries(value as Readonly<Record<string, NetData>>).slice(0, 20);
  return `{ ${fields.map(([key, item]) => `${key.slice(0, 40)}: ${briefOf(item, depth + 1)}`).join(', ')} }`;
}

/** Bytes of buffers, views and Blobs in what an event carries. */
export function bytesIn(value: NetData): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof Blob === 'function' && value instanceof Blob) return value.size;
  return Object.values(value as Readonly<Record<string, NetData>>).reduce(
    (sum: number, each) => sum + bytesIn(each),
    0,
  );
}
