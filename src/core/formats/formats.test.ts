import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elementAt, find, MAX_ELEMENTS, MAX_PROBLEMS, walk, type FormatElement } from './element';
import { mediaFacts } from './media-facts';
import {
  formatOf,
  looksLike,
  readChildren,
  readMedia,
  readMediaByRanges,
  readMediaSparsely,
} from './media-file';
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
    for (const { frames, time } of facts.segments) {
      expect(frames.map(({ track, keyframe }) => [track, keyframe])).toEqual([
        [1, true],
        [2, true],
      ]);
      expect(frames[0]?.time).toBe(time);
    }
  });

  test('fields that flags announce are there where they do', () => {
    // A tfhd with a default size and default flags, a trun with flags of the first sample and no offset.
    const tfhd = '00 00 00 18 74 66 68 64 00 00 00 30 00 00 00 01 00 00 00 07 01 01 00 00';
    const trun = '00 00 00 14 74 72 75 6E 00 00 00 04 00 00 00 02 02 00 00 00';
    const { elements } = readMp4(bytes(`${tfhd} ${trun}`));
    const fields = elements.map(({ value }) =>
      value?.kind === 'fields' ? value.value.slice(2).map((each) => [each.name, each.value]) : [],
    );
    expect(fields).toEqual([
      [
        ['track_ID', 1],
        ['default_sample_size', 7],
        ['default_sample_flags', 0x1010000],
      ],
      [
        ['sample_count', 2],
        ['first_sample_flags', 0x2000000],
      ],
    ]);
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

/** Numbers from 0 to below 2³², the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

/** Beginnings of real files with bytes changed, cut out and put in; and noise behind a head that is known. */
function malformed(random: () => number, seeds: readonly Uint8Array[]): Uint8Array {
  const below = (n: number) => Math.floor((random() / 2 ** 32) * n);
  const seed = seeds[below(seeds.length)] as Uint8Array;
  let bytes = Array.from(seed.subarray(0, 40 + below(500)));
  for (let edits = 1 + below(8); edits > 0; edits--) {
    const at = below(bytes.length);
    const kind = below(4);
    if (kind === 0) bytes[at] = below(256);
    else if (kind === 1) bytes[at] = [0x00, 0x01, 0x7f, 0x80, 0xff][below(5)] as number;
    else if (kind === 2) bytes.splice(at, 1 + below(8));
    else bytes.splice(at, 0, ...Array.from({ length: 1 + below(8) }, () => below(256)));
  }
  if (below(4) === 0)
    bytes = [...bytes.slice(0, 40), ...Array.from({ length: below(200) }, () => below(256))];
  return Uint8Array.from(bytes);
}

test('ten thousand malformed files are read to an end, within their bytes, and alike by ranges', () => {
  const random = seeded(7);
  const seeds = [
    'pattern-vp8.webm',
    'clip-vp9.webm',
    'recorded.webm',
    'clip-fragmented.mp4',
    'clip-plain.mp4',
  ].map(media);
  let problems = 0;
  for (let i = 0; i < 10_000; i++) {
    const file = malformed(random, seeds);
    for (const tree of [readWebM(file), readMp4(file)]) {
      problems += tree.problems.length;
      for (const { range, data, idRange, sizeRange } of walk(tree.elements)) {
        if (
          data.start > range.end ||
          range.end > file.length ||
          idRange.end > data.start ||
          sizeRange.end > data.start
        )
          expect.unreachable(`File ${i}: ${JSON.stringify({ range, data, idRange, sizeRange })}`);
      }
      mediaFacts(tree);
    }
    const sparse = readMediaSparsely(file.length, ({ start, end }) => file.subarray(start, end));
    const whole = readMedia(file);
    if (sparse?.format !== whole?.format) expect.unreachable(`File ${i} is of two formats`);
    // Comparing takes longer than reading.
    if (whole?.format === 'mp4' && i % 40 === 0) expect(sparse).toEqual(whole);
  }
  expect(problems).toBeGreaterThan(10_000);
}, 30_000);

/** A file of a gigabyte that is nowhere: its parts are made where they are read. */
function sparseFile(
  parts: readonly (readonly [offset: number, bytes: Uint8Array])[],
  byteLength: number,
) {
  const file = {
    byteLength,
    bytesRead: 0,
    reads: 0,
    read({ start, end }: { start: number; end: number }) {
      file.bytesRead += end - start;
      file.reads++;
      const bytes = new Uint8Array(end - start);
      for (const [offset, part] of parts) {
        const from = Math.max(start, offset);
        const to = Math.min(end, offset + part.length);
        if (from < to) bytes.set(part.subarray(from - offset, to - offset), from - start);
      }
      return Promise.resolve(bytes);
    },
  };
  return file;
}

const GIGABYTE = 2 ** 30;
/** 8 bytes for a size, as a file has them whose sizes are written afterwards. */
const vint8 = (size: number) => [
  1,
  ...Array.from({ length: 7 }, (_, i) => Math.floor(size / 256 ** (6 - i)) % 256),
];
const u32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

describe('a file of a gigabyte, by ranges', () => {
  test('WebM: its thousand clusters are found by reading far under a megabyte, and opened one by one', async () => {
    const head = media('pattern-vp8.webm').subarray(0, 440);
    const init = head.subarray(0, find(readWebM(head).elements, ['Segment', 'Cues'])?.range.start);
    const each = 2 ** 20;
    const count = Math.floor((GIGABYTE - init.length) / each);
    const start = init.length;
    const segment = Uint8Array.from(init);
    // The segment's size, behind an id of 4 bytes at 36.
    segment.set(vint8(start + count * each - 48), 40);
    const parts: [number, Uint8Array][] = [[0, segment]];
    for (let i = 0; i < count; i++) {
      const time = [0xe7, 0x84, ...u32(i * 1000)];
      const block = [0xa3, ...vint8(499_990), 0x81, 0, 0, 0x80];
      const rest = each - 12 - time.length - 2 * (9 + 499_990);
      const cluster = [0x1f, 0x43, 0xb6, 0x75, ...vint8(each - 12), ...time, ...block];
      parts.push([start + i * each, Uint8Array.from(cluster)]);
      const second = start + i * each + 12 + time.length + 9 + 499_990;
      parts.push([second, Uint8Array.from([0xa3, ...vint8(499_990), 0x81, 0, 40, 0])]);
      parts.push([second + 9 + 499_990, Uint8Array.from([0xec, ...vint8(rest - 9)])]);
    }
    const file = sparseFile(parts, start + count * each);
    const tree = await readMediaByRanges(file);
    if (tree === null) throw new Error('not read');
    expect(tree.problems).toEqual([]);
    const facts = mediaFacts(tree);
    expect(facts.segments).toHaveLength(count);
    expect(facts.segments.at(-1)?.time).toBe((count - 1) * 1000);
    expect(file.bytesRead).toBeLessThan(1_000_000);
    const cluster = find(tree.elements, ['Segment', 'Cluster']);
    if (cluster === null) throw new Error('no cluster');
    expect(names(cluster.children)).toEqual(['Timestamp', 'SimpleBlock']);
    expect(cluster.childrenAreRead).toBe(false);
    file.bytesRead = 0;
    const { elements } = await readChildren(file, cluster);
    expect(names(elements)).toEqual(['Timestamp', 'SimpleBlock', 'SimpleBlock', 'Void']);
    expect(file.bytesRead).toBeLessThan(1000);
  });

  test('MP4: fragments are walked without their media', async () => {
    const clip = media('clip-fragmented.mp4');
    const { elements } = readMp4(clip);
    const fragmentAt = elements.findIndex(({ name }) => name === 'moof');
    const init = clip.subarray(0, elements[fragmentAt]?.range.start);
    const moof = clip.subarray(elements[fragmentAt]?.range.start, elements[fragmentAt]?.range.end);
    const each = 2 ** 21;
    const count = Math.floor((GIGABYTE - init.length) / each);
    const mdat = [...u32(each - moof.length), 0x6d, 0x64, 0x61, 0x74];
    const parts: [number, Uint8Array][] = [[0, init]];
    for (let i = 0; i < count; i++)
      parts.push([init.length + i * each, Uint8Array.from([...moof, ...mdat])]);
    const file = sparseFile(parts, init.length + count * each);
    const tree = await readMediaByRanges(file);
    expect(tree?.problems).toEqual([]);
    expect(tree && mediaFacts(tree).segments).toHaveLength(count);
    expect(file.bytesRead).toBeLessThan(1_000_000);
  });

  test('a file that gives fewer bytes than it has is an error with an offset', async () => {
    const file = { byteLength: 100, read: () => Promise.resolve(new Uint8Array(3)) };
    await expect(readMediaByRanges(file)).rejects.toThrow(
      new RangeError('Expected 96 bytes at 0x0, found 3: the file is not what it was.'),
    );
  });

  test('whoever gives up is heard before the next range', async () => {
    const file = sparseFile([], GIGABYTE);
    await expect(readMediaByRanges(file, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(file.reads).toBe(0);
  });
});

test('by ranges and at once give the same tree, but for the children that wait', async () => {
  for (const name of ['recorded.webm', 'clip-plain.mp4', 'clip-fragmented.mp4', 'clip-vp9.webm']) {
    const bytes = media(name);
    const file = sparseFile([[0, bytes]], bytes.length);
    const tree = await readMediaByRanges(file);
    const whole = readMedia(bytes);
    if (tree === null || whole === null) throw new Error(name);
    for (const element of walk(tree.elements)) {
      if (element.childrenAreRead) continue;
      const { elements, problems } = await readChildren(file, element);
      expect(problems).toEqual([]);
      expect(elements).toEqual(elementAt(whole.elements, element.range.start)?.children);
    }
    expect(mediaFacts(tree)).toMatchObject({ type: mediaFacts(whole).type });
    expect(tree.elements.map(({ range }) => range)).toEqual(
      whole.elements.map(({ range }) => range),
    );
  }
});

test.each([
  ['1A 45 DF A3 9F', 'webm', null],
  ['1F 43 B6 75 FF', 'webm', null],
  ['00 00 00 18 66 74 79 70', 'mp4', null],
  ['89 50 4E 47 0D 0A 1A 0A', null, 'PNG'],
  ['52 49 46 46 00 00 00 00 57 41 56 45', null, 'WAV'],
  ['', null, null],
  ['01 02 03', null, null],
])('%s is of %s, or looks like %s', (hex, format, other) => {
  expect(formatOf(bytes(hex))).toBe(format);
  if (format === null) expect(looksLike(bytes(hex))).toBe(other);
});
