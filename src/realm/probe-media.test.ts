/** The MediaSource of exercises: as the real one, and as its behaviour says. */
import { expect, test } from 'vitest';
import { media } from '../core/exercise/inputs';
import type { MediaBehaviour, MediaPart } from '../core/exercise/media';
import { ProbeMedia } from './probe-media';
import { LOG, operations } from './probe-media.fixture';
import type { Recorder } from './recorder/recorder';

const recorder = {
  log: { steps: 0 },
  blobs: { addressed: () => ({ id: 7, blobId: null }) },
} as unknown as Recorder;
const errors = {
  report: (value: unknown) => ({
    name: (value as Error).name,
    message: '',
    line: 3,
    column: null,
    origin: 'throw' as const,
  }),
  isSignal: () => false,
};

function made(told: Partial<MediaBehaviour>): ProbeMedia {
  const { source } = media(told);
  if (source.kind !== 'media') throw new TypeError('media() makes media.');
  return new ProbeMedia(source.media, errors, recorder);
}
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a part is is known at the call
const part = <T>(of: ProbeMedia, name: MediaPart): T => of.part(name) as T;
const eventsOf = (of: ProbeMedia) => of.record().notes.map(({ event }) => event);
const quiet = (of: ProbeMedia) => new Promise<void>((resolve) => of.whenQuiet(resolve));

test('it does what a browser’s does, in the same order', async () => {
  const played = made({ garbage: { chunk: 3, isNoticed: true } });
  const parts = part<Uint8Array<ArrayBuffer>[]>(played, 'chunks');
  const log = await operations({
    ms: part(played, 'source'),
    video: part(played, 'video'),
    open: () => played.begin(),
    parts,
    garbage: parts[3] as Uint8Array<ArrayBuffer>,
  });
  expect(log).toEqual(LOG);
});

interface Stream {
  on(event: string, listener: (value?: unknown) => void): Stream;
}

/** Appends the chunks of a stream as the post does, and gives the errors that its listeners let out. */
async function postPlayer(told: Partial<MediaBehaviour>) {
  const played = made(told);
  const ms = part<MediaSource>(played, 'source');
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    part<Stream>(played, 'stream')
      .on('data', (chunk) => sb.appendBuffer(chunk as BufferSource))
      .on('end', () => ms.endOfStream());
  });
  played.begin();
  await quiet(played);
  return played.record().notes.filter(({ event }) => event === 'uncaught');
}

test('the post’s player works while chunks are slow, and fails on all at once', async () => {
  expect(await postPlayer({ pace: 'slow' })).toEqual([]);
  const failed = await postPlayer({ pace: 'burst' });
  expect(failed.map(({ text }) => text)).toEqual(['data', 'data', 'data', 'data', 'end']);
  expect(failed[0]).toMatchObject({ error: 'InvalidStateError', line: 3, updating: true });
});

test('garbage that is not noticed is taken, and nothing is buffered', async () => {
  const played = made({ garbage: { chunk: 0, isNoticed: false } });
  const ms = part<MediaSource>(played, 'source');
  let ranges = -1;
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const [first] = part<Uint8Array<ArrayBuffer>[]>(played, 'chunks');
    sb.appendBuffer(first as Uint8Array<ArrayBuffer>);
    sb.onupdateend = () => {
      ranges = sb.buffered.length;
      ms.endOfStream();
    };
  });
  played.begin();
  await quiet(played);
  expect(ranges).toBe(0);
  expect(eventsOf(played)).toEqual([
    'sourceopen',
    'addSourceBuffer',
    'appendBuffer',
    'updatestart',
    'update',
    'updateend',
    'endOfStream',
    'sourceended',
  ]);
});

test('a full SourceBuffer takes nothing until something is removed', async () => {
  const played = made({ quotaBytes: 2500 });
  const ms = part<MediaSource>(played, 'source');
  const chunks = part<Uint8Array<ArrayBuffer>[]>(played, 'chunks');
  const said: string[] = [];
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    sb.addEventListener('updateend', () => {
      const [chunk] = chunks;
      if (chunk === undefined) return;
      try {
        sb.appendBuffer(chunk);
        chunks.shift();
      } catch (error) {
        said.push((error as Error).name);
        sb.remove(sb.buffered.start(0), sb.buffered.start(0) + 0.8);
      }
    });
    sb.appendBuffer(chunks.shift() as Uint8Array<ArrayBuffer>);
  });
  played.begin();
  await quiet(played);
  expect(said).toEqual(['QuotaExceededError', 'QuotaExceededError', 'QuotaExceededError']);
  expect(chunks).toHaveLength(0);
  const appended = played
    .record()
    .notes.filter(({ event, error }) => event === 'appendBuffer' && error === null);
  expect(appended.map(({ offset, same }) => [offset, same])).toEqual([
    [0, true],
    [1000, true],
    [2000, true],
    [3000, true],
    [4000, true],
  ]);
});

test('who goes on for ever is not heard for ever', async () => {
  const played = made({});
  const ms = part<MediaSource>(played, 'source');
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    sb.onupdateend = () => sb.appendBuffer(new Uint8Array(1));
    sb.appendBuffer(new Uint8Array(1));
  });
  played.begin();
  await quiet(played);
  expect(played.record().notes).toHaveLength(300);
});

test('a listener that is added while a chunk is told hears of the next', async () => {
  const played = made({});
  let heard = 0;
  const stream = part<Stream>(played, 'stream');
  const listener = (): void => {
    heard++;
    if (heard < 20) stream.on('data', listener);
  };
  stream.on('data', listener);
  played.begin();
  await quiet(played);
  // Five chunks, and twice as many listeners at each.
  expect(heard).toBe(1 + 2 + 4 + 8 + 16);
});
