/** What the exercises say of the clips is what the files say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { find, type FormatElement } from '../../core/formats/element';
import { readWebM } from '../../core/formats/webm';
import { bytesOf, CLIP_HEAD, CLUSTER_SIZES, FRAME_TIMES, RECORDED_HEAD, sizeOf } from './clip';

const media = path.join(import.meta.dirname, '../../../public/media');

test.each([
  ['pattern-vp8.webm', CLIP_HEAD],
  ['recorded.webm', RECORDED_HEAD],
])('%s has this head, these clusters and these frames', (name, head) => {
  const bytes = new Uint8Array(readFileSync(path.join(media, name)));
  const children = find(readWebM(bytes).elements, ['Segment'])?.children ?? [];
  const clusters = children.filter((child) => child.name === 'Cluster');
  expect(bytes.subarray(0, clusters[0]?.range.start)).toEqual(head);
  expect(clusters.map(({ range }) => range.end - range.start)).toEqual(CLUSTER_SIZES);
  for (const [i, cluster] of clusters.entries()) {
    expect(find(cluster.children, ['Timestamp'])?.value).toMatchObject({ value: i * 1000 });
    const blocks = cluster.children.flatMap(({ value }: FormatElement) =>
      value?.kind === 'block' ? [value.value] : [],
    );
    expect(blocks.map(({ relativeTime }) => relativeTime)).toEqual(FRAME_TIMES);
    expect(blocks.map(({ keyframe }) => keyframe)).toEqual(FRAME_TIMES.map((time) => time === 0));
  }
});

test.each([
  [126, [0xfe]],
  [127, [0x40, 0x7f]],
  [16_382, [0x7f, 0xfe]],
  [16_383, [0x20, 0x3f, 0xff]],
  [5_000_000_000, [0x09, 0x2a, 0x05, 0xf2, 0x00]],
])('the size %d is written %j', (value, bytes) => {
  expect(sizeOf(value)).toEqual(bytes);
});

test('a number is written highest byte first', () => {
  expect(bytesOf(0x2ad7b1, 3)).toEqual([0x2a, 0xd7, 0xb1]);
  expect(sizeOf(141_203, 8)).toEqual([1, 0, 0, 0, 0, 2, 39, 147]);
});
