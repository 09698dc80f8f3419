/**
 * The page the attack suite drives: the real `src/sandbox` and nothing else of the site. It runs one program at a time,
 * measures how long this page's own thread stood still, and reports in plain JSON.
 */
import { createSandbox } from '../../src/sandbox';
import type { ConsoleEntry, Preview } from '../../src/core/trace/console-entry';
import type { NetLog } from '../../src/core/trace/net-log';
import { playbackSteps } from '../../src/core/trace/playback-steps';
import type { FailedMedia, Run } from '../../src/core/trace/run';
import { EMPTY_TRACE, type Trace } from '../../src/core/trace/trace';
import type { LabFiles } from '../../src/sandbox/lab-half';
import type { Order, Report } from './sandbox-harness-types';

declare const REALM_PATH: string;
declare const LAB_FILES: LabFiles;

const sandbox = createSandbox({ realmPath: REALM_PATH, lab: LAB_FILES });
const pane = document.querySelector<HTMLElement>('#pane') ?? document.body;
/** Everything that reaches this window by postMessage, counted: the sandbox itself listens only during a handshake. */
let heard = 0;
let broadcasts = 0;
new BroadcastChannel('harness').addEventListener('message', () => (broadcasts += 1));

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The longest time this thread took no new task, in milliseconds, sampled about every 4 ms and every frame. */
function watchStalls(): () => number {
  let longest = 0;
  let last = performance.now();
  let on = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, 4);
  const frame = (): void => {
    tick();
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    tick();
    on = false;
    clearInterval(timer);
    return longest;
  };
}

const textOf = (value: Preview): string => {
  switch (value.kind) {
    case 'primitive':
    case 'string':
      return value.text;
    case 'error':
      return `${value.name}: ${value.message}`;
    default:
      return `[${value.kind}]`;
  }
};
const lineOf = (entry: ConsoleEntry): string => entry.values.map(textOf).join(' ');

async function run(order: Order): Promise<Report> {
  const { program, stopAfterMs, lingerMs = 0, stallsFrom = 'click' } = order;
  if (order.warm !== false) {
    sandbox.warm(program.realm, pane);
    await sleep(order.warmMs ?? 400);
  }
  let endStalls = watchStalls();
  const at = performance.now();
  let startedMs: number | null = null;
  let firstLineMs: number | null = null;
  let settledMs: number | null = null;
  let settledCount = 0;
  let ended: Report['ended'] = null;
  const errors: string[] = [];
  const failedMedia: FailedMedia[] = [];
  const lines: string[] = [];
  const serverLines: string[] = [];
  const serverErrors: string[] = [];
  let net: NetLog | null = null;
  let latest: Trace = EMPTY_TRACE;
  /** The last of them belongs to the end of the body. */
  const earlier: number[] = [];
  let tracedEarly = 0;
  heard = broadcasts = 0;
  const onMessage = (): void => void (heard += 1);
  if (order.countMessages === true) addEventListener('message', onMessage);

  let finished: (run: Run) => void;
  const settled = new Promise<Run>((resolve) => (finished = resolve));
  const handle = sandbox.run(
    {
      goal: 'script',
      html: null,
      fileName: 'attack.js',
      record: 'full',
      recordFrom: 0,
      guardMs: 2000,
      ...program,
    },
    {
      started() {
        startedMs = performance.now() - at;
        if (stallsFrom === 'started') {
          endStalls();
          endStalls = watchStalls();
        }
        // The reader's Stop counts from here, whatever the boot took.
        if (stopAfterMs !== undefined) setTimeout(() => handle.stop(), stopAfterMs);
      },
      console(entries) {
        firstLineMs ??= performance.now() - at;
        lines.push(...entries.map(lineOf));
      },
      memory: (_memory, trace) => {
        latest = trace ?? EMPTY_TRACE;
        earlier.push(latest.steps);
      },
      net: (log) => {
        net = log;
        if (order.disconnectAt !== undefined && log.messages.length >= order.disconnectAt) {
          order.disconnectAt = undefined;
          handle.disconnect();
        }
      },
      serverConsole: (entries) => void serverLines.push(...entries.map(lineOf)),
      serverError: (error) =>
        void serverErrors.push(`${error.name}: ${error.message} (${String(error.line)})`),
      error: (error) => {
        errors.push(`${error.name}: ${error.message}`);
        if (error.media) failedMedia.push(error.media);
      },
      ended: (outcome) => void (ended = outcome),
      settled(result) {
        tracedEarly = earlier.at(-2) ?? 0;
        settledCount += 1;
        settledMs ??= performance.now() - at;
        finished(result);
      },
    },
    pane,
  );
  const { schemeAfterMs } = order;
  const { style } = document.documentElement;
  if (schemeAfterMs !== undefined) setTimeout(() => (style.colorScheme = 'dark'), schemeAfterMs);
  const patience = sleep(order.patienceMs ?? 20_000).then(() => null);
  const result = await Promise.race([settled, patience]);
  const until = order.untilLine;
  const end = performance.now() + (order.patienceMs ?? 20_000);
  while (until !== undefined && !lines.includes(until) && performance.now() < end) await sleep(20);
  await sleep(lingerMs);
  style.colorScheme = '';
  const stallMs = endStalls();
  removeEventListener('message', onMessage);
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.src);
  if (order.keep !== true) handle.dispose();
  return {
    runId: handle.runId,
    outcome: result?.outcome ?? null,
    errorText: result?.outcome.kind === 'threw' ? result.outcome.error.message : null,
    lines,
    kept: result?.console.map((entry) => ({ text: lineOf(entry), count: entry.count })) ?? [],
    omitted: result?.omittedConsole ?? 0,
    buffers: result?.memory.buffers.length ?? 0,
    settledCount,
    ended,
    errors,
    net,
    tracedEarly,
    traced: latest.steps,
    failedMedia,
    playback: playbackSteps(latest),
    serverLines,
    serverErrors,
    startedMs,
    firstLineMs,
    settledMs,
    stallMs,
    heard,
    broadcasts,
    frames,
    page: {
      href: location.href,
      title: document.title,
      body: document.body.children.length,
      storage: Object.keys(localStorage),
      isolated: crossOriginIsolated,
      visible: document.visibilityState === 'visible',
    },
  };
}

