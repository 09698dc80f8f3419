/** Media files as a lesson has them, on a page of their own: page-site.ts bundles and serves it. */
import { createRoot } from 'react-dom/client';
import '../../src/styles/index.css';
import { readMediaSparsely } from '../../src/core/formats/media-file';
import { bytesAtFirst } from '../../src/visualizers/media-file/model';
import { packBytes } from '../../src/visualizers/media-file/file-bytes';
import { MediaFile } from '../../src/visualizers/media-file/MediaFile';

const params = new URLSearchParams(location.search);
const file = params.get('file') ?? 'pattern-vp8.webm';
document.documentElement.dataset['theme'] = params.get('theme') ?? 'light';

const bytes = new Uint8Array(await (await fetch(`/media/${file}`)).arrayBuffer());
const ranges: { start: number; end: number }[] = [];
const tree = readMediaSparsely(bytes.length, (range) => {
  ranges.push(range);
  return bytes.subarray(range.start, range.end);
});
if (tree !== null) {
  const packed = packBytes(bytes, [...ranges, ...bytesAtFirst(tree, bytes.length)]);
  createRoot(document.getElementById('root') ?? document.body).render(
    <main style={{ padding: 16, maxWidth: 1180, margin: 'auto' }}>
      <h1>Media</h1>
      <h2>A file</h2>
      <MediaFile name={file} url={`/media/${file}`} packed={packed} locale="en" />
    </main>,
  );
}
