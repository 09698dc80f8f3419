import { readFileSync } from 'node:fs';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readMediaSparsely } from '../../core/formats/media-file';
import { packBytes } from './file-bytes';
import { MediaFile } from './MediaFile';
import { bytesAtFirst } from './model';

function draw(name: string): string {
  const bytes = new Uint8Array(
    readFileSync(new URL(`../../../public/media/${name}`, import.meta.url)),
  );
  const ranges: { start: number; end: number }[] = [];
  const tree = readMediaSparsely(bytes.length, (range) => {
    ranges.push(range);
    return bytes.subarray(range.start, range.end);
  });
  if (tree === null) throw new Error(name);
  const packed = packBytes(bytes, [...ranges, ...bytesAtFirst(tree, bytes.length)]);
  return renderToString(
    <MediaFile name={name} url={`/media/${name}`} packed={packed} locale="en" />,
  ).replaceAll('<!-- -->', '');
}

test('drawn at build: what the file is, its tree, its first bytes and its clusters, all of it known', () => {
  const html = draw('pattern-vp8.webm');
  expect(html).toContain('141,251 bytes · video/webm; codecs=&quot;vp8&quot; · 4.00 s');
  expect(html).toContain('<b>CodecID</b>');
  expect(html).toContain('&quot;V_VP8&quot;');
  expect(html).toContain('Cluster 4, 3.00 to 4.00 seconds');
  expect(html.match(/role="gridcell"/g)).toHaveLength(192);
  expect(html).not.toContain('··');
  expect(html.match(/tabindex="0"/gi)).toHaveLength(3);
  // Nothing there listens yet.
  expect(html).toMatch(/<input type="range"[^>]*disabled/);
  expect(html.length).toBeLessThan(52_000);
});

test('a recorded file says what it does not say, and MP4 has boxes', () => {
  const recorded = draw('recorded.webm');
  expect(recorded).toContain('no duration written');
  expect(recorded).toContain('size unknown');
  const plain = draw('clip-plain.mp4');
  expect(plain).toContain('No fragments: one table (moov) says where each frame lies in mdat.');
  expect(plain).toContain('MP4 boxes');
  expect(plain).toContain('the size counts the whole box, its head too');
});
