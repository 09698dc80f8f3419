/**
 * The door for everything that comes out of a realm. Learner code may own the realm, so shapes, sizes, version and runId
 * are looked at before anyone reads a message, and a refusal says what was found and what was expected.
 */
import { MAX_PROBES } from '../exercise/probe';
import { CONSOLE_LIMITS } from '../trace/console-entry';
import { PROTOCOL_VERSION, RUN_BUDGET, type RealmMessage } from './messages';
import { consoleEntry } from './parse-console';
import { errorReport, position } from './parse-error';
import { memoryState } from './parse-memory';
import { netCall, netEvent } from './parse-net';
import { probeResult } from './parse-probes';
import { traceChunk, traceCounts } from './parse-trace';
import {
  Refusal,
  type Shape,
  array,
  integer,
  literal,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
} from './shapes';
import { weigh } from './weigh';

export type ParsedMessage =
  | {
      readonly kind: 'ok';
      readonly message: RealmMessage;
      /** Estimated, for the run's budget. */
      readonly bytes: number;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Bytes that one message may weigh. */
export const MAX_MESSAGE_BYTES = RUN_BUDGET.bytes / 2;

const envelope = { v: literal(PROTOCOL_VERSION), runId: text(100) };

const SHAPES: Readonly<Record<RealmMessage['kind'], Shape>> = {
  started: object({ ...envelope, kind: literal('started') }),
  alive: object({ ...envelope, kind: literal('alive') }),
  console: object({
    ...envelope,
    kind: literal('console'),
    entries: array(consoleEntry, 2 * CONSOLE_LIMITS.entries),
    omitted: integer(0, Number.MAX_SAFE_INTEGER),
  }),
  memory: object({
    ...envelope,
    kind: literal('memory'),
    memory: nullable(memoryState),
    counts: nullable(traceCounts),
  }),
  trace: object({ ...envelope, kind: literal('trace'), chunk: traceChunk }),
  error: object({ ...envelope, kind: literal('error'), error: errorReport }),
  settled: object({
    ...envelope,
    kind: literal('settled'),
    outcome: oneOf(['finished', 'threw', 'guard']),
    error: nullable(errorReport),
    line: position,
    durationMs: number(0, Number.MAX_SAFE_INTEGER),
    probes: optional(nullable(array(probeResult, MAX_PROBES))),
  }),
  net: object({ ...envelope, kind: literal('net'), call: netCall }),
  serve: object({ ...envelope, kind: literal('serve'), event: netEvent }),
};

/**
 * Validates a message from a realm.
 *
 * @param value what arrived, as structured clone gave it
 * @param runId the run that the port belongs to; another run's message is refused
 */
export function parseRealmMessage(value: unknown, runId: string): ParsedMessage {
  const bytes = weigh(value, MAX_MESSAGE_BYTES);
  if (bytes > MAX_MESSAGE_BYTES) {
    return refused(`a message of more than ${MAX_MESSAGE_BYTES} bytes, or nested too deep`);
  }
  try {
    const kind = kindOf(value);
    SHAPES[kind](value, kind);
    const message = value as RealmMessage;
    if (message.runId !== runId) {
      return refused(`runId: found ${show(message.runId)}, expected ${show(runId)}`);
    }
    return { kind: 'ok', message, bytes };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

function kindOf(value: unknown): RealmMessage['kind'] {
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (typeof kind === 'string' && Object.hasOwn(SHAPES, kind)) return kind as RealmMessage['kind'];
  throw new Refusal('kind', `one of ${Object.keys(SHAPES).join(', ')}`, kind);
}

function refused(reason: string): ParsedMessage {
  return { kind: 'refused', reason };
}

function show(value: string): string {
  return JSON.stringify(value.slice(0, 60));
}
