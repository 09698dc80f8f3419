/** The lab's log: one line of JSON an event, with nothing in it that a reader chose but numbers and ids. */

export type LogValue = string | number | boolean | null;
export type Log = (event: string, facts?: Readonly<Record<string, LogValue>>) => void;

/** JSON escapes line ends, so no value can begin a line of its own. */
export function createLog(write: (line: string) => void, now: () => number = Date.now): Log {
  return (event, facts = {}) =>
    write(JSON.stringify({ time: new Date(now()).toISOString(), event, ...facts }));
}
