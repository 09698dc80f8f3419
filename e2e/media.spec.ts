/**
 * Media in a realm's page, as a lesson's snippet has them: every clip of public/media plays there, by object URL and by
 * MediaSource, and the trace tells what happened in the order in which it did. In both engines.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { CLEAR_LINK } from '../src/core/trace/net-log';
import type { PlaybackStep } from '../src/core/trace/playback-steps';
import { startHarness, type Harness } from './support/sandbox-harness';
import type { Report } from './support/sandbox-harness-types';

const CLIPS = readdirSync(fileURLToPath(new URL('../public/media', import.meta.url))).filter(
  (name) => /\.(?:webm|mp4)$/.test(name),
);

const test = base.extend<object, { harness: Harness }>({
  harness: [
    async ({}, use) => {
      const harness = await startHarness(CLIPS);
      await use(harness);
      await harness.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function run(page: Page, harness: Harness, source: string, lingerMs = 0): Promise<Report> {
  await page.goto(harness.url);
  const program = {
    source,
    html: '<video id="video" width="320" height="180" muted controls></video>',
    realm: 'page',
    goal: 'module',
    network: { lab: 'server', serverHalf: null, conditions: CLEAR_LINK },
  } as const;
  // Meanwhile the reader changes the theme, which a playing video does not mind.
  const given = { program, untilLine: 'done', schemeAfterMs: 1000, lingerMs } as const;
  return page.evaluate((it) => globalThis.harness.run(it), given);
}

/** What both programs begin with. */
const COMMON = `
const video = document.getElementById('video');
const bytesOf = async (name) => new Uint8Array(await (await fetch('/media/' + name)).arrayBuffer());
const once = (target, name) => new Promise((go) => target.addEventListener(name, go, { once: true }));
const ranges = ({ buffered }) => Array.from({ length: buffered.length }, (_, i) => buffered.start(i).toFixed(1) + '-' + buffered.end(i).toFixed(1)).join(' ');
const frame = () => new Promise((go) => video.requestVideoFrameCallback((_now, { presentedFrames, mediaTime, width, height }) => go({ presentedFrames, mediaTime, size: width + '×' + height })));
async function frames() {
  const first = frame();
  await video.play();
  const { mediaTime } = await first;
  for (;;) {
    const next = await frame();
    if (next.mediaTime > mediaTime) return next.size;
  }
}
`;

const TYPES = {
  'clip-vp8.webm': 'video/webm; codecs="vp8,vorbis"',
  'clip-vp9.webm': 'video/webm; codecs="vp9,opus"',
  'pattern-vp8.webm': 'video/webm; codecs="vp8"',
  'pattern-vp9.webm': 'video/webm; codecs="vp9"',
  'recorded.webm': 'video/webm; codecs="vp8"',
  'clip-fragmented.mp4': 'video/mp4; codecs="avc1.64001e,mp4a.40.2"',
  'clip-plain.mp4': null,
};

const ALL = `${COMMON}
const types = ${JSON.stringify(TYPES)};
for (const name of ${JSON.stringify(CLIPS)}) {
  const bytes = await bytesOf(name);
  const type = types[name];
  if (name.endsWith('.mp4') && !MediaSource.isTypeSupported(types['clip-fragmented.mp4'])) continue;
  const url = URL.createObjectURL(new Blob([bytes]));
  video.src = url;
  console.log(name, 'blob', await frames());
  URL.revokeObjectURL(url);
  if (type === null) continue;
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await once(source, 'sourceopen');
  const buffer = source.addSourceBuffer(type);
  for (let at = 0; at < bytes.length; at += 100_000) {
    buffer.appendBuffer(bytes.subarray(at, at + 100_000));
    await once(buffer, 'updateend');
  }
  source.endOfStream();
  console.log(name, 'source', await frames(), ranges(video), source.duration.toFixed(1));
}
console.log('done');
`;

test('every clip plays by object URL, and every streamable one by MediaSource, with its frames shown', async ({
  page,
  harness,
}) => {
  const report = await run(page, harness, ALL);
  expect(report).toMatchObject({ outcome: { kind: 'finished' }, errors: [] });
  // The program awaits all of it at the top level, and its steps are told all the same.
  expect(report.tracedEarly).toBeGreaterThan(0);
  const played = report.lines.filter((line) => line !== 'done');
  const hasH264 = played.some((line) => line.includes('.mp4'));
  const expected = CLIPS.filter((name) => hasH264 || !name.endsWith('.mp4')).flatMap((name) => {
    const isClip = name.startsWith('clip');
    const [size, end] = isClip ? ['640×360', '12.0'] : ['320×180', '4.0'];
    const isStreamable = TYPES[name as keyof typeof TYPES] !== null;
    return [
      `${name} blob ${size}`,
      ...(isStreamable ? [`${name} source ${size} 0.0-${end} ${end}`] : []),
    ];
  });
  expect(played).toEqual(expected);
});

