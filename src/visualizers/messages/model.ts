/** Which rows of a message log are shown, and where each stands to the step of the timeline. Pure. */
import type { NetLog } from '../../core/trace/net-log';
import type { FateThen, MessageThen, NetStep } from './moment';

/** Rows that are drawn at first, and that each press of "more" adds. */
export const ROWS_AT_ONCE = 200;

export interface LogRows {
  readonly rows: readonly MessageThen[];
  /** Messages before and after those. */
  readonly earlier: number;
  readonly later: number;
}

/** The rows around the last message that is there: `limit` of them, most of them before it. */
export function logRows(all: readonly MessageThen[], limit = ROWS_AT_ONCE): LogRows {
  const there = all.filter(({ fate }) => fate !== 'not yet').length;
  const from = Math.max(0, Math.min(all.length - limit, there - Math.ceil(limit * 0.75)));
  const rows = all.slice(from, from + limit);
  return { rows, earlier: from, later: all.length - from - rows.length };
}

/** The message that the step of the timeline is: the last one sent or heard by then; null at the end of a run. */
export function messageNow(log: NetLog, step: NetStep): number | null {
  if (!Number.isFinite(step)) return null;
  return log.messages.findLast((message) => message.step === step)?.id ?? null;
}

/** How many messages came to what. */
export function fateCounts(rows: readonly MessageThen[]): Readonly<Record<FateThen, number>> {
  const counts = { 'on its way': 0, arrived: 0, lost: 0, twice: 0, 'not yet': 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}
