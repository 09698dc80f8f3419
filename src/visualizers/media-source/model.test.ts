import { describe, expect, test } from 'vitest';
import type { NetLog, NetMessage } from '../../core/trace/net-log';
import { appendedBytes } from '../../core/trace/playback-steps';
import { EVERYTHING } from '../messages/moment';
import { hasMediaSource } from './has-media-source';
import {
  lastPlaybackStep,
  logicPath,
  logicTrace,
  outOfOrder,
  planPlayback,
  sceneAt,
  sourceAt,
  type PlaybackScene,
} from './model';
import { RecordedPlayer } from './playback.fixture';

function at(
  player: RecordedPlayer,
  step: number = EVERYTHING,
  log: NetLog | null = null,
): PlaybackScene {
  const scene = sceneAt(planPlayback(player.trace(), log), step, 1);
  if (scene === null) throw new Error(`Nothing at step ${step}`);
  return scene;
}
const appendsAt = (scene: PlaybackScene) =>
  scene.buffers[0]?.appends.map(({ name, state }) => `${name.number} ${state}`);

/** Chunks of one file of 100 bytes each, `place` from 1, heard at a step; null: still on its way. */
function chunks(list: readonly (readonly [place: number, step: number | null])[]): NetLog {
  const messages = list.map(([place, step], id): NetMessage => {
    const start = (place - 1) * 100;
    return {
      ...{
        id,
        from: 'lab',
        what: 'event',
        room: '/stream',
        name: 'chunk',
        answers: null,
        brief: '',
      },
      byteLength: 100,
      part: { file: 'f', name: 'clip.webm', size: 700, says: 'sent', start, end: start + 100 },
      step,
      sentAt: step ?? 1,
      arrivedAt: step,
      fate: step === null ? 'on its way' : 'arrived',
    };
  });
  return { lab: 'page', messages, omitted: 0 };
}

describe('appends', () => {
  test('a good one is going on from its call to its updateend, and adds what was not buffered before', () => {
    const player = new RecordedPlayer().open().append(100, 0, 1).append(80, 1, 2);
    const whole = at(player);
    expect(appendsAt(whole)).toEqual(['1 appended', '2 appended']);
    expect(whole.buffers[0]?.appends.map(({ times }) => times)).toEqual([
      [{ start: 0, end: 1 }],
      [{ start: 1, end: 2 }],
    ]);
    // new, sourceopen, addSourceBuffer, then call, updatestart, update, updateend.
    expect(appendsAt(at(player, 3))).toEqual([]);
    expect(appendsAt(at(player, 4))).toEqual(['1 appending']);
    expect(appendsAt(at(player, 6))).toEqual(['1 appending']);
    expect(appendsAt(at(player, 7))).toEqual(['1 appended']);
    expect(at(player, 8).buffers[0]).toMatchObject({
      state: { updating: true, buffered: [{ start: 0, end: 1 }] },
      // What it will bring is known from the rest of the run.
      appends: [{}, { state: 'appending', times: [{ start: 1, end: 2 }], line: 11, step: 8 }],
    });
  });

  test.each([
    ['error', 'failed'],
    ['abort', 'aborted'],
  ] as const)('one that ends in %s is %s, and adds nothing', (event, state) => {
    const player = new RecordedPlayer().open().begin(100).finish(null, event);
    expect(at(player).buffers[0]?.appends).toMatchObject([{ state, times: [] }]);
  });

  test('a call while another is going on threw, and the first one ends all the same', () => {
    const player = new RecordedPlayer().open().begin(100).threw(90, 'InvalidStateError');
    expect(appendsAt(at(player))).toEqual(['1 appending', '2 threw']);
    player.finish({ start: 0, end: 1 });
    expect(appendsAt(at(player))).toEqual(['1 appended', '2 threw']);
    expect(at(player).buffers[0]?.appends[1]).toMatchObject({
      error: { name: 'InvalidStateError' },
      line: 12,
    });
  });

  test('of what was removed nothing is left on the bar', () => {
    const player = new RecordedPlayer().open().append(100, 0, 2).append(100, 2, 4).remove(1, 3);
    const [buffer] = at(player).buffers;
    expect(buffer?.gaps).toEqual([{ start: 1, end: 3 }]);
    expect(buffer?.appends.map(({ times }) => times)).toEqual([
      [{ start: 0, end: 1 }],
      [{ start: 3, end: 4 }],
    ]);
    expect(
      at(player)
        .events.map(({ operation }) => operation)
        .slice(-4),
    ).toEqual(['remove', 'updatestart', 'update', 'updateend']);
  });

  test('the bytes of one are those that were given', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const trace = new RecordedPlayer().open().begin(3, bytes).finish(null).trace();
    expect(appendedBytes(trace, 4)).toEqual(bytes);
    expect(appendedBytes(trace, 5)).toBeNull();
  });
});