/** Nothing here is awaited at the top level: the body settles at once, and the trace goes on to be told. */
const MISTAKES = `${COMMON}
async function opened(type) {
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await once(source, 'sourceopen');
  return { source, buffer: source.addSourceBuffer(type) };
}
async function main() {
  const bytes = await bytesOf('pattern-vp8.webm');
  const good = await opened('video/webm; codecs="vp8"');
  good.buffer.addEventListener('updatestart', (event) => event.stopImmediatePropagation(), true);
  good.buffer.appendBuffer(bytes);
  try { good.buffer.appendBuffer(bytes); } catch (error) { console.log(error.name); }
  await once(good.buffer, 'updateend');
  good.buffer.dispatchEvent(new Event('updateend'));
  good.buffer.remove(2, Infinity);
  await once(good.buffer, 'updateend');
  try { good.buffer.remove(3, 1); } catch (error) { console.log(error.name); }
  const bad = await opened('video/webm; codecs="vp8"');
  bad.buffer.appendBuffer(new Uint8Array(100));
  await once(bad.source, 'sourceclose');
  setTimeout(() => bad.buffer.appendBuffer(bytes));
  setTimeout(() => console.log('done'), 50);
}
main();
`;

const lineOf = (text: string) => MISTAKES.split('\n').findIndex((line) => line.includes(text)) + 1;

/** `appendBuffer`, `appendBuffer threw`, `·updateend`, `·element error 4`. */
function told({ operation, fact }: PlaybackStep): string {
  if (fact.phase !== 'event') return operation + (fact.phase === 'threw' ? ' threw' : '');
  const code = fact.error === null ? '' : ` ${fact.error.code}`;
  return `·${fact.target === 'element' ? 'element ' : ''}${operation}${code}`;
}

test('the trace has each call, each throw and each event of media, in the order in which they came', async ({
  page,
  harness,
  browserName,
}) => {
  const report = await run(page, harness, MISTAKES, 600);
  expect(report.lines).toEqual(['InvalidStateError', 'TypeError', 'done']);
  // Firefox says no more than that an object is not usable: which call, and why, is the recorder's word.
  expect(report.errors).toHaveLength(1);
  expect(report.failedMedia).toEqual([
    expect.objectContaining({ call: 'appendBuffer', removed: true, readyState: 'closed' }),
  ]);
  const of = (target: string, id: number) =>
    report.playback.filter(({ fact }) => fact.target === target && fact.id === id);

  const good = of('source-buffer', 1);
  expect(good.map(told)).toEqual([
    ...['appendBuffer', 'appendBuffer threw', '·updatestart', '·update', '·updateend'],
    ...['remove', '·updatestart', '·update', '·updateend', 'remove threw'],
  ]);
  expect(good.map(({ line }) => line)).toEqual([
    ...[lineOf('good.buffer.appendBuffer(bytes);'), lineOf('try { good.buffer.append')],
    ...[null, null, null, lineOf('remove(2,'), null, null, null, lineOf('remove(3,')],
  ]);
  const states = good.map(({ fact }) => fact.state.source?.buffers[0]);
  // From the call until update is told; how far an engine is when it tells updatestart is its own affair.
  expect([0, 1, 3, 4, 5, 7, 8].map((index) => states[index]?.updating)).toEqual([
    ...[true, true, false, false],
    ...[true, false, false],
  ]);
  const end = (index: number) => states[index]?.buffered.at(-1)?.end ?? 0;
  expect([end(4), end(8)]).toEqual([expect.closeTo(4, 1), expect.closeTo(2, 1)]);

  // What ends a stream that cannot be read. Firefox tells the element first.
  const failing = report.playback
    .slice(report.playback.findIndex(({ fact }) => fact.append?.byteLength === 100))
    .map(told)
    .filter((name) => !/^·element (?!error)/.test(name));
  expect(failing).toEqual(
    browserName === 'firefox'
      ? [
          ...['appendBuffer', '·updatestart', '·element error 4', '·error', '·updateend'],
          ...['·sourceended', '·sourceclose', 'appendBuffer threw'],
        ]
      : [
          ...['appendBuffer', '·updatestart', '·error', '·updateend', '·sourceended'],
          ...['·element error 4', '·sourceclose', 'appendBuffer threw'],
        ],
  );
  expect(of('source-buffer', 2).at(-1)?.fact.state.source?.readyState).toBe('closed');
});
