/** The lab, the Worker and the listener that a probe may be given, and the rules on what they noted. */
import { describe as inOrder, expect, test, vi } from 'vitest';
import { attemptOf, type Attempt, type Call } from '../core/exercise/attempt';
import { call, file, listener, socket, worker } from '../core/exercise/inputs';
import { blobReadsOf, noReadsBelowResume, readsBeforeFirstAck } from '../core/exercise/blob-rules';
import { inFlightAtLeast, inFlightAtMost, labSaved, neverIdle } from '../core/exercise/lab-rules';
import { reported, reportedNoMoreThanAcknowledged } from '../core/exercise/listener-rules';
import { labOf, messagesOf } from '../core/exercise/records';
import { movedAll, workerGotFile } from '../core/exercise/worker-rules';
import type { Probe } from '../core/exercise/probe';
import { recordRun } from './record';

const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

const FILE = { byteLength: 250_000, seed: 7 };
const EMPTY = { byteLength: 0, seed: 7 };

async function attempt(source: string, ...probes: readonly Probe[]): Promise<Attempt> {
  const run = await recordRun({ source, fileName: 'probed.js', goal: 'module', probes });
  const made = attemptOf(run, probes, run.lateErrors);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made;
}

async function one(source: string, probe: Probe): Promise<Call> {
  const { calls } = await attempt(source, probe);
  return calls[0] as Call;
}

const HONEST = `
async function upload(socket, file, report) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  for (let next = 0; next < file.size; ) {
    const bytes = await file.slice(next, next + 102400).arrayBuffer();
    ({ next } = await socket.emitWithAck('chunk', { id, offset: next }, bytes));
    report(next / file.size * 100);
  }
  const saved = await socket.emitWithAck('done', { id });
  return saved.kind;
}`;

describe('a lab', () => {
  test('takes an upload, and notes every message with what it had by then', async () => {
    const made = await one(
      HONEST,
      call('upload', socket(FILE), file('photo.bin', FILE), listener('report')),
    );
    expect(made.result.outcome).toMatchObject({ value: { kind: 'string', text: 'saved' } });
    expect(
      labOf(made).messages.map(({ event, next, inFlight }) => `${event} ${next} ${inFlight}`),
    ).toEqual([
      'connect 0 0',
      'start 0 0',
      'ready 0 0',
      'chunk 102400 1',
      'ack 102400 0',
      'chunk 204800 1',
      'ack 204800 0',
      'chunk 250000 1',
      'ack 250000 0',
      'done 250000 0',
      'saved 250000 0',
    ]);
    expect(blobReadsOf(made).map(({ start, end, line }) => [start, end, line])).toEqual([
      [0, 102400, 5],
      [102400, 204800, 5],
      [204800, 250000, 5],
    ]);
    expect(labSaved()(made)).toBeNull();
    expect(reported(2, () => [40.96, 81.92, 100])(made)).toBeNull();
    expect(reportedNoMoreThanAcknowledged(2)(made)).toBeNull();
  });

  test('takes an empty file', async () => {
    const made = await one(
      HONEST,
      call('upload', socket(EMPTY), file('empty', EMPTY), listener('report')),
    );
    expect(labSaved()(made)).toBeNull();
    expect(reported(2, () => [100])(made)?.problem).toMatchObject({
      expected: '100.00',
      found: null,
    });
  });

  test('refuses a gap, a duplicate and an overrun as the room does', async () => {
    const made = await one(
      `async function upload(socket, file) {
        const { id } = await socket.emitWithAck('start', { name: 'a', size: file.size });
        const bytes = await file.slice(0, 1000).arrayBuffer();
        const send = (offset, what = bytes) => socket.emitWithAck('chunk', { id, offset }, what);
        const answers = [await send(5), await send(0), await send(0), await send(1000, await file.arrayBuffer())];
        answers.push(await socket.emitWithAck('done', { id }));
        return answers.map(({ kind, code, next }) => kind + ' ' + code + ' ' + next);
      }`,
      call('upload', socket(FILE), file('photo.bin', FILE)),
    );
    expect(made.result.outcome).toMatchObject({
      value: {
        items: [
          { text: 'refused gap 0' },
          { text: 'ack undefined 1000' },
          { text: 'refused duplicate 1000' },
          { text: 'refused overrun 1000' },
          { text: 'refused incomplete 1000' },
        ],
      },
    });
    expect(labSaved()(made)?.problem).toMatchObject({ kind: 'lab', has: 1000, refusal: 'gap' });
  });

  test('counts what is in flight, and what was read before its first acknowledgement', async () => {
    const source = `
    async function upload(socket, file) {
      const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
      const starts = [];
      for (let at = 0; at < file.size; at += 102400) starts.push(at);
      const parts = await Promise.all(starts.map((at) => file.slice(at, at + 102400).arrayBuffer()));
      await Promise.all(parts.map((bytes, i) => socket.emitWithAck('chunk', { id, offset: starts[i] }, bytes)));
      await socket.emitWithAck('done', { id });
    }`;
    const made = await one(
      source,
      call('upload', socket(FILE, { holds: 2 }), file('photo.bin', FILE)),
    );
    expect(labSaved()(made)).toBeNull();
    expect(inFlightAtMost(2)(made)?.problem).toEqual({
      kind: 'in-flight',
      found: 3,
      most: 2,
      least: null,
    });
    expect(readsBeforeFirstAck(2)(made)?.problem).toEqual({
      kind: 'early-reads',
      found: 3,
      most: 2,
    });
  });

  test('waits for a second chunk, and notes when none came', async () => {
    const made = await one(
      HONEST,
      call('upload', socket(FILE, { holds: 2 }), file('photo.bin', FILE), listener('report')),
    );
    expect(labSaved()(made)).toBeNull();
    expect(inFlightAtLeast(2)(made)?.problem).toMatchObject({ found: 1, least: 2 });
    expect(neverIdle()(made)?.problem).toEqual({ kind: 'idle', after: 102_400 });
  });

  test.each([
    ['was lost with the chunk', false, 204_800],
    ['stored the chunk and was lost', true, 250_000],
  ])('that %s is reached again, and says where to go on', async (_, stored, next) => {
    const source = `
    async function upload(socket, file) {
      const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
      let next = 0;
      for (;;) {
        try {
          ({ next } = await socket.emitWithAck('start', { name: file.name, size: file.size, resume: id }));
          while (next < file.size) {
            const bytes = await file.slice(next, next + 102400).arrayBuffer();
            ({ next } = await socket.emitWithAck('chunk', { id, offset: next }, bytes));
          }
          return (await socket.emitWithAck('done', { id })).sha256;
        } catch (error) {
          console.log(error.message);
        }
      }
    }`;
    const made = await one(
      source,
      call('upload', socket(FILE, { diesAt: { chunk: 2, stored } }), file('photo.bin', FILE)),
    );
    expect(made.result.outcome).toMatchObject({ kind: 'returned', value: { kind: 'string' } });
    expect(labSaved()(made)).toBeNull();
    expect(messagesOf(made, 'ready').map((message) => message.next)).toEqual([0, 0, next]);
    expect(noReadsBelowResume()(made)).toBeNull();
  });
});

