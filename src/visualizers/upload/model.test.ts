import { describe, expect, it } from 'vitest';
import {
  Conversation,
  goodUpload,
  longUpload,
  resumedUpload,
  twoUploads,
} from '../../core/trace/net-log.fixture';
import type { NetLog } from '../../core/trace/net-log';
import { EVERYTHING } from '../messages/moment';
import { groupChunks, MAX_GROUPS, planUploads, rulerTicks, uploadsAt } from './model';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED } from '../../core/trace/rows';
import { EMPTY_TRACE } from '../../core/trace/trace';
import { blobReads, readsOf } from './blob-reads';

const at = (log: NetLog, step: number) => uploadsAt(planUploads(log), step);
const stepOf = (log: NetLog, id: number) => log.messages[id]?.step ?? 0;
const states = (log: NetLog, step: number, file = 0) =>
  at(log, step)[file]?.chunks.map(({ range, state }) => `${range.start} ${state}`);

describe('a good upload of 250,000 bytes by 102,400', () => {
  const log = goodUpload();

  it('is three chunks, the same at every step', () => {
    for (const step of [0, stepOf(log, 4), EVERYTHING])
      expect(at(log, step)[0]?.chunks.map(({ range }) => [range.start, range.end])).toEqual([
        [0, 102_400],
        [102_400, 204_800],
        [204_800, 250_000],
      ]);
  });

  it('has nothing in any lane before the first chunk is sent', () => {
    expect(states(log, stepOf(log, 3))).toEqual(['0 unsent', '102400 unsent', '204800 unsent']);
    expect(at(log, stepOf(log, 3))[0]).toMatchObject({ size: 250_000, sentBytes: 0 });
  });

  it('has a chunk in flight until its acknowledgement is heard', () => {
    const sent = at(log, stepOf(log, 6))[0];
    expect(sent?.lanes).toEqual({
      read: [{ start: 0, end: 204_800 }],
      inFlight: [{ start: 102_400, end: 204_800 }],
      acknowledged: [{ start: 0, end: 102_400 }],
      saved: [],
    });
    expect(states(log, stepOf(log, 7))).toEqual([
      '0 acknowledged',
      '102400 acknowledged',
      '204800 unsent',
    ]);
  });

  it('has everything in the lanes that last at the end', () => {
    expect(at(log, EVERYTHING)[0]).toMatchObject({
      name: 'photo.bin',
      lanes: { inFlight: [], saved: [{ start: 0, end: 250_000 }] },
      sentBytes: 250_000,
      acknowledgedBytes: 250_000,
      savedBytes: 250_000,
    });
    expect(states(log, EVERYTHING)?.every((each) => each.endsWith(' saved'))).toBe(true);
  });

  it('ties a chunk to its message, its acknowledgement, and what says that it is saved', () => {
    const [, second] = at(log, EVERYTHING)[0]?.chunks ?? [];
    expect(second?.messages.map((id) => log.messages[id]?.brief)).toEqual([
      "{id: 'u1', offset: 102400}, Uint8Array(102400)",
      "{kind: 'ack', next: 204800, saved: 204800}",
      "{kind: 'saved', id: 'u1', size: 250000}",
    ]);
  });
});

it('a file that the lab sends is no upload', () => {
  const talk = new Conversation();
  const get = talk.tell({ what: 'event', name: 'get' });
  const size = 141_251;
  const name = 'film.webm';
  talk.hear({
    ...{ what: 'answer', name: 'get', answers: get },
    part: { says: 'sent', file: name, name, size, start: 0, end: size },
  });
  expect(at(talk.log(), EVERYTHING)).toEqual([]);
});

describe('an upload that lost its connection and came back', () => {
  const log = resumedUpload();
  const lost = log.messages.find(({ fate }) => fate === 'lost')?.id ?? -1;
  const close = log.messages.find(({ what }) => what === 'close')?.id ?? -1;

  it('shows the chunk as lost, and what was acknowledged as it was', () => {
    expect(states(log, stepOf(log, close))).toEqual([
      '0 acknowledged',
      '102400 lost',
      '204800 unsent',
    ]);
    expect(at(log, stepOf(log, close))[0]).toMatchObject({
      sentBytes: 204_800,
      acknowledgedBytes: 102_400,
      lanes: { inFlight: [] },
      lost: [{ start: 102_400, end: 204_800 }],
    });
  });

  it('is one file, sent again from where the lab wants it', () => {
    const files = at(log, EVERYTHING);
    expect(files).toHaveLength(1);
    const [first, second] = files[0]?.chunks ?? [];
    expect([first?.sent, second?.sent]).toEqual([1, 2]);
    expect(second?.messages).toContain(lost);
    expect(files[0]?.lost).toEqual([]);
    expect(files[0]?.savedBytes).toBe(250_000);
  });

  it('counts a chunk whose answer never came as lost with the connection, though it arrived', () => {
    const talk = new Conversation();
    const part = { file: 'f', name: 'f', size: 10, says: 'sent', start: 0, end: 10 } as const;
    talk.tell({ what: 'event', name: 'chunk', byteLength: 10, part });
    expect(states(talk.log(), EVERYTHING)).toEqual(['0 inFlight']);
    talk.hear({ what: 'close', name: 'disconnect' });
    expect(states(talk.log(), EVERYTHING)).toEqual(['0 lost']);
  });

  it('takes bytes back that the lab no longer has', () => {
    const talk = new Conversation();
    const say = (says: 'acknowledged' | 'wanted', start: number, end: number) =>
      talk.hear({
        what: 'answer',
        name: 'ack',
        part: { file: 'f', name: 'f', size: 10, says, start, end },
      });
    say('acknowledged', 0, 8);
    say('wanted', 3, 10);
    expect(at(talk.log(), EVERYTHING)[0]).toMatchObject({ acknowledgedBytes: 3 });
  });
});

