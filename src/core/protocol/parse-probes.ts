/** The shape of what a probe gave (core/exercise/probe.ts), for the realm's door. */
import { MAX_CANVAS_BYTES, MAX_CANVAS_CALLS, MAX_CANVAS_STATES } from '../exercise/canvas';
import { MAX_LAB_MESSAGES, type LabEvent } from '../exercise/lab';
import { MAX_MEDIA_NOTES, MEDIA_EVENTS, MEDIA_TEXT_UNITS } from '../exercise/media';
import { MAX_PROBE_BYTES } from '../exercise/probe';
import { MAX_BUFFERS_HELD, MAX_VIEWS_HELD } from '../trace/memory-state';
import { MAX_STEPS } from '../trace/trace-chunk';
import { preview } from './parse-console';
import { errorReport } from './parse-error';
import { traceCounts } from './parse-trace';
import {
  array,
  boolean,
  bytes,
  integer,
  literal,
  nullable,
  object,
  oneOf,
  optional,
  text,
  union,
} from './shapes';

const mark = object({
  steps: integer(0, MAX_STEPS),
  buffers: integer(0, MAX_BUFFERS_HELD),
  views: integer(0, MAX_VIEWS_HELD),
  omitted: integer(0, Number.MAX_SAFE_INTEGER),
  counts: nullable(traceCounts),
});

const outcome = union(() => ({
  returned: object({
    kind: literal('returned'),
    value: preview,
    bytes: nullable(bytes(MAX_PROBE_BYTES)),
    viewId: nullable(integer(0, MAX_VIEWS_HELD)),
  }),
  threw: object({ kind: literal('threw'), error: errorReport }),
  'no-function': object({ kind: literal('no-function'), found: text(20) }),
  unsettled: object({ kind: literal('unsettled') }),
}));

const after = object({
  bufferId: nullable(integer(0, MAX_BUFFERS_HELD)),
  bytes: bytes(MAX_PROBE_BYTES),
  detached: boolean,
});

const count = integer(0, Number.MAX_SAFE_INTEGER);
const LAB_EVENTS = [
  'connect',
  'disconnect',
  'start',
  'ready',
  'chunk',
  'ack',
  'done',
  'saved',
  'refused',
  'other',
] as const satisfies readonly LabEvent[];

const coordinate = integer(-(2 ** 32), 2 ** 32);

const record = union(() => ({
  canvas: object({
    kind: literal('canvas'),
    calls: array(
      object({
        operation: oneOf(['getImageData', 'putImageData'] as const),
        rect: object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate }),
        step: integer(0, MAX_STEPS),
      }),
      MAX_CANVAS_CALLS,
    ),
    omitted: count,
    states: array(bytes(MAX_CANVAS_BYTES), MAX_CANVAS_STATES),
  }),
  lab: object({
    kind: literal('lab'),
    messages: array(
      object({
        event: oneOf(LAB_EVENTS),
        step: integer(0, MAX_STEPS),
        offset: nullable(count),
        byteLength: count,
        next: count,
        inFlight: count,
        code: nullable(text(40)),
        same: boolean,
      }),
      MAX_LAB_MESSAGES,
    ),
    omitted: count,
    sha256: nullable(text(64)),
  }),
  worker: object({
    kind: literal('worker'),
    parts: array(
      object({ offset: nullable(count), byteLength: count, same: boolean, type: text(40) }),
      MAX_LAB_MESSAGES,
    ),
    omitted: count,
  }),
  listener: object({
    kind: literal('listener'),
    calls: array(
      object({ value: preview, step: integer(0, MAX_STEPS), acknowledged: nullable(count) }),
      MAX_LAB_MESSAGES,
    ),
    omitted: count,
  }),
  media: object({
    kind: literal('media'),
    notes: array(
      object({
        event: oneOf(MEDIA_EVENTS),
        step: integer(0, MAX_STEPS),
        readyState: oneOf(['closed', 'open', 'ended']),
        updating: boolean,
        byteLength: count,
        offset: count,
        same: boolean,
        text: nullable(text(MEDIA_TEXT_UNITS)),
        error: nullable(text(MEDIA_TEXT_UNITS)),
        line: nullable(count),
      }),
      MAX_MEDIA_NOTES,
    ),
    omitted: count,
    urlId: nullable(count),
  }),
}));

export const probeResult = object({
  outcome,
  inputs: array(nullable(after), 100),
  records: optional(array(nullable(record), 100)),
  from: mark,
  to: mark,
});