test('a lab that is asked for ever falls silent, and the call is over', async () => {
  const made = await one(
    `async function upload(socket) {
      for (;;) await socket.emitWithAck('chunk', { id: 'none', offset: 0 }, new ArrayBuffer(1));
    }`,
    call('upload', socket(FILE)),
  );
  expect(made.result.outcome).toEqual({ kind: 'unsettled' });
  expect(labOf(made).messages).toHaveLength(300);
});

describe('a Worker', () => {
  const source = (list: string) => `
  async function hand(worker, file) {
    for (let offset = 0; offset < file.size; offset += 102400) {
      const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
      worker.postMessage({ offset, bytes }${list});
    }
  }`;
  const probe = call('hand', worker(FILE), file('photo.bin', FILE));

  test('gets every part, copied or moved', async () => {
    const moved = await one(source(', [bytes]'), probe);
    expect(workerGotFile(0)(moved)).toBeNull();
    expect(movedAll()(moved)).toBeNull();
    const copied = await one(source(''), probe);
    expect(workerGotFile(0)(copied)).toBeNull();
    expect(movedAll()(copied)?.problem).toEqual({ kind: 'not-moved', posted: 250_000, moved: 0 });
  });

  test('knows a buffer without a name that is moved', async () => {
    const made = await one(
      `async function hand(worker, file) {
        for (let offset = 0; offset < file.size; offset += 102400) {
          const part = { offset, bytes: await file.slice(offset, offset + 102400).arrayBuffer() };
          worker.postMessage(part, { transfer: [part.bytes] });
        }
      }`,
      probe,
    );
    expect(movedAll()(made)).toBeNull();
  });
});

test('a program cannot put its own in place of what labs, Workers and listeners stand on', async () => {
  const spoilt = `
  const Bytes = Uint8Array;
  Array.prototype[Symbol.iterator] = null; Array.prototype.push = null; File = Map; Uint8Array = Map; Promise = Map;
  Object.prototype.records = []; Object.prototype.offset = 0; setTimeout = () => {}; Math.imul = () => 0;
  MessagePort.prototype.postMessage = () => {};
  async function upload(socket, file, report, worker) {
    const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
    report(file.size);
    const { next } = await socket.emitWithAck('chunk', { id, offset: 0 }, new Bytes(file.size));
    report(next);
    await socket.emitWithAck('done', { id });
  }`;
  const small = { byteLength: 100, seed: 3 };
  const made = await one(
    spoilt,
    call('upload', socket(small), file('a', small), listener('report'), worker(small)),
  );
  expect(reported(2, () => [100, 100])(made)).toBeNull();
  expect(labSaved()(made)?.problem).toMatchObject({ has: 100, isDone: true, differsAt: 0 });
  expect(workerGotFile(3)(made)?.problem).toMatchObject({ kind: 'lab', has: 0 });
});
