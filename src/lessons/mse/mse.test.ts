/** What the lesson says of its files and of SourceBuffers, held to the files and to what its snippets print. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMedia } from '../../core/formats/media-file';
import { mediaFacts } from '../../core/formats/media-facts';
import { expected } from './expected';

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const prose = read('en.mdx').toString().replace(/\s+/g, ' ');
const snippet = (name: string) => read(`snippets/${name}.js`).toString();
const number = (value: number) => value.toLocaleString('en');

function factsOf(file: string) {
  const tree = readMedia(new Uint8Array(read(`../../../public/media/${file}`)));
  if (tree === null) throw new Error(`${file} is no media file.`);
  return mediaFacts(tree);
}
const pattern = factsOf('pattern-vp8.webm');
const printed = (name: string) => (expected.onPage?.[name]?.prints ?? []).join('\n');

test('the initialization segment, the first frame, and the clusters are where the lesson says', () => {
  expect(pattern.init).toEqual({ start: 0, end: 488 });
  expect(prose).toContain('In this file that is 488 bytes');
  const end = pattern.segments[0]?.frames[0]?.range.end ?? 0;
  const question = read('quizzes.ts').toString();
  expect(question).toContain(`firstFrameEnds = ${end}`);
  expect(question).toContain(`ends at byte ${number(end)}`);
  expect(printed('slices')).toContain(`${Math.ceil(end / 1000) * 1000} bytes`);
  const cues = pattern.segments.map(
    ({ time, range }) => `[${(time ?? 0) / 1000}, ${range.start}],`,
  );
  for (const cue of cues) expect(snippet('seek')).toContain(cue);
  expect(prose).toContain(`the cluster at byte ${number(pattern.segments[3]?.range.start ?? 0)}`);
});

test('each type that a snippet declares is the one of its file, but for the one that is wrong on purpose', () => {
  const plain = (type: string | null) => type?.replaceAll(' ', '').toLowerCase() ?? '';
  const declares = (name: string, file: string) => {
    const codecs = /codecs="(.*)"/.exec(plain(factsOf(file).type))?.[1] ?? '?';
    return ['"', "'"].some((mark) => plain(snippet(name)).includes(`${mark}${codecs}${mark}`));
  };
  for (const name of ['busy', 'queue', 'slices', 'modes', 'refire', 'evict', 'seek', 'kept'])
    expect(declares(name, 'pattern-vp8.webm'), name).toBe(true);
  expect(declares('by-fetch', 'clip-vp8.webm')).toBe(true);
  expect(declares('room', 'clip-vp8.webm')).toBe(true);
  expect(declares('mp4', 'clip-fragmented.mp4')).toBe(true);
  expect(declares('mismatch', 'pattern-vp9.webm')).toBe(false);
  expect(factsOf('clip-plain.mp4').type).toBe(factsOf('clip-fragmented.mp4').type);
});

test('the order of events that questions ask for is what the snippets print', () => {
  const order = (rows: string) => [...rows.matchAll(/sb (\w+)/g)].map(([, event]) => event).join();
  expect(order(printed('events').split('broken off')[0] ?? '')).toBe(
    'updatestart,update,updateend',
  );
  expect(printed('mismatch')).toMatch(/^\d+: error\n\d+: updateend/);
  expect(printed('modes')).toContain('sequence 0 0.0 8.0');
});

test('lines that the prose names are the ones it means', () => {
  const lineOf = (name: string, text: string) =>
    snippet(name)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;
  expect(prose).toContain(
    `lines ${lineOf('busy', "attempt('append'")} to ${lineOf('busy', "attempt('end'")}`,
  );
  expect(prose).toContain(`Line ${lineOf('evict', 'sb.remove(0.5, 1.2)')} asked`);
});
