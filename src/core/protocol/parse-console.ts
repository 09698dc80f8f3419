/** The shapes of console entries and previews (core/trace/console-entry.ts), for the realm's door. */
import { MAX_STEPS } from '../trace/trace-chunk';
import { ELEMENT_KINDS } from '../bytes/view-kinds';
import { CONSOLE_LIMITS } from '../trace/console-entry';
import {
  array,
  boolean,
  bytes,
  integer,
  literal,
  nullable,
  object,
  oneOf,
  text,
  union,
  type Shape,
} from './shapes';

const count = integer(0, Number.MAX_SAFE_INTEGER);
const name = text(CONSOLE_LIMITS.text);
const line = nullable(integer(0, 1e9));
const firstBytes = bytes(CONSOLE_LIMITS.bytes);
const bufferId = nullable(count);

/** Itself nested: looked up late, since a list holds previews. */
export const preview: Shape = union(() => PREVIEWS);

const entry = object({ key: name, value: preview });

const place = {
  byteOffset: count,
  byteLength: count,
  bufferByteLength: count,
  bufferId,
  detached: boolean,
  bytes: firstBytes,
};

const PREVIEWS: Readonly<Record<string, Shape>> = {
  primitive: object({
    kind: literal('primitive'),
    type: oneOf(['undefined', 'null', 'boolean', 'number', 'bigint', 'symbol']),
    text: name,
  }),
  string: object({ kind: literal('string'), text: name, omitted: count }),
  function: object({ kind: literal('function'), name, isClass: boolean }),
  object: object({
    kind: literal('object'),
    name: nullable(name),
    entries: array(entry, CONSOLE_LIMITS.items),
    omitted: count,
  }),
  list: object({
    kind: literal('list'),
    name,
    length: count,
    items: array(nullable(preview), CONSOLE_LIMITS.items),
    omitted: count,
  }),
  accessor: object({ kind: literal('accessor'), get: boolean, set: boolean }),
  proxy: object({ kind: literal('proxy') }),
  circular: object({ kind: literal('circular') }),
  elided: object({ kind: literal('elided'), name }),
  error: object({ kind: literal('error'), name, message: name, line }),
  'typed-array': object({
    kind: literal('typed-array'),
    type: oneOf(ELEMENT_KINDS),
    length: count,
    items: array(text(40), CONSOLE_LIMITS.items),
    ...place,
  }),
  'data-view': object({ kind: literal('data-view'), ...place }),
  'array-buffer': object({
    kind: literal('array-buffer'),
    shared: boolean,
    byteLength: count,
    maxByteLength: nullable(count),
    bufferId,
    detached: boolean,
    bytes: firstBytes,
  }),
  blob: object({
    kind: literal('blob'),
    file: nullable(name),
    size: count,
    type: name,
    bytes: nullable(firstBytes),
  }),
};

export const consoleEntry = object({
  kind: oneOf(['values', 'table', 'group', 'groupCollapsed', 'clear']),
  level: oneOf(['log', 'info', 'warn', 'error', 'debug']),
  values: array(preview, CONSOLE_LIMITS.nodes),
  depth: integer(0, 1e6),
  line,
  count: integer(1, Number.MAX_SAFE_INTEGER),
  step: integer(0, MAX_STEPS),
  lastStep: integer(0, MAX_STEPS),
  stack: array(object({ name: text(1000), line: integer(0, 1e9) }), 50),
});
