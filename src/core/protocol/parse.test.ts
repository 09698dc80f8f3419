import { describe, expect, test } from 'vitest';
import type { Mark, ProbeOutcome, ProbeResult } from '../exercise/probe';
import type { ConsoleEntry, Preview } from '../trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../trace/memory-state';
import { PROTOCOL_VERSION, type RealmMessage } from './messages';
import { parseRealmMessage } from './parse';

const RUN = 'run-1';
const envelope = { v: PROTOCOL_VERSION, runId: RUN } as const;

const entry = (values: readonly Preview[]): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values,
  depth: 0,
  line: 1,
  count: 1,
  step: 0,
  lastStep: 0,
  stack: [],
});
const consoleMessage = (values: readonly Preview[]): RealmMessage => ({
  ...envelope,
  kind: 'console',
  entries: [entry(values)],
  omitted: 0,
});
const memoryMessage = (memory: unknown): unknown => ({
  ...envelope,
  kind: 'memory',
  memory,
  counts: null,
});

const MARK: Mark = { steps: 0, buffers: 1, views: 1, omitted: 0, counts: null };
const probe = (outcome: ProbeOutcome): ProbeResult => ({
  outcome,
  inputs: [null, { bufferId: 0, bytes: Uint8Array.of(1), detached: false }],
  from: MARK,
  to: { ...MARK, counts: { skipped: 0, unrecorded: 2, totals: [1, 0, 2, 0] } },
});
const settledWith = (probes: unknown): RealmMessage =>
  ({
    ...envelope,
    kind: 'settled',
    outcome: 'finished',
    error: null,
    line: null,
    durationMs: 1,
    probes,
  }) as RealmMessage;

const memory: MemoryState = {
  buffers: [
    {
      id: 0,
      name: 'b',
      byteLength: 2,
      maxByteLength: null,
      shared: false,
      detached: false,
      bytes: Uint8Array.of(1, 0),
      written: Uint8Array.of(1, 0),
      line: 1,
    },
  ],
  views: [
    {
      id: 0,
      bufferId: 0,
      kind: 'DataView',
      name: null,
      byteOffset: 0,
      byteLength: 2,
      lengthTracking: false,
      line: null,
    },
  ],
  calls: [
    {
      viewId: 0,
      method: 'get',
      type: 'Uint8Array',
      byteOffset: 0,
      littleEndian: false,
      line: 2,
    },
  ],
  omittedBuffers: 0,
};

const reasonOf = (value: unknown): string => {
  const parsed = parseRealmMessage(value, RUN);
  return parsed.kind === 'ok' ? 'it was accepted' : parsed.reason;
};