describe('states', () => {
  test('closed, open, ended, and open again after an append', () => {
    const player = new RecordedPlayer().open().append(100, 0, 1).end().reopen();
    const states = Array.from(
      { length: player.steps },
      (_, i) => at(player, i + 1).source.readyState,
    );
    expect(states).toEqual(['closed', ...Array<string>(6).fill('open'), 'ended', 'ended', 'open']);
    expect(at(player, 9).source.duration).toBe(1);
  });

  test('mode and offset are those of the step', () => {
    const player = new RecordedPlayer()
      .open()
      .set('mode', { mode: 'sequence' })
      .append(100, 0, 1)
      .set('timestampOffset', { timestampOffset: 1 });
    expect(at(player, 3).buffers[0]?.state.mode).toBe('segments');
    expect(at(player).buffers[0]?.state).toMatchObject({ mode: 'sequence', timestampOffset: 1 });
  });

  test('before there is a MediaSource there is no scene, and a run without one asks for none', () => {
    const player = new RecordedPlayer().open();
    const plan = planPlayback(player.trace(), null);
    expect(sceneAt(plan, 0, 1)).toBeNull();
    expect(sourceAt(plan, 0)).toBe(1);
    expect(lastPlaybackStep(plan, 2)).toBe(2);
    expect(hasMediaSource(player.trace())).toBe(true);
    expect(hasMediaSource(new RecordedPlayer().trace())).toBe(false);
  });
});

describe('the queue', () => {
  test('a chunk waits from its arrival to its append, and is called by its place in the file', () => {
    const player = new RecordedPlayer().open();
    // Chunk 2 is heard before chunk 1; both before anything is appended.
    const log = chunks([
      [2, 3],
      [1, 3],
      [3, null],
    ]);
    player.append(100, 1, 2).append(100, 0, 1);
    const scene = at(player, 3, log);
    expect(scene.waiting.map(({ chunk, times }) => [chunk, times])).toEqual([
      [2, [{ start: 1, end: 2 }]],
      [1, [{ start: 0, end: 1 }]],
    ]);
    const later = at(player, 7, log);
    expect(appendsAt(later)).toEqual(['2 appended']);
    expect(later.waiting.map(({ chunk }) => chunk)).toEqual([1]);
    expect(later.buffers[0]?.gaps).toEqual([{ start: 0, end: 1 }]);
    const end = at(player, EVERYTHING, log);
    expect(end.waiting).toEqual([]);
    expect(end.inFlight).toEqual({ messages: [2], bytes: 100 });
    const [buffer] = end.buffers;
    expect(buffer && outOfOrder(buffer)).toEqual({ early: 2, late: 1 });
  });

  test('chunks of a body are counted by their order; what the program puts together first waits nowhere', () => {
    const body = (id: number, step: number, byteLength: number, request: number): NetMessage => ({
      ...{
        id,
        from: 'lab',
        what: 'body',
        room: null,
        name: '/media/x',
        answers: request,
        brief: '',
      },
      ...{ byteLength, part: null, step, sentAt: id, arrivedAt: id, fate: 'arrived' },
    });
    const messages = [body(0, 1, 30, 7), body(1, 1, 30, 7), body(2, 2, 100, 8), body(3, 3, 90, 8)];
    const log: NetLog = { lab: 'page', messages, omitted: 0 };
    const scene = at(new RecordedPlayer().open().append(100, 0, 1), EVERYTHING, log);
    expect(scene.buffers[0]?.appends[0]?.name).toEqual({ by: 'chunk', number: 1 });
    expect(scene.waiting.map(({ chunk }) => chunk)).toEqual([2]);
  });

  test('bytes that threw are appended again: the chunk is the same', () => {
    const player = new RecordedPlayer().open().threw(100, 'InvalidStateError').append(100, 0, 1);
    const scene = at(player, EVERYTHING, chunks([[4, 2]]));
    expect(appendsAt(scene)).toEqual(['1 threw', '1 appended']);
    expect(scene.buffers[0]?.appends[0]?.name.by).toBe('chunk');
  });
});

