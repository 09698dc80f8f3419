import { describe, expect, test } from 'vitest';
import { RUN_BUDGET, type RealmMessage } from '../core/protocol/messages';
import type { ConsoleEntry } from '../core/trace/console-entry';
import { EMPTY_MEMORY } from '../core/trace/memory-state';
import { BATCH_BYTES, BATCH_MS, MAX_ERRORS, RelayedRun } from './relayed-run';
import type { EndCause } from './relay-messages';

const RUN_ID = 'run-1';
const entry = (text: string): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values: [{ kind: 'string', text, omitted: 0 }],
  depth: 0,
  line: 1,
  count: 1,
  step: 0,
  lastStep: 0,
  stack: [],
});

/** A relayed run with a clock in hand and everything it says written down. */
function setup() {
  let now = 0;
  let flushAt: number | null = null;
  const sent: (readonly RealmMessage[])[] = [];
  const ends: EndCause[] = [];
  const run = new RelayedRun({
    runId: RUN_ID,
    watchdogMs: RUN_BUDGET.watchdogMs,
    tickMs: 500,
    now: () => now,
    later: (ms) => (flushAt = now + ms),
    send: (messages) => sent.push(messages),
    end: (cause) => ends.push(cause),
  });
  const say = (message: Record<string, unknown>): void =>
    run.receive({ v: 1, runId: RUN_ID, ...message });
  return {
    run,
    sent,
    ends,
    say,
    log: (...texts: string[]) => say({ kind: 'console', entries: texts.map(entry), omitted: 0 }),
    kinds: () => sent.flat().map((message) => message.kind),
    texts: () =>
      sent
        .flat()
        .flatMap((message) => (message.kind === 'console' ? message.entries : []))
        .map((each) => (each.values[0]?.kind === 'string' ? each.values[0].text : '')),
    advance(ms: number) {
      const end = now + ms;
      while (flushAt !== null && flushAt <= end) {
        now = flushAt;
        flushAt = null;
        run.flush();
      }
      now = end;
    },
  };
}

const SETTLED = { kind: 'settled', outcome: 'finished', error: null, line: null, durationMs: 1 };

describe('batching', () => {
  test('the start, the first console line and the end go at once; later lines wait for the batch', () => {
    const { say, log, sent, advance, texts } = setup();
    say({ kind: 'started' });
    log('first');
    expect(sent).toHaveLength(2);
    log('second');
    log('third');
    expect(sent).toHaveLength(2);
    advance(BATCH_MS);
    expect(sent).toHaveLength(3);
    expect(texts()).toEqual(['first', 'second', 'third']);
    log('fourth');
    say(SETTLED);
    expect(sent).toHaveLength(4);
    expect(sent[3]?.map((message) => message.kind)).toEqual(['console', 'settled']);
  });

  test('of several memories in one batch only the last is sent', () => {
    const { say, sent, advance } = setup();
    for (let omittedBuffers = 0; omittedBuffers < 3; omittedBuffers++)
      say({ kind: 'memory', memory: { ...EMPTY_MEMORY, omittedBuffers }, counts: null });
    advance(BATCH_MS);
    expect(sent.flat()).toEqual([
      expect.objectContaining({ kind: 'memory', memory: { ...EMPTY_MEMORY, omittedBuffers: 2 } }),
    ]);
  });

  test('steps that left memory as it was do not take the memory before them out of a batch', () => {
    const { say, sent, advance } = setup();
    const memory = { ...EMPTY_MEMORY, omittedBuffers: 1 };
    const counts = { skipped: 0, unrecorded: 7, totals: [] };
    say({ kind: 'memory', memory, counts: null });
    say({ kind: 'memory', memory: null, counts });
    advance(BATCH_MS);
    say({ kind: 'memory', memory: null, counts });
    advance(BATCH_MS);
    expect(sent.flat()).toEqual([
      expect.objectContaining({ memory, counts }),
      expect.objectContaining({ memory: null, counts }),
    ]);
  });

  test('a heavy console is paced: no batch weighs much more than its limit, and nothing is lost or reordered', () => {
    const { say, log, sent, advance, texts } = setup();
    say({ kind: 'started' });
    log('first');
    const long = Array.from({ length: 200 }, (_, i) => `${i} ${'x'.repeat(5000)}`);
    log(...long);
    say(SETTLED);
    expect(texts()).toEqual(['first']);
    advance(60 * BATCH_MS);
    expect(texts()).toEqual(['first', ...long]);
    expect(sent.at(-1)?.at(-1)?.kind).toBe('settled');
    for (const batch of sent) {
      expect(JSON.stringify(batch).length * 2).toBeLessThan(1.5 * BATCH_BYTES);
    }
  });

  test('signs of life are not passed on', () => {
    const { say, sent, advance } = setup();
    say({ kind: 'alive' });
    advance(1000);
    expect(sent).toEqual([]);
  });
});

