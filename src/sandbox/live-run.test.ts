import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RealmMessage, RunMessage } from '../core/protocol/messages';
import type { Outcome, Run } from '../core/trace/run';
import { LiveRun, RELAY_MS, START_MS } from './live-run';
import { REASONS } from './reasons';
import type { LineListener, RelayLink } from './relay-link';
import { RunLog } from './run-log';
import { Seat, type SeatLoss } from './seat';

const MESSAGE: RunMessage = {
  v: 1,
  kind: 'run',
  runId: 'r',
  code: '',
  columns: [],
  source: '',
  functions: [],
  hookName: 'h',
  goal: 'script',
  fileName: 'x.js',
  siteCount: 0,
  record: null,
  guardMs: 2000,
  html: null,
};
const from = { v: 1, runId: 'r' } as const;
const STARTED: RealmMessage = { ...from, kind: 'started' };
const FINISHED: RealmMessage = {
  ...from,
  kind: 'settled',
  outcome: 'finished',
  error: null,
  line: null,
  durationMs: 5,
};

/** A run on a seat and a relay that only write down what they are told. */
function setup() {
  const did: string[] = [];
  const settled: Run[] = [];
  const ended: Outcome[] = [];
  let line: LineListener | null = null;
  const seats: Seat[] = [];
  const ports: MessagePort[] = [];
  const relay = {
    open: (_id: string, port: MessagePort, _ms: number, listener: LineListener) => {
      ports.push(port);
      line = listener;
      did.push('open');
      return 0;
    },
    close: () => void did.push('close'),
    drop: () => void did.push('drop'),
    setPatience: () => undefined,
  } as unknown as RelayLink;
  const run = new LiveRun({
    message: MESSAGE,
    log: new RunLog('r', '', {
      settled: (result) => settled.push(result),
      ended: (outcome) => ended.push(outcome),
    }),
    relay,
    seating: {
      take: () => {
        const seat = new Seat((when) => void did.push(when === 'now' ? 'end' : 'end, painted'));
        seats.push(seat);
        did.push('take');
        return seat;
      },
      refill: () => void did.push('refill'),
    },
    watchdogMs: 5000,
    slowTimers: false,
    onOver: () => void did.push('over'),
  });
  run.begin();
  const outcomes = (): Outcome[] => settled.map((result) => result.outcome);
  return {
    run,
    did,
    settled,
    outcomes,
    ended,
    booted: () => seats.at(-1)?.boot((port) => ports.push(port)),
    opened: () => line?.opened?.(),
    gone: (why: SeatLoss) => seats.at(-1)?.lose(why),
    batch: (...messages: RealmMessage[]) => line?.batch(messages),
    cut: (cause: Parameters<LineListener['ended']>[0]) => line?.ended(cause),
    closePorts: () => ports.forEach((port) => port.close()),
  };
}
type Setup = ReturnType<typeof setup>;

let live: Setup;
beforeEach(() => {
  vi.useFakeTimers();
  live = setup();
});
afterEach(() => {
  vi.unstubAllGlobals();
  live.closePorts();
  vi.useRealTimers();
});

const LOST = (reason: string): Outcome => ({ kind: 'lost', reason });

describe('a run that ends by itself', () => {
  test('settles with what the realm said, gets a spare for the next run, and keeps its realm', () => {
    live.booted();
    live.batch(STARTED, FINISHED);
    expect(live.outcomes()).toEqual([{ kind: 'finished' }]);
    expect(live.did, 'not while the page draws what it was told').toEqual(['take', 'open']);
    vi.advanceTimersByTime(250);
    expect(live.did).toEqual(['take', 'open', 'refill']);
  });

  test('settles with what its probes gave', () => {
    const probe = {
      outcome: { kind: 'unsettled' },
      inputs: [],
      from: { steps: 0, buffers: 0, views: 0, omitted: 0, counts: null },
      to: { steps: 1, buffers: 0, views: 0, omitted: 0, counts: null },
    } as const;
    live.batch(STARTED, { ...FINISHED, probes: [probe] });
    expect(live.settled.map(({ probes }) => probes)).toEqual([[probe]]);
  });

  test('tells what becomes of its realm afterwards without settling again', () => {
    live.batch(STARTED, FINISHED);
    live.cut('silent');
    expect(live.outcomes()).toHaveLength(1);
    expect(live.ended).toEqual([{ kind: 'stopped', by: 'watchdog', line: null }]);
    expect(live.did).toContain('end');
  });

  test('is silent once disposed', () => {
    live.booted();
    live.run.dispose();
    live.batch(STARTED, FINISHED);
    live.cut('gone');
    vi.advanceTimersByTime(60_000);
    expect(live.outcomes()).toEqual([]);
    expect(live.did).toEqual(['take', 'open', 'end, painted', 'drop', 'over']);
  });
});

