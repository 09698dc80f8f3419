import { expect, test } from 'vitest';
import { appendConsole } from './append-console';
import type { ConsoleEntry } from './console-entry';

const said = (text: string, count = 1, line = 1): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values: [{ kind: 'string', text, omitted: 0 }],
  depth: 0,
  line,
  count,
  step: 0,
  lastStep: 0,
  stack: [],
});

test('an equal entry in the next batch raises the count, and the first list is left as it was', () => {
  const first = [said('a'), said('b')];
  const joined = appendConsole(first, [said('b', 3), said('a')]);
  expect(joined.map((entry) => entry.count)).toEqual([1, 4, 1]);
  expect(first[1]?.count).toBe(1);
});

test('entries from another line, level or group are not the same', () => {
  const other = [
    said('a', 1, 2),
    { ...said('a'), level: 'warn' as const },
    { ...said('a'), depth: 1 },
  ];
  for (const entry of other) expect(appendConsole([said('a')], [entry])).toHaveLength(2);
});

test('tables, groups and traces are never folded', () => {
  const table = { ...said('a'), kind: 'table' as const };
  expect(appendConsole([table], [table])).toHaveLength(2);
  const trace = { ...said('a'), stack: [{ name: 'f', line: 1 }] };
  expect(appendConsole([trace], [trace])).toHaveLength(2);
});

test('values are compared to their bytes', () => {
  const bytes = (...list: number[]): ConsoleEntry => ({
    ...said('x'),
    values: [{ kind: 'blob', file: null, size: 2, type: '', bytes: Uint8Array.from(list) }],
  });
  expect(appendConsole([bytes(1, 2)], [bytes(1, 2)])).toHaveLength(1);
  expect(appendConsole([bytes(1, 2)], [bytes(1, 3)])).toHaveLength(2);
});
