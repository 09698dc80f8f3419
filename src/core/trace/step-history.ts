/** The life of one byte: every step that touched it, with the value it had before and after. */
import { rangeAt } from '../bytes/ranges';
import { Replay } from './replay';
import { bufferOf, KIND, kindOf, ROW_WORDS, rowByteLength, type StepKind } from './rows';
import { stepAt, type Site, type Trace } from './trace';

/** More than a reader will read; a loop over one byte makes a hundred thousand. */
export const MAX_HISTORY = 200;

export interface ByteAccess {
  readonly step: number;
  readonly kind: StepKind;
  readonly site: Site | null;
  /** Null where the byte is not there: before a buffer grows to it, after it shrinks or is detached. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface ByteHistory {
  /** In order of steps. */
  readonly accesses: readonly ByteAccess[];
  /** Accesses before the first and after the last that are listed. */
  readonly earlier: number;
  readonly later: number;
}

/** What happened to a byte; of a long history the MAX_HISTORY accesses around `step`. */
export function byteHistory(
  trace: Trace,
  bufferId: number,
  byteOffset: number,
  step: number,
): ByteHistory {
  const steps = stepsOnByte(trace, bufferId, byteOffset);
  const here = steps.findIndex((each) => each >= step);
  const middle = here === -1 ? steps.length : here;
  const from = Math.max(
    0,
    Math.min(steps.length - MAX_HISTORY, middle - Math.floor(MAX_HISTORY / 2)),
  );
  const listed = steps.slice(from, from + MAX_HISTORY);
  const replay = new Replay(trace);
  const valueAt = (at: number): number | null => {
    replay.seek(at);
    return replay.bytesOf(bufferId)[byteOffset] ?? null;
  };
  return {
    accesses: listed.map((each) => {
      const { kind, site, range, before, after } = stepAt(trace, each);
      const at = byteOffset - range.start;
      const isStored = after.length > 0;
      return {
        step: each,
        kind,
        site,
        before: (isStored ? before[at] : undefined) ?? valueAt(each - 1),
        after: (isStored ? after[at] : undefined) ?? valueAt(each),
      };
    }),
    earlier: from,
    later: steps.length - from - listed.length,
  };
}

/** As `stepsTouching` says it, but for one byte, and with the resizes and detachments that gave or took it. */
function stepsOnByte(trace: Trace, bufferId: number, byteOffset: number): number[] {
  const steps: number[] = [];
  for (let step = 1; step <= trace.steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = trace.rows[at] as number;
    const kind = kindOf(meta);
    if (bufferOf(meta) !== bufferId || kind > KIND.host) continue;
    const { start, end } = rangeAt(trace.rows[at + 2] as number, rowByteLength(trace.rows, at));
    if (start <= byteOffset && byteOffset < end) steps.push(step);
  }
  return steps;
}