describe('what does not count', () => {
  test('a second started and a second settled are ignored', () => {
    const { say, kinds } = setup();
    say({ kind: 'started' });
    say({ kind: 'started' });
    say(SETTLED);
    say({ ...SETTLED, outcome: 'guard', line: 3 });
    expect(kinds()).toEqual(['started', 'settled']);
  });

  test('a message of another run is ignored, and is no sign of life', () => {
    const { say, run, sent, ends } = setup();
    say({ kind: 'started' });
    for (let i = 0; i < 11; i++) {
      run.receive({ v: 1, ...SETTLED, runId: 'an older run' });
      run.tick();
    }
    expect(sent.flat()).toHaveLength(1);
    expect(ends).toEqual(['silent']);
  });

  test('nothing is passed on once the run was closed', () => {
    const { say, log, run, texts, ends } = setup();
    say({ kind: 'started' });
    log('one');
    log('two');
    run.close();
    log('three');
    run.flush();
    expect(texts()).toEqual(['one', 'two']);
    expect(ends).toEqual(['closed']);
  });
});

describe('budgets', () => {
  test('more messages than the budget end the run as a flood', () => {
    const { say, ends } = setup();
    for (let i = 0; i < RUN_BUDGET.messages; i++) say({ kind: 'alive' });
    expect(ends).toEqual([]);
    say({ kind: 'alive' });
    expect(ends).toEqual(['flood']);
  });

  test('a realm that says a little for hours never meets the budget', () => {
    const { say, ends, advance } = setup();
    for (let i = 0; i < 1.2 * RUN_BUDGET.messages; i++) {
      advance(RUN_BUDGET.aliveEveryMs);
      say({ kind: 'alive' });
    }
    expect(ends).toEqual([]);
  });

  test('more bytes than the budget end the run as a flood', () => {
    const { log, ends } = setup();
    const text = 'x'.repeat(10_000);
    const lines = Array.from({ length: 100 }, () => text);
    for (let i = 0; i < 40 && ends.length === 0; i++) log(...lines);
    expect(ends).toEqual(['flood']);
  });

  test('console entries beyond what a run may keep are counted, not passed on', () => {
    const { log, advance, texts, sent } = setup();
    for (let i = 0; i < 2500; i++) log(`line ${i}`);
    advance(10_000);
    expect(texts()).toHaveLength(2000);
    const last = sent.flat().at(-1);
    expect(last?.kind === 'console' && last.omitted).toBe(500);
  });

  test('more errors than a realm tells end the run as a flood', () => {
    const { say, ends, kinds, advance } = setup();
    const error = { name: 'Error', message: 'again', line: 1, column: 1, origin: 'throw' };
    for (let i = 0; i < MAX_ERRORS; i++) say({ kind: 'error', error });
    expect(ends).toEqual([]);
    say({ kind: 'error', error });
    advance(60_000);
    expect(ends).toEqual(['flood']);
    expect(kinds()).toHaveLength(MAX_ERRORS);
  });

  test('a message of a wrong shape ends the run, cyclic and deep ones too', () => {
    const cyclic: Record<string, unknown> = { v: 1, kind: 'console', runId: RUN_ID, omitted: 0 };
    cyclic['entries'] = [cyclic];
    let deep: unknown = 0;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    for (const wrong of [null, 'settled', { v: 2, kind: 'alive', runId: RUN_ID }, cyclic, [deep]]) {
      const { run, ends, sent } = setup();
      run.receive(wrong);
      expect(ends).toHaveLength(1);
      expect(['invalid', 'flood']).toContain(ends[0]);
      expect(sent).toEqual([]);
    }
  });

  test('what a cut-off leaves out is counted', () => {
    const { say, log, run, sent, texts } = setup();
    say({ kind: 'started' });
    log('first');
    const long = Array.from({ length: 400 }, (_, i) => `${i} ${'x'.repeat(5000)}`);
    log(...long);
    run.close();
    const last = sent.flat().findLast((message) => message.kind === 'console');
    const shown = texts().length - 1;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(long.length);
    expect(last?.kind === 'console' && last.omitted).toBe(long.length - shown);
  });
});

describe('the watchdog', () => {
  test('ends a run that has started and says nothing for as long as it may be silent', () => {
    const { say, run, ends } = setup();
    say({ kind: 'started' });
    for (let i = 0; i < 10; i++) run.tick();
    expect(ends).toEqual([]);
    run.tick();
    expect(ends).toEqual(['silent']);
  });

  test('does not bark before the start, nor at a page realm in a hidden tab', () => {
    const { say, run, ends } = setup();
    for (let i = 0; i < 30; i++) run.tick();
    say({ kind: 'started' });
    run.setPatient(true);
    for (let i = 0; i < 30; i++) run.tick();
    expect(ends).toEqual([]);
    run.setPatient(false);
    for (let i = 0; i < 11; i++) run.tick();
    expect(ends).toEqual(['silent']);
  });
});

test('chunks of a recording go on in order, before the memory that they led to', () => {
  const { say, sent, advance } = setup();
  const chunk = (firstStep: number) => ({
    firstStep,
    rows: new Uint32Array(7),
    payload: new Uint8Array(0),
    details: [],
    buffers: [],
    views: [],
    assigned: [],
    tasks: [],
  });
  say({ kind: 'trace', chunk: chunk(1) });
  say({ kind: 'trace', chunk: chunk(2) });
  say({ kind: 'memory', memory: EMPTY_MEMORY, counts: null });
  advance(BATCH_MS);
  expect(
    sent
      .flat()
      .map((message) => (message.kind === 'trace' ? message.chunk.firstStep : message.kind)),
  ).toEqual([1, 2, 'memory']);
});
