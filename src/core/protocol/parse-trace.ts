/**
 * The shape of a chunk of a recording (core/trace/trace-chunk.ts), for the realm's door. What a row says by itself is
 * looked at here, in the relay's thread; what it says of other chunks, where they are joined.
 */
import { ELEMENT_KINDS } from '../bytes/view-kinds';
import { MAX_BLOB_PARTS } from '../trace/blob-facts';
import { MAX_BUFFERS_HELD, MAX_TRACKED_BYTES, MAX_VIEWS_HELD } from '../trace/memory-state';
import { MAX_SOURCE_BUFFERS, MAX_TIME_RANGES } from '../trace/playback-facts';
import {
  kindOf,
  RANGED,
  ROW_WORDS,
  rowByteLength,
  sizeOf,
  STEP_KINDS,
  storesBytes,
} from '../trace/rows';
import { CHUNK_ROWS, MAX_PAYLOAD, MAX_STEPS } from '../trace/trace-chunk';
import {
  array,
  boolean,
  bytes,
  integer,
  literal,
  nullable,
  number,
  object,
  oneOf,
  optional,
  refuseParts,
  Refusal,
  text,
  union,
  type Shape,
} from './shapes';

const count = integer(0, Number.MAX_SAFE_INTEGER);
const line = nullable(integer(0, 1e9));
const name = nullable(text(1000));
const step = integer(0, MAX_STEPS + 1);
const position = number(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const rows: Shape = (value, path) => {
  const most = CHUNK_ROWS * ROW_WORDS;
  if (!(value instanceof Uint32Array) || value.length > most || value.length % ROW_WORDS !== 0) {
    throw new Refusal(path, `a Uint32Array of rows of ${ROW_WORDS}, at most ${most}`, value);
  }
  refuseParts(value, path);
  for (let at = 0; at < value.length; at += ROW_WORDS) {
    if (!isRow(value, at)) throw new Refusal(`${path}[${at}]`, 'a row', value[at]);
  }
};

/** Whether the row has a kind and a size that exist, and keeps no more bytes than are tracked and than it covers. */
function isRow(words: Uint32Array, at: number): boolean {
  const meta = words[at] as number;
  const size = sizeOf(meta);
  const kind = kindOf(meta);
  if (size > RANGED || kind >= STEP_KINDS.length) return false;
  if (size < RANGED) return true;
  const kept = words[at + 6] as number;
  // A resize keeps what it gave up and is no range that shows it.
  return kept <= MAX_TRACKED_BYTES && (!storesBytes(kind) || kept <= rowByteLength(words, at));
}

const blobPart = union(() => ({
  text: object({ kind: literal('text'), byteLength: nullable(count) }),
  bytes: object({
    kind: literal('bytes'),
    byteLength: count,
    bufferId: nullable(integer(0, MAX_BUFFERS_HELD)),
    byteOffset: count,
  }),
  blob: object({ kind: literal('blob'), byteLength: count, id: count }),
}));

const blob = object({
  id: count,
  size: count,
  type: text(1000),
  file: nullable(text(1000)),
  root: object({ id: count, start: count }),
  parts: nullable(array(blobPart, MAX_BLOB_PARTS)),
  omitted: count,
});

/** A call may name what lies its whole width to the left of the leftmost pixel. */
const pixel = integer(-(2 ** 32), 2 ** 32);
const side = integer(0, 2 ** 31);

const picture = object({
  canvas: nullable(object({ id: count, width: count, height: count })),
  rect: nullable(object({ x: pixel, y: pixel, width: side, height: side })),
  image: nullable(
    object({
      bufferId: nullable(integer(0, MAX_BUFFERS_HELD)),
      byteOffset: count,
      width: side,
      height: side,
      x: pixel,
      y: pixel,
    }),
  ),
});

/** Seconds: a duration is NaN before it is known, and infinite where a stream has no end. */
const seconds: Shape = (value, path) => {
  if (typeof value !== 'number') throw new Refusal(path, 'a number', value);
};
/** Seconds of a place in the media, or between two. */
const finite = number(-Number.MAX_VALUE, Number.MAX_VALUE);
/** As a browser gives them: they have an end, and no range is empty. */
const timeRange: Shape = (value, path) => {
  object({ start: finite, end: finite })(value, path);
  const { start, end } = value as { start: number; end: number };
  if (!(end >= start)) throw new Refusal(`${path}.end`, `a number from ${start}`, end);
};
const timeRanges = array(timeRange, MAX_TIME_RANGES);
const ordinal = integer(1, 1e9);
const playbackText = text(500);

const sourceBuffer = object({
  id: ordinal,
  type: playbackText,
  updating: boolean,
  mode: oneOf(['segments', 'sequence']),
  timestampOffset: finite,
  buffered: timeRanges,
});

const playback = object({
  target: oneOf(['media-source', 'source-buffer', 'element']),
  id: ordinal,
  phase: oneOf(['call', 'threw', 'event']),
  error: nullable(
    object({ name: playbackText, message: playbackText, code: nullable(integer(0, 255)) }),
  ),
  append: nullable(
    object({
      number: ordinal,
      byteLength: count,
      bufferId: nullable(integer(0, MAX_BUFFERS_HELD)),
      byteOffset: count,
    }),
  ),
  state: object({
    element: nullable(
      object({
        id: ordinal,
        currentTime: finite,
        readyState: integer(0, 4),
        paused: boolean,
        ended: boolean,
        buffered: timeRanges,
      }),
    ),
    source: nullable(
      object({
        id: ordinal,
        readyState: oneOf(['closed', 'open', 'ended']),
        duration: seconds,
        buffers: array(sourceBuffer, MAX_SOURCE_BUFFERS),
      }),
    ),
  }),
  time: number(0, 1e12),
});

const detail = object({
  operation: text(60),
  source: nullable(
    object({
      bufferId: integer(0, MAX_BUFFERS_HELD),
      range: object({ start: position, end: position }),
    }),
  ),
  lengths: optional(object({ before: count, after: count })),
  blob: optional(blob),
  url: optional(object({ id: count, blobId: nullable(count) })),
  picture: optional(picture),
  playback: optional(playback),
});

const buffer = object({
  name,
  at: step,
  byteLength: count,
  maxByteLength: nullable(count),
  shared: boolean,
  line,
  initial: bytes(MAX_TRACKED_BYTES),
  filled: boolean,
});

const view = object({
  name,
  at: step,
  bufferId: integer(0, MAX_BUFFERS_HELD),
  kind: oneOf([...ELEMENT_KINDS, 'DataView']),
  byteOffset: count,
  byteLength: count,
  lengthTracking: boolean,
  line,
});

export const traceChunk = object({
  firstStep: step,
  rows,
  payload: bytes(MAX_PAYLOAD),
  details: array(detail, CHUNK_ROWS),
  buffers: array(buffer, MAX_BUFFERS_HELD),
  views: array(view, MAX_VIEWS_HELD),
  assigned: array(object({ step, text: text(100) }), CHUNK_ROWS),
  tasks: array(step, CHUNK_ROWS + 1),
});

export const traceCounts = object({
  skipped: count,
  unrecorded: count,
  totals: array(count, 400_000),
});
