/**
 * One program for a MediaSource, and what it logs: the simulated one (probe-media.test.ts) and the real one of a browser
 * (e2e/mse.spec.ts) are held to the same.
 */

/** What the program is given; it is sent to a browser as text, and uses nothing else. */
export interface Given {
  readonly ms: MediaSource;
  readonly video: EventTarget;
  /** Begins to open it. */
  readonly open: () => void;
  /** Consecutive, the beginning first. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly garbage: Uint8Array<ArrayBuffer>;
}

/** Every state that exercises speak of: what was done or heard, the error's name, then `readyState` and `updating`. */
export async function operations({ ms, video, open, parts, garbage }: Given): Promise<string[]> {
  const type = 'video/webm; codecs="vp8"';
  const log: string[] = [];
  let sb: SourceBuffer | null = null;
  const say = (what: string): void => {
    log.push(`${what}: ${ms.readyState} ${sb === null ? '-' : String(sb.updating)}`);
  };
  const attempt = (what: string, act: () => void): void => {
    try {
      act();
      say(what);
    } catch (error) {
      say(`${what} ${(error as Error).name}`);
    }
  };
  const heard = (target: EventTarget, event: string): Promise<unknown> =>
    new Promise((resolve) => {
      target.addEventListener(event, resolve, { once: true });
    });
  for (const event of ['sourceopen', 'sourceended']) ms.addEventListener(event, () => say(event));

  attempt('add', () => ms.addSourceBuffer(type));
  attempt('end', () => ms.endOfStream());
  const opened = heard(ms, 'sourceopen');
  open();
  await opened;
  attempt('add video/x', () => ms.addSourceBuffer('video/x'));
  attempt('add nothing', () => ms.addSourceBuffer(''));
  log.push(`duration ${ms.duration}`);
  const buffer = ms.addSourceBuffer(type);
  sb = buffer;
  for (const event of ['updatestart', 'update', 'updateend', 'error', 'abort'])
    buffer.addEventListener(event, () => say(event));
  const [first, second, third] = parts as [(typeof parts)[0], (typeof parts)[0], (typeof parts)[0]];

  attempt('append', () => buffer.appendBuffer(first));
  attempt('append', () => buffer.appendBuffer(second));
  attempt('end', () => ms.endOfStream());
  attempt('remove', () => buffer.remove(0, 1));
  attempt('duration', () => (ms.duration = 4));
  await heard(buffer, 'updateend');
  log.push(`ranges ${buffer.buffered.length}, duration ${ms.duration}`);
  attempt('append null', () => buffer.appendBuffer(null as unknown as ArrayBuffer));

  attempt('append', () => buffer.appendBuffer(second));
  attempt('abort', () => buffer.abort());
  await heard(buffer, 'updateend');

  attempt('remove 3 to 4', () => buffer.remove(3, 4));
  await heard(buffer, 'updateend');
  attempt('remove 2 to 1', () => buffer.remove(2, 1));

  attempt('end', () => ms.endOfStream());
  attempt('end', () => ms.endOfStream());
  await heard(ms, 'sourceended');
  attempt('append', () => buffer.appendBuffer(third));
  await heard(buffer, 'updateend');

  const failed = heard(video, 'error');
  attempt('append garbage', () => buffer.appendBuffer(garbage));
  await failed;
  attempt('append', () => buffer.appendBuffer(first));
  attempt('end', () => ms.endOfStream());
  return log;
}

export const LOG: readonly string[] = [
  'add InvalidStateError: closed -',
  'end InvalidStateError: closed -',
  'sourceopen: open -',
  'add video/x NotSupportedError: open -',
  'add nothing TypeError: open -',
  'duration NaN',
  'append: open true',
  'append InvalidStateError: open true',
  'end InvalidStateError: open true',
  'remove InvalidStateError: open true',
  'duration InvalidStateError: open true',
  'updatestart: open true',
  'update: open false',
  'updateend: open false',
  'ranges 1, duration 4',
  'append null TypeError: open false',
  'append: open true',
  'abort: open false',
  'updatestart: open false',
  'abort: open false',
  'updateend: open false',
  'remove 3 to 4: open true',
  'updatestart: open true',
  'update: open false',
  'updateend: open false',
  'remove 2 to 1 TypeError: open false',
  'end: ended false',
  'end InvalidStateError: ended false',
  'sourceended: ended false',
  'append: open true',
  'sourceopen: open true',
  'updatestart: open true',
  'update: open false',
  'updateend: open false',
  'append garbage: open true',
  'updatestart: open true',
  'error: ended false',
  'updateend: ended false',
  'sourceended: ended false',
  'append InvalidStateError: ended false',
  'end InvalidStateError: ended false',
];
