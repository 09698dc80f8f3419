/** The shape of an error report (core/trace/run.ts), for the realm's door. */
import { CONSOLE_LIMITS } from '../trace/console-entry';
import { boolean, integer, nullable, object, oneOf, optional, text } from './shapes';

export const position = nullable(integer(0, 1e9));

export const errorReport = object({
  name: text(200),
  message: text(CONSOLE_LIMITS.text),
  line: position,
  column: position,
  origin: oneOf(['throw', 'rejection', 'syntax']),
  access: optional(
    object({
      method: text(20),
      byteOffset: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      byteSize: integer(1, 8),
      viewByteLength: integer(0, Number.MAX_SAFE_INTEGER),
    }),
  ),
  media: optional(
    object({
      target: oneOf(['media-source', 'source-buffer', 'element']),
      call: text(60),
      updating: boolean,
      removed: boolean,
      readyState: nullable(oneOf(['closed', 'open', 'ended'])),
      hasDuration: boolean,
    }),
  ),
});
