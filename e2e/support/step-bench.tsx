/** A bench of nothing but a recording: memory, bits, history, timeline. Bundled by step-page.ts into a page of its own. */
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import '../../src/styles/index.css';
import { lessonTrace, loopTrace, Recording } from '../../src/core/trace/step-trace.fixture';
import type { Trace } from '../../src/core/trace/trace';
import { StepBits } from '../../src/visualizers/bits/StepBits';
import { ByteHistory } from '../../src/visualizers/memory/ByteHistory';
import { CompareBar } from '../../src/visualizers/memory/CompareBar';
import { MemoryReplay } from '../../src/visualizers/memory/memory-replay';
import { StepMemoryView } from '../../src/visualizers/memory/StepView';
import { createStepStore } from '../../src/visualizers/timeline/step-store';
import { Transport } from '../../src/visualizers/timeline/Transport';
import { Timeline } from '../../src/visualizers/timeline/View';

/** Everything a buffer can go through. */
function livesTrace(): Trace {
  const recording = new Recording();
  const pool = recording.buffer('pool', 12, { maxByteLength: 24 });
  const u8 = recording.view('u8', 'Uint8Array', pool, { lengthTracking: true });
  u8.write(0, 300, [2, 'u8[0] = 300']);
  const i32 = recording.view('i32', 'Int32Array', pool, { byteOffset: 4, byteLength: 8, line: 4 });
  const dv = recording.view('dv', 'DataView', pool, { line: 5 });
  i32.write(0, -7, [6, 'i32[0] = -7']);
  dv.set('Uint32Array', 6, 0xcafebabe, false, [7, 'dv.setUint32(6, 0xCAFEBABE)']);
  dv.get('Uint32Array', 6, true, [8, 'dv.getUint32(6, true)']);
  recording.resize(pool, 20, [9, 'pool.resize(20)']);
  recording.resize(pool, 6, [10, 'pool.resize(6)']);
  recording.resize(pool, 16, [11, 'pool.resize(16)']);
  const other = recording.buffer('other', 8, { line: 12, shared: true });
  const f64 = recording.view('f64', 'Float64Array', other, { line: 13 });
  f64.write(0, 0.1, [14, 'f64[0] = 0.1']);
  recording.range('copy', pool, u8.id, 3, [9, 8, 7, 6, 5, 4, 3, 2], 'set', [15, 'u8.set(b, 3)'], {
    bufferId: other,
    start: 0,
  });
  recording.readRange(pool, u8.id, 0, 16, [16, 'for (const byte of u8)']);
  recording.range('host', pool, null, 12, [1, 2], '');
  recording.detach(pool, 'transfer', [18, 'pool.transfer()']);
  f64.write(0, NaN, [19, 'f64[0] = NaN']);
  return recording.trace();
}

const TRACES: Readonly<Record<string, () => Trace>> = {
  lesson: lessonTrace,
  lives: livesTrace,
  loop: () => loopTrace(500, 64, 5),
  large: () => loopTrace(3000, 4096, 2),
  capped: () => ({ ...loopTrace(400, 64, 2), unrecorded: 1_234_567 }),
};

const params = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = params.get('theme') ?? 'light';
const trace = (TRACES[params.get('trace') ?? ''] ?? lessonTrace)();
const store = createStepStore(trace, { step: Number(params.get('step') ?? trace.steps) });
const replay = new MemoryReplay(trace, store);

/** What each cell says and how it looks, of the page or of a picture drawn anew at the shown step. */
function cellsOf(root: ParentNode): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const element of root.querySelectorAll<HTMLElement>(
    '.byte, .cell, .brk, .head, .head-tag, .lane-note, .hollow, .mem-title, .mem-summary, .off',
  )) {
    const buffer = element.closest<HTMLElement>('[data-buffer]')?.dataset['buffer'] ?? '';
    const octet = element.closest('.octet');
    const place = octet ? [...(octet.parentElement?.children ?? [])].indexOf(octet) : '';
    const lane = element.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? '';
    const kind = element.className.split(' ')[0] ?? '';
    const { b = element.style.gridColumn, name = '', call = '', full = '' } = element.dataset;
    const looks = [...element.classList].filter((each) => !['hot', 'src', 'sel'].includes(each));
    const isThere = !element.hidden && !looks.includes('absent');
    const isFrame = kind.startsWith('head');
    const key = [buffer, place, lane, kind, b, name, call].join(' ');
    cells[key] = !isThere
      ? 'nothing'
      : [
          looks.sort().join(' '),
          isFrame && kind === 'head' ? '' : element.textContent,
          element.getAttribute('aria-label') ?? '',
          full,
          isFrame ? element.style.cssText.replaceAll(' ', '') : '',
        ].join(' | ');
  }
  return cells;
}

const bench = {
  store,
  replay,
  /** Where the painted page differs from a picture drawn anew. */
  differences(): string[] {
    const fresh = document.createElement('div');
    const freshStore = createStepStore(trace, { step: store.step });
    fresh.innerHTML = renderToString(
      <StepMemoryView replay={new MemoryReplay(trace, freshStore)} locale="en" />,
    );
    const wanted = cellsOf(fresh);
    const painted = cellsOf(document.querySelector('.mem') ?? document);
    return Object.keys(wanted)
      .filter((key) => key in painted && painted[key] !== wanted[key])
      .map((key) => `${key}: painted "${String(painted[key])}", wanted "${String(wanted[key])}"`);
  },
};
export type StepBench = typeof bench;
Object.assign(window, { bench });

createRoot(document.getElementById('root') ?? document.body).render(
  <main>
    <h1>Steps</h1>
    <h2>Recording</h2>
    <StepMemoryView replay={replay} locale="en" />
    <CompareBar replay={replay} locale="en" onSeek={store.seek} />
    <StepBits replay={replay} locale="en" />
    <ByteHistory replay={replay} locale="en" onSeek={store.seek} />
    <div className="trace" role="group" aria-label="Timeline">
      <div className="trace-body">
        <Transport trace={trace} store={store} locale="en" />
        <Timeline
          trace={trace}
          store={store}
          replay={replay}
          locale="en"
          onRecordFrom={(access) => {
            document.title = `record from ${String(access)}`;
          }}
        />
      </div>
    </div>
  </main>,
);
