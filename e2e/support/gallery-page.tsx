/** Every visualizer over fixed data, still: what e2e/gallery.spec.ts looks at, and a page to leaf through (e2e/README.md). */
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import '../../src/styles/index.css';
import '../../src/components/bench/bench.css';
import { mediaFacts } from '../../src/core/formats/media-facts';
import { readMedia } from '../../src/core/formats/media-file';
import { goodUpload } from '../../src/core/trace/net-log.fixture';
import { lessonTrace } from '../../src/core/trace/step-trace.fixture';
import { EMPTY_TRACE, type Trace } from '../../src/core/trace/trace';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED } from '../../src/core/trace/rows';
import { BitPanel } from '../../src/visualizers/bits/View';
import type { BlobsModel } from '../../src/visualizers/blobs/model';
import { BlobsView } from '../../src/visualizers/blobs/View';
import { Endianness } from '../../src/visualizers/endianness/View';
import { wholeBytes } from '../../src/visualizers/media-file/file-bytes';
import { MediaFileView } from '../../src/visualizers/media-file/View';
import { RecordedPlayer } from '../../src/visualizers/media-source/playback.fixture';
import MediaSourceView from '../../src/visualizers/media-source/View';
import { MemoryReplay } from '../../src/visualizers/memory/memory-replay';
import { lessonState } from '../../src/visualizers/memory/test-states';
import { MemoryView } from '../../src/visualizers/memory/View';
import { MessageLog } from '../../src/visualizers/messages/View';
import { NumberCircle } from '../../src/visualizers/number-circle/View';
import PixelsView from '../../src/visualizers/pixels/View';
import { createStepStore } from '../../src/visualizers/timeline/step-store';
import { Transport } from '../../src/visualizers/timeline/Transport';
import { Timeline } from '../../src/visualizers/timeline/View';
import { planUploads, uploadsAt } from '../../src/visualizers/upload/model';
import { UploadLanes } from '../../src/visualizers/upload/View';

const nothing = () => undefined;
document.documentElement.dataset['theme'] =
  new URLSearchParams(location.search).get('theme') ?? 'light';

const file = new Uint8Array(await (await fetch('/media/pattern-vp8.webm')).arrayBuffer());
const tree = readMedia(file);
if (tree === null) throw new Error('The clip is no media file.');
const { init, segments } = mediaFacts(tree);

function timeline(): ReactNode {
  const trace = lessonTrace();
  const store = createStepStore(trace, { step: 7 });
  return (
    <>
      <Transport trace={trace} store={store} locale="en" />
      <Timeline trace={trace} store={store} locale="en" onRecordFrom={nothing} />
    </>
  );
}

/** An ImageData of 12 × 8, a slope of colours, whose last row lies under its canvas. */
function pixels(): ReactNode {
  const initial = new Uint8Array(12 * 8 * 4).map((_, at) => {
    const pixel = at >> 2;
    return [(pixel % 12) * 21, Math.floor(pixel / 12) * 32, 160, 255][at & 3] ?? 0;
  });
  const trace: Trace = {
    ...EMPTY_TRACE,
    steps: 1,
    rows: Uint32Array.of(
      packMeta(KIND.canvas, RANGED, 0, NO_BUFFER, NO_VIEW),
      ...[0, 0, 0, initial.length, 0, 0],
    ),
    buffers: [
      {
        ...{ name: 'image', at: 0, byteLength: initial.length, maxByteLength: null },
        ...{ shared: false, line: 1, initial, filled: true },
      },
    ],
    details: [
      {
        operation: 'getImageData',
        source: null,
        picture: {
          canvas: { id: 0, width: 12, height: 8 },
          rect: { x: 0, y: 1, width: 12, height: 8 },
          image: { bufferId: 0, byteOffset: 0, width: 12, height: 8, x: 0, y: 1 },
        },
      },
    ],
  };
  const replay = new MemoryReplay(trace, createStepStore(trace));
  return <PixelsView replay={replay} locale="en" threshold={null} />;
}

function mediaSource(): ReactNode {
  const ranges = [init, ...segments.map(({ range }) => range)];
  const player = new RecordedPlayer().open();
  player.source.duration = 4;
  for (const [n, range] of ranges.slice(0, 4).entries()) {
    if (range === null) continue;
    player.begin(range.end - range.start, file.subarray(range.start, range.end)).pass(9);
    player.finish(n === 0 ? null : { start: n - 1, end: n });
  }
  player.plays('playing', 0).plays('timeupdate', 0.6).plays('waiting', 2.98);
  const trace = player.trace();
  return <MediaSourceView trace={trace} log={null} store={createStepStore(trace)} locale="en" />;
}

function blobs(): ReactNode {
  const model: BlobsModel = {
    ...{ omitted: 0, liveUrls: 1, heldBytes: 7 },
    ledger: [
      {
        ...{ id: 1, blobId: 1, blob: 'a.bin', size: 7, madeStep: 4, madeLine: 6 },
        ...{ revokedStep: null, revokedLine: null },
      },
      {
        ...{ id: 2, blobId: 0, blob: 'head', size: 2, madeStep: 5, madeLine: 7 },
        ...{ revokedStep: 6, revokedLine: 9 },
      },
    ],
    tapes: [
      {
        ...{ id: 1, step: 2, name: 'a.bin', file: 'a.bin', size: 7, type: 'image/bmp', line: 3 },
        parts: [
          { kind: 'blob', range: { start: 0, end: 2 }, of: 'head' },
          { kind: 'bytes', range: { start: 2, end: 5 }, of: 'u8' },
          { kind: 'text', range: { start: 5, end: 7 }, of: null },
        ],
        ...{ slices: [], reads: [], omitted: 0 },
      },
    ],
  };
  return <BlobsView model={model} step={5} locale="en" onSeek={nothing} />;
}

const log = goodUpload();
const half = log.messages[6]?.step ?? 0;

const GALLERY: readonly (readonly [name: string, drawing: ReactNode])[] = [
  ['memory', <MemoryView key="memory" state={lessonState()} locale="en" />],
  ['bits', <BitPanel key="bits" byteOffset={2} value={0xfe} locale="en" onPoke={nothing} />],
  ['timeline', timeline()],
  ['number-circle', <NumberCircle key="circle" bits={8} from={200} by={60} locale="en" />],
  ['endianness', <Endianness key="wires" value="0x12345678" kind="u32" locale="en" />],
  ['pixels', pixels()],
  ['media-source', mediaSource()],
  ['media-file', <MediaFileView key="file" bytes={wholeBytes(file)} tree={tree} locale="en" />],
  [
    'upload',
    <UploadLanes
      key="upload"
      files={uploadsAt(planUploads(log), half)}
      locale="en"
      focus={null}
      chosen={null}
      now={6}
      onPoint={nothing}
      onChoose={nothing}
    />,
  ],
  [
    'messages',
    <MessageLog
      key="messages"
      log={log}
      step={half}
      locale="en"
      lit={new Set([4])}
      chosen={null}
      onPoint={nothing}
      onChoose={nothing}
    />,
  ],
  ['blobs', blobs()],
];

createRoot(document.getElementById('root') ?? document.body).render(
  <main style={{ padding: 16, display: 'grid', gap: 24 }}>
    <h1>Gallery</h1>
    {GALLERY.map(([name, drawing]) => (
      <section key={name} id={name} style={{ width: 720 }}>
        <h2>{name}</h2>
        {drawing}
      </section>
    ))}
  </main>,
);
