/** The MediaSource view over a recording written by hand, scrubbed by a range: page-site.ts bundles and serves it. */
import { createRoot } from 'react-dom/client';
import '../../src/styles/index.css';
import { mediaFacts } from '../../src/core/formats/media-facts';
import { readMedia } from '../../src/core/formats/media-file';
import type { NetLog, NetMessage } from '../../src/core/trace/net-log';
import { createStepStore } from '../../src/visualizers/timeline/step-store';
import { RecordedPlayer } from '../../src/visualizers/media-source/playback.fixture';
import MediaSourceView from '../../src/visualizers/media-source/View';

const params = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = params.get('theme') ?? 'light';

const file = new Uint8Array(await (await fetch('/media/pattern-vp8.webm')).arrayBuffer());
const facts = mediaFacts(readMedia(file) ?? { format: 'webm', elements: [], problems: [] });
const ranges = [facts.init, ...facts.segments.map(({ range }) => range)];
const piece = (n: number) => file.subarray(ranges[n]?.start ?? 0, ranges[n]?.end ?? 0);

/** Chunk 1 is the file's beginning; 2 to 5 are its clusters; the others are made up. */
const sizes = [...ranges.map((_, n) => piece(n).length), 63_000, 59_100, 12_800];
const player = new RecordedPlayer().open();
player.source.duration = 8;
const add = (n: number, start: number, end: number) =>
  player
    .begin(sizes[n] ?? 0, n < 5 ? piece(n) : null)
    .pass(16 + n)
    .finish({ start, end })
    .pass(9);
player.begin(piece(0).length, piece(0)).pass(5).finish(null).pass(20);
add(1, 0, 1).plays('playing', 0);
add(2, 1, 2).plays('timeupdate', 0.6);
add(3, 2, 3).plays('timeupdate', 1.4);
add(5, 4, 5).plays('timeupdate', 2.4);
player.plays('waiting', 2.98);
player.threw(12_800, 'InvalidStateError');
const stall = player.steps;
player.begin(sizes[4] ?? 0, piece(4)).pass(6);
const order = [0, 1, 2, 3, 5, 4, 6, 7];
const messages = order.map((place, id): NetMessage => {
  const start = sizes.slice(0, place).reduce((sum, n) => sum + n, 0);
  const isHeard = id < 7;
  return {
    ...{ id, from: 'lab', what: 'event', room: '/stream', name: 'chunk', answers: null, brief: '' },
    byteLength: sizes[place] ?? 0,
    part: { file: 'f', name: 'clip.webm', size: 373_212, says: 'sent', start, end: start + 1 },
    step: isHeard ? Math.min(3 + id * 4, stall) : null,
    sentAt: id,
    arrivedAt: isHeard ? id + 1 : null,
    fate: isHeard ? 'arrived' : 'on its way',
  };
});
const log: NetLog = { lab: 'page', messages, omitted: 0 };
const trace = player.trace();
const store = createStepStore(trace, { step: Number(params.get('step') ?? trace.steps) });

createRoot(document.getElementById('root') ?? document.body).render(
  <main style={{ maxWidth: 1180, margin: 'auto', padding: 16 }}>
    <h1>MediaSource</h1>
    <h2>A bench</h2>
    <label>
      Step
      <input
        type="range"
        min={0}
        max={trace.steps}
        defaultValue={store.step}
        onChange={({ target }) => store.seek(target.valueAsNumber)}
      />
    </label>
    <div style={{ border: '1px solid var(--edge)', background: 'var(--panel)' }}>
      <MediaSourceView trace={trace} log={log} store={store} locale="en" />
    </div>
  </main>,
);
