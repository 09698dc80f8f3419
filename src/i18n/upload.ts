/** Interface text of the upload lanes. */
import type { ByteRange } from '../core/bytes/ranges';
import type { Texts } from './locale';

type Lane = 'read' | 'inFlight' | 'acknowledged' | 'saved';
type State = 'unsent' | 'lost' | Lane;

export interface ChunkWords {
  /** The first and the last chunk, from 1; the same for one. */
  readonly first: number;
  readonly last: number;
  readonly range: ByteRange;
  /** Null where chunks of a group differ. */
  readonly state: State | null;
  /** How often it was sent. */
  readonly sent: number;
}

export interface UploadText {
  readonly title: string;
  /** Beside the title, before there is a file. */
  readonly nothing: string;
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly states: Readonly<Record<State | 'mixed', string>>;
  readonly legend: string;
  /** In the lane of what is in flight. */
  readonly lost: string;
  /** What the file is: its size in bytes, KiB and kB. */
  readonly size: (bytes: number | null) => string;
  readonly totals: (of: {
    readonly size: number | null;
    readonly sent: number;
    readonly acknowledged: number;
    readonly saved: number;
  }) => string;
  readonly chunks: (file: string) => string;
  readonly chunk: (chunk: ChunkWords) => string;
  /** A chunk's number over its bytes. */
  readonly number: (first: number, last: number) => string;
  readonly bytes: (range: ByteRange) => string;
  readonly length: (bytes: number) => string;
  readonly sentTimes: (times: number) => string;
  readonly messages: (ids: readonly number[]) => string;
  readonly tick: (byte: number) => string;
  readonly pointHint: string;
}

const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const list = new Intl.ListFormat('en');

const bytes = (n: number): string => `${whole.format(n)} ${n === 1 ? 'byte' : 'bytes'}`;

/** `100 KiB, 102.4 kB`: powers of 1,024 and of 1,000; nothing where a byte says it as well. */
const inUnits = (n: number): string => {
  if (n < 1000) return '';
  const mega = n >= 1_000_000;
  const binary = `${short.format(n / (mega ? 1024 ** 2 : 1024))} ${mega ? 'MiB' : 'KiB'}`;
  return `${binary}, ${short.format(n / (mega ? 1e6 : 1e3))} ${mega ? 'MB' : 'kB'}`;
};

/** `102,400 (40.96 %)` */
const share = (n: number, size: number | null): string =>
  size === null || size === 0
    ? whole.format(n)
    : `${whole.format(n)} (${short.format((100 * n) / size)} %)`;

const range = ({ start, end }: ByteRange): string =>
  end - start === 1
    ? `byte ${whole.format(start)}`
    : `bytes ${whole.format(start)} to ${whole.format(end - 1)}`;

const length = (n: number): string => {
  const units = inUnits(n);
  return units === '' ? bytes(n) : `${bytes(n)} (${units})`;
};

const states = {
  unsent: 'not sent',
  read: 'read, not sent yet',
  lost: 'sent, and the connection was lost before an answer',
  inFlight: 'in flight',
  acknowledged: 'acknowledged',
  saved: 'saved',
  mixed: 'on different ways',
} as const;

const sentTimes = (times: number): string =>
  times === 0 ? '' : times === 1 ? 'sent once' : `sent ${times} times`;

export const uploadText: Texts<UploadText> = {
  en: {
    title: 'Upload',
    nothing: 'No bytes of a file have been sent.',
    lanes: { read: 'read', inFlight: 'in flight', acknowledged: 'acknowledged', saved: 'saved' },
    states,
    legend: 'What the lanes show',
    lost: 'lost',
    size: (n) => (n === null ? 'size not known' : length(n)),
    totals: ({ size, sent, acknowledged, saved }) =>
      [
        size === null
          ? `sent ${bytes(sent)}`
          : `sent ${whole.format(sent)} of ${bytes(size)}${size === 0 ? '' : ` (${short.format((100 * sent) / size)} %)`}`,
        `acknowledged ${share(acknowledged, size)}`,
        `saved ${share(saved, size)}`,
      ].join(', '),
    chunks: (file) => `Chunks of ${file}`,
    chunk: ({ first, last, range: of, state, sent }) =>
      [
        first === last ? `Chunk ${first}` : `Chunks ${first}–${last}`,
        range(of),
        states[state ?? 'mixed'],
        ...(sent > 1 ? [sentTimes(sent)] : []),
      ].join(', '),
    number: (first, last) => (first === last ? String(first) : `${first}–${last}`),
    bytes: range,
    length,
    sentTimes,
    messages: (ids) =>
      ids.length === 0
        ? ''
        : ids.length > 6
          ? `${whole.format(ids.length)} messages`
          : `${ids.length === 1 ? 'message' : 'messages'} ${list.format(ids.map((id) => whole.format(id + 1)))}`,
    tick: (byte) => whole.format(byte),
    pointHint: 'Point at a chunk for its bytes and its messages.',
  },
};
