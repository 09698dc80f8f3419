import { beforeEach, expect, test } from 'vitest';
import type { MemoryMessage } from '../core/protocol/messages';
import { MemoryReporter } from './memory-reporter';
import type { Outbox } from './outbox';
import { Recorder } from './recorder/recorder';

let told: Omit<MemoryMessage, 'v' | 'runId'>[];
let recorder: Recorder;
let reporter: MemoryReporter;
let bytes: Uint8Array;

beforeEach(() => {
  told = [];
  recorder = new Recorder();
  recorder.begin({ maxSteps: 1000, recordFrom: 0, send: () => undefined, onTask: () => undefined });
  bytes = new Uint8Array(1024 * 1024);
  recorder.made(bytes, 1, 'bytes', true);
  const outbox = { send: (message: (typeof told)[number]) => told.push(message) };
  reporter = new MemoryReporter(recorder, outbox as unknown as Outbox);
  reporter.report();
});

/** A step that leaves memory alone. */
const step = () => {
  recorder.hook.s = 1;
  recorder.elsewhere('url', 'createObjectURL', 5);
};

test('memory goes along when it has changed, and only the news of steps when it has not', () => {
  reporter.reportChanges();
  expect(told).toHaveLength(1);
  step();
  reporter.reportChanges();
  expect(told[1]?.memory).toBeNull();
  bytes[3] = 7;
  reporter.reportChanges();
  expect(told[2]?.memory?.buffers[0]?.bytes[3]).toBe(7);
  reporter.reportChanges();
  expect(told).toHaveLength(3);
});

test('a program whose memory has weighed too much goes on telling its steps', () => {
  for (let i = 0; told.at(-1)?.memory !== null && i < 100; i++) {
    bytes[0] = i + 1;
    step();
    reporter.reportChanges();
  }
  const before = told.length;
  expect(before).toBeLessThan(20);
  step();
  reporter.reportChanges();
  expect(told.slice(before)).toEqual([expect.objectContaining({ memory: null })]);
});