describe('two files at once', () => {
  it('have a ruler each, and chunks of their own', () => {
    const log = twoUploads();
    expect(at(log, EVERYTHING).map(({ name, size }) => [name, size])).toEqual([
      ['first.bin', 150_000],
      ['second.bin', 300_000],
    ]);
    expect(states(log, EVERYTHING, 0)).toEqual(['0 saved', '102400 saved']);
    expect(states(log, EVERYTHING, 1)).toEqual([
      '0 acknowledged',
      '102400 inFlight',
      '204800 inFlight',
    ]);
  });
});

it('an empty file has a ruler without bytes', () => {
  const talk = new Conversation();
  const part = { file: 'empty', name: 'empty', size: 0, says: 'saved', start: 0, end: 0 } as const;
  talk.hear({ what: 'event', name: 'saved', part });
  expect(at(talk.log(), EVERYTHING)[0]).toMatchObject({ size: 0, extent: 0, chunks: [] });
});

describe('what was read', () => {
  const read = (step: number, start: number, end: number, root: number) => ({
    step,
    range: { start, end },
    root,
  });

  it('is every read of the Blob out of which a chunk came that was sent later', () => {
    const sent = [{ range: { start: 0, end: 100 }, step: 5 }];
    const reads = [read(1, 0, 100, 7), read(2, 0, 50, 8), read(3, 0, 100, 9), read(6, 100, 150, 9)];
    expect(readsOf(sent, 150, reads, new Set([7]))).toEqual([
      read(3, 0, 100, 9),
      read(6, 100, 150, 9),
    ]);
    expect(readsOf(sent, 50, reads, new Set([7, 9]))).toEqual([read(2, 0, 50, 8)]);
    expect(readsOf(sent, 150, [read(6, 0, 100, 1)], new Set())).toEqual([]);
  });

  it('is found in a recording by its steps, with the place in the file', () => {
    const row = (kind: number, start: number, byteLength: number) => [
      packMeta(kind, RANGED, 0, NO_BUFFER, NO_VIEW),
      ...[1, start, 0, byteLength, 0, 0],
    ];
    const rows = Uint32Array.from([
      ...row(KIND.message, 0, 9),
      ...row(KIND.blobread, 102_400, 102_400),
    ]);
    const blob = { id: 4, size: 102_400, type: '', file: null, parts: null, omitted: 0 };
    const details = [
      { operation: 'Blob.arrayBuffer', source: null, blob: { ...blob, root: { id: 2, start: 0 } } },
    ];
    expect(blobReads({ ...EMPTY_TRACE, steps: 2, rows, details })).toEqual([
      read(2, 102_400, 204_800, 2),
    ]);
  });

  it('is in its lane from its own step on, before it is sent, and whether or not it ever is', () => {
    const log = goodUpload();
    const step = stepOf(log, 4) - 1;
    const plan = planUploads(log, [read(step, 0, 102_400, 1), read(step, 240_000, 250_000, 1)]);
    expect(uploadsAt(plan, step - 1)[0]?.chunks[0]?.state).toBe('unsent');
    expect(uploadsAt(plan, step)[0]?.chunks[0]?.state).toBe('read');
    expect(uploadsAt(plan, step)[0]?.lanes).toMatchObject({
      read: [
        { start: 0, end: 102_400 },
        { start: 240_000, end: 250_000 },
      ],
      inFlight: [],
    });
  });
});

it('many chunks are drawn as groups, in which none is lost', () => {
  const chunks = at(longUpload(100), EVERYTHING)[0]?.chunks ?? [];
  const groups = groupChunks(chunks);
  expect(groups.length).toBeLessThanOrEqual(MAX_GROUPS);
  expect(groups[0]).toMatchObject({ first: 1, last: 5, range: { start: 0, end: 5000 } });
  expect(groups.at(-1)).toMatchObject({ last: 100, range: { end: 100_000 } });
});

it('the ruler has round numbers between 0 and the end', () => {
  expect(rulerTicks(250_000)).toEqual([0, 50_000, 100_000, 150_000, 200_000, 250_000]);
  expect(rulerTicks(7)).toEqual([0, 2, 4, 7]);
  expect(rulerTicks(0)).toEqual([0]);
});