describe('parseRealmMessage', () => {
  test.each<RealmMessage>([
    { ...envelope, kind: 'started' },
    { ...envelope, kind: 'alive' },
    { ...envelope, kind: 'memory', memory, counts: null },
    { ...envelope, kind: 'memory', memory: EMPTY_MEMORY, counts: null },
    {
      ...envelope,
      kind: 'error',
      error: { name: 'RangeError', message: 'm', line: 3, column: null, origin: 'rejection' },
    },
    { ...envelope, kind: 'settled', outcome: 'guard', error: null, line: 4, durationMs: 12.5 },
    settledWith([
      probe({ kind: 'returned', value: { kind: 'proxy' }, bytes: Uint8Array.of(1), viewId: 0 }),
      probe({ kind: 'no-function', found: 'undefined' }),
      probe({ kind: 'unsettled' }),
    ]),
    settledWith(null),
    consoleMessage([
      { kind: 'list', name: 'Array', length: 2, items: [null, { kind: 'proxy' }], omitted: 0 },
      {
        kind: 'object',
        name: null,
        entries: [{ key: 'a', value: { kind: 'circular' } }],
        omitted: 0,
      },
      { kind: 'blob', file: null, size: 3, type: '', bytes: null },
    ]),
  ])('accepts $kind', (message) => {
    const parsed = parseRealmMessage(structuredClone(message), RUN);
    expect(parsed).toMatchObject({ kind: 'ok', message });
  });

  test('tells how much a message weighs', () => {
    const small = parseRealmMessage({ ...envelope, kind: 'alive' }, RUN);
    const large = parseRealmMessage(
      consoleMessage([{ kind: 'string', text: 'x'.repeat(5000), omitted: 0 }]),
      RUN,
    );
    if (small.kind !== 'ok' || large.kind !== 'ok') throw new Error('both are right');
    expect(small.bytes).toBeLessThan(200);
    expect(large.bytes).toBeGreaterThan(10_000);
  });

  test.each<[string, unknown, string]>([
    [
      'nothing',
      undefined,
      'kind: found undefined, expected one of started, alive, console, memory, trace, error, settled, net, serve',
    ],
    [
      'a string',
      'passed',
      'kind: found undefined, expected one of started, alive, console, memory, trace, error, settled, net, serve',
    ],
    [
      'a forged verdict',
      { ...envelope, kind: 'passed' },
      'kind: found "passed", expected one of started, alive, console, memory, trace, error, settled, net, serve',
    ],
    [
      'a key of Object.prototype as kind',
      { ...envelope, kind: 'toString' },
      'kind: found "toString", expected one of started, alive, console, memory, trace, error, settled, net, serve',
    ],
    ['another version', { ...envelope, v: 2, kind: 'alive' }, 'alive.v: found 2, expected 1'],
    [
      'another run',
      { ...envelope, runId: 'run-0', kind: 'alive' },
      'runId: found "run-0", expected "run-1"',
    ],
    [
      'no run',
      { v: 1, kind: 'alive' },
      'alive.runId: found undefined, expected a string of at most 100 units',
    ],
    [
      'a key too many',
      { ...envelope, kind: 'alive', extra: 1 },
      'alive: found "extra", expected no key but v, runId, kind',
    ],
    [
      'a missing part',
      { ...envelope, kind: 'settled', outcome: 'finished', error: null, line: null },
      'settled.durationMs: found undefined, expected a number from 0 to 9007199254740991',
    ],
    [
      'a number that is none',
      {
        ...envelope,
        kind: 'settled',
        outcome: 'finished',
        error: null,
        line: null,
        durationMs: NaN,
      },
      'settled.durationMs: found NaN, expected a number from 0 to 9007199254740991',
    ],
    [
      'a probe’s verdict of its own',
      settledWith([{ ...probe({ kind: 'unsettled' }), outcome: { kind: 'passed' } }]),
      'settled.probes[0].outcome.kind: found "passed", expected one of returned, threw, no-function, unsettled',
    ],
    [
      'a probe beyond what is held',
      settledWith([{ ...probe({ kind: 'unsettled' }), to: { ...MARK, buffers: 1000 } }]),
      'settled.probes[0].to.buffers: found 1000, expected a number from 0 to 63',
    ],
    [
      'more probes than may be sent',
      settledWith(Array.from({ length: 513 }, () => probe({ kind: 'unsettled' }))),
      'settled.probes: found a list of 513, expected a list of at most 512',
    ],
    [
      'a list that is an object',
      { ...envelope, kind: 'console', entries: { length: 1 }, omitted: 0 },
      'console.entries: found an object, expected a list of at most 2000',
    ],
    [
      'too many entries',
      { ...envelope, kind: 'console', entries: Array(2001).fill(entry([])), omitted: 0 },
      'console.entries: found a list of 2001, expected a list of at most 2000',
    ],
    [
      'a preview of no kind',
      consoleMessage([{ kind: 'html', text: '<b>' } as never]),
      'console.entries[0].values[0].kind: found "html", expected one of primitive, string, function, object, list, accessor, proxy, circular, elided, error, typed-array, data-view, array-buffer, blob',
    ],
    [
      'a text that is too long',
      consoleMessage([{ kind: 'string', text: 'x'.repeat(10_001), omitted: 0 }]),
      'console.entries[0].values[0].text: found a string of 10001 units, expected a string of at most 10000 units',
    ],
    [
      'bytes that are no bytes',
      consoleMessage([
        { kind: 'blob', file: null, size: 1, type: '', bytes: new Uint16Array(1) as never },
      ]),
      'console.entries[0].values[0].bytes: found a view of 2 bytes, expected a Uint8Array of at most 64 bytes',
    ],
    [
      'a half line',
      {
        ...envelope,
        kind: 'error',
        error: { name: 'E', message: '', line: 1.5, column: null, origin: 'throw' },
      },
      'error.error.line: found 1.5, expected a whole number',
    ],
    [
      'bytes that do not fit their buffer',
      memoryMessage({ ...memory, buffers: [{ ...memory.buffers[0], byteLength: 3 }] }),
      'memory.memory.buffers[0].bytes: found a view of 2 bytes, expected 3 bytes',
    ],
    [
      'a view of a buffer that is not there',
      memoryMessage({ ...memory, buffers: [] }),
      'memory.memory.views[0].bufferId: found 0, expected the id of a buffer here',
    ],
    [
      'a call through a view that is not there',
      memoryMessage({ ...memory, views: [] }),
      'memory.memory.calls[0].viewId: found 0, expected the id of a view here',
    ],
    [
      'too many buffers',
      memoryMessage({ ...memory, buffers: Array(17).fill(memory.buffers[0]) }),
      'memory.memory.buffers: found a list of 17, expected a list of at most 16',
    ],
  ])('refuses %s and says why', (_name, value, reason) => {
    expect(reasonOf(value)).toBe(reason);
  });

  test('refuses what is nested too deep or too heavy, before looking at it', () => {
    let deep: Preview = { kind: 'proxy' };
    for (let i = 0; i < 5000; i++)
      deep = { kind: 'list', name: 'Array', length: 1, items: [deep], omitted: 0 };
    const reason = 'a message of more than 33554432 bytes, or nested too deep';
    expect(reasonOf(consoleMessage([deep]))).toBe(reason);
    const heavy = { ...envelope, kind: 'alive', extra: 'x'.repeat(20_000_000) };
    expect(reasonOf(heavy)).toBe(reason);
  });
});
