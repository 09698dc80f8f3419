/** The shape of what a probe gave (core/exercise/probe.ts), for the realm's door. */
import { MAX_PROBE_BYTES } from '../exercise/probe';
import { MAX_BUFFERS_HELD, MAX_VIEWS_HELD } from '../trace/memory-state';
import { MAX_STEPS } from '../trace/trace-chunk';
import { preview } from './parse-console';
import { errorReport } from './parse-error';
import { traceCounts } from './parse-trace';
import { array, boolean, bytes, integer, literal, nullable, object, text, union } from './shapes';

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

export const probeResult = object({
  outcome,
  inputs: array(nullable(after), 100),
  from: mark,
  to: mark,
});