describe('Stop', () => {
  test('ends the realm at once and settles when the relay has handed over what it held', () => {
    live.booted();
    live.batch(STARTED);
    live.run.stop();
    expect(live.did.slice(2)).toEqual(['end', 'refill', 'close']);
    expect(live.outcomes()).toEqual([]);
    live.cut('closed');
    expect(live.outcomes()).toEqual([{ kind: 'stopped', by: 'reader', line: null }]);
  });

  test('a body that had finished just before counts as finished', () => {
    live.batch(STARTED);
    live.run.stop();
    live.batch(FINISHED);
    live.cut('closed');
    expect(live.outcomes()).toEqual([{ kind: 'finished' }]);
  });

  test('settles without the relay too, and before the realm ever started', () => {
    live.run.stop();
    vi.advanceTimersByTime(1000);
    live.cut('closed');
    expect(live.outcomes()).toEqual([{ kind: 'stopped', by: 'reader', line: null }]);
  });
});

describe('a realm that fails', () => {
  test.each([
    [true, REASONS.neverBooted],
    [false, REASONS.offline],
  ])('no candidate answered (online: %s): lost, with what to do', (onLine, reason) => {
    vi.stubGlobal('navigator', { onLine });
    live.gone('never-booted');
    expect(live.outcomes()).toEqual([LOST(reason)]);
  });

  test('a spare that died while it waited costs one more try, then the run is lost', () => {
    live.booted();
    live.opened();
    vi.advanceTimersByTime(START_MS[0] + 300);
    expect(live.did).toEqual(['take', 'open', 'drop', 'end', 'take', 'open']);
    live.opened();
    live.booted();
    vi.advanceTimersByTime(START_MS[1] + 300);
    expect(live.outcomes()).toEqual([LOST(REASONS.neverStarted)]);
  });

  test('a realm that nobody listens to yet is waited for, as long as the relay may take to load', () => {
    live.booted();
    vi.advanceTimersByTime(RELAY_MS - 1000);
    expect(live.did).toEqual(['take', 'open']);
    live.opened();
    live.batch(STARTED, FINISHED);
    vi.advanceTimersByTime(RELAY_MS);
    expect(live.outcomes()).toEqual([{ kind: 'finished' }]);
  });

  test('a relay that never loads ends the run, which says so', () => {
    live.booted();
    vi.advanceTimersByTime(RELAY_MS + 300);
    expect(live.outcomes()).toEqual([LOST(REASONS.relayFailed)]);
  });

  test('the second try may succeed', () => {
    live.booted();
    live.gone('replaced');
    live.booted();
    live.batch(STARTED, FINISHED);
    vi.advanceTimersByTime(60_000);
    expect(live.outcomes()).toEqual([{ kind: 'finished' }]);
  });

  test.each([
    ['silent', { kind: 'stopped', by: 'watchdog', line: null }],
    ['gone', LOST(REASONS.crashed)],
    ['flood', LOST(REASONS.flood)],
    ['invalid', LOST(REASONS.invalid)],
    ['relay-failed', LOST(REASONS.relayFailed)],
  ] as const)('once started, "%s" ends the run and its realm', (cause, outcome) => {
    live.batch(STARTED);
    live.cut(cause);
    live.cut(cause);
    expect(live.outcomes()).toEqual([outcome]);
    expect(live.did).toContain('end');
    expect(live.did.at(-1)).toBe('refill');
  });
});
