/** The DataView calls of a trace, each place and reading once: what brackets a picture needs room for. */
import { MAX_DATAVIEW_CALLS, type DataViewCall } from './memory-state';
import {
  kindOf,
  KIND,
  LITTLE_ENDIAN,
  RANGED,
  ROW_WORDS,
  rowFamily,
  sizeOf,
  VIA_DATAVIEW,
  viewOf,
} from './rows';
import { elementType, type Trace } from './trace';

export interface TracedCall extends DataViewCall {
  /** The first step that made it. */
  readonly step: number;
  /** How many steps made it. */
  readonly count: number;
}

/** In order of first steps; at most MAX_DATAVIEW_CALLS. */
export function tracedCalls(trace: Trace): TracedCall[] {
  const calls = new Map<string, TracedCall & { count: number }>();
  for (let step = 1; step <= trace.steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = trace.rows[at] as number;
    if ((meta & VIA_DATAVIEW) === 0 || sizeOf(meta) === RANGED) continue;
    const method = kindOf(meta) === KIND.read ? 'get' : 'set';
    const byteOffset = trace.rows[at + 2] as number;
    const littleEndian = (meta & LITTLE_ENDIAN) !== 0;
    const reading = `${rowFamily(meta)}${sizeOf(meta)}${method}${littleEndian}`;
    const key = `${viewOf(meta)} ${byteOffset} ${reading}`;
    const same = calls.get(key);
    if (same) {
      same.count++;
      continue;
    }
    const type = elementType(trace, meta);
    if (type === null || calls.size === MAX_DATAVIEW_CALLS) continue;
    const line = trace.sites[trace.rows[at + 1] as number]?.line ?? 0;
    calls.set(key, {
      viewId: viewOf(meta),
      method,
      type,
      byteOffset,
      littleEndian,
      line: line === 0 ? null : line,
      step,
      count: 1,
    });
  }
  return [...calls.values()];
}