describe('a stall', () => {
  const playing = () =>
    new RecordedPlayer().open().append(100, 0, 1).plays('playing', 0).plays('waiting', 0.98);

  test('nothing is on its way', () => {
    expect(at(playing()).stall).toEqual({ at: 0.98, place: 'end', because: { kind: 'nothing' } });
  });

  test('where nothing is buffered at all, before the first chunk', () => {
    const player = new RecordedPlayer().open().plays('waiting', 0);
    expect(at(player).stall).toMatchObject({ at: 0, place: 'none' });
  });

  test('the next chunk is on its way', () => {
    const log = chunks([
      [1, 3],
      [2, null],
    ]);
    expect(at(playing(), EVERYTHING, log).stall?.because).toEqual({
      kind: 'in flight',
      inFlight: { messages: [1], bytes: 100 },
    });
  });

  test('it is here, and the program has not appended it', () => {
    const log = chunks([
      [1, 3],
      [2, 8],
    ]);
    expect(at(playing(), EVERYTHING, log).stall?.because).toEqual({ kind: 'queued', chunks: 1 });
  });

  test('it is lost', () => {
    const log = chunks([
      [1, 3],
      [2, null],
    ]);
    const messages = log.messages.map((m) => (m.id === 1 ? { ...m, fate: 'lost' as const } : m));
    expect(at(playing(), EVERYTHING, { ...log, messages }).stall?.because).toEqual({
      kind: 'lost',
      messages: [1],
    });
  });

  test('a request has not been answered to its end', () => {
    const said = (id: number, words: Partial<NetMessage>): NetMessage => ({
      ...{ id, from: 'lab', what: 'body', room: null, name: '/media/x', answers: 0, brief: '' },
      ...{ byteLength: 0, part: null, step: 3, sentAt: id, arrivedAt: id, fate: 'arrived' },
      ...words,
    });
    const request = said(0, { from: 'client', what: 'request', answers: null });
    const log = (...messages: NetMessage[]): NetLog => ({ lab: 'page', messages, omitted: 0 });
    expect(at(playing(), EVERYTHING, log(request)).stall?.because).toEqual({
      kind: 'asked',
      message: 0,
    });
    const end = said(1, {});
    expect(at(playing(), EVERYTHING, log(request, end)).stall?.because.kind).toBe('nothing');
  });

  test('it is being appended; the one after a gap came first; the last one failed', () => {
    expect(at(playing().begin(70)).stall?.because).toEqual({
      kind: 'appending',
      name: { by: 'append', number: 2 },
    });
    expect(at(playing().append(70, 2, 3)).stall?.because).toEqual({
      kind: 'gap',
      until: 2,
      inFlight: null,
    });
    expect(at(playing().begin(70).finish(null, 'error')).stall?.because).toEqual({
      kind: 'failed',
      name: { by: 'append', number: 2 },
    });
  });

  test('it is over when playing goes on, and there is none before anything played', () => {
    expect(at(playing().append(100, 1, 2).plays('playing', 0.98)).stall).toBeNull();
    expect(at(new RecordedPlayer().open()).stall).toBeNull();
  });
});

test('what threw because the same bytes were being appended is the same chunk', () => {
  const player = new RecordedPlayer().open().begin(100).threw(100, 'InvalidStateError');
  expect(appendsAt(at(player, EVERYTHING, chunks([[1, 2]])))).toEqual(['1 appending', '1 threw']);
});

test('a long time after the last append the line is still to be seen', () => {
  const player = new RecordedPlayer().open().append(100, 0, 1).pass(60_000).plays('ended', 1);
  const [buffer] = at(player).buffers;
  expect(buffer && logicTrace(buffer, 60_010)).toMatchObject({ from: 0, to: 10 });
});

test('the logic trace rises with each append and falls with its end', () => {
  const player = new RecordedPlayer().open().append(100, 0, 1).append(100, 1, 2).begin(100);
  const [buffer] = at(player).buffers;
  if (!buffer) throw new Error('no buffer');
  expect(buffer.pulses).toEqual([
    { start: 0, end: 8, step: 4 },
    { start: 10, end: 18, step: 8 },
    { start: 20, end: null, step: 12 },
  ]);
  const trace = logicTrace(buffer, 20);
  expect(logicPath({ ...trace, from: 0 }, 200, 30)).toBe(
    'M0 30H0.0V0H80.0V30H100.0V0H180.0V30H200.0V0H200',
  );
});
