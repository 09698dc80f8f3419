import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elementAt, find, MAX_ELEMENTS, MAX_PROBLEMS, walk, type FormatElement } from './element';
import { mediaFacts } from './media-facts';
import { readMp4 } from './mp4';
import { readVint } from './vint';
import { readWebM } from './webm';

const media = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../public/media/${name}`, import.meta.url)));

const bytes = (hex: string) =>
  Uint8Array.from(hex.split(/\s+/).filter(Boolean), (byte) => Number.parseInt(byte, 16));

/** `EBML`, and what follows. */
const webm = (hex: string) => readWebM(bytes(`1A 45 DF A3 80 ${hex}`));
const names = (elements: readonly FormatElement[]) => elements.map(({ name }) => name);

/** Every byte belongs to an element, and elements follow each other within their parents. */
function expectWhole(elements: readonly FormatElement[], start: number, end: number): void {
  let at = start;
  for (const element of elements) {
    expect(element.range.start).toBe(at);
    expect(element.data.end).toBe(element.range.end);
    at = element.range.end;
    if (
      element.children.length > 0 &&
      !['stsd', 'dref'].includes(element.name) &&
      element.value === null
    )
      expectWhole(element.children, element.data.start, element.data.end);
  }
  expect(at).toBe(end);
}

describe('variable-length integers', () => {
  test.each([
    ['81', false, 1, 1, false],
    ['40 7F', false, 2, 127, false],
    ['9F', false, 1, 31, false],
    ['10 00 00 01', false, 4, 1, false],
    ['FF', false, 1, 127, true],
    ['01 FF FF FF FF FF FF FF', false, 8, 2 ** 56, true],
    ['1A 45 DF A3', true, 4, 0x1a45dfa3, false],
    ['08 00 00 00 01', false, 5, 1, false],
  ] as const)('%s', (hex, keep, byteLength, value, isUnknown) => {
    expect(readVint(bytes(hex), 0, keep)).toMatchObject({ byteLength, isUnknown });
    if (!isUnknown) expect(readVint(bytes(hex), 0, keep)?.value).toBe(value);
  });

  test.each(['00', '', '40', '01 00 00'])('%s is none', (hex) => {
    expect(readVint(bytes(hex), 0, false)).toBeNull();
  });
});

describe('WebM', () => {
  test.each([
    ['clip-vp8.webm', 'video/webm; codecs="vp8, vorbis"', 12, 640],
    ['clip-vp9.webm', 'video/webm; codecs="vp9, opus"', 12, 640],
    ['pattern-vp8.webm', 'video/webm; codecs="vp8"', 4, 320],
    ['pattern-vp9.webm', 'video/webm; codecs="vp9"', 4, 320],
  ])('%s is read to its last byte', (name, type, seconds, width) => {
    const file = media(name);
    const tree = readWebM(file);
    expect(tree.problems).toEqual([]);
    expectWhole(tree.elements, 0, file.length);
    expect(names([...walk(tree.elements)])).not.toContain('unknown');
    const facts = mediaFacts(tree);
    expect(facts.type).toBe(type);
    expect(facts.tracks[0]).toMatchObject({ kind: 'video', width });
    expect(Math.round((facts.durationMs ?? 0) / 1000)).toBe(seconds);
    // The sound of a clip begins a little before its picture, which is moved by as much.
    expect(facts.segments.map(({ time }) => Math.round((time ?? -1) / 10) / 100)).toEqual(
      Array.from({ length: seconds }, (_, i) => i),
    );
    for (const { frames, time } of facts.segments) {
      const picture = frames.find(({ track }) => track === facts.tracks[0]?.number);
      expect(picture).toMatchObject({ keyframe: true });
      expect(Math.abs((picture?.time ?? Infinity) - (time ?? 0))).toBeLessThan(30);
    }
    // What its own index says of the clusters is where they are.
    const base = find(tree.elements, ['Segment'])?.data.start ?? 0;
    const cues = find(tree.elements, ['Segment', 'Cues'])?.children ?? [];
    const positions = cues.map(
      ({ children }) => find(children, ['CueTrackPositions', 'CueClusterPosition'])?.value?.value,
    );
    expect(positions).toEqual(facts.segments.map(({ range }) => range.start - base));
  });

  test('a recorded file has a segment of unknown size and no duration, and ends where it ends', () => {
    const file = media('recorded.webm');
    const tree = readWebM(file);
    expect(tree.problems).toEqual([]);
    expect(tree.elements[1]).toMatchObject({ name: 'Segment', sizeIsKnown: false });
    expectWhole(tree.elements, 0, file.length);
    const facts = mediaFacts(tree);
    expect([facts.durationMs, facts.segments.length]).toEqual([null, 4]);
  });

  test('clusters of unknown size end where the next one begins, and Void may stand anywhere', () => {
    const cluster = '1F 43 B6 75 FF  E7 81 05  EC 81 00';
    const { elements, problems } = webm(
      `18 53 80 67 01 FF FF FF FF FF FF FF ${cluster} ${cluster} 1C 53 BB 6B 80`,
    );
    expect(problems).toEqual([]);
    expect(names(elements[1]?.children ?? [])).toEqual(['Cluster', 'Cluster', 'Cues']);
    expect(names(elements[1]?.children[0]?.children ?? [])).toEqual(['Timestamp', 'Void']);
  });

  test('a file that is cut off anywhere is read as far as it goes, and never throws', () => {
    const file = media('pattern-vp8.webm').subarray(0, 2000);
    for (let end = 0; end <= file.length; end += 7) {
      const tree = readWebM(file.subarray(0, end));
      for (const element of walk(tree.elements)) expect(element.range.end).toBeLessThanOrEqual(end);
      if (end > 40) expect(tree.problems.length).toBeGreaterThan(0);
      for (const { offset } of tree.problems) expect(offset).toBeLessThanOrEqual(end);
    }
    const half = readWebM(file);
    expect(half.elements.at(-1)?.missing).toBeGreaterThan(0);
    expect(half.problems[0]).toMatchObject({ code: 'truncated', offset: 36, within: 'Segment' });
  });

  test.each([
    // Inside a master of 3 bytes.
    [
      'an element that is longer than its parent',
      '18 53 80 67 83  EC 85 00  EC 80',
      'too-long',
      10,
    ],
    ['an id that begins with 0', '18 53 80 67 82  00 80', 'bad-id', 10],
    ['a size that begins with 0', '18 53 80 67 82  EC 00', 'bad-size', 11],
    ['an unknown size of no master', '18 53 80 67 82  EC FF', 'bad-size', 10],
    ['a float of three bytes', '15 49 A9 66 86  44 89 83 00 00 00', 'bad-value', 13],
  ])('%s is said with its offset', (_name, hex, code, offset) => {
    expect(webm(hex).problems).toContainEqual(expect.objectContaining({ code, offset }));
  });

  test('what is no WebM says so', () => {
    expect(readWebM(bytes('89 50 4E 47 0D')).problems[0]).toMatchObject({
      code: 'not-this-format',
      offset: 0,
    });
    expect(readWebM(new Uint8Array(0)).problems[0]).toMatchObject({ found: 'nothing' });
  });

  test('numbers are signed where they are, and exact beyond 2⁵³', () => {
    const { elements } = webm(
      'A0 88  FB 81 FE  75 A2 82 FF 00  1F 43 B6 75 8A  E7 88 7F FF FF FF FF FF FF FF',
    );
    const [, group, cluster] = elements;
    expect(group?.children.map(({ value }) => value?.value)).toEqual([-2, -256]);
    expect(cluster?.children[0]?.value?.value).toBe(2n ** 63n - 1n);
  });

  test('a block says its track, its time and where its frames are', () => {
    // Cluster, SimpleBlock of track 1, −2 ms, a keyframe.
    const block = (flags: string, data: string, length: string) =>
      webm(`1F 43 B6 75 FF  A3 ${length}  81 FF FE ${flags} ${data}`).elements[1]?.children[0]
        ?.value;
    const base = { track: 1, relativeTime: -2, keyframe: true };
    expect(block('80', '01 02', '86')).toEqual({
      kind: 'block',
      value: { ...base, lacing: 'none', frames: [{ start: 16, end: 18 }] },
    });
    // Xiph: three frames of 1, 2 and the rest.
    expect(block('82', '02 01 02 AA BB BB CC', '8B')?.value).toEqual({
      ...base,
      lacing: 'xiph',
      frames: [
        { start: 19, end: 20 },
        { start: 20, end: 22 },
        { start: 22, end: 23 },
      ],
    });
    expect(block('84', '01 AA AA BB BB', '89')?.value).toMatchObject({
      lacing: 'fixed',
      frames: [
        { start: 17, end: 19 },
        { start: 19, end: 21 },
      ],
    });
    // EBML: 3, then one less, then the rest.
    expect(block('86', '02 83 BE AA AA AA BB BB CC', '8D')?.value).toMatchObject({
      lacing: 'ebml',
      frames: [
        { start: 19, end: 22 },
        { start: 22, end: 24 },
        { start: 24, end: 25 },
      ],
    });
  });

  test('frames that do not fit are said, and none is listed', () => {
    const { elements, problems } = webm('1F 43 B6 75 FF  A3 87  81 00 00 02 01 20 AA');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'bad-value', within: 'SimpleBlock' }),
    ]);
    expect(elements[1]?.children[0]?.value?.value).toMatchObject({ frames: [] });
  });

  test('a file that was made to tire its reader is given up, with a word', () => {
    const many = new Uint8Array(2 * (MAX_ELEMENTS + 10)).fill(0x80);
    for (let i = 0; i < many.length; i += 2) many[i] = 0xec;
    const tree = readWebM(many);
    expect([...walk(tree.elements)]).toHaveLength(MAX_ELEMENTS);
    expect(tree.problems.map(({ code }) => code)).toEqual(['not-this-format', 'too-many']);
    const deep = bytes('18 53 80 67 FF '.repeat(200));
    expect(readWebM(deep).problems.length).toBeLessThanOrEqual(MAX_PROBLEMS);
  });
});

describe('MP4', () => {
  test('a fragmented file is read to its last byte', () => {
    const file = media('clip-fragmented.mp4');
    const tree = readMp4(file);
    expect(tree.problems).toEqual([]);
    expectWhole(tree.elements, 0, file.length);
    const facts = mediaFacts(tree);
    expect(facts.type).toBe('video/mp4; codecs="avc1.4d401f, mp4a.40.2"');
    expect(facts.durationMs).toBeNull();
    expect(facts.segments.map(({ time }) => Math.round((time ?? -1) / 1000))).toEqual(
      Array.from({ length: 12 }, (_, i) => i),
    );
    expect(facts.init).toEqual({ start: 0, end: facts.segments[0]?.range.start });
  });

  test('a plain one has its index in front and no fragments', () => {
    const file = media('clip-plain.mp4');
    const tree = readMp4(file);
    expect(tree.problems).toEqual([]);
    expect(names(tree.elements)).toEqual(['ftyp', 'moov', 'free', 'mdat']);
    const facts = mediaFacts(tree);
    expect([facts.durationMs, facts.segments]).toEqual([12_000, []]);
  });

  test('sizes of 64 bits, and a last box that leaves its size open', () => {
    const ftyp = '00 00 00 10 66 74 79 70 69 73 6F 35 00 00 02 00';
    const wide = '00 00 00 01 66 72 65 65 00 00 00 00 00 00 00 12 AA BB';
    const { elements, problems } = readMp4(bytes(`${ftyp} ${wide} 00 00 00 00 6D 64 61 74 01 02`));
    expect(problems).toEqual([]);
    expect(
      elements.map(({ name, range, data, sizeIsKnown }) => [
        name,
        range.end,
        data.start,
        sizeIsKnown,
      ]),
    ).toEqual([
      ['ftyp', 16, 8, true],
      ['free', 34, 32, true],
      ['mdat', 44, 42, false],
    ]);
  });

  test.each([
    ['a box that is shorter than its head', '00 00 00 04 66 72 65 65', 'bad-size', 0],
    ['a box that is longer than the file', '00 00 00 20 66 72 65 65', 'truncated', 0],
    [
      'a box that is longer than its parent',
      '00 00 00 10 6D 6F 6F 76 00 00 00 09 66 72 65 65 00',
      'too-long',
      8,
    ],
  ])('%s is said with its offset', (_name, hex, code, offset) => {
    expect(readMp4(bytes(hex)).problems).toContainEqual(expect.objectContaining({ code, offset }));
  });

  test('a file that is cut off anywhere is read as far as it goes, and never throws', () => {
    const file = media('clip-fragmented.mp4').subarray(0, 3000);
    for (let end = 0; end <= file.length; end += 11) {
      for (const element of walk(readMp4(file.subarray(0, end)).elements))
        expect(element.range.end).toBeLessThanOrEqual(end);
    }
  });
});

test('an offset finds the innermost element', () => {
  const { elements } = readWebM(media('pattern-vp8.webm'));
  expect(elementAt(elements, 0)?.name).toBe(
    'EBMLVersion' === elementAt(elements, 6)?.name ? 'EBML' : '',
  );
  expect(elementAt(elements, 1e9)).toBeNull();
});

test('bytes that are anything are read without an error', () => {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
  for (let i = 0; i < 2000; i++) {
    const noise = Uint8Array.from({ length: random() }, random);
    // Ids that are known, so that the reader gets somewhere.
    const start = i % 2 === 0 ? [0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x1f, 0x43, 0xb6, 0x75, 0xff] : [];
    for (const tree of [readWebM(Uint8Array.from([...start, ...noise])), readMp4(noise)]) {
      for (const { range, data } of walk(tree.elements)) {
        expect(data.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(start.length + noise.length);
      }
      expect(mediaFacts(tree).segments.length).toBeGreaterThanOrEqual(0);
    }
  }
});
