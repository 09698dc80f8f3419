/** A message log as it was at a step of the run: what had been sent by then, and what had become of it. Pure. */
import type { NetLog, NetMessage } from '../../core/trace/net-log';

/** The last step whose messages are there; `EVERYTHING` at the end of a run, and while one goes on. */
export type NetStep = number;
export const EVERYTHING: NetStep = Infinity;

export type FateThen = NetMessage['fate'] | 'not yet';

export interface MessageThen {
  readonly message: NetMessage;
  readonly fate: FateThen;
}

/** The step of the last message that has been sent or heard by `step`: all that a picture of the log depends on. */
export function lastNetStep(log: NetLog, step: number): NetStep {
  let last = 0;
  for (const message of log.messages)
    if (message.step !== null && message.step <= step) last = Math.max(last, message.step);
  return last;
}

/** Every message of the log with its fate at a step, in order. */
export function messagesAt(log: NetLog, step: NetStep): readonly MessageThen[] {
  if (step === EVERYTHING) return log.messages.map((message) => ({ message, fate: message.fate }));
  const now = timeAt(log, step);
  return log.messages.map((message) => ({ message, fate: fateAt(message, step, now) }));
}

/** Steps are of the program; what the lab and the link do meanwhile is placed by the clock. */
function timeAt(log: NetLog, step: NetStep): number {
  let now = -1;
  for (const { step: at, from, sentAt, arrivedAt } of log.messages)
    if (at !== null && at <= step)
      now = Math.max(now, from === 'client' ? sentAt : (arrivedAt ?? sentAt));
  return now;
}

function fateAt(message: NetMessage, step: NetStep, now: number): FateThen {
  const { from, fate, sentAt, arrivedAt } = message;
  const wasSent = from === 'client' && message.step !== null ? message.step <= step : sentAt <= now;
  if (!wasSent) return 'not yet';
  if (fate === 'lost') return 'lost';
  const hasArrived =
    from === 'lab' && message.step !== null
      ? message.step <= step
      : arrivedAt !== null && arrivedAt <= now;
  return hasArrived ? fate : 'on its way';
}