/** A stranger's second `init` to every realm on the page: true when one of them took the port and answered. */
async function secondInit(): Promise<boolean> {
  let answered = false;
  for (const frame of document.querySelectorAll('iframe')) {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => (answered = true));
    port1.start();
    const init = { v: 1, kind: 'init', mode: 'page', scheme: 'light' };
    frame.contentWindow?.postMessage(init, '*', [port2]);
    port1.postMessage({ v: 1, kind: 'spare' });
  }
  await sleep(500);
  return answered;
}

/** The longest stall while nothing runs: what the machine itself does to this page. */
async function idleStall(ms: number): Promise<number> {
  const end = watchStalls();
  await sleep(ms);
  return end();
}

/** Milliseconds from Stop until a run started right after it has said its first line. */
async function stopAndRunAgain(realm: 'worker' | 'page', source: string): Promise<number> {
  const common = {
    goal: 'script',
    html: null,
    fileName: 'bench.js',
    record: 'full',
    recordFrom: 0,
    guardMs: 2000,
    realm,
  } as const;
  sandbox.warm(realm, pane);
  await sleep(300);
  const first = sandbox.run({ ...common, source }, { settled: () => undefined }, pane);
  await sleep(500);
  const at = performance.now();
  first.stop();
  const took = await new Promise<number>((resolve) => {
    const second = sandbox.run(
      { ...common, source: 'console.log(1)' },
      {
        console: () => resolve(performance.now() - at),
        settled: () => setTimeout(() => second.dispose(), 0),
      },
      pane,
    );
  });
  first.dispose();
  return took;
}

const methods = { run, secondInit, idleStall, stopAndRunAgain };
export type Methods = typeof methods;
declare global {
  var harness: Methods;
}
globalThis.harness = methods;

/**
 * This page asks its server what to do and posts what came of it: a browser launched plainly has no driver, and
 * Playwright takes the crash of an iframe for the page's own.
 */
async function obey(name: string): Promise<never> {
  for (;;) {
    const response = await fetch(`/harness/next/${name}`).catch(() => null);
    if (response?.status !== 200) {
      await sleep(100);
      continue;
    }
    const { id, method, args } = (await response.json()) as {
      id: number;
      method: keyof Methods;
      args: unknown[];
    };
    const call = methods[method] as (...args: unknown[]) => Promise<unknown>;
    const answer = await call(...args).then(
      (value) => ({ id, value }),
      (error: unknown) => ({ id, error: String(error) }),
    );
    await fetch('/harness/report', { method: 'POST', body: JSON.stringify(answer) });
  }
}
const name = /^#obey=(\w+)$/.exec(location.hash)?.[1];
if (name !== undefined) void obey(name);
